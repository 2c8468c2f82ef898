// Quotas against the table of minutes; all rules at once against each alone.

#include "scheduler/quota.hpp"

#include "tests/support/minute_grid.hpp"
#include "tests/support/random_cases.hpp"
#include "tests/support/wish.hpp"

#include <functional>
#include <map>
#include <set>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using model::Instant;
using model::Interval;
using model::minutes;
using model::Quota;
using support::Wish;

namespace {

const char* const zones[] = {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "UTC"};
const char* const windows[] = {"Mon-Sun 00:00-24:00", "Mon-Fri 09:00-17:00", "Sat-Sun 00:00-24:00",
                               "Mon 22:00-24:00; Tue 00:00-02:00", "Mon-Sun 01:00-03:30,13:00-14:00"};

Interval any_time(Instant around) {
    const auto start = around + minutes{15 * *rc::gen::inRange(-96 * 12, 96 * 12)};
    return {start, start + minutes{15 * *rc::gen::inRange(1, 96 * 3)}};
}

Quota any_quota() {
    Quota quota;
    quota.per = *rc::gen::element(model::QuotaPeriod::day, model::QuotaPeriod::week, model::QuotaPeriod::month,
                                  model::QuotaPeriod::year);
    quota.max_bookings = *rc::gen::inRange<std::int64_t>(0, 6);
    quota.max_minutes = 15 * *rc::gen::inRange<std::int64_t>(0, 500);
    if (*rc::gen::inRange(0, 2) == 0) {
        quota.week_starts = static_cast<model::Weekday>(*rc::gen::inRange(0, 7));
    }
    if (*rc::gen::inRange(0, 2) == 0) {
        quota.window = support::hours(windows[*rc::gen::inRange(0, 5)]);
    }
    return quota;
}

constexpr int table_days = 30;

support::WallClock& clock_around(const char* zone, const char* moment) {
    static std::map<std::pair<std::string, std::string>, support::WallClock> clocks;
    const support::MinuteRange range{support::at(moment) - std::chrono::days{table_days / 2}, table_days * 24 * 60};
    return clocks.try_emplace({zone, moment}, support::zone(zone), range).first->second;
}

Interval drawn_time(support::Draw& draw, Instant around, int days) {
    const auto start = around + minutes{15 * draw.between(-96 * days, 96 * days)};
    return {start, start + minutes{15 * draw.between(1, draw.chance(30) ? 96 * 3 : 24)}};
}

Quota drawn_quota(support::Draw& draw) {
    Quota quota;
    quota.per = draw.of(
        {model::QuotaPeriod::day, model::QuotaPeriod::week, model::QuotaPeriod::month, model::QuotaPeriod::year});
    // One of the two at least.
    const bool by_minutes = draw.chance(60);
    if (by_minutes) {
        quota.max_minutes = 15 * draw.between(0, draw.chance(50) ? 80 : 500);
    }
    if (!by_minutes || draw.chance(50)) {
        quota.max_bookings = draw.between(0, 5);
    }
    if (draw.chance(50)) {
        quota.week_starts = static_cast<model::Weekday>(draw.between(0, 6));
    }
    if (draw.chance(50)) {
        quota.window = support::hours(draw.from(windows));
    }
    return quota;
}

}  // namespace

TEST_CASE("quotas count as a clock would, minute by minute", "[oracle]") {
    support::for_cases([](support::Draw& draw) -> std::string {
        // Around both daylight-saving changes and the turn of the year.
        const char* moment = draw.of({"2026-03-29 00:00", "2026-10-25 00:00", "2026-03-08 00:00", "2027-01-01 00:00"});
        const char* zone = draw.from(zones);
        const auto around = support::at(moment);
        const auto quota = drawn_quota(draw);
        Wish wish;
        wish.policy.time_zone = support::zone(zone);
        wish.policy.quotas = {quota};
        wish.policy.grid_minutes = 1;
        wish.policy.max_minutes = 527'040;
        wish.policy.horizon_days = 3660;
        wish.now = around - std::chrono::days{30};
        wish.time = drawn_time(draw, around, 9);
        std::vector<Interval> others;
        for (int i = draw.between(0, 6); i > 0; --i) {
            others.push_back(draw.chance(50) ? drawn_time(draw, around, 9) : drawn_time(draw, wish.time.start, 2));
            wish.facts.counted_of_user.push_back({model::BookingId{i}, others.back()});
        }
        support::BrokenQuota told;
        for (const auto& violation : wish.violations()) {
            if (violation.rule != "quota") {
                return "another rule is broken: " + violation.rule;
            }
            (violation.params[3].value == "bookings" ? told.bookings : told.minutes) = true;
        }
        const auto expected = support::broken_quota(quota, clock_around(zone, moment), wish.time, others);
        return told == expected ? "" : "bookings or minutes are counted otherwise";
    });
}

TEST_CASE("all rules at once tell what each tells alone") {
    REQUIRE(rc::check([] {
        const auto start = support::at("2026-11-23 00:00") + minutes{5 * *rc::gen::inRange(0, 2000)};
        Wish all;
        all.time = {start, start + minutes{5 * *rc::gen::inRange(0, 60)}};
        all.now = start - minutes{*rc::gen::inRange(-60, 10'000)};
        all.is_change = *rc::gen::arbitrary<bool>();
        all.old_start = start + minutes{15 * *rc::gen::inRange(-10, 10)};
        all.facts.own = {{model::BookingId{1}, any_time(start)}};
        all.facts.counted_of_user = {{model::BookingId{1}, any_time(start)}};
        all.facts.future = {*rc::gen::inRange<std::int64_t>(0, 4), minutes{*rc::gen::inRange(0, 400)}};
        // One setting each; whatever it breaks alone it breaks together with the others.
        std::vector<std::function<void(model::Policy&)>> settings{
            [](model::Policy& p) { p.max_minutes = 60; },
            [](model::Policy& p) { p.min_minutes = 45; },
            [](model::Policy& p) { p.min_notice_minutes = 600; },
            [](model::Policy& p) { p.change_notice_minutes = 600; },
            [](model::Policy& p) { p.horizon_days = 1; },
            [](model::Policy& p) { p.opening_hours = support::hours("Mon-Fri 09:00-17:00"); },
            [](model::Policy& p) { p.own_gap_minutes = 600; },
            [](model::Policy& p) { p.max_future_bookings = 2; },
            [](model::Policy& p) { p.max_future_minutes = 200; },
            [](model::Policy& p) { p.requires_training = true; },
            [quota = any_quota()](model::Policy& p) { p.quotas = {quota}; },
            [](model::Policy& p) { p.gates = {{"g", "门", "gate", model::GateOf::user}}; },
        };
        // A policy on which the settings do not work limits as little as it can.
        all.policy.grid_minutes = 1;
        all.policy.min_minutes = 1;
        all.policy.max_minutes = 527'040;
        all.policy.horizon_days = 3660;
        std::multiset<std::string> alone;
        const auto add = [&](const Wish& wish, const std::multiset<std::string>& without) {
            for (const auto& name : wish.broken()) {
                if (!without.contains(name)) {
                    alone.insert(name);
                }
            }
        };
        const auto base = all.broken();
        const std::multiset<std::string> without(base.begin(), base.end());
        Wish together = all;
        for (const auto& set : settings) {
            if (*rc::gen::inRange(0, 2) == 0) {
                continue;
            }
            Wish one = all;
            set(one.policy);
            set(together.policy);
            add(one, without);
        }
        alone.insert(without.begin(), without.end());
        const auto found = together.broken();
        RC_ASSERT(std::multiset<std::string>(found.begin(), found.end()) == alone);
    }));
}
