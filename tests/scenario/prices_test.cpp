// Scenarios P and R32: what a booking costs. The peer's unit of money is written as yuan.

#include "model/split.hpp"
#include "scheduler/pricing.hpp"
#include "tests/support/civil.hpp"

#include <catch2/catch.hpp>

using model::ChargeBasis;
using model::ErrorCode;
using model::Money;
using model::RateCard;
using support::at;
using support::band;
using support::days;
using support::hourly_card;
using support::span;
using support::yuan;

namespace {

Money quote(const RateCard& card, model::Interval reserved) {
    return scheduler::price_of(card, {.reserved = reserved}, {}).value().total;
}

/// A quote of a booking of so many minutes on a working day at noon.
Money quote(const RateCard& card, std::int64_t minutes) {
    const auto start = at("2017-04-27 12:00");
    return quote(card, {start, start + model::minutes{minutes}});
}

Money charge(const RateCard& card, model::Interval reserved, std::vector<model::Interval> used) {
    return scheduler::price_of(card, {.reserved = reserved, .used = std::move(used), .closed = true}, {}).value().total;
}

/// 00-17 full price, 17-21 less 20 %.
RateCard evening_card(Money hourly, ChargeBasis basis) {
    auto card = hourly_card(hourly, basis);
    card.bands = {band(days(0, 6), 0, 17, 100), band(days(0, 6), 17, 21, 80)};
    return card;
}

/// Working days 9-17 full price and 17-24 less 10 %, weekends less 25 %.
RateCard weekend_card(Money hourly = yuan(60)) {
    auto card = hourly_card(hourly);
    card.bands = {band(days(0, 4), 17, 24, 90), band(days(5, 6), 0, 24, 75)};
    return card;
}

struct UseRow {
    const char* reserved_from;
    const char* reserved_to;
    const char* used_from;
    const char* used_to;
    // By basis: reserved, used, greater.
    std::array<std::int64_t, 3> plain;
    std::array<std::int64_t, 3> subsidy;
    std::array<std::int64_t, 3> minimum;
};

const std::vector<UseRow> use_rows{
    {"15:00", "16:00", "15:00", "16:00", {60, 60, 60}, {20, 20, 20}, {100, 100, 100}},
    {"15:00", "16:00", "15:15", "15:45", {60, 30, 60}, {20, 10, 20}, {100, 100, 100}},
    {"15:00", "16:00", "15:00", "16:15", {60, 75, 75}, {20, 25, 25}, {100, 100, 100}},
    {"15:00", "16:00", "15:15", "16:15", {60, 60, 75}, {20, 20, 25}, {100, 100, 100}},
    {"16:00", "18:00", "16:00", "18:00", {108, 108, 108}, {36, 36, 36}, {108, 108, 108}},
    {"16:00", "18:00", "16:00", "18:15", {108, 120, 120}, {36, 40, 40}, {108, 120, 120}},
    {"16:00", "18:00", "16:15", "17:45", {108, 81, 108}, {36, 27, 36}, {108, 100, 108}},
    {"16:00", "18:00", "16:15", "18:15", {108, 105, 120}, {36, 35, 40}, {108, 105, 120}},
};

constexpr std::array bases{ChargeBasis::reserved, ChargeBasis::used, ChargeBasis::greater};

template <class Check>
void each_use(Check check) {
    for (const auto& row : use_rows) {
        const auto on_day = [](const char* from, const char* to) {
            return span(std::string("2017-04-27 ") + from, std::string("2017-04-27 ") + to);
        };
        for (std::size_t i = 0; i < bases.size(); ++i) {
            INFO("used " << row.used_from << "-" << row.used_to << ", basis " << i);
            check(row, i, on_day(row.reserved_from, row.reserved_to), on_day(row.used_from, row.used_to));
        }
    }
}

}  // namespace

TEST_CASE("P1: booked time, used time, or booked time with overtime") {
    each_use([](const UseRow& row, std::size_t i, auto reserved, auto used) {
        CHECK(charge(evening_card(yuan(60), bases[i]), reserved, {used}) == yuan(row.plain[i]));
    });
}

TEST_CASE("P2: the part of a subsidy follows from the same minutes") {
    each_use([](const UseRow& row, std::size_t i, auto reserved, auto used) {
        CHECK(charge(evening_card(yuan(20), bases[i]), reserved, {used}) == yuan(row.subsidy[i]));
    });
}

