#pragma once
// When an instrument is open, and which starts fit into free time. Pure and thread-safe. What
// others hold is not known here: the caller subtracts it.

#include "model/interval.hpp"
#include "model/policy.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace scheduler {

/// Opening hours minus closures and followed holidays inside `range`. O(days of range + closures).
model::IntervalSet open_times(const model::Policy& policy, model::Interval range);

/// What of `range` is not open, split at local midnights, in order. O(days of range + closures).
std::vector<model::Interval> closed_spans(const model::Policy& policy, model::Interval range);

/// True where `at` lies on a multiple of the grid since local midnight.
bool on_grid(const model::Policy& policy, model::Instant at);

/// `wanted`, at least min_minutes, rounded up to the grid: the shortest bookable length that
/// serves.
model::minutes bookable_length(const model::Policy& policy, model::minutes wanted);

/// Which starts slots_in offers.
struct SlotStep {
    /// Minutes between starts; 0 = every start on the grid.
    std::int64_t step_minutes = 0;
    /// false: starts are multiples of the step since local midnight. true: the first start on the
    /// grid in each free interval, then one each step, which leaves no gaps behind an odd opening
    /// time.
    bool packed = false;
};

/// Slots of exactly `length` inside the free time (normalised), by start, at most `limit`. Start
/// and end lie on the policy's grid, so a length that is no multiple of it has no slots (see
/// bookable_length). O(min(limit, starts)).
std::vector<model::Interval> slots_in(const model::IntervalSet& free, model::minutes length,
                                      const model::Policy& policy, std::size_t limit, SlotStep step = {});

/// The first start on the grid at or after `not_before` from which `length` fits into the free time
/// (normalised). The caller adds the policy's notice to `not_before`.
std::optional<model::Instant> next_start(const model::IntervalSet& free, model::minutes length,
                                         const model::Policy& policy, model::Instant not_before);

}  // namespace scheduler
