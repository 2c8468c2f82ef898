#pragma once
// A rate card in words: what is charged and when it costs more or less.

#include "model/error.hpp"
#include "model/rates.hpp"

#include <vector>

namespace scheduler {

/// What a price list cannot show as a number: tiers, bands, quantity breaks, consumables, urgency, fees of cancellation
/// and of staying away; a sentence each.
std::vector<model::Sentence> conditions_of(const model::RateCard& card);

/// Which time is charged.
model::Sentence describe_basis(model::ChargeBasis basis);

/// One of the three classes.
model::Sentence describe_class(model::PriceClass price_class);

}  // namespace scheduler
