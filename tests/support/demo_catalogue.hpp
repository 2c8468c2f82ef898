#pragma once
// The demo inventory as the catalogue search sees it.

#include "server/inventory/csv.hpp"
#include "server/inventory/search.hpp"
#include "tests/support/demo_text.hpp"

#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace support {

using Row = std::map<std::string, std::string>;

inline std::vector<Row> demo_rows(server::ImportKind kind) {
    std::istringstream in{demo_text(kind)};
    server::CsvReader reader(in);
    server::CsvRecord header;
    server::CsvRecord record;
    reader.next(header);
    std::vector<Row> rows;
    while (reader.next(record)) {
        Row& row = rows.emplace_back();
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            row[header.fields[i].text] = record.fields[i].text;
        }
    }
    return rows;
}

inline std::vector<std::string> parts(const std::string& text, char separator) {
    std::vector<std::string> all;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find(separator, from), text.size());
        all.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return all;
}

inline server::SearchEntry demo_entry(const Row& row, const Row& platform, const Row& institution) {
    server::SearchEntry entry;
    model::Instrument& instrument = entry.instrument;
    instrument.id = model::InstrumentId(row.at("id"));
    instrument.platform_id = model::PlatformId(row.at("platform_id"));
    instrument.name_zh = row.at("name_zh");
    instrument.name_en = row.at("name_en");
    instrument.model = row.at("model");
    instrument.manufacturer = row.at("manufacturer");
    instrument.category_code = model::CategoryCode(row.at("category_code"));
    instrument.category_zh = row.at("category_names");
    instrument.domains = parts(row.at("service_domains"), ';');
    instrument.specs = row.at("key_specs");
    instrument.sample_service = row.at("sample_service") == "yes";
    entry.platform = instrument.platform_id;
    entry.institution = model::InstitutionId(institution.at("id"));
    entry.platform_name_zh = platform.at("name_zh");
    entry.platform_name_en = platform.at("name_en");
    entry.institution_name_zh = institution.at("name_zh");
    entry.institution_name_en = institution.at("name_en");
    entry.institution_short = institution.at("short");
    entry.hourly_fen = std::stoll(row.at("external_price_fen_per_hour"));
    entry.requires_training = row.at("requires_training") == "yes";
    return entry;
}

/// All instruments of the demo inventory in the order of the file.
inline std::vector<server::SearchEntry> demo_entries() {
    std::map<std::string, Row> institutions;
    for (const Row& row : demo_rows(server::ImportKind::institutions)) {
        institutions[row.at("id")] = row;
    }
    std::map<std::string, Row> platforms;
    for (const Row& row : demo_rows(server::ImportKind::platforms)) {
        platforms[row.at("id")] = row;
    }
    std::vector<server::SearchEntry> entries;
    for (const Row& row : demo_rows(server::ImportKind::instruments)) {
        const Row& platform = platforms.at(row.at("platform_id"));
        entries.push_back(demo_entry(row, platform, institutions.at(platform.at("institution_id"))));
    }
    return entries;
}

}  // namespace support
