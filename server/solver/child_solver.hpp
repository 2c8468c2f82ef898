#pragma once
// The exact solver as other processes: each lives for one task, is killed at the wall-clock limit, and may crash
// without harm. What it answered until then counts.

#include <atomic>
#include <string>

#include "scheduler/zero_one.hpp"

namespace server::solver {

class ChildSolver final : public scheduler::ZeroOneSolver {
  public:
    /// `program` is this program's file (`/proc/self/exe` in the server); `processes` run at once, 1 .. 64.
    explicit ChildSolver(std::string program = "/proc/self/exe", std::size_t processes = 2);

    /// Thread-safe. Programs are dealt out to the processes by size; which process solves what does not change
    /// the answers.
    std::vector<scheduler::SolverAnswer> solve(std::span<const scheduler::ZeroOneProgram> programs,
                                               const scheduler::SolveLimits& limits) override;

    void stop() override { stopped_.store(true); }

  private:
    std::string program_;
    std::size_t processes_;
    std::atomic<bool> stopped_{false};
};

}  // namespace server::solver
