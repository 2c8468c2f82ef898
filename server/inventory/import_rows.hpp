#pragma once
// What the importer knows about each kind of file: its columns and how a row becomes a record.
// A new kind is one file import_<kind>.cpp and one line in import.cpp.

#include "server/inventory/import.hpp"
#include "server/inventory/import_fields.hpp"
#include "server/inventory/import_lookup.hpp"
#include "server/inventory/import_seen.hpp"

#include <span>
#include <string>
#include <string_view>

namespace server {

/// What the reading of a row works with.
struct ImportRun {
    RowReader& row;
    ImportTarget& target;
    ImportLookup& lookup;
    SeenKeys& seen;
    int current_year = 0;
    bool may_add = false;  ///< commit is asked for and no earlier row is bad
};

struct ImportRules {
    std::span<const std::string_view> columns;
    void (*read_row)(ImportRun& run) = nullptr;  ///< checks the row; adds it where it may and is good
};

ImportRules institution_rules();
ImportRules platform_rules();
ImportRules instrument_rules();
ImportRules category_rules();

/// Reports an id that an earlier line of the file has, or else one that the store has (`in_store`
/// is asked only then).
template <class InStore>
void check_unique(ImportRun& run, std::size_t column, const std::string& key, InStore in_store) {
    const auto line = run.row.line(column);
    if (const auto first = run.seen.first_seen(key, line)) {
        run.row.error(
            column, "duplicate_in_file",
            {"与第 " + std::to_string(*first) + " 行重复（本行是第 " + std::to_string(line) + " 行）",
             "the same as on line " + std::to_string(*first) + " (this is line " + std::to_string(line) + ")"});
    } else if (in_store()) {
        run.row.error(column, "already_exists", {"系统中已有这个编号", "there is a record with this id already"});
    }
}

}  // namespace server
