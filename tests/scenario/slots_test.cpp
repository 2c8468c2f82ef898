// Scenarios T: slots, availability and daylight-saving changes, as far as they need no store.

#include "scheduler/slots.hpp"

#include "tests/support/wish.hpp"

#include <catch2/catch.hpp>

using model::Interval;
using model::IntervalSet;
using model::minutes;
using scheduler::SlotStep;
using support::at;
using support::hours;
using support::policy_open;
using support::span;

namespace {

constexpr std::size_t no_limit = 10'000;

model::Instant utc(const std::string& text) {
    return model::parse_instant(text + "Z").value();
}

Interval utc_span(const std::string& from, const std::string& to) {
    return {utc(from), utc(to)};
}

model::Policy policy_in(const char* zone, std::int64_t grid_minutes) {
    auto policy = policy_open("Mon-Sun 00:00-24:00", grid_minutes);
    policy.time_zone = support::zone(zone);
    return policy;
}

/// Local starts such as "08:00 09:00".
std::string starts(const std::vector<Interval>& slots, const model::TimeZone& zone) {
    std::string text;
    for (const auto& slot : slots) {
        const auto written = model::format_instant(slot.start, zone);
        text += (text.empty() ? "" : " ") + written.substr(11, 5);
    }
    return text;
}

}  // namespace

TEST_CASE("T1: a day open all day gives 24 slots with a step of an hour, for 60 and for 30 minutes") {
    const auto policy = policy_in("UTC", 30);
    const IntervalSet day{utc_span("2021-06-21T00:00:00", "2021-06-22T00:00:00")};
    CHECK(scheduler::slots_in(day, minutes{60}, policy, no_limit, {.step_minutes = 60}).size() == 24);
    CHECK(scheduler::slots_in(day, minutes{30}, policy, no_limit, {.step_minutes = 60}).size() == 24);
}

TEST_CASE("T2: at 11:59:59 without notice twelve hours of today are left") {
    const auto policy = policy_in("UTC", 60);
    const auto open = scheduler::open_times(policy, utc_span("2021-06-20T11:59:59", "2021-06-21T00:00:00"));
    const auto slots = scheduler::slots_in(open, minutes{60}, policy, no_limit);
    REQUIRE(slots.size() == 12);
    CHECK(slots.front().start == utc("2021-06-20T12:00:00"));
    CHECK(slots.back().start == utc("2021-06-20T23:00:00"));
}

TEST_CASE("T4: 20-minute slots, 72 in a whole day and 71 when it ends at 23:45") {
    const auto policy = policy_in("UTC", 20);
    const auto count = [&](const char* end) {
        return scheduler::slots_in({utc_span("2021-06-21T00:00:00", end)}, minutes{20}, policy, no_limit).size();
    };
    CHECK(count("2021-06-22T00:00:00") == 72);
    CHECK(count("2021-06-21T23:45:00") == 71);
}

TEST_CASE("T6: windows that overlap give two 45-minute slots, in either order of input") {
    const auto policy = policy_in("UTC", 15);
    const auto early = utc_span("2021-06-21T11:00:00", "2021-06-21T13:00:00");
    const auto late = utc_span("2021-06-21T11:15:00", "2021-06-21T13:00:00");
    for (const auto& windows : {std::vector{early, late}, std::vector{late, early}}) {
        const auto free = model::normalised(windows);
        CHECK(scheduler::slots_in(free, minutes{45}, policy, no_limit, {.step_minutes = 45}).size() == 2);
        CHECK(scheduler::slots_in(free, minutes{45}, policy, no_limit, {.step_minutes = 45, .packed = true}).size() ==
              2);
    }
}

TEST_CASE("T8: the last quarter of an hour of a window that ends at 23:00 in Brussels is 22:45") {
    // The peer's window ends at 20:59:59Z, its way to write 21:00Z.
    const auto policy = policy_in("Europe/Brussels", 15);
    const IntervalSet free{utc_span("2023-07-13T07:00:00", "2023-07-13T15:00:00"),
                           utc_span("2023-07-13T18:30:00", "2023-07-13T21:00:00")};
    const auto slots = scheduler::slots_in(free, minutes{15}, policy, no_limit);
    CHECK(model::format_instant(slots.back().start, policy.time_zone) == "2023-07-13T22:45:00+02:00");
}

