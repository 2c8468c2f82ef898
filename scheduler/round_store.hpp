#pragma once
// The store's port for rounds.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/booking.hpp"
#include "model/error.hpp"
#include "model/round.hpp"
#include "scheduler/round_facts.hpp"
#include "scheduler/solved_by.hpp"

namespace scheduler {

/// How a round was decided.
struct RoundOutcome {
    model::Instant at{};
    std::int64_t requests = 0;
    std::int64_t granted = 0;
    std::int64_t value = 0;
    std::int64_t bound = 0;
    std::int64_t gap_ppm = 0;
    SolvedBy solved_by = SolvedBy::exact;
    std::int64_t tries = 1;
};

/// Points by part, as they are published.
struct Points {
    using Count = model::Bounded<0, 1'000'000>;
    Count base;
    Count preference;
    Count priority;
    Count waiting;
    Count fair_share;
    Count turn;
    Count urgency;
    Count draw;
    Count total;
};
BOOST_DESCRIBE_STRUCT(Points, (), (base, preference, priority, waiting, fair_share, turn, urgency, draw, total))

/// What became of one option; nobody else is named.
struct DecidedOption {
    model::InstrumentId instrument_id;
    model::Instant start{};
    model::Instant end{};
    OptionFate fate = OptionFate::competitors;
    Points points;
    Points::Count competitors;  ///< granted requests in its way
    model::Text<0, 4000> why_zh;
    model::Text<0, 4000> why_en;
};
BOOST_DESCRIBE_STRUCT(DecidedOption, (), (instrument_id, start, end, fate, points, competitors, why_zh, why_en))

struct RoundResult {
    model::RoundId round_id;
    model::BookingId booking_id;
    std::optional<std::int64_t> granted;  ///< which option, from 1
    std::int64_t points = 0;              ///< of the granted, else of the first option
    model::Sentence explanation;
    std::vector<DecidedOption> options;
};

/// What a round decided for a request and has still to carry out.
struct RoundAward {
    RoundResult result;
    int lane = 0;               ///< of a granted option
    std::int64_t revision = 0;  ///< of the request as it was decided
};

/// What a round came to so far: by organisation the minutes that its requests asked for and won.
struct RoundTally {
    std::int64_t granted = 0;
    std::vector<RoundShare> shares;  ///< by organisation
};

class RoundStore {
  public:
    RoundStore() = default;
    RoundStore(const RoundStore&) = delete;
    RoundStore& operator=(const RoundStore&) = delete;
    virtual ~RoundStore() = default;

    /// The returned id is set by the store.
    virtual model::RoundId add_round(const model::Round& round) = 0;
    virtual std::optional<model::Round> round(model::RoundId id) = 0;
    /// The store refuses a step out of a final state.
    virtual void set_round_status(model::RoundId id, model::RoundStatus status) = 0;
    virtual void set_round_seed(model::RoundId id, std::int64_t seed) = 0;
    virtual void set_round_outcome(model::RoundId id, const RoundOutcome& outcome) = 0;
    /// Nothing where none was set.
    virtual std::optional<RoundOutcome> round_outcome(model::RoundId id) = 0;
    /// Instruments of the platform whose policy collects requests, by id, at most 500.
    virtual std::vector<model::InstrumentId> collecting_instruments(const model::PlatformId& platform) = 0;
    /// Collecting or closed rounds of the instrument whose window overlaps `range`, at most 100.
    virtual std::vector<model::RoundId> open_rounds(const model::InstrumentId& instrument, model::Interval range) = 0;

    /// Replaces what the request said before.
    virtual void put_wish(model::BookingId booking, const model::RoundWish& wish) = 0;
    virtual model::RoundWish wish(model::BookingId booking) = 0;
    /// Requests without a lane that lie inside `window` and were made before `before`, by id, at most `limit`.
    virtual std::vector<model::BookingId> collected_requests(const model::InstrumentId& instrument,
                                                             model::Interval window, model::Instant before,
                                                             std::size_t limit) = 0;

    virtual void add_round_result(const RoundResult& result) = 0;
    /// Of the results that are kept.
    virtual RoundTally round_tally(model::RoundId id) = 0;

    /// Awards of one attempt to decide a round; `plan` tells the attempts apart.
    virtual void add_round_award(std::int64_t plan, const RoundAward& award) = 0;
    /// Awards that were kept, and how many of their requests are no longer as they were decided.
    struct AwardCount {
        std::int64_t all = 0;
        std::int64_t stale = 0;
    };
    virtual AwardCount count_round_awards(model::RoundId id, std::int64_t plan) = 0;
    /// Forgets the awards of all attempts but this one.
    virtual void keep_round_plan(model::RoundId id, std::int64_t plan) = 0;
    /// The next awards to carry out, those who lost first, then by booking, at most `limit`.
    virtual std::vector<RoundAward> round_awards(model::RoundId id, std::size_t limit) = 0;
    virtual void remove_round_award(model::RoundId id, model::BookingId booking) = 0;

    /// Requests that lost and have not been made a counter-offer yet, those with most points first.
    virtual std::vector<model::BookingId> unserved_losers(model::RoundId id, std::size_t limit) = 0;
    virtual void mark_served(model::RoundId id, model::BookingId booking) = 0;

    virtual std::vector<RoundShare> round_shares(const model::PlatformId& platform) = 0;
    /// Replaces all of the platform.
    virtual void put_round_shares(const model::PlatformId& platform, std::span<const RoundShare> shares) = 0;

    /// Takes this lane; false, and nothing written, where it is not free for `held`.
    virtual bool occupy_lane(const model::InstrumentId& instrument, int lane, model::Holder holder,
                             model::Interval time, model::Interval held) = 0;
};

}  // namespace scheduler
