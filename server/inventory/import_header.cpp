#include "server/inventory/import_header.hpp"

#include "server/inventory/import_lookup.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace server {

namespace {
class HeaderReader {
  public:
    HeaderReader(const CsvRecord& record, std::span<const std::string_view> columns, ProblemSink& sink)
        : record_(record), columns_(columns), sink_(sink) {}

    ImportHeader read() {
        for (const auto& problem : record_.problems) {
            report(csv_problem(problem, ""));
        }
        if (record_.lost() || other_separator()) {
            return header_;
        }
        header_.position.assign(columns_.size(), ImportHeader::absent);
        header_.column_name.assign(record_.fields.size(), {});
        const auto known = match();
        if (known == 0) {
            missing_header();
            return header_;
        }
        std::size_t missing = 0;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            missing += header_.position[i] == ImportHeader::absent ? 1 : 0;
        }
        report_unknown();
        report_missing();
        header_.readable = missing * 2 <= columns_.size();
        header_.good = !failed_;
        return header_;
    }

  private:
    void report(ImportProblem problem) {
        failed_ = true;
        sink_.add(std::move(problem));
    }

    bool other_separator() {
        const auto& text = record_.fields.front().text;
        if (record_.fields.size() > 1 || text.find_first_of(";\t") == std::string::npos) {
            return false;
        }
        report({.line = record_.line,
                .value = printable(text),
                .code = "wrong_separator",
                .message = {"列之间须用英文逗号分隔（该文件像是用分号或制表符分隔的）",
                            "the columns must be separated by commas (this file seems to use semicolons or "
                            "tabs)"}});
        return true;
    }

    std::size_t match() {
        std::size_t known = 0;
        for (std::size_t i = 0; i < record_.fields.size(); ++i) {
            const auto& cell = record_.fields[i];
            const auto found = std::ranges::find(columns_, cell.text);
            if (found == columns_.end()) {
                continue;
            }
            ++known;
            const auto column = static_cast<std::size_t>(found - columns_.begin());
            header_.column_name[i] = *found;
            if (header_.position[column] != ImportHeader::absent) {
                report({.line = cell.line,
                        .field = cell.text,
                        .value = cell.text,
                        .code = "duplicate_column",
                        .message = {fmt::format("列“{}”出现了两次", cell.text),
                                    fmt::format("the column \"{}\" is there twice", cell.text)}});
                continue;
            }
            header_.position[column] = i;
        }
        return known;
    }

    void missing_header() {
        report({.line = record_.line,
                .value = printable(record_.fields.front().text),
                .code = "missing_header",
                .message = {fmt::format("第一行须为列名：{}", fmt::join(columns_, ",")),
                            fmt::format("the first line must name the columns: {}", fmt::join(columns_, ","))}});
    }

    void report_unknown() {
        std::vector<std::string> wanted;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (header_.position[i] == ImportHeader::absent) {
                wanted.emplace_back(columns_[i]);
            }
        }
        for (std::size_t i = 0; i < record_.fields.size(); ++i) {
            const auto& cell = record_.fields[i];
            const bool told = std::ranges::any_of(record_.problems, [&](const auto& p) { return p.field == i; });
            if (!header_.column_name[i].empty() || told) {
                continue;
            }
            std::uint64_t comparisons_left = wanted.size();
            const auto hint = did_you_mean(nearest(cell.text, wanted, comparisons_left));
            const auto name = printable(cell.text);
            model::Sentence message{fmt::format("没有名为“{}”的列{}", name, hint.zh),
                                    fmt::format("there is no column \"{}\"{}", name, hint.en)};
            if (cell.text.empty()) {
                message = {fmt::format("第 {} 列没有列名，请删除该列", i + 1),
                           fmt::format("column {} has no name; delete it", i + 1)};
            }
            report({.line = cell.line,
                    .field = name,
                    .value = name,
                    .code = "unknown_column",
                    .message = std::move(message)});
        }
    }

    void report_missing() {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (header_.position[i] == ImportHeader::absent) {
                report({.line = record_.line,
                        .field = std::string(columns_[i]),
                        .code = "missing_column",
                        .message = {fmt::format("缺少列“{}”", columns_[i]),
                                    fmt::format("the column \"{}\" is missing", columns_[i])}});
            }
        }
    }

    const CsvRecord& record_;
    std::span<const std::string_view> columns_;
    ProblemSink& sink_;
    ImportHeader header_;
    bool failed_ = false;
};
}  // namespace

ImportHeader read_import_header(const CsvRecord& record, std::span<const std::string_view> columns, ProblemSink& sink) {
    return HeaderReader(record, columns, sink).read();
}

}  // namespace server
