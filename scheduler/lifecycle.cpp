#include "scheduler/lifecycle.hpp"

#include <algorithm>

#include "model/assert.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/charges.hpp"
#include "scheduler/usage_steps.hpp"

namespace scheduler {

using namespace model;

namespace {
/// The approved booking that waits for the same place: the next in the lane, whatever lies between.
std::optional<Booking> next_in_lane(Transaction& tx, const Booking& booking, Instant until) {
    constexpr std::size_t looked_at_max = 200;
    const auto taken = tx.occupancies(booking.instrument_id, {booking.time.start, until}, looked_at_max);
    const auto own = std::ranges::find(taken, Holder{HolderKind::booking, booking.id.value}, &Occupancy::holder);
    if (own == taken.end()) {
        return std::nullopt;
    }
    for (const auto& other : taken) {
        if (other.lane == own->lane && other.time.start >= own->time.end && other.holder.kind == HolderKind::booking) {
            auto next = tx.booking(BookingId{other.holder.id});
            if (next && next->status == BookingStatus::approved) {
                return next;
            }
        }
    }
    return std::nullopt;
}
}  // namespace

Result<Booking> expire_request(Transaction& tx, BookingId id, const Actor& actor, Instant now) {
    TRY(auto booking, booking_in(tx, id, {BookingStatus::requested}));
    booking.reason = "开始前未获批准 / not decided before its start";
    move_to(booking, BookingStatus::expired);
    tx.vacate({HolderKind::booking, id.value});
    tx.update_booking(booking);
    record(tx, EventKind::booking_expired, booking, actor, now);
    return booking;
}

void warn_of_overrun(Transaction& tx, const Booking& booking, Instant now) {
    const auto policy = tx.policy_version(booking.instrument_id, booking.policy_version);
    YIQI_ASSERT(policy != nullptr);
    const minutes closed_after{policy->policy.forgotten_check_out_minutes.value};
    if (closed_after > minutes{0}) {
        tx.set_due({booking.time.end + closed_after, DueKind::forgotten_check_out, booking.id.value});
    }
    append_event(tx, EventKind::booking_overrun, booking, Actor{}, now);
    // Only who comes soon is told: until then the use may well have ended.
    constexpr std::chrono::hours soon{2};
    if (const auto next = next_in_lane(tx, booking, now + soon)) {
        append_event(tx, EventKind::booking_start_at_risk, *next, Actor{}, now);
    }
}

Result<Booking> close_forgotten_use(Transaction& tx, BookingId id, const Actor& actor, Instant now) {
    TRY(auto booking, booking_in(tx, id, {BookingStatus::in_use}));
    YIQI_ASSERT(booking.usage.has_value());
    booking.usage->note = "无人签退，系统按预约结束时间结束使用 / nobody checked out: closed as of the booked end";
    TRY_VOID(finish_use(tx, booking, booking.time.end, now));
    tx.update_booking(booking);
    record(tx, EventKind::booking_closed, booking, actor, now);
    correct_charges(tx, booking, now);
    return booking;
}

}  // namespace scheduler
