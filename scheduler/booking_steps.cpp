#include "scheduler/booking_steps.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <boost/describe.hpp>

#include "model/assert.hpp"

namespace scheduler {

using namespace model;

Result<Booking> booking_in(Transaction& tx, BookingId id, std::initializer_list<BookingStatus> states) {
    auto booking = tx.booking(id);
    if (!booking) {
        return ErrorCode::not_found;
    }
    if (std::ranges::find(states, booking->status) == states.end()) {
        const char* status = boost::describe::enum_to_string(booking->status, "");
        return Error(ErrorCode::wrong_state,
                     {fmt::format("预约当前状态为 {}", status), fmt::format("the booking is {}", status)});
    }
    return *std::move(booking);
}

void move_to(Booking& booking, BookingStatus status) {
    YIQI_ASSERT(may_become(booking.status, status));
    booking.status = status;
    ++booking.revision;
}

Result<void> check_rules(Transaction& tx, const InstrumentRecord& instrument, Interval time, UserId user,
                         const std::optional<Moved>& moved, Instant now, BookingId leave_out) {
    const Policy& policy = instrument.policy->policy;
    std::vector<OwnBooking> own;
    if (policy.own_gap_minutes > 0 && !time.empty()) {
        const minutes gap{policy.own_gap_minutes.value};
        own = tx.live_bookings(user, instrument.instrument.id, {time.start - gap, time.end + gap});
        std::erase_if(own, [&](const OwnBooking& other) { return other.id == leave_out; });
    }
    std::optional<Training> training;
    if (policy.requires_training) {
        training = tx.training(user, instrument.instrument.id);
    }
    const RuleInput input{.policy = policy,
                          .instrument = instrument.instrument,
                          .time = time,
                          .now = now,
                          .is_change = moved.has_value(),
                          .old_start = moved ? std::optional(moved->old_start) : std::nullopt,
                          .own = own,
                          .training = training};
    auto violations = broken_rules(input);
    if (!violations.empty()) {
        return Error(ErrorCode::rule_violated).with_violations(std::move(violations));
    }
    return {};
}

Result<Quote> price_booking(Transaction& tx, const InstrumentRecord& instrument, const Organisation& organisation,
                            const BookingRequest& request, Instant now) {
    RatesPtr rates = instrument.rates;
    if (request.quoted_rates_version) {
        rates = tx.rates_version(instrument.instrument.id, *request.quoted_rates_version);
    }
    if (!rates) {
        return ErrorCode::price_unavailable;
    }
    return quote(instrument, *rates, price_class_of(organisation, instrument.institution_id), request, now);
}

Result<void> check_accessories(Transaction& tx, const Instrument& instrument,
                               const std::vector<AccessoryUse>& accessories) {
    for (std::size_t i = 0; i < accessories.size(); ++i) {
        const auto known = tx.accessory(accessories[i].id);
        if (!known || known->platform_id != instrument.platform_id ||
            (!known->instrument_id.empty() && known->instrument_id != instrument.id)) {
            return invalid_field(fmt::format("options.accessories[{}].id", i), "unknown_accessory",
                                 {"该仪器没有这个附件", "the instrument has no such accessory"});
        }
    }
    return {};
}

Result<void> take_lane(Transaction& tx, const Policy& policy, const Booking& booking) {
    const auto lane =
        tx.occupy(booking.instrument_id, static_cast<int>(policy.capacity), {HolderKind::booking, booking.id.value},
                  booking.time, held_interval(policy, booking.time));
    if (!lane) {
        return ErrorCode::slot_taken;
    }
    for (const auto& use : booking.accessories) {
        if (!tx.take_accessory(use, booking.id, booking.time)) {
            const auto accessory = tx.accessory(use.id).value_or(Accessory{});
            return Error(ErrorCode::accessory_taken, {fmt::format("“{}” 共 {} 件，该时段不足 {} 件", accessory.name_zh,
                                                                  accessory.stock, use.quantity),
                                                      fmt::format("of {} \"{}\" fewer than {} are free at that time",
                                                                  accessory.stock, accessory.name_en, use.quantity)});
        }
    }
    return {};
}

void reject_rivals(Transaction& tx, const Policy& policy, const Booking& winner, const Actor& actor, Instant now) {
    const auto contested = held_interval(policy, winner.time);
    for (const auto id : tx.open_requests(winner.instrument_id, contested)) {
        auto rival = tx.booking(id);
        if (!rival || id == winner.id) {
            continue;
        }
        const auto held = held_interval(policy, rival->time);
        const auto taken = tx.occupancies(rival->instrument_id, held, 200);
        // Lanes, not occupancies: one lane may be taken by several, one after the other.
        std::set<int> lanes_taken;
        for (const auto& o : taken) {
            if (o.held.overlaps(held) && o.lane < policy.capacity) {
                lanes_taken.insert(o.lane);
            }
        }
        if (static_cast<std::int64_t>(lanes_taken.size()) < policy.capacity) {
            continue;
        }
        rival->reason =
            fmt::format("该时段已分配给预约 {} / the time went to booking {}", winner.id.value, winner.id.value);
        move_to(*rival, BookingStatus::rejected);
        tx.update_booking(*rival);
        record(tx, EventKind::booking_rejected, *rival, actor, now);
    }
}

void record(Transaction& tx, EventKind kind, const Booking& booking, const Actor& actor, Instant now) {
    Event event;
    event.at = now;
    event.kind = kind;
    event.actor = actor.user;
    event.subject = booking.id.value;
    event.instrument_id = booking.instrument_id;
    event.organisation_id = booking.organisation_id;
    event.facts = {{"status", boost::describe::enum_to_string(booking.status, "")}};
    if (!booking.reason.empty()) {
        event.facts.push_back({"reason", booking.reason});
    }
    if (kind == EventKind::booking_requested || kind == EventKind::booking_rescheduled) {
        event.facts.push_back({"start", std::to_string(booking.time.start.time_since_epoch().count())});
        event.facts.push_back({"end", std::to_string(booking.time.end.time_since_epoch().count())});
    }
    if (booking.group_id) {
        event.facts.push_back({"group_id", std::to_string(booking.group_id.value)});
    }
    if (booking.charge) {
        event.facts.push_back({"charge_fen", std::to_string(booking.charge->total.fen())});
    }
    tx.append(std::move(event));
}

}  // namespace scheduler
