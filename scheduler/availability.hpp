#pragma once
// Finding free slots on one instrument, exact to the second, without a table of minutes: a walk over the
// open windows and over what is taken. Pure.

#include <cstdint>
#include <optional>
#include <vector>

#include "model/interval.hpp"
#include "model/policy.hpp"
#include "scheduler/calendar.hpp"

namespace scheduler {

struct SlotSearch {
    model::minutes duration{0};
    model::Instant from{};  ///< earliest start
    model::Instant to{};    ///< latest end
    model::Instant now{};   ///< for notice and horizon
    /// Occupancies of this holder count as free (a booking that is about to move).
    std::optional<model::Holder> ignore;
};

/// True where the policy lets a booking of this length exist at all (minimum, maximum, grid).
bool length_fits(const model::Policy& policy, model::minutes duration);

/// The earliest slot that fits open hours, closures, grid, notice, horizon, buffers and a free lane; training and
/// other personal rules are not its business. O(taken in the range + windows walked).
std::optional<model::Interval> earliest_slot(const model::Policy& policy, const InstrumentCalendar& calendar,
                                             const SlotSearch& search);

/// The latest slot that ends at or before `search.to` and starts at or after `search.from`. Walks the range from its
/// back, 96 starts at a time.
std::optional<model::Interval> latest_slot(const model::Policy& policy, const InstrumentCalendar& calendar,
                                           const SlotSearch& search);

/// True where some lane is free for `time` with its buffers.
bool is_free(const model::Policy& policy, const InstrumentCalendar& calendar, model::Interval time,
             std::optional<model::Holder> ignore = std::nullopt);

/// The first start at or after `at` on the policy's grid (multiples since local midnight).
model::Instant grid_start(const model::Policy& policy, model::Instant at);

}  // namespace scheduler
