// Opening, free lanes and free slots against tables of minutes.

#include "tests/support/minute_grid.hpp"
#include "scheduler/availability.hpp"
#include "scheduler/slots.hpp"
#include "tests/support/civil.hpp"
#include "tests/support/random_cases.hpp"

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

using model::Instant;
using model::Interval;
using model::minutes;
using scheduler::InstrumentCalendar;
using scheduler::Taken;

namespace {

const char* const opening_hours[] = {"Mon-Sun 00:00-24:00", "Mon-Fri 08:30-17:30",
                                     "Mon-Fri 09:00-12:00,13:30-17:30; Sat 09:00-24:00; Sun 00:00-06:00",
                                     "Wed 10:00-11:00", "Mon-Fri 22:00-24:00; Tue-Sat 00:00-06:00; Sun 01:00-04:00"};
const char* const zones[] = {"Asia/Shanghai", "America/New_York"};

// Over a change of clocks in New York.
const support::MinuteRange table{support::at("2026-03-03 00:00"), 14 * 24 * 60};

support::WallClock& clock_of(const std::string& zone) {
    static std::map<std::string, support::WallClock> clocks;
    return clocks.try_emplace(zone, support::zone(zone), table).first->second;
}

/// Two days off and a Saturday that is worked as a Wednesday.
model::HolidaysPtr some_holidays() {
    static const auto holidays = [] {
        model::HolidayDocument document;
        document.holidays.push_back(
            {model::parse_date("2026-03-09").value(), model::parse_date("2026-03-10").value(), "节", "Feast"});
        document.working_days.push_back({model::parse_date("2026-03-07").value(), model::Weekday::Wed});
        return std::make_shared<const model::Holidays>(std::move(document), 1);
    }();
    return holidays;
}

struct World {
    std::string zone;
    model::Policy policy;
    InstrumentCalendar calendar;  ///< sorted as the index keeps it
    support::LaneTable lanes{table};

    [[nodiscard]] Interval held(Interval time) const {
        return {time.start - minutes{policy.buffer_before_minutes.value},
                time.end + minutes{policy.buffer_after_minutes.value}};
    }
    [[nodiscard]] bool is_free(Interval time) const {
        return lanes.free_lane(static_cast<int>(policy.capacity), held(time)).has_value();
    }
};

model::Policy drawn_policy(support::Draw& draw, const std::string& zone) {
    auto policy = support::policy_open(draw.from(opening_hours), draw.of({5, 15, 30, 60}));
    policy.time_zone = support::zone(zone);
    policy.capacity = draw.between(1, 3);
    policy.buffer_before_minutes = draw.of({0, 0, 10, 60});
    policy.buffer_after_minutes = draw.of({0, 0, 20, 45});
    policy.min_notice_minutes = draw.of({0, 0, 90});
    policy.horizon_days = draw.of({2, 180});
    policy.min_minutes = 5;
    if (draw.chance(33)) {
        const auto start = support::at("2026-03-06 00:00") + minutes{draw.between(0, 4000)};
        policy.closures.push_back({start, start + minutes{draw.between(1, 3000)}, "closed"});
    }
    if (draw.chance(25)) {
        policy.follows_holidays = true;
        policy.holidays = some_holidays();
    }
    return policy;
}

World drawn_world(support::Draw& draw) {
    World world;
    world.zone = draw.from(zones);
    world.policy = drawn_policy(draw, world.zone);
    // Above the capacity lies what was booked before it was lowered.
    const int lanes = static_cast<int>(world.policy.capacity) + draw.between(0, 1);
    for (int i = draw.between(0, 40); i > 0; --i) {
        const auto start = support::at("2026-03-05 12:00") + minutes{5 * draw.between(0, 1500)};
        const Interval time{start, start + minutes{5 * draw.between(1, 100)}};
        const int lane = draw.between(0, lanes - 1);
        if (world.lanes.is_free(lane, world.held(time))) {
            world.lanes.fill(lane, world.held(time), i);
            world.calendar.push_back(Taken::of({{}, lane, {model::HolderKind::booking, i}, time, world.held(time)}));
        }
    }
    std::ranges::sort(world.calendar, {}, [](const Taken& t) { return std::pair(t.lane, t.held_start); });
    return world;
}

scheduler::SlotSearch drawn_search(support::Draw& draw, const model::Policy& policy) {
    scheduler::SlotSearch search;
    search.now = support::at("2026-03-05 12:00") + minutes{draw.between(0, 300)};
    search.duration = minutes{policy.grid_minutes.value * draw.between(1, 12)};
    search.from = support::at("2026-03-05 00:00") + minutes{draw.between(0, 5000)};
    search.to = search.from + minutes{draw.between(0, 6000)};
    return search;
}

/// The minutes in which the instrument is open.
std::vector<bool> open_table(const World& world) {
    auto open = clock_of(world.zone).inside(world.policy.opening_hours, world.policy.holidays);
    for (const auto& closure : world.policy.closures) {
        for (int minute = table.minute(closure.start); minute < table.minute(closure.end); ++minute) {
            open[static_cast<std::size_t>(minute)] = false;
        }
    }
    return open;
}

/// Every start that the search allows, minute by minute.
class PlainSearch {
  public:
    PlainSearch(const World& world, const scheduler::SlotSearch& search)
        : world_(world), search_(search), open_(open_table(world)) {}

