#pragma once
// The credit score: what costs points, when it suspends, and how both are undone.

#include <span>
#include <string>

#include "model/result.hpp"
#include "scheduler/bookings.hpp"

namespace scheduler {

/// The score at `now`: start_points less what the entries of the last memory_days take, never below 0.
std::int64_t credit_score(const model::CreditPolicy& policy, std::span<const model::CreditEntry> entries,
                          model::Instant now);

/// Notes a no-show against the booking's user, and suspends where a threshold is reached.
void note_no_show(Transaction& tx, const model::Booking& booking, model::Instant now);
/// The same for a cancellation by the user's own side, where it was late.
void note_cancellation(Transaction& tx, const model::Booking& booking, model::Instant now);

/// The user asks to forgive an entry; once. Errors: not_found, wrong_state.
model::Result<model::CreditEntry> appeal(Transaction& tx, model::CreditEntryId id, const std::string& text,
                                         const Actor& actor, model::Instant now);
/// Staff forgives it or not, appealed or not; a suspension that no threshold justifies any more is lifted.
/// Errors: not_found, wrong_state (it was decided before).
model::Result<model::CreditEntry> decide_credit(Transaction& tx, model::CreditEntryId id, bool forgive,
                                                const std::string& reason, const Actor& actor, model::Instant now);

/// Errors: not_found, wrong_state (lifted before, or over).
model::Result<model::Suspension> lift_suspension(Transaction& tx, model::SuspensionId id, const std::string& reason,
                                                 const Actor& actor, model::Instant now);

}  // namespace scheduler
