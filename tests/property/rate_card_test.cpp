// What a card says beyond hours, and corrections, against plain oracles that count minute by minute and one by one.

#include "model/holidays.hpp"
#include "model/split.hpp"
#include "scheduler/charges.hpp"
#include "scheduler/pricing.hpp"
#include "tests/support/civil.hpp"

#include <numeric>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using model::Band;
using model::DayKind;
using model::Instant;
using model::Interval;
using model::minutes;
using model::Money;
using model::RateCard;
using scheduler::PriceInput;

namespace {

Money any_money(std::int64_t below) {
    return Money{*rc::gen::inRange<std::int64_t>(0, below)};
}

Band any_band() {
    Band band;
    band.days.mask = *rc::gen::inRange<std::uint8_t>(1, 128);
    band.from.minute = *rc::gen::inRange(0, 96) * 15;
    band.to.minute = *rc::gen::inRange(0, 97) * 15;
    band.percent = *rc::gen::inRange(0, 300);
    band.holds_on = *rc::gen::element(DayKind::any, DayKind::holiday, DayKind::off_day, DayKind::working_day);
    return band;
}

/// October 2026 with some of its days off and some weekend days made up.
model::Holidays any_calendar() {
    model::HolidayDocument document;
    for (unsigned day = 1; day <= 30; ++day) {
        const model::Date date{model::local_day({2026, 10, day})};
        const int choice = *rc::gen::inRange(0, 6);
        if (choice == 0) {
            document.holidays.push_back({date, date, "假", "off"});
        } else if (choice == 1) {
            document.working_days.push_back({date, std::nullopt});
        }
    }
    return {document, 1};
}

Interval any_time() {
    const auto start = support::at("2026-10-03 00:00") + minutes{*rc::gen::inRange(0, 20 * 1440)};
    return {start, start + minutes{*rc::gen::inRange(1, 3 * 1440)}};
}

bool is_off(model::LocalDay day, const model::Holidays& calendar) {
    const bool weekend = model::weekday_of(day) >= 5;
    return calendar.on(day) != nullptr || (weekend && !calendar.worked_as(day));
}

bool may_start(const Band& band, model::LocalDay day, const model::Holidays& calendar) {
    switch (band.holds_on) {
        case DayKind::any:
            break;
        case DayKind::holiday:
            return band.days.has(model::weekday_of(day)) && calendar.on(day) != nullptr;
        case DayKind::off_day:
            return band.days.has(model::weekday_of(day)) && is_off(day, calendar);
        case DayKind::working_day:
            return band.days.has(model::weekday_of(day)) && !is_off(day, calendar);
    }
    return band.days.has(model::weekday_of(day));
}

std::int64_t percent_at(const RateCard& card, Instant at, const model::Holidays& calendar) {
    const auto local = model::TimeZone().to_local(at);
    const int minute = local.second / 60;
    std::int64_t percent = 100;
    for (const auto& band : card.bands) {
        const bool wraps = band.to.minute <= band.from.minute;
        const bool today =
            may_start(band, local.day, calendar) && minute >= band.from.minute && (wraps || minute < band.to.minute);
        const bool since_yesterday = wraps && may_start(band, local.day - 1, calendar) && minute < band.to.minute;
        percent = today || since_yesterday ? band.percent.value : percent;
    }
    return percent;
}

/// A card whose every minute costs whole fen: nothing is rounded.
RateCard linear_card() {
    RateCard card;
    card.hourly_fen = Money{*rc::gen::inRange<std::int64_t>(0, 100) * 6000};
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
        card.bands.push_back(any_band());
    }
    return card;
}

Money total_of(const std::vector<model::PriceLine>& lines) {
    return std::accumulate(lines.begin(), lines.end(), Money{},
                           [](Money sum, const model::PriceLine& line) { return sum + line.amount_fen; });
}

}  // namespace

