// Monthly statements, as the ledger has them.

#include <boost/asio.hpp>

#include "server/api/account_access.hpp"
#include "server/api/document_answer.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/storage/statement_facts.hpp"

namespace server {

using namespace model;
namespace asio = boost::asio;

namespace {
constexpr std::int64_t months_max = 120;

MoneyDocument month_statement(Database& database, const Organisation& organisation, Month month, bool with_lines) {
    auto statement = statement_draft(database, organisation, month);
    statement.opening_fen = balance_before(database, organisation.id, statement.from);
    fill_in(database, statement, {statement.from, statement.to}, with_lines);
    if (with_lines) {
        (void)fee_statements(database, statement);
    }
    return statement;
}

/// From the first entry to now, the newest first.
std::vector<MoneyDocument> all_months(Database& database, const Organisation& organisation, Month now) {
    std::vector<MoneyDocument> statements;
    const auto first = database.first<std::optional<std::int64_t>>(
        "SELECT min(p.at) FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id JOIN ledger_transaction "
        "t ON t.id = p.transaction_id WHERE a.kind IN ('receivable', 'prepaid') AND a.owner = "
        ":owner AND t.kind NOT LIKE 'hold%'",
        organisation.id.value);
    if (first && std::get<0>(*first)) {
        const auto oldest = Month::of(instant_of(*std::get<0>(*first)), TimeZone());
        for (auto month = now; month >= oldest && month.number() > now.number() - months_max;
             month = month.previous()) {
            statements.push_back(month_statement(database, organisation, month, false));
        }
    }
    return statements;
}

/// "ORG.2026-11" or, of one institution, "ORG.2026-11.INSTITUTION".
struct StatementId {
    OrganisationId organisation;
    Month month;
    std::string institution;
};

std::optional<StatementId> parse_statement_id(std::string_view id) {
    constexpr std::size_t month_length = 7;
    for (auto dot = id.find('.'); dot != std::string_view::npos; dot = id.find('.', dot + 1)) {
        const auto month = parse_month(id.substr(dot + 1, month_length));
        const auto rest = month ? id.substr(dot + 1 + month_length) : id;
        if (month && (rest.empty() || (rest.starts_with('.') && rest.size() > 1))) {
            return StatementId{OrganisationId{std::string(id.substr(0, dot))}, *month,
                               std::string(rest.empty() ? rest : rest.substr(1))};
        }
    }
    return std::nullopt;
}

Result<MoneyDocument> find_statement(const Call& call, Database& database) {
    const auto id = parse_statement_id(call.path_parameter(0));
    if (!id) {
        return ErrorCode::not_found;
    }
    // Who issued it may see it, too.
    const bool issuer = !id->institution.empty() && may_see_account(*call.who, OrganisationId{id->institution});
    const auto organisation = find_organisation(database, id->organisation);
    if (!organisation || !(issuer || may_see_account(*call.who, id->organisation))) {
        return ErrorCode::not_found;
    }
    auto statement = month_statement(database, *organisation, id->month, true);
    if (id->institution.empty()) {
        return statement;
    }
    for (auto& document : fee_statements(database, statement)) {
        if (document.id == call.path_parameter(0)) {
            return std::move(document);
        }
    }
    return ErrorCode::not_found;
}
}  // namespace

Result<Answer> list_statements(const Call& call, Database& database) {
    const OrganisationId id{call.query("organisation").empty() ? call.who->organisation.id.value
                                                               : call.query("organisation")};
    TRY(const auto organisation, visible_organisation(call, database, id));
    std::vector<MoneyDocument> statements;
    if (const auto& text = call.query("month"); !text.empty()) {
        const auto month = parse_month(text);
        if (!month) {
            return Error(ErrorCode::malformed_request)
                .with_field({"month", "not_a_month", {"应为如 2026-11", "a month looks like 2026-11"}});
        }
        statements.push_back(month_statement(database, organisation, *month, false));
    } else {
        statements = all_months(database, organisation, Month::of(call.now, TimeZone()));
    }
    std::vector<std::string> items;
    for (const auto& statement : statements) {
        items.push_back(json::to_text(statement, call.style));
    }
    return Answer{200, list_text(items, Page{}, static_cast<std::int64_t>(items.size()))};
}

asio::awaitable<http::Response> statement_document(Call& call) {
    std::function<Result<MoneyDocument>(Database&)> find = [&call](Database& database) {
        return find_statement(call, database);
    };
    auto response = co_await answer_document(call, std::move(find));
    co_return response;
}

Shape statements_shape() {
    return {list_schema<MoneyDocument>(), {}, {{"organisation"}, {"month"}}};
}

Shape statement_shape() {
    return {json::schema<MoneyDocument>()};
}

}  // namespace server
