#include "scheduler/disputes.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <boost/describe.hpp>

#include "model/assert.hpp"
#include "scheduler/company_money.hpp"
#include "scheduler/postings.hpp"
#include "scheduler/yuan.hpp"

namespace scheduler {

using namespace model;

namespace {
void tell(Transaction& tx, EventKind kind, const Dispute& dispute, const Actor& actor, Instant now) {
    auto event = account_event(kind, dispute.organisation_id, actor.user, now);
    event.subject = dispute.id.value;
    event.facts = {{"status", boost::describe::enum_to_string(dispute.status, "")},
                   {"amount_fen", std::to_string(dispute.amount.fen())},
                   {"reason", is_open(dispute.status) ? dispute.reason : dispute.decision_reason}};
    tx.append(std::move(event));
}

/// What the wish is about: a line of the bill, or what is left of the whole.
Result<Money> most_of(Transaction& tx, const LedgerTransaction& charge, const DisputeWish& wish, Money left) {
    if (!wish.line) {
        return left;
    }
    const auto booking = tx.booking(charge.booking_id);
    const auto at = static_cast<std::size_t>(*wish.line);
    if (!booking || !booking->charge || at >= booking->charge->lines.size() ||
        booking->charge->lines[at].amount_fen <= Money{0}) {
        return invalid_field("line", "unknown", {"账单没有这一行，或该行不收费", "the bill has no such line to pay"});
    }
    return std::min(left, booking->charge->lines[at].amount_fen);
}

DisputeStatus status_after(const Correction& correction) {
    if (correction.status == CorrectionStatus::proposed) {
        return DisputeStatus::undecided;
    }
    return correction.kind == CorrectionKind::credit_note ? DisputeStatus::credited : DisputeStatus::adjusted;
}

/// Stores the answer; once it is final, what was in dispute is asked for again.
void decide(Transaction& tx, Dispute& dispute, DisputeStatus status, const std::string& reason, const Actor& actor,
            Instant now) {
    dispute.status = status;
    dispute.decision_reason = reason;
    dispute.decided_by = is_open(status) ? UserId{} : actor.user;
    dispute.decided_at = is_open(status) ? std::nullopt : std::optional(now);
    tx.decide_dispute(dispute);
    if (!is_open(status)) {
        tell(tx, EventKind::dispute_resolved, dispute, actor, now);
        credited(tx, dispute.organisation_id, now);
    }
}
}  // namespace

Result<Dispute> open_dispute(Transaction& tx, const DisputeWish& wish, const Actor& actor, Instant now) {
    const auto charge = tx.posted(wish.charge);
    if (!charge || charge->kind != TransactionKind::charge) {
        return ErrorCode::not_found;
    }
    const Money left = left_of(tx.uncorrected(wish.charge)) - tx.disputed(wish.charge);
    TRY(const auto most, most_of(tx, *charge, wish, left));
    const Money amount = wish.amount.value_or(most);
    if (amount > most || amount <= Money{0}) {
        return invalid_field("amount_fen", "more_than_there_is",
                             {fmt::format("最多 ¥{}", yuan(most)), fmt::format("at most CNY {}", yuan(most))});
    }
    Dispute dispute;
    dispute.organisation_id = charge->organisation_id;
    dispute.charge = wish.charge;
    dispute.booking_id = charge->booking_id;
    if (wish.line) {
        dispute.line = *wish.line;
    }
    dispute.amount = amount;
    dispute.reason = wish.reason;
    dispute.opened_by = actor.user;
    dispute.opened_at = now;
    dispute.id = tx.add_dispute(dispute);
    tell(tx, EventKind::dispute_opened, dispute, actor, now);
    credited(tx, dispute.organisation_id, now);
    return dispute;
}

Result<Dispute> resolve_dispute(Transaction& tx, DisputeId id, const Resolution& resolution, const Actor& actor,
                                Instant now) {
    auto dispute = tx.dispute(id);
    if (!dispute) {
        return ErrorCode::not_found;
    }
    if (dispute->status != DisputeStatus::open) {
        const char* status = boost::describe::enum_to_string(dispute->status, "");
        return Error(ErrorCode::wrong_state,
                     {fmt::format("该争议状态为 {}", status), fmt::format("the dispute is {}", status)});
    }
    auto status = DisputeStatus::rejected;
    if (resolution.correction) {
        const CorrectionWish wish{.kind = *resolution.correction,
                                  .organisation = dispute->organisation_id,
                                  .charge = dispute->charge,
                                  .amount = resolution.amount,
                                  .reason = resolution.reason,
                                  .dispute = id};
        TRY(const auto correction, propose_correction(tx, wish, actor, now));
        status = status_after(correction);
    }
    decide(tx, *dispute, status, resolution.reason, actor, now);
    return *std::move(dispute);
}

void correction_decided(Transaction& tx, const Correction& correction, const Actor& actor, Instant now) {
    auto dispute = correction.dispute ? tx.dispute(correction.dispute) : std::nullopt;
    if (!dispute || dispute->status != DisputeStatus::undecided) {
        return;
    }
    const bool refused = correction.status == CorrectionStatus::refused;
    decide(tx, *dispute, refused ? DisputeStatus::open : status_after(correction),
           refused ? std::string() : correction.reason, actor, now);
}

}  // namespace scheduler
