#pragma once
// Problems of an import: how they are counted and shown. Every code, with where it can appear:
//
//   file    empty_file not_csv wrong_separator too_many_fields
//   header  missing_header missing_column unknown_column duplicate_column
//   record  wrong_column_count unclosed_quote text_after_quote stray_quote record_too_long
//   too_many_fields cell    not_utf8 nul_character invisible_character line_break_in_name
//   surrounding_space empty_required
//           too_long bad_id not_an_integer out_of_range not_yes_no year_in_future year_too_early
//           bad_opening_hours wrong_separator empty_item too_many_items
//   meaning unknown_institution unknown_platform unknown_category duplicate_in_file already_exists
//           min_longer_than_max unexpected_parent
//   warning formula_like academic_above_external category_names_differ repeated_item
//           replacement_character

#include "model/error.hpp"
#include "server/inventory/csv.hpp"
#include "server/inventory/import.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace server {

/// Text for a message or a terminal: at most `code_points` of it, invisible characters and line
/// breaks as <U+200B>, bytes that are not UTF-8 as <FF>. `bytes` may be anything.
std::string printable(std::string_view bytes, std::size_t code_points = 60);

/// Counts problems into a report, keeps the first of them and hands each to the caller's callback.
class ProblemSink {
  public:
    ProblemSink(const ImportOptions& options, ImportReport& report) : options_(options), report_(report) {}

    /// From here on problems belong to the next row.
    void begin_row() { row_failed_ = false; }

    [[nodiscard]] bool row_failed() const { return row_failed_; }

    void add(ImportProblem problem);

  private:
    const ImportOptions& options_;
    ImportReport& report_;
    bool row_failed_ = false;
};

/// A problem that the CSV reader found, in the importer's words. `field` is the column's name, or
/// empty.
ImportProblem csv_problem(const CsvProblem& problem, std::string field);

}  // namespace server
