// The points of a round's requests, and the memory that the fair share lives from.

#include "scheduler/draw.hpp"
#include "scheduler/rounds.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace scheduler {

using namespace model;

namespace {
constexpr std::chrono::days full_wait{20};
constexpr std::chrono::days soon{30};

std::int64_t priority_of(const RoundWeights& weights, PriceClass price_class) {
    switch (price_class) {
        case PriceClass::enterprise:
            return weights.enterprise;
        case PriceClass::academic:
            return weights.academic;
        case PriceClass::internal:
            return weights.internal;
    }
    return 0;
}

std::int64_t waiting_of(const RoundProblem& problem, const RoundRequest& request) {
    const auto waited = std::clamp<seconds>(problem.cut_off - request.submitted_at, seconds{0}, full_wait);
    return problem.weights.waiting * waited.count() / seconds{full_wait}.count();
}

std::int64_t urgency_of(const RoundProblem& problem, const RoundRequest& request) {
    if (!request.needed_by) {
        return 0;
    }
    if (*request.needed_by <= problem.window.end) {
        return problem.weights.urgency;
    }
    return *request.needed_by <= problem.window.end + soon ? problem.weights.urgency / 2 : 0;
}

/// Points by how the part of its minutes that an organisation won compares with everybody's.
class FairShare {
  public:
    explicit FairShare(const RoundProblem& problem) : most_(problem.weights.fair_share) {
        for (const auto& share : problem.shares) {
            asked_ += share.asked_minutes;
            won_ += share.won_minutes;
            by_organisation_[share.organisation] = &share;
        }
    }

    [[nodiscard]] std::int64_t points(const OrganisationId& organisation) const {
        const auto found = by_organisation_.find(organisation);
        if (found == by_organisation_.end() || found->second->asked_minutes <= 0 || asked_ <= 0 || won_ <= 0) {
            return most_ / 2;
        }
        __extension__ using Wide = __int128;
        const auto& share = *found->second;
        // most / 2 * (2 - own part / everybody's part), between none and all.
        const Wide own = Wide{share.won_minutes} * asked_;
        const Wide all = Wide{won_} * share.asked_minutes;
        return static_cast<std::int64_t>(std::clamp<Wide>(most_ - Wide{most_} * own / (2 * all), 0, most_));
    }

  private:
    std::int64_t most_;
    std::int64_t asked_ = 0;
    std::int64_t won_ = 0;
    std::map<OrganisationId, const RoundShare*> by_organisation_;
};

/// The how-manieth request of its organisation each is, from 1, in the order in which they were made.
std::vector<std::int64_t> turns_of(const RoundProblem& problem) {
    std::vector<std::size_t> order(problem.requests.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(
        order, {}, [&](std::size_t i) { return std::tuple(problem.requests[i].submitted_at, problem.requests[i].id); });
    std::map<OrganisationId, std::int64_t> counted;
    std::vector<std::int64_t> turns(order.size());
    for (const auto i : order) {
        turns[i] = ++counted[problem.requests[i].organisation];
    }
    return turns;
}
}  // namespace

std::int64_t Score::total() const {
    return std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
}

std::vector<std::vector<Score>> scores_of(const RoundProblem& problem) {
    const FairShare fair_share(problem);
    const auto turns = turns_of(problem);
    const auto& weights = problem.weights;
    std::vector<std::vector<Score>> scores(problem.requests.size());
    for (std::size_t r = 0; r < scores.size(); ++r) {
        const auto& request = problem.requests[r];
        const auto lot =
            drawn(problem.seed, static_cast<std::uint64_t>(request.id)) % static_cast<std::uint64_t>(weights.draw + 1);
        const auto options = static_cast<std::int64_t>(request.options.size());
        for (std::int64_t o = 0; o < options; ++o) {
            const auto preference = weights.preference * (options - o) / options;
            scores[r].push_back(
                Score{{weights.base, preference, priority_of(weights, request.price_class),
                       waiting_of(problem, request), fair_share.points(request.organisation), weights.turn / turns[r],
                       urgency_of(problem, request), static_cast<std::int64_t>(lot)}});
        }
    }
    return scores;
}

std::vector<RoundShare> shares_after(std::span<const RoundShare> before, std::span<const RoundShare> round) {
    std::map<OrganisationId, RoundShare> memory;
    for (const auto& share : before) {
        memory[share.organisation] = {share.organisation, share.asked_minutes * 3 / 4, share.won_minutes * 3 / 4};
    }
    for (const auto& share : round) {
        auto& sum = memory[share.organisation];
        sum.organisation = share.organisation;
        sum.asked_minutes += share.asked_minutes;
        sum.won_minutes += share.won_minutes;
    }
    std::vector<RoundShare> shares;
    for (auto& [organisation, share] : memory) {
        if (share.asked_minutes > 0) {
            shares.push_back(std::move(share));
        }
    }
    return shares;
}

std::vector<RoundShare> shares_after(const RoundProblem& problem, const RoundAllocation& allocation) {
    std::vector<RoundShare> round;
    for (std::size_t r = 0; r < problem.requests.size(); ++r) {
        const auto& request = problem.requests[r];
        const auto& result = allocation.results[r];
        const auto& option = request.options[result.option.value_or(0)];
        const auto length = std::chrono::duration_cast<minutes>(option.time.length()).count();
        round.push_back({request.organisation, length, result.option ? length : 0});
    }
    return shares_after(problem.shares, round);
}

}  // namespace scheduler
