// When the round of a request opens by itself, which weeks it takes and when it closes.

#include "scheduler/round_schedule.hpp"
#include "tests/support/civil.hpp"

#include <catch2/catch.hpp>

using namespace model;
using scheduler::scheduled_round;
using support::at;
using support::span;

namespace {
const TimeZone shanghai;

RoundSchedule weekly(std::int64_t weeks = 1) {
    RoundSchedule schedule;
    schedule.window_weeks = weeks;
    return schedule;
}
}  // namespace

TEST_CASE("A round takes the calendar week of the wanted time and closes two days before it") {
    const auto round =
        scheduled_round(weekly(), shanghai, span("2026-12-02 09:00", "2026-12-02 11:00"), at("2026-11-23 08:00"));
    REQUIRE(round.has_value());
    CHECK(round->window == span("2026-11-30 00:00", "2026-12-07 00:00"));
    CHECK(round->cut_off == at("2026-11-28 00:00"));
}

TEST_CASE("Rounds of several weeks meet whenever they are asked for, and grow where the time reaches over their end") {
    const auto now = at("2026-11-23 08:00");
    const auto early = scheduled_round(weekly(2), shanghai, span("2026-12-14 00:00", "2026-12-14 01:00"), now);
    const auto late = scheduled_round(weekly(2), shanghai, span("2026-12-20 22:00", "2026-12-20 23:00"), now);
    REQUIRE((early && late));
    CHECK(early->window.length() == std::chrono::days{14});
    CHECK(early->window == late->window);
    const auto over = scheduled_round(weekly(), shanghai, span("2026-12-06 22:00", "2026-12-07 02:00"), now);
    REQUIRE(over.has_value());
    CHECK(over->window == span("2026-11-30 00:00", "2026-12-14 00:00"));
}

TEST_CASE("Who asks after the cut-off opens a short round, which closes half-way and within a day") {
    const auto time = span("2026-11-26 10:00", "2026-11-26 11:00");
    const auto within_a_day = scheduled_round(weekly(), shanghai, time, at("2026-11-23 08:00"));
    REQUIRE(within_a_day.has_value());
    CHECK(within_a_day->cut_off == at("2026-11-24 08:00"));
    CHECK(within_a_day->window == span("2026-11-24 08:01", "2026-11-30 00:00"));
    const auto half_way = scheduled_round(weekly(), shanghai, time, at("2026-11-26 06:00"));
    REQUIRE(half_way.has_value());
    CHECK(half_way->cut_off == at("2026-11-26 08:00"));
    const auto now = at("2026-11-26 10:00") - seconds{3};
    const auto hasty = scheduled_round(weekly(), shanghai, time, now);
    REQUIRE(hasty.has_value());
    CHECK(hasty->cut_off == now + seconds{1});
    CHECK(hasty->window.start == time.start);
}

TEST_CASE("No round opens for a time that begins at once, or where only people open rounds") {
    const auto time = span("2026-11-26 10:00", "2026-11-26 11:00");
    CHECK_FALSE(scheduled_round(weekly(), shanghai, time, time.start - seconds{1}));
    CHECK_FALSE(scheduled_round(weekly(), shanghai, time, time.start));
    CHECK_FALSE(scheduled_round(weekly(0), shanghai, time, at("2026-11-01 08:00")));
}

TEST_CASE("Weeks begin at local midnight on both sides of a clock change") {
    const auto berlin = *TimeZone::find("Europe/Berlin");
    const auto time = Interval{at("2026-10-25 12:00", berlin), at("2026-10-25 13:00", berlin)};
    const auto round = scheduled_round(weekly(), berlin, time, at("2026-10-01 08:00", berlin));
    REQUIRE(round.has_value());
    CHECK(round->window.start == at("2026-10-19 00:00", berlin));
    CHECK(round->window.end == at("2026-10-26 00:00", berlin));
    CHECK(round->window.length() == std::chrono::hours{7 * 24 + 1});
}