TEST_CASE("T10: slots aligned to the step since midnight, and packed from each opening on") {
    struct Row {
        std::vector<std::pair<const char*, const char*>> open;
        std::int64_t length;
        std::int64_t grid;
        const char* aligned;
        const char* packed;
    };

    const std::vector<Row> rows{
        {{{"08:00", "10:00"}, {"10:10", "12:30"}}, 60, 15, "08:00 09:00 11:00", "08:00 09:00 10:15 11:15"},
        {{{"08:00", "10:00"}, {"10:10", "12:00"}}, 60, 15, "08:00 09:00 11:00", "08:00 09:00 10:15"},
        {{{"08:00", "10:00"}, {"10:10", "12:45"}},
         30,
         15,
         "08:00 08:30 09:00 09:30 10:30 11:00 11:30 12:00",
         "08:00 08:30 09:00 09:30 10:15 10:45 11:15 11:45 12:15"},
        {{{"08:00", "10:00"}, {"10:10", "12:30"}},
         20,
         10,
         "08:00 08:20 08:40 09:00 09:20 09:40 10:20 10:40 11:00 11:20 11:40 12:00",
         "08:00 08:20 08:40 09:00 09:20 09:40 10:10 10:30 10:50 11:10 11:30 11:50 12:10"},
        {{{"09:30", "17:30"}},
         60,
         15,
         "10:00 11:00 12:00 13:00 14:00 15:00 16:00",
         "09:30 10:30 11:30 12:30 13:30 14:30 15:30 16:30"},
        {{{"09:05", "12:55"}}, 60, 15, "10:00 11:00", "09:15 10:15 11:15"},
        {{{"11:22", "12:55"}}, 15, 5, "11:30 11:45 12:00 12:15 12:30", "11:25 11:40 11:55 12:10 12:25 12:40"},
    };
    for (const auto& row : rows) {
        const auto policy = policy_in("America/Los_Angeles", row.grid);
        IntervalSet free;
        for (const auto& [from, to] : row.open) {
            free.push_back(span(std::string("2024-09-12 ") + from, std::string("2024-09-12 ") + to, policy.time_zone));
        }
        INFO(row.packed);
        const auto slots = [&](bool packed) {
            return starts(scheduler::slots_in(free, minutes{row.length}, policy, no_limit,
                                              SlotStep{.step_minutes = row.length, .packed = packed}),
                          policy.time_zone);
        };
        CHECK(slots(false) == row.aligned);
        CHECK(slots(true) == row.packed);
    }
}

TEST_CASE("T10: from 07:45 to 15:30 both ways give seven slots; ours packs from 07:45 on") {
    // The peer keeps 8 .. 14 there even when packing; starting at the opening serves as many.
    const auto policy = policy_in("America/Los_Angeles", 15);
    const IntervalSet free{span("2024-09-12 07:45", "2024-09-12 15:30", policy.time_zone)};
    const auto aligned = scheduler::slots_in(free, minutes{60}, policy, no_limit, {.step_minutes = 60});
    CHECK(starts(aligned, policy.time_zone) == "08:00 09:00 10:00 11:00 12:00 13:00 14:00");
    CHECK(scheduler::slots_in(free, minutes{60}, policy, no_limit, {.step_minutes = 60, .packed = true}).size() == 7);
}

TEST_CASE("T11: after daylight saving has ended in New York, 09-17 is 14:00Z-22:00Z on 19 working days") {
    auto policy = policy_open("Mon-Fri 09:00-17:00");
    policy.time_zone = support::zone("America/New_York");
    const auto open = scheduler::open_times(policy, utc_span("2023-11-05T13:26:14", "2023-12-01T00:00:00"));
    CHECK(open.size() == 19);
    for (const auto& day : open) {
        const auto since_midnight = day.start - std::chrono::floor<std::chrono::days>(day.start);
        CHECK(since_midnight == std::chrono::hours{14});
        CHECK(day.length() == std::chrono::hours{8});
    }
}

TEST_CASE("T13: windows that touch at midnight are one, so that 90 minutes fit over it") {
    auto policy = policy_open("Mon-Fri 23:00-24:00; Tue-Sat 00:00-00:30");
    policy.time_zone = support::zone("Europe/London");
    const auto open = scheduler::open_times(policy, utc_span("2023-06-13T12:00:00", "2023-06-15T12:00:00"));
    CHECK(open == IntervalSet{utc_span("2023-06-13T22:00:00", "2023-06-13T23:30:00"),
                              utc_span("2023-06-14T22:00:00", "2023-06-14T23:30:00")});
    CHECK(scheduler::slots_in(open, minutes{90}, policy, no_limit).size() == 2);

    policy.opening_hours = hours("Mon-Tue 00:00-24:00");
    CHECK(scheduler::open_times(policy, utc_span("2023-06-10T00:00:00", "2023-06-17T00:00:00")) ==
          IntervalSet{utc_span("2023-06-11T23:00:00", "2023-06-13T23:00:00")});
}

