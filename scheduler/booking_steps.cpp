#include "scheduler/booking_steps.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <boost/describe.hpp>

#include "model/assert.hpp"
#include "scheduler/due.hpp"
#include "scheduler/event_facts.hpp"
#include "scheduler/host_record.hpp"

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

std::vector<Violation> broken_rules(const InstrumentRecord& instrument, const RuleWish& wish, const RuleFacts& facts,
                                    Instant now) {
    return broken_rules({.policy = instrument.policy->policy,
                         .instrument = instrument.instrument,
                         .time = wish.time,
                         .now = now,
                         .is_change = wish.moved.has_value(),
                         .old_start = wish.moved ? std::optional(wish.moved->old_start) : std::nullopt,
                         .facts = facts});
}

Result<std::vector<std::string>> check_rules(Transaction& tx, const InstrumentRecord& instrument, const RuleWish& wish,
                                             Instant now, const std::optional<Waiver>& waiver) {
    const auto facts =
        gather_facts(tx, instrument.policy->policy, instrument.instrument, wish.person, wish.time, now, wish.leave_out);
    auto violations = broken_rules(instrument, wish, facts, now);
    std::vector<std::string> waived;
    if (waiver) {
        waived = take_waived(violations, *waiver);
    }
    if (!violations.empty()) {
        return Error(ErrorCode::rule_violated).with_violations(std::move(violations));
    }
    return waived;
}

FrozenPrice frozen_price(const Booking& booking) {
    return {booking.rates_version, booking.priced_at, booking.calendar_version};
}

void take_quote(Booking& booking, Quote quoted) {
    booking.price_class = quoted.price_class;
    booking.named_class = std::move(quoted.named_class);
    booking.rates_version = quoted.frozen.rates_version;
    booking.priced_at = quoted.frozen.at;
    booking.calendar_version = quoted.frozen.calendar_version;
    booking.extras = std::move(quoted.extras);
    booking.quote = std::move(quoted.price);
}

HolidaysPtr frozen_holidays(Transaction& tx, const InstrumentRecord& instrument, std::int64_t version) {
    const auto& current = instrument.policy->policy.holidays;
    return current && current->version() == version ? current : tx.holidays(version);
}

Result<Quote> price_booking(Transaction& tx, const InstrumentRecord& instrument, const Organisation& organisation,
                            const BookingRequest& request, Instant now) {
    const auto payer = payer_of(organisation, instrument.institution_id);
    if (!request.quoted) {
        return instrument.rates ? quote(instrument, *instrument.rates, payer, request, now)
                                : Result<Quote>(ErrorCode::price_unavailable);
    }
    const auto rates = tx.rates_version(instrument.instrument.id, request.quoted->rates_version);
    if (!rates) {
        return ErrorCode::price_unavailable;
    }
    const auto holidays = frozen_holidays(tx, instrument, request.quoted->calendar_version);
    return quote_by(*rates, payer, request, request.quoted->at, {instrument.policy->policy, holidays.get()});
}

Extras extras_at(Transaction& tx, const InstrumentId& instrument_id, const Booking& booking, Instant now) {
    Extras extras = booking.extras;
    const auto instrument = tx.instrument(instrument_id);
    const auto organisation = tx.organisation(booking.organisation_id);
    const auto* card =
        instrument && organisation && instrument->rates
            ? card_for(instrument->rates->rates, payer_of(*organisation, instrument->institution_id), now)
            : nullptr;
    std::erase_if(extras.consumables, [&](const ConsumableUse& use) {
        return card == nullptr || listed_consumable(*card, use.code) == nullptr;
    });
    return extras;
}

