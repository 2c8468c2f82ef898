// What a rate card can say beyond hours: quantity breaks, consumables, urgency, training, holidays, own classes; and
// how its entries are told.

#include "model/holidays.hpp"
#include "scheduler/card_words.hpp"
#include "scheduler/price_words.hpp"
#include "scheduler/pricing.hpp"
#include "server/storage/price_text.hpp"
#include "tests/support/civil.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using model::DayKind;
using model::LineCode;
using model::Money;
using model::PriceClass;
using model::RateCard;
using scheduler::PriceInput;
using support::at;
using support::hourly_card;
using support::span;
using support::yuan;

namespace {
const auto two_hours = span("2026-11-23 09:00", "2026-11-23 11:00");

model::Price price(const RateCard& card, const PriceInput& input, const model::Holidays* holidays = nullptr) {
    return scheduler::price_of(card, input, {}, holidays).value();
}

const model::PriceLine& line(const model::Price& price, LineCode code) {
    const auto found = std::ranges::find(price.lines, code, &model::PriceLine::code);
    REQUIRE(found != price.lines.end());
    return *found;
}

RateCard by_sample() {
    RateCard card;
    card.per_sample_fen = yuan(10);
    card.sample_tiers = {{11, yuan(8)}, {101, yuan(5)}};
    return card;
}

model::Holidays national_day() {
    model::HolidayDocument document;
    const auto october = [](unsigned day) { return model::Date{model::local_day({2026, 10, day})}; };
    document.holidays.push_back({october(1), october(7), "国庆节", "National Day"});
    document.working_days.push_back({october(10), std::nullopt});  // a Saturday that is worked
    return {document, 7};
}

RateCard with_band(DayKind kind, std::int64_t percent) {
    auto card = hourly_card(yuan(60));
    card.bands = {support::band(support::days(0, 6), 0, 24, percent)};
    card.bands[0].holds_on = kind;
    return card;
}
}  // namespace

TEST_CASE("samples cost the price of the break that their number has reached, each sample its own") {
    const auto total = [](std::int64_t samples) {
        return price(by_sample(), {.reserved = two_hours, .samples = samples}).total;
    };
    CHECK(total(0) == Money{});
    CHECK(total(10) == yuan(100));
    CHECK(total(11) == yuan(108));
    CHECK(total(100) == yuan(100 + 90 * 8));
    CHECK(total(150) == yuan(100 + 90 * 8 + 50 * 5));
    const auto priced = price(by_sample(), {.reserved = two_hours, .samples = 12});
    REQUIRE(priced.lines.size() == 3);
    CHECK(priced.lines[1].quantity == 10);
    CHECK(scheduler::describe_rule(priced.lines[1]).zh == "每个样品 ¥10.00");
    CHECK(scheduler::describe_rule(priced.lines[2]).zh == "自第 11 个样品起每个 ¥8.00");
    CHECK(scheduler::describe_rule(priced.lines[2]).en == "CNY 8.00 each from sample 11 on");
}

TEST_CASE("consumables are charged by the card's list, on top of the minimum, and only what it lists") {
    auto card = hourly_card(yuan(10));
    card.minimum_fen = yuan(100);
    card.consumables = {{"tip", "枪头", "Pipette tip", std::nullopt, Money{35}},
                        {"he", "液氦", "Helium", "L", yuan(120)}};
    const auto priced = price(card, {.reserved = two_hours, .consumables = {{"he", 2}, {"tip", 10}}});
    CHECK(priced.total == yuan(100 + 240) + Money{350});
    CHECK(line(priced, LineCode::consumable).quantity == 10);
    CHECK(scheduler::describe(line(priced, LineCode::consumable)).zh == "耗材：枪头");
    const auto refused = [&](std::vector<model::ConsumableUse> used) {
        return scheduler::price_of(card, {.reserved = two_hours, .consumables = std::move(used)}, {}).error().code();
    };
    CHECK(refused({{"gold", 1}}) == model::ErrorCode::invalid_field);
    CHECK(refused({{"tip", 1}, {"tip", 1}}) == model::ErrorCode::invalid_field);
    CHECK(refused({{"tip", scheduler::max_consumed + 1}}) == model::ErrorCode::invalid_field);
    CHECK(scheduler::listed_consumable(card, "Helium")->code.value == "he");
    CHECK(scheduler::listed_consumable(card, "gold") == nullptr);
}

