#pragma once
// What a booking costs. Quote, hold and charge are one function over one rate card, so they cannot
// disagree. Pure and thread-safe.
//
// Charged time is whole minutes: the seconds are cut from both ends of each interval, and what is
// not empty counts at least one minute. A minute costs the hourly price of the tier that its number
// in the booking falls into, times the percent of the band that holds at its local time. Minutes of
// the same price and percent make one line, rounded half up to a fen once. Bands follow local time
// as model/time_zone.hpp says, so a day of 23 or 25 real hours charges 23 or 25 hours. Each line
// notes the entry of the card that made it (price_words.hpp).

#include "model/booking.hpp"
#include "model/error.hpp"
#include "model/holidays.hpp"
#include "model/interval.hpp"
#include "model/rates.hpp"
#include "model/result.hpp"
#include "model/time_zone.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace scheduler {

/// Bounds of PriceInput; beyond them price_of answers invalid_field.
inline constexpr std::int64_t max_samples = 1'000'000;
inline constexpr std::int64_t max_staff_minutes = 1'000'000;
inline constexpr std::int64_t max_consumed = 1'000'000;

/// What a price depends on besides the card.
struct PriceInput {
    model::Interval reserved;                         ///< as booked
    std::vector<model::Interval> used{};              ///< as used, any order; empty = quote ("as booked")
    std::vector<model::Interval> others_used{};       ///< others' use inside, only for basis union
    std::int64_t samples = 0;                         ///< 0 .. max_samples
    std::int64_t staff_minutes = 0;                   ///< 0 .. max_staff_minutes
    bool closed = false;                              ///< true: charge (used is what happened); false: quote
    std::vector<model::ConsumableUse> consumables{};  ///< each of the card once, 0 .. max_consumed of it
    bool urgent = false;                              ///< as is_urgent says
    bool training = false;
};

/// The card of a payer in force at `at`: the latest valid_from <= at (no valid_from = always; of
/// equals the last listed). Without one for the class that it was given, the payer's own class holds, which falls back
/// internal -> academic -> enterprise. nullptr if none.
const model::RateCard* card_for(const model::Rates& rates, const model::Payer& payer, model::Instant at);

/// The consumable that the card lists by this code or, in either language, name; nullptr where there is none.
const model::Consumable* listed_consumable(const model::RateCard& card, std::string_view code_or_name);

/// Whether a booking counts as urgent by the card: where it asks for it, or is asked for too shortly before its start.
bool is_urgent(const model::RateCard& card, bool wished, model::Instant asked_at, model::Instant start);

/// The one price function: quote, hold and charge.
///
/// Lines in order: time (by first appearance; the only ones that may cost 0), full_day, day_cap,
/// start_up, samples (a line for each tier), staff, urgent, minimum, consumable (in the order of the card), training.
/// For each line
///   amount = quantity * unit_fen * percent / (per * 100), rounded half up,
/// and the total is their sum.
/// - Urgency raises what stands before it. The minimum tops up the sum of all before it; consumables and training come
///   on top and are neither raised nor do they count towards the minimum.
/// - Basis used prices the booked time in a quote; a charge without use is price_unavailable.
/// - With a daily price, each full 24 h of charged time costs it, and the rest never more than it; a
///   card without any hourly price counts the rest as a full day.
/// - The minimum applies also where the hourly price is 0. Where nothing is left
///   to charge (basis union, all taken by others), neither it nor the start-up fee applies.
/// Errors: invalid_field for an interval that does not end after it starts, for numbers out of
/// bounds and for a consumable that the card does not list or that is given twice; price_unavailable for a charge
/// without use and for a total above model::max_fen. `holidays`: nullptr = no day is one.
/// O(days * band edges + lines).
model::Result<model::Price> price_of(const model::RateCard& card, const PriceInput& input, const model::TimeZone& zone,
                                     const model::Holidays* holidays = nullptr);

/// The fee for a cancellation less than within_minutes before the start (the entry with the
/// smallest such bound); after the start all bounds hold. No lines and total 0 when free.
model::Price cancellation_price(const model::RateCard& card, const model::Price& quoted, model::Instant start,
                                model::Instant cancelled_at);

/// no_show_percent of the quoted total. No lines and total 0 when free.
model::Price no_show_price(const model::RateCard& card, const model::Price& quoted);

/// A fee less the share of the booked time that others then took: fee * taken / booked, as a negative line after those
/// of the fee. 0 <= taken <= booked, both in minutes; nothing changes where taken is 0 or the fee is.
model::Price less_taken(model::Price fee, std::int64_t taken, std::int64_t booked);

}  // namespace scheduler
