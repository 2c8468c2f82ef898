// Quotas against a count of minutes, one by one; all rules at once against each alone.

#include "scheduler/quota.hpp"

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

/// The name of the period that a minute belongs to, from its civil date alone.
std::string label(const Quota& quota, model::LocalDay day) {
    const auto date = model::civil_date(day);
    switch (quota.per) {
        case model::QuotaPeriod::day:
            return std::to_string(day);
        case model::QuotaPeriod::week:
            while (model::weekday_of(day) != static_cast<int>(quota.week_starts.value_or(model::Weekday::Mon))) {
                --day;
            }
            return std::to_string(day);
        case model::QuotaPeriod::month:
            return std::to_string(date.year) + "-" + std::to_string(date.month);
        case model::QuotaPeriod::year:
            return std::to_string(date.year);
    }
    return {};
}

/// Minutes of a booking that count, by period.
std::map<std::string, std::int64_t> minute_by_minute(const Quota& quota, const model::TimeZone& zone, Interval time) {
    std::map<std::string, std::int64_t> counted;
    for (Instant at = time.start; at < time.end; at += minutes{1}) {
        const auto local = zone.to_local(at);
        bool inside = !quota.window;
        if (quota.window) {
            for (const auto& w : quota.window->windows()) {
                // By instants, so that an hour that occurs twice is counted as the windows have it.
                inside = inside || (w.weekday == model::weekday_of(local.day) &&
                                    zone.to_instant(local.day, w.from) <= at && at < zone.to_instant(local.day, w.to));
            }
        }
        if (inside) {
            ++counted[label(quota, local.day)];
        }
    }
    return counted;
}

struct Told {
    bool bookings = false;
    bool minutes = false;
};

Told plainly(const Quota& quota, const model::TimeZone& zone, Interval wish, const std::vector<Interval>& others) {
    std::map<std::string, std::int64_t> used;
    std::map<std::string, std::int64_t> count;
    for (const auto& other : others) {
        for (const auto& [period, amount] : minute_by_minute(quota, zone, other)) {
            used[period] += amount;
            ++count[period];
        }
    }
    Told told;
    for (const auto& [period, wanted] : minute_by_minute(quota, zone, wish)) {
        told.bookings = told.bookings || count[period] + 1 > *quota.max_bookings;
        told.minutes = told.minutes || used[period] + wanted > *quota.max_minutes;
    }
    return told;
}

}  // namespace

TEST_CASE("quotas count as a clock would, minute by minute") {
    REQUIRE(rc::check([] {
        Wish wish;
        wish.policy.time_zone = support::zone(zones[*rc::gen::inRange(0, 4)]);
        const auto quota = any_quota();
        wish.policy.quotas = {quota};
        wish.policy.grid_minutes = 1;
        wish.policy.max_minutes = 527'040;
        wish.policy.horizon_days = 3660;
        // Around both daylight-saving changes and the turn of the year.
        const auto around = support::at(*rc::gen::element<std::string>("2026-03-29 00:00", "2026-10-25 00:00",
                                                                       "2026-03-08 00:00", "2027-01-01 00:00"));
        wish.now = around - std::chrono::days{30};
        wish.time = any_time(around);
        std::vector<Interval> others;
        for (int i = *rc::gen::inRange(0, 7); i > 0; --i) {
            others.push_back(any_time(around));
            wish.facts.counted_of_user.push_back({model::BookingId{i}, others.back()});
        }
        Told told;
        for (const auto& violation : wish.violations()) {
            RC_ASSERT(violation.rule == "quota");
            const bool by_bookings = violation.params[3].value == "bookings";
            (by_bookings ? told.bookings : told.minutes) = true;
        }
        const auto expected = plainly(quota, wish.policy.time_zone, wish.time, others);
        RC_ASSERT(told.bookings == expected.bookings);
        RC_ASSERT(told.minutes == expected.minutes);
    }));
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
