#pragma once
// What bookings do to the ledger: holds on approval, their end, charges.

#include "model/booking.hpp"
#include "model/result.hpp"
#include "scheduler/store.hpp"

namespace scheduler {

/// Reserves the quoted total on the organisation's account. Nothing for a total of 0.
/// Errors: account_blocked, spending_limit_reached, insufficient_credit where owed + held + total exceed the credit
/// limit and what is paid ahead.
model::Result<void> place_hold(Transaction& tx, const model::Booking& booking, model::Instant now);

/// Voids the booking's open hold, if there is one.
void release_hold(Transaction& tx, const model::Booking& booking, model::Instant now);

/// Ends the hold and posts `charge` once per booking: tax and the shares of the income by what holds now. Nothing is
/// posted for a total of 0; the hold is void then.
void post_charge(Transaction& tx, const model::Booking& booking, const model::Price& charge, model::Instant now);

/// Adds `amount` (not 0; negative: gives back) to what was charged for a booking, once per revision of it. False, and
/// nothing is posted, where more would be given back than other corrections have left of the charge.
bool post_correction(Transaction& tx, const model::Booking& booking, model::Money amount, model::Instant now);

}  // namespace scheduler
