#pragma once
// The one place where postings are made: what each kind of transaction moves between which accounts. Every list sums to
// zero.

#include <cstdint>
#include <string>
#include <vector>

#include "model/income_split.hpp"
#include "model/ledger.hpp"

namespace scheduler {

using Postings = std::vector<model::Posting>;

/// Whose money a charge is, and how it is divided.
struct Earners {
    std::string platform_id;
    std::string institution_id;
    std::int64_t tax_rate_bp = 0;
    model::IncomeSplit split;
};

/// Where an organisation stands.
struct Standing {
    model::OrganisationId organisation;
    model::Money owed;     ///< may be negative: then it counts as paid ahead
    model::Money prepaid;  ///< >= 0
};

/// Reserves `total` for what the platform expects.
Postings hold_postings(const model::OrganisationId& organisation, const std::string& platform_id, model::Money total);
/// The same with the opposite signs.
Postings reversed(Postings postings);

/// Takes `gross` > 0 from what is paid ahead, the rest is owed; the tax and the shares of the income go to theirs.
Postings charge_postings(const Standing& standing, const Earners& earners, model::Money gross);

/// A payment settles what is owed; what is beyond it is paid ahead. `amount` > 0.
Postings payment_postings(const Standing& standing, model::Money amount);

/// `amount` > 0, at most what is paid ahead (an assertion).
Postings refund_postings(const Standing& standing, model::Money amount);

/// What is received (positive) or given back (negative) as a deposit.
Postings deposit_postings(const model::OrganisationId& organisation, model::Money amount);

/// A correction of a charge by `amount` (negative: in favour of the organisation). `left` is what the charge and its
/// corrections come to by account. What is given back is taken from tax and incomes in proportion to what is left of
/// them (largest remainder, in their order), so that a charge that is given back whole leaves nothing anywhere; it must
/// not be more than what is left (an assertion). What is added is divided in the same proportion.
Postings correction_postings(const Standing& standing, const Postings& left, model::Money amount);

/// Gives up `amount` > 0, at most what is owed (an assertion).
Postings write_off_postings(const Standing& standing, model::Money amount);

/// What is left of a charge: the sum of what tax and incomes got.
model::Money left_of(const Postings& left);

}  // namespace scheduler
