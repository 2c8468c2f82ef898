#include "server/inventory/import_fields.hpp"

#include "model/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace server {

namespace {
constexpr std::size_t max_items = 20;
constexpr std::size_t max_item_length = 50;

constexpr std::array<std::string_view, 4> spaces{" ", "\t", "\xC2\xA0", "\xE3\x80\x80"};

std::string_view without_surrounding_spaces(std::string_view text) {
    const auto starting = [&](std::string_view space) { return text.starts_with(space); };
    const auto ending = [&](std::string_view space) { return text.ends_with(space); };
    for (auto it = spaces.begin(); (it = std::ranges::find_if(spaces, starting)) != spaces.end();) {
        text.remove_prefix(it->size());
    }
    for (auto it = spaces.begin(); (it = std::ranges::find_if(spaces, ending)) != spaces.end();) {
        text.remove_suffix(it->size());
    }
    return text;
}

std::string with_unix_line_ends(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            out += '\n';
        }
    }
    return out;
}

template <class Range>
bool contains(const Range& range, std::string_view text) {
    return std::ranges::find(range, text) != std::ranges::end(range);
}

bool is_id_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '_' ||
           c == '-';
}

bool is_line_break(char32_t c) {
    return c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}
}  // namespace

const CsvField* RowReader::cell(std::size_t column) const {
    const auto position = header_.position[column];
    if (position == ImportHeader::absent) {
        return nullptr;
    }
    const bool broken =
        std::ranges::any_of(record_->problems, [&](const CsvProblem& p) { return p.field == position; });
    return broken ? nullptr : &record_->fields[position];
}

std::uint64_t RowReader::line(std::size_t column) const {
    const auto position = header_.position[column];
    return position == ImportHeader::absent ? record_->line : record_->fields[position].line;
}

void RowReader::report(std::size_t column, std::string code, model::Sentence message, bool warning) {
    const auto* field = cell(column);
    sink_.add({.line = line(column),
               .field = std::string(columns_[column]),
               .value = field != nullptr ? printable(field->text) : std::string{},
               .code = std::move(code),
               .message = std::move(message),
               .warning = warning});
}

void RowReader::error(std::size_t column, std::string code, model::Sentence message) {
    report(column, std::move(code), std::move(message), false);
}

void RowReader::warning(std::size_t column, std::string code, model::Sentence message) {
    report(column, std::move(code), std::move(message), true);
}

// The cell without surrounding spaces, which are an error of their own; empty only when optional.
std::optional<std::string_view> RowReader::trimmed(std::size_t column, bool required) {
    const auto* field = cell(column);
    if (field == nullptr) {
        return std::nullopt;
    }
    const auto text = without_surrounding_spaces(field->text);
    if (text.empty() && required) {
        error(column, "empty_required", {"不能为空", "must not be empty"});
        return std::nullopt;
    }
    if (text.size() != field->text.size()) {
        error(column, "surrounding_space", {"首尾有多余的空格", "there are spaces before or after the text"});
    }
    return text;
}

bool RowReader::check_characters(std::size_t column, std::string_view text, bool many_lines) {
    bool good = true;
    bool line_break_told = false;
    bool replacement_told = false;
    std::size_t n = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = model::next_code_point(text, at);
        ++n;
        const bool plain = (code >= 0x20 && code < 0x7F) || (code >= 0x3001 && code < 0xE000);
        if (plain) {
            continue;
        }
        if (is_line_break(code)) {
            if (!many_lines && !line_break_told) {
                line_break_told = true;
                error(column, "line_break_in_name",
                      {fmt::format("第 {} 个字符是换行，此处不允许换行", n),
                       fmt::format("character {} is a line break, which is not allowed here", n)});
            }
            good = good && many_lines && code == U'\n';
        }
        const bool allowed = many_lines ? code == U'\n' || code == U'\t' : is_line_break(code);
        if (!allowed && (model::is_invisible(code) || code == U'\t')) {
            error(
                column, "invisible_character",
                {fmt::format("第 {} 个字符 U+{:04X} 不可见，请删除", n, static_cast<std::uint32_t>(code)),
                 fmt::format("character {} is invisible (U+{:04X}); remove it", n, static_cast<std::uint32_t>(code))});
            return false;
        }
        if (code == 0xFFFD && !replacement_told) {
            replacement_told = true;
            warning(column, "replacement_character",
                    {fmt::format("第 {} 个字符是“\uFFFD”，原文可能已在转码时损坏", n),
                     fmt::format("character {} is \"\uFFFD\": the text was probably damaged by a conversion", n)});
        }
    }
    return good;
}

bool RowReader::check_length(std::size_t column, std::string_view text, std::size_t max) {
    const auto length = model::count_code_points(text);
    if (length <= max) {
        return true;
    }
    error(column, "too_long",
          {fmt::format("最多 {} 个字符，现有 {} 个（不会自动截断）", max, length),
           fmt::format("at most {} characters, these are {} (nothing is cut)", max, length)});
    return false;
}

