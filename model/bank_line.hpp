#pragma once
// Lines of the bank's list of what came in.

#include <string>

#include <boost/describe.hpp>

#include "model/date.hpp"
#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/money.hpp"

namespace model {

/// matched: by its own words; assigned: by hand. Both have a payment in the ledger, the others none.
enum class BankLineStatus { unmatched, matched, assigned, ignored };
BOOST_DESCRIBE_ENUM(BankLineStatus, unmatched, matched, assigned, ignored)

/// What told whose payment it is.
enum class MatchedBy { nothing, reference, amount, name, hand };
BOOST_DESCRIBE_ENUM(MatchedBy, nothing, reference, amount, name, hand)

struct BankLine {
    BankLineId id;
    std::string bank_reference;  ///< the bank's own number, unique
    Date paid_on;
    std::string payer_name;
    std::string payer_account;
    Money amount;      ///< > 0
    std::string text;  ///< what the payer wrote
    BankLineStatus status = BankLineStatus::unmatched;
    MatchedBy matched_by = MatchedBy::nothing;
    OrganisationId organisation_id;  ///< empty until it is known
    Instant imported_at{};
    std::string reason;  ///< why it is ignored
};

/// The same line of the bank, whatever became of it here.
inline bool same_line(const BankLine& a, const BankLine& b) {
    return a.bank_reference == b.bank_reference && a.paid_on == b.paid_on && a.payer_name == b.payer_name &&
           a.payer_account == b.payer_account && a.amount == b.amount && a.text == b.text;
}

}  // namespace model