    [[nodiscard]] bool is_slot(Instant start) const {
        const Interval time{start, start + search_.duration};
        const int first = table.minute(start);
        if (clock_of(world_.zone).minute_of_day(first) % world_.policy.grid_minutes != 0 || time.end > search_.to ||
            start < search_.now + minutes{world_.policy.min_notice_minutes.value} ||
            start > search_.now + std::chrono::days{world_.policy.horizon_days.value}) {
            return false;
        }
        for (int minute = first; minute < table.minute(time.end); ++minute) {
            if (!open_[static_cast<std::size_t>(minute)]) {
                return false;
            }
        }
        return world_.is_free(time);
    }
    [[nodiscard]] std::optional<Interval> earliest() const {
        for (auto at = search_.from; at < search_.to; at += minutes{1}) {
            if (is_slot(at)) {
                return Interval{at, at + search_.duration};
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Interval> latest() const {
        for (auto at = search_.to; at >= search_.from; at -= minutes{1}) {
            if (is_slot(at)) {
                return Interval{at, at + search_.duration};
            }
        }
        return std::nullopt;
    }

  private:
    const World& world_;
    const scheduler::SlotSearch& search_;
    std::vector<bool> open_;
};

std::string told(std::optional<Interval> slot) {
    return slot ? model::format_instant(slot->start, {}) + " for " + std::to_string(slot->length().count() / 60)
                : "none";
}

}  // namespace

TEST_CASE("the earliest and the latest slot are those of the table of minutes", "[oracle]") {
    support::for_cases([](support::Draw& draw) -> std::string {
        const auto world = drawn_world(draw);
        const auto search = drawn_search(draw, world.policy);
        const PlainSearch plain(world, search);
        const auto earliest = scheduler::earliest_slot(world.policy, world.calendar, search);
        if (earliest != plain.earliest()) {
            return "earliest is " + told(earliest) + " instead of " + told(plain.earliest());
        }
        const auto latest = scheduler::latest_slot(world.policy, world.calendar, search);
        if (latest != plain.latest()) {
            return "latest is " + told(latest) + " instead of " + told(plain.latest());
        }
        return {};
    });
}

TEST_CASE("a time is free exactly when fewer lanes than the capacity are in use", "[oracle]") {
    support::for_cases([](support::Draw& draw) -> std::string {
        const auto world = drawn_world(draw);
        for (int i = 0; i < 20; ++i) {
            const auto start = support::at("2026-03-05 12:00") + minutes{5 * draw.between(0, 1500)};
            const Interval time{start, start + minutes{5 * draw.between(1, 60)}};
            if (scheduler::is_free(world.policy, world.calendar, time) != world.is_free(time)) {
                return told(time) + " is judged otherwise";
            }
        }
        return {};
    });
}

TEST_CASE("an instrument is open in the minutes of the table, and closed in all others", "[oracle]") {
    support::for_cases([](support::Draw& draw) -> std::string {
        const auto world = drawn_world(draw);
        const auto open = open_table(world);
        const int from = draw.between(0, table.count - 4000);
        const Interval range{table.instant(from), table.instant(from + draw.between(1, 3999))};
        const auto times = scheduler::open_times(world.policy, range);
        for (int minute = from; minute < table.minute(range.end); ++minute) {
            const Interval whole{table.instant(minute), table.instant(minute + 1)};
            const bool told_open = std::ranges::any_of(times, [&](const Interval& t) { return t.contains(whole); });
            if (told_open != open[static_cast<std::size_t>(minute)]) {
                return told(whole) + (told_open ? " is told open" : " is told closed");
            }
        }
        return {};
    });
}
