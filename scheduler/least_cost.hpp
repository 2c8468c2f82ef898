#pragma once
// One choice for each of several items, at the least total cost, where some choices exclude each other: what
// replanning is turned into. Exact where the effort suffices, and then proven; else the best that was found, with a
// proven bound. It is quick enough to run where no solver process can: 40 items of 60 choices take milliseconds. Pure,
// whole numbers only, and the same on every machine, since its effort is counted and not timed.
//
// Method: parts that share no row are solved apart. In each a Lagrangian relaxation of the rows gives a bound and
// prices for the rows; greedy assignments by those prices, improved by exchanges, give solutions; branch and bound over
// what the reduced costs leave closes the gap.

#include <cstdint>
#include <optional>
#include <vector>

namespace scheduler {

struct LeastCostProblem {
    struct Choice {
        std::int64_t cost = 0;            ///< 0 .. cost_max
        std::vector<std::uint32_t> rows;  ///< of each row at most one choice is chosen; no row twice
    };
    std::size_t rows = 0;
    std::vector<std::vector<Choice>> items;
    std::int64_t none_cost = 0;  ///< of an item without a choice, which is always allowed; 0 .. cost_max

    static constexpr std::int64_t cost_max = 1'000'000'000;
    static constexpr std::size_t items_max = 1'000;
};

struct LeastCostSolution {
    std::vector<std::optional<std::uint32_t>> chosen;  ///< by item
    std::int64_t cost = 0;
    std::int64_t bound = 0;  ///< no solution costs less; equal to `cost` where it is proven to be best
};

/// Of each part, elementary steps of the bound and of the search tree.
inline constexpr std::int64_t usual_effort = 40'000'000;

/// Numbers out of bounds are bugs (assertions).
LeastCostSolution least_cost(const LeastCostProblem& problem, std::int64_t effort = usual_effort);

}  // namespace scheduler
