// Monthly statements: what was charged and paid in a month of the institution's zone.

#include <charconv>

#include <fmt/format.h>

#include "server/api/account_access.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"
#include "server/json/read.hpp"
#include "server/storage/price_text.hpp"

namespace server {

using namespace model;

namespace {
struct Month {
    int year = 0;
    unsigned month = 0;
    [[nodiscard]] std::string text() const { return fmt::format("{:04}-{:02}", year, month); }
    [[nodiscard]] Interval interval(const TimeZone& zone) const {
        const Month next = month == 12 ? Month{year + 1, 1} : Month{year, month + 1};
        return {zone.to_instant(local_day({year, month, 1}), 0),
                zone.to_instant(local_day({next.year, next.month, 1}), 0)};
    }
};

std::optional<Month> parse_month(std::string_view text) {
    Month m;
    if (text.size() != 7 || text[4] != '-') {
        return std::nullopt;
    }
    const auto year = std::from_chars(text.data(), text.data() + 4, m.year);
    const auto month = std::from_chars(text.data() + 5, text.data() + 7, m.month);
    const bool good = year.ec == std::errc{} && month.ec == std::errc{} && year.ptr == text.data() + 4 &&
                      month.ptr == text.data() + 7;
    return good && m.year >= 2000 && m.year <= 2037 && m.month >= 1 && m.month <= 12 ? std::optional(m) : std::nullopt;
}

struct StatementLine {
    Instant at{};
    TransactionKind kind = TransactionKind::charge;
    std::optional<BookingId> booking_id;
    std::string instrument_name_zh;
    std::string instrument_name_en;
    std::string platform_name_zh;
    std::string platform_name_en;
    std::optional<Instant> start;
    std::optional<Instant> end;
    std::string user_name;
    std::string reference;
    Money amount_fen;
    std::vector<PriceLineView> lines;
};
BOOST_DESCRIBE_STRUCT(StatementLine, (),
                      (at, kind, booking_id, instrument_name_zh, instrument_name_en, platform_name_zh, platform_name_en,
                       start, end, user_name, reference, amount_fen, lines))

struct Statement {
    std::string id;
    OrganisationId organisation_id;
    std::string organisation_name;
    std::string credit_code;
    std::string month;
    Instant from{};
    Instant to{};
    Money opening_fen;
    Money charges_fen;
    Money payments_fen;
    Money closing_fen;
    std::optional<std::vector<StatementLine>> lines;
};
BOOST_DESCRIBE_STRUCT(Statement, (),
                      (id, organisation_id, organisation_name, credit_code, month, from, to, opening_fen, charges_fen,
                       payments_fen, closing_fen, lines))

/// The sums of a month; charges add to what is owed, payments and credit notes take from it.
Statement statement_of(Database& database, const Organisation& organisation, Month month, const TimeZone& zone) {
    const auto range = month.interval(zone);
    Statement s;
    s.id = organisation.id.value + "." + month.text();
    s.organisation_id = organisation.id;
    s.organisation_name = organisation.name;
    s.credit_code = organisation.credit_code;
    s.month = month.text();
    s.from = range.start;
    s.to = range.end;
    const auto sums = database.first<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT CAST(coalesce(sum(CASE WHEN p.at < :start THEN p.amount_fen END), 0) AS BIGINT), "
        "CAST(coalesce(sum(CASE WHEN p.at >= :start2 AND t.kind = 'charge' THEN p.amount_fen END), 0) AS BIGINT), "
        "CAST(coalesce(sum(CASE WHEN p.at >= :start3 AND t.kind <> 'charge' THEN p.amount_fen END), 0) AS BIGINT) "
        "FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id JOIN ledger_transaction t ON t.id = "
        "p.transaction_id "
        "WHERE a.kind = 'receivable' AND a.owner = :owner AND p.at < :end AND t.kind NOT IN ('hold', 'hold_release')",
        seconds_of(range.start), seconds_of(range.start), seconds_of(range.start), organisation.id.value,
        seconds_of(range.end));
    s.opening_fen = Money{std::get<0>(*sums)};
    s.charges_fen = Money{std::get<1>(*sums)};
    s.payments_fen = -Money{std::get<2>(*sums)};
    s.closing_fen = s.opening_fen + s.charges_fen - s.payments_fen;
    return s;
}

std::vector<StatementLine> lines_of(Database& database, const OrganisationId& organisation, Interval range) {
    std::vector<StatementLine> lines;
    using Text = std::optional<std::string>;
    using Number = std::optional<std::int64_t>;
    database.each<std::int64_t, std::string, Number, Text, Text, Text, Text, Number, Number, Text, std::string,
                  std::int64_t, Text, std::string>(
        "SELECT t.at, t.kind, t.booking_id, i.name_zh, i.name_en, pl.name_zh, pl.name_en, b.start_at, b.end_at, "
        "pe.name, t.reference, "
        "p.amount_fen, b.charge_lines, t.idempotency_key FROM ledger_account a JOIN ledger_posting p ON p.account_id = "
        "a.id "
        "JOIN ledger_transaction t ON t.id = p.transaction_id LEFT JOIN booking b ON b.id = t.booking_id "
        "LEFT JOIN instrument i ON i.id = b.instrument_id LEFT JOIN platform pl ON pl.id = i.platform_id "
        "LEFT JOIN person pe ON pe.id = b.person_id WHERE a.kind = 'receivable' AND a.owner = :owner AND p.at >= "
        ":start AND p.at < :end "
        "AND t.kind NOT IN ('hold', 'hold_release') ORDER BY p.at, t.id LIMIT 20000",
        [&](std::int64_t at, const std::string& kind, const Number& booking, const Text& zh, const Text& en,
            const Text& platform_zh, const Text& platform_en, const Number& start, const Number& end, const Text& user,
            const std::string& reference, std::int64_t amount, const Text& charge_lines, const std::string& key) {
            StatementLine line;
            line.at = instant_of(at);
            line.kind = json::enum_value<TransactionKind>(kind).value();
            line.booking_id = booking ? std::optional(BookingId{*booking}) : std::nullopt;
            line.instrument_name_zh = zh.value_or("");
            line.instrument_name_en = en.value_or("");
            line.platform_name_zh = platform_zh.value_or("");
            line.platform_name_en = platform_en.value_or("");
            line.start = start ? std::optional(instant_of(*start)) : std::nullopt;
            line.end = end ? std::optional(instant_of(*end)) : std::nullopt;
            line.user_name = user.value_or("");
            line.reference = reference;
            line.amount_fen = Money{amount};
            if (charge_lines && line.booking_id) {
                auto price = Price{parse_price_text(*charge_lines), line.amount_fen};
                // A charge has the lines that it was made with, a correction those that were added then.
                const bool correction = key.starts_with("correction:");
                std::erase_if(price.lines, [&](const PriceLine& l) {
                    return correction ? l.corrected_at != line.at : l.is_correction();
                });
                line.lines = price_view(price).lines;
            }
            lines.push_back(std::move(line));
        },
        organisation.value, seconds_of(range.start), seconds_of(range.end));
    return lines;
}
}  // namespace

