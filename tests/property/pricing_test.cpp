// Prices against a plain oracle that walks minute by minute, and the laws that any tariff must
// keep.

#include "scheduler/pricing.hpp"

#include "tests/support/civil.hpp"

#include <map>
#include <numeric>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using model::ChargeBasis;
using model::Instant;
using model::Interval;
using model::LineUnit;
using model::minutes;
using model::Money;
using model::RateCard;
using scheduler::PriceInput;

namespace {

model::TimeZone any_zone() {
    return support::zone(
        *rc::gen::element<std::string>("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe"));
}

model::Band any_band() {
    model::Band band;
    band.days.mask = *rc::gen::inRange<std::uint8_t>(1, 128);
    band.from.minute = *rc::gen::inRange(0, 96) * 15;
    band.to.minute = *rc::gen::inRange(0, 97) * 15;
    band.percent = *rc::gen::inRange(0, 300);
    return band;
}

RateCard any_card() {
    RateCard card;
    card.hourly_fen = Money{*rc::gen::inRange(0, 100'000)};
    std::int64_t from = 0;
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        from += *rc::gen::inRange(1, 2000);
        card.tiers.push_back({from, Money{*rc::gen::inRange(0, 100'000)}});
    }
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
        card.bands.push_back(any_band());
    }
    return card;
}

RateCard any_card_with_extras() {
    auto card = any_card();
    if (*rc::gen::arbitrary<bool>()) {
        card.daily_fen = Money{*rc::gen::inRange(0, 1'000'000)};
    }
    card.per_use_fen = Money{*rc::gen::inRange(0, 10'000)};
    card.per_sample_fen = Money{*rc::gen::inRange(0, 10'000)};
    card.staff_hourly_fen = Money{*rc::gen::inRange(0, 10'000)};
    card.minimum_fen = Money{*rc::gen::inRange(0, 100'000)};
    return card;
}

/// Up to four days, near a change of daylight-saving time as often as not.
Interval any_time() {
    const auto day = *rc::gen::element<const char*>("2026-03-07 12:00", "2026-03-28 12:00", "2026-10-24 12:00",
                                                    "2026-10-31 12:00", "2026-04-04 05:00", "2026-06-15 03:00");
    const auto start = support::at(day) + minutes{*rc::gen::inRange(0, 2880)};
    return {start, start + minutes{*rc::gen::inRange(1, 5760)}};
}

std::int64_t percent_at(const RateCard& card, Instant at, const model::TimeZone& zone) {
    const auto day = zone.to_local(at).day;
    const int weekday = model::weekday_of(day);
    for (auto band = card.bands.rbegin(); band != card.bands.rend(); ++band) {
        const bool from_reached = zone.to_instant(day, band->from.minute) <= at;
        const bool to_reached = zone.to_instant(day, band->to.minute) <= at;
        const bool today = band->days.has(weekday);
        const bool yesterday = band->days.has((weekday + 6) % 7);
        const bool wraps = band->to.minute <= band->from.minute;
        if (wraps ? (today && from_reached) || (yesterday && !to_reached) : today && from_reached && !to_reached) {
            return band->percent;
        }
    }
    return 100;
}

/// Minutes by hourly price and percent.
using Groups = std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t>;

Groups oracle(const RateCard& card, Interval time, const model::TimeZone& zone) {
    Groups groups;
    std::int64_t elapsed = 0;
    for (Instant at = time.start; at < time.end; at += minutes{1}, ++elapsed) {
        Money hourly = card.hourly_fen;
        for (const auto& tier : card.tiers) {
            if (tier.from_minutes <= elapsed) {
                hourly = tier.hourly_fen;
            }
        }
        ++groups[{hourly.fen(), percent_at(card, at, zone)}];
    }
    return groups;
}

Groups groups_of(const model::Price& price) {
    Groups groups;
    for (const auto& line : price.lines) {
        groups[{line.unit_fen.fen(), line.percent}] += line.quantity;
    }
    return groups;
}

model::Price quote(const RateCard& card, Interval time, const model::TimeZone& zone) {
    return scheduler::price_of(card, {.reserved = time}, zone).value();
}

}  // namespace

TEST_CASE("the lines of a price are those of a walk minute by minute") {
    CHECK(rc::check("time lines agree with the oracle", [] {
        const auto card = any_card();
        const auto time = any_time();
        const auto zone = any_zone();
        const auto price = quote(card, time, zone);
        const auto expected = oracle(card, time, zone);
        RC_ASSERT(groups_of(price) == expected);
        RC_ASSERT(price.lines.size() == expected.size());
    }));
}

TEST_CASE("each line follows from its own numbers, and the total is their sum") {
    CHECK(rc::check("amount = quantity * unit * percent", [] {
        const auto card = any_card_with_extras();
        const PriceInput input{
            .reserved = any_time(), .samples = *rc::gen::inRange(0, 50), .staff_minutes = *rc::gen::inRange(0, 600)};
        const auto price = scheduler::price_of(card, input, any_zone()).value();
        Money sum;
        for (const auto& line : price.lines) {
            const std::int64_t divisor = line.unit == LineUnit::minute ? 6000 : 100;
            RC_ASSERT(line.amount_fen == model::scaled(line.unit_fen, line.quantity * line.percent, divisor));
            sum += line.amount_fen;
        }
        RC_ASSERT(price.total == sum);
        RC_ASSERT(price.total >= card.minimum_fen);
    }));
}

TEST_CASE("a longer booking never costs less") {
    CHECK(rc::check("the price is monotone in the end", [] {
        const auto card = any_card_with_extras();
        const auto zone = any_zone();
        const auto shorter = any_time();
        const Interval longer{shorter.start, shorter.end + minutes{*rc::gen::inRange(0, 3000)}};
        RC_ASSERT(quote(card, shorter, zone).total <= quote(card, longer, zone).total);
    }));
}

TEST_CASE("without tiers a booking in two parts costs the same minutes as in one") {
    CHECK(rc::check("splitting changes only the rounding", [] {
        auto card = any_card();
        card.tiers.clear();
        const auto zone = any_zone();
        const auto whole = any_time();
        const auto cut = whole.start + minutes{*rc::gen::inRange<std::int64_t>(0, whole.length() / minutes{1} + 1)};
        Groups parts;
        Money total;
        std::size_t lines = 0;
        for (const auto& part : {Interval{whole.start, cut}, Interval{cut, whole.end}}) {
            if (part.empty()) {
                continue;
            }
            const auto price = quote(card, part, zone);
            for (const auto& [key, count] : groups_of(price)) {
                parts[key] += count;
            }
            total += price.total;
            lines += price.lines.size();
        }
        const auto price = quote(card, whole, zone);
        RC_ASSERT(parts == groups_of(price));
        const auto difference = total - price.total;
        RC_ASSERT(std::abs(difference.fen()) <= static_cast<std::int64_t>(lines + price.lines.size()));
    }));
}

TEST_CASE("what is used exactly as booked is charged exactly as quoted, on every basis") {
    CHECK(rc::check("quote and charge are one function", [] {
        auto card = any_card_with_extras();
        card.basis =
            *rc::gen::element(ChargeBasis::reserved, ChargeBasis::used, ChargeBasis::greater, ChargeBasis::union_);
        const auto zone = any_zone();
        const auto time = any_time();
        const auto charge = scheduler::price_of(card, {.reserved = time, .used = {time}, .closed = true}, zone);
        RC_ASSERT(charge.value() == quote(card, time, zone));
    }));
}

TEST_CASE("the union never costs less than the booking, and others' use never makes it dearer") {
    CHECK(rc::check("union is monotone in use and antitone in others' use", [] {
        auto card = any_card();
        card.tiers.clear();
        card.basis = ChargeBasis::union_;
        const auto zone = any_zone();
        PriceInput input{.reserved = any_time(), .closed = true};
        const auto total = [&] { return scheduler::price_of(card, input, zone).value().total; };
        const auto unused = total();
        input.used = {any_time(), any_time()};
        const auto used = total();
        input.others_used = {any_time()};
        RC_ASSERT(unused <= used);
        RC_ASSERT(total() <= used);
    }));
}

TEST_CASE("the parts of a split sum exactly, each within a fen of its share") {
    CHECK(rc::check("split is exact", [] {
        const Money amount{*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000)};
        const auto weights =
            *rc::gen::suchThat(rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 10'000)),
                               [](const auto& w) { return std::accumulate(w.begin(), w.end(), std::int64_t{0}) > 0; });
        const auto sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
        const auto parts = model::split(amount, weights);
        RC_ASSERT(std::accumulate(parts.begin(), parts.end(), Money{}) == amount);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const auto error = parts[i].fen() * sum - amount.fen() * weights[i];
            RC_ASSERT(std::abs(error) < sum);
        }
    }));
}
