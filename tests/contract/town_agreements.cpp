// What the town does about lost places and uses that run over: staff bumps, people take what is held for them, choose
// something else or give up, and ask each other for time.

#include "tests/contract/town.hpp"

#include <algorithm>

#include "scheduler/displacement.hpp"
#include "scheduler/replanning_steps.hpp"
#include "scheduler/shifts.hpp"

namespace contract {

using namespace model;
using scheduler::Transaction;

namespace {
constexpr std::size_t stand_ins = 3;
const Money whatever_it_costs{max_fen};
}  // namespace

std::vector<AccessoryUse> Town::some_accessories(const InstrumentId& instrument) {
    if (!draw_.chance(15)) {
        return {};
    }
    const auto index = std::ranges::find(instruments_, instrument) - instruments_.begin();
    const auto& platform = platforms_.at(static_cast<std::size_t>(index));
    return {{accessories_.at(platform.value), draw_.between(1, 2)}};
}

void Town::hold_places(Transaction& tx, const InstrumentId& instrument, Interval time,
                       const std::vector<BookingId>& lost) {
    const auto index = static_cast<std::size_t>(std::ranges::find(instruments_, instrument) - instruments_.begin());
    scheduler::Push push{tx.instrument(instrument), time, {}};
    for (std::size_t i = 0; i < instruments_.size() && push.stand_ins.size() < stand_ins; ++i) {
        if (i != index && platforms_[i] == platforms_[index]) {
            push.stand_ins.push_back(tx.instrument(instruments_[i]));
        }
    }
    (void)scheduler::hold_places(tx, push, lost, {}, now());
}

void Town::staff_bumps() {
    for (const auto id : live_) {
        const auto& b = auditor_.bookings().at(id);
        if (b.state == AuditedState::in_use || b.time.start <= now() + std::chrono::hours{24} ||
            draw_.between(1, 1000) > 3) {
            continue;
        }
        const BookingId booking{id};
        add("bump", staff().user, [this, booking](Transaction& tx) -> Answer {
            TRY(const auto bumped, scheduler::bump_booking(tx, booking, "a visit", staff(), now()));
            hold_places(tx, bumped.instrument_id, bumped.time, {booking});
            return std::vector<Told>{{EventKind::booking_bumped, booking.value}};
        });
    }
}

void Town::people_replace() {
    for (const auto& [id, offer] : auditor_.offers()) {
        if (!offer.open || offer.displaced_booking == 0 || !draw_.chance(12)) {
            continue;
        }
        const OfferId held{id};
        const auto lost = offer.displaced_booking;
        const auto who = person(offer.user);
        add("take a held place", who.id, [this, held, lost, who](Transaction& tx) -> Answer {
            TRY(const auto done, scheduler::accept_displaced_offer(tx, held, whatever_it_costs, who.actor(), now()));
            return std::vector<Told>{{EventKind::booking_replaced, lost},
                                     {EventKind::booking_requested, done.id.value}};
        });
    }
    for (const auto id : displaced_) {
        const BookingId lost{id};
        const auto& b = auditor_.bookings().at(id);
        const auto who = person(b.user);
        const int choice = draw_.between(1, 1000);
        if (choice <= 20) {
            const scheduler::OtherPlace place{draw_.chance(50) ? b.instrument : instruments_[some_instrument()],
                                              some_time(6), whatever_it_costs};
            add("choose another place", who.id, [this, lost, place, who](Transaction& tx) -> Answer {
                TRY(const auto done, scheduler::choose_other_place(tx, lost, place, who.actor(), now()));
                return std::vector<Told>{{EventKind::booking_replaced, lost.value},
                                         {EventKind::booking_requested, done.id.value}};
            });
        } else if (choice <= 25) {
            add("give up a lost place", who.id, [this, lost, who](Transaction& tx) -> Answer {
                TRY(const auto done, scheduler::cancel_displaced(tx, lost, "no time", who.actor(), now()));
                return std::vector<Told>{{EventKind::booking_cancelled, done.id.value}};
            });
        }
    }
}

void Town::people_run_over() {
    for (const auto id : live_) {
        const auto& b = auditor_.bookings().at(id);
        const BookingId booking{id};
        const auto who = person(b.user);
        if (b.asked_to_shift && draw_.chance(40)) {
            const bool agrees = draw_.chance(70);
            add("answer who runs over", who.id, [this, booking, agrees, who](Transaction& tx) -> Answer {
                const auto shift = tx.open_shift(booking);
                if (!shift || shift->next_id != booking) {
                    return ErrorCode::wrong_state;
                }
                if (agrees) {
                    TRY_VOID(scheduler::agree_to_shift(tx, shift->id, whatever_it_costs, who.actor(), now()));
                    return std::vector<Told>{{EventKind::booking_shift_agreed, booking.value}};
                }
                TRY_VOID(scheduler::refuse_shift(tx, shift->id, who.actor(), now()));
                return std::vector<Told>{{EventKind::booking_shift_refused, booking.value}};
            });
        }
        const bool near_its_end =
            b.state == AuditedState::in_use && now() < b.time.end && b.time.end <= now() + std::chrono::hours{1};
        if (near_its_end && draw_.chance(50)) {
            const auto end = b.time.end + minutes{30 * draw_.between(1, 3)};
            add("run over", who.id, [this, booking, end, who](Transaction& tx) -> Answer {
                TRY(const auto shift, scheduler::ask_for_shift(tx, booking, end, who.actor(), now()));
                return std::vector<Told>{{EventKind::booking_shift_asked, shift.next_id.value}};
            });
        }
    }
}

}  // namespace contract
