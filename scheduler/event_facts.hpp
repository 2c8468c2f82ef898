#pragma once
// How events write what they tell of.

#include <string>
#include <utility>

#include "model/error.hpp"
#include "model/interval.hpp"

namespace scheduler {

/// Whole seconds since 1970, as digits.
inline model::Parameter instant_fact(std::string name, model::Instant at) {
    return {std::move(name), std::to_string(at.time_since_epoch().count())};
}

}  // namespace scheduler
