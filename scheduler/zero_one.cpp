#include "scheduler/zero_one.hpp"

#include "model/assert.hpp"
#include "scheduler/draw.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace scheduler {

namespace {
__extension__ using Wide = __int128;

/// The rows of each column.
struct ByColumn {
    struct Place {
        std::uint32_t row = 0;
        std::int64_t amount = 0;
    };
    std::vector<std::vector<Place>> places;

    explicit ByColumn(const ZeroOneProgram& program) : places(program.value.size()) {
        for (std::uint32_t r = 0; r < program.rows.size(); ++r) {
            for (const auto& entry : program.rows[r].entries) {
                places[entry.column].push_back({r, entry.amount});
            }
        }
    }
};

/// A set of columns that fits, with what is left of each row.
class Packing {
  public:
    Packing(const ZeroOneProgram& program, const ByColumn& by_column)
        : program_(program), by_column_(by_column), chosen_(program.value.size(), false) {
        for (const auto& row : program.rows) {
            left_.push_back(row.cap);
        }
    }

    [[nodiscard]] bool has(std::uint32_t column) const { return chosen_[column]; }
    [[nodiscard]] std::int64_t value() const { return value_; }

    bool add(std::uint32_t column) {
        const auto& places = by_column_.places[column];
        if (chosen_[column] || std::ranges::any_of(places, [&](const auto& p) { return left_[p.row] < p.amount; })) {
            return false;
        }
        put(column);
        return true;
    }

    /// Puts the column in place of less valuable ones that are in its way, where that gains.
    bool swap_in(std::uint32_t column) {
        if (chosen_[column]) {
            return false;
        }
        std::vector<std::uint32_t> out;
        std::int64_t loss = 0;
        for (const auto& place : by_column_.places[column]) {
            std::int64_t lacking = place.amount - left_[place.row];
            if (place.amount > program_.rows[place.row].cap) {
                return false;
            }
            lacking -= freed_in(place.row, out);
            if (lacking > 0 && !leave(place.row, lacking, out, loss)) {
                return false;
            }
            if (loss >= program_.value[column]) {
                return false;
            }
        }
        for (const auto o : out) {
            take_out(o);
        }
        put(column);
        return true;
    }

    /// Takes a chosen column out where several of its neighbours are worth more together.
    bool swap_out(std::uint32_t column) {
        if (!chosen_[column]) {
            return false;
        }
        std::vector<std::uint32_t> neighbours;
        for (const auto& place : by_column_.places[column]) {
            for (const auto& entry : program_.rows[place.row].entries) {
                neighbours.push_back(entry.column);
            }
        }
        std::ranges::sort(neighbours, [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(program_.value[b], a) < std::pair(program_.value[a], b);
        });
        const auto before = value_;
        std::vector<std::uint32_t> added;
        take_out(column);
        for (const auto c : neighbours) {
            if (c != column && add(c)) {
                added.push_back(c);
            }
        }
        if (value_ > before) {
            return true;
        }
        for (const auto c : added) {
            take_out(c);
        }
        put(column);
        return false;
    }

    [[nodiscard]] std::vector<std::uint32_t> columns() const {
        std::vector<std::uint32_t> all;
        for (std::uint32_t c = 0; c < chosen_.size(); ++c) {
            if (chosen_[c]) {
                all.push_back(c);
            }
        }
        return all;
    }

  private:
    void put(std::uint32_t column) {
        for (const auto& place : by_column_.places[column]) {
            left_[place.row] -= place.amount;
        }
        chosen_[column] = true;
        value_ += program_.value[column];
    }

    void take_out(std::uint32_t column) {
        for (const auto& place : by_column_.places[column]) {
            left_[place.row] += place.amount;
        }
        chosen_[column] = false;
        value_ -= program_.value[column];
    }

    [[nodiscard]] std::int64_t freed_in(std::uint32_t row, const std::vector<std::uint32_t>& out) const {
        std::int64_t freed = 0;
        for (const auto o : out) {
            for (const auto& place : by_column_.places[o]) {
                freed += place.row == row ? place.amount : 0;
            }
        }
        return freed;
    }

