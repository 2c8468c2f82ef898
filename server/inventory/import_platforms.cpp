// platforms.csv: id, institution_id, name_zh, name_en, industry_domains, level, pairing_intention,
// contact

#include "server/inventory/import_rows.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace server {

namespace {
enum Column : std::size_t { id, institution_id, name_zh, name_en, industry_domains, level, pairing_intention, contact };

constexpr std::array<std::string_view, 8> columns{
    "id", "institution_id", "name_zh", "name_en", "industry_domains", "level", "pairing_intention", "contact"};

constexpr std::size_t max_long_text = 2000;

void read_institution_reference(ImportRun& run, model::Platform& platform) {
    auto value = run.row.text(institution_id, {.max = max_id_length, .required = true});
    if (!value) {
        return;
    }
    const auto& answer = run.lookup.find(ImportKind::institutions, *value);
    if (!answer.found) {
        const auto hint = did_you_mean(answer.near);
        run.row.error(institution_id, "unknown_institution",
                      {fmt::format("没有编号为“{}”的机构{}", *value, hint.zh),
                       fmt::format("there is no institution \"{}\"{}", *value, hint.en)});
    }
    platform.institution_id = model::InstitutionId(*std::move(value));
}

void read_platform(ImportRun& run) {
    auto& row = run.row;
    model::Platform platform;
    if (auto value = row.id(id)) {
        check_unique(run, id, *value, [&] { return run.target.has_platform(*value); });
        platform.id = model::PlatformId(*std::move(value));
    }
    read_institution_reference(run, platform);
    platform.name_zh = row.text(name_zh, {.required = true}).value_or("");
    platform.name_en = row.text(name_en, {}).value_or("");
    platform.industry_domains = row.list(industry_domains);
    platform.level = row.text(level, {.max = 50}).value_or("");
    platform.pairing_intention = row.text(pairing_intention, {.max = max_long_text, .many_lines = true}).value_or("");
    platform.contact = row.text(contact, {.max = 500, .many_lines = true}).value_or("");
    if (run.may_add && row.good()) {
        run.target.add(platform);
    }
}
}  // namespace

ImportRules platform_rules() {
    return {columns, read_platform};
}

}  // namespace server