TEST_CASE("an urgent booking costs its percent of time, start-up, samples and staff") {
    auto card = hourly_card(yuan(100));
    card.per_use_fen = yuan(50);
    card.staff_hourly_fen = yuan(60);
    card.training_fen = yuan(300);
    card.urgent = model::Urgency{1440, 150};
    const PriceInput input{.reserved = two_hours, .staff_minutes = 30, .urgent = true, .training = true};
    const auto priced = price(card, input);
    CHECK(line(priced, LineCode::urgent).amount_fen == yuan(140));  // half of 200 + 50 + 30
    CHECK(line(priced, LineCode::training).amount_fen == yuan(300));
    CHECK(priced.total == yuan(280 + 140 + 300));
    CHECK(scheduler::describe_rule(line(priced, LineCode::urgent)).zh == "加急预约或开始前不足 1 天提出的预约加收 50%");

    const auto start = two_hours.start;
    CHECK(scheduler::is_urgent(card, false, start - model::minutes{1439}, start));
    CHECK_FALSE(scheduler::is_urgent(card, false, start - model::minutes{1440}, start));
    CHECK(scheduler::is_urgent(card, true, start - std::chrono::days{30}, start));
    CHECK_FALSE(scheduler::is_urgent(hourly_card(yuan(1)), true, start, start));
}

TEST_CASE("a band may hold on holidays, on days off or on working days, make-up days respected") {
    const auto calendar = national_day();
    const auto hour = [&](DayKind kind, const char* day, const model::Holidays* holidays) {
        const auto start = at(std::string(day) + " 09:00");
        return price(with_band(kind, 200), {.reserved = {start, start + std::chrono::hours{1}}}, holidays).total;
    };
    const auto doubled = yuan(120);
    const auto plain = yuan(60);
    // 1 October 2026 is a Thursday, the 10th a Saturday that is made up, the 11th a Sunday.
    CHECK(hour(DayKind::holiday, "2026-10-01", &calendar) == doubled);
    CHECK(hour(DayKind::holiday, "2026-10-11", &calendar) == plain);
    CHECK(hour(DayKind::off_day, "2026-10-01", &calendar) == doubled);
    CHECK(hour(DayKind::off_day, "2026-10-10", &calendar) == plain);
    CHECK(hour(DayKind::off_day, "2026-10-11", &calendar) == doubled);
    CHECK(hour(DayKind::working_day, "2026-10-01", &calendar) == plain);
    CHECK(hour(DayKind::working_day, "2026-10-10", &calendar) == doubled);
    CHECK(hour(DayKind::working_day, "2026-10-12", &calendar) == doubled);
    CHECK(hour(DayKind::any, "2026-10-01", &calendar) == doubled);
    // Without a calendar there are weekdays only.
    CHECK(hour(DayKind::off_day, "2026-10-10", nullptr) == doubled);
    CHECK(hour(DayKind::holiday, "2026-10-01", nullptr) == plain);
}

TEST_CASE("a holiday's night belongs to the day on which it starts") {
    const auto calendar = national_day();
    auto card = hourly_card(yuan(60));
    card.bands = {support::band(support::days(0, 6), 22, 6, 50)};
    card.bands[0].holds_on = DayKind::holiday;
    // The night of the last holiday ends on the 8th; that of the 30th is none.
    CHECK(price(card, {.reserved = span("2026-10-08 04:00", "2026-10-08 07:00")}, &calendar).total ==
          yuan(2 * 30 + 60));
    CHECK(price(card, {.reserved = span("2026-10-01 04:00", "2026-10-01 06:00")}, &calendar).total == yuan(120));
}

TEST_CASE("the class that an institution gives comes first; without a card for it the payer's own holds") {
    const auto of_class = [](model::ClassName name, std::int64_t hourly) {
        auto card = hourly_card(yuan(hourly));
        card.price_class = std::move(name);
        return card;
    };
    const model::Rates rates{of_class(PriceClass::enterprise, 100), of_class("partner", 70),
                             of_class(PriceClass::academic, 50)};
    const auto now = at("2026-11-23 09:00");
    CHECK(scheduler::card_for(rates, {PriceClass::enterprise, "partner"}, now)->hourly_fen == yuan(70));
    CHECK(scheduler::card_for(rates, {PriceClass::enterprise, "start_up"}, now)->hourly_fen == yuan(100));
    CHECK(scheduler::card_for(rates, {PriceClass::internal, "start_up"}, now)->hourly_fen == yuan(50));
    CHECK(scheduler::card_for(rates, PriceClass::enterprise, now)->hourly_fen == yuan(100));
}

TEST_CASE("each line of time names the tier and the bands that made it") {
    auto card = hourly_card(yuan(60));
    card.tiers = {{180, yuan(40)}};
    card.bands = {support::band(support::days(0, 4), 17, 21, 80), support::band(support::days(5, 6), 0, 24, 80)};
    const auto priced = price(card, {.reserved = span("2026-11-23 16:00", "2026-11-23 20:00")});
    REQUIRE(priced.lines.size() == 3);
    CHECK(scheduler::describe_rule(priced.lines[0]).zh == "小时价 ¥60.00");
    CHECK(scheduler::describe_rule(priced.lines[1]).zh == "小时价 ¥60.00，周一至周五 17:00–21:00按 80% 计");
    CHECK(scheduler::describe_rule(priced.lines[1]).en == "hourly price CNY 60.00, Mon-Fri 17:00–21:00 at 80%");
    CHECK(scheduler::describe_rule(priced.lines[2]).zh ==
          "满 3 小时后的小时价 ¥40.00，周一至周五 17:00–21:00按 80% 计");
    // Friday evening and Saturday at the same percent are one line that names both.
    card.tiers.clear();
    const auto both = price(card, {.reserved = span("2026-11-27 20:00", "2026-11-28 01:00")});
    CHECK(scheduler::describe_rule(both.lines[0]).en == "hourly price CNY 60.00, Mon-Fri 17:00–21:00; Sat, Sun at 80%");
}

