#include "model/opening_hours.hpp"

#include "tests/support/civil.hpp"

#include <catch2/catch.hpp>

using model::IntervalSet;
using model::OpeningHours;
using support::hours;
using support::span;
using Window = OpeningHours::Window;

TEST_CASE("segments, day ranges and several windows a day are read") {
    const auto parsed = hours("Mon-Tue 09:00-12:00,13:00-17:30; Sat 10:00-24:00");
    const std::vector<Window> expected{{0, 540, 720}, {0, 780, 1050}, {1, 540, 720}, {1, 780, 1050}, {5, 600, 1440}};
    CHECK(parsed.windows() == expected);
    CHECK(parsed.weekly_minutes() == 2 * 450 + 840);
    CHECK_FALSE(parsed.always_open());
}

TEST_CASE("a day range may wrap over the week's end") {
    const auto parsed = hours("Sat-Mon 08:00-09:00");
    const std::vector<Window> expected{{0, 480, 540}, {5, 480, 540}, {6, 480, 540}};
    CHECK(parsed.windows() == expected);
}

TEST_CASE("the default and a full week are always open, however they are cut") {
    CHECK(OpeningHours().always_open());
    CHECK(hours("Mon-Sun 00:00-24:00").always_open());
    CHECK(hours("Mon-Sun 00:00-12:00,12:00-24:00").always_open());
    CHECK(hours("Mon-Sun 00:00-24:00") == OpeningHours());
}

TEST_CASE("what cannot be read is refused with its place") {
    for (const auto* text :
         {"", "Mon", "Mon 09:00", "Mon 09:00-", "Mon 9:00-17:00", "Mon 09:00-09:00", "Mon 17:00-09:00",
          "Mon 09:00-24:01", "Mon 09:60-10:00", "Mo 09:00-17:00", "Mon-Xyz 09:00-17:00", "Mon 09:00-17:00;",
          "Mon 09:00-17:00,", "Mon09:00-17:00", "Mon 09:00-17:00 x", "Mon 09:00-12:00,11:00-13:00",
          "Mon-Fri 09:00-17:00; Wed 08:00-10:00"}) {
        INFO(text);
        const auto parsed = OpeningHours::parse(text);
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().fields().front().code == "bad_opening_hours");
        CHECK_FALSE(parsed.error().fields().front().message.zh.empty());
    }
    CHECK_FALSE(OpeningHours::parse(std::string(2001, 'M')).has_value());
}

TEST_CASE("open times are clipped to the range and joined over midnight") {
    const auto parsed = hours("Mon 20:00-24:00; Tue 00:00-02:00,08:00-10:00");
    // 2026-11-23 is a Monday.
    CHECK(parsed.open_in(span("2026-11-23 21:00", "2026-11-24 09:00"), {}) ==
          IntervalSet{span("2026-11-23 21:00", "2026-11-24 02:00"), span("2026-11-24 08:00", "2026-11-24 09:00")});
    CHECK(parsed.open_in(span("2026-11-25 00:00", "2026-11-30 00:00"), {}).empty());
    CHECK(parsed.open_in({}, {}).empty());
}

TEST_CASE("daylight-saving changes keep local hours, and a window inside the gap vanishes") {
    const auto berlin = support::zone("Europe/Berlin");
    const auto day = span("2026-03-29 00:00", "2026-03-29 24:00", berlin);
    const auto open = hours("Sun 01:00-09:00").open_in(day, berlin);
    REQUIRE(open.size() == 1);
    CHECK(open.front().length() == std::chrono::hours{7});
    CHECK(hours("Sun 02:10-02:50").open_in(day, berlin).empty());
}
