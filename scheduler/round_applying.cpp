// Doing what a round decided: everything is checked once more against the store.

#include <algorithm>

#include <fmt/format.h>

#include "model/assert.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/charging.hpp"
#include "scheduler/round_commands.hpp"
#include "scheduler/round_steps.hpp"

namespace scheduler {

using namespace model;

namespace {
const Actor the_round{.user = {}, .organisation = {}, .is_staff = true};

class Applying {
  public:
    Applying(Transaction& tx, const GatheredRound& gathered, RoundAllocation& allocation, Instant now)
        : tx_(tx), gathered_(gathered), allocation_(allocation), now_(now), gone_(gathered.bookings.size(), false) {}

    /// Losers first: what they asked for counts for nobody's quota any more.
    AppliedRound run() {
        for (std::uint32_t r = 0; r < allocation_.results.size(); ++r) {
            auto booking = untouched(r);
            if (!booking) {
                applied_.changed = true;
                gone_[r] = true;
                allocation_.results[r].option.reset();
            } else if (!allocation_.results[r].option) {
                reject(*booking, r);
            }
        }
        for (std::uint32_t r = 0; r < allocation_.results.size(); ++r) {
            if (const auto option = allocation_.results[r].option) {
                win(r, *option);
            }
        }
        return std::move(applied_);
    }

    /// Withdrawn or decided otherwise since it was gathered.
    [[nodiscard]] bool gone(std::uint32_t r) const { return gone_[r]; }

  private:
    std::optional<Booking> untouched(std::uint32_t r) {
        auto booking = tx_.booking(gathered_.bookings[r].id);
        const bool same = booking && booking->status == BookingStatus::requested &&
                          booking->revision == gathered_.bookings[r].revision;
        return same ? std::move(booking) : std::nullopt;
    }

    void win(std::uint32_t r, std::uint32_t o) {
        auto booking = untouched(r);
        YIQI_ASSERT(booking.has_value());
        const auto& option = gathered_.problem.requests[r].options[o];
        if (!tx_.occupy_lane(gathered_.problem.instruments[option.instrument].id, allocation_.results[r].lane,
                             holder_of(r), option.time, option.held)) {
            applied_.changed = true;
            lose(*booking, r, o, {"该时段已被占用", "The time has been taken"});
        } else if (const auto done = approve(*booking, r, o); !done) {
            tx_.vacate(holder_of(r));
            const auto why = sentence_of(done.error());
            applied_.refused.push_back({r, o, why});
            lose(*untouched(r), r, o, why);
        } else {
            ++applied_.granted;
        }
    }

    [[nodiscard]] Holder holder_of(std::uint32_t r) const {
        return {HolderKind::booking, gathered_.bookings[r].id.value};
    }

    /// Writes only when everything holds.
    Result<void> approve(Booking& booking, std::uint32_t r, std::uint32_t o) {
        const auto& option = gathered_.problem.requests[r].options[o];
        const auto instrument = tx_.instrument(gathered_.problem.instruments[option.instrument].id);
        const auto organisation = tx_.organisation(booking.organisation_id);
        YIQI_ASSERT(instrument && organisation);
        if (option.time.start <= now_) {
            return Error(ErrorCode::wrong_state, {"该时段已开始", "The time has begun"});
        }
        TRY_VOID(check_option(tx_, *instrument, booking, option.time));
        const bool moved = o != 0;
        if (moved) {
            const BookingRequest request{.instrument_id = instrument->instrument.id,
                                         .time = option.time,
                                         .purpose = {},
                                         .samples = booking.samples,
                                         .staff_minutes = booking.staff_minutes,
                                         .quoted = {},
                                         .extras = extras_at(tx_, instrument->instrument.id, booking, now_)};
            TRY(auto quoted, price_booking(tx_, *instrument, *organisation, request, now_));
            booking.instrument_id = request.instrument_id;
            booking.time = option.time;
            booking.policy_version = instrument->policy->version;
            take_quote(booking, std::move(quoted));
        }
        TRY_VOID(place_hold(tx_, booking, instrument->instrument.platform_id, now_));
        move_to(booking, BookingStatus::approved);
        tx_.update_booking(booking);
        if (moved) {
            record(tx_, EventKind::booking_rescheduled, booking, the_round, now_);
        }
        record(tx_, EventKind::booking_approved, booking, the_round, now_);
        return {};
    }

