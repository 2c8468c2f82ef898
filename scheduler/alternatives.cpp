#include "scheduler/alternatives.hpp"

#include <algorithm>
#include <unordered_map>

#include "scheduler/rules.hpp"

namespace scheduler {

using namespace model;

namespace {
constexpr std::size_t equivalents_at_time_max = 3;

class Proposals {
  public:
    Proposals(const Wish& wish, std::size_t limit) : wish_(wish), limit_(limit) {}

    [[nodiscard]] bool full() const { return found_.size() >= limit_; }

    /// Adds it unless it is there already or a rule would refuse it.
    bool offer(const Candidate& candidate, Interval time, Why why) {
        const bool known = std::ranges::any_of(
            found_, [&](const Alternative& a) { return a.record == candidate.record && a.time == time; });
        if (full() || known || !rules_allow(candidate, time)) {
            return false;
        }
        found_.push_back({candidate.record, time, why});
        return true;
    }

    [[nodiscard]] SlotSearch search(Instant from, Instant to) const {
        SlotSearch search;
        search.duration = std::chrono::duration_cast<minutes>(wish_.time.length());
        search.from = from;
        search.to = to;
        search.now = wish_.now;
        if (wish_.moving) {
            search.ignore = Holder{HolderKind::booking, wish_.moving.value};
        }
        return search;
    }

    std::vector<Alternative> take() { return std::move(found_); }

  private:
    [[nodiscard]] bool rules_allow(const Candidate& candidate, Interval time) {
        auto known = facts_.find(candidate.record);
        if (known == facts_.end()) {
            known = facts_.emplace(candidate.record, wish_.facts_of(*candidate.record)).first;
        }
        const RuleInput input{.policy = candidate.record->policy->policy,
                              .instrument = candidate.record->instrument,
                              .time = time,
                              .now = wish_.now,
                              .facts = known->second};
        return broken_rules(input).empty();
    }

    const Wish& wish_;
    std::size_t limit_;
    std::unordered_map<const InstrumentRecord*, RuleFacts> facts_;
    std::vector<Alternative> found_;
};

/// The next times on one instrument from `from` on, at most `count`.
void offer_later(Proposals& proposals, const Candidate& candidate, Instant from, Instant to, Why why, int count) {
    constexpr int probes_max = 50;
    for (int probe = 0; probe < probes_max && count > 0 && !proposals.full(); ++probe) {
        const auto slot =
            earliest_slot(candidate.record->policy->policy, *candidate.calendar, proposals.search(from, to));
        if (!slot) {
            return;
        }
        count -= proposals.offer(candidate, *slot, why) ? 1 : 0;
        // Further proposals do not overlap the one before: each is a real choice.
        from = slot->end;
    }
}
}  // namespace

std::vector<Alternative> alternatives(const Wish& wish, std::span<const Candidate> equivalents, std::size_t limit) {
    Proposals proposals(wish, limit);
    const auto& policy = wish.wanted.record->policy->policy;
    const minutes grid{policy.grid_minutes.value};
    const Instant latest = wish.time.end + look_ahead;

    offer_later(proposals, wish.wanted, wish.time.start + grid, latest, Why::later, 1);
    if (const auto before = latest_slot(policy, *wish.wanted.calendar,
                                        proposals.search(wish.time.start - look_back, wish.time.end - grid))) {
        (void)proposals.offer(wish.wanted, *before, Why::earlier);
    }
    std::size_t at_time = 0;
    for (const auto& candidate : equivalents) {
        if (at_time == equivalents_at_time_max) {
            break;
        }
        const auto search = proposals.search(wish.time.start, wish.time.end);
        const auto slot = earliest_slot(candidate.record->policy->policy, *candidate.calendar, search);
        at_time += slot && proposals.offer(candidate, *slot, Why::equivalent) ? 1 : 0;
    }
    constexpr int further_times = 3;
    offer_later(proposals, wish.wanted, wish.time.end, latest, Why::later, further_times);
    for (const auto& candidate : equivalents) {
        offer_later(proposals, candidate, wish.time.start, latest, Why::equivalent, 1);
    }
    return proposals.take();
}

}  // namespace scheduler
