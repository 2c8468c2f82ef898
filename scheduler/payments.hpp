#pragma once
// Money that comes in and goes out.

#include <string>

#include "model/result.hpp"
#include "scheduler/bookings.hpp"

namespace scheduler {

/// What a payment is called in the ledger: the key makes it idempotent, the reference is what the payer wrote.
struct PaymentNote {
    std::string key;
    std::string reference;
};

/// A payment settles what the organisation owes; what is beyond it is paid ahead. `amount` > 0.
/// Errors: not_found, already_exists (the key).
model::Result<model::LedgerTransaction> receive_payment(Transaction& tx, const model::OrganisationId& organisation,
                                                        model::Money amount, const PaymentNote& note,
                                                        const Actor& actor, model::Instant now);

/// Gives back a part of what is paid ahead. Errors: not_found, already_exists, invalid_field (amount_fen: more than
/// that).
model::Result<model::LedgerTransaction> refund(Transaction& tx, const model::OrganisationId& organisation,
                                               model::Money amount, const PaymentNote& note, const Actor& actor,
                                               model::Instant now);

/// Receives a deposit (positive) or gives it back (negative). It is not spent by charges. Errors as `refund`.
model::Result<model::LedgerTransaction> change_deposit(Transaction& tx, const model::OrganisationId& organisation,
                                                       model::Money amount, const PaymentNote& note, const Actor& actor,
                                                       model::Instant now);

}  // namespace scheduler