TEST_CASE("bands by the holiday calendar are those of a walk minute by minute") {
    CHECK(rc::check("calendar bands agree with the oracle", [] {
        const auto card = linear_card();
        const auto calendar = any_calendar();
        const auto time = any_time();
        std::int64_t fen = 0;
        for (Instant at = time.start; at < time.end; at += minutes{1}) {
            fen += card.hourly_fen.fen() * percent_at(card, at, calendar) / 6000;
        }
        RC_ASSERT(scheduler::price_of(card, {.reserved = time}, {}, &calendar).value().total == Money{fen});
    }));
}

// Linear: no tiers, no daily price, no fees and no minimum, and each minute costs whole fen. Otherwise a cut starts the
// tiers anew, pays the start-up twice, and rounds twice (by at most a fen for each line).
TEST_CASE("with linear rates a booking cut at any minute costs the same to the fen") {
    CHECK(rc::check("splitting changes nothing", [] {
        const auto card = linear_card();
        const auto calendar = any_calendar();
        const auto time = any_time();
        const auto price = [&](Interval part) {
            return scheduler::price_of(card, {.reserved = part}, {}, &calendar).value().total;
        };
        const auto length = time.length() / minutes{1};
        RC_PRE(length > 1);
        const auto cut = time.start + minutes{*rc::gen::inRange<std::int64_t>(1, length)};
        RC_ASSERT(price({time.start, cut}) + price({cut, time.end}) == price(time));
    }));
}

