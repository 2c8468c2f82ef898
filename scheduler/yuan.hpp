#pragma once
// Amounts as sentences tell them.

#include <string>

#include <fmt/format.h>

#include "model/money.hpp"

namespace scheduler {

/// "-12.05": yuan with both digits of fen, without a sign of the currency.
inline std::string yuan(model::Money amount) {
    const auto fen = amount.fen() < 0 ? -amount.fen() : amount.fen();
    return fmt::format("{}{}.{:02}", amount.fen() < 0 ? "-" : "", fen / 100, fen % 100);
}

}  // namespace scheduler
