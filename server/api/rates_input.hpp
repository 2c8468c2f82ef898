#pragma once
// Rate documents as they come in.

#include "model/rates.hpp"
#include "model/result.hpp"

#include <vector>

namespace server {

/// What the types cannot say. `own`: the classes of the institution besides the three. Error: invalid_field with all
/// that is wrong, each with its path ("[0].tiers[1].from_minutes") under `at`.
model::Result<void> check_rates(const model::Rates& rates, const std::vector<model::OwnClass>& own,
                                const std::string& at = {});

}  // namespace server
