#include "server/inventory/csv.hpp"

#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace {
using Cells = std::vector<std::string>;
using server::CsvFault;

std::vector<server::CsvRecord> read_all(const std::string& text, std::size_t buffer_bytes = 65'536) {
    std::istringstream in(text);
    server::CsvReader reader(in, buffer_bytes);
    std::vector<server::CsvRecord> records;
    for (server::CsvRecord record; reader.next(record);) {
        records.push_back(record);
    }
    return records;
}

std::vector<Cells> cells_of(const std::string& text) {
    std::vector<Cells> out;
    for (const auto& record : read_all(text)) {
        CHECK(record.problems.empty());
        Cells cells;
        for (const auto& field : record.fields) {
            cells.push_back(field.text);
        }
        out.push_back(cells);
    }
    return out;
}

std::string repeated(const std::string& text, std::size_t n) {
    std::string out;
    while (n-- > 0) {
        out += text;
    }
    return out;
}
}  // namespace

TEST_CASE("csv: LF, CRLF and a lone CR end records; the last one needs no line end") {
    CHECK(cells_of("a,b\nc,d\r\ne,f\rg,h") == std::vector<Cells>{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}});
}

TEST_CASE("csv: empty cells are cells, blank lines are no records") {
    CHECK(cells_of("\n,\n\r\n\"\"\n\n\na,\n") == std::vector<Cells>{{"", ""}, {""}, {"a", ""}});
    CHECK(cells_of("").empty());
    CHECK(cells_of("\n\n").empty());
    CHECK(cells_of("a,") == std::vector<Cells>{{"a", ""}});
}

TEST_CASE("csv: quoted cells hold commas, doubled quotes and line breaks") {
    CHECK(cells_of("\"a,b\",\"c\"\"d\",\"e\r\nf\"\n\"\"\"\",x\n") ==
          std::vector<Cells>{{"a,b", "c\"d", "e\r\nf"}, {"\"", "x"}});
}

TEST_CASE("csv: a byte order mark at the start is skipped, elsewhere it is text") {
    CHECK(cells_of("\xEF\xBB\xBF"
                   "a,b\n\xEF\xBB\xBF"
                   "c,d\n") == std::vector<Cells>{{"a", "b"},
                                                  {"\xEF\xBB\xBF"
                                                   "c",
                                                   "d"}});
}

TEST_CASE("csv: records and cells know their physical lines") {
    const auto records = read_all("a,b\r\n\r\n\"1\r\n2\r3\n4\",x\r\nc,d\r\n");
    REQUIRE(records.size() == 3);
    CHECK(records[1].line == 3);
    CHECK(records[1].last_line == 6);
    CHECK(records[1].fields[0].line == 3);
    CHECK(records[1].fields[1].line == 6);
    CHECK(records[2].line == 7);
}

TEST_CASE("csv: an unclosed quote is told where it opened, and the swallowed lines are read again") {
    const auto records = read_all("a,b\nc,\"d\ne,f\ng,h\n");
    REQUIRE(records.size() == 4);
    CHECK(records[1].lost());
    CHECK(records[1].problems.at(0).fault == CsvFault::unclosed_quote);
    CHECK(records[1].problems[0].line == 2);
    CHECK(records[1].problems[0].byte_in_line == 3);
    CHECK(records[1].problems[0].byte_in_file == 6);
    CHECK(records[1].problems[0].line_until == 5);
    CHECK(records[1].problems[0].text == "\"d");
    CHECK(records[2].fields.at(0).text == "e");
    CHECK(records[3].line == 4);
}

TEST_CASE("csv: a quote that swallows lines up to another quote is the unclosed one") {
    const auto records = read_all("a,\"b\nc,d\ne,\"f\"\n");
    REQUIRE(records.size() == 3);
    CHECK(records[0].problems.at(0).fault == CsvFault::unclosed_quote);
    CHECK(records[0].problems[0].line == 1);
    CHECK(records[0].problems[0].line_until == 3);
    CHECK(records[2].fields.at(1).text == "f");
}

TEST_CASE("csv: text after a closing quote loses its record and no other") {
    const auto records = read_all("\"a\"b,c\nd,e\n");
    REQUIRE(records.size() == 2);
    CHECK(records[0].problems.at(0).fault == CsvFault::text_after_quote);
    CHECK(records[0].problems[0].byte_in_line == 4);
    CHECK(records[0].problems[0].text == "b,c");
    CHECK(records[1].fields.at(1).text == "e");
}

