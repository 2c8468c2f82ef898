// Files, headers and records as the importer sees them; the cells are in import_cells_test.cpp.

#include "tests/support/inventory_files.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace {
using Codes = std::vector<std::string>;
using enum server::ImportKind;
using tests::codes;
using tests::header;
using tests::import_text;
using tests::instrument_row;
using tests::small_store;

Codes instrument_codes(const std::string& rows) {
    auto store = small_store();
    return codes(import_text(instruments, header(instruments) + rows, store));
}

Codes institution_codes(const std::string& text) {
    tests::MemoryImportTarget store;
    return codes(import_text(institutions, text, store));
}
}  // namespace

TEST_CASE("import: the demo inventory goes in without a single problem") {
    tests::MemoryImportTarget store;
    const auto reports = tests::import_demo_data(store);
    for (const auto& report : reports) {
        CHECK(codes(report) == Codes{});
        CHECK(report.ok());
        CHECK(report.accepted == report.rows);
    }
    CHECK(store.institutions.size() == 14);
    CHECK(store.platforms.size() == 53);
    CHECK(store.categories.size() == 749);
    CHECK(store.instruments.size() == 498);
}

TEST_CASE("import: an instrument row becomes description, policy and two rate cards under its own id") {
    auto store = small_store();
    const auto row = instrument_row({{"service_domains", "药物研发;化学分析"}, {"key_specs", "\"a\r\nb\""}});
    REQUIRE(import_text(instruments, header(instruments) + row, store, true).ok());
    const auto& [instrument, policy, rates] = store.instruments.at("NMR-1");
    CHECK(instrument.id.value == "NMR-1");
    CHECK(instrument.platform_id.value == "PLAT-01");
    CHECK(instrument.domains == Codes{"药物研发", "化学分析"});
    CHECK(instrument.specs == "a\nb");
    CHECK(instrument.category_zh == "分析仪器/波谱仪器/核磁共振波谱仪");
    CHECK(instrument.commissioned_year == 2020);
    CHECK(instrument.original_value_cny == 6'200'000);
    CHECK_FALSE(instrument.sample_service);
    CHECK(policy.requires_training);
    CHECK(policy.opening_hours.always_open());
    CHECK(policy.min_minutes == 15);
    CHECK(policy.max_minutes == 1440);
    CHECK(policy.grid_minutes == 15);
    REQUIRE(rates.size() == 2);
    CHECK(rates[0].price_class == model::PriceClass::enterprise);
    CHECK(rates[0].hourly_fen.fen() == 42'000);
    CHECK(rates[0].per_sample_fen.fen() == 18'000);
    CHECK(rates[1].price_class == model::PriceClass::academic);
    CHECK(rates[1].hourly_fen.fen() == 20'000);
}

TEST_CASE(
    "import: a shortest booking off the 15-minute grid makes the grid finer, so that it can be "
    "booked") {
    const auto grid_of = [](const std::string& least) {
        auto store = small_store();
        const auto row = instrument_row({{"min_booking_minutes", least}});
        REQUIRE(import_text(instruments, header(instruments) + row, store, true).ok());
        return store.instruments.at("NMR-1").policy.grid_minutes.value;
    };
    CHECK(grid_of("60") == 15);
    CHECK(grid_of("10") == 5);
    CHECK(grid_of("20") == 5);
    CHECK(grid_of("7") == 1);
}

TEST_CASE("import: without commit nothing is added") {
    auto store = small_store();
    const auto report = import_text(instruments, header(instruments) + instrument_row({}), store);
    CHECK(report.accepted == 1);
    CHECK(store.instruments.empty());
}

TEST_CASE("import: behind a bad row nothing more is added, and the rows are still checked") {
    auto store = small_store();
    const auto text = header(instruments) + instrument_row({{"id", "A"}}) +
                      instrument_row({{"id", "B"}, {"name_zh", ""}}) + instrument_row({{"id", "C"}}) +
                      instrument_row({{"id", "D"}, {"opening_hours", ""}});
    const auto report = import_text(instruments, text, store, true);
    CHECK(codes(report) == Codes{"empty_required@3 name_zh", "empty_required@5 opening_hours"});
    CHECK(report.rows == 4);
    CHECK(report.bad == 2);
    CHECK(report.accepted == 2);
    CHECK_FALSE(store.instruments.contains("C"));
}

TEST_CASE("import: columns may come in any order, with a byte order mark and LF") {
    tests::MemoryImportTarget store;
    const auto report =
        import_text(institutions, "\xEF\xBB\xBFshort,name_zh,id,name_en\n海大,海洋大学,X,Ocean\n", store, true);
    CHECK(codes(report) == Codes{});
    CHECK(store.institutions.at("X").short_name == "海大");
}

TEST_CASE("import: an empty file is told so; a header alone has no rows and no problem") {
    CHECK(institution_codes("") == Codes{"empty_file@1"});
    CHECK(institution_codes("\xEF\xBB\xBF\r\n\r\n") == Codes{"empty_file@1"});
    tests::MemoryImportTarget store;
    const auto report = import_text(institutions, "id,name_zh,name_en,short\r\n", store, true);
    CHECK(report.ok());
    CHECK(report.rows == 0);
}

TEST_CASE("import: a workbook, UTF-16 and other separators are recognised") {
    CHECK(institution_codes(std::string("PK\x03\x04\x14\x00", 6)) == Codes{"not_csv@1"});
    CHECK(institution_codes(std::string("\xFF\xFEi\x00", 4)) == Codes{"not_utf8@1"});
    CHECK(institution_codes("id;name_zh;name_en;short\r\na;b;c;d\r\n") == Codes{"wrong_separator@1"});
    CHECK(institution_codes("id\tname_zh\tname_en\tshort\r\n") == Codes{"wrong_separator@1"});
}

TEST_CASE("import: a file without a header is not read as data") {
    CHECK(institution_codes("A,海大,Ocean,海大\r\n") == Codes{"missing_header@1"});
}

TEST_CASE(
    "import: unknown, missing and repeated columns are named, with the near one, and rows still "
    "checked") {
    tests::MemoryImportTarget store;
    const auto report = import_text(institutions, "id,Name_ZH,name_en,short,id,\r\n,a,b,c,d,e\r\n", store, true);
    CHECK(codes(report) == Codes{"duplicate_column@1 id", "unknown_column@1 Name_ZH", "unknown_column@1",
                                 "missing_column@1 name_zh", "empty_required@2 id"});
    CHECK(report.kept[1].message.en.find("did you mean \"name_zh\"") != std::string::npos);
    CHECK(report.bad == 2);
    CHECK(report.accepted == 0);
    CHECK(store.institutions.empty());
}

TEST_CASE("import: a row with too few or too many cells is one problem") {
    CHECK(institution_codes("id,name_zh,name_en,short\r\nA,b,c\r\nB,b,c,d,e\r\n") ==
          Codes{"wrong_column_count@2", "wrong_column_count@3"});
}

TEST_CASE("import: an unclosed quote is told where it opened, and the rows behind it are read") {
    const auto rows = instrument_row({{"id", "A"}, {"name_en", "\"open"}}) +
                      instrument_row({{"id", "B"}, {"opening_hours", "never"}}) +
                      instrument_row({{"id", "C"}, {"name_en", "\"closed\""}}) +
                      instrument_row({{"id", "A"}, {"location", "\"open"}});
    CHECK(instrument_codes(rows) == Codes{"unclosed_quote@2", "bad_opening_hours@3 opening_hours", "unclosed_quote@5"});
}

TEST_CASE(
    "import: text behind a closing quote and a quote inside a plain cell are problems of their "
    "row") {
    CHECK(institution_codes("id,name_zh,name_en,short\nA,\"b\" c,d,e\nB,b\"c,d,e\n") ==
          Codes{"text_after_quote@2", "stray_quote@3"});
}

TEST_CASE(
    "import: bytes that are not UTF-8 are told with line and offset, and the rest of the row is "
    "checked") {
    tests::MemoryImportTarget store;
    const auto report = import_text(institutions, "id,name_zh,name_en,short\r\nA,\xBA\xA3\xB4\xF3,c d, e\r\n", store);
    CHECK(codes(report) == Codes{"not_utf8@2 name_zh", "surrounding_space@2 short"});
    CHECK(report.kept[0].message.en.find("line 2, byte 3 (offset 28") != std::string::npos);
    CHECK(report.kept[0].value == "<BA><A3><B4><F3>");
}

TEST_CASE("import: a NUL is told with line and offset") {
    tests::MemoryImportTarget store;
    const auto report = import_text(institutions, std::string("id,name_zh,name_en,short\r\nA,b\0c,c,d\r\n", 37), store);
    CHECK(codes(report) == Codes{"nul_character@2 name_zh"});
    CHECK(report.kept[0].value == "b<U+0000>c");
}

TEST_CASE("import: lines are physical, also behind cells with line breaks") {
    const auto rows = instrument_row({{"id", "A"}, {"key_specs", "\"1\r\n2\r\n3\""}, {"location", " x"}}) +
                      instrument_row({{"id", "B"}, {"commissioned_year", "x"}});
    CHECK(instrument_codes(rows) == Codes{"surrounding_space@4 location", "not_an_integer@5 commissioned_year"});
}

TEST_CASE("import: a duplicate is found across thousands of rows") {
    tests::MemoryImportTarget store;
    std::string text = "id,name_zh,name_en,short\n";
    for (int i = 0; i < 20'000; ++i) {
        text += "ID-" + std::to_string(i) + ",名,name,n\n";
    }
    text += "ID-0,名,name,n\nID-19999,名,name,n\nID-20000,名,name,n\n";
    const auto report = import_text(institutions, text, store);
    CHECK(codes(report) == Codes{"duplicate_in_file@20002 id", "duplicate_in_file@20003 id"});
    CHECK(report.kept[1].message.en == "the same as on line 20001 (this is line 20003)");
    CHECK(report.accepted == 20'001);
}

TEST_CASE("import: every problem is counted and told, and the first ones are kept") {
    tests::MemoryImportTarget store;
    std::string text = "id,name_zh,name_en,short\n";
    for (int i = 0; i < 50; ++i) {
        text += ",,x ,y\n";
    }
    std::istringstream in(text);
    server::ImportOptions options;
    options.current_year = tests::test_year;
    options.max_problems_kept = 10;
    std::size_t told = 0;
    std::uint64_t bytes = 0;
    options.on_problem = [&](const server::ImportProblem&) { ++told; };
    options.progress = [&](std::uint64_t done) { bytes = done; };
    const auto report = server::import_file(institutions, in, store, options);
    REQUIRE(report.has_value());
    CHECK(report->problems == 150);
    CHECK(report->bad == 50);
    CHECK(report->kept.size() == 10);
    CHECK(told == 150);
    CHECK(bytes == text.size());
}

TEST_CASE("import: the current year must be given") {
    tests::MemoryImportTarget store;
    std::istringstream in("id,name_zh,name_en,short\n");
    const auto report = server::import_file(institutions, in, store, {});
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().code() == model::ErrorCode::invalid_field);
}
