#pragma once
// What bookings do to the ledger: holds on approval, their release, charges.

#include "model/booking.hpp"
#include "model/result.hpp"
#include "scheduler/store.hpp"

namespace scheduler {

/// Reserves the quoted total on the organisation's account. Nothing for a total of 0.
/// Errors: insufficient_credit where owed + held + total exceed the credit limit.
model::Result<void> place_hold(Transaction& tx, const model::Booking& booking, const model::PlatformId& platform,
                               model::Instant now);

/// Ends the booking's open hold, if there is one.
void release_hold(Transaction& tx, const model::Booking& booking, model::Instant now);

/// Releases the hold and posts `charge` once per booking. Nothing is posted for a total of 0.
void post_charge(Transaction& tx, const model::Booking& booking, const model::PlatformId& platform,
                 const model::Price& charge, model::Instant now);

/// Adds `amount` (not 0; negative: gives back) to what was charged for a booking, once per revision of it.
void post_correction(Transaction& tx, const model::Booking& booking, const model::PlatformId& platform,
                     model::Money amount, model::Instant now);

}  // namespace scheduler
