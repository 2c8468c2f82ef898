// Scenarios Q: quotas, as far as one wish against what is booked already decides them.

#include "tests/support/wish.hpp"

#include <catch2/catch.hpp>

using model::Quota;
using model::QuotaPeriod;
using support::at;
using support::Names;
using support::span;
using support::Wish;

namespace {

const model::TimeZone utc = support::zone("UTC");

/// Days of a wish within a zone, with one quota; nothing else limits it.
Wish wish_with(const Quota& quota, const model::TimeZone& zone = utc) {
    Wish wish;
    wish.policy.time_zone = zone;
    wish.policy.grid_minutes = 1;
    wish.policy.min_minutes = 1;
    wish.policy.quotas = {quota};
    wish.now = at("2010-01-01 00:00", utc);
    wish.policy.horizon_days = 3660;
    return wish;
}

Quota bookings(QuotaPeriod per, std::int64_t most) {
    Quota quota;
    quota.per = per;
    quota.max_bookings = most;
    return quota;
}

Quota minutes_of(QuotaPeriod per, std::int64_t most) {
    Quota quota;
    quota.per = per;
    quota.max_minutes = most;
    return quota;
}

Names broken(Wish wish, model::Interval time, std::vector<model::Interval> own) {
    for (const auto& other : own) {
        wish.facts.counted_of_user.push_back({model::BookingId{1}, other});
    }
    return wish.broken_at(time);
}

model::Interval utc_span(const char* from, const char* to) {
    return span(from, to, utc);
}

const Names exceeded{"quota"};

}  // namespace

TEST_CASE("Q1, Q2: two a day by the local day of Chicago, one a day is exceeded") {
    const auto chicago = support::zone("America/Chicago");
    const auto wished = utc_span("2011-04-03 01:30", "2011-04-03 02:30");
    CHECK(broken(wish_with(bookings(QuotaPeriod::day, 2), chicago), wished,
                 {utc_span("2011-04-03 03:30", "2011-04-03 04:30"), utc_span("2011-04-03 06:30", "2011-04-03 20:30")})
              .empty());
    CHECK(broken(wish_with(bookings(QuotaPeriod::day, 1), chicago), wished,
                 {utc_span("2011-04-03 03:30", "2011-04-03 08:00")}) == exceeded);
}

TEST_CASE("Q3: an hour and a half a day holds half an hour beside an hour, not a minute more") {
    const auto wish = wish_with(minutes_of(QuotaPeriod::day, 90));
    const auto wished = utc_span("2011-04-03 00:30", "2011-04-03 01:30");
    CHECK(broken(wish, wished, {utc_span("2011-04-03 00:00", "2011-04-03 00:30")}).empty());
    CHECK(broken(wish, wished, {utc_span("2011-04-03 00:00", "2011-04-03 00:31")}) == exceeded);
}

TEST_CASE("Q5: a week from Monday to Sunday") {
    const auto wish = wish_with(bookings(QuotaPeriod::week, 2));
    const auto thursday = utc_span("2017-02-23 09:00", "2017-02-23 10:00");
    const auto tuesday = utc_span("2017-02-21 09:00", "2017-02-21 10:00");
    const auto sunday = utc_span("2017-02-26 09:00", "2017-02-26 10:00");
    const auto sunday_before = utc_span("2017-02-19 09:00", "2017-02-19 10:00");
    CHECK(broken(wish, thursday, {tuesday, sunday}) == exceeded);
    CHECK(broken(wish, thursday, {sunday_before, sunday}).empty());
    auto from_sunday = bookings(QuotaPeriod::week, 2);
    from_sunday.week_starts = model::Weekday::Sun;
    CHECK(broken(wish_with(from_sunday), thursday, {sunday_before, sunday}).empty());
    CHECK(broken(wish_with(from_sunday), thursday, {sunday_before, tuesday}) == exceeded);
}

TEST_CASE("Q9: two hours a week, counted over the end of a month") {
    auto quota = minutes_of(QuotaPeriod::week, 120);
    quota.week_starts = model::Weekday::Sun;
    const auto wish = wish_with(quota);
    CHECK(broken(wish, utc_span("2011-07-31 09:00", "2011-07-31 10:00"),
                 {utc_span("2011-08-05 09:00", "2011-08-05 10:00"),
                  utc_span("2011-08-06 11:00", "2011-08-07 00:00")}) == exceeded);
    CHECK(broken(wish, utc_span("2011-07-31 09:00", "2011-07-31 10:00"),
                 {utc_span("2011-08-05 09:00", "2011-08-05 10:00"), utc_span("2011-08-07 11:00", "2011-08-08 00:00")})
              .empty());
}

