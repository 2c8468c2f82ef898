#pragma once
// Money is a whole number of fen (1/100 yuan) in a type of its own. There is no way in from or out
// to floating point.

#include <compare>
#include <cstdint>
#include <vector>

namespace model {

/// An amount in fen, may be negative. Sums that leave int64 abort: amounts that enter the program are
/// bounded to +-10^12 fen at its edges, so an overflow is a bug, not an input.
class Money {
  public:
    constexpr Money() = default;
    constexpr explicit Money(std::int64_t fen) : fen_(fen) {}
    [[nodiscard]] constexpr std::int64_t fen() const noexcept { return fen_; }
    friend constexpr auto operator<=>(const Money&, const Money&) = default;
    friend Money operator+(Money a, Money b);
    friend Money operator-(Money a, Money b);
    friend Money operator-(Money a);
    Money& operator+=(Money other) { return *this = *this + other; }
    Money& operator-=(Money other) { return *this = *this - other; }

  private:
    std::int64_t fen_ = 0;
};

/// Largest amount that any field accepts: 10^12 fen (10 thousand million yuan).
inline constexpr std::int64_t max_fen = 1'000'000'000'000;

/// amount * numerator / denominator in 128 bits, rounded half up (half away from zero for negative
/// results, so that a refund mirrors its charge). denominator > 0.
Money scaled(Money amount, std::int64_t numerator, std::int64_t denominator);

/// Splits `amount` in proportion to `weights` (each >= 0, sum > 0) by the largest remainder; ties go
/// to the earlier part. The parts always sum to `amount` exactly.
std::vector<Money> split(Money amount, const std::vector<std::int64_t>& weights);

}  // namespace model
