#include "scheduler/pricing.hpp"
#include "scheduler/price_words.hpp"

#include "tests/support/civil.hpp"

#include <catch2/catch.hpp>

using model::ChargeBasis;
using model::ErrorCode;
using model::LineCode;
using model::LineUnit;
using model::Money;
using model::PriceClass;
using model::RateCard;
using scheduler::PriceInput;
using support::at;
using support::hourly_card;
using support::span;
using support::yuan;

namespace {

model::Price price(const RateCard& card, const PriceInput& input, const model::TimeZone& zone = {}) {
    return scheduler::price_of(card, input, zone).value();
}

std::vector<LineCode> codes(const model::Price& priced) {
    std::vector<LineCode> all;
    for (const auto& line : priced.lines) {
        all.push_back(line.code);
    }
    return all;
}

RateCard of_class(PriceClass price_class, std::optional<model::Instant> valid_from, std::int64_t hourly) {
    auto card = hourly_card(Money{hourly});
    card.price_class = price_class;
    card.valid_from = valid_from;
    return card;
}

const auto two_hours = span("2026-11-23 09:00", "2026-11-23 11:00");

}  // namespace

TEST_CASE("the card in force is the one that began last") {
    const model::Rates rates{of_class(PriceClass::enterprise, std::nullopt, 1),
                             of_class(PriceClass::enterprise, at("2026-06-01 00:00"), 2),
                             of_class(PriceClass::enterprise, at("2026-03-01 00:00"), 3)};
    const auto hourly = [&](const char* when) {
        return scheduler::card_for(rates, PriceClass::enterprise, at(when))->hourly_fen;
    };
    CHECK(hourly("2026-02-28 23:59") == Money{1});
    CHECK(hourly("2026-03-01 00:00") == Money{3});
    CHECK(hourly("2026-12-01 00:00") == Money{2});
    const model::Rates equal{of_class(PriceClass::enterprise, std::nullopt, 1),
                             of_class(PriceClass::enterprise, std::nullopt, 2)};
    CHECK(scheduler::card_for(equal, PriceClass::enterprise, at("2026-12-01 00:00"))->hourly_fen == Money{2});
}

TEST_CASE("a class without a card in force falls back to the dearer class, never to the cheaper") {
    const auto now = at("2026-06-01 00:00");
    const model::Rates rates{of_class(PriceClass::enterprise, std::nullopt, 10),
                             of_class(PriceClass::academic, at("2026-06-02 00:00"), 5)};
    CHECK(scheduler::card_for(rates, PriceClass::internal, now)->hourly_fen == Money{10});
    CHECK(scheduler::card_for(rates, PriceClass::internal, at("2026-06-02 00:00"))->hourly_fen == Money{5});
    const model::Rates academic_only{of_class(PriceClass::academic, std::nullopt, 5)};
    CHECK(scheduler::card_for(academic_only, PriceClass::enterprise, now) == nullptr);
    CHECK(scheduler::card_for({}, PriceClass::internal, now) == nullptr);
}

TEST_CASE("a price lists time, start-up, samples, staff help and what is missing to the minimum") {
    auto card = hourly_card(yuan(100));
    card.per_use_fen = yuan(50);
    card.per_sample_fen = yuan(4, 80);
    card.staff_hourly_fen = yuan(90);
    card.minimum_fen = yuan(500);
    const auto priced = price(card, {.reserved = two_hours, .samples = 10, .staff_minutes = 20});
    CHECK(codes(priced) == std::vector{LineCode::reserved_time, LineCode::start_up, LineCode::samples, LineCode::staff,
                                       LineCode::minimum});
    CHECK(priced.lines[0].amount_fen == yuan(200));
    CHECK(priced.lines[2].amount_fen == yuan(48));
    CHECK(priced.lines[3].amount_fen == yuan(30));
    CHECK(priced.lines[4].amount_fen == yuan(172));
    CHECK(priced.total == yuan(500));
}

TEST_CASE("lines that cost nothing are left out, except the time") {
    const auto priced = price(hourly_card(Money{0}), {.reserved = two_hours});
    REQUIRE(codes(priced) == std::vector{LineCode::reserved_time});
    CHECK(priced.lines[0].quantity == 120);
    CHECK(priced.total == Money{0});
}

