#include "tests/support/minute_grid.hpp"

#include <algorithm>

namespace support {

using namespace model;

int MinuteRange::minute(Instant at) const {
    const auto number = std::chrono::duration_cast<minutes>(at - from).count();
    return static_cast<int>(std::clamp<std::int64_t>(number, 0, count));
}

LaneTable::LaneTable(MinuteRange range)
    : range_(range), lanes_(lanes_max, std::vector<int>(static_cast<std::size_t>(range.count), 0)) {}

bool LaneTable::is_free(int lane, Interval held) const {
    const auto& cells = lanes_.at(static_cast<std::size_t>(lane));
    for (int minute = range_.minute(held.start); minute < range_.minute(held.end); ++minute) {
        if (cells[static_cast<std::size_t>(minute)] != 0) {
            return false;
        }
    }
    return true;
}

void LaneTable::fill(int lane, Interval held, int holder) {
    auto& cells = lanes_.at(static_cast<std::size_t>(lane));
    for (int minute = range_.minute(held.start); minute < range_.minute(held.end); ++minute) {
        cells[static_cast<std::size_t>(minute)] = holder;
    }
}

void LaneTable::erase(int holder) {
    for (auto& cells : lanes_) {
        std::ranges::replace(cells, holder, 0);
    }
}

bool LaneTable::is_filled(int lane, Interval held, int holder) const {
    const auto& cells = lanes_.at(static_cast<std::size_t>(lane));
    for (int minute = range_.minute(held.start); minute < range_.minute(held.end); ++minute) {
        if (cells[static_cast<std::size_t>(minute)] != holder) {
            return false;
        }
    }
    return true;
}

bool LaneTable::has_within(int holder, Interval time) const {
    for (const auto& cells : lanes_) {
        for (int minute = range_.minute(time.start); minute < range_.minute(time.end); ++minute) {
            if (cells[static_cast<std::size_t>(minute)] == holder) {
                return true;
            }
        }
    }
    return false;
}

bool LaneTable::is_empty() const {
    return std::ranges::all_of(lanes_, [](const auto& cells) {
        return std::ranges::count(cells, 0) == static_cast<std::ptrdiff_t>(cells.size());
    });
}

std::optional<int> LaneTable::free_lane(int capacity, Interval held) const {
    int in_use = 0;
    std::optional<int> first;
    for (int lane = 0; lane < lanes_max; ++lane) {
        if (!is_free(lane, held)) {
            ++in_use;
        } else if (!first && lane < capacity) {
            first = lane;
        }
    }
    return in_use < capacity ? first : std::nullopt;
}

WallClock::WallClock(const TimeZone& zone, MinuteRange range) : zone_(zone), range_(range) {
    for (int minute = 0; minute < range.count; ++minute) {
        const auto local = zone.to_local(range.instant(minute));
        days_.push_back(local.day);
        of_day_.push_back(local.second / 60);
    }
}

namespace {
/// Whose hours a day has.
std::optional<int> weekday_on(LocalDay day, const HolidaysPtr& followed) {
    if (followed) {
        for (const auto& holiday : followed->document().holidays) {
            if (holiday.from.day <= day && day <= holiday.to.day) {
                return std::nullopt;
            }
        }
        for (const auto& worked : followed->document().working_days) {
            if (worked.date.day == day) {
                return static_cast<int>(worked.hours_of.value_or(Weekday::Mon));
            }
        }
    }
    return weekday_of(day);
}
}  // namespace

bool WallClock::is_inside(const OpeningHours& hours, const HolidaysPtr& followed, int minute) const {
    const auto weekday = weekday_on(day(minute), followed);
    // By instants, so that an hour that occurs twice counts as the windows have it.
    return weekday && std::ranges::any_of(hours.windows(), [&](const OpeningHours::Window& w) {
               const auto at = range_.instant(minute);
               return w.weekday == *weekday && zone_.to_instant(day(minute), w.from) <= at &&
                      at < zone_.to_instant(day(minute), w.to);
           });
}

const std::vector<bool>& WallClock::inside(const OpeningHours& hours, const HolidaysPtr& followed) {
    auto& table = inside_[{hours.text(), followed.get()}];
    if (table.empty()) {
        for (int minute = 0; minute < range_.count; ++minute) {
            table.push_back(is_inside(hours, followed, minute));
        }
    }
    return table;
}

namespace {
/// From the day's civil date alone.
std::int64_t period_of_day(const Quota& quota, LocalDay day) {
    const auto date = civil_date(day);
    switch (quota.per) {
        case QuotaPeriod::day:
            return day;
        case QuotaPeriod::week:
            while (weekday_of(day) != static_cast<int>(quota.week_starts.value_or(Weekday::Mon))) {
                --day;
            }
            return day;
        case QuotaPeriod::month:
            return date.year * 100 + static_cast<std::int64_t>(date.month);
        case QuotaPeriod::year:
            return date.year;
    }
    return 0;
}
}  // namespace

MinutesByPeriod counted_minutes(const Quota& quota, WallClock& clock, Interval time) {
    std::map<LocalDay, std::int64_t> by_day;
    const auto* inside = quota.window ? &clock.inside(*quota.window) : nullptr;
    for (int minute = clock.range().minute(time.start); minute < clock.range().minute(time.end); ++minute) {
        if (inside == nullptr || (*inside)[static_cast<std::size_t>(minute)]) {
            ++by_day[clock.day(minute)];
        }
    }
    MinutesByPeriod by_period;
    for (const auto& [day, counted] : by_day) {
        by_period[period_of_day(quota, day)] += counted;
    }
    return by_period;
}

BrokenQuota broken_quota(const Quota& quota, WallClock& clock, Interval wish, const std::vector<Interval>& others) {
    MinutesByPeriod used;
    std::map<std::int64_t, std::int64_t> bookings;
    for (const auto& other : others) {
        for (const auto& [period, counted] : counted_minutes(quota, clock, other)) {
            used[period] += counted;
            ++bookings[period];
        }
    }
    BrokenQuota broken;
    for (const auto& [period, wanted] : counted_minutes(quota, clock, wish)) {
        broken.bookings = broken.bookings || (quota.max_bookings && bookings[period] + 1 > *quota.max_bookings);
        broken.minutes = broken.minutes || (quota.max_minutes && used[period] + wanted > *quota.max_minutes);
    }
    return broken;
}

}  // namespace support
