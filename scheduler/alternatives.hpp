#pragma once
// What else fits when a slot is taken: the nearest times on the same instrument and equivalent instruments at
// the time. Nothing is proposed that a rule would refuse. Pure.

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include <boost/describe.hpp>

#include "scheduler/availability.hpp"
#include "scheduler/store.hpp"

namespace scheduler {

enum class Why { earlier, later, equivalent };
BOOST_DESCRIBE_ENUM(Why, earlier, later, equivalent)

struct Candidate {
    const InstrumentRecord* record = nullptr;
    const InstrumentCalendar* calendar = nullptr;
};

struct Alternative {
    const InstrumentRecord* record = nullptr;
    model::Interval time;
    Why why = Why::later;
};

/// What the rules need to know of the person who asks.
struct PersonalFacts {
    model::UserId user;
    std::vector<model::Training> trainings;
    /// Live bookings of the person by instrument, for the own gap.
    std::vector<std::pair<model::InstrumentId, OwnBooking>> own;
    /// The booking that is about to move, if it is one.
    model::BookingId moving;
};

struct Wish {
    Candidate wanted;
    model::Interval time;
    model::Instant now{};
    PersonalFacts person;
};

/// Best first, at most `limit`: the nearest later and earlier time, equivalents at the same time (cheapest first
/// as listed by the caller), then further times on the same instrument, then the nearest times on equivalents. Looks
/// seven days back and thirty ahead.
std::vector<Alternative> alternatives(const Wish& wish, std::span<const Candidate> equivalents, std::size_t limit);

}  // namespace scheduler
