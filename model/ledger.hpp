#pragma once
// The double-entry ledger. Transactions are immutable; their postings sum to zero (the store refuses
// anything else). A hold is pending until a later transaction posts or voids it; a correction is a new one.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/money.hpp"

namespace model {

/// Whose account each kind is (the owner): receivable (what it owes), prepaid (what it has paid ahead: negative) and
/// deposit: an organisation; voucher: a programme; operator_ and platform_income: a platform; institution_income and
/// tax: an institution; council_income, write_off and bank: "council".
enum class AccountKind {
    receivable,
    prepaid,
    deposit,
    voucher,
    operator_income,
    platform_income,
    institution_income,
    council_income,
    tax,
    write_off,
    bank,
};
BOOST_DESCRIBE_ENUM(AccountKind, receivable, prepaid, deposit, voucher, operator_income, platform_income,
                    institution_income, council_income, tax, write_off, bank)

inline constexpr const char* council = "council";

struct AccountKey {
    AccountKind kind = AccountKind::receivable;
    std::string owner;
    friend auto operator<=>(const AccountKey&, const AccountKey&) = default;
};

enum class TransactionKind {
    hold,
    hold_release,  ///< the hold is void
    hold_capture,  ///< the hold is posted: a charge takes its place
    charge,
    payment,
    refund,  ///< of what was paid ahead
    deposit,
    deposit_return,
    credit_note,
    adjustment,
    write_off,
};
BOOST_DESCRIBE_ENUM(TransactionKind, hold, hold_release, hold_capture, charge, payment, refund, deposit, deposit_return,
                    credit_note, adjustment, write_off)

constexpr bool ends_a_hold(TransactionKind kind) {
    return kind == TransactionKind::hold_release || kind == TransactionKind::hold_capture;
}

/// Counts in what is held; everything else in the balance.
constexpr bool is_pending(TransactionKind kind) {
    return kind == TransactionKind::hold || ends_a_hold(kind);
}

/// Debit positive, credit negative.
struct Posting {
    AccountKey account;
    Money amount;
    friend bool operator==(const Posting&, const Posting&) = default;
};

/// What ends a hold repeats its postings with the opposite sign.
struct LedgerTransaction {
    TransactionId id;
    TransactionKind kind = TransactionKind::charge;
    std::string key;  ///< idempotency key, unique in the ledger, e.g. "charge:booking:17"
    Instant at{};
    BookingId booking_id;            ///< or none
    OrganisationId organisation_id;  ///< the customer
    std::string reference;
    std::vector<Posting> postings;
    TransactionId ends = {};      ///< the hold that this ends; a hold ends once
    TransactionId corrects = {};  ///< the charge that this corrects
};

/// What an account adds up to.
struct AccountState {
    Money balance;
    Money held;
};

}  // namespace model
