#include <algorithm>

#include <fmt/format.h>

#include "model/assert.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/displacement.hpp"
#include "scheduler/event_facts.hpp"
#include "scheduler/offers.hpp"
#include "scheduler/waitlist.hpp"

namespace scheduler {

using namespace model;

namespace {
void record_outage(Transaction& tx, EventKind kind, const Outage& outage, const Actor& actor, Instant now) {
    Event event;
    event.at = now;
    event.kind = kind;
    event.actor = actor.user;
    event.subject = outage.id.value;
    event.instrument_id = outage.instrument_id;
    event.facts = {
        {"reason", outage.reason}, instant_fact("start", outage.time.start), instant_fact("end", outage.time.end)};
    tx.append(std::move(event));
}

}  // namespace

Result<InTheWay> in_the_way(Transaction& tx, const InstrumentId& instrument, Interval time) {
    if (!tx.instrument(instrument)) {
        return ErrorCode::not_found;
    }
    InTheWay found;
    for (const auto& held : tx.occupancies(instrument, time, displaced_max)) {
        if (held.holder.kind == HolderKind::outage) {
            return Error(ErrorCode::slot_taken, {"该时段已登记停机", "another outage covers part of this time"});
        }
        if (held.holder.kind == HolderKind::offer) {
            found.offers.push_back(OfferId{held.holder.id});
            continue;
        }
        const BookingId id{held.holder.id};
        auto booking = tx.booking(id);
        if (booking && booking->status == BookingStatus::in_use) {
            return Error(ErrorCode::slot_taken, {fmt::format("预约 {} 正在使用，请先签退", id.value),
                                                 fmt::format("booking {} is in use; check it out first", id.value)});
        }
        if (!booking || !is_live(booking->status)) {
            // Time that a finished use really took stays on record: the outage cannot cover it.
            return Error(ErrorCode::slot_taken, {"该时段已有使用记录", "this time has a record of use"});
        }
        found.bookings.push_back(*std::move(booking));
    }
    return found;
}

Result<ReportedOutage> report_outage(Transaction& tx, const InstrumentId& instrument_id, Interval time,
                                     const std::string& reason, const Actor& actor, Instant now) {
    TRY(const auto pushed, in_the_way(tx, instrument_id, time));
    const auto instrument = tx.instrument(instrument_id);
    ReportedOutage result;
    result.outage.instrument_id = instrument_id;
    result.outage.time = time;
    result.outage.reason = reason;
    result.outage.created_by = actor.user;
    result.outage.created_at = now;
    result.outage.id = tx.add_outage(result.outage);

    for (const auto offer : pushed.offers) {
        const auto withdrawn = withdraw_offer(tx, offer, actor, now);
        YIQI_ASSERT(withdrawn.has_value());
        waitlist_offer_ended(tx, *withdrawn, now);
        if (withdrawn->origin.kind == OfferOriginKind::displaced) {
            result.proposal_lost.emplace_back(withdrawn->origin.id);
        }
    }
    for (const auto& booking : pushed.bookings) {
        displace(tx, booking.id, {DisplacementCause::outage, result.outage.id, reason}, actor, now);
        result.displaced.push_back(booking.id);
    }
    const Holder holder{HolderKind::outage, result.outage.id.value};
    const auto capacity = static_cast<int>(instrument->policy->policy.capacity);
    for (int taken = 0; taken < capacity; ++taken) {
        if (!tx.occupy(instrument_id, capacity, holder, time, time)) {
            return ErrorCode::slot_taken;
        }
    }
    record_outage(tx, EventKind::outage_reported, result.outage, actor, now);
    return result;
}

Result<Outage> end_outage(Transaction& tx, OutageId id, const Actor& actor, Instant now) {
    auto outage = tx.outage(id);
    if (!outage || outage->ended) {
        return ErrorCode::not_found;
    }
    outage->ended = true;
    tx.end_outage(id);
    tx.vacate({HolderKind::outage, id.value});
    record_outage(tx, EventKind::outage_ended, *outage, actor, now);
    return *std::move(outage);
}

}  // namespace scheduler
