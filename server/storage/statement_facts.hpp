#pragma once
// What the ledger says of an organisation's month, as the documents about it show it.

#include <vector>

#include "model/money_document.hpp"
#include "model/month.hpp"
#include "model/people.hpp"
#include "server/storage/database.hpp"

namespace server {

/// With the sums, the total and, where it is asked for, the lines of the time from `from` to before `until`.
/// `opening_fen` is given.
void fill_in(Database& database, model::MoneyDocument& draft, model::Interval span, bool with_lines);

/// What was owed at a moment.
model::Money balance_before(Database& database, const model::OrganisationId& organisation, model::Instant at);

/// A statement of the month without sums: the parties, the span, the id.
model::MoneyDocument statement_draft(Database& database, const model::Organisation& organisation, model::Month month);
/// What each institution charged, of a statement with lines; their ids are noted in it.
std::vector<model::MoneyDocument> fee_statements(Database& database, model::MoneyDocument& statement);

}  // namespace server
