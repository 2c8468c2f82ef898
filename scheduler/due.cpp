#include "scheduler/due.hpp"

#include "model/assert.hpp"
#include "scheduler/dunning.hpp"
#include "scheduler/lifecycle.hpp"
#include "scheduler/offers.hpp"
#include "scheduler/round_commands.hpp"
#include "scheduler/shifts.hpp"
#include "scheduler/waitlist.hpp"

namespace scheduler {

using namespace model;

namespace {
const Actor the_clock{.user = {}, .organisation = {}, .is_staff = true};

minutes no_show_after(Transaction& tx, const Booking& booking) {
    const auto version = tx.policy_version(booking.instrument_id, booking.policy_version);
    YIQI_ASSERT(version != nullptr);
    return minutes{version->policy.no_show_after_minutes.value};
}
}  // namespace

void plan_due(Transaction& tx, const Booking& booking) {
    switch (booking.status) {
        case BookingStatus::requested:
            tx.set_due({booking.time.start, DueKind::request_expiry, booking.id.value});
            return;
        case BookingStatus::approved:
            if (const auto after = no_show_after(tx, booking); after > minutes{0}) {
                tx.set_due({booking.time.start + after, DueKind::no_show_release, booking.id.value});
            }
            return;
        case BookingStatus::in_use:
            tx.set_due({booking.time.end + overrun_grace, DueKind::use_overrun, booking.id.value});
            return;
        case BookingStatus::completed:
        case BookingStatus::settled:
        case BookingStatus::rejected:
        case BookingStatus::cancelled:
        case BookingStatus::expired:
        case BookingStatus::no_show:
        case BookingStatus::displaced:
            return;
    }
}

Result<void> run_due(Transaction& tx, const DueWork& work, Instant now) {
    if (work.kind == DueKind::offer_expiry) {
        if (const auto expired = expire_offer(tx, OfferId{work.subject}, now)) {
            waitlist_offer_ended(tx, *expired, now);
        }
        return {};
    }
    if (work.kind == DueKind::waitlist_end) {
        end_waitlist_entry(tx, WaitlistEntryId{work.subject}, now);
        return {};
    }
    if (work.kind == DueKind::round_cut_off) {
        close_round(tx, RoundId{work.subject}, now);
        return {};
    }
    if (work.kind == DueKind::round_offers) {
        make_counter_offers(tx, RoundId{work.subject}, now);
        return {};
    }
    if (work.kind == DueKind::shift_expiry) {
        expire_shift(tx, ShiftId{work.subject}, now);
        return {};
    }
    if (work.kind == DueKind::dunning) {
        dun(tx, CompanyAccountId{work.subject}, now);
        return {};
    }
    const auto booking = tx.booking(BookingId{work.subject});
    if (!booking) {
        return {};
    }
    switch (work.kind) {
        case DueKind::request_expiry:
            if (booking->status == BookingStatus::requested && booking->time.start <= now) {
                TRY_VOID(expire_request(tx, booking->id, the_clock, now));
            }
            return {};
        case DueKind::no_show_release:
            if (booking->status == BookingStatus::approved) {
                const auto after = no_show_after(tx, *booking);
                if (after > minutes{0} && booking->time.start + after <= now) {
                    TRY_VOID(mark_no_show(tx, booking->id, the_clock, now));
                } else {
                    plan_due(tx, *booking);
                }
            }
            return {};
        case DueKind::use_overrun:
            if (booking->status == BookingStatus::in_use && booking->time.end < now) {
                warn_of_overrun(tx, *booking, now);
            }
            return {};
        case DueKind::forgotten_check_out:
            if (booking->status == BookingStatus::in_use && booking->time.end < now) {
                TRY_VOID(close_forgotten_use(tx, booking->id, the_clock, now));
            }
            return {};
        case DueKind::offer_expiry:
        case DueKind::waitlist_end:
        case DueKind::round_cut_off:
        case DueKind::round_offers:
        case DueKind::shift_expiry:
        case DueKind::dunning:
            break;
    }
    return {};
}

}  // namespace scheduler
