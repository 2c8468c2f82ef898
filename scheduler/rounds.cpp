#include "scheduler/rounds.hpp"

#include "model/assert.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace scheduler {

using namespace model;

namespace {
/// Gives each granted option its lane: among lanes that are alike by start, the first that is free. As no more of
/// them are needed at once than there are, there is always one. Over all parts of the round: parts that cannot
/// get in each other's way may share an instrument.
class Lanes {
  public:
    Lanes(const RoundProblem& problem, std::vector<RequestResult>& results) : problem_(problem), results_(results) {}

    void grant(const RoundProgram::Column& column) {
        const auto& option = problem_.requests[column.request].options[column.option];
        results_[column.request].option = column.option;
        granted_[{option.instrument, column.lanes}].push_back({option.held, column.request});
    }

    void assign() {
        for (auto& [unit, granted] : granted_) {
            const auto& lanes = unit.second;
            std::ranges::sort(granted);
            std::vector<Instant> free_from(lanes.size(), Instant::min());
            for (const auto& [held, request] : granted) {
                const auto lane = std::ranges::find_if(free_from, [&](Instant at) { return at <= held.start; });
                YIQI_ASSERT(lane != free_from.end());
                *lane = held.end;
                results_[request].lane = lanes[static_cast<std::size_t>(lane - free_from.begin())];
            }
        }
    }

  private:
    const RoundProblem& problem_;
    std::vector<RequestResult>& results_;
    std::map<std::pair<std::uint32_t, std::vector<int>>, std::vector<std::pair<Interval, std::uint32_t>>> granted_;
};

/// The weaker of two: greedy, stopped, exact.
SolvedBy weaker(SolvedBy a, SolvedBy b) {
    return std::max(a, b);
}
}  // namespace

std::int64_t RoundAllocation::gap_ppm() const {
    constexpr std::int64_t million = 1'000'000;
    if (bound <= value) {
        return 0;
    }
    __extension__ using Wide = __int128;
    return static_cast<std::int64_t>((Wide{bound - value} * million + bound - 1) / bound);
}

RoundAllocation allocate(const RoundProblem& problem, ZeroOneSolver* solver, const SolveLimits& limits) {
    const auto scores = scores_of(problem);
    const auto parts = round_programs(problem, scores);
    std::vector<ZeroOneProgram> programs;
    programs.reserve(parts.size());
    for (const auto& part : parts) {
        programs.push_back(part.program);
    }
    const auto solutions = solve_all(programs, solver, limits);

    RoundAllocation allocation;
    allocation.results.resize(problem.requests.size());
    Lanes lanes(problem, allocation.results);
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const auto& solution = solutions[p];
        for (const auto c : solution.chosen) {
            lanes.grant(parts[p].columns[c]);
        }
        allocation.components.push_back({parts[p].requests, solution.value, solution.bound, solution.by});
        allocation.value += solution.value;
        allocation.bound += solution.bound;
        allocation.by = weaker(allocation.by, solution.by);
    }
    lanes.assign();
    explain(problem, scores, allocation);
    return allocation;
}

}  // namespace scheduler
