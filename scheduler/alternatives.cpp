#include "scheduler/alternatives.hpp"

#include <algorithm>
#include <tuple>

#include "scheduler/proposals.hpp"

namespace scheduler {

using namespace model;

namespace {
constexpr int further_times = 2;
constexpr int equivalents_at_time_max = 4;
constexpr int equivalents_later_max = 4;
constexpr std::size_t equivalents_searched_max = 12;

/// The next times on one instrument from `from` on, at most `count`. Answers how many were accepted.
int propose_later(Proposals& proposals, const Proposals::Offered& offered, Instant from, Why why, int count) {
    constexpr int probes_max = 20;
    const auto& policy = offered.candidate.record->policy->policy;
    const Instant latest = proposals.wish().time.end + look_ahead;
    int accepted = 0;
    for (int probe = 0; probe < probes_max && accepted < count; ++probe) {
        const auto slot = earliest_slot(policy, *offered.candidate.calendar, proposals.search(from, latest));
        if (!slot) {
            break;
        }
        accepted += proposals.offer(offered, *slot, why) ? 1 : 0;
        // Further proposals do not overlap the one before: each is a real choice.
        from = slot->end;
    }
    return accepted;
}

void propose_other_times(Proposals& proposals) {
    const auto& wish = proposals.wish();
    const Proposals::Offered offered{wish.wanted, nullptr};
    const auto& policy = wish.wanted.record->policy->policy;
    const minutes grid{policy.grid_minutes.value};
    (void)propose_later(proposals, offered, wish.time.start + grid, Why::later, 1);
    (void)propose_later(proposals, offered, wish.time.end, Why::later, further_times);
    if (const auto before = latest_slot(policy, *wish.wanted.calendar,
                                        proposals.search(wish.time.start - look_back, wish.time.end - grid))) {
        (void)proposals.offer(offered, *before, Why::earlier);
    }
}

void propose_equivalents(Proposals& proposals, const std::vector<Equivalent>& alike) {
    const auto& wish = proposals.wish();
    int at_time = 0;
    for (const auto& equivalent : alike) {
        if (at_time == equivalents_at_time_max) {
            break;
        }
        const auto& candidate = equivalent.candidate;
        const auto slot = earliest_slot(candidate.record->policy->policy, *candidate.calendar,
                                        proposals.search(wish.time.start, wish.time.end));
        at_time += slot && proposals.offer({candidate, &equivalent}, *slot, Why::equivalent) ? 1 : 0;
    }
    // Whose own time is not free at the wish may be free near it.
    std::size_t searched = 0;
    int later = 0;
    for (const auto& equivalent : alike) {
        if (searched == equivalents_searched_max || later == equivalents_later_max) {
            break;
        }
        if (!proposals.has(*equivalent.candidate.record)) {
            ++searched;
            later += propose_later(proposals, {equivalent.candidate, &equivalent}, wish.time.start, Why::equivalent, 1);
        }
    }
}

minutes on_grid_up(minutes length, minutes grid) {
    return grid * ((length + grid - minutes{1}) / grid);
}

/// The longest time inside the wish, shorter than it; nothing below `least`.
std::optional<Interval> longest_inside(const Proposals& proposals, minutes least) {
    const auto& wish = proposals.wish();
    const auto& policy = wish.wanted.record->policy->policy;
    const minutes grid{policy.grid_minutes.value};
    const minutes most = std::min(proposals.length() - minutes{1}, minutes{policy.max_minutes.value});
    std::optional<Interval> longest;
    // What fits in one length fits in every shorter one.
    auto low = on_grid_up(least, grid) / grid;
    auto high = most / grid;
    while (low <= high) {
        const auto middle = low + (high - low) / 2;
        auto search = proposals.search(wish.time.start, wish.time.end);
        search.duration = grid * middle;
        if (const auto slot = earliest_slot(policy, *wish.wanted.calendar, search)) {
            longest = slot;
            low = middle + 1;
        } else {
            high = middle - 1;
        }
    }
    return longest;
}

minutes shortest(const Proposals& proposals, minutes part) {
    const auto& policy = proposals.wish().wanted.record->policy->policy;
    return std::max(part, minutes{policy.min_minutes.value});
}

struct Split {
    Interval first;
    Interval second;
    seconds shift{0};  ///< of the part that is farther from its place
};

seconds farther(seconds a, seconds b) {
    return std::chrono::abs(a) < std::chrono::abs(b) ? b : a;
}

/// The earliest two parts of which the first has this length.
std::optional<Split> split_at(const Proposals& proposals, minutes first_length) {
    constexpr std::chrono::days reach{7};
    const auto& wish = proposals.wish();
    const auto& policy = wish.wanted.record->policy->policy;
    auto search = proposals.search(wish.time.start, wish.time.end + reach);
    search.duration = first_length;
    const auto first = earliest_slot(policy, *wish.wanted.calendar, search);
    if (!first) {
        return std::nullopt;
    }
    // Parts that touch are the wish at another time; what the first holds must not meet what the second does.
    const auto buffers = policy.buffer_before_minutes + policy.buffer_after_minutes;
    search.from = first->end + minutes{std::max<std::int64_t>({1, buffers, policy.own_gap_minutes})};
    search.duration = proposals.length() - first_length;
    const auto second = earliest_slot(policy, *wish.wanted.calendar, search);
    if (!second) {
        return std::nullopt;
    }
    const auto shift = farther(first->start - wish.time.start, second->start - (wish.time.start + first_length));
    return Split{*first, *second, shift};
}

void propose_split(Proposals& proposals, std::optional<minutes> longest) {
    constexpr int lengths_tried_max = 24;
    constexpr std::size_t offered_max = 6;
    const minutes grid{proposals.wish().wanted.record->policy->policy.grid_minutes.value};
    const auto least = on_grid_up(shortest(proposals, proposals.length() / 4), grid);
    const auto steps = (proposals.length() - 2 * least) / grid;
    if (steps < 0 || proposals.length() % grid != minutes{0}) {
        return;
    }
    std::vector<Split> splits;
    const auto stride = steps / lengths_tried_max + 1;
    for (std::int64_t step = 0; step <= steps; step += stride) {
        if (const auto split = split_at(proposals, least + grid * step)) {
            splits.push_back(*split);
        }
    }
    if (longest && *longest >= least && proposals.length() - *longest >= least) {
        if (const auto split = split_at(proposals, *longest)) {
            splits.push_back(*split);
        }
    }
    std::ranges::sort(splits, {},
                      [](const Split& s) { return std::tuple(std::chrono::abs(s.shift), s.first.start, s.first.end); });
    splits.resize(std::min(splits.size(), offered_max));
    for (const auto& split : splits) {
        if (proposals.offer_split(split.first, split.second, split.shift)) {
            return;
        }
    }
}

void propose_other_lengths(Proposals& proposals) {
    const auto& wish = proposals.wish();
    const auto half = (proposals.length() + minutes{1}) / 2;
    const auto inside = longest_inside(proposals, shortest(proposals, half));
    if (wish.may_be_shorter && inside) {
        (void)proposals.offer({wish.wanted, nullptr}, *inside, Why::shorter);
    }
    if (wish.may_be_split) {
        propose_split(proposals, inside ? std::optional(std::chrono::floor<minutes>(inside->length())) : std::nullopt);
    }
}
}  // namespace

std::vector<Alternative> alternatives(const Wish& wish, std::span<const Candidate> candidates, std::size_t limit) {
    Proposals proposals(wish);
    propose_other_times(proposals);
    propose_equivalents(proposals, most_alike(wish, candidates));
    if (!proposals.wish_is_possible()) {
        propose_other_lengths(proposals);
    }
    return proposals.best(limit);
}

}  // namespace scheduler
