// Scenarios D: recurrence. The peers count what follows the first date; RFC 5545 and we count the first date, too.

#include "model/recurrence.hpp"

#include "tests/support/civil.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace model;
using support::span;
using support::zone;

namespace {

constexpr RecurrenceLimits years{.occurrences = 366, .days = 10 * 366};

std::vector<Interval> series(const std::string& rule, Interval first, const TimeZone& in = {},
                             MissingDay missing = MissingDay::skip) {
    auto recurrence = parse_recurrence(rule);
    REQUIRE(recurrence);
    recurrence->missing = missing;
    const auto found = occurrences(*recurrence, first, in, years);
    REQUIRE(found);
    return *found;
}

std::string local(Instant at, const TimeZone& in) {
    return format_instant(at, in).substr(0, 16);
}

/// Local days such as "2010-03-11".
std::vector<std::string> dates(const std::vector<Interval>& series, const TimeZone& in = {}) {
    std::vector<std::string> found;
    for (const auto& time : series) {
        found.push_back(local(time.start, in).substr(0, 10));
    }
    return found;
}
using Dates = std::vector<std::string>;

/// True where every occurrence has these local hours.
bool keeps_hours(const std::vector<Interval>& series, const std::string& from, const std::string& to,
                 const TimeZone& in) {
    return std::ranges::all_of(series, [&](const Interval& time) {
        return local(time.start, in).substr(11) == from && local(time.end, in).substr(11) == to;
    });
}

std::string refusal(const std::string& rule, Interval first, RecurrenceLimits limits = years) {
    const auto recurrence = parse_recurrence(rule);
    const auto found =
        recurrence ? occurrences(*recurrence, first, {}, limits) : Result<std::vector<Interval>>(recurrence.error());
    REQUIRE_FALSE(found);
    REQUIRE(found.error().fields().size() == 1);
    CHECK(found.error().fields().front().field == "recurrence");
    return found.error().fields().front().code;
}

}  // namespace

TEST_CASE("D1: daily until 14 February inclusive gives 2 more") {
    const auto chicago = zone("America/Chicago");
    const auto first = span("2010-02-12 08:30", "2010-02-12 10:30", chicago);
    CHECK(dates(series("FREQ=DAILY;UNTIL=20100214", first, chicago), chicago) ==
          Dates{"2010-02-12", "2010-02-13", "2010-02-14"});
}

TEST_CASE("D1: every second day over the change of clocks gives 24 more, each from 08:30 to 10:30") {
    const auto chicago = zone("America/Chicago");
    const auto found =
        series("FREQ=DAILY;INTERVAL=2;UNTIL=20100402", span("2010-02-12 08:30", "2010-02-12 10:30", chicago), chicago);
    REQUIRE(found.size() == 25);
    const auto days = dates(found, chicago);
    CHECK(days[1] == "2010-02-14");
    CHECK(days.back() == "2010-04-01");
    CHECK(keeps_hours(found, "08:30", "10:30", chicago));
    CHECK(found.front().start.time_since_epoch() % std::chrono::days{1} !=
          found.back().start.time_since_epoch() % std::chrono::days{1});
}

TEST_CASE("D2: weekly on several days starts with the first date and goes on in every second week") {
    const auto found =
        series("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;COUNT=6", span("2026-11-25 09:00", "2026-11-25 11:00"));
    CHECK(dates(found) == Dates{"2026-11-25", "2026-11-27", "2026-12-07", "2026-12-09", "2026-12-11", "2026-12-21"});
}

TEST_CASE("D3: monthly on the 11th until October of the next year gives 19 more") {
    const auto found = series("FREQ=MONTHLY;UNTIL=20111001", span("2010-02-11 08:30", "2010-02-11 10:30"));
    REQUIRE(found.size() == 20);
    CHECK(dates(found)[1] == "2010-03-11");
    CHECK(dates(found).back() == "2011-09-11");
}

TEST_CASE("D4: monthly on the 31st leaves out the months without one, or takes their last day") {
    const auto first = span("2018-01-31 09:00", "2018-01-31 10:00");
    CHECK(dates(series("FREQ=MONTHLY;UNTIL=20181231", first)) ==
          Dates{"2018-01-31", "2018-03-31", "2018-05-31", "2018-07-31", "2018-08-31", "2018-10-31", "2018-12-31"});
    const auto last = dates(series("FREQ=MONTHLY;UNTIL=20181231", first, {}, MissingDay::last));
    CHECK(last.size() == 12);
    CHECK(last[1] == "2018-02-28");
    CHECK(last[3] == "2018-04-30");
    CHECK(dates(series("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", first)) ==
          Dates{"2018-01-31", "2018-02-28", "2018-03-31"});
}

