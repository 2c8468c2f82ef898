#pragma once
// A document about money as it is laid out: the words and rows that PDF, XLSX and CSV share. Chinese with English
// beside it, so that one paper serves everybody.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/money_document.hpp"
#include "model/time_zone.hpp"

namespace server {

/// "期末余额 Closing balance" and what stands behind it.
struct SheetFact {
    model::Sentence label;
    std::string value;
};

struct SheetSum {
    model::Sentence label;
    model::Money amount;
};

/// A row is a transaction of the ledger, or a part of its price below it. `detail` is the second line of the
/// description: time and person. Amounts of parts are contained in that of their transaction.
struct SheetRow {
    bool part = false;
    std::string date;  ///< "2026-11-24"; empty for parts
    model::Sentence kind;
    model::Sentence description;
    std::string detail;
    std::string booking;  ///< number of the booking, where it is about one
    std::string platform;
    std::string user;
    std::optional<std::int64_t> quantity;
    model::Sentence unit;
    std::optional<model::Money> unit_price;
    model::Money amount;
    model::Sentence tax;  ///< "6%", "免税"; empty where it is no supply
};

struct SheetTax {
    model::Sentence label;
    model::TaxLine line;
};

struct Sheet {
    model::Sentence title;
    std::string number;  ///< or, in both languages, that it is provisional
    model::Sentence total_label;
    model::Money total;
    std::string capitals;
    std::vector<SheetFact> head;
    std::vector<SheetFact> issuer;
    std::vector<SheetFact> customer;
    std::vector<SheetRow> rows;
    std::vector<SheetTax> taxes;
    std::vector<SheetSum> sums;
    std::optional<model::Instant> issued_at;
};

/// Instants are shown in `zone`. Throws nothing; a document without lines has no rows.
Sheet sheet_of(const model::MoneyDocument& document, const model::TimeZone& zone);

/// "数量 Quantity"; one of them where they are equal or the other is empty.
std::string both(const model::Sentence& sentence);

}  // namespace server
