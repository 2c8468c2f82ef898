#include "model/money_document.hpp"

#include <map>
#include <utility>

#include "model/assert.hpp"
#include "model/capital_amount.hpp"

namespace model {

std::vector<TaxLine> tax_lines_of(const std::vector<DocumentLine>& lines) {
    std::map<std::pair<TaxCategory, std::string>, Money> gross;
    for (const auto& line : lines) {
        if (line.tax) {
            gross[{*line.tax, line.contract_registration}] += line.amount_fen;
        }
    }
    std::vector<TaxLine> taxes;
    for (const auto& [key, amount] : gross) {
        const auto percent = tax_percent(key.first);
        const auto tax = scaled(amount, percent, 100 + percent);
        taxes.push_back({key.first, percent, key.second, amount - tax, tax, amount});
    }
    return taxes;
}

void name_total(MoneyDocument& document) {
    switch (document.kind) {
        case DocumentKind::statement:
            document.total_fen = document.closing_fen;
            break;
        case DocumentKind::fee_statement:
            document.total_fen = document.charges_fen - document.payments_fen;
            break;
        case DocumentKind::receipt:
            document.total_fen = document.payments_fen;
            break;
        case DocumentKind::credit_note:
            document.total_fen = document.charges_fen - document.payments_fen;
            break;
    }
    document.amount_in_capitals = capital_amount(document.total_fen);
}

void sum_up(MoneyDocument& document) {
    YIQI_ASSERT(document.lines.has_value());
    document.charges_fen = {};
    document.payments_fen = {};
    document.corrections_fen = {};
    for (const auto& line : *document.lines) {
        if (line.kind == TransactionKind::charge) {
            document.charges_fen += line.amount_fen;
            continue;
        }
        document.payments_fen -= line.amount_fen;
        if (line.kind == TransactionKind::credit_note || line.kind == TransactionKind::adjustment ||
            line.kind == TransactionKind::write_off) {
            document.corrections_fen += line.amount_fen;
        }
    }
    document.closing_fen = document.opening_fen + document.charges_fen - document.payments_fen;
    document.tax_lines = tax_lines_of(*document.lines);
    name_total(document);
}

}  // namespace model
