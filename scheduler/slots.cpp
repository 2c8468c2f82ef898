#include "scheduler/slots.hpp"

#include "model/assert.hpp"
#include "scheduler/open_days.hpp"

#include <algorithm>
#include <utility>

namespace scheduler {

using model::Instant;
using model::Interval;
using model::IntervalSet;
using model::LocalDay;
using model::minutes;
using model::Policy;

namespace {

constexpr std::int64_t day_minutes = 24 * 60;

bool is_bookable(const Policy& policy, Interval slot) {
    return on_grid(policy, slot.start) && on_grid(policy, slot.end);
}

/// Calls take(slot) for the slots of one free interval until it answers false; false if it did.
/// `step` divides time since local midnight.
template <class Take>
bool each_aligned_slot(Interval free, minutes length, std::int64_t step, const Policy& policy, Take take) {
    const auto& zone = policy.time_zone;
    const auto first = zone.to_local(free.start);
    std::int64_t minute = (first.second / 60 / step) * step;
    Instant last_offered = Instant::min();
    for (LocalDay day = first.day;; ++day, minute = 0) {
        for (; minute < day_minutes; minute += step) {
            const Instant start = zone.to_instant(day, static_cast<int>(minute));
            const Interval slot{start, start + length};
            if (slot.end > free.end) {
                return true;
            }
            // A skipped local time means the instant of the change, which is then met twice.
            if (start >= free.start && start > last_offered && is_bookable(policy, slot)) {
                last_offered = start;
                if (!take(slot)) {
                    return false;
                }
            }
        }
    }
}

template <class Take>
bool each_packed_slot(Interval free, minutes length, std::int64_t step, const Policy& policy, Take take) {
    Instant start = free.end;
    const bool none = each_aligned_slot(free, length, policy.grid_minutes, policy, [&](Interval slot) {
        start = slot.start;
        return false;
    });
    if (none) {
        return true;
    }
    for (; start + length <= free.end; start += minutes{step}) {
        const Interval slot{start, start + length};
        if (is_bookable(policy, slot) && !take(slot)) {
            return false;
        }
    }
    return true;
}

}  // namespace

IntervalSet open_times(const Policy& policy, Interval range) {
    auto open = followed_holidays(policy) == nullptr
                    ? policy.opening_hours.open_in(range, policy.time_zone)
                    : policy.opening_hours.open_in(range, policy.time_zone,
                                                   [&](LocalDay day) { return hours_on(policy, day); });
    std::vector<Interval> closed;
    for (const auto& closure : policy.closures) {
        const Interval time{closure.start, closure.end};
        if (time.overlaps(range)) {
            closed.push_back(time);
        }
    }
    return closed.empty() ? open : model::subtract(open, model::normalised(std::move(closed)));
}

std::vector<Interval> closed_spans(const Policy& policy, Interval range) {
    std::vector<Interval> spans;
    if (range.empty()) {
        return spans;
    }
    const auto& zone = policy.time_zone;
    for (const auto& closed : model::subtract({range}, open_times(policy, range))) {
        LocalDay day = zone.to_local(closed.start).day;
        for (Instant at = closed.start; at < closed.end;) {
            const auto until = std::min(zone.to_instant(++day, 0), closed.end);
            if (at < until) {
                spans.push_back({at, until});
                at = until;
            }
        }
    }
    return spans;
}

bool on_grid(const Policy& policy, Instant at) {
    return policy.time_zone.to_local(at).second % (policy.grid_minutes * 60) == 0;
}

minutes bookable_length(const Policy& policy, minutes wanted) {
    const std::int64_t grid = policy.grid_minutes;
    const std::int64_t least = std::max<std::int64_t>(wanted.count(), policy.min_minutes);
    return minutes{(least + grid - 1) / grid * grid};
}

std::vector<Interval> slots_in(const IntervalSet& free, minutes length, const Policy& policy, std::size_t limit,
                               SlotStep step) {
    YIQI_ASSERT(length > minutes{0} && step.step_minutes >= 0);
    std::vector<Interval> slots;
    if (limit == 0) {
        return slots;
    }
    const std::int64_t every = step.step_minutes > 0 ? step.step_minutes : policy.grid_minutes.value;
    const auto take = [&](Interval slot) {
        slots.push_back(slot);
        return slots.size() < limit;
    };
    for (const auto& interval : free) {
        if (interval.length() < length) {
            continue;
        }
        const bool more = step.packed ? each_packed_slot(interval, length, every, policy, take)
                                      : each_aligned_slot(interval, length, every, policy, take);
        if (!more) {
            break;
        }
    }
    return slots;
}

std::optional<Instant> next_start(const IntervalSet& free, minutes length, const Policy& policy, Instant not_before) {
    YIQI_ASSERT(length > minutes{0});
    std::optional<Instant> found;
    const auto take = [&](Interval slot) {
        found = slot.start;
        return false;
    };
    auto at = std::ranges::upper_bound(free, not_before, {}, &Interval::end);
    for (; at != free.end() && !found; ++at) {
        const Interval rest{std::max(at->start, not_before), at->end};
        if (rest.length() >= length) {
            each_aligned_slot(rest, length, policy.grid_minutes, policy, take);
        }
    }
    return found;
}

}  // namespace scheduler
