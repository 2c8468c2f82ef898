#include "server/documents/sheet.hpp"

#include <fmt/format.h>

namespace server {

using namespace model;

namespace {
std::string day_text(Instant at, const TimeZone& zone) {
    return format_instant(at, zone).substr(0, 10);
}

std::string minute_text(Instant at, const TimeZone& zone) {
    auto text = format_instant(at, zone).substr(0, 16);
    text[10] = ' ';
    return text;
}

Sentence title_of(DocumentKind kind) {
    switch (kind) {
        case DocumentKind::statement:
            return {"对账单", "Statement of account"};
        case DocumentKind::fee_statement:
            return {"收费明细单", "Statement of fees"};
        case DocumentKind::receipt:
            return {"收款收据", "Receipt"};
        case DocumentKind::credit_note:
            return {"红字更正单", "Credit note"};
    }
    return {};
}

Sentence total_label_of(DocumentKind kind) {
    switch (kind) {
        case DocumentKind::statement:
            return {"期末应付", "Closing balance"};
        case DocumentKind::fee_statement:
            return {"费用合计", "Total of fees"};
        case DocumentKind::receipt:
            return {"收款金额", "Amount received"};
        case DocumentKind::credit_note:
            return {"更正金额", "Amount corrected"};
    }
    return {};
}

/// Kinds that a customer's account never has are not told apart.
Sentence kind_text(TransactionKind kind) {
    switch (kind) {
        case TransactionKind::charge:
            return {"收费", "Charge"};
        case TransactionKind::payment:
            return {"付款", "Payment"};
        case TransactionKind::credit_note:
            return {"红字更正", "Credit note"};
        case TransactionKind::refund:
            return {"退款", "Refund"};
        case TransactionKind::write_off:
            return {"核销", "Write-off"};
        default:
            return {"更正", "Adjustment"};
    }
}

/// Time is counted in minutes and priced by the hour.
Sentence unit_text(LineUnit unit) {
    switch (unit) {
        case LineUnit::minute:
            return {"分钟（时价）", "min (per h)"};
        case LineUnit::day:
            return {"天", "day"};
        case LineUnit::use:
            return {"次", "use"};
        case LineUnit::sample:
            return {"样", "sample"};
        case LineUnit::piece:
            return {"件", "piece"};
        case LineUnit::once:
            return {"项", "item"};
    }
    return {};
}

Sentence tax_text(TaxCategory category) {
    if (category == TaxCategory::exempt) {
        return {"免税", "exempt"};
    }
    const auto text = fmt::format("{}%", tax_percent(category));
    return {text, text};
}

void add(std::vector<SheetFact>& facts, Sentence label, const std::string& value) {
    if (!value.empty()) {
        facts.push_back({std::move(label), value});
    }
}

std::vector<SheetFact> party_facts(const DocumentParty& party, Sentence role) {
    std::vector<SheetFact> facts;
    add(facts, std::move(role), both({party.name_zh, party.name_en}));
    add(facts, {"纳税人识别号", "Tax number"}, party.tax_number);
    add(facts, {"地址", "Address"}, party.address);
    add(facts, {"电话", "Telephone"}, party.telephone);
    add(facts, {"开户银行", "Bank"}, party.bank);
    add(facts, {"银行账号", "Account"}, party.bank_account);
    return facts;
}

SheetRow transaction_row(const DocumentLine& line, const TimeZone& zone) {
    SheetRow row;
    row.date = day_text(line.at, zone);
    row.kind = kind_text(line.kind);
    row.description = line.instrument_name_zh.empty() && line.instrument_name_en.empty()
                          ? row.kind
                          : Sentence{line.instrument_name_zh, line.instrument_name_en};
    row.platform = both({line.platform_name_zh, line.platform_name_en});
    row.user = line.user_name;
    row.booking = line.booking_id ? std::to_string(line.booking_id->value) : "";
    const auto mention = [&row](const std::string& text) {
        if (!text.empty()) {
            row.detail.append(row.detail.empty() ? "" : " · ").append(text);
        }
    };
    if (line.start && line.end) {
        const auto end = minute_text(*line.end, zone);
        const auto start = minute_text(*line.start, zone);
        mention(start + " – " + (end.starts_with(start.substr(0, 10)) ? end.substr(11) : end));
    }
    mention(row.user);
    mention(row.booking.empty() ? "" : fmt::format("预约 Booking {}", row.booking));
    mention(line.reference);
    mention(line.contract_registration.empty() ? ""
                                               : fmt::format("合同登记号 Contract {}", line.contract_registration));
    row.amount = line.amount_fen;
    row.tax = line.tax ? tax_text(*line.tax) : Sentence{};
    return row;
}

SheetRow price_row(const DocumentPriceLine& line) {
    SheetRow row;
    row.part = true;
    row.description = line.description;
    row.quantity = line.quantity;
    row.unit = unit_text(line.unit);
    row.unit_price = line.unit_fen;
    row.amount = line.amount_fen;
    return row;
}

std::vector<SheetFact> head_of(const MoneyDocument& document, const TimeZone& zone) {
    std::vector<SheetFact> head;
    const bool month = !document.month.empty();
    add(head, {"编号", "Number"},
        document.provisional ? "未出账（本月截至目前）Provisional: the month still runs" : document.number);
    if (month) {
        add(head, {"账期", "Period"},
            fmt::format("{} – {}", day_text(document.from, zone), day_text(document.to - seconds{1}, zone)));
    }
    if (document.issued_at) {
        add(head, {"出具日期", "Issued"}, day_text(*document.issued_at, zone));
    }
    return head;
}

std::vector<SheetSum> sums_of(const MoneyDocument& document) {
    if (document.kind != DocumentKind::statement) {
        return {};
    }
    return {{{"期初余额", "Opening balance"}, document.opening_fen},
            {{"本期费用", "Charges"}, document.charges_fen},
            {{"本期付款与更正", "Payments and corrections"}, -document.payments_fen}};
}
}  // namespace

std::string both(const Sentence& sentence) {
    if (sentence.zh.empty() || sentence.zh == sentence.en) {
        return sentence.en;
    }
    return sentence.en.empty() ? sentence.zh : sentence.zh + " " + sentence.en;
}

Sheet sheet_of(const MoneyDocument& document, const TimeZone& zone) {
    Sheet sheet;
    sheet.title = title_of(document.kind);
    sheet.number = document.number;
    sheet.total_label = total_label_of(document.kind);
    sheet.total = document.total_fen;
    sheet.capitals = document.amount_in_capitals;
    sheet.head = head_of(document, zone);
    sheet.issuer = party_facts(document.issuer, {"出具方", "Issued by"});
    sheet.customer = party_facts(document.customer, {"客户", "Customer"});
    sheet.issued_at = document.issued_at;
    if (document.lines) {
        for (const auto& line : *document.lines) {
            sheet.rows.push_back(transaction_row(line, zone));
            for (const auto& part : line.lines) {
                sheet.rows.push_back(price_row(part));
            }
        }
    }
    for (const auto& tax : document.tax_lines) {
        auto label = tax_text(tax.category);
        if (!tax.contract_registration.empty()) {
            label.zh += "，合同登记号 " + tax.contract_registration;
            label.en += ", contract " + tax.contract_registration;
        }
        sheet.taxes.push_back({std::move(label), tax});
    }
    sheet.sums = sums_of(document);
    return sheet;
}

}  // namespace server