TEST_CASE("T14: busy times are subtracted in any order") {
    const IntervalSet open{utc_span("2023-06-13T04:00:00", "2023-06-13T12:00:00")};
    const auto first = utc_span("2023-06-13T04:00:00", "2023-06-13T04:15:00");
    const auto second = utc_span("2023-06-13T04:45:00", "2023-06-13T05:00:00");
    const IntervalSet expected{utc_span("2023-06-13T04:15:00", "2023-06-13T04:45:00"),
                               utc_span("2023-06-13T05:00:00", "2023-06-13T12:00:00")};
    CHECK(model::subtract(open, model::normalised({first, second})) == expected);
    CHECK(model::subtract(open, model::normalised({second, first})) == expected);
    CHECK(model::normalised(
              {span("2023-06-12 06:00", "2023-06-12 10:00"), span("2023-06-12 08:00", "2023-06-12 10:00")}) ==
          IntervalSet{span("2023-06-12 06:00", "2023-06-12 10:00")});
}

TEST_CASE("T16: on the day when daylight saving begins the offered times are not an hour late") {
    auto policy = policy_open("Mon-Sun 13:00-18:00");
    policy.time_zone = support::zone("America/New_York");
    const auto open = scheduler::open_times(policy, utc_span("2026-03-07T06:00:00", "2026-03-09T04:00:00"));
    CHECK(open == IntervalSet{utc_span("2026-03-07T18:00:00", "2026-03-07T23:00:00"),
                              utc_span("2026-03-08T17:00:00", "2026-03-08T22:00:00")});
}

TEST_CASE("T17: the next free slot") {
    auto policy = policy_open("Mon-Sun 09:00-17:00", 60);
    const auto next = [&](const char* not_before, const IntervalSet& taken = {}) {
        const auto open = scheduler::open_times(policy, span("2026-11-23 00:00", "2026-12-10 00:00"));
        return scheduler::next_start(model::subtract(open, taken), minutes{60}, policy, at(not_before));
    };
    CHECK(next("2026-11-23 00:00") == at("2026-11-23 09:00"));
    CHECK(next("2026-11-23 09:01") == at("2026-11-23 10:00"));
    CHECK(next("2026-11-23 16:01") == at("2026-11-24 09:00"));
    CHECK(next("2026-11-24 00:00", {span("2026-11-24 09:00", "2026-11-24 10:00")}) == at("2026-11-24 10:00"));
    CHECK(next("2026-11-23 00:00", {span("2026-11-23 00:00", "2026-12-03 00:00")}) == at("2026-12-03 09:00"));
    policy.grid_minutes = 5;
    CHECK(next("2026-11-23 09:01") == at("2026-11-23 09:05"));
    CHECK(next("2026-11-23 15:45") == at("2026-11-23 15:45"));
}

TEST_CASE("T17: with a notice of 10 hours, asked at half past nine, the next slot is 09:00 tomorrow") {
    // The peer searches from midnight on, but its clock stands in the morning.
    auto policy = policy_open("Mon-Sun 09:00-17:00", 60);
    policy.min_notice_minutes = 600;
    const auto open = scheduler::open_times(policy, span("2026-11-23 00:00", "2026-11-26 00:00"));
    const auto after_notice = [&](const char* now) {
        return scheduler::next_start(open, minutes{60}, policy, at(now) + minutes{policy.min_notice_minutes.value});
    };
    CHECK(after_notice("2026-11-23 09:30") == at("2026-11-24 09:00"));
    CHECK(after_notice("2026-11-23 00:00") == at("2026-11-23 10:00"));
}

TEST_CASE("T19: a window on some days joins the window of every day") {
    support::Wish wish;
    wish.policy = policy_open("Mon-Sun 11:00-12:00; Tue-Wed 12:00-14:00");
    wish.now = at("2024-06-30 12:00");
    // 2024-07-01 is a Monday.
    const auto open = [&](const char* from, const char* to) { return wish.broken_at(span(from, to)).empty(); };
    CHECK_FALSE(open("2024-07-01 10:00", "2024-07-01 11:00"));
    CHECK(open("2024-07-01 11:30", "2024-07-01 11:45"));
    for (const auto* day : {"2024-07-01", "2024-07-02", "2024-07-07", "2024-07-08"}) {
        CHECK(wish.broken_at(span(std::string(day) + " 11:00", std::string(day) + " 12:00")).empty());
    }
    CHECK_FALSE(open("2024-07-01 12:00", "2024-07-01 14:00"));
    CHECK(open("2024-07-03 12:00", "2024-07-03 14:00"));
    CHECK(open("2024-07-02 11:00", "2024-07-02 14:00"));
    CHECK(open("2024-07-03 11:00", "2024-07-03 14:00"));
}

TEST_CASE("T20: an ordinary user cannot book outside 12-14") {
    support::Wish wish;
    wish.policy = policy_open("Mon-Sun 12:00-14:00");
    CHECK(wish.broken_at(span("2026-11-23 08:00", "2026-11-23 09:00")) == support::Names{"opening_hours"});
}
