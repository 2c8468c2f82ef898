// Scenario D15: how many half hours of a booking are peak ones. A peak is a band of the rate card; a peak by dates is
// a card that is valid from one date until the next card is.

#include "scheduler/pricing.hpp"
#include "tests/support/civil.hpp"

#include <catch2/catch.hpp>

using support::at;
using support::band;
using support::days;
using support::hourly_card;
using support::span;
using support::yuan;

namespace {
constexpr std::int64_t peak_percent = 150;

struct Halves {
    std::int64_t peak = 0;
    std::int64_t off_peak = 0;
    friend bool operator==(const Halves&, const Halves&) = default;
};

/// Of the open hours, 09:00 to 17:00, of a day.
Halves halves_of(const model::RateCard& card, const std::string& day) {
    const auto price = scheduler::price_of(card, {.reserved = span(day + " 09:00", day + " 17:00")}, {}).value();
    Halves halves;
    for (const auto& line : price.lines) {
        (line.percent == peak_percent ? halves.peak : halves.off_peak) += line.quantity;
    }
    return {halves.peak / 30, halves.off_peak / 30};
}

model::RateCard with_peak(int from_hour, int to_hour) {
    auto card = hourly_card(yuan(60));
    card.bands = {band(days(0, 0), from_hour, to_hour, peak_percent),
                  band(days(2, 2), from_hour, to_hour, peak_percent)};
    return card;
}
}  // namespace

TEST_CASE("D15: the sixteen half hours of a day are split into peak and off-peak ones by day and hour") {
    const std::string monday = "2016-04-11";
    const std::string tuesday = "2016-04-12";
    CHECK(halves_of(hourly_card(yuan(60)), monday) == Halves{0, 16});
    CHECK(halves_of(with_peak(0, 24), monday) == Halves{16, 0});
    CHECK(halves_of(with_peak(0, 24), "2016-04-13") == Halves{16, 0});
    CHECK(halves_of(with_peak(0, 10), monday) == Halves{2, 14});
    CHECK(halves_of(with_peak(0, 10), tuesday) == Halves{0, 16});
}

TEST_CASE("D15: a peak from January 13 to April 13 ends with the card of April 14") {
    auto peak = hourly_card(yuan(60));
    peak.bands = {band(days(0, 6), 0, 24, peak_percent)};
    peak.valid_from = at("2016-01-13 00:00");
    auto after = hourly_card(yuan(60));
    after.valid_from = at("2016-04-14 00:00");
    const model::Rates rates{peak, after};
    const auto on = [&](const std::string& day) {
        return halves_of(*scheduler::card_for(rates, model::PriceClass::enterprise, at(day + " 09:00")), day);
    };
    CHECK(on("2016-04-13") == Halves{16, 0});
    CHECK(on("2016-04-14") == Halves{0, 16});
}
