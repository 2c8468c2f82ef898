// What those who lost in a round get instead.

#include <algorithm>

#include "model/assert.hpp"
#include "scheduler/alternatives.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/offers.hpp"
#include "scheduler/round_commands.hpp"
#include "scheduler/taken_times.hpp"

namespace scheduler {

using namespace model;

namespace {
/// Losers of one command: the writer serves others in between.
constexpr std::size_t losers_a_step = 10;
constexpr std::size_t equivalents_max = 10;
constexpr std::size_t choices_max = 5;

/// The instruments of the round that are of the same kind, without the wanted one.
std::vector<InstrumentPtr> equivalents_of(Transaction& tx, const Round& round, const InstrumentRecord& wanted) {
    std::vector<InstrumentPtr> found;
    for (const auto& id : round.instruments) {
        const auto record = tx.instrument(id);
        if (record && id != wanted.instrument.id && found.size() < equivalents_max &&
            record->instrument.category_code == wanted.instrument.category_code) {
            found.push_back(record);
        }
    }
    return found;
}

void make_counter_offer(Transaction& tx, const Round& round, const Booking& lost, Instant now) {
    const auto wanted = tx.instrument(lost.instrument_id);
    YIQI_ASSERT(wanted != nullptr);
    const Interval reach{lost.time.start - look_back, lost.time.end + look_ahead};
    const auto own_calendar = taken_times(tx, lost.instrument_id, reach);
    const auto equivalents = equivalents_of(tx, round, *wanted);
    std::vector<InstrumentCalendar> calendars;
    calendars.reserve(equivalents.size());
    std::vector<Candidate> candidates;
    for (const auto& record : equivalents) {
        calendars.push_back(taken_times(tx, record->instrument.id, reach));
        candidates.push_back({record.get(), &calendars.back()});
    }
    const FactsOf facts = [&](const InstrumentRecord& record) {
        return gather_facts(tx, record.policy->policy, record.instrument, {lost.user_id, lost.organisation_id}, reach,
                            now);
    };
    const Wish wish{{wanted.get(), &own_calendar}, lost.time, now, facts};
    for (const auto& choice : alternatives(wish, candidates, choices_max)) {
        if (!check_accessories(tx, choice.record->instrument, lost.accessories)) {
            continue;
        }
        const auto offer = make_offer(tx,
                                      {.instrument_id = choice.record->instrument.id,
                                       .time = choice.time,
                                       .user_id = lost.user_id,
                                       .organisation_id = lost.organisation_id,
                                       .origin = {OfferOriginKind::round, lost.id.value},
                                       .expires_at = now + std::chrono::hours{round.terms.answer_hours.value},
                                       .accessories = lost.accessories},
                                      now);
        if (offer) {
            return;
        }
    }
}
}  // namespace

void make_counter_offers(Transaction& tx, RoundId id, Instant now) {
    const auto round = tx.round(id);
    if (!round || round->status != RoundStatus::allocated) {
        return;
    }
    const auto losers = tx.unserved_losers(id, losers_a_step);
    for (const auto loser : losers) {
        const auto booking = tx.booking(loser);
        YIQI_ASSERT(booking.has_value());
        make_counter_offer(tx, *round, *booking, now);
        tx.mark_served(id, loser);
    }
    if (losers.size() == losers_a_step) {
        tx.set_due({now, DueKind::round_offers, id.value});
    }
}

Result<Booking> accept_round_offer(Transaction& tx, OfferId id, const Actor& actor, Instant now) {
    TRY(const auto offer, accept_offer(tx, id, actor, now));
    if (offer.origin.kind != OfferOriginKind::round) {
        return ErrorCode::not_found;
    }
    const auto lost = tx.booking(BookingId{offer.origin.id});
    YIQI_ASSERT(lost.has_value());
    return request_booking(tx,
                           {.instrument_id = offer.instrument_id,
                            .time = offer.time,
                            .purpose = lost->purpose,
                            .samples = lost->samples,
                            .staff_minutes = lost->staff_minutes,
                            .quoted = {},
                            .offered_at = offer.created_at,
                            .accessories = offer.accessories,
                            .extras = extras_at(tx, offer.instrument_id, *lost, now)},
                           {offer.user_id, offer.organisation_id, false}, now);
}

}  // namespace scheduler
