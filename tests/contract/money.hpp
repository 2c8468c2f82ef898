#pragma once
// Money in the small store: what tests of ledger, payments and corrections do again and again.

#include "scheduler/payments.hpp"
#include "tests/contract/store.hpp"

#include <string>

namespace contract {

/// Fen on an account; a credit is negative.
std::int64_t balance(Store& store, model::AccountKind kind, const std::string& owner);
std::int64_t held(Store& store);
/// What COMPANY may still spend.
std::int64_t available(Store& store);

/// Books `one` (600 yuan an hour) for hours of the next day, uses it as booked, and answers the completed booking. The
/// clock stands at its end.
model::Booking used(Store& store, int from, int to);
/// The transaction that charged a booking.
model::TransactionId charge_of(Store& store, const model::Booking& booking);

model::Result<model::LedgerTransaction> pay(Store& store, std::int64_t fen, const std::string& key);

void set_credit_limit(Store& store, std::int64_t fen);
void set_policy(Store& store, const model::BillingPolicy& policy);

std::int64_t count(Store& store, server::Sql sql);

}  // namespace contract