Result<void> check_accessories(Transaction& tx, const Instrument& instrument,
                               const std::vector<AccessoryUse>& accessories, std::string_view field) {
    for (std::size_t i = 0; i < accessories.size(); ++i) {
        const auto known = tx.accessory(accessories[i].id);
        if (!known || known->platform_id != instrument.platform_id ||
            (!known->instrument_id.empty() && known->instrument_id != instrument.id)) {
            return invalid_field(fmt::format("{}[{}].id", field, i), "unknown_accessory",
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
    return take_accessories(tx, booking.accessories, {HolderKind::booking, booking.id.value}, booking.time);
}

Result<void> take_accessories(Transaction& tx, const std::vector<AccessoryUse>& accessories, Holder holder,
                              Interval time) {
    for (const auto& use : accessories) {
        if (!tx.take_accessory(use, holder, time)) {
            const auto accessory = tx.accessory(use.id).value_or(Accessory{});
            return Error(ErrorCode::accessory_taken, {fmt::format("“{}” 共 {} 件，该时段不足 {} 件", accessory.name_zh,
                                                                  accessory.stock, use.quantity),
                                                      fmt::format("of {} \"{}\" fewer than {} are free at that time",
                                                                  accessory.stock, accessory.name_en, use.quantity)});
        }
    }
    return {};
}

namespace {
/// Whether a lane holds nothing but bookings whose bare times let `time` in.
bool gives_way(const std::vector<Occupancy>& neighbours, int lane, Interval time) {
    return std::ranges::none_of(neighbours, [&](const Occupancy& o) {
        return o.lane == lane && (o.holder.kind != HolderKind::booking || o.time.overlaps(time));
    });
}
}  // namespace

Result<void> take_lane(Transaction& tx, const Policy& policy, const Booking& booking,
                       const std::optional<Waiver>& waiver, std::vector<std::string>& waived) {
    auto taken = take_lane(tx, policy, booking);
    if (taken || taken.error().code() != ErrorCode::slot_taken || !waiver ||
        std::ranges::find(waiver->rules, buffer_waiver) == waiver->rules.end()) {
        return taken;
    }
    constexpr std::size_t neighbours_max = 500;
    const auto capacity = static_cast<int>(policy.capacity);
    const auto neighbours = tx.occupancies(booking.instrument_id, booking.time, neighbours_max);
    for (int lane = 0; lane < capacity; ++lane) {
        if (!gives_way(neighbours, lane, booking.time)) {
            continue;
        }
        for (const auto& o : neighbours) {
            if (o.lane != lane) {
                continue;
            }
            const bool before = o.time.end <= booking.time.start;
            tx.vacate(o.holder);
            const Interval held{before ? o.held.start : std::max(o.held.start, booking.time.end),
                                before ? std::min(o.held.end, booking.time.start) : o.held.end};
            const auto neighbour = tx.booking(BookingId{o.holder.id});
            YIQI_ASSERT(neighbour.has_value());
            if (!tx.occupy(o.instrument_id, capacity, o.holder, o.time, held)) {
                return ErrorCode::slot_taken;
            }
            TRY_VOID(take_accessories(tx, neighbour->accessories, o.holder, o.time));
        }
        const Holder own{HolderKind::booking, booking.id.value};
        if (!tx.occupy(booking.instrument_id, capacity, own, booking.time, booking.time)) {
            return ErrorCode::slot_taken;
        }
        waived.emplace_back(buffer_waiver);
        return take_accessories(tx, booking.accessories, own, booking.time);
    }
    return taken;
}

Occupancy own_occupancy(Transaction& tx, const Booking& booking) {
    constexpr std::size_t lanes_at_once_max = 200;
    const Holder holder{HolderKind::booking, booking.id.value};
    const auto taken =
        tx.occupancies(booking.instrument_id, {booking.time.start, booking.time.start + seconds{1}}, lanes_at_once_max);
    const auto own = std::ranges::find(taken, holder, &Occupancy::holder);
    YIQI_ASSERT(own != taken.end());
    return *own;
}

namespace {
Event event_about(const Booking& booking, EventKind kind, const Actor& actor, Instant now) {
    Event event;
    event.at = now;
    event.kind = kind;
    event.actor = actor.user;
    event.subject = booking.id.value;
    event.instrument_id = booking.instrument_id;
    event.organisation_id = booking.organisation_id;
    return event;
}
}  // namespace

void record_waiver(Transaction& tx, const Booking& booking, const std::vector<std::string>& waived,
                   const std::optional<Waiver>& waiver, const Actor& actor, Instant now) {
    if (waived.empty()) {
        return;
    }
    tx.add_waiver({booking.id, waived, waiver->reason, actor.user, now});
    auto event = event_about(booking, EventKind::booking_waived, actor, now);
    event.facts = {{"rules", fmt::format("{}", fmt::join(waived, ", "))}, {"reason", waiver->reason}};
    tx.append(std::move(event));
}

void reject_rivals(Transaction& tx, const Policy& policy, const Booking& winner, const Actor& actor, Instant now) {
    const auto contested = held_interval(policy, winner.time);
    for (const auto id : tx.open_requests(winner.instrument_id, contested)) {
        auto rival = tx.booking(id);
        if (!rival || id == winner.id) {
            continue;
        }
        const auto held = held_interval(policy, rival->time);
        if (tx.free_lane(rival->instrument_id, static_cast<int>(policy.capacity), held)) {
            continue;
        }
        rival->reason =
            fmt::format("该时段已分配给预约 {} / the time went to booking {}", winner.id.value, winner.id.value);
        move_to(*rival, BookingStatus::rejected);
        tx.update_booking(*rival);
        record(tx, EventKind::booking_rejected, *rival, actor, now);
    }
}

namespace {
constexpr const char* booked_for_fact = "user";
}  // namespace

UserId booked_for(const Event& event) {
    for (const auto& fact : event.facts) {
        std::int64_t id = 0;
        if (fact.name == booked_for_fact &&
            std::from_chars(fact.value.data(), fact.value.data() + fact.value.size(), id).ec == std::errc{}) {
            return UserId{id};
        }
    }
    return {};
}

void append_event(Transaction& tx, EventKind kind, const Booking& booking, const Actor& actor, Instant now) {
    auto event = event_about(booking, kind, actor, now);
    event.facts = {{"status", boost::describe::enum_to_string(booking.status, "")},
                   {booked_for_fact, std::to_string(booking.user_id.value)}};
    if (!booking.reason.empty()) {
        event.facts.push_back({"reason", booking.reason});
    }
    if (kind == EventKind::booking_requested || kind == EventKind::booking_rescheduled ||
        kind == EventKind::booking_extended) {
        event.facts.push_back(instant_fact("start", booking.time.start));
        event.facts.push_back(instant_fact("end", booking.time.end));
        event.facts.push_back({"quote_fen", std::to_string(booking.quote.total.fen())});
        tell_accessories(event.facts, booking.accessories);
    }
    if (booking.group_id) {
        event.facts.push_back({"group_id", std::to_string(booking.group_id.value)});
    }
    if (booking.charge) {
        event.facts.push_back({"charge_fen", std::to_string(booking.charge->total.fen())});
    }
    tx.append(std::move(event));
}

void record(Transaction& tx, EventKind kind, const Booking& booking, const Actor& actor, Instant now) {
    append_event(tx, kind, booking, actor, now);
    note_host_deed(tx, kind, booking, actor, now);
    plan_due(tx, booking);
}

}  // namespace scheduler
