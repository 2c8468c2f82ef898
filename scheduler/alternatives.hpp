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

/// The rule facts of the person who asks, on an instrument, for all wishes from look_back before the wished
/// time to look_ahead behind it. Asked for at most once per instrument.
using FactsOf = std::function<RuleFacts(const InstrumentRecord&)>;

constexpr std::chrono::days look_back{7};
constexpr std::chrono::days look_ahead{30};

struct Wish {
    Candidate wanted;
    model::Interval time;
    model::Instant now{};
    FactsOf facts_of;
    /// The booking that is about to move, if it is one.
    model::BookingId moving = {};
};

/// Best first, at most `limit`: the nearest later and earlier time, equivalents at the same time (cheapest first
/// as listed by the caller), then further times on the same instrument, then the nearest times on equivalents. Looks
/// look_back before and look_ahead behind the wish.
std::vector<Alternative> alternatives(const Wish& wish, std::span<const Candidate> equivalents, std::size_t limit);

}  // namespace scheduler
