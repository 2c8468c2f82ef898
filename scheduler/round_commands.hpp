#pragma once
// The life of a round: opened for collecting, closed at its cut-off, decided, and made up for to those who lost.
// Each command runs inside one store transaction; deciding itself (rounds.hpp) happens between `gather_round` and
// `apply_allocation`, outside of any.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/offer.hpp"
#include "model/round.hpp"
#include "scheduler/bookings.hpp"
#include "scheduler/round_store.hpp"
#include "scheduler/rounds.hpp"

namespace scheduler {

struct NewRound {
    model::PlatformId platform_id;
    std::vector<model::InstrumentId> instruments;  ///< 1 .. 500, each once
    model::Interval window;
    model::Instant cut_off{};
    model::RoundTerms terms;
};

/// Sets the closing for the cut-off. Errors: not_found (an instrument, or one of another platform), invalid_field
/// (a cut-off that has passed or lies in the window; an instrument that does not collect requests), already_exists
/// where another open round of an instrument overlaps the window.
model::Result<model::Round> open_round(Transaction& tx, const NewRound& what, const Actor& actor, model::Instant now);

/// Its requests stay and wait for the approvers. Errors: not_found, wrong_state unless it is collecting.
model::Result<model::Round> cancel_round(Transaction& tx, model::RoundId id, const Actor& actor, model::Instant now);

/// At the cut-off: nothing joins any more, it waits to be decided, and where its terms say so, the next one opens, the
/// first whose cut-off still lies ahead. Nothing happens where it is too early or late.
void close_round(Transaction& tx, model::RoundId id, model::Instant now);

/// The lots of a closed round, once. They are drawn after the cut-off, so nobody who asks can know them; `seed` is a
/// number from 1 on that nobody can foretell.
void draw_lots(Transaction& tx, model::RoundId id, std::int64_t seed);

/// Keeps what a request would take instead of its own place. Every alternative lies in the same open round as the
/// request and keeps all rules. Errors: invalid_field, rule_violated.
model::Result<void> set_wish(Transaction& tx, const model::Booking& booking, const model::RoundWish& wish,
                             model::Instant now);

/// The round's requests as a problem, and the bookings behind them in the same order.
struct GatheredRound {
    RoundProblem problem;
    std::vector<model::Booking> bookings;
};
/// Reads only. Options that a rule refuses carry the reason; notice is judged as of the time of the request.
GatheredRound gather_round(Transaction& tx, const model::Round& round, model::Instant now);

/// An option that the world does not allow after all.
struct RefusedOption {
    model::BookingId request;
    std::uint32_t option = 0;
    model::Sentence why;
};

struct AppliedRound {
    bool done = false;
    bool changed = false;                ///< requests or lanes are no longer as they were gathered
    std::vector<RefusedOption> refused;  ///< what must be left out when it is solved again
    std::int64_t granted = 0;
};

/// What the round decided, request by request: those who lost first, so that what they asked for counts for nobody's
/// quota any more.
std::vector<RoundAward> awards_of(model::RoundId id, const GatheredRound& gathered, const RoundAllocation& allocation);
RoundOutcome outcome_of(const RoundAllocation& allocation, std::int64_t tries);

/// Requests that one command decides. A larger round is decided in portions: its awards are kept, fixed, and carried
/// out one portion after the other; until the last one the round counts as closed and its results are not told.
inline constexpr std::size_t round_portion = 100;

/// Checks everything again and does it in one step: winners take their lanes, get approved and their money is held;
/// losers are rejected and told why; the memory of shares is written and counter-offers are set due. Where something
/// does not hold any more: with `at_all_events` that request loses and the others get theirs; else nothing may be kept
/// (`done` is false) and the round is to be solved again. Errors: not_found, wrong_state unless the round is closed and
/// not fixed.
model::Result<AppliedRound> apply_allocation(Transaction& tx, model::RoundId id, const GatheredRound& gathered,
                                             const RoundAllocation& allocation, bool at_all_events, std::int64_t tries,
                                             model::Instant now);

/// Keeps awards of an attempt (`plan`) to decide a large round; nothing is carried out yet. Errors as apply_allocation.
model::Result<void> keep_awards(Transaction& tx, model::RoundId id, std::int64_t plan,
                                std::span<const RoundAward> awards);

/// From now on the kept awards of the plan are what the round decided. False, and nothing may be kept, where a request
/// is no longer as it was decided (but with `at_all_events`), or not all of `count` awards were kept. Errors as
/// apply_allocation.
model::Result<bool> fix_awards(Transaction& tx, model::RoundId id, std::int64_t plan, std::int64_t count,
                               const RoundOutcome& outcome, bool at_all_events, model::Instant now);

/// Carries out the next portion of a fixed round. What does not hold any more loses, and the others get theirs. True:
/// that was the last one, and the round is allocated. Errors: not_found, wrong_state unless it is fixed.
model::Result<bool> carry_out_awards(Transaction& tx, model::RoundId id, model::Instant now);

/// Gives some of those who lost, best points first, an exclusive offer of the nearest time that no rule refuses, on
/// their instrument or one of its kind in the round; sets itself due again while there are more.
void make_counter_offers(Transaction& tx, model::RoundId id, model::Instant now);

/// Books an offer of this kind (origin `round`). Errors as accept_offer and request_booking.
model::Result<model::Booking> accept_round_offer(Transaction& tx, model::OfferId id, const Actor& actor,
                                                 model::Instant now);

}  // namespace scheduler
