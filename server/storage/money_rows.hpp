#pragma once
// Rows of bank lines, disputes, corrections and the like to values: what the writer and the readers both need.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include "model/bank_line.hpp"
#include "model/billing_policy.hpp"
#include "model/correction.hpp"
#include "server/storage/database.hpp"

namespace server {

using BankLineRow =
    std::tuple<std::int64_t, std::string, std::int64_t, std::string, std::string, std::int64_t, std::string,
               std::string, std::string, std::optional<std::string>, std::int64_t, std::string>;
#define YIQI_BANK_LINE_COLUMNS                                                                                         \
    "l.id, l.bank_reference, l.paid_on, l.payer_name, l.payer_account, l.amount_fen, l.text, l.status, l.matched_by, " \
    "l.organisation_id, l.imported_at, l.reason"
model::BankLine bank_line_of(const BankLineRow& row);

using CorrectionRow =
    std::tuple<std::int64_t, std::string, std::string, std::optional<std::int64_t>, std::optional<std::int64_t>,
               std::int64_t, std::string, std::string, std::int64_t, std::int64_t, std::int64_t,
               std::optional<std::int64_t>, std::string, std::optional<std::int64_t>>;
#define YIQI_CORRECTION_COLUMNS                                                                                     \
    "c.id, c.kind, c.organisation_id, c.charge_id, c.dispute_id, c.amount_fen, c.reason, c.status, c.proposed_by, " \
    "c.proposed_at, c.decided_by, c.decided_at, c.decision_reason, c.transaction_id"
model::Correction correction_of(const CorrectionRow& row);

using DisputeRow = std::tuple<std::int64_t, std::string, std::int64_t, std::optional<std::int64_t>,
                              std::optional<std::int64_t>, std::int64_t, std::string, std::string, std::int64_t,
                              std::int64_t, std::int64_t, std::optional<std::int64_t>, std::string>;
#define YIQI_DISPUTE_COLUMNS                                                                                      \
    "d.id, d.organisation_id, d.charge_id, d.booking_id, d.line, d.amount_fen, d.reason, d.status, d.opened_by, " \
    "d.opened_at, d.decided_by, d.decided_at, d.decision_reason"
model::Dispute dispute_of(const DisputeRow& row);

/// Calls `visit(Row)` for every row of a statement that selects the row's columns.
template <class Row, class Visit, class... In>
void each_row(Database& database, Sql sql, Visit&& visit, const In&... in) {
    std::apply(
        [&]<class... Column>(const Column&...) {
            database.each<Column...>(sql, [&](const Column&... column) { visit(Row{column...}); }, in...);
        },
        Row{});
}

/// The billing policy in force with its version; 0: none was set, the defaults.
struct BillingPolicyVersion {
    std::int64_t version = 0;
    model::BillingPolicy policy;
};
BillingPolicyVersion stored_billing_policy(Database& database);

}  // namespace server
