// Rounds against a brute-force oracle, and the laws that every allocation must keep.

#include "server/solver/child_solver.hpp"
#include "tests/support/any_round.hpp"
#include "tests/support/server_process.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace support;
using scheduler::SolvedBy;
using scheduler::SolveLimits;

namespace {
SolveLimits exactly() {
    SolveLimits limits;
    limits.gap_ppm = 0;
    return limits;
}

std::uint32_t any_seed() {
    return *rc::gen::arbitrary<std::uint32_t>();
}
}  // namespace

TEST_CASE("A round solved by the solver is worth as much as the best of all allocations, and breaks no law") {
    server::solver::ChildSolver solver(yiqi_binary(), 1);
    CHECK(rc::check([&] {
        AnyRound any(any_seed());
        const auto problem = any.problem({});
        const auto allocation = scheduler::allocate(problem, &solver, exactly());
        const auto law = broken_law(problem, grants_of(allocation));
        RC_ASSERT(law.empty());
        RC_ASSERT(allocation.value == best_value(problem));
        RC_ASSERT(allocation.by == SolvedBy::exact);
        RC_ASSERT(allocation.bound >= allocation.value);
    }));
}

TEST_CASE("A greedy round breaks no law, and its bound is never below the best") {
    CHECK(rc::check([&] {
        AnyRound any(any_seed());
        const auto problem = any.problem({});
        const auto allocation = scheduler::allocate(problem, nullptr, exactly());
        RC_ASSERT(broken_law(problem, grants_of(allocation)).empty());
        const auto best = best_value(problem);
        RC_ASSERT(allocation.value <= best);
        RC_ASSERT(allocation.bound >= best);
    }));
}

TEST_CASE("Every request of a round is told why, and each lost option has its obstacle") {
    using enum scheduler::OptionFate;
    CHECK(rc::check([&] {
        AnyRound any(any_seed());
        RoundShape shape;
        shape.requests = 30;
        shape.instruments = 5;
        const auto problem = any.problem(shape);
        const auto allocation = scheduler::allocate(problem, nullptr, exactly());
        RC_ASSERT(broken_law(problem, grants_of(allocation)).empty());
        for (const auto& result : allocation.results) {
            RC_ASSERT(!result.explanation.zh.empty());
            RC_ASSERT(!result.explanation.en.empty());
            for (const auto& option : result.options) {
                RC_ASSERT((option.fate == competitors) == !option.blockers.empty());
                RC_ASSERT(result.option.has_value() == (option.fate == granted || option.fate == not_needed));
            }
        }
    }));
}

TEST_CASE("A round is allocated the same for the same seed, with the solver in one process or in three") {
    server::solver::ChildSolver one(yiqi_binary(), 1);
    server::solver::ChildSolver three(yiqi_binary(), 3);
    for (std::uint32_t seed = 1; seed <= 3; ++seed) {
        AnyRound any(seed);
        RoundShape shape{.requests = 60, .options = 4, .instruments = 12, .capacity = 2, .hours = 20};
        const auto problem = any.problem(shape);
        const auto first = scheduler::allocate(problem, &one, {});
        const auto second = scheduler::allocate(problem, &three, {});
        REQUIRE(first.value == second.value);
        for (std::size_t r = 0; r < first.results.size(); ++r) {
            REQUIRE(first.results[r].option == second.results[r].option);
            REQUIRE(first.results[r].lane == second.results[r].lane);
        }
    }
}
