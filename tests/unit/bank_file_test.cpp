// The bank's list as a file.

#include "server/billing/bank_file.hpp"

#include <sstream>

#include <catch2/catch.hpp>

using namespace model;
using namespace server;

namespace {
constexpr const char* header = "bank_reference,paid_on,payer_name,payer_account,amount,text\r\n";

BankFile read(const std::string& rows) {
    std::istringstream in(header + rows);
    auto file = read_bank_file(in);
    REQUIRE(file);
    return *std::move(file);
}

std::vector<std::string> codes(const BankFile& file) {
    std::vector<std::string> found;
    for (const auto& problem : file.report.kept) {
        found.push_back(problem.field + ":" + problem.code);
    }
    return found;
}
}  // namespace

TEST_CASE("An amount is yuan above 0 with at most two decimals, and nothing else") {
    CHECK(parse_yuan("1234.50") == Money{123'450});
    CHECK(parse_yuan("0.01") == Money{1});
    CHECK(parse_yuan("7") == Money{700});
    CHECK(parse_yuan("0.5") == Money{50});
    CHECK(parse_yuan("9999999999.99") == Money{999'999'999'999});
    for (const char* wrong : {"", "0", "0.00", "-1", "+1", "1,000", "1.", ".5", "1.234", "1e3", "１", "10000000000.01",
                              "99999999999", "1 0", "¥1"}) {
        INFO(wrong);
        CHECK_FALSE(parse_yuan(wrong));
    }
}

TEST_CASE("A good list is read to the fen") {
    const auto file =
        read("B1,2026-11-23,\"海蓝，公司\",6222000012345678,430.00,ORG-ACME\r\nB2,2026-11-24,,,0.01,\r\n");
    CHECK(file.report.ok());
    REQUIRE(file.lines.size() == 2);
    CHECK(file.lines[0].bank_reference == "B1");
    CHECK(format_date(file.lines[0].paid_on) == "2026-11-23");
    CHECK(file.lines[0].payer_name == "海蓝，公司");
    CHECK(file.lines[0].payer_account == "6222000012345678");
    CHECK(file.lines[0].amount == Money{43'000});
    CHECK(file.lines[0].text == "ORG-ACME");
    CHECK(file.lines[1].amount == Money{1});
}

TEST_CASE("What is wrong with a list is told with its cell, and bad rows become no lines") {
    const auto file = read(
        "B1,2026-02-30,A,,1.00,x\r\nB2,2026-11-23,A,,1.005,x\r\nB1,2026-11-23,A,,1.00,x\r\n,2026-11-23,A,,1.00,x\r\n");
    CHECK(codes(file) == std::vector<std::string>{"paid_on:bad_date", "amount:bad_amount",
                                                  "bank_reference:duplicate_in_file", "bank_reference:empty_required"});
    CHECK(file.report.bad == 4);
    CHECK(file.lines.empty());
}

TEST_CASE("A list without its columns, or in another encoding, is refused as a whole") {
    std::istringstream in("bank_reference,amount\r\nB1,1.00\r\n");
    const auto file = read_bank_file(in);
    REQUIRE(file);
    CHECK_FALSE(file->report.ok());
    CHECK(file->lines.empty());
}
