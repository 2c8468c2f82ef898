#pragma once
// Prices include tax; this is the one place that takes it out again.

#include <cstdint>

#include "model/money.hpp"
#include "model/split.hpp"

namespace model {

struct NetAndTax {
    Money net;
    Money tax;
    friend bool operator==(const NetAndTax&, const NetAndTax&) = default;
};

/// net = gross * 10,000 / (10,000 + rate), rounded half up to a fen (a refund mirrors its charge); tax is the rest, so
/// that both always sum to the gross. `rate_bp` in basis points, 0 .. 10,000.
inline NetAndTax without_tax(Money gross, std::int64_t rate_bp) {
    const Money net = scaled(gross, whole_bp, whole_bp + rate_bp);
    return {net, gross - net};
}

}  // namespace model
