#include "scheduler/slots.hpp"

#include "tests/support/civil.hpp"

#include <catch2/catch.hpp>

using model::Interval;
using model::IntervalSet;
using model::minutes;
using support::at;
using support::policy_open;
using support::span;

TEST_CASE("open times are the opening hours without the closures") {
    auto policy = policy_open("Mon-Fri 09:00-17:00");
    policy.closures = {{at("2026-11-23 12:00"), at("2026-11-23 13:00"), "lunch"},
                       {at("2026-11-23 12:30"), at("2026-11-23 14:00"), "overlaps it"},
                       {at("2026-12-24 00:00"), at("2026-12-27 00:00"), "outside"}};
    CHECK(scheduler::open_times(policy, span("2026-11-23 10:00", "2026-11-24 10:00")) ==
          IntervalSet{span("2026-11-23 10:00", "2026-11-23 12:00"), span("2026-11-23 14:00", "2026-11-23 17:00"),
                      span("2026-11-24 09:00", "2026-11-24 10:00")});
    CHECK(scheduler::open_times(policy, {}).empty());
}

TEST_CASE("closed spans are the complement, split at local midnights") {
    const auto policy = policy_open("Fri 09:00-17:00");
    const std::vector<Interval> expected{span("2026-11-27 17:00", "2026-11-27 24:00"),
                                         span("2026-11-28 00:00", "2026-11-28 24:00"),
                                         span("2026-11-29 00:00", "2026-11-29 12:00")};
    CHECK(scheduler::closed_spans(policy, span("2026-11-27 12:00", "2026-11-29 12:00")) == expected);
    CHECK(scheduler::closed_spans(model::Policy{}, span("2026-11-27 12:00", "2026-11-29 12:00")).empty());
    CHECK(scheduler::closed_spans(policy, {}).empty());
}

TEST_CASE("slots start and end on the grid, and the limit is kept") {
    const auto policy = policy_open("Mon-Sun 00:00-24:00", 15);
    const IntervalSet free{span("2026-11-23 09:05", "2026-11-23 10:35")};
    const std::vector<Interval> expected{span("2026-11-23 09:15", "2026-11-23 10:15"),
                                         span("2026-11-23 09:30", "2026-11-23 10:30")};
    CHECK(scheduler::slots_in(free, minutes{60}, policy, 10) == expected);
    CHECK(scheduler::slots_in(free, minutes{60}, policy, 1).size() == 1);
    CHECK(scheduler::slots_in(free, minutes{60}, policy, 0).empty());
    CHECK(scheduler::slots_in(free, minutes{90}, policy, 10).empty());
    CHECK(scheduler::slots_in({}, minutes{60}, policy, 10).empty());
}

TEST_CASE("a length that is no multiple of the grid has no slots; its bookable length has") {
    auto policy = policy_open("Mon-Sun 00:00-24:00", 15);
    policy.min_minutes = 30;
    const IntervalSet free{span("2026-11-23 09:00", "2026-11-23 12:00")};
    CHECK(scheduler::slots_in(free, minutes{50}, policy, 10).empty());
    CHECK(scheduler::bookable_length(policy, minutes{50}) == minutes{60});
    CHECK(scheduler::bookable_length(policy, minutes{5}) == minutes{30});
    CHECK(scheduler::bookable_length(policy, minutes{60}) == minutes{60});
}

TEST_CASE("slots of days run over midnight") {
    const auto policy = policy_open("Mon-Sun 00:00-24:00", 1440);
    const IntervalSet free{span("2026-11-23 09:00", "2026-11-27 09:00")};
    const std::vector<Interval> expected{span("2026-11-24 00:00", "2026-11-26 00:00"),
                                         span("2026-11-25 00:00", "2026-11-27 00:00")};
    CHECK(scheduler::slots_in(free, minutes{2880}, policy, 10) == expected);
}

TEST_CASE("no slot is offered twice where local time is skipped") {
    auto policy = policy_open("Mon-Sun 00:00-24:00", 30);
    policy.time_zone = support::zone("Europe/Berlin");
    const auto& berlin = policy.time_zone;
    const IntervalSet free{span("2026-03-29 01:00", "2026-03-29 04:00", berlin)};
    const auto slots = scheduler::slots_in(free, minutes{30}, policy, 10);
    REQUIRE(slots.size() == 4);
    CHECK(slots[1].end == slots[2].start);
    CHECK(slots[2].start == at("2026-03-29 03:00", berlin));
}

TEST_CASE("the next start looks only at free time that is long enough") {
    const auto policy = policy_open("Mon-Sun 00:00-24:00", 15);
    const IntervalSet free{span("2026-11-23 09:00", "2026-11-23 10:00"), span("2026-11-23 11:05", "2026-11-23 13:00")};
    CHECK(scheduler::next_start(free, minutes{60}, policy, at("2026-11-23 00:00")) == at("2026-11-23 09:00"));
    CHECK(scheduler::next_start(free, minutes{60}, policy, at("2026-11-23 09:01")) == at("2026-11-23 11:15"));
    CHECK(scheduler::next_start(free, minutes{60}, policy, at("2026-11-23 12:01")) == std::nullopt);
    CHECK(scheduler::next_start({}, minutes{60}, policy, at("2026-11-23 00:00")) == std::nullopt);
}
