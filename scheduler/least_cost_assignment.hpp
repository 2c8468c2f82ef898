#pragma once
// A set of choices that exclude each other nowhere, for the search in least_cost.cpp.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "scheduler/least_cost.hpp"

namespace scheduler {

/// Choices that exclude each other nowhere, and their cost.
class LeastCostAssignment {
  public:
    explicit LeastCostAssignment(const LeastCostProblem& problem)
        : problem_(&problem),
          chosen_(problem.items.size()),
          owner_(problem.rows),
          cost_(problem.none_cost * static_cast<std::int64_t>(problem.items.size())) {}

    using Chosen = std::vector<std::optional<std::uint32_t>>;
    [[nodiscard]] const Chosen& chosen() const { return chosen_; }
    [[nodiscard]] std::int64_t cost() const { return cost_; }
    [[nodiscard]] std::int64_t cost_of(std::uint32_t item) const {
        return chosen_[item] ? problem_->items[item][*chosen_[item]].cost : problem_->none_cost;
    }

    [[nodiscard]] bool fits(std::uint32_t item, const LeastCostProblem::Choice& choice) const {
        return std::ranges::all_of(choice.rows,
                                   [&](std::uint32_t row) { return !owner_[row] || *owner_[row] == item; });
    }

    /// The items in the way of a choice, at most one more than `limit`.
    [[nodiscard]] std::vector<std::uint32_t> blockers(std::uint32_t item, const LeastCostProblem::Choice& choice,
                                                      std::size_t limit) const {
        std::vector<std::uint32_t> found;
        for (const auto row : choice.rows) {
            const auto owner = owner_[row];
            if (owner && *owner != item && std::ranges::find(found, *owner) == found.end()) {
                found.push_back(*owner);
                if (found.size() > limit) {
                    break;
                }
            }
        }
        return found;
    }

    void put(std::uint32_t item, std::uint32_t choice) {
        drop(item);
        const auto& put = problem_->items[item][choice];
        for (const auto row : put.rows) {
            owner_[row] = item;
        }
        chosen_[item] = choice;
        cost_ += put.cost - problem_->none_cost;
    }

    void drop(std::uint32_t item) {
        if (!chosen_[item]) {
            return;
        }
        const auto& dropped = problem_->items[item][*chosen_[item]];
        for (const auto row : dropped.rows) {
            owner_[row].reset();
        }
        chosen_[item].reset();
        cost_ += problem_->none_cost - dropped.cost;
    }

    /// The cheapest choice that fits, where it is cheaper than none.
    void put_cheapest(std::uint32_t item) {
        std::optional<std::uint32_t> best;
        const auto& choices = problem_->items[item];
        for (std::uint32_t c = 0; c < choices.size(); ++c) {
            if (choices[c].cost < (best ? choices[*best].cost : problem_->none_cost) && fits(item, choices[c])) {
                best = c;
            }
        }
        if (best) {
            put(item, *best);
        }
    }

  private:
    const LeastCostProblem* problem_;
    Chosen chosen_;
    std::vector<std::optional<std::uint32_t>> owner_;  ///< of each row
    std::int64_t cost_;
};

}  // namespace scheduler