TEST_CASE("csv: a quote inside an unquoted cell is told") {
    const auto records = read_all("a,5\" tube\nd,e\n");
    REQUIRE(records.size() == 2);
    CHECK(records[0].problems.at(0).fault == CsvFault::stray_quote);
    CHECK(records[0].problems[0].field == 1);
    CHECK(records[0].problems[0].byte_in_line == 4);
}

TEST_CASE("csv: a bad byte is told with line and offsets, behind quotes and line breaks too") {
    const auto records = read_all("\xEF\xBB\xBFx\n\"a\"\"\r\nb\"\"\xC0\",\xE4\xB8\n");
    REQUIRE(records.size() == 2);
    REQUIRE(records[1].problems.size() == 2);
    CHECK_FALSE(records[1].lost());
    const auto& first = records[1].problems[0];
    CHECK(first.fault == CsvFault::not_utf8);
    CHECK(first.field == 0);
    CHECK(first.line == 3);
    CHECK(first.byte_in_line == 4);
    CHECK(first.byte_in_file == 14);
    CHECK(records[1].problems[1].field == 1);
    CHECK(records[1].problems[1].byte_in_file == 17);
}

TEST_CASE("csv: a NUL is told") {
    const auto records = read_all(std::string("a,b\0c\n", 6));
    REQUIRE(records.size() == 1);
    CHECK(records[0].problems.at(0).fault == CsvFault::nul_character);
    CHECK(records[0].problems[0].byte_in_line == 4);
}

TEST_CASE("csv: a record has at most 200 cells and 1 MiB; what follows is read") {
    CHECK(read_all(repeated(",", 199) + "\n").at(0).fields.size() == 200);
    const auto wide = read_all(repeated(",", 200) + "\na\n");
    REQUIRE(wide.size() == 2);
    CHECK(wide[0].problems.at(0).fault == CsvFault::too_many_fields);

    const std::string long_cell(server::max_csv_record_bytes, 'x');
    CHECK(read_all(long_cell + "\n").at(0).fields.at(0).text.size() == server::max_csv_record_bytes);
    const auto longer = read_all("a\n" + long_cell + "x\nb\n\"" + long_cell + "\"\nc\n");
    REQUIRE(longer.size() == 5);
    CHECK(longer[1].problems.at(0).fault == CsvFault::record_too_long);
    CHECK(longer[1].problems[0].line == 2);
    CHECK(longer[3].problems.at(0).fault == CsvFault::record_too_long);
    CHECK(longer[4].line == 5);
}

TEST_CASE("csv: an unclosed quote at the head of a large file costs one mebibyte, not the file") {
    const auto records = read_all("\"a\n" + repeated("b,c\n", 500'000));
    CHECK(records.size() == 500'001);
    CHECK(records[0].problems.at(0).fault == CsvFault::unclosed_quote);
    CHECK(records.back().line == 500'001);
}

TEST_CASE("csv: a broken stream is an exception") {
    struct BrokenBuffer : std::streambuf {
        int_type underflow() override { throw std::runtime_error("disk"); }
    };

    BrokenBuffer buffer;
    std::istream in(&buffer);
    CHECK_THROWS_AS(server::CsvReader(in), std::ios_base::failure);
}

TEST_CASE("csv: cells that a spreadsheet would run get an apostrophe on export") {
    CHECK(server::csv_cell("=1+1") == "'=1+1");
    CHECK(server::csv_cell("+86") == "'+86");
    CHECK(server::csv_cell("-2") == "'-2");
    CHECK(server::csv_cell("@x") == "'@x");
    CHECK(server::csv_cell("\tx") == "'\tx");
    CHECK(server::csv_cell("\rx") == "\"'\rx\"");
    CHECK(server::csv_cell("=HYPERLINK(\"http://x\",\"y\")") == "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    CHECK(server::csv_cell(std::int64_t{-2}) == "-2");
}

TEST_CASE("csv: cells are quoted only where they must be") {
    CHECK(server::csv_cell("a b") == "a b");
    CHECK(server::csv_cell("a,b") == "\"a,b\"");
    CHECK(server::csv_cell("a\"b") == "\"a\"\"b\"");
    CHECK(server::csv_cell("a\nb") == "\"a\nb\"");
    CHECK(server::csv_cell("") == "");
    CHECK(server::csv_record(Cells{"a", "", "b,c"}) == "a,,\"b,c\"\r\n");
    CHECK(server::csv_record(Cells{""}) == "\"\"\r\n");
}
