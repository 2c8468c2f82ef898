#pragma once
// A solver that asks another one only about what it has not seen yet: when a round is solved again, its untouched
// parts keep their solutions.

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "scheduler/zero_one.hpp"

namespace server::solver {

class RememberingSolver final : public scheduler::ZeroOneSolver {
  public:
    explicit RememberingSolver(scheduler::ZeroOneSolver& inner) : inner_(inner) {}

    std::vector<scheduler::SolverAnswer> solve(std::span<const scheduler::ZeroOneProgram> programs,
                                               const scheduler::SolveLimits& limits) override;

  private:
    using Known = std::pair<scheduler::ZeroOneProgram, scheduler::SolverAnswer>;
    scheduler::ZeroOneSolver& inner_;
    std::unordered_multimap<std::uint64_t, Known> known_;
};

}  // namespace server::solver
