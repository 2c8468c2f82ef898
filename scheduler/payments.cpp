#include "scheduler/payments.hpp"

#include <fmt/format.h>

#include "scheduler/company_money.hpp"
#include "scheduler/postings.hpp"
#include "scheduler/yuan.hpp"

namespace scheduler {

using namespace model;

namespace {
/// What the steps of one movement share.
struct Movement {
    Transaction& tx;
    const OrganisationId& organisation;
    const PaymentNote& note;
    const Actor& actor;
    Instant now;
};

Result<LedgerTransaction> move(const Movement& m, TransactionKind kind, Postings postings, EventKind event_kind,
                               Money amount) {
    LedgerTransaction transaction;
    transaction.kind = kind;
    transaction.key = m.note.key;
    transaction.at = m.now;
    transaction.organisation_id = m.organisation;
    transaction.reference = m.note.reference;
    transaction.postings = std::move(postings);
    if (!m.tx.post(transaction)) {
        return ErrorCode::already_exists;
    }
    auto event = account_event(event_kind, m.organisation, m.actor.user, m.now);
    event.facts = {{"amount_fen", std::to_string(amount.fen())}, {"reference", m.note.reference}};
    m.tx.append(std::move(event));
    credited(m.tx, m.organisation, m.now);
    return transaction;
}

Error more_than(Money there_is) {
    return invalid_field("amount_fen", "more_than_there_is",
                         {fmt::format("最多 ¥{}", yuan(there_is)), fmt::format("at most CNY {}", yuan(there_is))});
}
}  // namespace

Result<LedgerTransaction> receive_payment(Transaction& tx, const OrganisationId& organisation, Money amount,
                                          const PaymentNote& note, const Actor& actor, Instant now) {
    if (!tx.organisation(organisation)) {
        return ErrorCode::not_found;
    }
    return move({tx, organisation, note, actor, now}, TransactionKind::payment,
                payment_postings(standing_of(tx, organisation), amount), EventKind::payment_received, amount);
}

Result<LedgerTransaction> refund(Transaction& tx, const OrganisationId& organisation, Money amount,
                                 const PaymentNote& note, const Actor& actor, Instant now) {
    if (!tx.organisation(organisation)) {
        return ErrorCode::not_found;
    }
    if (tx.posted(note.key)) {
        return ErrorCode::already_exists;
    }
    const auto standing = standing_of(tx, organisation);
    if (amount > standing.prepaid) {
        return more_than(standing.prepaid);
    }
    return move({tx, organisation, note, actor, now}, TransactionKind::refund, refund_postings(standing, amount),
                EventKind::payment_refunded, amount);
}

Result<LedgerTransaction> change_deposit(Transaction& tx, const OrganisationId& organisation, Money amount,
                                         const PaymentNote& note, const Actor& actor, Instant now) {
    if (!tx.organisation(organisation)) {
        return ErrorCode::not_found;
    }
    if (tx.posted(note.key)) {
        return ErrorCode::already_exists;
    }
    const Money deposit = -tx.account({AccountKind::deposit, organisation.value}).balance;
    if (deposit + amount < Money{0}) {
        return more_than(deposit);
    }
    return move({tx, organisation, note, actor, now},
                amount > Money{0} ? TransactionKind::deposit : TransactionKind::deposit_return,
                deposit_postings(organisation, amount), EventKind::deposit_changed, amount);
}

}  // namespace scheduler
