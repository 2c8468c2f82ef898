#include "server/storage/statement_facts.hpp"

#include <map>

#include <fmt/format.h>

#include "scheduler/price_words.hpp"
#include "scheduler/pricing.hpp"
#include "server/json/read.hpp"
#include "server/storage/price_text.hpp"
#include "server/storage/rows.hpp"

namespace server {

using namespace model;

namespace {
DocumentParty party_of(std::string id, std::string name_zh, std::string name_en, std::string tax_number) {
    return {std::move(id), std::move(name_zh), std::move(name_en), std::move(tax_number), "", "", "", ""};
}

DocumentParty customer_of(const Organisation& organisation) {
    return party_of(organisation.id.value, organisation.name, "", organisation.credit_code);
}

DocumentParty institution_party(Database& database, const InstitutionId& id) {
    const auto row =
        database.first<std::string, std::string>("SELECT name_zh, name_en FROM institution WHERE id = :id", id.value);
    return row ? party_of(id.value, std::get<0>(*row), std::get<1>(*row), "") : party_of(id.value, id.value, "", "");
}

/// Who keeps the accounts of all: the council.
DocumentParty council_party(Database& database) {
    const auto row = database.first<std::string, std::string, std::string>(
        "SELECT id, name, credit_code FROM organisation WHERE kind = 'council' ORDER BY id LIMIT 1");
    return row ? party_of(std::get<0>(*row), std::get<1>(*row), "", std::get<2>(*row))
               : party_of("COUNCIL", "理事会", "Council", "");
}

/// The parts of a price where they are those of the amount: a charge has the lines that it was made with, a correction
/// by what others did those that were added then, other corrections have none of their own.
std::vector<DocumentPriceLine> price_parts(const std::optional<std::string>& text, const DocumentLine& of) {
    const Money amount = of.amount_fen;
    const bool charge = of.kind == TransactionKind::charge;
    std::vector<DocumentPriceLine> parts;
    Money sum;
    for (const auto& line : text ? parse_price_text(*text) : std::vector<PriceLine>{}) {
        if (charge ? line.is_correction() : line.corrected_at != of.at) {
            continue;
        }
        parts.push_back({line.code, scheduler::describe(line), line.quantity, line.unit, line.unit_fen, line.per,
                         line.percent, line.amount_fen, scheduler::describe_rule(line),
                         line.is_correction() ? std::optional(line.corrected_at) : std::nullopt});
        sum += line.amount_fen;
    }
    return sum == amount ? parts : std::vector<DocumentPriceLine>{};
}

std::vector<DocumentLine> lines_of(Database& database, const OrganisationId& organisation, Interval span) {
    std::vector<DocumentLine> lines;
    using Words = std::optional<std::string>;
    using Number = std::optional<std::int64_t>;
    database.each<std::int64_t, std::int64_t, std::string, Number, Words, Words, Words, Words, Words, Number, Number,
                  Words, std::string, std::int64_t, Words, std::int64_t>(
        "SELECT t.id, t.at, t.kind, t.booking_id, i.name_zh, i.name_en, pl.name_zh, pl.name_en, pl.institution_id, "
        "b.start_at, b.end_at, pe.name, t.reference, x.amount, b.charge_lines, "
        "(SELECT CAST(coalesce(sum(q.amount_fen), 0) AS BIGINT) FROM ledger_posting q JOIN ledger_account ta ON ta.id "
        "= "
        "q.account_id WHERE q.transaction_id = t.id AND ta.kind = 'tax') "
        "FROM (SELECT p.transaction_id, CAST(sum(p.amount_fen) AS BIGINT) AS amount FROM ledger_account a "
        "JOIN ledger_posting p ON p.account_id = a.id WHERE a.kind IN ('receivable', 'prepaid') AND a.owner = :owner "
        "AND p.at >= :from AND p.at < :until GROUP BY p.transaction_id) x "
        "JOIN ledger_transaction t ON t.id = x.transaction_id LEFT JOIN booking b ON b.id = t.booking_id "
        "LEFT JOIN instrument i ON i.id = b.instrument_id LEFT JOIN platform pl ON pl.id = i.platform_id "
        "LEFT JOIN person pe ON pe.id = b.person_id WHERE t.kind NOT LIKE 'hold%' ORDER BY t.at, t.id",
        [&](std::int64_t id, std::int64_t at, const std::string& kind, const Number& booking, const Words& zh,
            const Words& en, const Words& platform_zh, const Words& platform_en, const Words& institution,
            const Number& start, const Number& end, const Words& user, const std::string& reference,
            std::int64_t amount, const Words& price, std::int64_t tax) {
            DocumentLine line;
            line.transaction_id = TransactionId{id};
            line.at = instant_of(at);
            line.kind = json::enum_value<TransactionKind>(kind).value();
            line.booking_id = booking ? std::optional(BookingId{*booking}) : std::nullopt;
            line.instrument_name_zh = zh.value_or("");
            line.instrument_name_en = en.value_or("");
            line.platform_name_zh = platform_zh.value_or("");
            line.platform_name_en = platform_en.value_or("");
            line.institution_id = InstitutionId{institution.value_or("")};
            line.start = start ? std::optional(instant_of(*start)) : std::nullopt;
            line.end = end ? std::optional(instant_of(*end)) : std::nullopt;
            line.user_name = user.value_or("");
            line.reference = reference;
            line.amount_fen = Money{amount};
            if (institution) {
                line.tax_fen = -Money{tax};
                line.tax = tax_category_of(line.amount_fen, line.tax_fen);
            }
            line.lines = price_parts(price, line);
            lines.push_back(std::move(line));
        },
        organisation.value, seconds_of(span.start), seconds_of(span.end));
    return lines;
}
}  // namespace

void fill_in(Database& database, MoneyDocument& draft, Interval span, bool with_lines) {
    if (with_lines) {
        draft.lines = lines_of(database, draft.organisation_id, span);
        sum_up(draft);
        return;
    }
    const auto sums = database.first<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT CAST(coalesce(sum(CASE WHEN t.kind = 'charge' THEN p.amount_fen END), 0) AS BIGINT), "
        "CAST(coalesce(sum(CASE WHEN t.kind <> 'charge' THEN p.amount_fen END), 0) AS BIGINT), "
        "CAST(coalesce(sum(CASE WHEN t.kind IN ('credit_note', 'adjustment', 'write_off') THEN p.amount_fen END), 0) "
        "AS BIGINT) FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id "
        "JOIN ledger_transaction t ON t.id = p.transaction_id WHERE a.kind IN ('receivable', 'prepaid') AND a.owner = "
        ":owner AND p.at >= :from AND p.at < :until AND t.kind NOT LIKE 'hold%'",
        draft.organisation_id.value, seconds_of(span.start), seconds_of(span.end));
    draft.charges_fen = Money{std::get<0>(*sums)};
    draft.payments_fen = -Money{std::get<1>(*sums)};
    draft.corrections_fen = Money{std::get<2>(*sums)};
    draft.closing_fen = draft.opening_fen + draft.charges_fen - draft.payments_fen;
    name_total(draft);
}

