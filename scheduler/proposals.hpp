#pragma once
// Collects alternatives to one wish: takes those that the rules allow and that have a price, and ranks them.

#include <optional>
#include <unordered_map>
#include <vector>

#include "scheduler/alternatives.hpp"

namespace scheduler {

/// Used by one thread; the wish must outlive it.
class Proposals {
  public:
    explicit Proposals(const Wish& wish);

    /// An instrument; `equivalent` is null for the wanted one.
    struct Offered {
        Candidate candidate;
        const Equivalent* equivalent = nullptr;
    };

    [[nodiscard]] const Wish& wish() const { return wish_; }
    [[nodiscard]] model::minutes length() const;
    /// For slots of the wished length.
    [[nodiscard]] SlotSearch search(model::Instant from, model::Instant to) const;

    /// Whether the wish can be had as it is.
    [[nodiscard]] bool wish_is_possible();
    /// Whether something on this instrument was taken.
    [[nodiscard]] bool has(const InstrumentRecord& record) const;

    /// Adds it unless it is there already or a rule would refuse it.
    bool offer(const Offered& offered, model::Interval time, Why why);
    /// Of the wanted instrument, the second part as if the first were booked.
    bool offer_split(model::Interval first, model::Interval second, model::seconds shift);

    /// Fewest points first; leaves nothing behind.
    [[nodiscard]] std::vector<Alternative> best(std::size_t limit);

  private:
    /// Null where no more instruments may be asked for.
    const RuleFacts* facts_of(const InstrumentRecord& record);
    [[nodiscard]] bool rules_allow(const InstrumentRecord& record, model::Interval time, const RuleFacts& facts) const;
    [[nodiscard]] std::optional<model::Money> price_of_time(const InstrumentRecord& record, model::Interval time) const;
    void add_instrument_reasons(Alternative& found, const Equivalent* equivalent) const;
    void add(Alternative found, model::Money total);

    const Wish& wish_;
    std::optional<model::Money> wished_price_;
    std::unordered_map<const InstrumentRecord*, RuleFacts> facts_;
    std::vector<Alternative> found_;
};

}  // namespace scheduler