TEST_CASE("P3: a minimum of 100 tops up what is less") {
    each_use([](const UseRow& row, std::size_t i, auto reserved, auto used) {
        auto card = evening_card(yuan(60), bases[i]);
        card.minimum_fen = yuan(100);
        CHECK(charge(card, reserved, {used}) == yuan(row.minimum[i]));
    });
}

TEST_CASE("P4: bands by weekday and hour") {
    const auto card = weekend_card();
    CHECK(quote(card, span("2017-04-27 12:00", "2017-04-27 13:00")) == yuan(60));
    CHECK(quote(card, span("2017-04-29 12:00", "2017-04-29 13:00")) == yuan(45));
    CHECK(quote(card, span("2017-04-27 16:00", "2017-04-27 18:00")) == yuan(114));
    const auto night =
        scheduler::price_of(card, {.reserved = span("2017-04-28 16:00", "2017-04-29 02:00")}, {}).value();
    CHECK(night.total == yuan(528));
    REQUIRE(night.lines.size() == 3);
    CHECK(night.lines[0].amount_fen == yuan(60));
    CHECK(night.lines[1].amount_fen == yuan(378));
    CHECK(night.lines[2].amount_fen == yuan(90));
}

TEST_CASE("P6: the factor of the discount over the whole time") {
    const auto factor = [](const char* from, const char* to) {
        const auto full = quote(hourly_card(yuan(60)), span(from, to));
        return quote(weekend_card(), span(from, to)).fen() * 1000 / full.fen();
    };
    CHECK(factor("2017-04-27 12:00", "2017-04-27 14:00") == 1000);
    CHECK(factor("2017-04-27 16:00", "2017-04-27 18:00") == 950);
    CHECK(factor("2017-04-27 16:00", "2017-04-27 20:00") == 925);
    CHECK(factor("2017-04-28 16:00", "2017-04-29 02:00") == 880);
}

TEST_CASE("P7: a minimum of 30, also without an hourly price, and once") {
    auto card = hourly_card(yuan(60));
    card.minimum_fen = yuan(30);
    CHECK(quote(card, 29) == yuan(30));
    CHECK(quote(card, 31) == yuan(31));
    CHECK(quote(hourly_card(yuan(10)), 31) == yuan(5, 17));
    card.hourly_fen = Money{0};
    CHECK(quote(card, 60) == yuan(30));
    CHECK(quote(card, 24 * 60) == yuan(30));
}

TEST_CASE("P9: seconds are cut from both ends, and at least one minute is charged") {
    const auto card = hourly_card(yuan(60));
    CHECK(quote(card, span("2017-04-27 12:00:10", "2017-04-27 12:00:20")) == yuan(1));
    CHECK(quote(card, span("2017-04-27 12:00:50", "2017-04-27 12:01:10")) == yuan(1));
    CHECK(quote(card, span("2017-04-27 12:00:00", "2017-04-27 12:02:50")) == yuan(2));
}

TEST_CASE("P9: an end before the start has no price") {
    const auto backwards = span("2017-04-27 13:00", "2017-04-27 12:00");
    const auto price = scheduler::price_of(hourly_card(yuan(60)), {.reserved = backwards}, {});
    REQUIRE_FALSE(price.has_value());
    CHECK(price.error().code() == ErrorCode::invalid_field);
}

TEST_CASE("P10: 120 an hour, 60 from the third hour on") {
    auto card = hourly_card(yuan(120));
    card.tiers = {{180, yuan(60)}};
    CHECK(quote(card, 60) == yuan(120));
    CHECK(quote(card, 75) == yuan(150));
    CHECK(quote(card, 240) == yuan(420));
    CHECK(quote(card, 255) == yuan(435));
}

TEST_CASE("P12: several tiers, and the same for the subsidy's part") {
    auto card = hourly_card(yuan(120));
    card.tiers = {{60, yuan(110)}, {180, yuan(100)}, {300, yuan(90)}};
    CHECK(quote(card, 315) == yuan(562, 50));
    card = hourly_card(yuan(30));
    card.tiers = {{60, yuan(25)}, {180, yuan(20)}, {300, yuan(15)}};
    CHECK(quote(card, 315) == yuan(123, 75));
    card = hourly_card(yuan(130));
    card.tiers = {{360, yuan(36)}};
    CHECK(quote(card, 480) == yuan(852));
}

