// The opening-hours rule and the free slots against the plain list of open times.

#include "scheduler/slots.hpp"
#include "tests/support/wish.hpp"

#include <array>

#include <fmt/format.h>
#include <rapidcheck.h>
#include <catch2/catch.hpp>

using model::Interval;
using model::IntervalSet;
using model::minutes;

namespace {

/// A week of up to three windows a day, on quarters of an hour, often touching each other or
/// midnight.
std::string any_week() {
    constexpr std::array days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    std::string text;
    for (const auto* day : days) {
        int from = 0;
        std::string windows;
        for (int i = *rc::gen::inRange(0, 4); i > 0 && from < 95; --i) {
            from += *rc::gen::inRange(0, 2) * *rc::gen::inRange(0, 95 - from);
            const int to = *rc::gen::inRange(from + 1, 97);
            windows += fmt::format("{}{:02}:{:02}-{:02}:{:02}", windows.empty() ? "" : ",", from / 4, from % 4 * 15,
                                   to / 4, to % 4 * 15);
            from = to;
        }
        if (!windows.empty()) {
            text += fmt::format("{}{} {}", text.empty() ? "" : "; ", day, windows);
        }
    }
    return text.empty() ? "Wed 09:00-12:00" : text;
}

model::Policy any_policy() {
    auto policy = support::policy_open(any_week());
    policy.time_zone =
        support::zone(*rc::gen::element<std::string>("Asia/Shanghai", "America/New_York", "Europe/Berlin"));
    return policy;
}

/// Up to two days, in weeks in which daylight-saving time begins or ends.
Interval any_time() {
    const auto* week =
        *rc::gen::element("2026-03-07 00:00", "2026-03-27 00:00", "2026-10-24 00:00", "2026-10-30 00:00");
    const auto start = support::at(week) + minutes{15 * *rc::gen::inRange(0, 4 * 96)};
    return {start, start + minutes{15 * *rc::gen::inRange(1, 2 * 96)}};
}

/// A stretch of open time with its ends moved a little or not at all; any time where there is none.
Interval time_near_edges(const model::Policy& policy) {
    const auto time = any_time();
    const auto open = policy.opening_hours.open_in(time, policy.time_zone);
    if (open.empty()) {
        return time;
    }
    const auto& piece = *rc::gen::elementOf(open);
    const auto nudge = rc::gen::inRange(-1, 2);
    const Interval near{piece.start + minutes{15 * *nudge}, piece.end + minutes{15 * *nudge}};
    return near.empty() ? time : near;
}

bool is_inside(const Interval& time, const IntervalSet& open) {
    return std::ranges::any_of(open, [&](const Interval& piece) { return piece.contains(time); });
}

}  // namespace

TEST_CASE("the rule allows exactly the times inside one stretch of open time") {
    CHECK(rc::check("opening_hours agrees with open_in", [] {
        support::Wish wish;
        wish.policy = any_policy();
        wish.time = time_near_edges(wish.policy);
        wish.now = support::at("2026-03-01 00:00");
        wish.policy.horizon_days = 3660;
        wish.policy.grid_minutes = 1;
        const Interval around{wish.time.start - minutes{1}, wish.time.end + minutes{1}};
        const bool open = is_inside(wish.time, wish.policy.opening_hours.open_in(around, wish.policy.time_zone));
        RC_CLASSIFY(open);
        RC_ASSERT(wish.broken().empty() == open);
    }));
}

TEST_CASE("open and closed times share nothing and fill the range") {
    CHECK(rc::check("closed_spans is the complement of open_times", [] {
        auto policy = any_policy();
        const auto closure = any_time();
        policy.closures = {{closure.start, closure.end, "closed"}};
        const auto range = any_time();
        const auto open = scheduler::open_times(policy, range);
        const auto closed = scheduler::closed_spans(policy, range);
        RC_ASSERT(model::total_length(open) + model::total_length(closed) == range.length());
        auto all = open;
        all.insert(all.end(), closed.begin(), closed.end());
        RC_ASSERT(model::normalised(all) == IntervalSet{range});
        RC_ASSERT(!is_inside(closure.intersection(range), open));
    }));
}

TEST_CASE("the slots are all bookable times of their length in free time, in order") {
    CHECK(rc::check("slots_in and next_start agree with a walk minute by minute", [] {
        const auto policy = any_policy();
        const auto& zone = policy.time_zone;
        const auto range = any_time();
        const auto open = scheduler::open_times(policy, range);
        const minutes length{15 * *rc::gen::inRange(1, 24)};
        std::vector<Interval> expected;
        for (auto at = range.start; at < range.end; at += minutes{1}) {
            const Interval slot{at, at + length};
            const auto local = zone.to_local(at);
            // A local time that occurs twice means its first occurrence.
            const bool first_occurrence = zone.to_instant(local.day, local.second / 60) == at;
            if (first_occurrence && is_inside(slot, open) && scheduler::on_grid(policy, slot.start) &&
                scheduler::on_grid(policy, slot.end)) {
                expected.push_back(slot);
            }
        }
        RC_ASSERT(scheduler::slots_in(open, length, policy, 1000) == expected);
        const auto first = scheduler::next_start(open, length, policy, range.start);
        RC_ASSERT(first.has_value() == !expected.empty());
        if (first) {
            RC_ASSERT(*first == expected.front().start);
        }
    }));
}
