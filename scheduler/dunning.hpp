#pragma once
// What follows where a company does not pay: the steps of the billing policy, each once, in their order, counted from
// the day on which the oldest unpaid charge fell due. A payment counts against the oldest charges first, and what is in
// dispute is not asked for. When nothing is overdue any more, the steps begin anew and a block ends.

#include "model/company_account.hpp"
#include "scheduler/store.hpp"

namespace scheduler {

/// After a charge: sets the day on which the account is looked at, unless one is set.
void expect_payment(Transaction& tx, const model::OrganisationId& organisation, model::Instant now);

/// Looks at the account anew, takes the steps whose time has come, and sets the day of the next look.
void review_dunning(Transaction& tx, const model::OrganisationId& organisation, model::Instant now);

/// The look that the timer asks for; nothing where there is no such account.
void dun(Transaction& tx, model::CompanyAccountId account, model::Instant now);

}  // namespace scheduler
