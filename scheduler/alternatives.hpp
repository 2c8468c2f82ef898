#pragma once
// What else fits when a slot is taken: other times of the same instrument, equivalent instruments at the time or
// near it, and, where the wish may change, a shorter time or one in two parts. Nothing is proposed that a rule would
// refuse or that has no price. Ranked by the points of alternative_score.hpp; the same question always has the same
// answer. Pure.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include <boost/describe.hpp>

#include "model/people.hpp"
#include "scheduler/alternative_score.hpp"
#include "scheduler/availability.hpp"
#include "scheduler/store.hpp"

namespace scheduler {

enum class Why { earlier, later, equivalent, shorter, split };
BOOST_DESCRIBE_ENUM(Why, earlier, later, equivalent, shorter, split)

struct Candidate {
    const InstrumentRecord* record = nullptr;
    const InstrumentCalendar* calendar = nullptr;
};

/// The second visit of a split.
struct SecondPart {
    model::Interval time;
    model::Money total;
};

struct Alternative {
    const InstrumentRecord* record = nullptr;
    model::Interval time;  ///< of a split the first visit
    Why why = Why::later;
    model::Money total;                ///< of `time`
    std::optional<SecondPart> second;  ///< of a split; keeps the rules once the first is booked
    Place place = Place::building;     ///< seen from the wanted instrument
    std::vector<Reason> reasons;
    std::int64_t points = 0;  ///< the sum of the reasons'
};

/// The rule facts of the person who asks, on an instrument, for all wishes from look_back before the wished
/// time to look_ahead behind it. Asked for at most once per instrument and for at most instruments_asked_max.
using FactsOf = std::function<RuleFacts(const InstrumentRecord&)>;

constexpr std::chrono::days look_back{7};
constexpr std::chrono::days look_ahead{30};
constexpr std::size_t instruments_asked_max = 24;

struct Wish {
    Candidate wanted;
    model::Interval time;
    model::Instant now{};
    FactsOf facts_of;
    /// The booking that is about to move, if it is one.
    model::BookingId moving = {};
    std::int64_t samples = 0;
    std::int64_t staff_minutes = 0;
    const model::Organisation* payer = nullptr;  ///< null: a visitor, who pays as an enterprise
    bool may_be_shorter = false;                 ///< down to half of it, and to the policy's minimum
    bool may_be_split = false;                   ///< in two parts, neither shorter than a quarter
};

/// An instrument that may stand in for the wanted one, by what does not depend on the time.
struct Equivalent {
    Candidate candidate;
    Kinship kinship = Kinship::none;
    Place place = Place::elsewhere;
    SpecMatch specs;
    std::int64_t points = 0;  ///< of category, specs, samples and place
};

/// Those most like the wanted instrument, fewest points first, ties by hourly price and id; at most 500. Of another
/// 中类 only those with a comparable specification, of another 大类 none. Specifications are compared for the best
/// 500 by the other parts. O(candidates).
std::vector<Equivalent> most_alike(const Wish& wish, std::span<const Candidate> candidates);

/// Fewest points first, at most `limit`. Looked for are: on the wanted instrument the nearest time before and behind
/// the wish and up to two more behind it, within look_back and look_ahead; up to four equivalents at the time and
/// four at their next time; where the wish cannot be had as it is, the longest time inside it and the least scattered
/// two parts that begin within a week.
std::vector<Alternative> alternatives(const Wish& wish, std::span<const Candidate> candidates, std::size_t limit);

}  // namespace scheduler
