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

/// Carries out awards, those who lost before those who won.
class CarryingOut {
  public:
    CarryingOut(Transaction& tx, Instant now) : tx_(tx), now_(now) {}

    void run(std::span<RoundAward> awards) {
        for (auto& award : awards) {
            auto booking = untouched(award);
            if (!booking) {
                applied_.changed = true;
                continue;
            }
            if (award.result.granted) {
                win(*std::move(booking), award);
            } else {
                reject(*std::move(booking), award);
            }
            results_.push_back(&award.result);
        }
    }

    /// Of all but those that were withdrawn or decided otherwise meanwhile.
    void keep_results() {
        for (const auto* result : results_) {
            tx_.add_round_result(*result);
        }
    }

    [[nodiscard]] const AppliedRound& applied() const { return applied_; }

  private:
    std::optional<Booking> untouched(const RoundAward& award) {
        auto booking = tx_.booking(award.result.booking_id);
        const bool same = booking && booking->status == BookingStatus::requested && booking->revision == award.revision;
        return same ? std::move(booking) : std::nullopt;
    }

    void win(Booking booking, RoundAward& award) {
        const auto option = static_cast<std::uint32_t>(*award.result.granted - 1);
        const auto& place = award.result.options[option];
        const auto instrument = tx_.instrument(place.instrument_id);
        YIQI_ASSERT(instrument != nullptr);
        if (!take_lane(*instrument, booking.id, {place.start, place.end}, award.lane)) {
            applied_.changed = true;
            lose(std::move(booking), award, option, {"该时段已被占用", "The time has been taken"});
        } else if (const auto done = approve(booking, *instrument, {place.start, place.end}, option != 0); !done) {
            tx_.vacate({HolderKind::booking, booking.id.value});
            const auto why = sentence_of(done.error());
            applied_.refused.push_back({booking.id, option, why});
            lose(*untouched(award), award, option, why);
        } else {
            ++applied_.granted;
        }
    }

    /// The lane that the round found, or whichever is free by now.
    bool take_lane(const InstrumentRecord& instrument, BookingId id, Interval time, int lane) {
        const Policy& policy = instrument.policy->policy;
        const Holder holder{HolderKind::booking, id.value};
        const auto held = held_interval(policy, time);
        return tx_.occupy_lane(instrument.instrument.id, lane, holder, time, held) ||
               tx_.occupy(instrument.instrument.id, static_cast<int>(policy.capacity), holder, time, held);
    }

    /// Writes nothing of the booking unless everything holds.
    Result<void> approve(Booking& booking, const InstrumentRecord& instrument, Interval time, bool moved) {
        const auto organisation = tx_.organisation(booking.organisation_id);
        YIQI_ASSERT(organisation.has_value());
        if (time.start <= now_) {
            return Error(ErrorCode::wrong_state, {"该时段已开始", "The time has begun"});
        }
        TRY_VOID(check_option(tx_, instrument, booking, time));
        TRY_VOID(check_accessories(tx_, instrument.instrument, booking.accessories));
        TRY_VOID(take_accessories(tx_, booking.accessories, {HolderKind::booking, booking.id.value}, time));
        if (moved) {
            const BookingRequest request{.instrument_id = instrument.instrument.id,
                                         .time = time,
                                         .purpose = {},
                                         .samples = booking.samples,
                                         .staff_minutes = booking.staff_minutes,
                                         .quoted = {},
                                         .extras = extras_at(tx_, instrument.instrument.id, booking, now_)};
            TRY(auto quoted, price_booking(tx_, instrument, *organisation, request, now_));
            booking.instrument_id = request.instrument_id;
            booking.time = time;
            booking.policy_version = instrument.policy->version;
            take_quote(booking, std::move(quoted));
        }
        TRY_VOID(place_hold(tx_, booking, now_));
        move_to(booking, BookingStatus::approved);
        tx_.update_booking(booking);
        if (moved) {
            record(tx_, EventKind::booking_rescheduled, booking, the_round, now_);
        }
        record(tx_, EventKind::booking_approved, booking, the_round, now_);
        return {};
    }

    void lose(Booking booking, RoundAward& award, std::uint32_t option, const Sentence& why) {
        auto& result = award.result;
        result.granted.reset();
        result.points = result.options.front().points.total;
        result.explanation = why;
        auto& decided = result.options[option];
        decided.fate = OptionFate::refused;
        decided.why_zh = why.zh;
        decided.why_en = why.en;
        reject(std::move(booking), award);
    }

    void reject(Booking booking, const RoundAward& award) {
        const auto& why = award.result.explanation;
        booking.reason = fmt::format("{} / {}", why.zh, why.en);
        move_to(booking, BookingStatus::rejected);
        tx_.update_booking(booking);
        record(tx_, EventKind::booking_rejected, booking, the_round, now_);
    }

