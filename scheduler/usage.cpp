#include <algorithm>

#include <fmt/format.h>

#include "model/assert.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/charges.hpp"
#include "scheduler/charging.hpp"
#include "scheduler/credit.hpp"
#include "scheduler/usage_steps.hpp"

namespace scheduler {

using namespace model;

namespace {
Error too_early(const char* rule, Instant allowed_from, const TimeZone& zone) {
    const auto local = format_instant(allowed_from, zone);
    Violation violation{
        rule, {fmt::format("{} 之后才可以操作", local), fmt::format("possible from {} on", local)}, {{"from", local}}};
    return Error(ErrorCode::rule_violated).with_violations({std::move(violation)});
}

/// Splits what was used up into what the card lists and, for the note, the rest.
void take_consumed(const RateCard& card, const std::vector<CheckOut::Consumed>& consumed, Usage& usage) {
    usage.consumables.clear();
    for (const auto& [name, quantity] : consumed) {
        const auto* listed = listed_consumable(card, name);
        if (listed == nullptr) {
            usage.note += fmt::format("{}{} × {}", usage.note.empty() ? "" : "\n", name, quantity);
            continue;
        }
        const auto same = std::ranges::find(usage.consumables, listed->code.value,
                                            [](const ConsumableUse& use) { return use.code.value; });
        if (same == usage.consumables.end()) {
            usage.consumables.push_back({listed->code.value, quantity});
        } else {
            same->quantity += quantity;
        }
    }
}
}  // namespace

Result<Booking> check_in(Transaction& tx, BookingId id, const Actor& actor, Instant now) {
    TRY(auto booking, booking_in(tx, id, {BookingStatus::approved}));
    const auto policy = tx.policy_version(booking.instrument_id, booking.policy_version);
    YIQI_ASSERT(policy != nullptr);
    const Instant from = booking.time.start - minutes{policy->policy.check_in_early_minutes.value};
    if (now < from) {
        return too_early("check_in_early", from, policy->policy.time_zone);
    }
    if (now >= booking.time.end) {
        return Error(ErrorCode::wrong_state,
                     {"预约时段已结束，不能签到", "the time of this booking is over; it can no longer be checked in"});
    }
    booking.usage = Usage{.start = now,
                          .end = std::nullopt,
                          .samples = booking.samples,
                          .note = {},
                          .consumables = booking.extras.consumables};
    move_to(booking, BookingStatus::in_use);
    tx.update_booking(booking);
    record(tx, EventKind::booking_checked_in, booking, actor, now);
    return booking;
}

Result<void> finish_use(Transaction& tx, Booking& booking, Instant ended, Instant now) {
    YIQI_ASSERT(booking.usage.has_value());
    // A check-out in the very second of the check-in still is a use.
    const Instant end = std::max(ended, booking.usage->start + seconds{1});
    booking.usage->end = end;
    TRY(auto charge, charge_of_use(tx, booking));
    post_charge(tx, booking, charge, now);
    booking.charge = std::move(charge);
    move_to(booking, BookingStatus::completed);
    return {};
}

Result<Booking> check_out(Transaction& tx, BookingId id, const CheckOut& what, const Actor& actor, Instant now) {
    TRY(auto booking, booking_in(tx, id, {BookingStatus::in_use}));
    YIQI_ASSERT(booking.usage.has_value());
    booking.usage->samples = what.samples.value_or(booking.samples);
    booking.usage->note = what.note;
    if (what.consumables) {
        take_consumed(*frozen_documents(tx, booking).card, *what.consumables, *booking.usage);
    }
    TRY_VOID(finish_use(tx, booking, now, now));

    const Instant end = *booking.usage->end;
    const Holder holder{HolderKind::booking, id.value};
    if (end < booking.time.end) {
        // The rest of the slot is free again for others. The buffers stay as they were taken: the policy may have
        // changed between the request and the approval that took them.
        const auto own = own_occupancy(tx, booking);
        tx.vacate(holder);
        const Interval kept{booking.time.start, std::max(end, booking.time.start + seconds{1})};
        const Interval held{own.held.start, kept.end + (own.held.end - own.time.end)};
        // Whatever the capacity is by now: its own lane is free at the latest.
        constexpr auto lanes_max = static_cast<int>(decltype(Policy::capacity)::highest);
        const auto lane = tx.occupy(booking.instrument_id, lanes_max, holder, kept, held);
        YIQI_ASSERT(lane.has_value());
    }
    tx.update_booking(booking);
    record(tx, EventKind::booking_completed, booking, actor, now);
    correct_charges(tx, booking, now);
    return booking;
}

Result<Booking> mark_no_show(Transaction& tx, BookingId id, const Actor& actor, Instant now) {
    TRY(auto booking, booking_in(tx, id, {BookingStatus::approved, BookingStatus::no_show}));
    if (booking.status == BookingStatus::no_show) {
        return booking;
    }
    const auto frozen = frozen_documents(tx, booking);
    const Instant from = booking.time.start + minutes{frozen.policy->policy.no_show_after_minutes.value};
    if (now < from) {
        return too_early("no_show_after", from, frozen.policy->policy.time_zone);
    }
    move_to(booking, BookingStatus::no_show);
    auto fee = fee_in_the_end(tx, booking, no_show_price(*frozen.card, booking.quote));
    post_charge(tx, booking, fee, now);
    booking.charge = std::move(fee);
    tx.vacate({HolderKind::booking, id.value});
    tx.update_booking(booking);
    record(tx, EventKind::booking_no_show, booking, actor, now);
    correct_charges(tx, booking, now);
    note_no_show(tx, booking, now);
    return booking;
}

}  // namespace scheduler
