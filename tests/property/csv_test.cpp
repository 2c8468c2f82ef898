#include "server/inventory/csv.hpp"

#include "server/inventory/import_lookup.hpp"

#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

namespace {
using Cells = std::vector<std::string>;

// Everything that a reader says about a text, as one comparable value.
std::vector<std::string> transcript(const std::string& text, std::size_t buffer_bytes) {
    std::istringstream in(text);
    server::CsvReader reader(in, buffer_bytes);
    std::vector<std::string> out;
    for (server::CsvRecord record; reader.next(record);) {
        std::ostringstream line;
        line << record.line << '-' << record.last_line;
        for (const auto& field : record.fields) {
            line << '|' << field.line << ':' << field.text;
        }
        for (const auto& p : record.problems) {
            line << '!' << static_cast<int>(p.fault) << ' ' << p.line << ' ' << p.line_until << ' ' << p.byte_in_line
                 << ' ' << p.byte_in_file << ' ' << p.field << ' ' << p.text;
        }
        out.push_back(line.str());
    }
    return out;
}

bool neutralised(const std::string& text) {
    return !text.empty() && std::string("=+-@\t\r").find(text.front()) != std::string::npos;
}

// Short texts made of the characters that matter.
rc::Gen<std::string> gen_text(const std::string& characters) {
    return rc::gen::container<std::string>(rc::gen::elementOf(characters));
}

int full_edit_distance(const std::string& a, const std::string& b) {
    std::vector<int> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = static_cast<int>(j);
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const int replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j + 1] + 1, row[j] + 1});
        }
    }
    return row[b.size()];
}
}  // namespace

TEST_CASE("csv: what is written is read again, with an apostrophe before formulas only") {
    CHECK(rc::check("round trip", [] {
        const auto records = *rc::gen::container<std::vector<Cells>>(
            rc::gen::resize(8, rc::gen::nonEmpty(rc::gen::container<Cells>(gen_text("a,\"\r\n=+-@\t' ;")))));
        std::string text;
        for (const auto& cells : records) {
            text += server::csv_record(cells);
        }
        std::istringstream in(text);
        server::CsvReader reader(in, 7);
        server::CsvRecord record;
        for (const auto& cells : records) {
            RC_ASSERT(reader.next(record));
            RC_ASSERT(record.problems.empty());
            RC_ASSERT(record.fields.size() == cells.size());
            for (std::size_t i = 0; i < cells.size(); ++i) {
                RC_ASSERT(record.fields[i].text == (neutralised(cells[i]) ? "'" + cells[i] : cells[i]));
            }
        }
        RC_ASSERT_FALSE(reader.next(record));
    }));
}

TEST_CASE("csv: the records and problems do not depend on where the buffer ends") {
    CHECK(rc::check("any split", [] {
        const auto text = *gen_text(std::string("a,,\"\"\r\n\n\xE4\xB8\xAD\xEF\xBB\xBF\0", 15));
        const auto whole = transcript(text, 65'536);
        const auto bytes = *rc::gen::inRange<std::size_t>(1, text.size() + 2);
        RC_ASSERT(transcript(text, bytes) == whole);
        RC_ASSERT(transcript(text, 1) == whole);
    }));
}

TEST_CASE("csv: every byte of any input belongs to a record, a problem or a line end") {
    CHECK(rc::check("lines ascend", [] {
        const auto text = *gen_text("ab,\"\r\n");
        std::istringstream in(text);
        server::CsvReader reader(in, 3);
        std::uint64_t last_line = 0;
        for (server::CsvRecord record; reader.next(record);) {
            RC_ASSERT(record.line > last_line);
            RC_ASSERT(record.lost() == (record.problems.size() == 1));
            last_line = record.lost() ? record.line : record.last_line;
        }
        RC_ASSERT(reader.bytes_done() == text.size());
    }));
}

TEST_CASE("suggestions: the banded edit distance is the full one up to 2") {
    CHECK(rc::check("edit distance", [] {
        const auto a = *gen_text("ab0");
        const auto b = *gen_text("ab0");
        RC_ASSERT(server::edit_distance_up_to_2(a, b) == std::min(full_edit_distance(a, b), 3));
    }));
    CHECK(rc::check("near texts", [] {
        auto a = *rc::gen::resize(60, gen_text("abcdef0123"));
        auto b = a;
        for (int n = *rc::gen::inRange(0, 4); n > 0 && !b.empty(); --n) {
            const auto at = *rc::gen::inRange<std::size_t>(0, b.size());
            b.insert(at, 1, 'x');
            b.erase(*rc::gen::inRange<std::size_t>(0, b.size()), 1);
        }
        RC_ASSERT(server::edit_distance_up_to_2(a, b) == std::min(full_edit_distance(a, b), 3));
    }));
}
