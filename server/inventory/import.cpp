#include "server/inventory/import.hpp"

#include "server/inventory/import_rows.hpp"
#include "server/inventory/table_file.hpp"

#include <algorithm>
#include <utility>

namespace server {

namespace {
constexpr int earliest_current_year = 1900;
constexpr int latest_current_year = 2037;

ImportRules rules_of(ImportKind kind) {
    switch (kind) {
        case ImportKind::institutions:
            return institution_rules();
        case ImportKind::platforms:
            return platform_rules();
        case ImportKind::instruments:
            return instrument_rules();
        case ImportKind::categories:
            return category_rules();
    }
    std::unreachable();
}
}  // namespace

ImportTarget::~ImportTarget() = default;

std::optional<ImportKind> import_kind(std::string_view name) {
    constexpr std::pair<std::string_view, ImportKind> names[] = {{"institutions", ImportKind::institutions},
                                                                 {"platforms", ImportKind::platforms},
                                                                 {"instruments", ImportKind::instruments},
                                                                 {"categories", ImportKind::categories}};
    const auto found = std::ranges::find(names, name, &std::pair<std::string_view, ImportKind>::first);
    return found != std::end(names) ? std::optional(found->second) : std::nullopt;
}

std::vector<std::string> import_columns(ImportKind kind) {
    const auto columns = rules_of(kind).columns;
    return {columns.begin(), columns.end()};
}

model::Result<ImportReport> import_file(ImportKind kind, std::istream& file, ImportTarget& target,
                                        const ImportOptions& options) {
    if (options.current_year < earliest_current_year || options.current_year > latest_current_year) {
        return model::invalid_field("current_year", "out_of_range",
                                    {"当前年份应在 1900 到 2037 之间", "the current year must be 1900 to 2037"});
    }
    const auto rules = rules_of(kind);
    ImportLookup lookup(target);
    SeenKeys seen;
    ImportReport report;
    TableFile table(file, rules.columns, options, report);
    TRY_VOID(table.read([&](RowReader& row) {
        ImportRun run{row, target, lookup, seen, options.current_year, options.commit && report.ok()};
        rules.read_row(run);
    }));
    return report;
}

}  // namespace server