TEST_CASE("P14: a service by time, with and without a tier") {
    CHECK(quote(hourly_card(yuan(120)), 180) == yuan(360));
    CHECK(quote(hourly_card(yuan(30)), 180) == yuan(90));
    auto card = hourly_card(yuan(120));
    card.tiers = {{120, yuan(60)}};
    CHECK(quote(card, 180) == yuan(300));
    card = hourly_card(yuan(30));
    card.tiers = {{120, yuan(12)}};
    CHECK(quote(card, 180) == yuan(72));
}

TEST_CASE("P15: over midnight into the weekend, with seconds at both ends") {
    const auto night = span("2017-04-21 23:00:15", "2017-04-22 01:00:37");
    auto card = hourly_card(yuan(60));
    card.bands = {band(days(5, 6), 0, 24, 75)};
    CHECK(quote(card, night) == yuan(105));
    card.hourly_fen = yuan(12);
    CHECK(quote(card, night) == yuan(21));
}

TEST_CASE("P17: cancelling inside the window costs its fee, outside nothing") {
    const auto start = at("2017-04-27 12:00");
    auto card = hourly_card(yuan(60));
    const auto quoted =
        scheduler::price_of(card, {.reserved = span("2017-04-27 12:00", "2017-04-27 13:00")}, {}).value();
    const auto fee = [&](std::int64_t minutes_before) {
        return scheduler::cancellation_price(card, quoted, start, start - model::minutes{minutes_before}).total;
    };
    card.cancellation = {{60, yuan(1, 23), std::nullopt}};
    CHECK(fee(180) == Money{0});
    CHECK(fee(30) == yuan(1, 23));
    card.cancellation = {{60, std::nullopt, 100}};
    CHECK(fee(30) == yuan(60));
    card.cancellation = {{180, yuan(5), std::nullopt}};
    CHECK(fee(30) == yuan(5));
    CHECK(fee(240) == Money{0});
}

TEST_CASE("P18: amounts between two fen are rounded half up") {
    CHECK(quote(hourly_card(yuan(73, 20)), 50) == yuan(61));
    CHECK(quote(hourly_card(yuan(10, 33)), 50) == yuan(8, 61));
    const auto reserved = span("2017-04-27 12:00", "2017-04-27 13:00");
    const auto used = span("2017-04-27 12:00", "2017-04-27 13:10");
    CHECK(charge(hourly_card(yuan(25), ChargeBasis::greater), reserved, {used}) == yuan(29, 17));
    CHECK(charge(hourly_card(yuan(7), ChargeBasis::greater), reserved, {used}) == yuan(8, 17));
}

TEST_CASE("P20: five seconds of use cost a minute, a minimum holds without a rate") {
    const auto reserved = span("2017-04-27 12:00", "2017-04-27 13:00");
    const auto used = span("2017-04-27 12:00:00", "2017-04-27 12:00:05");
    CHECK(charge(hourly_card(yuan(60), ChargeBasis::used), reserved, {used}) == yuan(1));
    auto card = hourly_card(Money{0});
    card.minimum_fen = yuan(10);
    CHECK(quote(card, reserved) == yuan(10));
}

TEST_CASE("P20: no time has no price, and without use there is no price yet") {
    const auto reserved = span("2017-04-27 12:00", "2017-04-27 13:00");
    const auto code = [](const scheduler::PriceInput& input) {
        return scheduler::price_of(hourly_card(yuan(60), ChargeBasis::used), input, {}).error().code();
    };
    CHECK(code({.reserved = span("2017-04-27 12:00", "2017-04-27 12:00")}) == ErrorCode::invalid_field);
    CHECK(code({.reserved = reserved, .used = {span("2017-04-27 12:00", "2017-04-27 12:00")}, .closed = true}) ==
          ErrorCode::invalid_field);
    CHECK(code({.reserved = reserved, .closed = true}) == ErrorCode::price_unavailable);
    CHECK(quote(hourly_card(yuan(60), ChargeBasis::used), reserved) == yuan(60));
}

