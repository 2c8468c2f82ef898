#pragma once
// What companies say against charges, and how finance answers.

#include <optional>
#include <string>

#include "scheduler/corrections.hpp"

namespace scheduler {

struct DisputeWish {
    model::TransactionId charge;
    std::optional<std::int64_t> line;    ///< of the booking's bill, from 0
    std::optional<model::Money> amount;  ///< > 0; left out: the whole line, or what is left of the charge
    std::string reason;
};

/// What is in dispute is not dunned until it is answered. Errors: not_found (no such charge), invalid_field (line; or
/// amount_fen: more than is left of the charge and not in dispute yet).
model::Result<model::Dispute> open_dispute(Transaction& tx, const DisputeWish& wish, const Actor& actor,
                                           model::Instant now);

struct Resolution {
    /// Nothing: the dispute is rejected.
    std::optional<model::CorrectionKind> correction;
    model::Money amount;  ///< of the correction, as in CorrectionWish
    std::string reason;
};

/// A correction that needs a second person leaves the dispute undecided until then; one that is refused opens it again.
/// Errors: not_found, wrong_state, and those of propose_correction.
model::Result<model::Dispute> resolve_dispute(Transaction& tx, model::DisputeId id, const Resolution& resolution,
                                              const Actor& actor, model::Instant now);

/// The second person has decided about a correction: its dispute, if there is one, follows.
void correction_decided(Transaction& tx, const model::Correction& correction, const Actor& actor, model::Instant now);

}  // namespace scheduler
