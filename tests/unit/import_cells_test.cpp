// What the importer says about single cells and their meaning.

#include "tests/support/inventory_files.hpp"

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace {
using Codes = std::vector<std::string>;
using enum server::ImportKind;
using tests::Cells;
using tests::codes;
using tests::header;
using tests::import_text;
using tests::instrument_row;
using tests::small_store;

server::ImportReport import_instrument(const Cells& changed) {
    auto store = small_store();
    return import_text(instruments, header(instruments) + instrument_row(changed), store, true);
}

/// Codes and fields of a row with these cells.
Codes problems(const Cells& changed) {
    Codes out;
    for (const auto& problem : import_instrument(changed).kept) {
        out.push_back(problem.code + " " + problem.field + (problem.warning ? " (warning)" : ""));
    }
    return out;
}

/// The English sentence of the first problem.
std::string sentence(const Cells& changed) {
    const auto report = import_instrument(changed);
    REQUIRE_FALSE(report.kept.empty());
    CHECK_FALSE(report.kept.front().message.zh.empty());
    return report.kept.front().message.en;
}

std::string repeated(const std::string& text, std::size_t n) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) {
        out += text;
    }
    return out;
}
}  // namespace

TEST_CASE("import cells: a good row has no problem, and a price per sample may be empty") {
    CHECK(problems({}) == Codes{});
    CHECK(problems({{"price_fen_per_sample", ""}, {"name_en", ""}, {"service_domains", ""}}) == Codes{});
}

TEST_CASE("import cells: all problems of a row are told, not only the first") {
    CHECK(problems({{"id", "a b"},
                    {"platform_id", ""},
                    {"name_zh", " x"},
                    {"external_price_fen_per_hour", "-1"},
                    {"requires_training", "是"},
                    {"opening_hours", "daily"}}) ==
          Codes{"bad_id id", "empty_required platform_id", "surrounding_space name_zh",
                "out_of_range external_price_fen_per_hour", "not_yes_no requires_training",
                "bad_opening_hours opening_hours"});
}

TEST_CASE("import cells: required cells must not be empty or blank") {
    for (const auto* column :
         {"id", "platform_id", "name_zh", "category_code", "original_value_cny", "commissioned_year",
          "external_price_fen_per_hour", "academic_price_fen_per_hour", "min_booking_minutes", "max_booking_minutes",
          "requires_training", "sample_service", "opening_hours"}) {
        CHECK(problems({{column, ""}}) == Codes{std::string("empty_required ") + column});
        CHECK(problems({{column, " \xE3\x80\x80"}}) == Codes{std::string("empty_required ") + column});
    }
}

TEST_CASE("import cells: what is not a whole number is told apart from a number out of range") {
    for (const auto* text : {"12.5", "420.00", "\"1,200\"", "1e5", "¥12", "１２", "+5", "--5", "-", "0x10"}) {
        CHECK(problems({{"price_fen_per_sample", text}}) == Codes{"not_an_integer price_fen_per_sample"});
    }
    for (const auto* text : {"-1", "1000000000001", "99999999999999999999999"}) {
        CHECK(problems({{"price_fen_per_sample", text}}) == Codes{"out_of_range price_fen_per_sample"});
    }
    CHECK(problems({{"price_fen_per_sample", "1000000000000"}}) == Codes{});
    CHECK(problems({{"min_booking_minutes", "0"}}) == Codes{"out_of_range min_booking_minutes"});
    CHECK(problems({{"original_value_cny", "-5"}}) == Codes{"out_of_range original_value_cny"});
}

TEST_CASE("import cells: an unknown platform comes with the near one") {
    CHECK(problems({{"platform_id", "PLAT-03"}}) == Codes{"unknown_platform platform_id"});
    CHECK(sentence({{"platform_id", "PLAT-03"}}).ends_with("did you mean \"PLAT-01\"?"));
    CHECK(sentence({{"platform_id", "plat-1"}}).ends_with("did you mean \"PLAT-01\"?"));
    CHECK(sentence({{"platform_id", "PLAT-2"}}).find("PLAT-22") != std::string::npos);
    CHECK(sentence({{"platform_id", "LABORATORY"}}) == "there is no platform \"LABORATORY\"");
}