    void lose(Booking booking, std::uint32_t r, std::uint32_t o, const Sentence& why) {
        auto& result = allocation_.results[r];
        result.option.reset();
        result.options[o].fate = OptionFate::refused;
        result.options[o].why = why;
        result.explanation = why;
        reject(booking, r);
    }

    void reject(Booking& booking, std::uint32_t r) {
        const auto& why = allocation_.results[r].explanation;
        booking.reason = fmt::format("{} / {}", why.zh, why.en);
        move_to(booking, BookingStatus::rejected);
        tx_.update_booking(booking);
        record(tx_, EventKind::booking_rejected, booking, the_round, now_);
    }

    Transaction& tx_;
    const GatheredRound& gathered_;
    RoundAllocation& allocation_;
    Instant now_;
    std::vector<bool> gone_;
    AppliedRound applied_;
};

Points points_of(const Score& score) {
    using enum ScoreKind;
    return {score.part(base), score.part(preference), score.part(priority), score.part(waiting), score.part(fair_share),
            score.part(turn), score.part(urgency),    score.part(draw),     score.total()};
}

}  // namespace

RoundResult round_result(RoundId id, const GatheredRound& gathered, const RoundAllocation& allocation,
                         std::uint32_t r) {
    const auto& result = allocation.results[r];
    RoundResult row;
    row.round_id = id;
    row.booking_id = gathered.bookings[r].id;
    row.granted = result.option ? std::optional<std::int64_t>(*result.option + 1) : std::nullopt;
    row.points = result.options[result.option.value_or(0)].score.total();
    row.explanation = result.explanation;
    for (std::uint32_t o = 0; o < result.options.size(); ++o) {
        const auto& option = gathered.problem.requests[r].options[o];
        const auto& decided = result.options[o];
        row.options.push_back({gathered.problem.instruments[option.instrument].id, option.time.start, option.time.end,
                               decided.fate, points_of(decided.score),
                               static_cast<std::int64_t>(decided.blockers.size()), decided.why.zh, decided.why.en});
    }
    return row;
}

Result<AppliedRound> apply_allocation(Transaction& tx, RoundId id, const GatheredRound& gathered,
                                      RoundAllocation allocation, bool at_all_events, std::int64_t tries, Instant now) {
    auto round = tx.round(id);
    if (!round) {
        return ErrorCode::not_found;
    }
    if (round->status != RoundStatus::closed) {
        return Error(ErrorCode::wrong_state, {"本轮不在待分配状态", "the round is not waiting to be decided"});
    }
    Applying applying(tx, gathered, allocation, now);
    auto applied = applying.run();
    if (!at_all_events && (applied.changed || !applied.refused.empty())) {
        return applied;
    }
    for (std::uint32_t r = 0; r < allocation.results.size(); ++r) {
        if (!applying.gone(r)) {
            tx.add_round_result(round_result(id, gathered, allocation, r));
        }
    }
    tx.put_round_shares(round->platform_id, shares_after(gathered.problem, allocation));
    RoundOutcome outcome;
    outcome.at = now;
    outcome.requests = static_cast<std::int64_t>(allocation.results.size());
    outcome.granted = applied.granted;
    outcome.value = allocation.value;
    outcome.bound = allocation.bound;
    outcome.gap_ppm = allocation.gap_ppm();
    outcome.solved_by = allocation.by;
    outcome.tries = tries;
    tx.set_round_outcome(id, outcome);
    round->status = RoundStatus::allocated;
    tx.set_round_status(id, round->status);
    tx.set_due({now, DueKind::round_offers, id.value});
    record_round(tx, EventKind::round_allocated, *round, UserId{}, now);
    applied.done = true;
    return applied;
}

}  // namespace scheduler
