// Documents about money: their sums, and the papers that are made of them.

#include "server/documents/csv_document.hpp"
#include "server/documents/pdf_document.hpp"
#include "server/documents/xlsx_document.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/sample_documents.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/zip_member.hpp"

#include <fstream>
#include <string>

#include <catch2/catch.hpp>

using namespace model;
using namespace server;
using support::sample_statement;

namespace {
Sheet sheet(const MoneyDocument& document) {
    return sheet_of(document, TimeZone());
}

/// The text of a PDF, as a reader of it finds it.
std::string text_of_pdf(const std::string& bytes, const std::vector<std::string>& options = {"-layout"}) {
    const support::TempFolder folder;
    const auto file = folder.file("paper.pdf");
    std::ofstream(file, std::ios::binary) << bytes;
    std::vector<std::string> command{"pdftotext"};
    command.insert(command.end(), options.begin(), options.end());
    command.push_back(file);
    command.emplace_back("-");
    const auto finished = support::run_program(command);
    REQUIRE(finished.exit_code == 0);
    return finished.output;
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) {
        ++n;
    }
    return n;
}

bool has(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

MoneyDocument with_user(const std::string& name) {
    auto document = sample_statement(1);
    document.lines->front().user_name = name;
    document.lines->front().instrument_name_zh = name;
    document.lines->front().instrument_name_en = "";
    return document;
}
}  // namespace

TEST_CASE("A statement's closing balance is its opening one, plus charges, less payments, in figures and in capitals") {
    const auto document = sample_statement(3);
    CHECK(document.charges_fen == Money{750'000});
    CHECK(document.payments_fen == Money{100'000});
    CHECK(document.closing_fen == Money{123'456 + 750'000 - 100'000});
    CHECK(document.total_fen == document.closing_fen);
    CHECK(document.amount_in_capitals == "柒仟柒佰叁拾肆元伍角陆分");
}

TEST_CASE("Tax is contained in the charges, by rate and contract, and a payment is not taxed") {
    const auto taxes = sample_statement(8).tax_lines;
    REQUIRE(taxes.size() == 2);
    CHECK(taxes[0] == TaxLine{TaxCategory::general, 6, "", Money{1'650'943}, Money{99'057}, Money{1'750'000}});
    CHECK(taxes[1] == TaxLine{TaxCategory::exempt, 0, "2026370200001234", Money{250'000}, Money{0}, Money{250'000}});
    DocumentLine small;
    small.tax = TaxCategory::small_scale;
    small.amount_fen = Money{10'300};
    small.tax_fen = Money{300};
    CHECK(tax_lines_of({small}) ==
          std::vector<TaxLine>{{TaxCategory::small_scale, 3, "", Money{10'000}, Money{300}, Money{10'300}}});
}

TEST_CASE("The rate of a charge is known by its tax, also of the part that is given back") {
    CHECK(tax_category_of(Money{10'600}, Money{600}) == TaxCategory::general);
    CHECK(tax_category_of(Money{10'300}, Money{300}) == TaxCategory::small_scale);
    CHECK(tax_category_of(Money{-5'151}, Money{-150}) == TaxCategory::small_scale);
    CHECK(tax_category_of(Money{10'000}, Money{0}) == TaxCategory::exempt);
}

TEST_CASE("A statement as CSV begins with a byte order mark and carries plain numbers") {
    const auto csv = csv_document(sheet(sample_statement(1)));
    CHECK(csv.starts_with("\xEF\xBB\xBF编号 Number,"));
    CHECK(has(csv, ",2500.00,6%\r\n"));
    CHECK(has(csv, "预约机时 Booked time,,120,分钟（时价） min (per h),800.00,1600.00,\r\n"));
    CHECK(has(csv, ",-1000.00,\r\n"));
    CHECK(has(csv, "期末应付 Closing balance,,,,,2734.56,\r\n"));
}

TEST_CASE("Text that a spreadsheet would run as a formula is text in CSV and in the workbook") {
    const auto document = with_user("=HYPERLINK(\"http://evil.example\",\"pay\")");
    const auto csv = csv_document(sheet(document));
    CHECK(has(csv, "\"'=HYPERLINK(\"\"http://evil.example\"\""));
    CHECK_FALSE(has(csv, ",=HYPERLINK"));
    CHECK_FALSE(has(csv, "\"=HYPERLINK"));

    const auto workbook = xlsx_document(sheet(document));
    const auto cells = support::zip_member(workbook, "xl/worksheets/sheet1.xml");
    REQUIRE_FALSE(cells.empty());
    CHECK_FALSE(has(cells, "<f>"));
    CHECK_FALSE(has(cells, "hyperlink"));
    CHECK(has(cells, "<v>2734.56</v>"));
    CHECK(has(support::zip_member(workbook, "xl/sharedStrings.xml"), "=HYPERLINK("));
}

TEST_CASE("A statement as PDF says everything, with Chinese that can be copied from it") {
    const auto bytes = pdf_document(sheet(sample_statement(1)));
    CHECK(bytes.starts_with("%PDF-1."));
    const auto text = text_of_pdf(bytes);
    for (const auto* words : {"对账单", "Statement of account", "COUNCIL-S-000017", "极致新材料（青岛）有限公司",
                              "91370211MA3C4D5E6F", "2345 6789 0123 4567", "人民币（大写）贰仟柒佰叁拾肆元伍角陆分",
                              "2,734.56", "预约机时", "2,358.49", "141.51", "银行转账 2026112300017"}) {
        INFO(words);
        CHECK(has(text, words));
    }
    // Where scripts meet, readers differ in the spaces they find.
    auto packed = text;
    std::erase(packed, ' ');
    CHECK(has(packed, "第1页/共1页"));
    CHECK(bytes == pdf_document(sheet(sample_statement(1))));
    CHECK(bytes.size() < 200'000);
}

TEST_CASE("A long statement repeats the head of its table and numbers its pages") {
    const auto text = text_of_pdf(pdf_document(sheet(sample_statement(200))));
    const auto pages = count(text, "\f");
    CHECK(pages > 10);
    CHECK(count(text, "Amount (CNY)") == pages);
    CHECK(has(text, "第 1 页 / 共 " + std::to_string(pages) + " 页"));
    CHECK(has(text, "第 " + std::to_string(pages) + " 页 / 共 " + std::to_string(pages) + " 页"));
    CHECK(count(text, "预约机时") == 200);
}

TEST_CASE("Long names are broken into lines and nothing is lost") {
    std::string name;
    for (int i = 0; i < 60; ++i) {
        name += "超长仪器名称";
    }
    auto text = text_of_pdf(pdf_document(sheet(with_user(name))), {"-raw"});
    std::erase_if(text, [](char c) { return c == '\n' || c == ' ' || c == '\f'; });
    CHECK(has(text, name));
}

TEST_CASE("A provisional statement says so on the paper") {
    auto document = sample_statement(1);
    document.provisional = true;
    document.number.clear();
    document.issued_at.reset();
    CHECK(has(text_of_pdf(pdf_document(sheet(document))), "Provisional"));
}
