// Accounts of organisations, their entries, payments, and the proof that the books balance.

#include <fmt/format.h>

#include "server/api/account_access.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/auth/secrets.hpp"
#include "server/json/read.hpp"
#include "server/storage/verify.hpp"

namespace server {

using namespace model;

namespace {
struct PaymentInput {
    OrganisationId organisation_id;
    Bounded<1, max_fen> amount_fen;
    Text<1, 200> reference;
};
BOOST_DESCRIBE_STRUCT(PaymentInput, (), (organisation_id, amount_fen, reference))

struct PaymentView {
    OrganisationId organisation_id;
    Money amount_fen;
    std::string reference;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(PaymentView, (), (organisation_id, amount_fen, reference, at))

struct AccountView {
    OrganisationId organisation_id;
    std::string name;
    Money balance_fen;
    Money held_fen;
    Money credit_limit_fen;
    Money available_fen;
    std::vector<std::string> vouchers;
};
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (organisation_id, name, balance_fen, held_fen, credit_limit_fen, available_fen, vouchers))

struct LedgerView {
    std::int64_t entries = 0;
    std::int64_t accounts = 0;
    Money sum_fen;
    std::string audit_chain;
    std::int64_t last_event = 0;
    std::string last_seal;
    std::vector<std::string> problems;
};
BOOST_DESCRIBE_STRUCT(LedgerView, (), (entries, accounts, sum_fen, audit_chain, last_event, last_seal, problems))

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
    const auto row = database.first<std::int64_t, std::int64_t>(
        "SELECT balance_fen, held_fen FROM ledger_account WHERE kind = 'receivable' AND owner = :owner",
        organisation.id.value);
    const Money balance{row ? std::get<0>(*row) : 0};
    const Money held{row ? std::get<1>(*row) : 0};
    const AccountView view{organisation.id,
                           organisation.name,
                           balance,
                           held,
                           organisation.credit_limit,
                           organisation.credit_limit - balance - held,
                           {}};
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
        "SELECT t.id, t.at, t.kind, p.amount_fen, t.booking_id, i.name_zh, i.name_en, t.reference FROM ledger_account "
        "a "
        "JOIN ledger_posting p ON p.account_id = a.id JOIN ledger_transaction t ON t.id = p.transaction_id "
        "LEFT JOIN booking b ON b.id = t.booking_id LEFT JOIN instrument i ON i.id = b.instrument_id "
        "WHERE a.kind = 'receivable' AND a.owner = :owner AND p.at >= :low AND p.at < :high ORDER BY p.at DESC, t.id "
        "DESC "
        "LIMIT :limit OFFSET :offset",
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
        "SELECT count(*) FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id "
        "WHERE a.kind = 'receivable' AND a.owner = :owner AND p.at >= :low AND p.at < :high",
        organisation.id.value, low, high);
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Result<CommandBody> receive_payment(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<PaymentInput>(body));
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        if (!call.who->has(Role::finance, input.organisation_id.value) && !call.who->has_anywhere(Role::system_admin)) {
            return ErrorCode::not_allowed;
        }
        // A repeated request is recognised by its idempotency key; without one each request is a payment.
        const auto key =
            fmt::format("payment:{}:{}", call.who->user.id.value,
                        call.request.idempotency_key.empty() ? call.request.request_id : call.request.idempotency_key);
        TRY(const auto payment,
            scheduler::receive_payment(tx, input.organisation_id, Money{input.amount_fen}, input.reference, key,
                                       {call.who->user.id, call.who->organisation.id, false}, call.now));
        const PaymentView view{input.organisation_id, Money{input.amount_fen}, input.reference.value, call.now};
        return Answer{201, json::to_text(view, call.style)};
    });
}

Result<Answer> verify_ledger(const Call& call, Database& database) {
    const auto report = verify_books(database);
    const LedgerView view{report.entries,  report.accounts,  Money{report.sum_fen}, report.chain_ok ? "ok" : "broken",
                          report.last.seq, report.last.seal, report.problems};
    return Answer{200, json::to_text(view, call.style)};
}

Shape account_shape() {
    return {json::schema<AccountView>()};
}

Shape entries_shape() {
    return {list_schema<EntryView>(), {}, paged({{"from", instant_schema}, {"to", instant_schema}})};
}

Shape payment_shape() {
    return {json::schema<PaymentView>(), json::schema<PaymentInput>()};
}

Shape ledger_shape() {
    return {json::schema<LedgerView>()};
}

}  // namespace server
