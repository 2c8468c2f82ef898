#pragma once
// Replacing an instrument's documents. The document has been checked; the instrument exists.

#include "scheduler/bookings.hpp"

namespace scheduler {

/// The new booking rules, in force from `now`. Lanes that they open within an outage are closed by it, too.
void change_policy(Transaction& tx, const model::InstrumentId& instrument, const model::Policy& policy,
                   const Actor& actor, model::Instant now);

/// The new prices, in force from `now`.
void change_rates(Transaction& tx, const model::InstrumentId& instrument, const model::Rates& rates, const Actor& actor,
                  model::Instant now);

}  // namespace scheduler
