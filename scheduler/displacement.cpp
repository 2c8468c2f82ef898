#include "scheduler/displacement.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "model/assert.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/charging.hpp"
#include "scheduler/offers.hpp"
#include "scheduler/rules/rule.hpp"
#include "scheduler/waitlist.hpp"
#include "scheduler/yuan.hpp"

namespace scheduler {

using namespace model;

namespace {
struct OpenDisplacement {
    Booking booking;
    Displacement displacement;
};

/// A displaced booking that is still to be answered.
Result<OpenDisplacement> open_displacement(Transaction& tx, BookingId id) {
    const auto displacement = tx.displacement(id);
    auto booking = tx.booking(id);
    if (!displacement || !booking) {
        return ErrorCode::not_found;
    }
    if (displacement->end != DisplacementEnd::open || booking->status != BookingStatus::displaced) {
        return Error(ErrorCode::wrong_state,
                     {"此预约的重新安排已有答复", "what becomes of this booking has been answered already"});
    }
    return OpenDisplacement{*std::move(booking), *displacement};
}

void give_up_offer(Transaction& tx, const Booking& booking, const Actor& actor, Instant now) {
    for (const auto& offer : tx.offers_of({OfferOriginKind::displaced, booking.id.value})) {
        if (offer.status == OfferStatus::open) {
            (void)withdraw_offer(tx, offer.id, actor, now);
        }
    }
}

bool was_approved(Transaction& tx, const Booking& booking) {
    const auto displacement = booking.status == BookingStatus::displaced ? tx.displacement(booking.id) : std::nullopt;
    return displacement ? displacement->was_approved : booking.status == BookingStatus::approved;
}

/// Who runs both instruments has approved already.
bool keeps_approval(bool approved, const InstrumentRecord& old, const InstrumentRecord& instrument) {
    return approved && old.instrument.platform_id == instrument.instrument.platform_id;
}

/// By the rates in force; on the same instrument by those that the booking froze, where they are better.
Result<Quote> price_of_place(Transaction& tx, const Booking& displaced, const InstrumentRecord& instrument,
                             Interval time, Instant now) {
    const auto organisation = tx.organisation(displaced.organisation_id);
    YIQI_ASSERT(organisation.has_value());
    BookingRequest request{instrument.instrument.id, time, {}, displaced.samples, displaced.staff_minutes, {}};
    request.extras = extras_at(tx, instrument.instrument.id, displaced, now);
    auto current = price_booking(tx, instrument, *organisation, request, now);
    if (instrument.instrument.id != displaced.instrument_id) {
        return current;
    }
    request.quoted = frozen_price(displaced);
    auto frozen = price_booking(tx, instrument, *organisation, request, now);
    const bool frozen_is_better = frozen && (!current || frozen->price.total < current->price.total);
    return frozen_is_better ? frozen : current;
}

struct NewPlace {
    InstrumentId instrument_id;
    Interval time;
    std::optional<Instant> offered_at;
    std::optional<Money> agreed;
    DisplacementEnd end = DisplacementEnd::accepted;
};

Result<Booking> replace(Transaction& tx, const OpenDisplacement& open, const NewPlace& place, const Actor& actor,
                        Instant now) {
    const Booking& old = open.booking;
    const auto instrument = tx.instrument(place.instrument_id);
    if (!instrument) {
        return ErrorCode::not_found;
    }
    const auto old_instrument = tx.instrument(old.instrument_id);
    YIQI_ASSERT(old_instrument != nullptr);
    TRY(const auto priced, price_of_place(tx, old, *instrument, place.time, now));
    TRY_VOID(check_agreed(old.quote.total, priced.price.total, place.agreed));
    BookingRequest request{
        .instrument_id = place.instrument_id,
        .time = place.time,
        .purpose = old.purpose,
        .samples = old.samples,
        .staff_minutes = old.staff_minutes,
        .quoted = priced.frozen,
        .for_person = Person{old.user_id, old.organisation_id},
        .offered_at = place.offered_at,
        .accessories = accessories_at(tx, old, instrument->instrument),
        .extras = extras_at(tx, place.instrument_id, old, now),
        .group_id = old.group_id,
        .replaces = old.id,
        .approved_before = keeps_approval(open.displacement.was_approved, *old_instrument, *instrument)};
    TRY(auto booking, request_booking(tx, request, actor, now));
    tx.end_displacement(old.id, place.end, booking.id);
    append_event(tx, EventKind::booking_replaced, old, actor, now);
    return booking;
}
}  // namespace

std::vector<AccessoryUse> accessories_at(Transaction& tx, const Booking& displaced, const Instrument& instrument) {
    return check_accessories(tx, instrument, displaced.accessories) ? displaced.accessories
                                                                    : std::vector<AccessoryUse>{};
}

Result<void> check_agreed(Money old_total, Money total, std::optional<Money> agreed) {
    if (total <= std::max(old_total, agreed.value_or(old_total))) {
        return {};
    }
    Violation violation{"dearer",
                        {fmt::format("新安排的价格为 ¥{}，原价 ¥{}，须您同意", yuan(total), yuan(old_total)),
                         fmt::format("the new place costs CNY {} instead of {}; you have to agree to that", yuan(total),
                                     yuan(old_total))},
                        {{"old_fen", std::to_string(old_total.fen())}, {"new_fen", std::to_string(total.fen())}}};
    return Error(ErrorCode::rule_violated).with_violations({std::move(violation)});
}

Booking displace(Transaction& tx, BookingId id, const WhyDisplaced& why, const Actor& actor, Instant now) {
    auto booking = tx.booking(id);
    YIQI_ASSERT(booking.has_value());
    const bool was_approved = booking->status == BookingStatus::approved;
    release_hold(tx, *booking, now);
    tx.vacate({HolderKind::booking, id.value});
    booking->reason = why.reason;
    move_to(*booking, BookingStatus::displaced);
    tx.update_booking(*booking);
    tx.add_displacement({.booking_id = id,
                         .cause = why.cause,
                         .outage_id = why.outage_id,
                         .at = now,
                         .was_approved = was_approved,
                         .replaced_by = {}});
    record(tx, why.cause == DisplacementCause::bump ? EventKind::booking_bumped : EventKind::booking_displaced,
           *booking, actor, now);
    return *std::move(booking);
}

Result<Disruption> disruption_at(Transaction& tx, const Booking& booking, const InstrumentRecord& instrument,
                                 Interval time, Instant now) {
    const auto old = tx.instrument(booking.instrument_id);
    YIQI_ASSERT(old != nullptr);
    TRY(const auto priced, price_of_place(tx, booking, instrument, time, now));
    Disruption changed;
    changed.shift_minutes = std::chrono::duration_cast<minutes>(time.start - booking.time.start).count();
    changed.other_instrument = instrument.instrument.id != booking.instrument_id;
    changed.other_platform = instrument.instrument.platform_id != old->instrument.platform_id;
    changed.other_institution = instrument.institution_id != old->institution_id;
    const bool approved = was_approved(tx, booking);
    changed.needs_approval =
        approved && !keeps_approval(approved, *old, instrument) && priced.approval != Approval::none;
    changed.price_difference = priced.price.total - booking.quote.total;
    return changed;
}

Result<Booking> accept_displaced_offer(Transaction& tx, OfferId id, std::optional<Money> agreed, const Actor& actor,
                                       Instant now) {
    TRY(const auto offer, accept_offer(tx, id, actor, now));
    if (offer.origin.kind != OfferOriginKind::displaced) {
        return ErrorCode::not_found;
    }
    TRY(const auto open, open_displacement(tx, BookingId{offer.origin.id}));
    return replace(tx, open, {offer.instrument_id, offer.time, offer.created_at, agreed, DisplacementEnd::accepted},
                   actor, now);
}

Result<Booking> choose_other_place(Transaction& tx, BookingId id, const OtherPlace& place, const Actor& actor,
                                   Instant now) {
    TRY(const auto open, open_displacement(tx, id));
    if (now - open.displacement.at > choosing_time) {
        return Error(ErrorCode::wrong_state, {"另选时间的期限已过", "the time to choose another place is over"});
    }
    give_up_offer(tx, open.booking, actor, now);
    return replace(tx, open,
                   {place.instrument_id, place.time, std::nullopt, place.agreed, DisplacementEnd::chose_other}, actor,
                   now);
}

Result<Booking> cancel_displaced(Transaction& tx, BookingId id, const std::string& reason, const Actor& actor,
                                 Instant now) {
    TRY(auto open, open_displacement(tx, id));
    give_up_offer(tx, open.booking, actor, now);
    open.booking.reason = reason;
    move_to(open.booking, BookingStatus::cancelled);
    tx.update_booking(open.booking);
    tx.end_displacement(id, DisplacementEnd::cancelled, {});
    record(tx, EventKind::booking_cancelled, open.booking, actor, now);
    return open.booking;
}

Result<Booking> bump_booking(Transaction& tx, BookingId id, const std::string& reason, const Actor& actor,
                             Instant now) {
    TRY(const auto booking, booking_in(tx, id, {BookingStatus::requested, BookingStatus::approved}));
    const auto instrument = tx.instrument(booking.instrument_id);
    YIQI_ASSERT(instrument != nullptr);
    const Policy& policy = instrument->policy->policy;
    const std::int64_t notice = policy.bump_notice_minutes;
    if (rules::is_too_late(booking.time.start, now, notice)) {
        const auto phrase = rules::duration_phrase(notice);
        Violation violation{"bump_notice",
                            {fmt::format("调离他人的预约须在开始前至少 {} 提出", phrase.zh),
                             fmt::format("A booking can be bumped until {} before its start", phrase.en)},
                            {rules::number_parameter("bump_notice_minutes", notice),
                             rules::instant_parameter("start", booking.time.start, policy.time_zone)}};
        return Error(ErrorCode::rule_violated).with_violations({std::move(violation)});
    }
    return displace(tx, id, {DisplacementCause::bump, {}, reason}, actor, now);
}

}  // namespace scheduler
