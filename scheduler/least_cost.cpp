#include "scheduler/least_cost.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "model/assert.hpp"
#include "scheduler/least_cost_assignment.hpp"

namespace scheduler {

namespace {
using Choice = LeastCostProblem::Choice;
using Assignment = LeastCostAssignment;

/// Prices of rows are in parts of a unit of cost.
constexpr std::int64_t scale = 64;

std::int64_t units(std::int64_t scaled) {
    return scaled <= 0 ? 0 : (scaled + scale - 1) / scale;
}

/// One part, in which everything hangs together.
class Solver {
  public:
    Solver(const LeastCostProblem& problem, std::int64_t effort)
        : problem_(problem), left_(effort), best_(problem), price_(problem.rows, 0), best_price_(problem.rows, 0) {}

    LeastCostSolution solve() {
        raise_bound();
        if (best_.cost() > units(bound_)) {
            branch();
        }
        const auto bound = proven_ ? best_.cost() : std::min(best_.cost(), units(bound_));
        return {best_.chosen(), best_.cost(), bound};
    }

  private:
    [[nodiscard]] std::int64_t reduced(const Choice& choice, const std::vector<std::int64_t>& price) {
        left_ -= static_cast<std::int64_t>(choice.rows.size()) + 1;
        return std::accumulate(choice.rows.begin(), choice.rows.end(), choice.cost * scale,
                               [&](std::int64_t sum, std::uint32_t row) { return sum + price[row]; });
    }

    void keep(const Assignment& found) {
        if (found.cost() < best_.cost()) {
            best_ = found;
        }
    }

    // The bound: subgradient steps on the prices of the rows.

    void raise_bound() {
        constexpr int steps_max = 400;
        constexpr int patience = 15;
        constexpr std::int64_t first_pace = 64;
        std::int64_t pace = first_pace;
        int stale = 0;
        bound_ = std::numeric_limits<std::int64_t>::min();
        for (int step = 0; step < steps_max && pace > 0 && left_ > 0; ++step) {
            std::vector<std::int64_t> over(problem_.rows, -1);
            const auto value = relaxed(over);
            stale = value > bound_ ? 0 : stale + 1;
            if (value > bound_) {
                bound_ = value;
                best_price_ = price_;
            }
            constexpr int tries_apart = 8;
            if (step % tries_apart == 0) {
                assign_by_price();
            }
            if (best_.cost() <= units(bound_)) {
                return;
            }
            if (stale == patience) {
                stale = 0;
                pace /= 2;
            }
            if (!move_prices(over, best_.cost() * scale - value, pace)) {
                return;
            }
        }
    }

    /// The value of the relaxation; `over` receives how far each row is exceeded.
    std::int64_t relaxed(std::vector<std::int64_t>& over) {
        std::int64_t value = -std::accumulate(price_.begin(), price_.end(), std::int64_t{0});
        for (const auto& choices : problem_.items) {
            std::int64_t least = problem_.none_cost * scale;
            const Choice* cheapest = nullptr;
            for (const auto& choice : choices) {
                if (const auto cost = reduced(choice, price_); cost < least) {
                    least = cost;
                    cheapest = &choice;
                }
            }
            value += least;
            if (cheapest != nullptr) {
                for (const auto row : cheapest->rows) {
                    ++over[row];
                }
            }
        }
        return value;
    }

    /// False where no price moves.
    bool move_prices(const std::vector<std::int64_t>& over, std::int64_t gap, std::int64_t pace) {
        std::int64_t norm = 0;
        for (std::size_t row = 0; row < over.size(); ++row) {
            norm += over[row] < 0 && price_[row] == 0 ? 0 : over[row] * over[row];
        }
        if (norm == 0) {
            return false;
        }
        constexpr std::int64_t whole_pace = 64;
        const auto length = std::max<std::int64_t>(1, gap / norm * pace / whole_pace);
        for (std::size_t row = 0; row < over.size(); ++row) {
            price_[row] = std::max<std::int64_t>(0, price_[row] + over[row] * length);
        }
        return true;
    }

    // Solutions: greedy by reduced cost, who has most to lose first; then exchanges.

