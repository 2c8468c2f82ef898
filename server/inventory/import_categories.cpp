// categories.csv: code, level, parent_code, name_zh. A parent stands before its children, or in the
// store.

#include "server/inventory/import_rows.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace server {

namespace {
enum Column : std::size_t { code, level, parent_code, name_zh };

constexpr std::array<std::string_view, 4> columns{"code", "level", "parent_code", "name_zh"};

constexpr std::int64_t deepest_level = 3;

std::string key_of(const std::string& category_code, std::int64_t category_level) {
    return fmt::format("{}/{}", category_code, category_level);
}

void check_parent(ImportRun& run, const std::string& parent, std::int64_t category_level) {
    if (category_level == 1) {
        if (!parent.empty()) {
            run.row.error(parent_code, "unexpected_parent",
                          {"第 1 级类别没有上级，此处应为空", "a category of level 1 has no parent; leave it empty"});
        }
        return;
    }
    if (parent.empty()) {
        run.row.error(parent_code, "empty_required",
                      {fmt::format("第 {} 级类别必须有上级", category_level),
                       fmt::format("a category of level {} must have a parent", category_level)});
        return;
    }
    const auto parent_level = category_level - 1;
    if (run.seen.contains(key_of(parent, parent_level)) ||
        run.target.category(parent, static_cast<int>(parent_level))) {
        return;
    }
    auto near = run.lookup.suggestions(ImportKind::categories, parent);
    std::string longer = parent;
    while (near.empty() && longer.size() < 6) {
        longer.insert(longer.begin(), '0');
        if (run.seen.contains(key_of(longer, parent_level))) {
            near.push_back(longer);
        }
    }
    std::erase(near, parent);
    const auto hint = did_you_mean(near);
    run.row.error(parent_code, "unknown_category",
                  {fmt::format("本文件前面的行和系统中都没有第 {} 级类别“{}”{}", parent_level, parent, hint.zh),
                   fmt::format("neither an earlier line nor the store has a category \"{}\" of level {}{}", parent,
                               parent_level, hint.en)});
}

void read_category(ImportRun& run) {
    auto& row = run.row;
    model::Category category;
    auto category_code = row.id(code);
    const auto category_level = row.integer(level, {.least = 1, .most = deepest_level});
    const auto parent = row.text(parent_code, {.max = max_id_length});
    category.name_zh = row.text(name_zh, {.required = true}).value_or("");
    if (category_code && category_level) {
        category.level = static_cast<int>(*category_level);
        check_unique(run, code, key_of(*category_code, *category_level),
                     [&] { return run.target.category(*category_code, category.level).has_value(); });
    }
    if (parent && category_level) {
        check_parent(run, *parent, *category_level);
        category.parent_code = model::CategoryCode(*parent);
    }
    category.code = model::CategoryCode(std::move(category_code).value_or(""));
    if (run.may_add && row.good()) {
        run.target.add(category);
    }
}
}  // namespace

ImportRules category_rules() {
    return {columns, read_category};
}

}  // namespace server
