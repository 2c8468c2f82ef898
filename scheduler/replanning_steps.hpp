#pragma once
// From displaced bookings to held places: gathering what replanning needs, planning, and holding what was planned.
// Reads through a transaction, so that the same steps serve a preview that writes nothing, the reading before a
// command, and the command itself. Pure but for the transaction.

#include <set>
#include <span>
#include <utility>
#include <vector>

#include "model/displacement.hpp"
#include "scheduler/bookings.hpp"
#include "scheduler/replanning.hpp"

namespace scheduler {

/// Instruments besides the broken one that are looked at.
inline constexpr std::size_t stand_ins_max = 20;

/// What pushes the bookings aside.
struct Push {
    InstrumentPtr instrument;
    model::Interval time;  ///< at which no new place may be on it
    /// Of the same kind, those to be preferred first; at most stand_ins_max are looked at.
    std::vector<InstrumentPtr> stand_ins;
};

/// A place of a booking that turned out to be impossible.
struct StruckPlace {
    model::BookingId booking;
    model::InstrumentId instrument;
    model::Interval time;
    friend auto operator<=>(const StruckPlace&, const StruckPlace&) = default;
};

struct ProposedPlace {
    model::InstrumentId instrument_id;
    model::Interval time;
    int lane = 0;
    Disruption disruption;
    model::Money total;
};

struct Proposal {
    model::Booking booking;  ///< as it was read
    std::optional<ProposedPlace> place;
};

struct Replanning {
    std::vector<Proposal> proposals;  ///< in the order of `bookings`
    model::ReplanningFigures figures;
};

/// Plans for all bookings together; each still has its place or has just lost it. Of more than
/// ReplanningProblem::wishes_max those that were requested last get none. Writes nothing. Deterministic.
Replanning replan(Transaction& tx, const Push& push, const std::vector<model::Booking>& bookings, model::Instant now,
                  std::set<StruckPlace> struck = {});

/// Holds the planned places for displaced bookings as offers, each for the time that the policy of the instrument they
/// lost gives to answer. What the plan does not know, and what the world has changed since it was made, is planned
/// anew. Answers what is held.
Replanning hold_places(Transaction& tx, const Push& push, const std::vector<model::BookingId>& displaced,
                       Replanning planned, model::Instant now);

}  // namespace scheduler