    Transaction& tx_;
    Instant now_;
    AppliedRound applied_;
    std::vector<const RoundResult*> results_;
};

Points points_of(const Score& score) {
    using enum ScoreKind;
    return {score.part(base), score.part(preference), score.part(priority), score.part(waiting), score.part(fair_share),
            score.part(turn), score.part(urgency),    score.part(draw),     score.total()};
}

/// What is kept and shown of the result of a request, by its index.
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
}  // namespace

std::vector<RoundAward> awards_of(RoundId id, const GatheredRound& gathered, const RoundAllocation& allocation) {
    std::vector<RoundAward> awards;
    awards.reserve(gathered.bookings.size());
    for (const bool granted : {false, true}) {
        for (std::uint32_t r = 0; r < gathered.bookings.size(); ++r) {
            const auto& result = allocation.results[r];
            if (result.option.has_value() == granted) {
                awards.push_back(
                    {round_result(id, gathered, allocation, r), result.lane, gathered.bookings[r].revision});
            }
        }
    }
    return awards;
}

RoundOutcome outcome_of(const RoundAllocation& allocation, std::int64_t tries) {
    RoundOutcome outcome;
    outcome.requests = static_cast<std::int64_t>(allocation.results.size());
    outcome.value = allocation.value;
    outcome.bound = allocation.bound;
    outcome.gap_ppm = allocation.gap_ppm();
    outcome.solved_by = allocation.by;
    outcome.tries = tries;
    return outcome;
}

namespace {
/// A closed round that was fixed already, or was not.
Result<Round> round_to_decide(Transaction& tx, RoundId id, bool fixed) {
    auto round = tx.round(id);
    if (!round) {
        return ErrorCode::not_found;
    }
    if (round->status != RoundStatus::closed || tx.round_outcome(id).has_value() != fixed) {
        return Error(ErrorCode::wrong_state, {"本轮不在待分配状态", "the round is not waiting to be decided"});
    }
    return *std::move(round);
}

void finish(Transaction& tx, Round& round, RoundOutcome outcome, Instant now) {
    const auto tally = tx.round_tally(round.id);
    tx.put_round_shares(round.platform_id, shares_after(tx.round_shares(round.platform_id), tally.shares));
    outcome.at = now;
    outcome.granted = tally.granted;
    tx.set_round_outcome(round.id, outcome);
    round.status = RoundStatus::allocated;
    tx.set_round_status(round.id, round.status);
    tx.set_due({now, DueKind::round_offers, round.id.value});
    record_round(tx, EventKind::round_allocated, round, UserId{}, now);
}
}  // namespace

Result<AppliedRound> apply_allocation(Transaction& tx, RoundId id, const GatheredRound& gathered,
                                      const RoundAllocation& allocation, bool at_all_events, std::int64_t tries,
                                      Instant now) {
    TRY(auto round, round_to_decide(tx, id, false));
    auto awards = awards_of(id, gathered, allocation);
    CarryingOut carrying_out(tx, now);
    carrying_out.run(awards);
    auto applied = carrying_out.applied();
    if (!at_all_events && (applied.changed || !applied.refused.empty())) {
        return applied;
    }
    carrying_out.keep_results();
    finish(tx, round, outcome_of(allocation, tries), now);
    applied.done = true;
    return applied;
}

Result<void> keep_awards(Transaction& tx, RoundId id, std::int64_t plan, std::span<const RoundAward> awards) {
    TRY_VOID(round_to_decide(tx, id, false));
    for (const auto& award : awards) {
        tx.add_round_award(plan, award);
    }
    return {};
}

Result<bool> fix_awards(Transaction& tx, RoundId id, std::int64_t plan, std::int64_t count, const RoundOutcome& outcome,
                        bool at_all_events, Instant now) {
    TRY_VOID(round_to_decide(tx, id, false));
    const auto kept = tx.count_round_awards(id, plan);
    if (kept.all != count || (kept.stale > 0 && !at_all_events)) {
        return false;
    }
    tx.keep_round_plan(id, plan);
    auto fixed = outcome;
    fixed.at = now;
    tx.set_round_outcome(id, fixed);
    return true;
}

Result<bool> carry_out_awards(Transaction& tx, RoundId id, Instant now) {
    TRY(auto round, round_to_decide(tx, id, true));
    auto awards = tx.round_awards(id, round_portion);
    CarryingOut carrying_out(tx, now);
    carrying_out.run(awards);
    carrying_out.keep_results();
    for (const auto& award : awards) {
        tx.remove_round_award(id, award.result.booking_id);
    }
    if (awards.size() == round_portion) {
        return false;
    }
    finish(tx, round, tx.round_outcome(id).value(), now);
    return true;
}

}  // namespace scheduler
