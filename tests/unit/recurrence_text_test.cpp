#include "model/recurrence.hpp"

#include "tests/support/civil.hpp"

#include <catch2/catch.hpp>

using namespace model;
using support::span;

namespace {
FieldError refused(const std::string& text) {
    const auto rule = parse_recurrence(text);
    INFO(text);
    REQUIRE_FALSE(rule);
    REQUIRE(rule.error().code() == ErrorCode::invalid_field);
    return rule.error().fields().front();
}

std::size_t count(const std::string& text) {
    const auto recurrence = parse_recurrence(text);
    INFO(text);
    REQUIRE(recurrence);
    const auto found = occurrences(*recurrence, span("2026-11-23 09:00", "2026-11-23 10:00"), {});
    REQUIRE(found);
    return found->size();
}
}  // namespace

TEST_CASE("A rule is read with or without its name, in any case of letters") {
    CHECK(count("RRULE:FREQ=WEEKLY;COUNT=10") == 10);
    CHECK(count("freq=weekly;count=10;wkst=su") == 10);
    CHECK(count("RRULE:FREQ=WEEKLY;UNTIL=2026-12-07") == 3);
    CHECK(count("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=6") == 6);
    CHECK(count("FREQ=MONTHLY;BYDAY=+1MO,-1FR;COUNT=4") == 4);
    CHECK(count("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;UNTIL=20271231") == 2);
}

TEST_CASE("Lines of dates and exceptions go with a rule, and a date counts once") {
    CHECK(count("RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:20261124\nRDATE:20261201,20261202T140000\n") == 4);
    CHECK(count("RRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261123") == 2);
    CHECK(count("RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261124T010000Z") == 2);
    CHECK(count("RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261124T090001") == 3);
    CHECK(count("RDATE:20261123,20261124,20261124") == 2);
}

TEST_CASE("What is not understood is refused by its name") {
    CHECK(refused("FREQ=DAILY;COUNT=2;BYHOUR=9").message.en.find("BYHOUR") != std::string::npos);
    CHECK(refused("FREQ=DAILY;COUNT=2;BYSETPOS=1").code == "unknown_part");
    CHECK(refused("FREQ=DAILY;COUNT=2;X-Y").code == "unknown_part");
    CHECK(refused("EXRULE:FREQ=DAILY;COUNT=2").message.zh.find("EXRULE") != std::string::npos);
    CHECK(refused("RDATE;TZID=Europe/Berlin:20261124T090000").message.en.find("TZID") != std::string::npos);
    CHECK(refused("RDATE;VALUE=PERIOD:20261124").code == "unknown_part");
}

TEST_CASE("Values and combinations that make no sense are refused") {
    for (const auto* text :
         {"FREQ=HOURLY;COUNT=2", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;COUNT=2x",
          "FREQ=DAILY;COUNT=", "FREQ=DAILY;INTERVAL=0;COUNT=2", "FREQ=DAILY;INTERVAL=1001;COUNT=2",
          "FREQ=DAILY;UNTIL=20260230", "FREQ=DAILY;UNTIL=tomorrow", "FREQ=WEEKLY;BYDAY=XX;COUNT=2",
          "FREQ=WEEKLY;BYDAY=;COUNT=2", "FREQ=MONTHLY;BYDAY=0MO;COUNT=2", "FREQ=MONTHLY;BYDAY=54MO;COUNT=2",
          "FREQ=MONTHLY;BYDAY=+-1MO;COUNT=2", "FREQ=MONTHLY;BYMONTHDAY=0;COUNT=2", "FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2",
          "FREQ=DAILY;COUNT=2;WKST=1", "RDATE:2026112"}) {
        INFO(text);
        CHECK(refused(text).code == "bad_value");
    }
    CHECK(refused("COUNT=3").code == "missing_part");
    CHECK(refused("").code == "missing_part");
    CHECK(refused("EXDATE:20261124").code == "missing_part");
    CHECK(refused("FREQ=DAILY;COUNT=2;UNTIL=20261201").code == "count_and_until");
    CHECK(refused("FREQ=DAILY;COUNT=2;COUNT=3").code == "repeated_part");
    CHECK(refused("RRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=DAILY;COUNT=3").code == "repeated_part");
    CHECK(refused("FREQ=WEEKLY;BYDAY=1MO;COUNT=2").code == "not_with_frequency");
    CHECK(refused("FREQ=WEEKLY;BYMONTHDAY=1;COUNT=2").code == "not_with_frequency");
    CHECK(refused(std::string(2'001, 'A')).code == "too_long");
}

TEST_CASE("Exceptions may take out every date, or one before the first may come in: both are refused") {
    const auto first = span("2026-11-23 09:00", "2026-11-23 10:00");
    const auto nothing = occurrences(*parse_recurrence("RRULE:FREQ=DAILY;COUNT=1\nEXDATE:20261123"), first, {});
    CHECK(nothing.error().fields().front().code == "empty");
    const auto before = occurrences(*parse_recurrence("RDATE:20261122"), first, {});
    CHECK(before.error().fields().front().code == "before_first");
}

TEST_CASE("Moving by the clock keeps local hours over a change of clocks") {
    const auto berlin = support::zone("Europe/Berlin");
    const auto friday = span("2026-03-27 09:00", "2026-03-27 11:00", berlin);
    CHECK(moved_by_the_clock(friday, 3 * 1440, 3 * 1440, berlin) ==
          span("2026-03-30 09:00", "2026-03-30 11:00", berlin));
    CHECK(moved_by_the_clock(friday, -60, 30, berlin) == span("2026-03-27 08:00", "2026-03-27 11:30", berlin));
    CHECK(clock_minutes_between(friday.start, support::at("2026-03-30 10:00", berlin), berlin) == 3 * 1440 + 60);
}