TEST_CASE("import cells: a category without the zero that Excel ate is recognised") {
    CHECK(problems({{"category_code", "10601"}}) == Codes{"unknown_category category_code"});
    CHECK(sentence({{"category_code", "10601"}}).ends_with("did you mean \"010601\"?"));
    CHECK(sentence({{"category_code", "010602"}}).find("\"010601\"") != std::string::npos);
}

TEST_CASE("import cells: category names that contradict the code are a warning, and the code decides") {
    CHECK(problems({{"category_names", "分析仪器/其他"}}) == Codes{"category_names_differ category_names (warning)"});
    CHECK(problems({{"category_names", ""}}) == Codes{});
    CHECK(problems({{"category_code", "019900"}, {"category_names", "分析仪器/其他"}}) == Codes{});
    CHECK(problems({{"category_code", "019900"}, {"category_names", "分析仪器/其他/其他"}}) == Codes{});
}

TEST_CASE("import cells: a duplicate in the file names both lines, one in the store is told as such") {
    auto store = small_store();
    store.instruments["OLD"].instrument.id = model::InstrumentId("OLD");
    const auto text = header(instruments) + instrument_row({{"id", "A"}}) + instrument_row({{"id", "OLD"}}) +
                      instrument_row({{"id", "A"}});
    const auto report = import_text(instruments, text, store, true);
    CHECK(codes(report) == Codes{"already_exists@3 id", "duplicate_in_file@4 id"});
    CHECK(report.kept[1].message.en == "the same as on line 2 (this is line 4)");
    CHECK(report.kept[1].message.zh == "与第 2 行重复（本行是第 4 行）");
}

TEST_CASE("import cells: the shortest booking must not be longer than the longest") {
    CHECK(problems({{"min_booking_minutes", "60"}, {"max_booking_minutes", "30"}}) ==
          Codes{"min_longer_than_max min_booking_minutes"});
}

TEST_CASE("import cells: bad opening hours are told with the place") {
    CHECK(problems({{"opening_hours", "Mon-Fri 9:00-17:00"}}) == Codes{"bad_opening_hours opening_hours"});
    CHECK(sentence({{"opening_hours", "Mon-Fri 9:00-17:00"}}).find("9:00-17:00") != std::string::npos);
    CHECK(problems({{"opening_hours", "周一至周五 08:30-17:30"}}) == Codes{"bad_opening_hours opening_hours"});
    CHECK(problems({{"opening_hours", "Mon 09:00-12:00；Tue 09:00-12:00"}}) ==
          Codes{"bad_opening_hours opening_hours"});
    CHECK(problems({{"opening_hours", "\"Mon 09:00-12:00,13:00-24:00; Sun-Sun 00:00-01:00\""}}) == Codes{});
}

TEST_CASE("import cells: invisible characters are named by their number") {
    CHECK(problems({{"name_zh", "核磁\xE2\x80\x8B共振"}}) == Codes{"invisible_character name_zh"});
    CHECK(sentence({{"name_zh", "核磁\xE2\x80\x8B共振"}}).find("U+200B") != std::string::npos);
    CHECK(import_instrument({{"name_zh", "核磁\xE2\x80\x8B共振"}}).kept[0].value == "核磁<U+200B>共振");
    CHECK(problems({{"key_specs", "a\xE2\x80\xAE b"}}) == Codes{"invisible_character key_specs"});
    CHECK(problems({{"id", "A\xEF\xBB\xBF"}}) == Codes{"invisible_character id"});
    CHECK(problems({{"model", "a\tb"}}) == Codes{"invisible_character model"});
    CHECK(problems({{"key_specs", "a\tb"}}) == Codes{});
    CHECK(problems({{"location", "a\x1B[31mb"}}) == Codes{"invisible_character location"});
}