TEST_CASE("samples cost what each one costs, counted one by one; more never cost less") {
    CHECK(rc::check("quantity breaks agree with the oracle", [] {
        RateCard card;
        card.per_sample_fen = any_money(10'000);
        std::int64_t from = 1;
        for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
            from += *rc::gen::inRange(1, 40);
            card.sample_tiers.push_back({from, any_money(10'000)});
        }
        const std::int64_t samples = *rc::gen::inRange(0, 200);
        Money sum;
        for (std::int64_t sample = 1; sample <= samples; ++sample) {
            Money each = card.per_sample_fen;
            for (const auto& tier : card.sample_tiers) {
                each = tier.from_sample <= sample ? tier.per_sample_fen : each;
            }
            sum += each;
        }
        const auto time = any_time();
        const auto price = [&](std::int64_t count) {
            return scheduler::price_of(card, {.reserved = time, .samples = count}, {}).value().total;
        };
        RC_ASSERT(price(samples) == sum);
        RC_ASSERT(price(samples) <= price(samples + 1));
    }));
}

TEST_CASE("no amount within the bounds overflows: it is priced, or refused as too much") {
    CHECK(rc::check("up to 10^12 fen", [] {
        const auto most = [] { return Money{*rc::gen::inRange<std::int64_t>(0, model::max_fen + 1)}; };
        RateCard card;
        card.hourly_fen = most();
        card.per_use_fen = most();
        card.per_sample_fen = most();
        card.sample_tiers = {{2, most()}};
        card.staff_hourly_fen = most();
        card.minimum_fen = most();
        card.training_fen = most();
        card.urgent = model::Urgency{0, *rc::gen::inRange<std::int64_t>(100, 1001)};
        card.consumables = {{"x", "x", "x", std::nullopt, most()}};
        card.bands = {any_band()};
        const PriceInput input{.reserved = any_time(),
                               .samples = *rc::gen::inRange<std::int64_t>(0, scheduler::max_samples + 1),
                               .staff_minutes = *rc::gen::inRange<std::int64_t>(0, scheduler::max_staff_minutes + 1),
                               .consumables = {{"x", *rc::gen::inRange<std::int64_t>(0, scheduler::max_consumed + 1)}},
                               .urgent = true,
                               .training = true};
        const auto price = scheduler::price_of(card, input, {});
        RC_ASSERT(price.has_value() || price.error().code() == model::ErrorCode::price_unavailable);
        if (price) {
            RC_ASSERT(total_of(price->lines) == price->total);
            RC_ASSERT(price->total <= Money{model::max_fen});
        }
    }));
}

TEST_CASE("correcting lines turn what was charged into what is due, whatever was corrected before") {
    CHECK(rc::check("corrections sum exactly", [] {
        auto card = linear_card();
        card.hourly_fen = any_money(100'000);
        card.basis = model::ChargeBasis::union_;
        card.per_use_fen = any_money(10'000);
        card.minimum_fen = any_money(100'000);
        const auto time = any_time();
        PriceInput input{.reserved = time, .used = {any_time()}, .closed = true};
        auto charged = scheduler::price_of(card, input, {}).value();
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
            input.others_used.push_back(any_time());
            const auto due = scheduler::price_of(card, input, {}).value();
            const auto lines = scheduler::correcting_lines(charged, due, time.end);
            for (const auto& line : lines) {
                RC_ASSERT(line.is_correction());
                RC_ASSERT(line.amount_fen != Money{});
            }
            charged.lines.insert(charged.lines.end(), lines.begin(), lines.end());
            charged.total = due.total;
            RC_ASSERT(total_of(charged.lines) == due.total);
        }
    }));
}

TEST_CASE("a fee falls by the share that was taken, to the fen, and never below nothing") {
    CHECK(rc::check("less_taken", [] {
        const auto fee = any_money(model::max_fen);
        const std::int64_t booked = *rc::gen::inRange<std::int64_t>(1, 527'041);
        const std::int64_t taken = *rc::gen::inRange<std::int64_t>(0, booked + 1);
        model::PriceLine line;
        line.code = model::LineCode::cancellation_fee;
        line.amount_fen = fee;
        const auto less = scheduler::less_taken({.lines = {line}, .total = fee}, taken, booked);
        RC_ASSERT(less.total == fee - model::scaled(fee, taken, booked));
        RC_ASSERT(total_of(less.lines) == less.total);
        RC_ASSERT(less.total >= Money{});
    }));
}

TEST_CASE("what so many pieces cover is what a count minute by minute says") {
    CHECK(rc::check("covered agrees with the oracle", [] {
        const auto begin = support::at("2026-10-03 00:00");
        std::vector<Interval> pieces;
        for (int i = *rc::gen::inRange(0, 8); i > 0; --i) {
            const auto start = begin + minutes{*rc::gen::inRange(0, 120)};
            pieces.push_back({start, start + minutes{*rc::gen::inRange(0, 60)}});
        }
        const std::int64_t times = *rc::gen::inRange(1, 4);
        const auto covered = scheduler::covered(pieces, times);
        for (Instant at = begin; at < begin + minutes{200}; at += minutes{1}) {
            const auto count = std::ranges::count_if(pieces, [&](const Interval& piece) { return piece.contains(at); });
            const bool is_covered =
                std::ranges::any_of(covered, [&](const Interval& piece) { return piece.contains(at); });
            RC_ASSERT(is_covered == (count >= times));
        }
    }));
}

TEST_CASE("shares that are in order divide any amount exactly") {
    CHECK(rc::check("divide is exact", [] {
        std::vector<model::Share> shares;
        std::int64_t left = model::whole_bp;
        const int parts = *rc::gen::inRange(2, 8);
        for (int i = 1; i < parts; ++i) {
            const std::int64_t bp = *rc::gen::inRange<std::int64_t>(0, left + 1);
            shares.push_back({std::to_string(i), bp, false});
            left -= bp;
        }
        shares.push_back({"rest", left, true});
        RC_ASSERT(model::check_shares(shares, "shares").has_value());
        const Money amount{*rc::gen::inRange<std::int64_t>(-model::max_fen, model::max_fen)};
        const auto divided = model::divide(amount, shares);
        RC_ASSERT(std::accumulate(divided.begin(), divided.end(), Money{}) == amount);
    }));
}
