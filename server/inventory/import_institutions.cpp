// institutions.csv: id, name_zh, name_en, short

#include "server/inventory/import_rows.hpp"

#include <array>
#include <utility>

namespace server {

namespace {
enum Column : std::size_t { id, name_zh, name_en, short_name };

constexpr std::array<std::string_view, 4> columns{"id", "name_zh", "name_en", "short"};

void read_institution(ImportRun& run) {
    auto& row = run.row;
    model::Institution institution;
    if (auto value = row.id(id)) {
        check_unique(run, id, *value, [&] { return run.target.has_institution(*value); });
        institution.id = model::InstitutionId(*std::move(value));
    }
    institution.name_zh = row.text(name_zh, {.required = true}).value_or("");
    institution.name_en = row.text(name_en, {}).value_or("");
    institution.short_name = row.text(short_name, {}).value_or("");
    if (run.may_add && row.good()) {
        run.target.add(institution);
    }
}
}  // namespace

ImportRules institution_rules() {
    return {columns, read_institution};
}

}  // namespace server