TEST_CASE("each full 24 hours cost the daily price, and a rest never more than it") {
    auto card = hourly_card(yuan(100));
    card.daily_fen = yuan(800);
    const auto day_and_five = price(card, {.reserved = span("2026-11-23 09:00", "2026-11-24 14:00")});
    CHECK(codes(day_and_five) == std::vector{LineCode::reserved_time, LineCode::full_day});
    CHECK(day_and_five.total == yuan(1300));

    const auto long_day = price(card, {.reserved = span("2026-11-23 09:00", "2026-11-23 21:00")});
    CHECK(codes(long_day) == std::vector{LineCode::reserved_time, LineCode::day_cap});
    CHECK(long_day.lines[1].amount_fen == yuan(-400));
    CHECK(long_day.total == yuan(800));

    const auto two_days = price(card, {.reserved = span("2026-11-23 09:00", "2026-11-25 09:00")});
    REQUIRE(codes(two_days) == std::vector{LineCode::full_day});
    CHECK(two_days.lines[0].quantity == 2);
    CHECK(two_days.lines[0].unit == LineUnit::day);
}

TEST_CASE("without any hourly price a part of a day counts as a day") {
    auto card = hourly_card(Money{0});
    card.daily_fen = yuan(3000);
    const auto priced = price(card, {.reserved = span("2026-11-23 09:00", "2026-11-25 10:00")});
    CHECK(codes(priced) == std::vector{LineCode::full_day});
    CHECK(priced.total == yuan(9000));
}

TEST_CASE("the tiers of a rest go on counting after the full days") {
    auto card = hourly_card(yuan(100));
    card.daily_fen = yuan(1000);
    card.tiers = {{180, yuan(40)}};
    CHECK(price(card, {.reserved = span("2026-11-23 09:00", "2026-11-24 11:00")}).total == yuan(1080));
}

TEST_CASE("the last listed band that holds wins") {
    auto card = hourly_card(yuan(60));
    card.bands = {support::band(support::days(0, 6), 0, 24, 50), support::band(support::days(0, 4), 10, 11, 200)};
    const auto priced = price(card, {.reserved = two_hours});
    REQUIRE(priced.lines.size() == 2);
    CHECK(priced.lines[0].percent == 50);
    CHECK(priced.lines[1].percent == 200);
    CHECK(priced.total == yuan(30 + 120));
}

TEST_CASE("a band over midnight belongs to the day on which it starts") {
    auto card = hourly_card(yuan(60));
    card.bands = {support::band(support::days(4, 4), 22, 6, 50)};  // Friday night
    // 2026-11-27 is a Friday.
    CHECK(price(card, {.reserved = span("2026-11-27 23:00", "2026-11-28 07:00")}).total == yuan(7 * 30 + 60));
    CHECK(price(card, {.reserved = span("2026-11-27 00:00", "2026-11-27 06:00")}).total == yuan(6 * 60));
    CHECK(price(card, {.reserved = span("2026-11-28 22:00", "2026-11-28 24:00")}).total == yuan(2 * 60));
}

TEST_CASE("minutes of one price and percent make one line, in order of first appearance") {
    auto card = hourly_card(yuan(60));
    card.bands = {support::band(support::days(0, 6), 18, 8, 50)};
    const auto priced = price(card, {.reserved = span("2026-11-23 17:00", "2026-11-25 09:00")});
    REQUIRE(priced.lines.size() == 2);
    CHECK(priced.lines[0].percent == 100);
    CHECK(priced.lines[0].quantity == (1 + 10 + 1) * 60);
    CHECK(priced.lines[1].percent == 50);
    CHECK(priced.lines[1].quantity == 28 * 60);
}

TEST_CASE("each line is rounded half up once, not each minute") {
    auto card = hourly_card(Money{1});
    CHECK(price(card, {.reserved = span("2026-11-23 09:00", "2026-11-23 09:29")}).total == Money{0});
    CHECK(price(card, {.reserved = span("2026-11-23 09:00", "2026-11-23 09:30")}).total == Money{1});
    CHECK(price(card, {.reserved = span("2026-11-23 09:00", "2026-11-23 10:29")}).total == Money{1});
}

TEST_CASE("a day of 23 or 25 real hours charges 23 or 25 hours") {
    const auto berlin = support::zone("Europe/Berlin");
    auto card = hourly_card(yuan(60));
    card.bands = {support::band(support::days(6, 6), 1, 4, 50)};
    // At 50 % from 01:00 to 04:00 local: two real hours in spring, four in autumn.
    CHECK(price(card, {.reserved = span("2026-03-29 00:00", "2026-03-29 24:00", berlin)}, berlin).total ==
          yuan(21 * 60 + 2 * 30));
    CHECK(price(card, {.reserved = span("2026-10-25 00:00", "2026-10-25 24:00", berlin)}, berlin).total ==
          yuan(21 * 60 + 4 * 30));
}

