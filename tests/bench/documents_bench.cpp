// How long statements take to become papers: documents_bench [--write FOLDER] [COUNT]. Each has 20 bookings.

#include "server/documents/csv_document.hpp"
#include "server/documents/pdf_document.hpp"
#include "server/documents/xlsx_document.hpp"
#include "tests/support/sample_documents.hpp"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace {
using Make = std::string (*)(const server::Sheet&);

void measure(const char* name, int count, const server::Sheet& sheet, Make make) {
    std::size_t bytes = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i) {
        bytes += make(sheet).size();
    }
    const auto ms =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
    fmt::print("{} statements as {}: {}.{:03} s, {} KiB each\n", count, name, ms / 1000, ms % 1000,
               bytes / 1024 / static_cast<std::size_t>(count));
}

void write_samples(const std::string& folder) {
    for (const int charges : {1, 200}) {
        const auto sheet = server::sheet_of(support::sample_statement(charges), model::TimeZone());
        const auto path = fmt::format("{}/statement-{}", folder, charges);
        std::ofstream(path + ".pdf", std::ios::binary) << server::pdf_document(sheet);
        std::ofstream(path + ".xlsx", std::ios::binary) << server::xlsx_document(sheet);
        std::ofstream(path + ".csv", std::ios::binary) << server::csv_document(sheet);
    }
}
}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    int count = 1'000;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--write" && i + 1 < arguments.size()) {
            write_samples(arguments[++i]);
            return 0;
        }
        count = std::max(1, std::atoi(arguments[i].c_str()));
    }
    const auto sheet = server::sheet_of(support::sample_statement(20), model::TimeZone());
    measure("PDF", count, sheet, server::pdf_document);
    measure("XLSX", count, sheet, server::xlsx_document);
    measure("CSV", count, sheet, server::csv_document);
    return 0;
}