    /// Lets the least valuable chosen columns of the row leave until `lacking` is made up.
    bool leave(std::uint32_t row, std::int64_t lacking, std::vector<std::uint32_t>& out, std::int64_t& loss) const {
        std::vector<ZeroOneProgram::Entry> inside;
        for (const auto& entry : program_.rows[row].entries) {
            if (chosen_[entry.column] && std::ranges::find(out, entry.column) == out.end()) {
                inside.push_back(entry);
            }
        }
        std::ranges::sort(inside, [&](const auto& a, const auto& b) {
            return std::pair(program_.value[a.column], a.column) < std::pair(program_.value[b.column], b.column);
        });
        for (const auto& entry : inside) {
            if (lacking <= 0) {
                break;
            }
            out.push_back(entry.column);
            loss += program_.value[entry.column];
            lacking -= entry.amount;
        }
        return lacking <= 0;
    }

    const ZeroOneProgram& program_;
    const ByColumn& by_column_;
    std::vector<bool> chosen_;
    std::vector<std::int64_t> left_;
    std::int64_t value_ = 0;
};

/// The columns in the order in which a greedy search tries them: by value, or by value per pressure on the rows.
std::vector<std::uint32_t> order_of(const ZeroOneProgram& program, const ByColumn& by_column, bool per_pressure,
                                    std::uint64_t seed) {
    constexpr std::int64_t scale = 1'000;
    std::vector<std::int64_t> rank(program.value.size());
    for (std::size_t c = 0; c < rank.size(); ++c) {
        std::int64_t pressure = scale;
        for (const auto& place : by_column.places[c]) {
            pressure += place.amount * scale / std::max<std::int64_t>(program.rows[place.row].cap, 1);
        }
        rank[c] = per_pressure ? program.value[c] * scale / pressure : program.value[c];
    }
    std::vector<std::uint32_t> order(program.value.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        if (rank[a] != rank[b]) {
            return rank[a] > rank[b];
        }
        return std::pair(drawn(seed, a), a) < std::pair(drawn(seed, b), b);
    });
    return order;
}

Packing packed(const ZeroOneProgram& program, const ByColumn& by_column, const std::vector<std::uint32_t>& order) {
    constexpr int passes_max = 12;
    Packing packing(program, by_column);
    for (const auto c : order) {
        packing.add(c);
    }
    for (int pass = 0; pass < passes_max; ++pass) {
        const auto before = packing.value();
        for (const auto c : order) {
            packing.swap_in(c);
        }
        for (const auto c : order) {
            packing.swap_out(c);
        }
        for (const auto c : order) {
            packing.add(c);
        }
        if (packing.value() == before) {
            break;
        }
    }
    return packing;
}
}  // namespace

bool is_well_formed(const ZeroOneProgram& program) {
    const auto columns = program.value.size();
    const auto fits = [](std::int64_t number, std::int64_t most) { return number > 0 && number <= most; };
    if (columns > ZeroOneProgram::columns_max ||
        !std::ranges::all_of(program.value, [&](auto v) { return fits(v, ZeroOneProgram::value_max); })) {
        return false;
    }
    std::vector<std::uint32_t> seen;
    for (const auto& row : program.rows) {
        seen.clear();
        for (const auto& entry : row.entries) {
            if (entry.column >= columns || !fits(entry.amount, ZeroOneProgram::amount_max)) {
                return false;
            }
            seen.push_back(entry.column);
        }
        std::ranges::sort(seen);
        if (row.cap < 0 || std::ranges::adjacent_find(seen) != seen.end()) {
            return false;
        }
    }
    return true;
}

std::int64_t value_of(const ZeroOneProgram& program, std::span<const std::uint32_t> chosen) {
    std::vector<bool> in(program.value.size(), false);
    std::int64_t value = 0;
    for (const auto c : chosen) {
        if (c >= in.size() || in[c]) {
            return -1;
        }
        in[c] = true;
        value += program.value[c];
    }
    for (const auto& row : program.rows) {
        std::int64_t used = 0;
        for (const auto& entry : row.entries) {
            used += in[entry.column] ? entry.amount : 0;
        }
        if (used > row.cap) {
            return -1;
        }
    }
    return value;
}

