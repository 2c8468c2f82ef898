#include "server/billing/bank_file.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "server/inventory/import_seen.hpp"
#include "server/inventory/table_file.hpp"

namespace server {

using namespace model;

namespace {
enum Column : std::size_t { bank_reference, paid_on, payer_name, payer_account, amount, text };

constexpr std::array<std::string_view, 6> columns{"bank_reference", "paid_on", "payer_name",
                                                  "payer_account",  "amount",  "text"};

Date read_date(RowReader& row) {
    const auto written = row.text(paid_on, {.max = 10, .required = true});
    if (!written) {
        return {};
    }
    const auto date = parse_date(*written);
    if (!date) {
        row.error(paid_on, "bad_date", {"应为如 2026-11-23 的日期", "a date looks like 2026-11-23"});
        return {};
    }
    return *date;
}

Money read_amount(RowReader& row) {
    const auto written = row.text(amount, {.max = 20, .required = true});
    const auto parsed = written ? parse_yuan(*written) : std::nullopt;
    if (written && !parsed) {
        row.error(amount, "bad_amount",
                  {"应为大于 0 的金额（元），最多两位小数，不带千分位，如 1234.50",
                   "an amount in yuan above 0 with at most two decimals and no separators, such as 1234.50"});
    }
    return parsed.value_or(Money{});
}

BankLine read_line(RowReader& row) {
    constexpr std::size_t account_max = 64;
    BankLine line;
    line.bank_reference = row.id(bank_reference).value_or("");
    line.paid_on = read_date(row);
    line.payer_name = row.text(payer_name, {}).value_or("");
    line.payer_account = row.text(payer_account, {.max = account_max}).value_or("");
    line.amount = read_amount(row);
    line.text = row.text(text, {}).value_or("");
    return line;
}
}  // namespace

std::optional<Money> parse_yuan(std::string_view written) {
    constexpr std::size_t digits_max = 10;
    constexpr std::size_t decimals_max = 2;
    const auto point = written.find('.');
    const auto whole = written.substr(0, point);
    const auto decimals = point == std::string_view::npos ? std::string_view() : written.substr(point + 1);
    const auto is_number = [](std::string_view digits) {
        return std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    };
    const bool good = !whole.empty() && whole.size() <= digits_max && is_number(whole) &&
                      (point == std::string_view::npos || !decimals.empty()) && decimals.size() <= decimals_max &&
                      is_number(decimals);
    if (!good) {
        return std::nullopt;
    }
    std::int64_t fen = 0;
    for (const char c : whole) {
        fen = fen * 10 + (c - '0');
    }
    for (std::size_t i = 0; i < decimals_max; ++i) {
        fen = fen * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
    }
    return fen > 0 && fen <= max_fen ? std::optional(Money{fen}) : std::nullopt;
}

Result<BankFile> read_bank_file(std::istream& file) {
    BankFile read;
    const ImportOptions options;
    SeenKeys seen;
    TableFile table(file, columns, options, read.report);
    TRY_VOID(table.read([&](RowReader& row) {
        auto line = read_line(row);
        if (const auto first =
                line.bank_reference.empty() ? std::nullopt : seen.first_seen(line.bank_reference, row.line(0))) {
            row.error(bank_reference, "duplicate_in_file",
                      {fmt::format("与第 {} 行重复", *first), fmt::format("the same as on line {}", *first)});
        }
        if (row.good()) {
            read.lines.push_back(std::move(line));
        }
    }));
    return read;
}

}  // namespace server
