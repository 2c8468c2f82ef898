#pragma once
// Choosing the most valuable set of things that fit together: a packing program in 0/1 variables. What rounds and
// other joint decisions are turned into; solved by an exact solver behind an interface, or by our own greedy search.
// Whole numbers only, so that a solution is checked without rounding. Pure.

#include <cstdint>
#include <span>
#include <vector>

#include "scheduler/solved_by.hpp"

namespace scheduler {

/// Maximise the sum of `value` over the chosen columns, such that in each row the amounts of the chosen columns sum
/// to at most `cap`. Values and amounts are > 0, caps >= 0, a column occurs at most once in a row; then choosing
/// nothing is always allowed.
struct ZeroOneProgram {
    struct Entry {
        std::uint32_t column = 0;
        std::int64_t amount = 1;
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    struct Row {
        std::int64_t cap = 1;
        std::vector<Entry> entries;
        friend bool operator==(const Row&, const Row&) = default;
    };
    std::vector<std::int64_t> value;  ///< by column, each at most `value_max`
    std::vector<Row> rows;
    friend bool operator==(const ZeroOneProgram&, const ZeroOneProgram&) = default;

    static constexpr std::int64_t value_max = 10'000'000'000;
    static constexpr std::int64_t amount_max = 10'000'000;
    static constexpr std::size_t columns_max = 200'000;
};

struct ZeroOneSolution {
    std::vector<std::uint32_t> chosen;  ///< columns, ascending
    std::int64_t value = 0;
    std::int64_t bound = 0;  ///< proven: no solution is worth more
    SolvedBy by = SolvedBy::greedy;
};

/// True where every number is within its bounds and every index exists.
bool is_well_formed(const ZeroOneProgram& program);

/// The value of the chosen columns, or -1 where a row is exceeded or a column does not exist.
std::int64_t value_of(const ZeroOneProgram& program, std::span<const std::uint32_t> chosen);

/// By value per pressure on the rows, then improved by swaps. Deterministic for a seed, which only breaks ties;
/// maximal: no further column fits. The bound is `upper_bound`'s.
ZeroOneSolution greedy_solution(const ZeroOneProgram& program, std::uint64_t seed);

/// A Lagrangian bound on the value of every solution; `known` is the value of one that exists and steers the steps.
std::int64_t upper_bound(const ZeroOneProgram& program, std::int64_t known);

/// How far an exact solver goes. The gap and the nodes are the usual ends and the same on every machine; the time is
/// there for the unforeseen.
struct SolveLimits {
    std::int64_t wall_milliseconds = 30'000;  ///< for all programs of a call together
    std::int64_t nodes = 20'000;              ///< of the search tree, per program
    std::int64_t gap_ppm = 1'000;             ///< between value and bound at which a solution is good enough
    std::uint32_t seed = 1;
};

/// What a solver says about one program; `found` false where it did not get to it or broke.
struct SolverAnswer {
    bool found = false;
    ZeroOneSolution solution;
};

/// An exact solver. Implementations need not be trusted: `solve_all` checks what they answer.
class ZeroOneSolver {
  public:
    ZeroOneSolver() = default;
    ZeroOneSolver(const ZeroOneSolver&) = delete;
    ZeroOneSolver& operator=(const ZeroOneSolver&) = delete;
    virtual ~ZeroOneSolver() = default;
    /// One answer per program. Returns within the wall-clock limit and a second; never throws.
    virtual std::vector<SolverAnswer> solve(std::span<const ZeroOneProgram> programs, const SolveLimits& limits) = 0;
    /// Makes a running `solve`, and every later one, return soon: the program ends. Thread-safe.
    virtual void stop() {}
};

/// Solves every program: greedily first, by `solver` (which may be null) where that is not proven to be best; keeps
/// the better of both and the lower bound. A wrong answer of the solver is not used.
std::vector<ZeroOneSolution> solve_all(std::span<const ZeroOneProgram> programs, ZeroOneSolver* solver,
                                       const SolveLimits& limits);

}  // namespace scheduler
