// Alternatives, and the index of calendars. Free slots are in minute_grid_test.cpp.

#include "scheduler/availability.hpp"
#include "scheduler/alternatives.hpp"
#include "scheduler/rules.hpp"
#include "tests/support/civil.hpp"

#include <algorithm>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using model::Instant;
using model::Interval;
using model::minutes;
using scheduler::InstrumentCalendar;
using scheduler::Taken;

namespace {

constexpr int lanes_max = 8;

model::Policy any_policy() {
    auto policy = support::policy_open(
        *rc::gen::element<std::string>("Mon-Sun 00:00-24:00", "Mon-Fri 08:30-17:30",
                                       "Mon-Fri 09:00-12:00,13:30-17:30; Sat 09:00-24:00; Sun 00:00-06:00",
                                       "Wed 10:00-11:00"),
        *rc::gen::element<std::int64_t>(5, 15, 30, 60));
    policy.time_zone = support::zone(*rc::gen::element<std::string>("Asia/Shanghai", "America/New_York"));
    policy.capacity = *rc::gen::inRange<std::int64_t>(1, 4);
    policy.buffer_before_minutes = *rc::gen::element<std::int64_t>(0, 0, 10, 60);
    policy.buffer_after_minutes = *rc::gen::element<std::int64_t>(0, 0, 20, 45);
    policy.min_notice_minutes = *rc::gen::element<std::int64_t>(0, 0, 90);
    policy.horizon_days = *rc::gen::element<std::int64_t>(2, 180);
    policy.min_minutes = 5;
    if (*rc::gen::inRange(0, 3) == 0) {
        const auto start = support::at("2026-03-06 00:00") + minutes{*rc::gen::inRange(0, 4000)};
        policy.closures.push_back({start, start + minutes{*rc::gen::inRange(1, 3000)}, "closed"});
    }
    return policy;
}

bool overlaps_lane(const InstrumentCalendar& calendar, int lane, Interval held) {
    return std::ranges::any_of(calendar, [&](const Taken& t) { return t.lane == lane && t.held().overlaps(held); });
}

/// What is taken, sorted as the index keeps it.
InstrumentCalendar any_calendar(const model::Policy& policy) {
    InstrumentCalendar calendar;
    const int wanted = *rc::gen::inRange(0, 40);
    for (int i = 0; i < wanted; ++i) {
        const auto start = support::at("2026-03-05 12:00") + minutes{5 * *rc::gen::inRange(0, 1500)};
        const Interval time{start, start + minutes{5 * *rc::gen::inRange(1, 100)}};
        const Interval held{time.start - minutes{policy.buffer_before_minutes.value},
                            time.end + minutes{policy.buffer_after_minutes.value}};
        // Above the capacity lies what was booked before it was lowered.
        const int lane = *rc::gen::inRange(0, static_cast<int>(policy.capacity) + *rc::gen::inRange(0, 2));
        if (!overlaps_lane(calendar, lane, held)) {
            calendar.push_back(Taken::of({{}, lane, {model::HolderKind::booking, i + 1}, time, held}));
        }
    }
    std::ranges::sort(calendar, {}, [](const Taken& t) { return std::pair(t.lane, t.held_start); });
    return calendar;
}

bool plainly_free(const model::Policy& policy, const InstrumentCalendar& calendar, Interval time) {
    const Interval held{time.start - minutes{policy.buffer_before_minutes.value},
                        time.end + minutes{policy.buffer_after_minutes.value}};
    int taken = 0;
    for (int lane = 0; lane < lanes_max; ++lane) {
        taken += overlaps_lane(calendar, lane, held) ? 1 : 0;
    }
    return taken < policy.capacity;
}

}  // namespace

TEST_CASE("an alternative is free, breaks no rule, and is proposed once") {
    REQUIRE(rc::check([] {
        scheduler::InstrumentRecord record;
        record.instrument.id = model::InstrumentId{"I1"};
        auto version = std::make_shared<model::PolicyVersion>();
        version->policy = any_policy();
        record.policy = version;
        scheduler::InstrumentRecord other = record;
        other.instrument.id = model::InstrumentId{"I2"};
        const auto calendar = any_calendar(version->policy);
        const InstrumentCalendar empty;
        const scheduler::RuleFacts nobody;
        const auto start = support::at("2026-03-06 12:00") + minutes{5 * *rc::gen::inRange(0, 600)};
        const minutes length{version->policy.grid_minutes.value * *rc::gen::inRange(1, 5)};
        const scheduler::Wish wish{{&record, &calendar},
                                   {start, start + length},
                                   support::at("2026-03-06 00:00"),
                                   [](const scheduler::InstrumentRecord&) { return scheduler::RuleFacts{}; }};
        const scheduler::Candidate equivalent{&other, &empty};
        const auto found = scheduler::alternatives(wish, {&equivalent, 1}, 6);
        RC_ASSERT(found.size() <= 6U);
        for (std::size_t i = 0; i < found.size(); ++i) {
            const auto& taken = found[i].record == &record ? calendar : empty;
            RC_ASSERT(plainly_free(version->policy, taken, found[i].time));
            const scheduler::RuleInput rules{.policy = version->policy,
                                             .instrument = record.instrument,
                                             .time = found[i].time,
                                             .now = wish.now,
                                             .is_change = false,
                                             .old_start = {},
                                             .facts = nobody};
            RC_ASSERT(scheduler::broken_rules(rules).empty());
            for (std::size_t k = 0; k < i; ++k) {
                RC_ASSERT(!(found[k].record == found[i].record && found[k].time == found[i].time));
            }
        }
    }));
}

TEST_CASE("the calendar index after any edits equals one built from scratch") {
    REQUIRE(rc::check([] {
        constexpr std::size_t instruments = 600;
        scheduler::CalendarIndex index(instruments, {});
        std::vector<std::pair<std::uint32_t, Taken>> all;
        const int steps = *rc::gen::inRange(1, 30);
        for (int step = 0; step < steps; ++step) {
            scheduler::CalendarEdit edit(index);
            for (int i = 0; i < 3; ++i) {
                const auto ordinal = static_cast<std::uint32_t>(*rc::gen::inRange<std::size_t>(0, instruments));
                if (!all.empty() && *rc::gen::inRange(0, 3) == 0) {
                    const auto victim = *rc::gen::elementOf(all);
                    edit.remove(victim.first, victim.second.holder());
                    std::erase_if(all, [&](const auto& entry) {
                        return entry.first == victim.first && entry.second.holder() == victim.second.holder();
                    });
                } else {
                    const auto start = support::at("2026-03-05 12:00") + std::chrono::hours{step * 10 + i};
                    const Interval time{start, start + minutes{30}};
                    const auto taken = Taken::of({{}, i, {model::HolderKind::booking, step * 10 + i}, time, time});
                    edit.add(ordinal, taken);
                    all.emplace_back(ordinal, taken);
                }
            }
            index = edit.finish(Instant{});
        }
        const scheduler::CalendarIndex fresh(instruments, all);
        for (std::size_t i = 0; i < instruments; ++i) {
            const auto same = [](const Taken& a, const Taken& b) {
                return a.holder() == b.holder() && a.held() == b.held() && a.lane == b.lane;
            };
            RC_ASSERT(std::ranges::equal(index.at(i), fresh.at(i), same));
        }
    }));
}
