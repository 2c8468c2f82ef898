#include "scheduler/corrections.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <boost/describe.hpp>

#include "model/assert.hpp"
#include "scheduler/company_money.hpp"
#include "scheduler/disputes.hpp"
#include "scheduler/postings.hpp"
#include "scheduler/yuan.hpp"

namespace scheduler {

using namespace model;

namespace {
void tell(Transaction& tx, EventKind kind, const Correction& correction, const Actor& actor, Instant now) {
    auto event = account_event(kind, correction.organisation_id, actor.user, now);
    event.subject = correction.id.value;
    event.facts = {{"kind", boost::describe::enum_to_string(correction.kind, "")},
                   {"amount_fen", std::to_string(correction.amount.fen())},
                   {"reason", correction.reason}};
    tx.append(std::move(event));
}

/// The most that may be given back: of the charge, or of what is owed.
Money most(Transaction& tx, const OrganisationId& organisation, TransactionId charge) {
    return charge ? left_of(tx.uncorrected(charge)) : std::max(standing_of(tx, organisation).owed, Money{0});
}

TransactionKind transaction_kind(CorrectionKind kind) {
    switch (kind) {
        case CorrectionKind::credit_note:
            return TransactionKind::credit_note;
        case CorrectionKind::adjustment:
            return TransactionKind::adjustment;
        case CorrectionKind::write_off:
            break;
    }
    return TransactionKind::write_off;
}

/// Posts a correction that fits what is left.
void post(Transaction& tx, Correction& correction, const Actor& actor, Instant now) {
    LedgerTransaction transaction;
    transaction.kind = transaction_kind(correction.kind);
    transaction.key = fmt::format("correction:{}", correction.id.value);
    transaction.at = now;
    transaction.organisation_id = correction.organisation_id;
    transaction.reference = correction.reason;
    transaction.corrects = correction.charge;
    const auto standing = standing_of(tx, correction.organisation_id);
    if (correction.charge) {
        const auto charge = tx.posted(correction.charge);
        YIQI_ASSERT(charge.has_value());
        transaction.booking_id = charge->booking_id;
        transaction.postings = correction_postings(standing, tx.uncorrected(correction.charge), correction.amount);
    } else {
        transaction.postings = write_off_postings(standing, -correction.amount);
    }
    const bool posted = tx.post(transaction);
    YIQI_ASSERT(posted);
    correction.transaction = tx.posted(transaction.key)->id;
    correction.status = CorrectionStatus::posted;
    correction.decided_at = now;
    tx.decide_correction(correction);
    tell(tx, EventKind::correction_posted, correction, actor, now);
    if (correction.amount > Money{0}) {
        charged(tx, correction.organisation_id, now);
    } else {
        credited(tx, correction.organisation_id, now);
    }
}

Result<Correction> proposed(Transaction& tx, CorrectionId id) {
    auto correction = tx.correction(id);
    if (!correction) {
        return ErrorCode::not_found;
    }
    if (correction->status != CorrectionStatus::proposed) {
        const char* status = boost::describe::enum_to_string(correction->status, "");
        return Error(ErrorCode::wrong_state,
                     {fmt::format("该更正状态为 {}", status), fmt::format("the correction is {}", status)});
    }
    return *std::move(correction);
}

bool needs_second(Transaction& tx, const Correction& correction) {
    const Money size = correction.amount < Money{0} ? -correction.amount : correction.amount;
    return correction.kind == CorrectionKind::write_off || size > tx.billing_policy().second_approval_above_fen;
}
}  // namespace

Result<Correction> propose_correction(Transaction& tx, const CorrectionWish& wish, const Actor& actor, Instant now) {
    Correction correction;
    correction.kind = wish.kind;
    correction.organisation_id = wish.organisation;
    correction.charge = wish.charge;
    correction.dispute = wish.dispute;
    correction.amount = wish.amount;
    correction.reason = wish.reason;
    correction.proposed_by = actor.user;
    correction.proposed_at = now;
    if (wish.kind != CorrectionKind::write_off) {
        const auto charge = tx.posted(wish.charge);
        if (!charge || charge->kind != TransactionKind::charge) {
            return ErrorCode::not_found;
        }
        correction.organisation_id = charge->organisation_id;
    }
    if (!tx.organisation(correction.organisation_id)) {
        return ErrorCode::not_found;
    }
    const Money left = most(tx, correction.organisation_id, correction.charge) -
                       tx.proposed_reductions(correction.organisation_id, correction.charge);
    const bool nothing_left = correction.amount > Money{0} && left <= Money{0};
    if (-correction.amount > left || nothing_left) {
        return invalid_field("amount_fen", "more_than_there_is",
                             {fmt::format("最多 ¥{}", yuan(left)), fmt::format("at most CNY {}", yuan(left))});
    }
    correction.id = tx.add_correction(correction);
    if (needs_second(tx, correction)) {
        tell(tx, EventKind::correction_proposed, correction, actor, now);
    } else {
        post(tx, correction, actor, now);
    }
    return correction;
}

Result<Correction> approve_correction(Transaction& tx, CorrectionId id, const Actor& actor, Instant now) {
    TRY(auto correction, proposed(tx, id));
    if (correction.proposed_by == actor.user) {
        return Error(ErrorCode::not_allowed,
                     {"须由另一人批准", "somebody other than who proposed it has to approve it"});
    }
    const Money left = most(tx, correction.organisation_id, correction.charge);
    if (-correction.amount > left || left <= Money{0}) {
        return Error(ErrorCode::wrong_state,
                     {fmt::format("目前仅余 ¥{}", yuan(left)), fmt::format("only CNY {} is left by now", yuan(left))});
    }
    correction.decided_by = actor.user;
    post(tx, correction, actor, now);
    correction_decided(tx, correction, actor, now);
    return correction;
}

Result<Correction> refuse_correction(Transaction& tx, CorrectionId id, const std::string& reason, const Actor& actor,
                                     Instant now) {
    TRY(auto correction, proposed(tx, id));
    correction.status = CorrectionStatus::refused;
    correction.decided_by = actor.user;
    correction.decided_at = now;
    correction.decision_reason = reason;
    tx.decide_correction(correction);
    tell(tx, EventKind::correction_refused, correction, actor, now);
    correction_decided(tx, correction, actor, now);
    return correction;
}

}  // namespace scheduler