TEST_CASE("D5: monthly on the fifth Monday leaves out the months without one") {
    CHECK(dates(series("FREQ=MONTHLY;BYDAY=5MO;UNTIL=20150331", span("2014-09-29 09:00", "2014-09-29 10:00"))) ==
          Dates{"2014-09-29", "2014-12-29", "2015-03-30"});
}

TEST_CASE("D6: every second year until the day before an anniversary gives 2012 and 2014") {
    CHECK(dates(series("FREQ=YEARLY;INTERVAL=2;UNTIL=20160330", span("2010-03-31 08:30", "2010-03-31 10:30"))) ==
          Dates{"2010-03-31", "2012-03-31", "2014-03-31"});
    CHECK(dates(series("FREQ=YEARLY;COUNT=2", span("2016-02-29 08:30", "2016-02-29 10:30"))) ==
          Dates{"2016-02-29", "2020-02-29"});
    CHECK(dates(series("FREQ=YEARLY;COUNT=2", span("2016-02-29 08:30", "2016-02-29 10:30"), {}, MissingDay::last)) ==
          Dates{"2016-02-29", "2017-02-28"});
}

TEST_CASE("D8: the first Wednesday of the month keeps its London hours all year") {
    const auto london = zone("Europe/London");
    const auto morning =
        series("FREQ=MONTHLY;BYDAY=1WE;UNTIL=20131001", span("2013-02-06 09:00", "2013-02-06 10:00", london), london);
    REQUIRE(morning.size() == 8);
    CHECK(keeps_hours(morning, "09:00", "10:00", london));
    CHECK(std::ranges::all_of(morning,
                              [&](const Interval& time) { return weekday_of(london.to_local(time.start).day) == 2; }));
    const auto afternoon =
        series("FREQ=MONTHLY;BYDAY=1WE;UNTIL=20131224", span("2013-03-06 13:00", "2013-03-06 14:00", london), london);
    REQUIRE(afternoon.size() == 10);
    CHECK(keeps_hours(afternoon, "13:00", "14:00", london));
}

TEST_CASE("D9: on custom dates each copy keeps the shape 02:30 until 04:00 of the next day") {
    const auto chicago = zone("America/Chicago");
    const auto found =
        series("RDATE:20200205,20200222,20200519", span("2020-02-02 02:30", "2020-02-03 04:00", chicago), chicago);
    CHECK(dates(found, chicago) == Dates{"2020-02-02", "2020-02-05", "2020-02-22", "2020-05-19"});
    CHECK(keeps_hours(found, "02:30", "04:00", chicago));
    for (const auto& time : found) {
        CHECK(time.length() == std::chrono::minutes{25 * 60 + 30});
    }
}

TEST_CASE("D9: over a change of clocks the shape keeps its local end, not its length") {
    const auto chicago = zone("America/Chicago");
    const auto found = series("FREQ=WEEKLY;COUNT=2", span("2020-02-29 22:30", "2020-03-01 04:00", chicago), chicago);
    REQUIRE(keeps_hours(found, "22:30", "04:00", chicago));
    CHECK(found[0].length() == std::chrono::minutes{330});
    CHECK(found[1].length() == std::chrono::minutes{270});
}

