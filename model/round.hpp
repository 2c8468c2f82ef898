#pragma once
// Allocation rounds: requests for scarce instruments are collected until a cut-off and decided together.

#include <cstdint>
#include <optional>
#include <vector>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/text.hpp"

namespace model {

using RoundId = NumberedId<struct RoundTag>;

/// collecting: requests join until the cut-off; closed: they are being decided; the others are final.
enum class RoundStatus { collecting, closed, allocated, cancelled };
BOOST_DESCRIBE_ENUM(RoundStatus, collecting, closed, allocated, cancelled)

/// The most points that each part of a request's score can give (scheduler/rounds.hpp says what they mean).
struct RoundWeights {
    using Weight = Bounded<0, 1000>;
    Weight base = 50;
    Weight preference = 40;
    Weight enterprise = 20;
    Weight academic = 10;
    Weight internal = 10;
    Weight waiting = 20;
    Weight fair_share = 60;
    Weight turn = 20;
    Weight urgency = 20;
    Weight draw = 4;
    friend bool operator==(const RoundWeights&, const RoundWeights&) = default;
};
BOOST_DESCRIBE_STRUCT(RoundWeights, (),
                      (base, preference, enterprise, academic, internal, waiting, fair_share, turn, urgency, draw))

/// By what a round decides; published with it.
struct RoundTerms {
    RoundWeights weights;
    Bounded<0, 100> internal_reserve_percent = 0;  ///< of each instrument's free time, for its owner's users
    Bounded<1, 336> answer_hours = 24;             ///< how long a counter-offer to a loser is held
    /// At the cut-off the next round opens by itself, with window and cut-off so many weeks later by the clock of the
    /// instruments, for those that still collect requests; 0: it does not.
    Bounded<0, 52> repeat_weeks = 0;
    friend bool operator==(const RoundTerms&, const RoundTerms&) = default;
};
BOOST_DESCRIBE_STRUCT(RoundTerms, (), (weights, internal_reserve_percent, answer_hours, repeat_weeks))

/// How an instrument that collects requests gets its rounds; part of its policy. Instruments of a platform with the
/// same schedule share a round.
struct RoundSchedule {
    /// A round takes so many calendar weeks, from Monday on, and opens with the first request for one of them; 0: only
    /// people open rounds.
    Bounded<0, 13> window_weeks = 1;
    Bounded<1, 2'016> cut_off_hours = 48;  ///< before the window
    RoundTerms terms;
    friend bool operator==(const RoundSchedule&, const RoundSchedule&) = default;
};
BOOST_DESCRIBE_STRUCT(RoundSchedule, (), (window_weeks, cut_off_hours, terms))

struct Round {
    RoundId id;
    PlatformId platform_id;
    std::vector<InstrumentId> instruments;  ///< of the platform, 1 .. 500
    Interval window;                        ///< requests inside it take part
    Instant cut_off{};                      ///< before the window
    RoundStatus status = RoundStatus::collecting;
    std::int64_t seed = 0;  ///< of the lots, drawn after the cut-off and published then; 0: not yet
    RoundTerms terms;
    UserId created_by;  ///< or whose request opened it
    Instant created_at{};
    bool by_policy = false;  ///< no person opened it
};

/// Another place that would do for a request.
struct BookingOption {
    InstrumentId instrument_id;
    Interval time;
    friend bool operator==(const BookingOption&, const BookingOption&) = default;
};

/// What a request says beyond its own place; the alternatives are in order of liking, at most 7.
struct RoundWish {
    std::vector<BookingOption> alternatives;
    std::optional<Instant> needed_by;
};

}  // namespace model
