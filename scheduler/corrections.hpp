#pragma once
// Putting charges right. Nothing is edited: a credit note, an adjustment or a write-off is a transaction of its own,
// and one above the billing policy's limit (a write-off always) needs a second person.

#include <string>

#include "model/correction.hpp"
#include "scheduler/bookings.hpp"

namespace scheduler {

struct CorrectionWish {
    model::CorrectionKind kind = model::CorrectionKind::credit_note;
    model::OrganisationId organisation;  ///< of a write-off; else it is the charge's
    model::TransactionId charge;         ///< none for a write-off
    model::Money amount;                 ///< what the organisation owes more (positive) or less (negative)
    std::string reason;
    model::DisputeId dispute = {};
};

/// Posts it, or keeps it as proposed where a second person must agree. Errors: not_found (the charge, the
/// organisation), invalid_field (amount_fen: more than is left of the charge, or than is owed).
model::Result<model::Correction> propose_correction(Transaction& tx, const CorrectionWish& wish, const Actor& actor,
                                                    model::Instant now);

/// Whoever proposed it does not approve it. Errors: not_found, not_allowed, wrong_state (also where less is left by
/// now).
model::Result<model::Correction> approve_correction(Transaction& tx, model::CorrectionId id, const Actor& actor,
                                                    model::Instant now);
/// Errors: not_found, wrong_state.
model::Result<model::Correction> refuse_correction(Transaction& tx, model::CorrectionId id, const std::string& reason,
                                                   const Actor& actor, model::Instant now);

}  // namespace scheduler
