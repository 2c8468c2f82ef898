#pragma once
// What every end of a use shares.

#include "scheduler/bookings.hpp"

namespace scheduler {

/// Ends the running use at `end` (at the earliest a second after its begin), computes and posts the charge, and
/// makes the booking `completed`. Samples and note of the usage are set by the caller, who also stores the booking
/// and frees the rest of its slot.
model::Result<void> finish_use(Transaction& tx, model::Booking& booking, model::Instant end, model::Instant now);

}  // namespace scheduler
