#pragma once
// The double-entry ledger. Transactions are immutable; their postings sum to zero (the store refuses
// anything else). A hold is a pending transaction that a later one voids; a correction is a new one.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/money.hpp"

namespace model {

/// receivable: what an organisation owes (positive) or has paid ahead (negative); income: of a
/// platform (scope = its id); bank: of the council.
enum class AccountKind { receivable, income, bank };
BOOST_DESCRIBE_ENUM(AccountKind, receivable, income, bank)

struct AccountKey {
    AccountKind kind = AccountKind::receivable;
    std::string owner;  ///< organisation, platform or "council"
    friend auto operator<=>(const AccountKey&, const AccountKey&) = default;
};

enum class TransactionKind { hold, hold_release, charge, payment, credit_note };
BOOST_DESCRIBE_ENUM(TransactionKind, hold, hold_release, charge, payment, credit_note)

/// Debit positive, credit negative.
struct Posting {
    AccountKey account;
    Money amount;
};

/// A hold counts in `held`, everything else in the balance. A hold_release names the hold it ends and
/// repeats its postings with the opposite sign.
struct LedgerTransaction {
    TransactionId id;
    TransactionKind kind = TransactionKind::charge;
    std::string key;  ///< idempotency key, unique in the ledger, e.g. "charge:booking:17"
    Instant at{};
    BookingId booking_id;            ///< or none
    OrganisationId organisation_id;  ///< the customer
    std::string reference;
    std::vector<Posting> postings;
};

/// What an account adds up to.
struct AccountState {
    Money balance;
    Money held;
};

}  // namespace model
