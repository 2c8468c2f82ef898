#pragma once
// The exact solver, for the process that exists for nothing else: Cbc may crash, leak, print or overrun its time.

#include <chrono>
#include <optional>

#include "scheduler/zero_one.hpp"

namespace server::solver {

/// One program by branch and cut. Stops at the gap or node limit of `limits`, or after `time`. Nullopt where nothing
/// was found. The bound is rounded up by what floating point may have lost.
std::optional<scheduler::ZeroOneSolution> solve_with_cbc(const scheduler::ZeroOneProgram& program,
                                                         const scheduler::SolveLimits& limits,
                                                         std::chrono::milliseconds time);

/// The command `solve`: a task on standard input, answers on standard output. Returns the exit code.
int run_solve();

}  // namespace server::solver