TEST_CASE("import cells: line breaks are refused in names and kept in specifications") {
    CHECK(problems({{"name_zh", "\"核磁\r\n共振\""}}) == Codes{"line_break_in_name name_zh"});
    CHECK(problems({{"model", "\"a\nb\""}}) == Codes{"line_break_in_name model"});
    CHECK(problems({{"location", "\"a\n\""}}) == Codes{"line_break_in_name location"});
    CHECK(problems({{"key_specs", "\"a\nb\""}}) == Codes{});
}

TEST_CASE("import cells: spaces around a cell are an error, also full-width and no-break ones") {
    CHECK(problems({{"platform_id", "PLAT-01 "}}) == Codes{"surrounding_space platform_id"});
    CHECK(problems({{"name_zh", "\xE3\x80\x80核磁"}}) == Codes{"surrounding_space name_zh"});
    CHECK(problems({{"name_zh", "核磁\xC2\xA0"}}) == Codes{"surrounding_space name_zh"});
    CHECK(problems({{"commissioned_year", " 2020"}}) == Codes{"surrounding_space commissioned_year"});
    CHECK(problems({{"name_en", "  "}}) == Codes{"surrounding_space name_en"});
}

TEST_CASE("import cells: over-long text is refused and never cut; lengths count characters, not bytes") {
    const std::vector<std::pair<std::string, std::size_t>> limits{{"name_zh", 200},    {"name_en", 200},
                                                                  {"model", 100},      {"manufacturer", 100},
                                                                  {"key_specs", 2000}, {"location", 200}};
    for (const auto& [column, limit] : limits) {
        CHECK(problems({{column, repeated("长", limit)}}) == Codes{});
        CHECK(problems({{column, repeated("长", limit + 1)}}) == Codes{"too_long " + column});
    }
    CHECK(problems({{"id", repeated("a", 40)}}) == Codes{});
    CHECK(problems({{"id", repeated("a", 41)}}) == Codes{"too_long id"});
    CHECK(import_instrument({{"name_zh", repeated("长", 201)}}).kept[0].value == repeated("长", 60) + "…");
}

TEST_CASE("import cells: an id consists of letters, digits, dot, underscore and hyphen") {
    CHECK(problems({{"id", "A.b_c-9"}}) == Codes{});
    for (const auto* id : {"仪器1", "a b", "a/b", "a;b", "a'b"}) {
        CHECK(problems({{"id", id}}) == Codes{"bad_id id"});
    }
}

TEST_CASE("import cells: yes and no are the only answers, and the near one is told") {
    for (const auto* text : {"是", "true", "1", "Yes", "Y"}) {
        CHECK(problems({{"requires_training", text}}) == Codes{"not_yes_no requires_training"});
        CHECK(sentence({{"requires_training", text}}).ends_with("write yes"));
    }
    for (const auto* text : {"否", "false", "0", "NO"}) {
        CHECK(sentence({{"sample_service", text}}).ends_with("write no"));
    }
    CHECK(problems({{"sample_service", "maybe"}}) == Codes{"not_yes_no sample_service"});
}

TEST_CASE("import cells: years of the future and before 1900 are refused") {
    CHECK(problems({{"commissioned_year", "2026"}}) == Codes{});
    CHECK(problems({{"commissioned_year", "2027"}}) == Codes{"year_in_future commissioned_year"});
    CHECK(problems({{"commissioned_year", "20200"}}) == Codes{"year_in_future commissioned_year"});
    CHECK(problems({{"commissioned_year", "1900"}}) == Codes{});
    CHECK(problems({{"commissioned_year", "1899"}}) == Codes{"year_too_early commissioned_year"});
    CHECK(problems({{"commissioned_year", "20"}}) == Codes{"year_too_early commissioned_year"});
    CHECK(problems({{"commissioned_year", "2020年"}}) == Codes{"not_an_integer commissioned_year"});
}

