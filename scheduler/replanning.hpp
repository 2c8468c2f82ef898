#pragma once
// Replanning: new places for all bookings that an outage pushes aside, chosen together so that they are disturbed
// least. What a place costs in points of disruption follows from published weights; among plans with the fewest points
// no two bookings could exchange their places to the advantage of the one that was requested first.
//
// A plan is valid always: each place is free and allowed by the rules on its own (the caller saw to that), no two
// planned places share a lane at a time (buffers included), and two of one user on one instrument keep its own gap.
// It has the fewest points among the places looked at wherever `bound` says so; least_cost.hpp says how.
//
// Pure.

#include <cstdint>
#include <optional>
#include <vector>

#include <boost/describe.hpp>

#include "model/error.hpp"
#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/money.hpp"

namespace scheduler {

/// Points of disruption. The parts of one place are added up.
struct DisruptionWeights {
    std::int64_t shift_minute = 1;  ///< of the start, earlier or later
    std::int64_t other_instrument = 60;
    std::int64_t other_platform = 120;
    std::int64_t other_institution = 240;
    std::int64_t needs_approval = 120;  ///< it was approved, and would have to be again
    std::int64_t dearer_yuan = 1;       ///< for each yuan begun above the old price; cheaper counts nothing
    std::int64_t dearer_max = 20'000;
    std::int64_t unplaced = 100'000;  ///< more than any place within the reach of the search
};
BOOST_DESCRIBE_STRUCT(DisruptionWeights, (),
                      (shift_minute, other_instrument, other_platform, other_institution, needs_approval, dearer_yuan,
                       dearer_max, unplaced))

/// What a place changes for the user.
struct Disruption {
    std::int64_t shift_minutes = 0;  ///< > 0: later
    bool other_instrument = false;
    bool other_platform = false;
    bool other_institution = false;
    bool needs_approval = false;
    model::Money price_difference;  ///< > 0: dearer
};
std::int64_t points_of(const Disruption& disruption, const DisruptionWeights& weights = {});
/// As in "an equivalent instrument, 1 hour later".
model::Sentence sentence_of(const Disruption& disruption);

struct ReplanningPlace {
    std::uint32_t instrument = 0;  ///< index
    model::Interval time;
    model::Interval held;    ///< with buffers
    std::vector<int> lanes;  ///< that are free throughout `held`
    Disruption disruption;
    model::Money total;
};

struct ReplanningWish {
    model::UserId user;
    model::Instant requested_at{};  ///< the order of request
    std::vector<ReplanningPlace> places;
};

struct ReplanningProblem {
    std::vector<model::minutes> own_gaps;  ///< by instrument; 0 = none
    std::vector<ReplanningWish> wishes;    ///< at most wishes_max
    DisruptionWeights weights;
    static constexpr std::size_t wishes_max = 400;
};

struct PlannedPlace {
    std::uint32_t place = 0;
    int lane = 0;
    friend bool operator==(const PlannedPlace&, const PlannedPlace&) = default;
};

struct ReplanningPlan {
    std::vector<std::optional<PlannedPlace>> places;  ///< by wish
    std::int64_t disruption = 0;                      ///< points of all, the unplaced included
    std::int64_t bound = 0;                           ///< no plan with these places has fewer
};

ReplanningPlan plan_places(const ReplanningProblem& problem);

}  // namespace scheduler
