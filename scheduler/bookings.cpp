#include "scheduler/bookings.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "model/assert.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/charges.hpp"
#include "scheduler/charging.hpp"
#include "scheduler/company_money.hpp"
#include "scheduler/credit.hpp"
#include "scheduler/round_schedule.hpp"

namespace scheduler {

using namespace model;

PriceClass price_class_of(const Organisation& organisation, const InstitutionId& owner) {
    switch (organisation.kind) {
        case OrganisationKind::enterprise:
            return PriceClass::enterprise;
        case OrganisationKind::institution:
            return organisation.id.value == owner.value ? PriceClass::internal : PriceClass::academic;
        case OrganisationKind::council:
            return PriceClass::academic;
    }
    return PriceClass::enterprise;
}

Payer payer_of(const Organisation& organisation, const InstitutionId& owner) {
    const auto given = std::ranges::find(organisation.price_classes, owner, &ClassAt::institution);
    return {price_class_of(organisation, owner),
            given == organisation.price_classes.end() ? std::string() : given->class_name};
}

Approval approval_needed(const Policy& policy, Money total) {
    if (policy.approval == Approval::none || (policy.approval_above_fen && total <= *policy.approval_above_fen)) {
        return Approval::none;
    }
    return policy.approval;
}

Interval held_interval(const Policy& policy, Interval time) {
    return {time.start - minutes{policy.buffer_before_minutes.value},
            time.end + minutes{policy.buffer_after_minutes.value}};
}

Result<Quote> quote_by(const RatesVersion& rates, const Payer& payer, const BookingRequest& request, Instant at,
                       const QuoteBasis& basis) {
    const RateCard* card = card_for(rates.rates, payer, at);
    if (card == nullptr) {
        return ErrorCode::price_unavailable;
    }
    PriceInput input;
    input.reserved = request.time;
    input.samples = request.samples;
    input.staff_minutes = request.staff_minutes;
    auto extras = request.extras;
    for (auto& use : extras.consumables) {
        if (const auto* listed = listed_consumable(*card, use.code)) {
            use.code = listed->code.value;
        }
    }
    input.consumables = extras.consumables;
    input.training = request.extras.training;
    input.urgent = is_urgent(*card, request.extras.urgent, at, request.time.start);
    TRY(auto price, price_of(*card, input, basis.policy.time_zone, basis.holidays));
    Quote quoted;
    quoted.approval = approval_needed(basis.policy, price.total);
    quoted.price = std::move(price);
    quoted.price_class = payer.base;
    quoted.named_class = payer.named;
    quoted.extras = std::move(extras);
    quoted.frozen = {rates.version, at, basis.holidays == nullptr ? 0 : basis.holidays->version()};
    return quoted;
}

Result<Quote> quote(const InstrumentRecord& instrument, const RatesVersion& rates, const Payer& payer,
                    const BookingRequest& request, Instant at) {
    const Policy& policy = instrument.policy->policy;
    return quote_by(rates, payer, request, at, {policy, policy.holidays.get()});
}

Result<Booking> request_booking(Transaction& tx, const BookingRequest& request, const Actor& actor, Instant now) {
    const Person person = request.for_person.value_or(Person{actor.user, actor.organisation});
    const auto instrument = tx.instrument(request.instrument_id);
    const auto organisation = tx.organisation(person.organisation);
    if (!instrument || !organisation) {
        return ErrorCode::not_found;
    }
    const RuleWish wish{.time = request.time, .person = person, .leave_out = request.replaces};
    TRY(auto waived, check_rules(tx, *instrument, wish, request.offered_at.value_or(now), request.waiver));
    TRY_VOID(check_accessories(tx, instrument->instrument, request.accessories));
    TRY(auto quoted, price_booking(tx, *instrument, *organisation, request, now));

    Booking booking;
    booking.instrument_id = request.instrument_id;
    booking.user_id = person.user;
    booking.organisation_id = person.organisation;
    booking.time = request.time;
    booking.purpose = request.purpose;
    booking.samples = request.samples;
    booking.staff_minutes = request.staff_minutes;
    booking.policy_version = instrument->policy->version;
    booking.created_at = now;
    booking.group_id = request.group_id;
    booking.accessories = request.accessories;
    const auto approval = quoted.approval;
    take_quote(booking, std::move(quoted));
    const Policy& policy = instrument->policy->policy;
    const bool collected = policy.contention == Contention::collect && !request.offered_at && !request.approved_before;
    const bool approved = !collected && (approval == Approval::none || request.approved_before);
    booking.status = approved ? BookingStatus::approved : BookingStatus::requested;
    booking.id = tx.add_booking(booking);
    if (!request.cost_centre.empty()) {
        tx.put_cost_centre(booking.id, request.cost_centre);
    }
    if (!collected) {
        TRY_VOID(take_lane(tx, policy, booking, request.waiver, waived));
    }
    if (booking.status == BookingStatus::approved) {
        TRY_VOID(place_hold(tx, booking, now));
    } else {
        TRY_VOID(check_open(tx, booking.organisation_id));
    }
    record(tx, EventKind::booking_requested, booking, actor, now);
    record_waiver(tx, booking, waived, request.waiver, actor, now);
    if (booking.status == BookingStatus::approved) {
        record(tx, EventKind::booking_approved, booking, Actor{}, now);
    }
    if (collected) {
        open_scheduled_round(tx, *instrument, booking, now);
    }
    return booking;
}

namespace {
/// Rules of when to ask, which the request kept when it was made.
bool is_about_asking(std::string_view rule) {
    constexpr std::array<std::string_view, 4> about_asking{"past_start", "min_notice", "change_notice", "horizon"};
    return std::ranges::find(about_asking, rule) != about_asking.end();
}

/// What a request must still keep to be approved. Answers the rules that the waiver set aside. Errors: rule_violated.
Result<std::vector<std::string>> check_approval(Transaction& tx, const InstrumentRecord& instrument,
                                                const Booking& booking, const std::optional<Waiver>& waiver,
                                                Instant now) {
    InstrumentRecord as_asked = instrument;
    as_asked.policy = tx.policy_version(booking.instrument_id, booking.policy_version);
    YIQI_ASSERT(as_asked.policy != nullptr);
    const RuleWish wish{.time = booking.time,
                        .person = {booking.user_id, booking.organisation_id},
                        .moved = {},
                        .leave_out = booking.id};
    const auto facts =
        gather_facts(tx, as_asked.policy->policy, as_asked.instrument, wish.person, wish.time, now, wish.leave_out);
    auto violations = broken_rules(as_asked, wish, facts, now);
    std::erase_if(violations, [](const Violation& violation) { return is_about_asking(violation.rule); });
    std::vector<std::string> waived;
    if (!violations.empty()) {
        (void)take_waived(violations, Waiver{tx.waived_rules(booking.id), {}});
        waived = waiver ? take_waived(violations, *waiver) : std::vector<std::string>{};
    }
    if (!violations.empty()) {
        return Error(ErrorCode::rule_violated).with_violations(std::move(violations));
    }
    return waived;
}
}  // namespace

Result<Booking> approve_booking(Transaction& tx, BookingId id, const Actor& actor, Instant now,
                                const std::optional<Waiver>& waiver) {
    TRY(auto booking, booking_in(tx, id, {BookingStatus::requested}));
    const auto instrument = tx.instrument(booking.instrument_id);
    YIQI_ASSERT(instrument != nullptr);
    if (booking.time.end <= now) {
        return Error(ErrorCode::wrong_state,
                     {"预约时段已过，不能再批准", "the time of this booking has passed; it can no longer be approved"});
    }
    TRY(const auto waived, check_approval(tx, *instrument, booking, waiver, now));
    const Policy& policy = instrument->policy->policy;
    const bool has_lane = tx.holds_a_lane({HolderKind::booking, id.value});
    move_to(booking, BookingStatus::approved);
    if (!has_lane) {
        TRY_VOID(take_lane(tx, policy, booking));
    }
    TRY_VOID(place_hold(tx, booking, now));
    tx.update_booking(booking);
    record(tx, EventKind::booking_approved, booking, actor, now);
    record_waiver(tx, booking, waived, waiver, actor, now);
    if (!has_lane) {
        reject_rivals(tx, policy, booking, actor, now);
    }
    return booking;
}

Result<Booking> reject_booking(Transaction& tx, BookingId id, const std::string& reason, const Actor& actor,
                               Instant now) {
    TRY(auto booking, booking_in(tx, id, {BookingStatus::requested}));
    booking.reason = reason;
    move_to(booking, BookingStatus::rejected);
    tx.vacate({HolderKind::booking, id.value});
    tx.update_booking(booking);
    record(tx, EventKind::booking_rejected, booking, actor, now);
    return booking;
}

Result<Booking> cancel_booking(Transaction& tx, BookingId id, const std::string& reason, const Actor& actor,
                               Instant now) {
    TRY(auto booking, booking_in(tx, id, {BookingStatus::requested, BookingStatus::approved}));
    const auto policy = tx.policy_version(booking.instrument_id, booking.policy_version);
    const auto rates = tx.rates_version(booking.instrument_id, booking.rates_version);
    YIQI_ASSERT(policy && rates);
    const bool was_approved = booking.status == BookingStatus::approved;
    if (!actor.is_staff && was_approved) {
        if (auto violation = cancel_notice_broken(policy->policy, booking.time.start, now)) {
            return Error(ErrorCode::rule_violated).with_violations({std::move(*violation)});
        }
    }
    booking.reason = reason;
    move_to(booking, BookingStatus::cancelled);
    tx.vacate({HolderKind::booking, id.value});
    const RateCard* card = card_for(rates->rates, {booking.price_class, booking.named_class}, booking.priced_at);
    if (was_approved && !actor.is_staff && card != nullptr) {
        auto fee = fee_in_the_end(tx, booking, cancellation_price(*card, booking.quote, booking.time.start, now));
        post_charge(tx, booking, fee, now);
        booking.charge = std::move(fee);
    } else {
        release_hold(tx, booking, now);
    }
    tx.update_booking(booking);
    record(tx, EventKind::booking_cancelled, booking, actor, now);
    if (was_approved && !actor.is_staff) {
        note_cancellation(tx, booking, now);
    }
    return booking;
}

Result<Booking> reschedule_booking(Transaction& tx, BookingId id, Interval time,
                                   const std::optional<InstrumentId>& instrument_id, const Actor& actor, Instant now,
                                   const std::optional<Waiver>& waiver, std::optional<Instant> offered_at) {
    TRY(auto booking, booking_in(tx, id, {BookingStatus::requested, BookingStatus::approved}));
    const Interval old_time = booking.time;
    const auto instrument = tx.instrument(instrument_id.value_or(booking.instrument_id));
    const auto organisation = tx.organisation(booking.organisation_id);
    if (!instrument || !organisation) {
        return ErrorCode::not_found;
    }
    const bool was_approved = booking.status == BookingStatus::approved;
    release_hold(tx, booking, now);
    tx.vacate({HolderKind::booking, id.value});

    const RuleWish wish{.time = time,
                        .person = {booking.user_id, booking.organisation_id},
                        .moved = actor.is_staff ? std::nullopt : std::optional(Moved{id, old_time.start}),
                        .leave_out = id};
    TRY(auto waived, check_rules(tx, *instrument, wish, offered_at.value_or(now), waiver));
    TRY_VOID(check_accessories(tx, instrument->instrument, booking.accessories));
    BookingRequest request{instrument->instrument.id, time,        booking.purpose, booking.samples,
                           booking.staff_minutes,     std::nullopt};
    request.extras = extras_at(tx, instrument->instrument.id, booking, now);
    TRY(auto quoted, price_booking(tx, *instrument, *organisation, request, now));
    booking.instrument_id = instrument->instrument.id;
    booking.time = time;
    booking.policy_version = instrument->policy->version;
    const auto approval = quoted.approval;
    take_quote(booking, std::move(quoted));
    const Policy& policy = instrument->policy->policy;
    const bool stays_approved = was_approved && actor.is_staff;
    const bool collected = policy.contention == Contention::collect && !offered_at && !stays_approved;
    const bool approved = !collected && (approval == Approval::none || stays_approved);
    booking.status = approved ? BookingStatus::approved : BookingStatus::requested;
    ++booking.revision;

    if (!collected) {
        TRY_VOID(take_lane(tx, policy, booking, waiver, waived));
    }
    if (approved) {
        TRY_VOID(place_hold(tx, booking, now));
    }
    tx.update_booking(booking);
    record(tx, EventKind::booking_rescheduled, booking, actor, now);
    record_waiver(tx, booking, waived, waiver, actor, now);
    if (collected) {
        open_scheduled_round(tx, *instrument, booking, now);
    }
    return booking;
}

}  // namespace scheduler
