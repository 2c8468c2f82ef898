#include "model/money_document.hpp"

#include <map>
#include <utility>

#include "model/assert.hpp"
#include "model/capital_amount.hpp"
#include "model/tax.hpp"

namespace model {

TaxCategory tax_category_of(Money gross, Money tax) {
    if (tax == Money{0}) {
        return TaxCategory::exempt;
    }
    // A part of a charge that is given back takes its part of the tax, rounded again: a fen more or less.
    constexpr std::int64_t small_bp = 300;
    const auto apart = (without_tax(gross, small_bp).tax - tax).fen();
    return apart >= -1 && apart <= 1 ? TaxCategory::small_scale : TaxCategory::general;
}

std::vector<TaxLine> tax_lines_of(const std::vector<DocumentLine>& lines) {
    struct Sum {
        Money gross;
        Money tax;
    };
    std::map<std::pair<TaxCategory, std::string>, Sum> sums;
    for (const auto& line : lines) {
        if (line.tax) {
            auto& sum = sums[{*line.tax, line.contract_registration}];
            sum.gross += line.amount_fen;
            sum.tax += line.tax_fen;
        }
    }
    std::vector<TaxLine> taxes;
    for (const auto& [key, sum] : sums) {
        taxes.push_back({key.first, tax_percent(key.first), key.second, sum.gross - sum.tax, sum.tax, sum.gross});
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
