#include "scheduler/bookings.hpp"

namespace scheduler {

using namespace model;

Result<LedgerTransaction> receive_payment(Transaction& tx, const OrganisationId& organisation, Money amount,
                                          const std::string& reference, const std::string& key, const Actor& actor,
                                          Instant now) {
    if (!tx.organisation(organisation)) {
        return ErrorCode::not_found;
    }
    LedgerTransaction payment;
    payment.kind = TransactionKind::payment;
    payment.key = key;
    payment.at = now;
    payment.organisation_id = organisation;
    payment.reference = reference;
    payment.postings = {{{AccountKind::bank, "council"}, amount},
                        {{AccountKind::receivable, organisation.value}, -amount}};
    if (!tx.post(payment)) {
        return ErrorCode::already_exists;
    }
    Event event;
    event.at = now;
    event.kind = EventKind::payment_received;
    event.actor = actor.user;
    event.organisation_id = organisation;
    event.facts = {{"amount_fen", std::to_string(amount.fen())}, {"reference", reference}};
    tx.append(std::move(event));
    return payment;
}

}  // namespace scheduler