Money balance_before(Database& database, const OrganisationId& organisation, Instant at) {
    const auto row = database.first<std::int64_t>(
        "SELECT CAST(coalesce(sum(p.amount_fen), 0) AS BIGINT) FROM ledger_account a "
        "JOIN ledger_posting p ON p.account_id = a.id JOIN ledger_transaction t ON t.id = p.transaction_id "
        "WHERE a.kind IN ('receivable', 'prepaid') AND a.owner = :owner AND p.at < :at AND t.kind NOT LIKE 'hold%'",
        organisation.value, seconds_of(at));
    return Money{std::get<0>(*row)};
}

MoneyDocument statement_draft(Database& database, const Organisation& organisation, Month month) {
    MoneyDocument draft;
    const auto span = month.interval(TimeZone());
    draft.id = organisation.id.value + "." + month.text();
    draft.kind = DocumentKind::statement;
    draft.issuer = council_party(database);
    draft.customer = customer_of(organisation);
    draft.organisation_id = organisation.id;
    draft.organisation_name = organisation.name;
    draft.credit_code = organisation.credit_code;
    draft.month = month.text();
    draft.from = span.start;
    draft.to = span.end;
    return draft;
}

std::vector<MoneyDocument> fee_statements(Database& database, MoneyDocument& statement) {
    std::map<std::string, std::vector<DocumentLine>> by_institution;
    for (const auto& line : statement.lines.value()) {
        if (!line.institution_id.empty()) {
            by_institution[line.institution_id.value].push_back(line);
        }
    }
    std::vector<MoneyDocument> documents;
    statement.fee_statements.clear();
    for (auto& [institution, lines] : by_institution) {
        MoneyDocument document = statement;
        document.id = statement.id + "." + institution;
        document.kind = DocumentKind::fee_statement;
        document.issuer = institution_party(database, InstitutionId{institution});
        document.opening_fen = {};
        document.fee_statements.clear();
        document.lines = std::move(lines);
        sum_up(document);
        statement.fee_statements.push_back(document.id);
        documents.push_back(std::move(document));
    }
    return documents;
}

}  // namespace server