TEST_CASE("the basis decides which time is charged") {
    const PriceInput charge{
        .reserved = two_hours,
        .used = {span("2026-11-23 10:30", "2026-11-23 11:30"), span("2026-11-23 08:30", "2026-11-23 09:30")},
        .closed = true};
    const auto minutes = [&](ChargeBasis basis) { return price(hourly_card(yuan(60), basis), charge).lines.at(0); };
    CHECK(minutes(ChargeBasis::reserved).quantity == 120);
    CHECK(minutes(ChargeBasis::reserved).code == LineCode::reserved_time);
    CHECK(minutes(ChargeBasis::used).quantity == 120);
    CHECK(minutes(ChargeBasis::used).code == LineCode::used_time);
    CHECK(minutes(ChargeBasis::greater).quantity == 150);
    CHECK(minutes(ChargeBasis::union_).quantity == 180);
    CHECK(minutes(ChargeBasis::union_).code == LineCode::charged_time);
}

TEST_CASE("pieces of use that overlap are charged once") {
    const auto card = hourly_card(yuan(60), ChargeBasis::used);
    const PriceInput input{
        .reserved = two_hours,
        .used = {span("2026-11-23 09:00", "2026-11-23 10:00"), span("2026-11-23 09:30", "2026-11-23 10:30")},
        .closed = true};
    CHECK(price(card, input).total == yuan(90));
}

TEST_CASE("where others took all of the time, neither start-up fee nor minimum is charged") {
    auto card = hourly_card(yuan(60), ChargeBasis::union_);
    card.per_use_fen = yuan(10);
    card.minimum_fen = yuan(100);
    const auto priced = price(card, {.reserved = two_hours, .others_used = {two_hours}, .closed = true});
    CHECK(priced.lines.empty());
    CHECK(priced.total == Money{0});
}

TEST_CASE("numbers out of bounds and totals above the largest amount are refused") {
    const auto code = [](const RateCard& card, const PriceInput& input) {
        return scheduler::price_of(card, input, {}).error().code();
    };
    CHECK(code(hourly_card(yuan(1)), {.reserved = two_hours, .samples = -1}) == ErrorCode::invalid_field);
    CHECK(code(hourly_card(yuan(1)), {.reserved = two_hours, .samples = 1'000'001}) == ErrorCode::invalid_field);
    CHECK(code(hourly_card(yuan(1)), {.reserved = two_hours, .staff_minutes = -1}) == ErrorCode::invalid_field);
    CHECK(code(hourly_card(Money{model::max_fen}), {.reserved = two_hours}) == ErrorCode::price_unavailable);

    auto dearest = hourly_card(Money{model::max_fen});
    dearest.bands = {support::band(support::days(0, 6), 0, 24, 1000)};
    dearest.per_sample_fen = Money{model::max_fen};
    dearest.staff_hourly_fen = Money{model::max_fen};
    dearest.per_use_fen = Money{model::max_fen};
    const PriceInput longest{.reserved = {model::earliest_instant, model::latest_instant},
                             .samples = scheduler::max_samples,
                             .staff_minutes = scheduler::max_staff_minutes};
    CHECK(code(dearest, longest) == ErrorCode::price_unavailable);
}

TEST_CASE("of several cancellation fees the one with the smallest bound applies") {
    auto card = hourly_card(yuan(60));
    card.cancellation = {{1440, std::nullopt, 50}, {120, yuan(99), std::nullopt}, {10, std::nullopt, 100}};
    const auto quoted = price(card, {.reserved = two_hours});
    const auto fee = [&](model::minutes before) {
        return scheduler::cancellation_price(card, quoted, two_hours.start, two_hours.start - before).total;
    };
    CHECK(fee(model::minutes{1440}) == Money{0});
    CHECK(fee(model::minutes{1439}) == yuan(60));
    CHECK(fee(model::minutes{119}) == yuan(99));
    CHECK(fee(model::minutes{9}) == yuan(120));
    CHECK(fee(model::minutes{-30}) == yuan(120));
}

TEST_CASE("a no-show costs its share of the quoted total") {
    auto card = hourly_card(yuan(60));
    const auto quoted = price(card, {.reserved = two_hours});
    CHECK(scheduler::no_show_price(card, quoted).total == yuan(120));
    card.no_show_percent = 25;
    CHECK(scheduler::no_show_price(card, quoted).lines.at(0).code == LineCode::no_show_fee);
    CHECK(scheduler::no_show_price(card, quoted).total == yuan(30));
    card.no_show_percent = 0;
    CHECK(scheduler::no_show_price(card, quoted).lines.empty());
}

TEST_CASE("every line says what it is in both languages, and its percent when not full price") {
    model::PriceLine line;
    for (int code = 0; code <= static_cast<int>(LineCode::taken_by_others); ++code) {
        line.code = static_cast<LineCode>(code);
        CHECK_FALSE(scheduler::describe(line).zh.empty());
        CHECK_FALSE(scheduler::describe(line).en.empty());
    }
    line.code = LineCode::reserved_time;
    line.percent = 80;
    CHECK(scheduler::describe(line).zh == "预约机时（按 80% 计）");
    CHECK(scheduler::describe(line).en == "Booked time at 80%");
}