TEST_CASE("Q11: a booking over the end of a month counts in both months") {
    const auto over = utc_span("2011-07-30 00:00", "2011-08-03 00:00");
    const auto early = utc_span("2011-08-04 00:00", "2011-08-05 00:00");
    const auto late = utc_span("2011-08-25 00:00", "2011-08-28 00:00");
    CHECK(broken(wish_with(bookings(QuotaPeriod::month, 3)), over, {early, late}).empty());
    CHECK(broken(wish_with(bookings(QuotaPeriod::month, 2)), utc_span("2011-08-01 00:00", "2011-08-03 00:00"),
                 {early, late}) == exceeded);
    CHECK(broken(wish_with(bookings(QuotaPeriod::month, 1)), over,
                 {utc_span("2011-07-01 00:00", "2011-07-02 00:00")}) == exceeded);
    // Two hours a month: one before and one after midnight of the last day are one hour each.
    const auto hours = wish_with(minutes_of(QuotaPeriod::month, 60));
    CHECK(broken(hours, utc_span("2011-07-31 23:00", "2011-08-01 01:00"), {}).empty());
    CHECK(broken(hours, utc_span("2011-07-31 23:00", "2011-08-01 01:01"), {}) == exceeded);
}

TEST_CASE("Q14: a quota of nothing allows nothing, and only of its own scope") {
    CHECK(broken(wish_with(bookings(QuotaPeriod::day, 0)), utc_span("2011-04-03 01:00", "2011-04-03 02:00"), {}) ==
          exceeded);
    CHECK(broken(wish_with(minutes_of(QuotaPeriod::year, 0)), utc_span("2011-04-03 01:00", "2011-04-03 02:00"), {}) ==
          exceeded);
    auto of_organisation = bookings(QuotaPeriod::day, 1);
    of_organisation.scope = model::QuotaScope::organisation;
    auto wish = wish_with(of_organisation);
    const auto other = utc_span("2011-04-03 05:00", "2011-04-03 06:00");
    CHECK(broken(wish, utc_span("2011-04-03 01:00", "2011-04-03 02:00"), {other}).empty());
    wish.facts.counted_of_organisation = {{model::BookingId{2}, other}};
    CHECK(broken(wish, utc_span("2011-04-03 01:00", "2011-04-03 02:00"), {}) == exceeded);
}

TEST_CASE("Q16: only time inside the window counts, by true overlap") {
    auto half_hour = minutes_of(QuotaPeriod::day, 90);
    half_hour.window = support::hours("Mon-Sun 00:00-00:30");
    const auto wished = utc_span("2011-04-03 00:30", "2011-04-03 01:30");
    CHECK(broken(wish_with(half_hour), wished, {utc_span("2011-04-03 00:00", "2011-04-03 00:31")}).empty());

    auto some_days = bookings(QuotaPeriod::week, 2);
    some_days.window = support::hours("Mon-Tue 00:00-24:00; Thu 00:00-24:00");
    const auto wish = wish_with(some_days);
    const auto thursday = utc_span("2017-02-23 09:00", "2017-02-23 10:00");
    const auto tuesday = utc_span("2017-02-21 09:00", "2017-02-21 10:00");
    CHECK(broken(wish, thursday, {tuesday, utc_span("2017-02-24 09:00", "2017-02-24 10:00")}).empty());
    // It begins on a Wednesday and reaches into Thursday: that part counts.
    CHECK(broken(wish, utc_span("2017-02-22 23:00", "2017-02-23 01:00"),
                 {tuesday, utc_span("2017-02-20 09:00", "2017-02-20 10:00")}) == exceeded);
    CHECK(broken(wish, utc_span("2017-02-22 22:00", "2017-02-23 00:00"),
                 {tuesday, utc_span("2017-02-20 09:00", "2017-02-20 10:00")})
              .empty());
}

TEST_CASE("R26: of 90 future minutes 60 are taken, another 60 are too many") {
    auto wish = wish_with(bookings(QuotaPeriod::day, 9));
    wish.policy.max_future_minutes = 90;
    wish.now = wish.time.start - std::chrono::hours{1};
    wish.facts.future = {1, model::minutes{60}};
    REQUIRE(wish.broken() == Names{"max_future_minutes"});
    const auto message = wish.violations()[0].message;
    for (const char* number : {"90", "60"}) {
        CHECK(message.zh.find(number) != std::string::npos);
        CHECK(message.en.find(number) != std::string::npos);
    }
    wish.time.end = wish.time.start + model::minutes{30};
    CHECK(wish.broken().empty());
}

TEST_CASE("R28: two future bookings are the most, the third is refused") {
    auto wish = wish_with(bookings(QuotaPeriod::day, 9));
    wish.policy.max_future_bookings = 2;
    wish.now = wish.time.start - std::chrono::hours{1};
    wish.facts.future.bookings = 1;
    CHECK(wish.broken().empty());
    wish.facts.future.bookings = 2;
    CHECK(wish.broken() == Names{"max_future_bookings"});
}
