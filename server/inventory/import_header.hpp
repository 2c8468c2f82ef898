#pragma once
// The header line of an imported file.

#include "server/inventory/csv.hpp"
#include "server/inventory/import_problems.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace server {

struct ImportHeader {
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);

    std::vector<std::size_t> position;          ///< of each known column in the file, or absent
    std::vector<std::string_view> column_name;  ///< of each position; empty for an unknown column
    bool good = false;                          ///< every column once and no other
    bool readable = false;                      ///< at least half of the columns are there, so that rows can be checked
};

/// Matches the header with the known columns (static strings); reports what is wrong with it.
ImportHeader read_import_header(const CsvRecord& record, std::span<const std::string_view> columns, ProblemSink& sink);

}  // namespace server
