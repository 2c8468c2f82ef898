#pragma once
// What a company may spend, and what it is told of its money.

#include "model/booking.hpp"
#include "model/result.hpp"
#include "scheduler/postings.hpp"
#include "scheduler/store.hpp"

namespace scheduler {

Standing standing_of(Transaction& tx, const model::OrganisationId& organisation);

/// The month or year around `at`, in Shanghai; everything for a total.
model::Interval period_around(model::LimitPeriod period, model::Instant at);

/// credit limit - owed + paid ahead - held.
model::Money available(model::Money credit_limit, const CompanyMoney& money);

/// Whether the organisation may make bookings at all. Errors: account_blocked.
model::Result<void> check_open(Transaction& tx, const model::OrganisationId& organisation);

/// Whether a booking may hold `total` more. Errors: account_blocked, spending_limit_reached (of its user, or of its
/// project), insufficient_credit. Answers what it looked at.
model::Result<CompanyMoney> check_spending(Transaction& tx, const model::Booking& booking, model::Money total);

/// Tells the company once when what it may spend falls below what it wants to know of, and again only after it has
/// recovered.
void watch_balance(Transaction& tx, const model::OrganisationId& organisation, model::Instant now);

/// After a charge: watches the balance, and the day on which it falls due.
void charged(Transaction& tx, const model::OrganisationId& organisation, model::Instant now);
/// After anything in favour of the organisation: the same, and a block may end.
void credited(Transaction& tx, const model::OrganisationId& organisation, model::Instant now);

/// An event about the account of an organisation; its subject is the account.
model::Event account_event(model::EventKind kind, const model::OrganisationId& organisation, model::UserId actor,
                           model::Instant now);

}  // namespace scheduler