TEST_CASE("a fee falls by exactly the share of the booked minutes that others took") {
    auto card = hourly_card(yuan(60));
    card.cancellation = {{1440, std::nullopt, 50}};
    const auto quoted = price(card, {.reserved = two_hours});
    const auto fee = scheduler::cancellation_price(card, quoted, two_hours.start, two_hours.start - model::minutes{5});
    CHECK(fee.total == yuan(60));
    const auto less = scheduler::less_taken(fee, 35, 120);
    CHECK(less.total == Money{6000 - 1750});
    REQUIRE(less.lines.size() == 2);
    CHECK(less.lines[1].per == 120);
    CHECK(scheduler::describe_rule(less.lines[1]).zh == "预约的 120 分钟中有 35 分钟后由他人使用，按比例退减");
    CHECK(scheduler::describe_rule(less.lines[0]).zh == "开始前不足 1 天取消，按报价的 50%");
    CHECK(scheduler::less_taken(fee, 120, 120).total == Money{});
    CHECK(scheduler::less_taken(fee, 0, 120) == fee);
    CHECK(scheduler::less_taken({}, 10, 120).lines.empty());
}

TEST_CASE("no total overflows, up to the largest amounts that a card takes") {
    RateCard card;
    const Money most{model::max_fen};
    card.hourly_fen = most;
    card.daily_fen = most;
    card.per_use_fen = most;
    card.per_sample_fen = most;
    card.sample_tiers = {{2, most}};
    card.staff_hourly_fen = most;
    card.training_fen = most;
    card.minimum_fen = most;
    card.urgent = model::Urgency{0, 1000};
    card.consumables = {{"x", "x", "x", std::nullopt, most}};
    card.bands = {support::band(support::days(0, 6), 0, 24, 1000)};
    const PriceInput input{.reserved = two_hours,
                           .samples = scheduler::max_samples,
                           .staff_minutes = scheduler::max_staff_minutes,
                           .consumables = {{"x", scheduler::max_consumed}},
                           .urgent = true,
                           .training = true};
    const auto priced = scheduler::price_of(card, input, {});
    REQUIRE_FALSE(priced.has_value());
    CHECK(priced.error().code() == model::ErrorCode::price_unavailable);
    // Just within the bound.
    auto plain = hourly_card(Money{model::max_fen});
    CHECK(price(plain, {.reserved = span("2026-11-23 09:00", "2026-11-23 10:00")}).total == most);
}

TEST_CASE("the conditions of a card are sentences for a public list") {
    auto card = by_sample();
    card.hourly_fen = yuan(60);
    card.bands = {support::band(support::days(0, 6), 22, 6, 70)};
    card.cancellation = {{120, yuan(30), std::nullopt}, {60, std::nullopt, 100}};
    card.consumables = {{"he", "液氦", "Helium", "L", yuan(120)}};
    std::vector<std::string> zh;
    for (const auto& sentence : scheduler::conditions_of(card)) {
        CHECK_FALSE(sentence.en.empty());
        zh.push_back(sentence.zh);
    }
    CHECK(zh == std::vector<std::string>{"小时价 ¥60.00，每天 22:00–06:00按 70% 计", "自第 11 个样品起每个 ¥8.00",
                                         "自第 101 个样品起每个 ¥5.00", "液氦 ¥120.00/L",
                                         "开始前不足 2 小时取消收取 ¥30.00", "开始前不足 1 小时取消按全价",
                                         "未到场，按报价的 100%"});
}

TEST_CASE("stored lines keep rules, names and corrections, and lines of earlier versions still read") {
    auto card = hourly_card(yuan(60));
    card.tiers = {{60, yuan(40)}};
    card.consumables = {{"a,b", "A;B%2C", "Name, with; signs 100%", std::nullopt, yuan(3)}};
    auto lines = price(card, {.reserved = two_hours, .consumables = {{"a,b", 2}}}).lines;
    lines.push_back(scheduler::less_taken({.lines = {}, .total = yuan(10)}, 7, 60).lines.at(0));
    lines.back().corrected_at = at("2026-11-23 12:00");
    CHECK(server::parse_price_text(server::price_text(lines)) == lines);
    const auto old = server::parse_price_text("reserved_time,120,minute,6000,100,12000;start_up,1,use,500,100,500;");
    REQUIRE(old.size() == 2);
    CHECK(old[0].per == 60);
    CHECK(old[1].per == 1);
    CHECK(old[0].rule.empty());
    CHECK_THROWS(server::parse_price_text("reserved_time,120"));
}
