#pragma once
// A company's money as the writer and the readers both need it.

#include "scheduler/company_money_store.hpp"
#include "server/storage/money_rows.hpp"

namespace server {

scheduler::CompanyMoney find_company_money(Database& database, const model::OrganisationId& organisation);
scheduler::Unpaid find_unpaid(Database& database, const model::OrganisationId& organisation,
                              model::Instant charged_until);
std::vector<model::SpendingLimit> find_spending_limits(Database& database, const model::OrganisationId& organisation);
model::Money find_spent(Database& database, const model::SpendingLimit& limit, model::Interval time,
                        model::BookingId except);
model::CostCentre find_cost_centre(Database& database, model::BookingId booking);

}  // namespace server
