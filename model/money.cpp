#include "model/money.hpp"

#include <algorithm>
#include <numeric>

#include "model/assert.hpp"

namespace model {

namespace {
__extension__ using Wide = __int128;

std::int64_t narrow(Wide value) {
    YIQI_ASSERT(value >= INT64_MIN && value <= INT64_MAX);
    return static_cast<std::int64_t>(value);
}
}  // namespace

Money operator+(Money a, Money b) {
    return Money{narrow(Wide{a.fen_} + b.fen_)};
}

Money operator-(Money a, Money b) {
    return Money{narrow(Wide{a.fen_} - b.fen_)};
}

Money operator-(Money a) {
    return Money{narrow(-Wide{a.fen_})};
}

Money scaled(Money amount, std::int64_t numerator, std::int64_t denominator) {
    YIQI_ASSERT(denominator > 0);
    const Wide product = Wide{amount.fen()} * numerator;
    const Wide magnitude = product < 0 ? -product : product;
    const Wide rounded = (magnitude + denominator / 2) / denominator;
    // An odd denominator has no exact half, so adding its floor half rounds half up there too.
    return Money{narrow(product < 0 ? -rounded : rounded)};
}

std::vector<Money> split(Money amount, const std::vector<std::int64_t>& weights) {
    const auto sum = std::accumulate(weights.begin(), weights.end(), Wide{0});
    YIQI_ASSERT(sum > 0);
    const bool negative = amount.fen() < 0;
    const Wide whole = negative ? -Wide{amount.fen()} : Wide{amount.fen()};
    std::vector<Money> parts(weights.size());
    std::vector<Wide> remainder(weights.size());
    Wide given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        YIQI_ASSERT(weights[i] >= 0);
        const Wide product = whole * weights[i];
        parts[i] = Money{narrow(product / sum)};
        remainder[i] = product % sum;
        given += product / sum;
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(
        order, [&](auto a, auto b) { return remainder[a] != remainder[b] ? remainder[a] > remainder[b] : a < b; });
    for (std::size_t i = 0; given < whole; ++i, ++given) {
        parts[order[i]] += Money{1};
    }
    if (negative) {
        for (auto& part : parts) {
            part = -part;
        }
    }
    return parts;
}

}  // namespace model