TEST_CASE("P21: a fee within 24 hours before the start") {
    const auto start = at("2017-04-27 12:00");
    auto card = hourly_card(yuan(60));
    const auto quoted =
        scheduler::price_of(card, {.reserved = span("2017-04-27 12:00", "2017-04-27 13:00")}, {}).value();
    const auto fee = [&](std::int64_t hours_before) {
        return scheduler::cancellation_price(card, quoted, start, start - std::chrono::hours{hours_before});
    };
    CHECK(fee(2).lines.empty());
    card.cancellation = {{1440, yuan(45, 75), std::nullopt}};
    CHECK(fee(48).total == Money{0});
    CHECK(fee(2).total == yuan(45, 75));
    card.cancellation = {{1440, std::nullopt, 100}};
    CHECK(fee(2).total == yuan(60));
}

TEST_CASE("P24: parts of 33.34, 33.33 and 33.33 percent sum exactly, by the largest remainder") {
    const std::vector<std::int64_t> weights{3334, 3333, 3333};
    CHECK(model::split(yuan(9, 99), weights) == std::vector{yuan(3, 33), yuan(3, 33), yuan(3, 33)});
    CHECK(model::split(yuan(6, 66), weights) == std::vector{yuan(2, 22), yuan(2, 22), yuan(2, 22)});
    CHECK(model::split(yuan(30), weights) == std::vector{yuan(10), yuan(10), yuan(10)});
    CHECK(model::split(yuan(45), weights) == std::vector{yuan(15), yuan(15), yuan(15)});
}

TEST_CASE("P25: a split needs two accounts, the whole, and exactly one that takes the rest") {
    const auto check = [](const std::vector<model::Share>& shares) {
        return model::check_shares(shares, "shares").has_value();
    };
    CHECK_FALSE(check({{"A", 10'000, true}}));
    CHECK(check({{"A", 5'000, true}, {"B", 5'000, false}}));
    CHECK_FALSE(check({{"A", 5'000, true}, {"B", 4'999, false}}));
    CHECK_FALSE(check({{"A", 5'000, false}, {"B", 5'000, false}}));
    CHECK_FALSE(check({{"A", 5'000, true}, {"B", 5'000, true}}));
    CHECK_FALSE(check({{"A", 5'000, true}, {"A", 5'000, false}}));
    const std::vector<model::Share> thirds{{"A", 3'334, true}, {"B", 3'333, false}, {"C", 3'333, false}};
    REQUIRE(check(thirds));
    CHECK(model::divide(yuan(9, 99), thirds) == std::vector{yuan(3, 33), yuan(3, 33), yuan(3, 33)});
    CHECK(model::divide(yuan(-10), thirds) == std::vector{Money{-334}, Money{-333}, Money{-333}});
}

TEST_CASE("P26: the example of the peer's documentation, with its sum put right") {
    auto card = hourly_card(yuan(50));
    card.tiers = {{120, yuan(45)}, {300, yuan(40)}, {420, yuan(39)}};
    CHECK(quote(card, 600) == yuan(432));
    card = hourly_card(yuan(45));
    card.tiers = {{120, yuan(37)}, {300, yuan(30)}, {420, yuan(27)}};
    CHECK(quote(card, 600) == yuan(342));
}

TEST_CASE("R32: two hours before is free, a minute later is not, and staying away costs the full price") {
    const auto start = at("2017-04-27 12:00");
    auto card = hourly_card(yuan(20));
    card.cancellation = {{120, yuan(30), std::nullopt}};
    const auto quoted =
        scheduler::price_of(card, {.reserved = span("2017-04-27 12:00", "2017-04-27 15:00")}, {}).value();
    CHECK(scheduler::cancellation_price(card, quoted, start, at("2017-04-27 10:00")).total == Money{0});
    CHECK(scheduler::cancellation_price(card, quoted, start, at("2017-04-27 10:01")).total == yuan(30));
    CHECK(scheduler::no_show_price(card, quoted).total == yuan(60));

    card.cancellation = {{1440, std::nullopt, 100}};
    CHECK(scheduler::cancellation_price(card, quoted, start, at("2017-04-26 12:00")).total == Money{0});
    CHECK(scheduler::cancellation_price(card, quoted, start, at("2017-04-26 12:01")).total == yuan(60));
}
