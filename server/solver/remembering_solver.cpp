#include "server/solver/remembering_solver.hpp"

#include "scheduler/draw.hpp"

namespace server::solver {

using scheduler::SolverAnswer;
using scheduler::ZeroOneProgram;

namespace {
std::uint64_t hash_of(const ZeroOneProgram& program) {
    std::uint64_t hash = program.rows.size();
    for (const auto value : program.value) {
        hash = scheduler::drawn(hash, static_cast<std::uint64_t>(value));
    }
    return hash;
}
}  // namespace

std::vector<SolverAnswer> RememberingSolver::solve(std::span<const ZeroOneProgram> programs,
                                                   const scheduler::SolveLimits& limits) {
    std::vector<SolverAnswer> answers(programs.size());
    std::vector<std::size_t> open;
    std::vector<ZeroOneProgram> asked;
    for (std::size_t p = 0; p < programs.size(); ++p) {
        const auto [first, last] = known_.equal_range(hash_of(programs[p]));
        for (auto at = first; at != last && !answers[p].found; ++at) {
            if (at->second.first == programs[p]) {
                answers[p] = at->second.second;
            }
        }
        if (!answers[p].found) {
            open.push_back(p);
            asked.push_back(programs[p]);
        }
    }
    if (open.empty()) {
        return answers;
    }
    auto fresh = inner_.solve(asked, limits);
    for (std::size_t k = 0; k < open.size() && k < fresh.size(); ++k) {
        if (fresh[k].found) {
            known_.emplace(hash_of(asked[k]), Known{std::move(asked[k]), fresh[k]});
        }
        answers[open[k]] = std::move(fresh[k]);
    }
    return answers;
}

}  // namespace server::solver
