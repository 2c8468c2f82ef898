// Accounts of organisations, their entries, and the proof that the books balance.

#include <fmt/format.h>

#include "scheduler/company_money.hpp"
#include "server/api/account_access.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/json/read.hpp"
#include "server/storage/company_money_rows.hpp"
#include "server/storage/verify.hpp"

namespace server {

using namespace model;

namespace {
struct AccountView {
    OrganisationId organisation_id;
    std::string name;
    Money balance_fen;
    Money held_fen;
    Money credit_limit_fen;
    Money available_fen;
    Money owed_fen;
    Money prepaid_fen;
    Money deposit_fen;
    Money overdue_fen;
    std::optional<Money> low_balance_fen;
    bool blocked = false;
    std::vector<std::string> vouchers;
};
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (organisation_id, name, balance_fen, held_fen, credit_limit_fen, available_fen, owed_fen,
                       prepaid_fen, deposit_fen, overdue_fen, low_balance_fen, blocked, vouchers))

struct LedgerView {
    std::int64_t entries = 0;
    std::int64_t accounts = 0;
    Money sum_fen;
    std::string audit_chain;
    std::int64_t last_event = 0;
    std::string last_seal;
    std::vector<KindTotal> kinds;
    std::vector<std::string> problems;
};
BOOST_DESCRIBE_STRUCT(LedgerView, (), (entries, accounts, sum_fen, audit_chain, last_event, last_seal, kinds, problems))

struct EntryView {
    TransactionId id;
    Instant at{};
    TransactionKind kind = TransactionKind::charge;
    Money amount_fen;
    std::optional<BookingId> booking_id;
    std::string instrument_name_zh;
    std::string instrument_name_en;
    std::string reference;
};
BOOST_DESCRIBE_STRUCT(EntryView, (),
                      (id, at, kind, amount_fen, booking_id, instrument_name_zh, instrument_name_en, reference))

Result<Organisation> existing_organisation(Database& database, const OrganisationId& id) {
    auto organisation = find_organisation(database, id);
    if (!organisation) {
        return ErrorCode::not_found;
    }
    return *std::move(organisation);
}
}  // namespace

Result<Organisation> visible_organisation(const Call& call, Database& database, const OrganisationId& id) {
    if (!may_see_account(*call.who, id)) {
        return ErrorCode::not_found;
    }
    return existing_organisation(database, id);
}

Result<Answer> one_account(const Call& call, Database& database) {
    const OrganisationId id{call.path_parameter(0)};
    // Members see the balance of their own organisation, but not its entries.
    TRY(const auto organisation, call.who->organisation.id == id ? existing_organisation(database, id)
                                                                 : visible_organisation(call, database, id));
    const auto money = find_company_money(database, id);
    const auto policy = stored_billing_policy(database).policy;
    const auto deposit = database.first<std::int64_t>(
        "SELECT balance_fen FROM ledger_account WHERE kind = 'deposit' AND owner = :owner", id.value);
    AccountView view;
    view.organisation_id = organisation.id;
    view.name = organisation.name;
    view.balance_fen = money.owed - money.prepaid;
    view.held_fen = money.held;
    view.credit_limit_fen = organisation.credit_limit;
    view.available_fen = scheduler::available(organisation.credit_limit, money);
    view.owed_fen = money.owed;
    view.prepaid_fen = money.prepaid;
    view.deposit_fen = deposit ? -Money{std::get<0>(*deposit)} : Money{};
    view.overdue_fen = find_unpaid(database, id, call.now - std::chrono::days{policy.payment_days.value}).due;
    view.low_balance_fen = money.account.low_balance;
    view.blocked = money.account.blocked;
    return Answer{200, json::to_text(view, call.style)};
}

Result<Answer> account_entries(const Call& call, Database& database) {
    TRY(const auto organisation, visible_organisation(call, database, OrganisationId{call.path_parameter(0)}));
    TRY(const auto page, page_of(call));
    TRY(const auto from, instant_parameter(call, "from"));
    TRY(const auto to, instant_parameter(call, "to"));
    const auto low = seconds_of(from.value_or(Instant{}));
    const auto high = seconds_of(to.value_or(latest_instant));
    std::vector<std::string> items;
    database.each<std::int64_t, std::int64_t, std::string, std::int64_t, std::optional<std::int64_t>,
                  std::optional<std::string>, std::optional<std::string>, std::string>(
        "SELECT t.id, t.at, t.kind, x.amount, t.booking_id, i.name_zh, i.name_en, t.reference FROM (SELECT "
        "p.transaction_id, CAST(sum(p.amount_fen) AS BIGINT) AS amount FROM ledger_account a JOIN ledger_posting p ON "
        "p.account_id = a.id WHERE a.kind IN ('receivable', 'prepaid') AND a.owner = :owner AND p.at >= :low AND p.at "
        "< "
        ":high GROUP BY p.transaction_id) x JOIN ledger_transaction t ON t.id = x.transaction_id LEFT JOIN booking b "
        "ON "
        "b.id = t.booking_id LEFT JOIN instrument i ON i.id = b.instrument_id ORDER BY t.at DESC, t.id DESC LIMIT "
        ":limit OFFSET :offset",
        [&](std::int64_t id, std::int64_t at, const std::string& kind, std::int64_t amount,
            const std::optional<std::int64_t>& booking, const std::optional<std::string>& zh,
            const std::optional<std::string>& en, const std::string& reference) {
            items.push_back(json::to_text(
                EntryView{TransactionId{id}, instant_of(at), json::enum_value<TransactionKind>(kind).value(),
                          Money{amount}, booking ? std::optional(BookingId{*booking}) : std::nullopt, zh.value_or(""),
                          en.value_or(""), reference},
                call.style));
        },
        organisation.id.value, low, high, static_cast<std::int64_t>(page.limit), page.offset);
    const auto total = database.first<std::int64_t>(
        "SELECT count(DISTINCT p.transaction_id) FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id "
        "WHERE a.kind IN ('receivable', 'prepaid') AND a.owner = :owner AND p.at >= :low AND p.at < :high",
        organisation.id.value, low, high);
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Result<Answer> verify_ledger(const Call& call, Database& database) {
    const auto report = verify_books(database);
    const LedgerView view{report.entries,  report.accounts,  Money{report.sum_fen}, report.chain_ok ? "ok" : "broken",
                          report.last.seq, report.last.seal, report.kinds,          report.problems};
    return Answer{200, json::to_text(view, call.style)};
}

Shape account_shape() {
    return {json::schema<AccountView>()};
}

Shape entries_shape() {
    return {list_schema<EntryView>(), {}, paged({{"from", instant_schema}, {"to", instant_schema}})};
}

Shape ledger_shape() {
    return {json::schema<LedgerView>()};
}

}  // namespace server
