// Lines of the bank of SqlTransaction.

#include "server/json/write.hpp"
#include "server/storage/money_rows.hpp"
#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

BankLine bank_line_of(const BankLineRow& row) {
    const auto& [id, reference, paid_on, name, account, amount, text, status, matched_by, organisation, at, reason] =
        row;
    BankLine line;
    line.id = BankLineId{id};
    line.bank_reference = reference;
    line.paid_on = Date{static_cast<LocalDay>(paid_on)};
    line.payer_name = name;
    line.payer_account = account;
    line.amount = Money{amount};
    line.text = text;
    line.status = json::enum_value<BankLineStatus>(status).value();
    line.matched_by = json::enum_value<MatchedBy>(matched_by).value();
    line.organisation_id = OrganisationId{organisation.value_or("")};
    line.imported_at = instant_of(at);
    line.reason = reason;
    return line;
}

std::vector<scheduler::KnownPayer> SqlTransaction::known_payers() {
    std::vector<scheduler::KnownPayer> found;
    database_.each<std::string, std::string, std::string, std::int64_t>(
        "SELECT o.id, o.name, o.credit_code, coalesce(a.balance_fen, 0) FROM organisation o LEFT JOIN ledger_account a "
        "ON a.kind = 'receivable' AND a.owner = o.id ORDER BY o.id",
        [&](const std::string& id, const std::string& name, const std::string& code, std::int64_t owed) {
            found.push_back({OrganisationId{id}, name, code, Money{owed}});
        });
    return found;
}

std::optional<BankLine> SqlTransaction::bank_line(const std::string& bank_reference) {
    std::optional<BankLine> found;
    each_row<BankLineRow>(
        database_, "SELECT " YIQI_BANK_LINE_COLUMNS " FROM bank_line l WHERE l.bank_reference = :reference",
        [&](const BankLineRow& row) { found = bank_line_of(row); }, bank_reference);
    return found;
}

std::optional<BankLine> SqlTransaction::bank_line(BankLineId id) {
    std::optional<BankLine> found;
    each_row<BankLineRow>(
        database_, "SELECT " YIQI_BANK_LINE_COLUMNS " FROM bank_line l WHERE l.id = :id",
        [&](const BankLineRow& row) { found = bank_line_of(row); }, id.value);
    return found;
}

namespace {
std::optional<std::string> named(const OrganisationId& id) {
    return id.empty() ? std::nullopt : std::optional(id.value);
}
}  // namespace

BankLineId SqlTransaction::add_bank_line(const BankLine& l) {
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO bank_line(bank_reference, paid_on, payer_name, payer_account, amount_fen, text, status, "
        "matched_by, organisation_id, imported_at, reason) VALUES (:reference, :paid, :name, :account, :amount, :text, "
        ":status, :by, :organisation, :at, :reason) RETURNING id",
        l.bank_reference, static_cast<std::int64_t>(l.paid_on.day), l.payer_name, l.payer_account, l.amount.fen(),
        l.text, json::enum_name(l.status), json::enum_name(l.matched_by), named(l.organisation_id),
        seconds_of(l.imported_at), l.reason);
    return BankLineId{std::get<0>(*id)};
}

void SqlTransaction::update_bank_line(const BankLine& l) {
    database_.run(
        "UPDATE bank_line SET status = :status, matched_by = :by, organisation_id = :organisation, reason = :reason "
        "WHERE id = :id",
        json::enum_name(l.status), json::enum_name(l.matched_by), named(l.organisation_id), l.reason, l.id.value);
}

}  // namespace server