    void assign_by_price() {
        struct Wish {
            std::uint32_t item = 0;
            std::int64_t regret = 0;
            std::vector<std::pair<std::int64_t, std::uint32_t>> by_cost;
        };
        std::vector<Wish> wishes;
        const std::int64_t none = problem_.none_cost * scale;
        for (std::uint32_t i = 0; i < problem_.items.size(); ++i) {
            Wish wish{i, 0, {}};
            for (std::uint32_t c = 0; c < problem_.items[i].size(); ++c) {
                wish.by_cost.emplace_back(reduced(problem_.items[i][c], price_), c);
            }
            std::ranges::sort(wish.by_cost);
            const auto cost_at = [&](std::size_t at) {
                return at < wish.by_cost.size() ? std::min(wish.by_cost[at].first, none) : none;
            };
            wish.regret = cost_at(1) - cost_at(0);
            wishes.push_back(std::move(wish));
        }
        std::ranges::sort(wishes, {}, [](const Wish& w) { return std::pair(-w.regret, w.item); });
        Assignment found(problem_);
        for (const auto& wish : wishes) {
            const auto& choices = problem_.items[wish.item];
            for (const auto& [cost, c] : wish.by_cost) {
                if (choices[c].cost < problem_.none_cost && found.fits(wish.item, choices[c])) {
                    found.put(wish.item, c);
                    break;
                }
            }
        }
        improve(found);
        keep(found);
    }

    void improve(Assignment& found) {
        constexpr int rounds_max = 20;
        bool better = true;
        for (int round = 0; better && round < rounds_max && left_ > 0; ++round) {
            better = false;
            for (std::uint32_t i = 0; i < problem_.items.size(); ++i) {
                better = improve_item(found, i) || better;
            }
        }
    }

    /// Gives an item a cheaper choice where those who have to make room lose less.
    bool improve_item(Assignment& found, std::uint32_t item) {
        constexpr std::size_t moved_max = 2;
        const auto& choices = problem_.items[item];
        for (std::uint32_t c = 0; c < choices.size(); ++c) {
            left_ -= static_cast<std::int64_t>(choices[c].rows.size()) + 1;
            if (choices[c].cost >= found.cost_of(item)) {
                continue;
            }
            const auto moved = found.blockers(item, choices[c], moved_max);
            if (moved.size() > moved_max) {
                continue;
            }
            if (make_room(found, item, c, moved)) {
                return true;
            }
        }
        return false;
    }

    /// Undone, and false, where it does not gain.
    bool make_room(Assignment& found, std::uint32_t item, std::uint32_t choice,
                   const std::vector<std::uint32_t>& moved) {
        const auto before = found.cost();
        std::vector<std::pair<std::uint32_t, std::optional<std::uint32_t>>> old{{item, found.chosen()[item]}};
        for (const auto other : moved) {
            old.emplace_back(other, found.chosen()[other]);
            found.drop(other);
        }
        found.put(item, choice);
        for (const auto other : moved) {
            found.put_cheapest(other);
            left_ -= static_cast<std::int64_t>(problem_.items[other].size());
        }
        if (found.cost() < before) {
            return true;
        }
        for (const auto& [other, was] : old) {
            found.drop(other);
        }
        for (const auto& [other, was] : old) {
            if (was) {
                found.put(other, *was);
            }
        }
        return false;
    }

    // Branch and bound over what the reduced costs leave.

    struct Open {
        std::uint32_t choice = 0;
        std::int64_t cost = 0;  ///< reduced
    };

    void branch() {
        base_ = -std::accumulate(best_price_.begin(), best_price_.end(), std::int64_t{0});
        const std::int64_t none = problem_.none_cost * scale;
        open_.assign(problem_.items.size(), {});
        for (std::uint32_t i = 0; i < problem_.items.size(); ++i) {
            for (std::uint32_t c = 0; c < problem_.items[i].size(); ++c) {
                open_[i].push_back({c, reduced(problem_.items[i][c], best_price_)});
            }
            std::ranges::sort(open_[i], {}, [](const Open& o) { return std::pair(o.cost, o.choice); });
            const auto least = open_[i].empty() ? none : std::min(open_[i].front().cost, none);
            std::erase_if(open_[i], [&](const Open& open) { return closed(bound_ - least + open.cost); });
        }
        Assignment at(problem_);
        std::vector<std::uint32_t> undecided(problem_.items.size());
        std::iota(undecided.begin(), undecided.end(), 0U);
        proven_ = true;
        decide(at, undecided, base_);
    }

    /// True where nothing of at least this value can be better than what is known.
    [[nodiscard]] bool closed(std::int64_t value) const { return value > (best_.cost() - 1) * scale; }