TEST_CASE("D10: weekly by interval and days of span") {
    const auto interval = GENERATE(table<int, int, std::size_t>({{1, 0, 1},
                                                                 {1, 7, 2},
                                                                 {1, 21, 4},
                                                                 {2, 7, 1},
                                                                 {2, 14, 2},
                                                                 {2, 42, 4},
                                                                 {3, 14, 1},
                                                                 {3, 21, 2},
                                                                 {3, 63, 4},
                                                                 {4, 27, 1},
                                                                 {4, 28, 2},
                                                                 {4, 83, 3},
                                                                 {4, 84, 4}}));
    const auto [weeks, days, expected] = interval;
    const auto first = span("2014-09-01 08:30", "2014-09-01 17:30");
    const auto until = civil_date(TimeZone().to_local(first.start).day + days);
    const auto text = std::to_string(until.year * 10'000 + static_cast<int>(until.month * 100 + until.day));
    CHECK(series("FREQ=WEEKLY;INTERVAL=" + std::to_string(weeks) + ";UNTIL=" + text, first).size() == expected);
}

TEST_CASE("D10: daily over 0 and 10 days, monthly over 40, and no interval of 0") {
    const auto first = span("2014-09-01 08:30", "2014-09-01 17:30");
    CHECK(series("FREQ=DAILY;UNTIL=20140901", first).size() == 1);
    CHECK(series("FREQ=DAILY;UNTIL=20140911", first).size() == 11);
    CHECK(series("FREQ=MONTHLY;UNTIL=20141011", first).size() == 2);
    CHECK(refusal("FREQ=WEEKLY;INTERVAL=0;COUNT=2", first) == "bad_value");
}

TEST_CASE("D12: the fifth Monday as the last Monday of the month, where that is asked for") {
    const auto first = span("2014-09-29 09:00", "2014-09-29 10:00");
    const Dates last{"2014-09-29", "2014-10-27", "2014-11-24", "2014-12-29"};
    CHECK(dates(series("FREQ=MONTHLY;BYDAY=5MO;COUNT=4", first, {}, MissingDay::last)) == last);
    CHECK(dates(series("FREQ=MONTHLY;BYDAY=-1MO;COUNT=4", first)) == last);
}

TEST_CASE("Series that overlap themselves are refused") {
    CHECK(refusal("FREQ=DAILY;COUNT=3", span("2026-11-23 09:00", "2026-11-24 09:15")) == "overlaps_itself");
    CHECK(refusal("FREQ=WEEKLY;BYDAY=MO,TU;COUNT=4", span("2026-11-23 09:00", "2026-11-24 10:00")) ==
          "overlaps_itself");
    CHECK(series("FREQ=DAILY;COUNT=3", span("2026-11-23 09:00", "2026-11-24 09:00")).size() == 3);
}

TEST_CASE("The time of a series stays right across both changes of clocks, and its last date is its own") {
    const auto berlin = zone("Europe/Berlin");
    const auto spring =
        series("FREQ=DAILY;UNTIL=20260331", span("2026-03-27 23:30", "2026-03-28 00:30", berlin), berlin);
    REQUIRE(spring.size() == 5);
    CHECK(keeps_hours(spring, "23:30", "00:30", berlin));
    CHECK(local(spring.back().start, berlin) == "2026-03-31T23:30");
    // 02:30 does not exist on the 29th: the change itself, 03:00, is meant.
    const auto skipped = series("FREQ=DAILY;COUNT=3", span("2026-03-28 02:30", "2026-03-28 04:00", berlin), berlin);
    CHECK(local(skipped[1].start, berlin) == "2026-03-29T03:00");
    CHECK(skipped[1].length() == std::chrono::minutes{60});
    CHECK(local(skipped[2].start, berlin) == "2026-03-30T02:30");
    // 02:30 comes twice on 25 October: the first is meant, and the night is an hour longer.
    const auto doubled = series("FREQ=DAILY;COUNT=3", span("2026-10-24 02:30", "2026-10-24 05:00", berlin), berlin);
    CHECK(doubled[1].length() == std::chrono::minutes{210});
    // An UNTIL in UTC is an instant, not a day of its own.
    CHECK(series("FREQ=DAILY;UNTIL=20260329T213000Z", span("2026-03-27 23:30", "2026-03-28 00:30", berlin), berlin)
              .size() == 3);
    CHECK(series("FREQ=DAILY;UNTIL=20260329T212959Z", span("2026-03-27 23:30", "2026-03-28 00:30", berlin), berlin)
              .size() == 2);
}

TEST_CASE("A series ends: without COUNT or UNTIL, too often or too long is refused") {
    const auto first = span("2026-11-23 09:00", "2026-11-23 10:00");
    const RecurrenceLimits usual{};
    CHECK(refusal("FREQ=DAILY", first) == "endless");
    CHECK(refusal("FREQ=DAILY;COUNT=367", first, usual) == "too_many");
    CHECK(refusal("FREQ=DAILY;UNTIL=20280101", first, usual) == "too_many");
    CHECK(refusal("FREQ=YEARLY;COUNT=5", first, usual) == "too_long");
    CHECK(refusal("FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=5MO;UNTIL=20371231", first, usual) == "too_long");
    CHECK(series("FREQ=DAILY;COUNT=366", first).size() == 366);
}
