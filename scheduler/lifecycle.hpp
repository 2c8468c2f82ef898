#pragma once
// Steps in the life of a booking that nobody takes but the clock.

#include "scheduler/bookings.hpp"

namespace scheduler {

/// A use may end this long after its booked end before anybody is warned.
inline constexpr model::minutes overrun_grace{1};

/// A request whose start came before a decision: it gives up its lane and becomes `expired`. Errors: wrong_state.
model::Result<model::Booking> expire_request(Transaction& tx, model::BookingId id, const Actor& actor,
                                             model::Instant now);

/// Tells the user of a use that runs past its end, and who comes next on the instrument. Sets the closing of the use
/// after the policy's forgotten_check_out_minutes.
void warn_of_overrun(Transaction& tx, const model::Booking& booking, model::Instant now);

/// The check-out that everybody forgot. Nobody knows when the use ended, so it counts as ended at its booked end: the
/// charge is that of the booked time and never more than what the user agreed to; a note says so. Errors: wrong_state.
model::Result<model::Booking> close_forgotten_use(Transaction& tx, model::BookingId id, const Actor& actor,
                                                  model::Instant now);

}  // namespace scheduler
