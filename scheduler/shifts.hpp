#pragma once
// Shift by agreement: who uses an instrument longer than booked asks the user of the next booking to start later. Only
// when he agrees is his booking moved, and the use extended, in one step. Pure but for the transaction.

#include <optional>

#include "model/shift.hpp"
#include "scheduler/bookings.hpp"

namespace scheduler {

/// A use is extended by at most this.
inline constexpr std::chrono::hours extension_max{12};
/// Who is asked has at least this long to answer.
inline constexpr model::minutes shift_answer_min{15};

/// Asks the user of the booking that an end at `end` would run into. The new start is the first on the grid behind it,
/// buffers included; the length stays. Errors: wrong_state (not in use; nobody is in the way), invalid_field (not
/// later than the booked end, or beyond extension_max), already_exists (one of the two is asked already), and those of
/// reschedule_booking where the next booking cannot be at the later time.
model::Result<model::Shift> ask_for_shift(Transaction& tx, model::BookingId id, model::Instant end, const Actor& actor,
                                          model::Instant now);

/// Moves the next booking and extends the use. `agreed` as in displacement.hpp. The caller has seen that the actor may
/// act for the next booking. Errors: not_found, wrong_state (no longer open), and those of reschedule_booking and
/// place_hold; the shift then stays open.
model::Result<model::Shift> agree_to_shift(Transaction& tx, model::ShiftId id, std::optional<model::Money> agreed,
                                           const Actor& actor, model::Instant now);

/// Errors: not_found, wrong_state.
model::Result<model::Shift> refuse_shift(Transaction& tx, model::ShiftId id, const Actor& actor, model::Instant now);

/// Nobody answered in time.
void expire_shift(Transaction& tx, model::ShiftId id, model::Instant now);

}  // namespace scheduler
