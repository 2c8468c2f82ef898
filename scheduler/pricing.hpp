#pragma once
// What a booking costs. Quote, hold and charge are one function over one rate card, so they cannot
// disagree. Pure and thread-safe.
//
// Charged time is whole minutes: the seconds are cut from both ends of each interval, and what is
// not empty counts at least one minute. A minute costs the hourly price of the tier that its number
// in the booking falls into, times the percent of the band that holds at its local time. Minutes of
// the same price and percent make one line, rounded half up to a fen once. Bands follow local time
// as model/time_zone.hpp says, so a day of 23 or 25 real hours charges 23 or 25 hours.

#include "model/booking.hpp"
#include "model/error.hpp"
#include "model/interval.hpp"
#include "model/rates.hpp"
#include "model/result.hpp"
#include "model/time_zone.hpp"

#include <cstdint>
#include <vector>

namespace scheduler {

/// Bounds of PriceInput; beyond them price_of answers invalid_field.
inline constexpr std::int64_t max_samples = 1'000'000;
inline constexpr std::int64_t max_staff_minutes = 1'000'000;

/// What a price depends on besides the card.
struct PriceInput {
    model::Interval reserved;                    ///< as booked
    std::vector<model::Interval> used{};         ///< as used, any order; empty = quote ("as booked")
    std::vector<model::Interval> others_used{};  ///< others' use inside, only for basis union
    std::int64_t samples = 0;                    ///< 0 .. max_samples
    std::int64_t staff_minutes = 0;              ///< 0 .. max_staff_minutes
    bool closed = false;                         ///< true: charge (used is what happened); false: quote
};

/// The card of a class in force at `at`: the latest valid_from <= at (no valid_from = always; of
/// equals the last listed). A class without one falls back internal -> academic -> enterprise.
/// nullptr if none.
const model::RateCard* card_for(const model::Rates& rates, model::PriceClass price_class, model::Instant at);

/// The one price function: quote, hold and charge.
///
/// Lines in order: time (by first appearance; the only ones that may cost 0), full_day, day_cap,
/// start_up, samples, staff, minimum. For each line
///   amount = quantity * unit_fen * percent / 100, and / 60 for minutes, rounded half up,
/// and the total is their sum.
/// - Basis used prices the booked time in a quote; a charge without use is price_unavailable.
/// - With a daily price, each full 24 h of charged time costs it, and the rest never more than it;
/// a
///   card without any hourly price counts the rest as a full day.
/// - The minimum tops up the sum of all lines, also where the hourly price is 0. Where nothing is
/// left
///   to charge (basis union, all taken by others), neither it nor the start-up fee applies.
/// Errors: invalid_field for an interval that does not end after it starts and for numbers out of
/// bounds; price_unavailable for a charge without use and for a total above model::max_fen.
/// O(days * band edges + lines).
model::Result<model::Price> price_of(const model::RateCard& card, const PriceInput& input, const model::TimeZone& zone);

/// The fee for a cancellation less than within_minutes before the start (the entry with the
/// smallest such bound); after the start all bounds hold. No lines and total 0 when free.
model::Price cancellation_price(const model::RateCard& card, const model::Price& quoted, model::Instant start,
                                model::Instant cancelled_at);

/// no_show_percent of the quoted total. No lines and total 0 when free.
model::Price no_show_price(const model::RateCard& card, const model::Price& quoted);

/// What a line says, in both languages; without quantity and prices, which the line carries.
model::Sentence describe(const model::PriceLine& line);

}  // namespace scheduler
