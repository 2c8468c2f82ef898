#include "server/solver/cbc.hpp"

#include "server/solver/program_text.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <iostream>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include <coin/Cbc_C_Interface.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace server::solver {

using scheduler::SolvedBy;
using scheduler::SolveLimits;
using scheduler::ZeroOneProgram;
using scheduler::ZeroOneSolution;

namespace {
struct DeleteModel {
    void operator()(Cbc_Model* model) const { Cbc_deleteModel(model); }
};
using Model = std::unique_ptr<Cbc_Model, DeleteModel>;

/// The program by columns, as the solver wants it.
Model loaded(const ZeroOneProgram& program) {
    const auto columns = program.value.size();
    std::vector<int> starts(columns + 1, 0);
    for (const auto& row : program.rows) {
        for (const auto& entry : row.entries) {
            ++starts[entry.column + 1];
        }
    }
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<int> rows(static_cast<std::size_t>(starts.back()));
    std::vector<double> amounts(rows.size());
    std::vector<int> next(starts.begin(), starts.end() - 1);
    for (std::size_t r = 0; r < program.rows.size(); ++r) {
        for (const auto& entry : program.rows[r].entries) {
            const auto at = static_cast<std::size_t>(next[entry.column]++);
            rows[at] = static_cast<int>(r);
            amounts[at] = static_cast<double>(entry.amount);
        }
    }
    const std::vector<double> low(columns, 0.0);
    const std::vector<double> high(columns, 1.0);
    // The solver minimises: the sign of its bound is then beyond doubt.
    std::vector<double> cost;
    for (const auto value : program.value) {
        cost.push_back(-static_cast<double>(value));
    }
    const std::vector<double> least(program.rows.size(), -1.0e30);
    std::vector<double> most;
    for (const auto& row : program.rows) {
        most.push_back(static_cast<double>(row.cap));
    }
    Model model(Cbc_newModel());
    Cbc_loadProblem(model.get(), static_cast<int>(columns), static_cast<int>(program.rows.size()), starts.data(),
                    rows.data(), amounts.data(), low.data(), high.data(), cost.data(), least.data(), most.data());
    Cbc_setObjSense(model.get(), 1.0);
    for (std::size_t c = 0; c < columns; ++c) {
        Cbc_setInteger(model.get(), static_cast<int>(c));
    }
    return model;
}

void set(const Model& model, const char* name, const std::string& value) {
    Cbc_setParameter(model.get(), name, value.c_str());
}

/// At least the exact bound: floating point loses at most this much here.
std::int64_t rounded_up(double bound) {
    constexpr double tolerance = 1e-7;
    return static_cast<std::int64_t>(std::floor(bound + std::abs(bound) * tolerance + tolerance));
}

/// Not longer than its parent lives, not more memory than a server can spare, after those who book.
void be_modest(std::int64_t wall_milliseconds) {
    constexpr int niceness = 5;
#if !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
    constexpr rlim_t memory_max = rlim_t{2} << 30U;
    const rlimit memory{memory_max, memory_max};
    (void)setrlimit(RLIMIT_AS, &memory);
#endif
    const auto cpu_seconds = static_cast<rlim_t>(std::max<std::int64_t>(wall_milliseconds, 0) / 1000 + 5);
    const rlimit cpu{cpu_seconds, cpu_seconds};
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)setrlimit(RLIMIT_CPU, &cpu);
    (void)setpriority(PRIO_PROCESS, 0, niceness);
}

/// Where answers go; what the solver itself prints goes nowhere. -1 where that cannot be.
int answers_apart() {
    const int answers = dup(STDOUT_FILENO);
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    return answers >= 0 && nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0 ? answers : -1;
}

/// Small ones first: most of a round is done when a hard rest uses up the time. Each gets time by its size.
class Schedule {
  public:
    explicit Schedule(const Task& task) : task_(task), order_(task.programs.size()) {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::ranges::sort(order_, {}, [&](std::size_t p) { return std::pair(size(p), p); });
        for (const auto p : order_) {
            weight_ += size(p);
        }
    }
    [[nodiscard]] const std::vector<std::size_t>& order() const { return order_; }
    std::chrono::milliseconds next(std::size_t program) {
        constexpr std::chrono::milliseconds least{200};
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end_ - Clock::now());
        const auto own = left * size(program) / weight_;
        weight_ -= size(program);
        return std::min(left, std::max(own, least));
    }

  private:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] std::int64_t size(std::size_t p) const {
        return static_cast<std::int64_t>(task_.programs[p].value.size()) + 1;
    }
    const Task& task_;
    std::vector<std::size_t> order_;
    std::int64_t weight_ = 0;
    Clock::time_point end_ = Clock::now() + std::chrono::milliseconds(task_.limits.wall_milliseconds);
};
}  // namespace

std::optional<ZeroOneSolution> solve_with_cbc(const ZeroOneProgram& program, const SolveLimits& limits,
                                              std::chrono::milliseconds time) {
    constexpr double million = 1e6;
    const auto model = loaded(program);
    set(model, "log", "0");
    set(model, "timeMode", "elapsed");
    set(model, "seconds", std::to_string(static_cast<double>(time.count()) / 1000.0));
    set(model, "maxNodes", std::to_string(limits.nodes));
    set(model, "ratioGap", std::to_string(static_cast<double>(limits.gap_ppm) / million));
    set(model, "randomCbcSeed", std::to_string(limits.seed));
    set(model, "randomSeed", std::to_string(limits.seed));
    Cbc_solve(model.get());
    const double* best = Cbc_bestSolution(model.get());
    if (best == nullptr) {
        return std::nullopt;
    }
    ZeroOneSolution solution;
    for (std::uint32_t c = 0; c < program.value.size(); ++c) {
        constexpr double half = 0.5;
        if (best[c] > half) {
            solution.chosen.push_back(c);
        }
    }
    solution.value = value_of(program, solution.chosen);
    if (solution.value < 0) {
        return std::nullopt;
    }
    const bool ended = Cbc_isProvenOptimal(model.get()) != 0 && Cbc_isNodeLimitReached(model.get()) == 0 &&
                       Cbc_isSecondsLimitReached(model.get()) == 0;
    solution.bound = std::max(solution.value, rounded_up(-Cbc_getBestPossibleObjValue(model.get())));
    solution.by = ended ? SolvedBy::exact : SolvedBy::stopped;
    return solution;
}

int run_solve() {
    const auto task = read_task(std::cin);
    if (!task) {
        std::cerr << "yiqi: this is not a task for the solver\n";
        return 1;
    }
    be_modest(task->limits.wall_milliseconds);
    const int answers = answers_apart();
    if (answers < 0) {
        return 1;
    }
    Schedule schedule(*task);
    for (const auto p : schedule.order()) {
        const auto time = schedule.next(p);
        if (time.count() <= 0) {
            break;
        }
        if (const auto solution = solve_with_cbc(task->programs[p], task->limits, time)) {
            const auto line = answer_line(p, *solution);
            for (std::size_t sent = 0; sent < line.size();) {
                const auto count = write(answers, line.data() + sent, line.size() - sent);
                if (count <= 0) {
                    return 1;
                }
                sent += static_cast<std::size_t>(count);
            }
        }
    }
    return 0;
}

}  // namespace server::solver
