// Alternatives, and the index of calendars. Free slots are in minute_grid_test.cpp.

#include "scheduler/availability.hpp"
#include "scheduler/alternatives.hpp"
#include "scheduler/rules.hpp"
#include "tests/support/civil.hpp"
#include "tests/support/instrument_record.hpp"

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

namespace {

/// An instrument that is asked for or may stand in, and what is taken of it.
struct Offered {
    scheduler::InstrumentRecord record;
    InstrumentCalendar calendar;
    scheduler::RuleFacts facts;
};

Offered any_offered(const char* id) {
    auto policy = any_policy();
    if (*rc::gen::inRange(0, 3) == 0) {
        policy.own_gap_minutes = 45;
        policy.max_future_bookings = *rc::gen::inRange<std::int64_t>(1, 3);
    }
    if (*rc::gen::inRange(0, 3) == 0) {
        policy.quotas.push_back({.per = model::QuotaPeriod::day,
                                 .scope = model::QuotaScope::user,
                                 .max_bookings = *rc::gen::inRange<std::int64_t>(1, 3),
                                 .max_minutes = *rc::gen::inRange<std::int64_t>(10, 300),
                                 .week_starts = {},
                                 .window = {}});
    }
    policy.max_minutes = *rc::gen::element<std::int64_t>(60, 43'200);
    Offered offered{support::instrument_record(id, policy, support::yuan(*rc::gen::inRange(0, 300))), {}, {}};
    offered.calendar = any_calendar(policy);
    if (*rc::gen::inRange(0, 2) == 0) {
        const auto start = support::at("2026-03-06 12:00") + minutes{15 * *rc::gen::inRange(0, 300)};
        offered.facts.add({model::BookingId{77}, {start, start + minutes{60}}}, support::at("2026-03-06 00:00"));
    }
    return offered;
}

bool rules_allow(const Offered& offered, const scheduler::RuleFacts& facts, Interval time, Instant now) {
    const scheduler::RuleInput rules{.policy = offered.record.policy->policy,
                                     .instrument = offered.record.instrument,
                                     .time = time,
                                     .now = now,
                                     .is_change = false,
                                     .old_start = {},
                                     .facts = facts};
    return scheduler::broken_rules(rules).empty();
}

/// What is true of every alternative to the wish, whatever the town.
void check_alternative(const scheduler::Alternative& found, const std::vector<Offered>& town,
                       const scheduler::Wish& wish) {
    const auto at = std::ranges::find_if(town, [&](const Offered& offered) { return &offered.record == found.record; });
    RC_ASSERT(at != town.end());
    const auto& policy = at->record.policy->policy;
    RC_ASSERT(plainly_free(policy, at->calendar, found.time));
    RC_ASSERT(rules_allow(*at, at->facts, found.time, wish.now));
    RC_ASSERT(found.points == scheduler::sum_of_points(found.reasons));
    const auto wished = wish.time.length();
    if (found.second) {
        const auto& second = found.second->time;
        RC_ASSERT(wish.may_be_split && found.why == scheduler::Why::split);
        RC_ASSERT(plainly_free(policy, at->calendar, second));
        RC_ASSERT(found.time.length() + second.length() == wished);
        RC_ASSERT(4 * std::min(found.time.length(), second.length()) >= wished);
        const minutes buffers{policy.buffer_before_minutes + policy.buffer_after_minutes};
        RC_ASSERT(second.start > found.time.end && second.start >= found.time.end + buffers);
        auto facts = at->facts;
        facts.add({model::BookingId{78}, found.time}, wish.now);
        RC_ASSERT(rules_allow(*at, facts, second, wish.now));
    } else if (found.why == scheduler::Why::shorter) {
        RC_ASSERT(wish.may_be_shorter && wish.time.contains(found.time));
        RC_ASSERT(found.time.length() < wished && 2 * found.time.length() >= wished);
    } else {
        RC_ASSERT(found.time.length() == wished);
    }
}

bool same_alternative(const scheduler::Alternative& a, const scheduler::Alternative& b) {
    const auto second_start = [](const auto& x) { return x.second ? x.second->time.start : Instant{}; };
    return a.record == b.record && a.time == b.time && second_start(a) == second_start(b);
}

}  // namespace

TEST_CASE("an alternative is free, breaks no rule, is proposed once and ranked by its points") {
    REQUIRE(rc::check([] {
        std::vector<Offered> town;
        for (const char* id : {"I1", "I2", "I3"}) {
            town.push_back(any_offered(id));
        }
        const auto start = support::at("2026-03-06 12:00") + minutes{5 * *rc::gen::inRange(0, 600)};
        const minutes length{town[0].record.policy->policy.grid_minutes.value * *rc::gen::inRange(1, 20)};
        scheduler::Wish wish{
            {&town[0].record, &town[0].calendar},
            {start, start + length},
            support::at("2026-03-06 00:00"),
            [&town](const scheduler::InstrumentRecord& record) {
                return std::ranges::find(town, &record, [](const Offered& o) { return &o.record; })->facts;
            }};
        wish.may_be_shorter = *rc::gen::arbitrary<bool>();
        wish.may_be_split = *rc::gen::arbitrary<bool>();
        const std::vector<scheduler::Candidate> candidates{{&town[1].record, &town[1].calendar},
                                                           {&town[2].record, &town[2].calendar}};
        const auto found = scheduler::alternatives(wish, candidates, 8);
        RC_ASSERT(found.size() <= 8U);
        RC_ASSERT(std::ranges::is_sorted(found, {}, &scheduler::Alternative::points));
        for (std::size_t i = 0; i < found.size(); ++i) {
            check_alternative(found[i], town, wish);
            for (std::size_t k = 0; k < i; ++k) {
                RC_ASSERT(!same_alternative(found[i], found[k]));
            }
        }
        const auto again = scheduler::alternatives(wish, candidates, 8);
        RC_ASSERT(std::ranges::equal(found, again, same_alternative));
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
