#include <algorithm>

#include <fmt/format.h>

#include "model/assert.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/charging.hpp"
#include "scheduler/offers.hpp"
#include "scheduler/waitlist.hpp"

namespace scheduler {

using namespace model;

namespace {
constexpr std::size_t displaced_max = 2000;

void record_outage(Transaction& tx, EventKind kind, const Outage& outage, const Actor& actor, Instant now) {
    Event event;
    event.at = now;
    event.kind = kind;
    event.actor = actor.user;
    event.subject = outage.id.value;
    event.instrument_id = outage.instrument_id;
    event.facts = {{"reason", outage.reason},
                   {"start", std::to_string(outage.time.start.time_since_epoch().count())},
                   {"end", std::to_string(outage.time.end.time_since_epoch().count())}};
    tx.append(std::move(event));
}

void displace(Transaction& tx, BookingId id, const Outage& outage, const Actor& actor, Instant now) {
    auto booking = tx.booking(id);
    YIQI_ASSERT(booking.has_value());
    release_hold(tx, *booking, now);
    tx.vacate({HolderKind::booking, id.value});
    booking->reason = outage.reason;
    move_to(*booking, BookingStatus::displaced);
    tx.update_booking(*booking);
    record(tx, EventKind::booking_displaced, *booking, actor, now);
}
}  // namespace

Result<ReportedOutage> report_outage(Transaction& tx, const InstrumentId& instrument_id, Interval time,
                                     const std::string& reason, const Actor& actor, Instant now) {
    const auto instrument = tx.instrument(instrument_id);
    if (!instrument) {
        return ErrorCode::not_found;
    }
    ReportedOutage result;
    result.outage.instrument_id = instrument_id;
    result.outage.time = time;
    result.outage.reason = reason;
    result.outage.created_by = actor.user;
    result.outage.created_at = now;
    result.outage.id = tx.add_outage(result.outage);

    for (const auto& held : tx.occupancies(instrument_id, time, displaced_max)) {
        if (held.holder.kind == HolderKind::outage) {
            return Error(ErrorCode::slot_taken, {"该时段已登记停机", "another outage covers part of this time"});
        }
        if (held.holder.kind == HolderKind::offer) {
            if (const auto withdrawn = withdraw_offer(tx, OfferId{held.holder.id}, actor, now)) {
                waitlist_offer_ended(tx, *withdrawn, now);
            }
            continue;
        }
        const BookingId id{held.holder.id};
        const auto booking = tx.booking(id);
        if (booking && is_live(booking->status) && booking->status != BookingStatus::in_use) {
            displace(tx, id, result.outage, actor, now);
            result.displaced.push_back(id);
        } else if (booking && booking->status == BookingStatus::in_use) {
            return Error(ErrorCode::slot_taken, {fmt::format("预约 {} 正在使用，请先签退", id.value),
                                                 fmt::format("booking {} is in use; check it out first", id.value)});
        } else {
            // Time that a finished use really took stays on record: the outage cannot cover it.
            return Error(ErrorCode::slot_taken, {"该时段已有使用记录", "this time has a record of use"});
        }
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
