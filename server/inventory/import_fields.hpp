#pragma once
// The cells of a row, checked one by one. Every reader reports what is wrong with its cell and
// gives a value only when there is a usable one, so that a row is read to its end and all its
// problems are told.

#include "server/inventory/csv.hpp"
#include "server/inventory/import_header.hpp"
#include "server/inventory/import_problems.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server {

inline constexpr std::size_t max_id_length = 40;
inline constexpr std::size_t max_name_length = 200;

struct TextRule {
    std::size_t max = max_name_length;  ///< code points
    bool required = false;
    bool many_lines = false;  ///< line breaks are kept, as LF
};

struct IntegerRule {
    std::int64_t least = 0;
    std::int64_t most = 0;
    bool required = true;
    model::Sentence unit{};  ///< for the message, e.g. " (in fen)"
};

class RowReader {
  public:
    RowReader(const ImportHeader& header, std::span<const std::string_view> columns, ProblemSink& sink)
        : header_(header), columns_(columns), sink_(sink) {}

    /// The record must outlive the reading of the row and have as many cells as the header.
    void begin(const CsvRecord& record) { record_ = &record; }

    /// Nothing where the cell cannot be used; empty where an optional cell is empty.
    std::optional<std::string> text(std::size_t column, const TextRule& rule);

    /// A required identifier: 1 to 40 of A-Z a-z 0-9 . _ -
    std::optional<std::string> id(std::size_t column);

    /// Decimal digits with an optional minus.
    std::optional<std::int64_t> integer(std::size_t column, const IntegerRule& rule);

    /// Required, "yes" or "no".
    std::optional<bool> yes_no(std::size_t column);

    /// Items separated by ';', at most 20 of 1 to 50 code points each; none when empty. A repeated
    /// item is a warning and dropped.
    std::vector<std::string> list(std::size_t column);

    void error(std::size_t column, std::string code, model::Sentence message);
    void warning(std::size_t column, std::string code, model::Sentence message);

    /// The physical line of the cell.
    [[nodiscard]] std::uint64_t line(std::size_t column) const;

    /// False once the row has an error.
    [[nodiscard]] bool good() const { return !sink_.row_failed(); }

  private:
    [[nodiscard]] const CsvField* cell(std::size_t column) const;
    std::optional<std::string_view> trimmed(std::size_t column, bool required);
    bool check_characters(std::size_t column, std::string_view text, bool many_lines);
    bool check_length(std::size_t column, std::string_view text, std::size_t max);
    void check_formula(std::size_t column);
    bool check_item(std::size_t column, std::string_view item);
    void report(std::size_t column, std::string code, model::Sentence message, bool warning);

    const ImportHeader& header_;
    std::span<const std::string_view> columns_;
    ProblemSink& sink_;
    const CsvRecord* record_ = nullptr;
};

}  // namespace server