    struct Next {
        std::size_t at = 0;
        std::int64_t bound = 0;
    };
    /// The item with most to lose, and the bound of the node.
    Next look(const Assignment& at, const std::vector<std::uint32_t>& undecided, std::int64_t decided) {
        const std::int64_t none = problem_.none_cost * scale;
        Next next{0, decided};
        std::int64_t most = -1;
        for (std::size_t k = 0; k < undecided.size(); ++k) {
            std::int64_t least = none;
            std::int64_t second = none;
            const auto item = undecided[k];
            for (const auto& open : open_[item]) {
                const auto& choice = problem_.items[item][open.choice];
                left_ -= static_cast<std::int64_t>(choice.rows.size()) + 1;
                if (open.cost >= second) {
                    break;
                }
                if (at.fits(item, choice)) {
                    (open.cost < least ? least : second) = open.cost;
                    if (second != none) {
                        break;
                    }
                }
            }
            next.bound += least;
            if (second - least > most) {
                most = second - least;
                next.at = k;
            }
        }
        return next;
    }

    void decide(Assignment& at, std::vector<std::uint32_t> undecided, std::int64_t decided) {
        if (undecided.empty()) {
            keep(at);
            return;
        }
        const auto next = look(at, undecided, decided);
        if (closed(next.bound)) {
            return;
        }
        if (left_ <= 0) {
            proven_ = false;
            return;
        }
        const auto item = undecided[next.at];
        undecided.erase(undecided.begin() + static_cast<std::ptrdiff_t>(next.at));
        const std::int64_t none = problem_.none_cost * scale;
        for (const auto& open : open_[item]) {
            const auto& choice = problem_.items[item][open.choice];
            if (choice.cost < problem_.none_cost && at.fits(item, choice)) {
                at.put(item, open.choice);
                decide(at, undecided, decided + open.cost);
                at.drop(item);
            }
        }
        decide(at, undecided, decided + none);
    }

    const LeastCostProblem& problem_;
    std::int64_t left_;  ///< of the effort
    Assignment best_;
    std::vector<std::int64_t> price_;
    std::vector<std::int64_t> best_price_;
    std::int64_t bound_ = 0;  ///< scaled
    std::int64_t base_ = 0;
    std::vector<std::vector<Open>> open_;
    bool proven_ = false;
};

/// A part of the problem, and the way back.
struct Part {
    std::vector<std::uint32_t> items;
    LeastCostProblem problem;
};

std::vector<Part> parts_of(const LeastCostProblem& problem) {
    std::vector<std::uint32_t> parent(problem.items.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](std::uint32_t item) {
        while (parent[item] != item) {
            parent[item] = parent[parent[item]];
            item = parent[item];
        }
        return item;
    };
    std::vector<std::optional<std::uint32_t>> first(problem.rows);
    for (std::uint32_t i = 0; i < problem.items.size(); ++i) {
        for (const auto& choice : problem.items[i]) {
            YIQI_ASSERT(choice.cost >= 0 && choice.cost <= LeastCostProblem::cost_max);
            for (const auto row : choice.rows) {
                YIQI_ASSERT(row < problem.rows);
                first[row] = root(first[row].value_or(i));
                parent[std::max(root(i), *first[row])] = std::min(root(i), *first[row]);
            }
        }
    }
    std::map<std::uint32_t, Part> by_root;
    std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> local_rows;
    for (std::uint32_t i = 0; i < problem.items.size(); ++i) {
        auto& part = by_root[root(i)];
        auto& local = local_rows[root(i)];
        part.items.push_back(i);
        part.problem.items.push_back(problem.items[i]);
        for (auto& choice : part.problem.items.back()) {
            for (auto& row : choice.rows) {
                row = local.try_emplace(row, static_cast<std::uint32_t>(local.size())).first->second;
            }
        }
        part.problem.rows = local.size();
        part.problem.none_cost = problem.none_cost;
    }
    std::vector<Part> parts;
    for (auto& [r, part] : by_root) {
        parts.push_back(std::move(part));
    }
    return parts;
}
}  // namespace

LeastCostSolution least_cost(const LeastCostProblem& problem, std::int64_t effort) {
    YIQI_ASSERT(problem.items.size() <= LeastCostProblem::items_max);
    YIQI_ASSERT(problem.none_cost >= 0 && problem.none_cost <= LeastCostProblem::cost_max);
    LeastCostSolution whole;
    whole.chosen.resize(problem.items.size());
    for (const auto& part : parts_of(problem)) {
        const auto solved = Solver(part.problem, effort).solve();
        whole.cost += solved.cost;
        whole.bound += solved.bound;
        for (std::size_t i = 0; i < part.items.size(); ++i) {
            whole.chosen[part.items[i]] = solved.chosen[i];
        }
    }
    return whole;
}

}  // namespace scheduler
