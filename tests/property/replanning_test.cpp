// Replanning against brute force: a plan is always valid, and has the fewest points of disruption.

#include "scheduler/replanning.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <random>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace model;
using scheduler::PlannedPlace;
using scheduler::ReplanningPlace;
using scheduler::ReplanningProblem;

namespace {
using Places = std::vector<std::optional<PlannedPlace>>;

class AnyReplanning {
  public:
    explicit AnyReplanning(std::uint32_t seed) : random_(seed) {}

    int below(int n) { return static_cast<int>(random_() % static_cast<std::uint32_t>(n)); }

    ReplanningProblem problem(int wishes, int places, int hours) {
        ReplanningProblem made;
        for (int i = 0; i < 3; ++i) {
            made.own_gaps.emplace_back(below(2) * 60);
        }
        for (int w = 0; w < wishes; ++w) {
            scheduler::ReplanningWish wish;
            wish.user = UserId{1 + below(3)};
            wish.requested_at = at(-100 + below(50));
            const int length = 1 + below(3);
            for (int p = below(places + 1); p > 0; --p) {
                wish.places.push_back(place(length, hours));
            }
            made.wishes.push_back(std::move(wish));
        }
        return made;
    }

  private:
    static Instant at(int hour) { return Instant{std::chrono::hours(500'000 + hour)}; }

    ReplanningPlace place(int length, int hours) {
        ReplanningPlace made;
        made.instrument = static_cast<std::uint32_t>(below(3));
        const int start = below(hours);
        made.time = {at(start), at(start + length)};
        made.held = {made.time.start, made.time.end + minutes{made.instrument == 0 ? 30 : 0}};
        made.lanes = made.instrument == 2 ? std::vector<int>{0, 1} : std::vector<int>{0};
        made.disruption.shift_minutes = (start - 3) * 60;
        made.disruption.other_instrument = made.instrument != 0;
        made.disruption.price_difference = Money{(below(5) - 2) * 1'050};
        return made;
    }

    std::mt19937 random_;
};

bool go_together(const ReplanningProblem& problem, std::size_t a, const PlannedPlace& at_a, std::size_t b,
                 const PlannedPlace& at_b) {
    const auto& one = problem.wishes[a].places[at_a.place];
    const auto& other = problem.wishes[b].places[at_b.place];
    if (one.instrument != other.instrument) {
        return true;
    }
    const auto gap = problem.own_gaps[one.instrument];
    const bool same_user = problem.wishes[a].user == problem.wishes[b].user;
    const Interval wide{one.time.start - gap, one.time.end + gap};
    const bool too_close = gap > minutes{0} && same_user && wide.overlaps(other.time);
    return !too_close && (at_a.lane != at_b.lane || !one.held.overlaps(other.held));
}

bool is_valid(const ReplanningProblem& problem, const Places& places) {
    for (std::size_t a = 0; a < places.size(); ++a) {
        for (std::size_t b = a + 1; b < places.size(); ++b) {
            if (places[a] && places[b] && !go_together(problem, a, *places[a], b, *places[b])) {
                return false;
            }
        }
    }
    return true;
}

std::int64_t points(const ReplanningProblem& problem, std::size_t wish, const std::optional<PlannedPlace>& place) {
    return place ? points_of(problem.wishes[wish].places[place->place].disruption, problem.weights)
                 : problem.weights.unplaced;
}

std::int64_t disruption(const ReplanningProblem& problem, const Places& places) {
    std::int64_t sum = 0;
    for (std::size_t w = 0; w < places.size(); ++w) {
        sum += points(problem, w, places[w]);
    }
    return sum;
}

/// Tries everything.
std::int64_t least(const ReplanningProblem& problem) {
    Places places(problem.wishes.size());
    std::function<std::int64_t(std::size_t)> from = [&](std::size_t wish) -> std::int64_t {
        if (wish == places.size()) {
            return 0;
        }
        places[wish].reset();
        auto best = problem.weights.unplaced + from(wish + 1);
        for (std::uint32_t p = 0; p < problem.wishes[wish].places.size(); ++p) {
            for (const int lane : problem.wishes[wish].places[p].lanes) {
                places[wish] = PlannedPlace{p, lane};
                bool fits = true;
                for (std::size_t other = 0; other < wish; ++other) {
                    fits = fits && (!places[other] || go_together(problem, other, *places[other], wish, *places[wish]));
                }
                if (fits) {
                    best = std::min(best, points(problem, wish, places[wish]) + from(wish + 1));
                }
            }
        }
        places[wish].reset();
        return best;
    };
    return from(0);
}

/// Whether two wishes could take each other's start and lane, to the gain of who asked first and at the same total.
bool exchange_gains(const ReplanningProblem& problem, const Places& places, std::size_t first, std::size_t second) {
    const auto like = [&](std::size_t wish, const PlannedPlace& other_place,
                          std::size_t other) -> std::optional<PlannedPlace> {
        const auto& wanted = problem.wishes[other].places[other_place.place];
        for (std::uint32_t p = 0; p < problem.wishes[wish].places.size(); ++p) {
            const auto& place = problem.wishes[wish].places[p];
            if (place.instrument == wanted.instrument && place.time.start == wanted.time.start) {
                return PlannedPlace{p, other_place.lane};
            }
        }
        return std::nullopt;
    };
    if (!places[first] || !places[second]) {
        return false;
    }
    auto exchanged = places;
    exchanged[first] = like(first, *places[second], second);
    exchanged[second] = like(second, *places[first], first);
    return exchanged[first] && exchanged[second] && is_valid(problem, exchanged) &&
           disruption(problem, exchanged) == disruption(problem, places) &&
           points(problem, first, exchanged[first]) < points(problem, first, places[first]);
}

std::uint32_t any_seed() {
    return *rc::gen::arbitrary<std::uint32_t>();
}
}  // namespace

TEST_CASE("A plan breaks no lane and no gap, and no plan disturbs less") {
    CHECK(rc::check([] {
        AnyReplanning any(any_seed());
        const auto problem = any.problem(1 + any.below(5), 5, 8);
        const auto plan = scheduler::plan_places(problem);
        RC_ASSERT(is_valid(problem, plan.places));
        RC_ASSERT(disruption(problem, plan.places) == plan.disruption);
        RC_ASSERT(plan.disruption == least(problem));
        RC_ASSERT(plan.bound == plan.disruption);
    }));
}

TEST_CASE("Among plans that disturb the same, no exchange of two places serves who asked first") {
    CHECK(rc::check([] {
        AnyReplanning any(any_seed());
        const auto problem = any.problem(12, 8, 10);
        const auto plan = scheduler::plan_places(problem);
        RC_ASSERT(is_valid(problem, plan.places));
        for (std::size_t a = 0; a < plan.places.size(); ++a) {
            for (std::size_t b = 0; b < plan.places.size(); ++b) {
                if (problem.wishes[a].requested_at < problem.wishes[b].requested_at) {
                    RC_ASSERT(!exchange_gains(problem, plan.places, a, b));
                }
            }
        }
    }));
}

TEST_CASE("What a place costs in points follows from the published weights") {
    const scheduler::DisruptionWeights w;
    CHECK(scheduler::points_of({}) == 0);
    CHECK(scheduler::points_of({.shift_minutes = -90, .price_difference = Money{}}) == 90 * w.shift_minute);
    CHECK(scheduler::points_of({.shift_minutes = 60,
                                .other_instrument = true,
                                .other_platform = true,
                                .other_institution = true,
                                .needs_approval = true,
                                .price_difference = Money{12'345}}) == 60 + 60 + 120 + 240 + 120 + 124);
    CHECK(scheduler::points_of({.price_difference = Money{-50'000}}) == 0);
    CHECK(scheduler::points_of({.price_difference = Money{1'000'000'000}}) == w.dearer_max * w.dearer_yuan);
}

TEST_CASE("Forty bookings with many conflicts are planned together, to within a hundredth of the best") {
    AnyReplanning any(7);
    const auto problem = any.problem(40, 20, 60);
    const auto plan = scheduler::plan_places(problem);
    CHECK(is_valid(problem, plan.places));
    CHECK(plan.bound * 100 >= plan.disruption * 99);
}
