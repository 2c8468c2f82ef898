#pragma once
// A CSV file with a header, row by row: what every import of the program reads.

#include <cstdint>
#include <functional>
#include <istream>
#include <span>
#include <string_view>

#include "server/inventory/csv.hpp"
#include "server/inventory/import.hpp"
#include "server/inventory/import_fields.hpp"
#include "server/inventory/import_header.hpp"
#include "server/inventory/import_problems.hpp"

namespace server {

/// Counts rows and problems into a report. The stream, the columns (static strings), the options and the report must
/// outlive it.
class TableFile {
  public:
    /// Checks the cells of a row that has as many as the header.
    using ReadRow = std::function<void(RowReader&)>;

    TableFile(std::istream& file, std::span<const std::string_view> columns, const ImportOptions& options,
              ImportReport& report)
        : reader_(file), columns_(columns), options_(options), report_(report), sink_(options, report) {}

    /// Once. Errors: too_large. A broken stream is std::ios_base::failure.
    model::Result<void> read(const ReadRow& read_cells);

  private:
    bool read_header();
    void read_row(RowReader& row, const ReadRow& read);
    [[nodiscard]] ImportProblem wrong_column_count() const;
    void show_progress();

    CsvReader reader_;
    std::span<const std::string_view> columns_;
    const ImportOptions& options_;
    ImportReport& report_;
    ProblemSink sink_;
    ImportHeader header_;
    CsvRecord record_;
    std::uint64_t progress_told_ = 0;
};

}  // namespace server