std::int64_t upper_bound(const ZeroOneProgram& program, std::int64_t known) {
    constexpr std::int64_t scale = 1'024;
    constexpr int steps = 200;
    constexpr int patience = 8;
    const ByColumn by_column(program);
    const auto columns = program.value.size();
    std::vector<std::int64_t> price(program.rows.size(), 0);
    std::vector<std::int64_t> use(program.rows.size());
    Wide best = std::numeric_limits<std::int64_t>::max();
    std::int64_t step_percent = 200;
    int stale = 0;
    for (int step = 0; step < steps; ++step) {
        Wide bound = 0;
        std::ranges::fill(use, 0);
        for (std::size_t c = 0; c < columns; ++c) {
            Wide gain = Wide{program.value[c]} * scale;
            for (const auto& place : by_column.places[c]) {
                gain -= Wide{place.amount} * price[place.row];
            }
            if (gain > 0) {
                bound += gain;
                for (const auto& place : by_column.places[c]) {
                    use[place.row] += place.amount;
                }
            }
        }
        Wide norm = 0;
        for (std::size_t r = 0; r < price.size(); ++r) {
            const Wide lacking = Wide{use[r]} - program.rows[r].cap;
            bound += Wide{price[r]} * program.rows[r].cap;
            norm += lacking > 0 || price[r] > 0 ? lacking * lacking : 0;
        }
        stale = bound < best ? 0 : stale + 1;
        best = std::min(best, bound);
        if (stale == patience) {
            step_percent /= 2;
            stale = 0;
        }
        if (best <= Wide{known} * scale || norm == 0 || step_percent == 0) {
            break;
        }
        const Wide distance = (bound - Wide{known} * scale) * step_percent / 100;
        for (std::size_t r = 0; r < price.size(); ++r) {
            const Wide moved = price[r] + distance * (Wide{use[r]} - program.rows[r].cap) / norm;
            price[r] = static_cast<std::int64_t>(std::clamp<Wide>(moved, 0, Wide{ZeroOneProgram::value_max} * scale));
        }
    }
    return std::max(known, static_cast<std::int64_t>(best / scale));
}

ZeroOneSolution greedy_solution(const ZeroOneProgram& program, std::uint64_t seed) {
    const ByColumn by_column(program);
    const auto first = packed(program, by_column, order_of(program, by_column, true, seed));
    const auto second = packed(program, by_column, order_of(program, by_column, false, seed));
    const auto& better = first.value() >= second.value() ? first : second;
    return {better.columns(), better.value(), upper_bound(program, better.value()), SolvedBy::greedy};
}

std::vector<ZeroOneSolution> solve_all(std::span<const ZeroOneProgram> programs, ZeroOneSolver* solver,
                                       const SolveLimits& limits) {
    std::vector<ZeroOneSolution> solutions;
    std::vector<std::size_t> open;
    for (const auto& program : programs) {
        YIQI_ASSERT(is_well_formed(program));
        solutions.push_back(greedy_solution(program, limits.seed));
        auto& solution = solutions.back();
        if (solution.value == solution.bound) {
            solution.by = SolvedBy::exact;
        } else {
            open.push_back(solutions.size() - 1);
        }
    }
    if (solver == nullptr || open.empty()) {
        return solutions;
    }
    std::vector<ZeroOneProgram> asked;
    for (const auto i : open) {
        asked.push_back(programs[i]);
    }
    const auto answers = solver->solve(asked, limits);
    for (std::size_t k = 0; k < std::min(answers.size(), open.size()); ++k) {
        const auto& answer = answers[k].solution;
        auto& kept = solutions[open[k]];
        const auto value = answers[k].found ? value_of(programs[open[k]], answer.chosen) : -1;
        if (value < 0 || answer.bound < std::max(value, kept.value)) {
            continue;
        }
        if (value > kept.value) {
            kept.chosen = answer.chosen;
            std::ranges::sort(kept.chosen);
            kept.value = value;
        }
        kept.bound = std::min(kept.bound, answer.bound);
        kept.by = answer.by == SolvedBy::exact ? SolvedBy::exact : SolvedBy::stopped;
    }
    return solutions;
}

}  // namespace scheduler
