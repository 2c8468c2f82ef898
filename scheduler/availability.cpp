#include "scheduler/availability.hpp"

#include <algorithm>

#include "scheduler/open_days.hpp"

namespace scheduler {

using namespace model;

namespace {
constexpr Instant far_future = latest_instant;

/// The open windows from a point on, one after the other, joined over midnight; closures are cut out by
/// the caller. Walking days lazily keeps the common case (free in the first window) constant.
class OpenWalk {
  public:
    OpenWalk(const Policy& policy, Instant from, Instant to) : policy_(policy), to_(to) {
        if (never_closes(policy)) {
            pending_ = Interval{from, to};
            whole_ = true;
            return;
        }
        from_ = from;
        // A window of the day before cannot reach into this day: windows end at midnight.
        day_ = policy.time_zone.to_local(from).day;
        last_day_ = policy.time_zone.to_local(to).day;
    }

    std::optional<Interval> next() {
        if (whole_) {
            auto result = pending_;
            pending_.reset();
            return result;
        }
        std::optional<Interval> current = std::move(pending_);
        pending_.reset();
        for (;;) {
            const auto window = next_window();
            if (!window) {
                return current;
            }
            if (!current) {
                current = window;
            } else if (window->start <= current->end) {
                current->end = std::max(current->end, window->end);
            } else {
                pending_ = window;
                return current;
            }
            if (current->end < to_ && !ends_at_midnight()) {
                return current;
            }
        }
    }

  private:
    std::optional<Interval> next_window() {
        const auto& windows = policy_.opening_hours.windows();
        while (day_ <= last_day_) {
            const auto weekday = hours_on(policy_, day_);
            while (weekday && at_ < windows.size() && windows[at_].weekday < *weekday) {
                ++at_;
            }
            if (!weekday || at_ >= windows.size() || windows[at_].weekday != *weekday) {
                ++day_;
                at_ = 0;
                continue;
            }
            const auto& window = windows[at_++];
            last_end_minute_ = window.to;
            const Interval real =
                Interval{policy_.time_zone.to_instant(day_, window.from), policy_.time_zone.to_instant(day_, window.to)}
                    .intersection({from_, to_});
            if (!real.empty()) {
                return real;
            }
        }
        return std::nullopt;
    }
    // Only a window that reaches 24:00, or one whose successor touches it, can join; touching windows of
    // one day are rare enough to look one ahead always when the next starts at once.
    [[nodiscard]] bool ends_at_midnight() const {
        const auto& windows = policy_.opening_hours.windows();
        return last_end_minute_ == 1440 || (at_ < windows.size() && windows[at_].from == last_end_minute_);
    }

    const Policy& policy_;
    Instant from_{};
    Instant to_{};
    LocalDay day_ = 0;
    LocalDay last_day_ = -1;
    std::size_t at_ = 0;
    int last_end_minute_ = 0;
    bool whole_ = false;
    std::optional<Interval> pending_;
};

std::uint32_t raw(Instant at) {
    return static_cast<std::uint32_t>(at.time_since_epoch().count());
}

using Iterator = InstrumentCalendar::const_iterator;
struct LaneRange {
    Iterator first;
    Iterator last;
};

LaneRange lane_of(const InstrumentCalendar& calendar, int lane) {
    const auto by_lane = [](const Taken& t) { return static_cast<int>(t.lane); };
    const auto range = std::ranges::equal_range(calendar, lane, {}, by_lane);
    return {range.begin(), range.end()};
}

/// The first taken stretch of a lane whose held end lies behind `at`.
Iterator first_after(LaneRange lane, Instant at) {
    return std::partition_point(lane.first, lane.last, [&](const Taken& t) { return t.held_end <= raw(at); });
}

bool blocks(const Taken& taken, Interval held, const std::optional<Holder>& ignore) {
    return taken.held_start < raw(held.end) && raw(held.start) < taken.held_end &&
           (!ignore || taken.holder() != *ignore);
}

/// Lanes at and above the capacity (it was lowered) that hold something at the time.
int lanes_beyond(const Policy& policy, const InstrumentCalendar& calendar, Interval held,
                 const std::optional<Holder>& ignore) {
    int lanes = 0;
    int last_lane = -1;
    for (auto taken = calendar.rbegin(); taken != calendar.rend() && taken->lane >= policy.capacity; ++taken) {
        if (static_cast<int>(taken->lane) != last_lane && blocks(*taken, held, ignore)) {
            last_lane = taken->lane;
            ++lanes;
        }
    }
    return lanes;
}

std::optional<Instant> closure_end_over(const Policy& policy, Interval time) {
    std::optional<Instant> end;
    for (const auto& closure : policy.closures) {
        if (Interval{closure.start, closure.end}.overlaps(time)) {
            end = std::max(end.value_or(closure.end), closure.end);
        }
    }
    return end;
}

struct Bounds {
    Instant from;
    Instant to;
};
Bounds bounds_of(const Policy& policy, const SlotSearch& search) {
    const Instant earliest = search.now + minutes{policy.min_notice_minutes.value};
    const Instant last_start = search.now + std::chrono::days{policy.horizon_days.value};
    return {std::max(search.from, earliest), std::min({search.to, last_start + search.duration, far_future})};
}

struct Walker {
    const Policy& policy;
    const SlotSearch& search;
    const InstrumentCalendar& calendar;
    minutes before;
    minutes after;

