// Least-cost choices against brute force, and the laws of every solution.

#include "scheduler/least_cost.hpp"

#include <algorithm>
#include <functional>
#include <random>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using scheduler::LeastCostProblem;
using scheduler::LeastCostSolution;

namespace {
/// The same on every machine for a seed.
class AnyProblem {
  public:
    explicit AnyProblem(std::uint32_t seed) : random_(seed) {}

    int below(int n) { return static_cast<int>(random_() % static_cast<std::uint32_t>(n)); }

    LeastCostProblem problem(int items, int choices, int rows) {
        LeastCostProblem made;
        made.rows = static_cast<std::size_t>(rows);
        made.none_cost = below(4) == 0 ? 40 : 1000;
        for (int i = 0; i < items; ++i) {
            std::vector<LeastCostProblem::Choice> of_item;
            for (int c = below(choices + 1); c > 0; --c) {
                LeastCostProblem::Choice choice{below(100), {}};
                for (std::uint32_t row = 0; row < made.rows; ++row) {
                    if (below(3) == 0) {
                        choice.rows.push_back(row);
                    }
                }
                of_item.push_back(std::move(choice));
            }
            made.items.push_back(std::move(of_item));
        }
        return made;
    }

  private:
    std::mt19937 random_;
};

/// The cost of a solution that breaks no row; -1 of one that does.
std::int64_t cost_of(const LeastCostProblem& problem, const LeastCostSolution& solution) {
    std::vector<bool> taken(problem.rows, false);
    std::int64_t cost = 0;
    for (std::size_t i = 0; i < problem.items.size(); ++i) {
        if (!solution.chosen[i]) {
            cost += problem.none_cost;
            continue;
        }
        const auto& choice = problem.items[i].at(*solution.chosen[i]);
        for (const auto row : choice.rows) {
            if (taken[row]) {
                return -1;
            }
            taken[row] = true;
        }
        cost += choice.cost;
    }
    return cost;
}

/// Tries everything.
std::int64_t least(const LeastCostProblem& problem) {
    std::vector<bool> taken(problem.rows, false);
    std::function<std::int64_t(std::size_t)> from = [&](std::size_t item) -> std::int64_t {
        if (item == problem.items.size()) {
            return 0;
        }
        auto best = problem.none_cost + from(item + 1);
        for (const auto& choice : problem.items[item]) {
            if (std::ranges::any_of(choice.rows, [&](auto row) { return taken[row]; })) {
                continue;
            }
            for (const auto row : choice.rows) {
                taken[row] = true;
            }
            best = std::min(best, choice.cost + from(item + 1));
            for (const auto row : choice.rows) {
                taken[row] = false;
            }
        }
        return best;
    };
    return from(0);
}

std::uint32_t any_seed() {
    return *rc::gen::arbitrary<std::uint32_t>();
}
}  // namespace

TEST_CASE("Of all choices that exclude each other the cheapest set is found and proven") {
    CHECK(rc::check([] {
        AnyProblem any(any_seed());
        const auto problem = any.problem(1 + any.below(6), 5, 1 + any.below(12));
        const auto solution = scheduler::least_cost(problem);
        RC_ASSERT(cost_of(problem, solution) == solution.cost);
        RC_ASSERT(solution.cost == least(problem));
        RC_ASSERT(solution.bound == solution.cost);
    }));
}

TEST_CASE("Without effort the choices still fit together, and the bound is never above the least cost") {
    CHECK(rc::check([] {
        AnyProblem any(any_seed());
        const auto problem = any.problem(1 + any.below(6), 5, 1 + any.below(12));
        const auto solution = scheduler::least_cost(problem, any.below(300));
        const auto best = least(problem);
        RC_ASSERT(cost_of(problem, solution) == solution.cost);
        RC_ASSERT(solution.cost >= best);
        RC_ASSERT(solution.bound <= best);
    }));
}

TEST_CASE("Many items with many choices are chosen within the effort, the same each time") {
    AnyProblem any(20261123);
    const auto problem = any.problem(200, 40, 60);
    const auto solution = scheduler::least_cost(problem, 2'000'000);
    CHECK(cost_of(problem, solution) == solution.cost);
    CHECK(solution.bound <= solution.cost);
    CHECK(scheduler::least_cost(problem, 2'000'000).chosen == solution.chosen);
}