TEST_CASE("import cells: formulas are a warning and kept as text") {
    for (const auto* text : {"=1+1", "+86 532", "-20 ℃", "@SUM(A1)"}) {
        auto store = small_store();
        const auto row = instrument_row({{"key_specs", text}});
        const auto report = import_text(instruments, header(instruments) + row, store, true);
        CHECK(codes(report) == Codes{"formula_like@2 key_specs"});
        CHECK(report.ok());
        CHECK(report.warnings == 1);
        CHECK(store.instruments.at("NMR-1").instrument.specs == text);
    }
    CHECK(problems({{"key_specs", "\t=1"}}) ==
          Codes{"surrounding_space key_specs", "formula_like key_specs (warning)"});
}

TEST_CASE("import cells: an academic price above the external one is a warning") {
    CHECK(problems({{"academic_price_fen_per_hour", "42001"}}) ==
          Codes{"academic_above_external academic_price_fen_per_hour (warning)"});
    CHECK(problems({{"academic_price_fen_per_hour", "42000"}}) == Codes{});
}

TEST_CASE(
    "import cells: service domains are separated by semicolons, 1 to 50 characters each, at most "
    "20") {
    CHECK(problems({{"service_domains", "a;;b"}}) == Codes{"empty_item service_domains"});
    CHECK(problems({{"service_domains", "a;"}}) == Codes{"empty_item service_domains"});
    CHECK(problems({{"service_domains", "a; b"}}) == Codes{"surrounding_space service_domains"});
    CHECK(problems({{"service_domains", "a；b"}}) == Codes{"wrong_separator service_domains"});
    CHECK(problems({{"service_domains", "a;b;a"}}) == Codes{"repeated_item service_domains (warning)"});
    CHECK(problems({{"service_domains", repeated("长", 51)}}) == Codes{"too_long service_domains"});
    std::string items = "0";
    for (int i = 1; i < 20; ++i) {
        items += ";" + std::to_string(i);
    }
    CHECK(problems({{"service_domains", items}}) == Codes{});
    CHECK(problems({{"service_domains", items + ";20;21"}}) == Codes{"too_many_items service_domains"});
}

TEST_CASE("import cells: text damaged by an earlier conversion is a warning") {
    CHECK(problems({{"location", "海\xEF\xBF\xBD楼"}}) == Codes{"replacement_character location (warning)"});
}

TEST_CASE("import cells: a platform of an unknown institution is refused, with the near one") {
    auto store = small_store();
    const auto report = import_text(
        platforms, header(platforms) + "P,ORG-3,平台,,海洋观测探测;船舶海工,省级,\"愿\n共建\",p@example.com\r\n",
        store);
    CHECK(codes(report) == Codes{"unknown_institution@2 institution_id"});
    CHECK(report.kept[0].message.zh == "没有编号为“ORG-3”的机构；是否应为“ORG-1”、“ORG-2”？");
}

TEST_CASE("import cells: a category stands behind its parent, in the file or in the store") {
    const auto category_codes = [](const std::string& rows) {
        auto store = small_store();
        return codes(import_text(categories, "code,level,parent_code,name_zh\n" + rows, store));
    };
    CHECK(category_codes("020000,1,,物性\n020100,2,020000,力学\n020101,3,020100,试验机\n010602,3,"
                         "010600,顺磁\n") == Codes{});
    CHECK(category_codes("029900,2,010000,其他\n029900,3,029900,其他\n") == Codes{});
    CHECK(category_codes("020101,3,020100,x\n020100,2,010000,y\n") == Codes{"unknown_category@2 parent_code"});
    CHECK(category_codes("010603,3,10600,x\n") == Codes{"unknown_category@2 parent_code"});
    CHECK(category_codes("020000,1,010000,x\n020100,2,,y\n") ==
          Codes{"unexpected_parent@2 parent_code", "empty_required@3 parent_code"});
    CHECK(category_codes("020000,4,,x\n") == Codes{"out_of_range@2 level"});
    CHECK(category_codes("010601,3,010600,x\n020000,1,,x\n020000,1,,x\n") ==
          Codes{"already_exists@2 code", "duplicate_in_file@4 code"});
}
