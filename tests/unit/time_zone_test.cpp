#include "model/time_zone.hpp"

#include "tests/support/civil.hpp"

#include <catch2/catch.hpp>

using model::Instant;
using model::seconds;
using support::at;

namespace {
Instant utc(const char* text) {
    return model::parse_instant(text).value();
}
}  // namespace

TEST_CASE("the default zone is Shanghai, eight hours ahead all year") {
    const model::TimeZone shanghai;
    CHECK(shanghai.name() == "Asia/Shanghai");
    CHECK(shanghai.offset_at(utc("2026-07-01T00:00:00Z")) == seconds{8 * 3600});
    CHECK(at("2026-11-23 09:00") == utc("2026-11-23T01:00:00Z"));
}

TEST_CASE("an unknown zone is refused") {
    CHECK_FALSE(model::TimeZone::find("Asia/Qingdao").has_value());
}

TEST_CASE("a skipped local time means the instant of the change") {
    const auto new_york = support::zone("America/New_York");
    const auto change = utc("2026-03-08T07:00:00Z");
    CHECK(at("2026-03-08 02:00", new_york) == change);
    CHECK(at("2026-03-08 02:30", new_york) == change);
    CHECK(at("2026-03-08 03:00", new_york) == change);
}

TEST_CASE("a local time that occurs twice means its first occurrence") {
    const auto new_york = support::zone("America/New_York");
    CHECK(at("2026-11-01 01:30", new_york) == utc("2026-11-01T05:30:00Z"));
    CHECK(at("2026-11-01 02:00", new_york) == utc("2026-11-01T07:00:00Z"));
}

TEST_CASE("a local day has 23 or 25 hours on the days of change") {
    const auto berlin = support::zone("Europe/Berlin");
    CHECK(at("2026-03-29 24:00", berlin) - at("2026-03-29 00:00", berlin) == std::chrono::hours{23});
    CHECK(at("2026-10-25 24:00", berlin) - at("2026-10-25 00:00", berlin) == std::chrono::hours{25});
}

TEST_CASE("to_local undoes to_instant, also in zones of half hours") {
    for (const auto* name : {"Asia/Shanghai", "Asia/Kolkata", "America/Los_Angeles", "Australia/Lord_Howe"}) {
        const auto zone = support::zone(name);
        const auto local = zone.to_local(at("2026-06-15 17:45:31", zone));
        CHECK(local.day == model::local_day({2026, 6, 15}));
        CHECK(local.second == (17 * 60 + 45) * 60 + 31);
    }
}

TEST_CASE("civil dates and weekdays follow the calendar") {
    const auto day = model::local_day({2028, 2, 29});
    CHECK(model::civil_date(day).month == 2);
    CHECK(model::civil_date(day + 1).month == 3);
    CHECK(model::weekday_of(model::local_day({2026, 11, 23})) == 0);
    CHECK(model::weekday_of(model::local_day({1969, 12, 31})) == 2);
}

TEST_CASE("an instant is read with any offset and written with that of the zone") {
    const auto instant = utc("2026-11-23T09:00:00+08:00");
    CHECK(instant == utc("2026-11-23T01:00:00Z"));
    CHECK(instant == utc("2026-11-22T20:00:00.999-05:00"));
    CHECK(model::format_instant(instant, {}) == "2026-11-23T09:00:00+08:00");
    CHECK(model::format_instant(instant, support::zone("America/New_York")) == "2026-11-22T20:00:00-05:00");
}

TEST_CASE("what is not an instant is refused, and so is what lies outside 2000 to 2037") {
    for (const auto* text :
         {"", "2026-11-23", "2026-11-23T09:00:00", "2026-11-23 09:00:00Z", "2026-02-30T09:00:00Z",
          "2026-11-23T24:00:00Z", "2026-11-23T09:00:60Z", "2026-11-23T09:00:00+8:00", "2026-11-23T09:00:00.Z",
          "2026-11-23T09:00:00Zx", "1999-12-31T23:59:59Z", "2038-01-01T00:00:00Z"}) {
        INFO(text);
        CHECK_FALSE(model::parse_instant(text).has_value());
    }
    CHECK(model::parse_instant("2037-12-31T23:59:59Z").has_value());
}
