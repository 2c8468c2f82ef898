#pragma once
// Random rounds and a slow, obviously right way to solve small ones.

#include "scheduler/rounds.hpp"

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace support {

struct RoundShape {
    int requests = 5;
    int options = 3;
    int instruments = 2;
    int capacity = 2;
    int hours = 10;  ///< of the window
    bool limits = true;
};

/// The same on every machine for a seed.
class AnyRound {
  public:
    explicit AnyRound(std::uint32_t seed) : random_(seed) {}

    /// 0 .. n - 1
    int below(int n) { return static_cast<int>(random_() % static_cast<std::uint32_t>(n)); }

    scheduler::RoundProblem problem(const RoundShape& shape) {
        scheduler::RoundProblem problem;
        problem.seed = random_();
        problem.window = {at(0), at(shape.hours)};
        problem.cut_off = at(-24);
        for (int i = 0; i < shape.instruments; ++i) {
            problem.instruments.push_back(instrument(i, shape));
        }
        for (int r = 0; r < shape.requests; ++r) {
            problem.requests.push_back(request(r, shape));
        }
        for (int o = 0; o < 3; ++o) {
            problem.shares.push_back({organisation(o), 100 + below(1000), below(500)});
        }
        for (int l = shape.limits ? below(3) : 0; l > 0; --l) {
            problem.limits.push_back(limit(problem));
        }
        return problem;
    }

    static model::Instant at(int hour) { return model::Instant{std::chrono::hours(500'000 + hour)}; }
    static model::OrganisationId organisation(int i) {
        return model::OrganisationId(std::string("ORG") + std::to_string(i));
    }

  private:
    scheduler::RoundInstrument instrument(int i, const RoundShape& shape) {
        scheduler::RoundInstrument made;
        made.id = model::InstrumentId(std::string("I") + std::to_string(i));
        made.capacity = 1 + below(shape.capacity);
        made.reserve_percent = below(3) == 0 ? below(101) : 0;
        made.open_minutes = static_cast<std::int64_t>(made.capacity) * shape.hours * 60;
        for (int t = below(3); t > 0; --t) {
            const int start = below(shape.hours);
            const model::Interval held{at(start), at(start + 1 + below(2))};
            const int lane = below(made.capacity);
            const bool free = std::ranges::none_of(
                made.taken, [&](const auto& other) { return other.lane == lane && other.held.overlaps(held); });
            if (free) {
                made.taken.push_back({lane, held});
            }
        }
        return made;
    }

    scheduler::RoundRequest request(int r, const RoundShape& shape) {
        using enum model::PriceClass;
        constexpr model::PriceClass classes[] = {enterprise, academic, internal};
        scheduler::RoundRequest made;
        made.id = r + 1;
        made.organisation = organisation(below(3));
        made.price_class = classes[below(3)];
        made.submitted_at = at(-24 - below(500));
        if (below(4) == 0) {
            made.needed_by = at(shape.hours / 2 + below(1000));
        }
        for (int o = 1 + below(shape.options); o > 0; --o) {
            const int start = below(shape.hours - 1);
            const model::Interval time{at(start), at(std::min(start + 1 + below(3), shape.hours))};
            made.options.push_back({static_cast<std::uint32_t>(below(shape.instruments)),
                                    time,
                                    {time.start, time.end + model::minutes{30 * below(2)}}});
        }
        if (below(6) == 0) {
            made.refused.resize(made.options.size());
            made.refused.front() = model::Sentence{"不可以", "not allowed"};
        }
        return made;
    }

    scheduler::RoundLimit limit(const scheduler::RoundProblem& problem) {
        scheduler::RoundLimit made;
        made.name = {"每周上限", "the weekly quota"};
        made.cap = below(300);
        for (std::uint32_t r = 0; r < problem.requests.size(); ++r) {
            for (std::uint32_t o = 0; o < problem.requests[r].options.size(); ++o) {
                if (below(2) == 0) {
                    made.parts.push_back({r, o, 1 + below(180)});
                }
            }
        }
        return made;
    }

    std::mt19937 random_;
};

inline std::int64_t minutes_in(model::Interval time) {
    return std::chrono::duration_cast<model::minutes>(time.length()).count();
}

/// What each request got: its option and lane, or nothing.
struct Grant {
    int option = -1;
    int lane = 0;
};

/// The first law of the round that these grants break; empty where they keep all. Written from the rules' words.
inline std::string broken_law(const scheduler::RoundProblem& problem, const std::vector<Grant>& grants) {
    std::vector<std::int64_t> outside(problem.instruments.size(), 0);
    std::vector<std::int64_t> asked_inside(problem.instruments.size(), 0);
    for (std::size_t r = 0; r < grants.size(); ++r) {
        const auto& request = problem.requests[r];
        if (grants[r].option < 0) {
            continue;
        }
        const auto& option = request.options.at(static_cast<std::size_t>(grants[r].option));
        const auto& instrument = problem.instruments[option.instrument];
        if (request.needed_by && option.time.end > *request.needed_by) {
            return "too late";
        }
        if (!request.refused.empty() && request.refused[static_cast<std::size_t>(grants[r].option)]) {
            return "refused";
        }
        if (grants[r].lane < 0 || grants[r].lane >= instrument.capacity) {
            return "no such lane";
        }
        for (const auto& taken : instrument.taken) {
            if (taken.lane == grants[r].lane && taken.held.overlaps(option.held)) {
                return "taken before";
            }
        }
        for (std::size_t other = 0; other < r; ++other) {
            if (grants[other].option < 0 || grants[other].lane != grants[r].lane) {
                continue;
            }
            const auto& theirs = problem.requests[other].options[static_cast<std::size_t>(grants[other].option)];
            if (theirs.instrument == option.instrument && theirs.held.overlaps(option.held)) {
                return "two in one lane";
            }
        }
        outside[option.instrument] += request.price_class == model::PriceClass::internal ? 0 : minutes_in(option.time);
    }
    for (const auto& limit : problem.limits) {
        std::int64_t used = 0;
        for (const auto& part : limit.parts) {
            used += grants[part.request].option == static_cast<int>(part.option) ? part.amount : 0;
        }
        if (used > limit.cap) {
            return "over a limit";
        }
    }
    for (std::uint32_t i = 0; i < problem.instruments.size(); ++i) {
        const auto& instrument = problem.instruments[i];
        std::int64_t asked = 0;
        for (const auto& request : problem.requests) {
            std::int64_t most = 0;
            for (std::size_t o = 0; o < request.options.size(); ++o) {
                const auto& option = request.options[o];
                bool possible = option.instrument == i && request.price_class == model::PriceClass::internal &&
                                !(request.needed_by && option.time.end > *request.needed_by) &&
                                (request.refused.empty() || !request.refused[o]);
                bool fits = false;
                for (int lane = 0; lane < instrument.capacity; ++lane) {
                    fits = fits || std::ranges::none_of(instrument.taken, [&](const auto& t) {
                               return t.lane == lane && t.held.overlaps(option.held);
                           });
                }
                most = possible && fits ? std::max(most, minutes_in(option.time)) : most;
            }
            asked += most;
        }
        const auto kept = std::min(instrument.open_minutes * instrument.reserve_percent / 100, asked);
        if (asked > 0 && kept > 0 && outside[i] > instrument.open_minutes - kept) {
            return "into the reserve";
        }
    }
    return {};
}

inline std::int64_t worth(const std::vector<std::vector<scheduler::Score>>& scores,
                          const scheduler::RoundProblem& problem, std::size_t r, std::size_t o) {
    return scores[r][o].total() * (60 + minutes_in(problem.requests[r].options[o].time));
}

/// The best value of all ways to grant, each tried.
inline std::int64_t best_value(const scheduler::RoundProblem& problem) {
    const auto scores = scheduler::scores_of(problem);
    std::vector<Grant> grants(problem.requests.size());
    std::int64_t best = 0;
    const std::function<void(std::size_t, std::int64_t)> go = [&](std::size_t r, std::int64_t value) {
        if (!broken_law(problem, grants).empty()) {
            return;
        }
        best = std::max(best, value);
        if (r == grants.size()) {
            return;
        }
        for (std::size_t o = 0; o < problem.requests[r].options.size(); ++o) {
            const auto lanes = problem.instruments[problem.requests[r].options[o].instrument].capacity;
            for (int lane = 0; lane < lanes; ++lane) {
                grants[r] = {static_cast<int>(o), lane};
                go(r + 1, value + worth(scores, problem, r, o));
            }
        }
        grants[r] = {};
        go(r + 1, value);
    };
    go(0, 0);
    return best;
}

inline std::vector<Grant> grants_of(const scheduler::RoundAllocation& allocation) {
    std::vector<Grant> grants;
    for (const auto& result : allocation.results) {
        grants.push_back(result.option ? Grant{static_cast<int>(*result.option), result.lane} : Grant{});
    }
    return grants;
}

}  // namespace support
