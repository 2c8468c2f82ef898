// libFuzzer entry: any bytes go through the CSV reader and through each importer. Build by hand:
//   clang++-19 -std=c++23 -g -O1 -fsanitize=fuzzer,address,undefined -I. tests/fuzz/csv_fuzz.cpp
//     server/inventory/csv.cpp server/inventory/import*.cpp model/*.cpp -lfmt -ldate-tz -o csv_fuzz

#include "model/text.hpp"
#include "server/inventory/csv.hpp"
#include "server/inventory/import.hpp"
#include "tests/support/memory_import_target.hpp"

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

namespace {
void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void read_as_csv(const std::string& text, std::size_t buffer_bytes) {
    std::istringstream in(text);
    server::CsvReader reader(in, buffer_bytes);
    std::uint64_t last_line = 0;
    for (server::CsvRecord record; reader.next(record);) {
        demand(record.line > last_line);
        demand(record.fields.size() <= server::max_csv_fields);
        demand(!record.lost() || record.problems.size() == 1);
        last_line = record.line;
    }
    demand(reader.bytes_done() == text.size());
}

void import_as(server::ImportKind kind, const std::string& text) {
    tests::MemoryImportTarget store;
    std::string file;
    for (const auto& column : server::import_columns(kind)) {
        file += (file.empty() ? "" : ",") + column;
    }
    std::istringstream in(file + "\n" + text);
    server::ImportOptions options;
    options.commit = true;
    options.current_year = 2026;
    options.on_problem = [](const server::ImportProblem& problem) {
        demand(!problem.code.empty() && !problem.message.zh.empty() && !problem.message.en.empty());
        demand(model::is_valid_utf8(problem.value) && model::is_valid_utf8(problem.message.en));
        demand(problem.line > 0);
    };
    const auto report = server::import_file(kind, in, store, options);
    demand(report.has_value() && report->accepted + report->bad == report->rows);
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    read_as_csv(text, 65'536);
    read_as_csv(text, 1 + size % 7);
    import_as(server::ImportKind::institutions, text);
    import_as(server::ImportKind::platforms, text);
    import_as(server::ImportKind::categories, text);
    import_as(server::ImportKind::instruments, text);
    return 0;
}