    [[nodiscard]] bool lanes_were_cut() const { return !calendar.empty() && calendar.back().lane >= policy.capacity; }

    /// The earliest slot of one lane inside one open window, or nullopt.
    [[nodiscard]] std::optional<Interval> in_window(LaneRange lane, Interval window) const {
        Instant start = grid_start(policy, window.start);
        auto taken = first_after(lane, start - before);
        while (start + search.duration <= window.end) {
            const Interval time{start, start + search.duration};
            const Interval held{time.start - before, time.end + after};
            while (taken != lane.last &&
                   (taken->held_end <= raw(held.start) || (search.ignore && taken->holder() == *search.ignore))) {
                ++taken;
            }
            if (taken != lane.last && taken->held_start < raw(held.end)) {
                start = grid_start(policy, Taken::at(taken->held_end) + before);
            } else if (const auto closed_until = closure_end_over(policy, time)) {
                start = grid_start(policy, *closed_until);
            } else if (lanes_were_cut() && !is_free(policy, calendar, time, search.ignore)) {
                start = grid_start(policy, start + seconds{1});
            } else {
                return time;
            }
        }
        return std::nullopt;
    }
};
}  // namespace

bool length_fits(const Policy& policy, minutes duration) {
    const auto length = duration.count();
    return length >= policy.min_minutes && length <= policy.max_minutes && length % policy.grid_minutes == 0;
}

Instant grid_start(const Policy& policy, Instant at) {
    const auto local = policy.time_zone.to_local(at);
    const auto grid = static_cast<std::int32_t>(policy.grid_minutes) * 60;
    const auto over = local.second % grid;
    if (over == 0) {
        return at;
    }
    const auto next_second = local.second - over + grid;
    constexpr std::int32_t day_seconds = 86'400;
    if (next_second >= day_seconds) {
        return policy.time_zone.to_instant(local.day + 1, 0);
    }
    return policy.time_zone.to_instant(local.day, next_second / 60);
}

std::optional<Interval> earliest_slot(const Policy& policy, const InstrumentCalendar& calendar,
                                      const SlotSearch& search) {
    const auto bounds = bounds_of(policy, search);
    if (search.duration <= minutes{0} || bounds.from + search.duration > bounds.to ||
        !length_fits(policy, search.duration)) {
        return std::nullopt;
    }
    const Walker walker{policy, search, calendar, minutes{policy.buffer_before_minutes.value},
                        minutes{policy.buffer_after_minutes.value}};
    OpenWalk windows(policy, bounds.from, bounds.to);
    while (const auto window = windows.next()) {
        // Where nothing fits, a question over many instruments spares the look into each calendar.
        if (grid_start(policy, window->start) + search.duration > window->end) {
            continue;
        }
        std::optional<Interval> best;
        for (int lane = 0; lane < policy.capacity; ++lane) {
            const auto found = walker.in_window(lane_of(calendar, lane), *window);
            if (found && (!best || found->start < best->start)) {
                best = found;
            }
        }
        if (best) {
            return best;
        }
    }
    return std::nullopt;
}

std::optional<Interval> latest_slot(const Policy& policy, const InstrumentCalendar& calendar,
                                    const SlotSearch& search) {
    const auto bounds = bounds_of(policy, search);
    // From the back, stretch by stretch; within one the earliest slot is asked for again behind the last one found.
    constexpr int starts_a_stretch = 96;
    const minutes stretch{policy.grid_minutes.value * starts_a_stretch};
    SlotSearch probe = search;
    for (Instant last_start = bounds.to - search.duration; last_start >= bounds.from; last_start -= stretch) {
        std::optional<Interval> last;
        probe.from = std::max(bounds.from, last_start - stretch + seconds{1});
        probe.to = last_start + search.duration;
        while (const auto found = earliest_slot(policy, calendar, probe)) {
            last = found;
            probe.from = found->start + seconds{1};
        }
        if (last) {
            return last;
        }
    }
    return std::nullopt;
}

bool is_free(const Policy& policy, const InstrumentCalendar& calendar, Interval time, std::optional<Holder> ignore) {
    const Interval held{time.start - minutes{policy.buffer_before_minutes.value},
                        time.end + minutes{policy.buffer_after_minutes.value}};
    int taken = lanes_beyond(policy, calendar, held, ignore);
    for (int lane = 0; lane < policy.capacity; ++lane) {
        const auto range = lane_of(calendar, lane);
        bool free = true;
        for (auto t = first_after(range, held.start); t != range.last && t->held_start < raw(held.end); ++t) {
            free = free && !blocks(*t, held, ignore);
        }
        taken += free ? 0 : 1;
    }
    return taken < policy.capacity;
}

}  // namespace scheduler
