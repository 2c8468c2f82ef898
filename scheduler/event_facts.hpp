#pragma once
// How events write what they tell of.

#include <string>
#include <utility>
#include <vector>

#include "model/booking.hpp"
#include "model/error.hpp"
#include "model/interval.hpp"

namespace scheduler {

/// Whole seconds since 1970, as digits.
inline model::Parameter instant_fact(std::string name, model::Instant at) {
    return {std::move(name), std::to_string(at.time_since_epoch().count())};
}

/// "id:quantity;" for each accessory; nothing is told where there is none.
inline void tell_accessories(std::vector<model::Parameter>& facts,
                             const std::vector<model::AccessoryUse>& accessories) {
    std::string text;
    for (const auto& use : accessories) {
        text += std::to_string(use.id.value) + ":" + std::to_string(use.quantity) + ";";
    }
    if (!text.empty()) {
        facts.push_back({"accessories", std::move(text)});
    }
}

}  // namespace scheduler
