#pragma once
// Inventory files for tests: the demo data, and small files made from a good row with some cells
// changed.

#include "server/inventory/csv.hpp"
#include "server/inventory/import.hpp"
#include "tests/support/demo_text.hpp"
#include "tests/support/memory_import_target.hpp"

#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace tests {

inline constexpr int test_year = 2026;

inline server::ImportReport import_text(server::ImportKind kind, const std::string& text, MemoryImportTarget& target,
                                        bool commit = false) {
    std::istringstream in(text);
    server::ImportOptions options;
    options.commit = commit;
    options.current_year = test_year;
    auto report = server::import_file(kind, in, target, options);
    if (!report) {
        throw std::runtime_error("the import was refused");
    }
    return *std::move(report);
}

/// Imports the whole demo data; the reports in the order institutions, platforms, categories,
/// instruments.
inline std::vector<server::ImportReport> import_demo_data(MemoryImportTarget& target) {
    using enum server::ImportKind;
    std::vector<server::ImportReport> reports;
    reports.push_back(import_text(institutions, support::demo_text(institutions), target, true));
    reports.push_back(import_text(platforms, support::demo_text(platforms), target, true));
    reports.push_back(import_text(categories, support::demo_text(categories), target, true));
    reports.push_back(import_text(instruments, support::demo_text(instruments), target, true));
    return reports;
}

/// Two institutions, two platforms and the categories of a spectrometer.
inline MemoryImportTarget small_store() {
    MemoryImportTarget store;
    for (const auto* id : {"ORG-1", "ORG-2"}) {
        store.institutions[id].id = model::InstitutionId(id);
    }
    for (const auto* id : {"PLAT-01", "PLAT-22"}) {
        store.platforms[id].id = model::PlatformId(id);
    }
    const auto category = [&](const char* code, int level, const char* parent, const char* name) {
        store.add(model::Category{model::CategoryCode(code), level, model::CategoryCode(parent), name});
    };
    category("010000", 1, "", "分析仪器");
    category("010600", 2, "010000", "波谱仪器");
    category("010601", 3, "010600", "核磁共振波谱仪");
    category("019900", 2, "010000", "其他");
    category("019900", 3, "019900", "其他");
    return store;
}

using Cells = std::map<std::string, std::string>;

/// A good instrument row with some cells replaced; cells are written as they are, quotes included.
inline std::string instrument_row(const Cells& changed) {
    Cells cells{{"id", "NMR-1"},
                {"platform_id", "PLAT-01"},
                {"name_zh", "核磁共振波谱仪"},
                {"name_en", "NMR spectrometer"},
                {"model", "AVANCE NEO 600"},
                {"manufacturer", "Bruker"},
                {"category_code", "010601"},
                {"category_names", "分析仪器/波谱仪器/核磁共振波谱仪"},
                {"service_domains", "药物研发;化学分析"},
                {"key_specs", "磁场 14.1 T"},
                {"original_value_cny", "6200000"},
                {"commissioned_year", "2020"},
                {"location", "B210室"},
                {"external_price_fen_per_hour", "42000"},
                {"academic_price_fen_per_hour", "20000"},
                {"price_fen_per_sample", "18000"},
                {"min_booking_minutes", "15"},
                {"max_booking_minutes", "1440"},
                {"requires_training", "yes"},
                {"sample_service", "no"},
                {"opening_hours", "Mon-Sun 00:00-24:00"}};
    for (const auto& [name, value] : changed) {
        cells.at(name) = value;
    }
    std::string row;
    for (const auto& name : server::import_columns(server::ImportKind::instruments)) {
        row += (row.empty() && name == "id" ? "" : ",") + cells.at(name);
    }
    return row + "\r\n";
}

inline std::string header(server::ImportKind kind) {
    return server::csv_record(server::import_columns(kind));
}

/// "code@line field" of every kept problem, in order.
inline std::vector<std::string> codes(const server::ImportReport& report) {
    std::vector<std::string> out;
    for (const auto& problem : report.kept) {
        out.push_back(problem.code + "@" + std::to_string(problem.line) +
                      (problem.field.empty() ? "" : " " + problem.field));
    }
    return out;
}

}  // namespace tests
