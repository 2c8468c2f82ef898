#pragma once
// Price lines in words. A line keeps its rule as a short note about the entry of the card that made it, so that it can
// be told long after the card has changed; parts are joined by '|', numbers within one by ':'.
//   tier:FROM             the tier from that charged minute on
//   band:DAYS:FROM:TO:ON  a band; days as a mask (1 = Monday), minutes of the day, the kind of day as a number
//   sample:FROM           the price from that sample on
//   urgent:WITHIN         asked for, or asked for less than so many minutes before
//   within:MINUTES        a cancellation less than so many minutes before the start
//   item:CODE             a consumable
// None: the entry of the card that the line's code names.

#include "model/booking.hpp"
#include "model/error.hpp"
#include "model/rates.hpp"

#include <cstdint>
#include <string>

namespace scheduler {

/// `bands` has a bit for each band of the card that held.
std::string time_rule(const model::RateCard& card, const model::Tier* tier, std::uint64_t bands);
std::string sample_rule(const model::SampleTier& tier);
std::string urgent_rule(const model::Urgency& urgency);
std::string consumable_rule(const model::Consumable& consumable);
std::string cancellation_rule(const model::CancellationFee& fee);

/// What a line is for; without quantity and prices, which the line carries.
model::Sentence describe(const model::PriceLine& line);

/// Which entry of the rate card made the line, as a customer reads it.
model::Sentence describe_rule(const model::PriceLine& line);

/// How amounts are rounded.
model::Sentence rounding();

}  // namespace scheduler