void RowReader::check_formula(std::size_t column) {
    const auto* field = cell(column);
    const auto is_formula = [](std::string_view text) {
        return !text.empty() && std::string_view("=+-@\t\r").contains(text.front());
    };
    if (field != nullptr && (is_formula(field->text) || is_formula(without_surrounding_spaces(field->text)))) {
        warning(column, "formula_like",
                {"电子表格会把它当作公式；此处按文字保存，导出时会加撇号",
                 "a spreadsheet would run this as a formula; it is kept as text and neutralised on "
                 "export"});
    }
}

std::optional<std::string> RowReader::text(std::size_t column, const TextRule& rule) {
    const auto found = trimmed(column, rule.required);
    if (!found) {
        return std::nullopt;
    }
    check_formula(column);
    std::string value = rule.many_lines ? with_unix_line_ends(*found) : std::string(*found);
    const bool characters = check_characters(column, value, rule.many_lines);
    const bool length = check_length(column, value, rule.max);
    return characters && length ? std::optional(std::move(value)) : std::nullopt;
}

std::optional<std::string> RowReader::id(std::size_t column) {
    auto value = text(column, {.max = max_id_length, .required = true});
    if (!value) {
        return std::nullopt;
    }
    const auto bad = std::ranges::find_if_not(*value, is_id_character);
    if (bad != value->end()) {
        error(column, "bad_id",
              {"编号只能用英文字母、数字和 . _ -", "an id consists of the letters A-Z a-z, digits and . _ - only"});
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> RowReader::integer(std::size_t column, const IntegerRule& rule) {
    const auto found = trimmed(column, rule.required);
    if (!found || found->empty()) {
        return std::nullopt;
    }
    const auto digits = found->starts_with('-') ? found->substr(1) : *found;
    if (digits.empty() || !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) {
        error(column, "not_an_integer",
              {fmt::format("应为整数{}：只写数字，不带小数点、千位分隔符、单位或全角数字", rule.unit.zh),
               fmt::format("a whole number{} is expected: digits only, without decimal point, thousands "
                           "separator or unit",
                           rule.unit.en)});
        return std::nullopt;
    }
    std::int64_t value = 0;
    const auto read = std::from_chars(found->data(), found->data() + found->size(), value);
    if (read.ec != std::errc{} || value < rule.least || value > rule.most) {
        error(column, "out_of_range",
              {fmt::format("应在 {} 到 {} 之间{}", rule.least, rule.most, rule.unit.zh),
               fmt::format("must be {} to {}{}", rule.least, rule.most, rule.unit.en)});
        return std::nullopt;
    }
    return value;
}

std::optional<bool> RowReader::yes_no(std::size_t column) {
    const auto found = trimmed(column, true);
    if (!found) {
        return std::nullopt;
    }
    if (*found == "yes" || *found == "no") {
        return *found == "yes";
    }
    constexpr std::array<std::string_view, 13> like_yes{"是", "有", "真",  "true", "TRUE", "True", "1",
                                                        "y",  "Y",  "Yes", "YES",  "√",    "需要"};
    constexpr std::array<std::string_view, 14> like_no{"否", "无", "没有", "假", "false", "FALSE", "False",
                                                       "0",  "n",  "N",    "No", "NO",    "×",     "不需要"};
    const bool yes = contains(like_yes, *found);
    const bool no = contains(like_no, *found);
    const auto hint_zh = yes ? "；请改为 yes" : no ? "；请改为 no" : "";
    const auto hint_en = yes ? "; write yes" : no ? "; write no" : "";
    error(column, "not_yes_no",
          {fmt::format("只能填 yes 或 no（小写）{}", hint_zh),
           fmt::format("must be yes or no, in lower case{}", hint_en)});
    return std::nullopt;
}

bool RowReader::check_item(std::size_t column, std::string_view item) {
    const auto bare = without_surrounding_spaces(item);
    if (bare.empty()) {
        error(column, "empty_item", {"分号之间有空项", "there is an empty item between semicolons"});
        return false;
    }
    if (bare.size() != item.size()) {
        error(column, "surrounding_space", {"分号前后有空格", "there are spaces around a semicolon"});
        return false;
    }
    if (item.contains("；")) {
        error(column, "wrong_separator",
              {"请用英文分号 ; 分隔，不要用全角分号 ；", "separate the items by ; and not by the full-width ；"});
        return false;
    }
    return check_length(column, item, max_item_length);
}

std::vector<std::string> RowReader::list(std::size_t column) {
    const auto found = trimmed(column, false);
    if (!found || found->empty()) {
        return {};
    }
    check_formula(column);
    if (!check_characters(column, *found, false)) {
        return {};
    }
    std::vector<std::string> items;
    std::size_t count = 0;
    for (std::size_t at = 0; at <= found->size() && count < max_items + 1; ++count) {
        const auto end = std::min(found->find(';', at), found->size());
        const auto item = found->substr(at, end - at);
        at = end + 1;
        if (count == max_items) {
            error(column, "too_many_items",
                  {fmt::format("最多 {} 项", max_items), fmt::format("at most {} items", max_items)});
        } else if (!check_item(column, item)) {
            continue;
        } else if (contains(items, item)) {
            warning(
                column, "repeated_item",
                {fmt::format("“{}”重复，只记一次", item), fmt::format("\"{}\" is there twice; it counts once", item)});
        } else {
            items.emplace_back(item);
        }
    }
    return items;
}

}  // namespace server
