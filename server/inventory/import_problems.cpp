#include "server/inventory/import_problems.hpp"

#include "model/text.hpp"

#include <utility>

#include <fmt/format.h>

namespace server {

namespace {
std::string code_of(CsvFault fault) {
    switch (fault) {
        case CsvFault::unclosed_quote:
            return "unclosed_quote";
        case CsvFault::text_after_quote:
            return "text_after_quote";
        case CsvFault::stray_quote:
            return "stray_quote";
        case CsvFault::record_too_long:
            return "record_too_long";
        case CsvFault::too_many_fields:
            return "too_many_fields";
        case CsvFault::not_utf8:
            return "not_utf8";
        case CsvFault::nul_character:
            return "nul_character";
    }
    std::unreachable();
}

model::Sentence unclosed_quote(const CsvProblem& p) {
    if (p.line_until == p.line) {
        return {fmt::format("第 {} 行第 {} 字节处的引号没有闭合", p.line, p.byte_in_line),
                fmt::format("the quote that opens at line {}, byte {} is never closed", p.line, p.byte_in_line)};
    }
    return {fmt::format("第 {} 行第 {} 字节处的引号没有闭合（读到第 {} 行仍未正常结束）", p.line, p.byte_in_line,
                        p.line_until),
            fmt::format("the quote that opens at line {}, byte {} is not closed (read on to line {} in vain)", p.line,
                        p.byte_in_line, p.line_until)};
}

model::Sentence sentence_of(const CsvProblem& p) {
    switch (p.fault) {
        case CsvFault::unclosed_quote:
            return unclosed_quote(p);
        case CsvFault::text_after_quote:
            return {fmt::format("第 {} 字节处：右引号之后应为逗号或行尾；单元格内的引号须写成两个", p.byte_in_line),
                    fmt::format("byte {}: a comma or the end of the line must follow a closing quote; write a "
                                "quote inside "
                                "a quoted cell twice",
                                p.byte_in_line)};
        case CsvFault::stray_quote:
            return {fmt::format("第 {} 字节处有引号：含引号的单元格须整体加引号，内部的引号写成两个", p.byte_in_line),
                    fmt::format("a quote at byte {}: a cell with quotes must be quoted as a whole, its own "
                                "quotes written "
                                "twice",
                                p.byte_in_line)};
        case CsvFault::record_too_long:
            return {"这一行超过 1 MiB", "the row is longer than 1 MiB"};
        case CsvFault::too_many_fields:
            return {fmt::format("这一行超过 {} 列", max_csv_fields),
                    fmt::format("the row has more than {} cells", max_csv_fields)};
        case CsvFault::not_utf8:
            return {fmt::format("不是 UTF-8 编码：第 {} 行第 {} 字节（文件偏移 {}）；若用 Excel 保存，请选“CSV "
                                "UTF-8”",
                                p.line, p.byte_in_line, p.byte_in_file),
                    fmt::format("not UTF-8: line {}, byte {} (offset {} in the file); from Excel, save as "
                                "\"CSV UTF-8\"",
                                p.line, p.byte_in_line, p.byte_in_file)};
        case CsvFault::nul_character:
            return {
                fmt::format("含有 NUL 字符：第 {} 行第 {} 字节（文件偏移 {}）", p.line, p.byte_in_line, p.byte_in_file),
                fmt::format("a NUL character: line {}, byte {} (offset {} in the file)", p.line, p.byte_in_line,
                            p.byte_in_file)};
    }
    std::unreachable();
}
}  // namespace

std::string printable(std::string_view bytes, std::size_t code_points) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t n = 0; at < bytes.size(); ++n) {
        if (n == code_points) {
            return out += "…";
        }
        // At most four bytes make a code point, so a look at the next four tells good from bad.
        const auto ahead = bytes.substr(at, 4);
        std::size_t bad_at = ahead.size();
        if (!model::is_valid_utf8(ahead, &bad_at) && bad_at == 0) {
            out += fmt::format("<{:02X}>", static_cast<unsigned>(static_cast<unsigned char>(bytes[at])));
            ++at;
            continue;
        }
        const auto start = at;
        const char32_t code = model::next_code_point(bytes, at);
        if (model::is_invisible(code) || code == U'\n' || code == U'\t') {
            out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(code));
        } else {
            out += bytes.substr(start, at - start);
        }
    }
    return out;
}

void ProblemSink::add(ImportProblem problem) {
    ++report_.problems;
    if (problem.warning) {
        ++report_.warnings;
    } else {
        row_failed_ = true;
    }
    if (options_.on_problem) {
        options_.on_problem(problem);
    }
    if (report_.kept.size() < options_.max_problems_kept) {
        report_.kept.push_back(std::move(problem));
    }
}

ImportProblem csv_problem(const CsvProblem& problem, std::string field) {
    return {.line = problem.line,
            .field = std::move(field),
            .value = printable(problem.text),
            .code = code_of(problem.fault),
            .message = sentence_of(problem)};
}

}  // namespace server
