#include "scheduler/shifts.hpp"

#include <algorithm>

#include "model/assert.hpp"
#include "scheduler/availability.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/charging.hpp"
#include "scheduler/displacement.hpp"

namespace scheduler {

using namespace model;

namespace {
constexpr std::size_t neighbours_max = 500;

/// The booking that the lane gives the time behind a use to.
Result<Booking> next_in_the_way(Transaction& tx, const Booking& use, Instant end) {
    const auto own = own_occupancy(tx, use);
    const Interval longer{own.held.end, end + (own.held.end - own.time.end)};
    for (const auto& other : tx.occupancies(use.instrument_id, longer, neighbours_max)) {
        if (other.lane != own.lane || other.holder == own.holder) {
            continue;
        }
        auto next = other.holder.kind == HolderKind::booking ? tx.booking(BookingId{other.holder.id}) : std::nullopt;
        if (next && (next->status == BookingStatus::approved || next->status == BookingStatus::requested)) {
            return *std::move(next);
        }
        return ErrorCode::slot_taken;
    }
    return Error(ErrorCode::wrong_state, {"这段时间没有其他预约，无须协商", "no booking is in the way of that end"});
}

/// The time of the next booking behind a use that ends at `end`.
Interval later_time(const Policy& policy, const Booking& next, Instant end) {
    const auto free_from =
        end + minutes{policy.buffer_after_minutes.value} + minutes{policy.buffer_before_minutes.value};
    const auto start = std::max(grid_start(policy, free_from), next.time.start);
    return {start, start + next.time.length()};
}

/// Lengthens a use in its lane; priced by the rates that it froze.
Result<void> extend_use(Transaction& tx, Booking& use, Instant end, const Actor& actor, Instant now) {
    const auto instrument = tx.instrument(use.instrument_id);
    const auto organisation = tx.organisation(use.organisation_id);
    YIQI_ASSERT(instrument && organisation);
    const auto own = own_occupancy(tx, use);
    release_hold(tx, use, now);
    tx.vacate(own.holder);
    const Interval time{use.time.start, end};
    if (!tx.occupy_lane(use.instrument_id, own.lane, own.holder, time,
                        {own.held.start, end + (own.held.end - own.time.end)})) {
        return ErrorCode::slot_taken;
    }
    TRY_VOID(take_accessories(tx, use.accessories, own.holder, time));
    TRY(auto priced, price_booking(tx, *instrument, *organisation,
                                   {.instrument_id = use.instrument_id,
                                    .time = time,
                                    .purpose = {},
                                    .samples = use.samples,
                                    .staff_minutes = use.staff_minutes,
                                    .quoted = frozen_price(use),
                                    .extras = use.extras},
                                   now));
    use.time = time;
    use.quote = std::move(priced.price);
    ++use.revision;
    TRY_VOID(place_hold(tx, use, now));
    tx.update_booking(use);
    record(tx, EventKind::booking_extended, use, actor, now);
    return {};
}

/// Moves the next booking and extends the use.
Result<void> carry_out(Transaction& tx, const Shift& shift, std::optional<Money> agreed, const Actor& actor,
                       Instant now) {
    TRY(auto use, booking_in(tx, shift.booking_id, {BookingStatus::in_use}));
    TRY(const auto next, booking_in(tx, shift.next_id, {BookingStatus::approved, BookingStatus::requested}));
    // Who agrees is bound by no notice: he was asked, and kept it when he booked.
    const Actor agreeing{actor.user, actor.organisation, true};
    TRY(const auto moved,
        reschedule_booking(tx, next.id, shift.next_time, std::nullopt, agreeing, now, std::nullopt, next.created_at));
    TRY_VOID(check_agreed(next.quote.total, moved.quote.total, agreed));
    return extend_use(tx, use, shift.end, actor, now);
}

Result<Shift> open_shift(Transaction& tx, ShiftId id, Instant now) {
    auto shift = tx.shift(id);
    if (!shift) {
        return ErrorCode::not_found;
    }
    if (shift->status != ShiftStatus::open || shift->expires_at <= now) {
        return Error(ErrorCode::wrong_state,
                     {"此协商已答复或已过期", "this has been answered or its time to answer is over"});
    }
    return *std::move(shift);
}

void close(Transaction& tx, Shift& shift, ShiftStatus status, EventKind kind, const Actor& actor, Instant now) {
    shift.status = status;
    tx.close_shift(shift.id, status);
    tx.clear_due(DueKind::shift_expiry, shift.id.value);
    const auto next = tx.booking(shift.next_id);
    YIQI_ASSERT(next.has_value());
    append_event(tx, kind, *next, actor, now);
}
}  // namespace

Result<Shift> ask_for_shift(Transaction& tx, BookingId id, Instant end, const Actor& actor, Instant now) {
    TRY(const auto use, booking_in(tx, id, {BookingStatus::in_use}));
    if (end <= std::max(use.time.end, now) || end > use.time.end + extension_max) {
        return invalid_field(
            "end", "out_of_range",
            {"须晚于预约结束时间，且最多延长 12 小时", "later than the booked end, by at most 12 hours"});
    }
    TRY(const auto next, next_in_the_way(tx, use, end));
    if (tx.open_shift(use.id) || tx.open_shift(next.id)) {
        return Error(ErrorCode::already_exists, {"已有未答复的协商", "one of the two has been asked already"});
    }
    const auto instrument = tx.instrument(use.instrument_id);
    YIQI_ASSERT(instrument != nullptr);
    Shift shift;
    shift.booking_id = use.id;
    shift.next_id = next.id;
    shift.instrument_id = use.instrument_id;
    shift.end = end;
    shift.next_time = later_time(instrument->policy->policy, next, end);
    shift.asked_by = actor.user;
    shift.created_at = now;
    shift.expires_at = std::max(next.time.start, now + shift_answer_min);
    // Nobody is asked for what could not be done.
    Result<void> possible;
    (void)tx.attempt([&] {
        possible = carry_out(tx, shift, Money{max_fen}, actor, now);
        return false;
    });
    TRY_VOID(std::move(possible));
    shift.id = tx.add_shift(shift);
    tx.set_due({shift.expires_at, DueKind::shift_expiry, shift.id.value});
    append_event(tx, EventKind::booking_shift_asked, next, actor, now);
    return shift;
}

Result<Shift> agree_to_shift(Transaction& tx, ShiftId id, std::optional<Money> agreed, const Actor& actor,
                             Instant now) {
    TRY(auto shift, open_shift(tx, id, now));
    TRY_VOID(carry_out(tx, shift, agreed, actor, now));
    close(tx, shift, ShiftStatus::accepted, EventKind::booking_shift_agreed, actor, now);
    return shift;
}

Result<Shift> refuse_shift(Transaction& tx, ShiftId id, const Actor& actor, Instant now) {
    TRY(auto shift, open_shift(tx, id, now));
    close(tx, shift, ShiftStatus::declined, EventKind::booking_shift_refused, actor, now);
    return shift;
}

void expire_shift(Transaction& tx, ShiftId id, Instant now) {
    auto shift = tx.shift(id);
    if (shift && shift->status == ShiftStatus::open && shift->expires_at <= now) {
        close(tx, *shift, ShiftStatus::expired, EventKind::booking_shift_refused, Actor{}, now);
    }
}

}  // namespace scheduler
