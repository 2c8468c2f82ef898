#pragma once
// Who gets which share of an income, as a dated table.

#include <array>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/interval.hpp"
#include "model/money.hpp"
#include "model/split.hpp"
#include "model/text.hpp"

namespace model {

/// Shares in basis points of what is left without the tax; they sum to exactly 10,000.
struct IncomeSplit {
    Bounded<0, 10'000> operator_bp;
    Bounded<0, 10'000> platform_bp = 10'000;
    Bounded<0, 10'000> institution_bp;
    Bounded<0, 10'000> council_bp;
};
BOOST_DESCRIBE_STRUCT(IncomeSplit, (), (operator_bp, platform_bp, institution_bp, council_bp))

/// Holds from `valid_from` until the next version of the same scope; an institution's own goes before that of all
/// (an empty id). Where nobody has set one, everything is the platform's.
struct IncomeSplitVersion {
    std::string institution_id;
    Instant valid_from{};
    IncomeSplit split;
};

constexpr bool is_whole(const IncomeSplit& s) {
    return s.operator_bp + s.platform_bp + s.institution_bp + s.council_bp == whole_bp;
}

/// The parts of an amount.
struct IncomeShares {
    Money operator_share;
    Money platform_share;
    Money institution_share;
    Money council_share;
};

/// By the largest remainder, ties in the order operator, platform, institution, council; the parts sum to `net`
/// exactly. The split must be whole.
inline IncomeShares income_shares(Money net, const IncomeSplit& s) {
    const auto parts = split(net, {s.operator_bp, s.platform_bp, s.institution_bp, s.council_bp});
    return {parts[0], parts[1], parts[2], parts[3]};
}

}  // namespace model