Result<Answer> list_statements(const Call& call, Database& database) {
    const OrganisationId id{call.query("organisation").empty() ? call.who->organisation.id.value
                                                               : call.query("organisation")};
    TRY(const auto organisation, visible_organisation(call, database, id));
    const auto& zone = call.style.zone;
    std::vector<std::string> items;
    const auto& month_text = call.query("month");
    if (!month_text.empty()) {
        const auto month = parse_month(month_text);
        if (!month) {
            return Error(ErrorCode::malformed_request)
                .with_field({"month", "not_a_month", {"应为如 2026-11", "a month looks like 2026-11"}});
        }
        items.push_back(json::to_text(statement_of(database, organisation, *month, zone), call.style));
    } else {
        // The months from the first entry to now, the newest first.
        const auto first = database.first<std::optional<std::int64_t>>(
            "SELECT min(p.at) FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id JOIN "
            "ledger_transaction t ON t.id = p.transaction_id "
            "WHERE a.kind = 'receivable' AND a.owner = :owner AND t.kind NOT IN ('hold', 'hold_release')",
            organisation.id.value);
        constexpr std::size_t months_max = 120;
        if (first && std::get<0>(*first)) {
            const auto oldest = civil_date(zone.to_local(instant_of(*std::get<0>(*first))).day);
            const auto newest = civil_date(zone.to_local(call.now).day);
            Month month{newest.year, newest.month};
            while ((month.year > oldest.year || (month.year == oldest.year && month.month >= oldest.month)) &&
                   items.size() < months_max) {
                items.push_back(json::to_text(statement_of(database, organisation, month, zone), call.style));
                month = month.month == 1 ? Month{month.year - 1, 12} : Month{month.year, month.month - 1};
            }
        }
    }
    return Answer{200, list_text(items, Page{}, static_cast<std::int64_t>(items.size()))};
}

Result<Answer> one_statement(const Call& call, Database& database) {
    const std::string_view id = call.path_parameter(0);
    const auto dot = id.rfind('.');
    const auto month = dot == std::string_view::npos ? std::nullopt : parse_month(id.substr(dot + 1));
    if (!month) {
        return ErrorCode::not_found;
    }
    TRY(const auto organisation, visible_organisation(call, database, OrganisationId{std::string(id.substr(0, dot))}));
    auto statement = statement_of(database, organisation, *month, call.style.zone);
    statement.lines = lines_of(database, organisation.id, {statement.from, statement.to});
    return Answer{200, json::to_text(statement, call.style)};
}

Shape statements_shape() {
    return {list_schema<Statement>(), {}, {{"organisation"}, {"month"}}};
}

Shape statement_shape() {
    return {json::schema<Statement>()};
}

}  // namespace server
