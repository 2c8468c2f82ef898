#include "server/inventory/table_file.hpp"

#include <optional>
#include <utility>

#include <fmt/format.h>

namespace server {

namespace {
constexpr std::uint64_t progress_step_bytes = 262'144;

// Files that are something else by their first bytes: people import the workbook itself.
std::optional<ImportProblem> not_csv(std::string_view start) {
    const auto problem = [](const char* code, model::Sentence message) {
        return ImportProblem{.line = 1, .code = code, .message = std::move(message)};
    };
    if (start.starts_with("PK\x03\x04") || start.starts_with("\xD0\xCF\x11\xE0")) {
        return problem("not_csv", {"这是 Excel 工作簿，请另存为“CSV UTF-8”后再导入",
                                   "this is an Excel workbook; save it as \"CSV UTF-8\" first"});
    }
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
        return problem("not_utf8", {"第 1 行第 1 字节：这是 UTF-16 编码，请另存为“CSV UTF-8”",
                                    "line 1, byte 1: this is UTF-16; save it as \"CSV UTF-8\""});
    }
    return std::nullopt;
}

model::Error too_many_rows() {
    return {model::ErrorCode::too_large,
            {fmt::format("文件超过 {} 行，请分成几个文件", max_import_rows),
             fmt::format("the file has more than {} rows; split it", max_import_rows)}};
}
}  // namespace

model::Result<void> TableFile::read(const ReadRow& read_cells) {
    if (read_header()) {
        RowReader row(header_, columns_, sink_);
        while (reader_.next(record_)) {
            if (report_.rows == max_import_rows) {
                return too_many_rows();
            }
            read_row(row, read_cells);
            show_progress();
        }
    }
    if (options_.progress) {
        options_.progress(reader_.bytes_done());
    }
    return {};
}

bool TableFile::read_header() {
    if (auto problem = not_csv(reader_.peek(4))) {
        sink_.add(*std::move(problem));
    } else if (!reader_.next(record_)) {
        sink_.add(
            {.line = 1,
             .code = "empty_file",
             .message = {"文件是空的，第一行须为列名", "the file is empty; its first line must name the columns"}});
    } else {
        header_ = read_import_header(record_, columns_, sink_);
    }
    report_.bad += header_.good ? 0 : 1;
    return header_.readable;
}

void TableFile::read_row(RowReader& row, const ReadRow& read) {
    ++report_.rows;
    sink_.begin_row();
    for (const auto& problem : record_.problems) {
        const bool of_cell = !record_.lost() && problem.field < header_.column_name.size();
        sink_.add(csv_problem(problem, of_cell ? std::string(header_.column_name[problem.field]) : ""));
    }
    if (!record_.lost() && record_.fields.size() != header_.column_name.size()) {
        sink_.add(wrong_column_count());
    } else if (!record_.lost()) {
        row.begin(record_);
        read(row);
    }
    report_.bad += sink_.row_failed() ? 1 : 0;
    report_.accepted += !sink_.row_failed() && header_.good ? 1 : 0;
}

ImportProblem TableFile::wrong_column_count() const {
    const auto have = record_.fields.size();
    const auto want = header_.column_name.size();
    model::Sentence lines;
    if (record_.last_line != record_.line) {
        lines = {fmt::format("；该行跨第 {} 至 {} 行，可能缺少引号", record_.line, record_.last_line),
                 fmt::format("; the row covers the lines {} to {}, perhaps a quote is missing", record_.line,
                             record_.last_line)};
    }
    return {.line = record_.line,
            .value = printable(record_.fields.front().text),
            .code = "wrong_column_count",
            .message = {fmt::format("有 {} 列，应为 {} 列{}", have, want, lines.zh),
                        fmt::format("{} cells where the header has {} columns{}", have, want, lines.en)}};
}

void TableFile::show_progress() {
    const auto done = reader_.bytes_done();
    if (options_.progress && done >= progress_told_ + progress_step_bytes) {
        progress_told_ = done;
        options_.progress(done);
    }
}

}  // namespace server
