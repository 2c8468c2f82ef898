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
    booking_bumped,    ///< by staff, which makes up for it
    booking_replaced,  ///< a displaced booking has got a new one
    booking_expired,
    booking_overrun,        ///< a use runs past its booked end
    booking_start_at_risk,  ///< the use before it runs past its end
    booking_closed,         ///< a forgotten check-out was made up for
    booking_shift_asked,    ///< its user is asked to start later, for a use that runs over
    booking_shift_agreed,
    booking_shift_refused,
    booking_extended,  ///< a use got the time that another agreed to give
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
    rates_proposed,  ///< they wait for the approval of finance
    rates_rejected,
    rates_withdrawn,  ///< another proposal took its place
    price_approval_changed,
    price_classes_changed,
    booking_corrected,  ///< its charge, by what others did in its time since
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
    payment_refunded,
    deposit_changed,  ///< received or given back
    income_split_changed,
    billing_policy_changed,
    company_account_changed,  ///< its credit line, notices, projects or limits
    balance_low,              ///< less can be spent than the company wants to know of
    payment_overdue,          ///< a step of the dunning was taken
    account_blocked,          ///< no new bookings until nothing is overdue
    account_unblocked,
    bank_lines_imported,
    bank_line_decided,  ///< assigned or ignored by hand
    dispute_opened,
    dispute_resolved,
    correction_proposed,
    correction_posted,
    correction_refused,
    registration_received,  ///< a company asks for an account
    registration_approved,
    registration_rejected,
    api_token_made,
    api_token_revoked,
};
// One entry a line: the short form takes 52 at most.
BOOST_DESCRIBE_ENUM_BEGIN(EventKind)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_requested)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_approved)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_rejected)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_cancelled)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_rescheduled)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_checked_in)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_completed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_no_show)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_displaced)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_bumped)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_replaced)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_expired)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_overrun)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_start_at_risk)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_closed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_shift_asked)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_shift_agreed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_shift_refused)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_extended)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, offer_made)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, offer_accepted)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, offer_declined)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, offer_expired)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, offer_withdrawn)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, waitlist_joined)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, waitlist_left)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, waitlist_expired)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, waitlist_noticed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, round_opened)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, round_closed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, round_allocated)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, round_cancelled)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, outage_reported)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, outage_ended)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, policy_changed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, rates_changed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, rates_proposed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, rates_rejected)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, rates_withdrawn)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, price_approval_changed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, price_classes_changed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_corrected)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, inventory_imported)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, training_granted)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, payment_received)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, user_added)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, signed_in)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, signed_out)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, booking_waived)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, holidays_changed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, clearance_granted)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, clearance_withdrawn)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, credit_noted)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, credit_appealed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, credit_decided)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, credit_policy_changed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, user_suspended)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, suspension_lifted)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, registration_received)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, registration_approved)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, registration_rejected)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, api_token_made)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, api_token_revoked)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, accessory_changed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, payment_refunded)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, deposit_changed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, income_split_changed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, billing_policy_changed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, company_account_changed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, balance_low)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, payment_overdue)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, account_blocked)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, account_unblocked)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, bank_lines_imported)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, bank_line_decided)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, dispute_opened)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, dispute_resolved)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, correction_proposed)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, correction_posted)
BOOST_DESCRIBE_ENUM_ENTRY(EventKind, correction_refused)
BOOST_DESCRIBE_ENUM_END(EventKind)

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
