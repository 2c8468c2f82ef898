#pragma once
// Every state change appends an event in its own transaction. The log is gap-free per database and
// hash-chained; the calendar index, the live stream and the audit trail are its readers.

#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/error.hpp"
#include "model/id.hpp"
#include "model/interval.hpp"

namespace model {

enum class EventKind {
    booking_requested,
    booking_approved,
    booking_rejected,
    booking_cancelled,
    booking_rescheduled,
    booking_checked_in,
    booking_completed,
    booking_no_show,
    booking_displaced,
    booking_expired,
    booking_overrun,        ///< a use runs past its booked end
    booking_start_at_risk,  ///< the use before it runs past its end
    booking_closed,         ///< a forgotten check-out was made up for
    offer_made,
    offer_accepted,
    offer_declined,
    offer_expired,
    offer_withdrawn,
    waitlist_joined,
    waitlist_left,
    waitlist_expired,
    waitlist_noticed,  ///< freed time that somebody wanted to hear of
    round_opened,
    round_closed,  ///< its cut-off came; it waits to be decided
    round_allocated,
    round_cancelled,
    outage_reported,
    outage_ended,
    policy_changed,
    rates_changed,
    inventory_imported,
    training_granted,
    accessory_changed,
    payment_received,
    user_added,
    signed_in,
    signed_out,
    booking_waived,
    holidays_changed,
    clearance_granted,
    clearance_withdrawn,
    credit_noted,
    credit_appealed,
    credit_decided,
    credit_policy_changed,
    user_suspended,
    suspension_lifted,
};
BOOST_DESCRIBE_ENUM(EventKind, booking_requested, booking_approved, booking_rejected, booking_cancelled,
                    booking_rescheduled, booking_checked_in, booking_completed, booking_no_show, booking_displaced,
                    booking_expired, booking_overrun, booking_start_at_risk, booking_closed, offer_made, offer_accepted,
                    offer_declined, offer_expired, offer_withdrawn, waitlist_joined, waitlist_left, waitlist_expired,
                    waitlist_noticed, round_opened, round_closed, round_allocated, round_cancelled, outage_reported,
                    outage_ended, policy_changed, rates_changed, inventory_imported, training_granted, payment_received,
                    user_added, signed_in, signed_out, booking_waived, holidays_changed, clearance_granted,
                    clearance_withdrawn, credit_noted, credit_appealed, credit_decided, credit_policy_changed,
                    user_suspended, suspension_lifted, accessory_changed)

/// The subject is (kind-specific) a booking, outage, user ... id; instrument and organisation are empty
/// where they have no meaning. `facts` are what a reader needs to tell the change in words.
struct Event {
    EventSeq seq;
    Instant at{};
    EventKind kind = EventKind::booking_requested;
    UserId actor;  ///< none = the system itself
    std::int64_t subject = 0;
    InstrumentId instrument_id;
    OrganisationId organisation_id;
    std::vector<Parameter> facts;
};

}  // namespace model
