#pragma once
// CSV as RFC 4180 has it: a streaming reader that says exactly where a file is broken, and the
// writing of cells for every export.

#include <cstdint>
#include <istream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace server {

/// A record longer than this, or with more fields, is a problem of the file, not an allocation.
inline constexpr std::size_t max_csv_record_bytes = 1'048'576;
inline constexpr std::size_t max_csv_fields = 200;

struct CsvField {
    std::string text;        ///< quotes removed, doubled quotes halved
    std::uint64_t line = 0;  ///< physical line on which the cell starts, from 1
};

enum class CsvFault {
    // The record is lost; `fields` is empty.
    unclosed_quote,    ///< `line` is where the quote opened
    text_after_quote,  ///< something other than a comma or a line end behind a closing quote
    stray_quote,       ///< a quote inside an unquoted cell
    record_too_long,
    too_many_fields,
    // The cell is unusable, the rest of the record is fine.
    not_utf8,
    nul_character,
};

struct CsvProblem {
    CsvFault fault;
    std::uint64_t line = 0;          ///< physical line, from 1
    std::uint64_t line_until = 0;    ///< unclosed_quote: the line on which the reader gave up
    std::uint64_t byte_in_line = 0;  ///< from 1
    std::uint64_t byte_in_file = 0;  ///< from 0, a byte order mark included
    std::size_t field = 0;           ///< index of the cell
    std::string text{};              ///< the offending bytes or the start of the cell; may be any bytes
};

struct CsvRecord {
    std::uint64_t line = 0;       ///< first physical line, from 1
    std::uint64_t last_line = 0;  ///< differs from `line` where quoted cells hold line breaks
    std::vector<CsvField> fields;
    std::vector<CsvProblem> problems;  ///< in the order of the cells

    /// True when the cells could not be told apart.
    [[nodiscard]] bool lost() const { return fields.empty(); }
};

/// Reads records one by one. Memory: at most one record and two buffers. LF, CRLF and a lone CR end
/// a line; lines without a single byte are skipped; a UTF-8 byte order mark at the start is
/// skipped.
///
/// After a broken record the reader goes on with the next physical line. A quote that is never
/// closed swallows the lines behind it until the end, until 1 MiB, or until another cell's quote;
/// the reader then goes back, so that the lines behind the one with the open quote are read as
/// records.
///
/// Throws std::ios_base::failure when the stream breaks while reading. Not thread-safe.
class CsvReader {
  public:
    /// The stream must outlive the reader. `buffer_bytes` (>= 1) is read at a time.
    explicit CsvReader(std::istream& in, std::size_t buffer_bytes = 65'536);

    /// The next record, or false at the end. `record` is reused, so that its strings keep their
    /// memory.
    bool next(CsvRecord& record);

    /// Bytes read into records so far; steps back by up to 1 MiB behind an unclosed quote.
    [[nodiscard]] std::uint64_t bytes_done() const { return window_offset_ + at_; }

    /// The first bytes of the stream (at most `count` <= 4096) without consuming them. Only before
    /// next().
    std::string_view peek(std::size_t count);

  private:
    /// Where a quoted cell began.
    struct Quote {
        std::size_t at = 0;
        std::uint64_t line = 0;
        std::size_t line_start = 0;
    };

    bool has(std::size_t index);
    void compact();
    bool skip_line_end();
    void skip_line();
    std::optional<CsvProblem> read_record(CsvRecord& record);
    std::optional<CsvProblem> read_field(std::string& text, std::size_t index);
    std::optional<CsvProblem> read_quoted(std::string& text, std::size_t index);
    CsvProblem fault_here(CsvFault fault, std::size_t index, std::size_t excerpt_at);
    CsvProblem give_up(const Quote& quote, CsvFault on_one_line, std::size_t index);
    void check_bytes(CsvRecord& record) const;
    CsvProblem byte_problem(CsvFault fault, const CsvRecord& record, std::size_t index, std::size_t text_at) const;

    std::istream& in_;
    std::size_t buffer_bytes_;
    std::string window_;               ///< bytes not yet given up, from window_offset_ on
    std::uint64_t window_offset_ = 0;  ///< of window_[0] in the file
    std::size_t at_ = 0;               ///< next byte, index into window_
    std::size_t record_start_ = 0;     ///< index into window_
    std::size_t line_start_ = 0;       ///< index into window_ of the current physical line
    std::uint64_t line_ = 1;
    std::vector<std::size_t> starts_;  ///< of the fields, indices into window_
    bool ended_ = false;
};

/// A cell of an export: quoted where it must be, and an apostrophe put in front of text that a
/// spreadsheet would run as a formula (first character = + - @ TAB CR; OWASP "CSV injection").
std::string csv_cell(std::string_view text);

/// A number is never a formula and never quoted.
std::string csv_cell(std::int64_t number);

/// Cells through csv_cell, joined, with CRLF. A record of one empty cell is written as "", since a
/// blank line is no record.
std::string csv_record(std::span<const std::string> cells);

}  // namespace server
