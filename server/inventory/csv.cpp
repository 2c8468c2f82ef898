#include "server/inventory/csv.hpp"

#include "model/text.hpp"

#include <algorithm>
#include <ios>

namespace server {

namespace {
/// Enough for 60 code points and one more, which tells that the rest was cut.
constexpr std::size_t excerpt_bytes = 244;

bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

std::uint64_t count_line_ends(std::string_view bytes) {
    std::uint64_t n = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const bool second_of_crlf = bytes[i] == '\n' && i > 0 && bytes[i - 1] == '\r';
        n += is_line_end(bytes[i]) && !second_of_crlf ? 1 : 0;
    }
    return n;
}
}  // namespace

CsvReader::CsvReader(std::istream& in, std::size_t buffer_bytes)
    : in_(in), buffer_bytes_(std::max<std::size_t>(buffer_bytes, 1)) {
    if (peek(3) == "\xEF\xBB\xBF") {
        at_ = 3;
        line_start_ = 3;
    }
}

std::string_view CsvReader::peek(std::size_t count) {
    const auto wanted = std::min<std::size_t>(count, 4096);
    (void)(wanted > 0 && has(wanted - 1));
    return std::string_view(window_).substr(0, wanted);
}

// Makes window_[index] available; false when the stream ends before it.
bool CsvReader::has(std::size_t index) {
    while (index >= window_.size()) {
        if (ended_) {
            return false;
        }
        const auto old_size = window_.size();
        window_.resize(old_size + buffer_bytes_);
        in_.read(window_.data() + old_size, static_cast<std::streamsize>(buffer_bytes_));
        const auto got = static_cast<std::size_t>(in_.gcount());
        window_.resize(old_size + got);
        if (in_.bad()) {
            throw std::ios_base::failure("the CSV stream broke while reading");
        }
        ended_ = got < buffer_bytes_;
    }
    return true;
}

void CsvReader::compact() {
    window_.erase(0, at_);
    window_offset_ += at_;
    at_ = 0;
    line_start_ = 0;
}

bool CsvReader::skip_line_end() {
    if (!has(at_) || !is_line_end(window_[at_])) {
        return false;
    }
    const bool may_be_crlf = window_[at_] == '\r';
    ++at_;
    if (may_be_crlf && has(at_) && window_[at_] == '\n') {
        ++at_;
    }
    ++line_;
    line_start_ = at_;
    return true;
}

void CsvReader::skip_line() {
    while (has(at_)) {
        const auto end = window_.find_first_of("\r\n", at_);
        if (end != std::string::npos) {
            at_ = end;
            (void)skip_line_end();
            return;
        }
        at_ = window_.size();
        compact();
    }
}

bool CsvReader::next(CsvRecord& record) {
    if (at_ >= buffer_bytes_) {
        compact();
    }
    while (skip_line_end()) {
        if (at_ >= buffer_bytes_) {
            compact();
        }
    }
    if (!has(at_)) {
        return false;
    }
    record_start_ = at_;
    record.line = line_;
    record.last_line = line_;
    record.problems.clear();
    if (auto problem = read_record(record)) {
        record.fields.clear();
        record.problems.push_back(std::move(*problem));
        skip_line();
    }
    return true;
}

std::optional<CsvProblem> CsvReader::read_record(CsvRecord& record) {
    std::size_t count = 0;
    starts_.clear();
    for (;;) {
        if (count == max_csv_fields) {
            return fault_here(CsvFault::too_many_fields, count, at_);
        }
        starts_.push_back(at_);
        if (record.fields.size() <= count) {
            record.fields.emplace_back();
        }
        auto& field = record.fields[count];
        field.text.clear();
        field.line = line_;
        if (auto problem = read_field(field.text, count)) {
            return problem;
        }
        ++count;
        if (!has(at_) || window_[at_] != ',') {
            break;
        }
        ++at_;
    }
    record.fields.resize(count);
    record.last_line = line_;
    check_bytes(record);
    (void)skip_line_end();
    return std::nullopt;
}

std::optional<CsvProblem> CsvReader::read_field(std::string& text, std::size_t index) {
    if (has(at_) && window_[at_] == '"') {
        return read_quoted(text, index);
    }
    const auto field_start = at_;
    while (has(at_)) {
        const auto limit = std::min(window_.size(), record_start_ + max_csv_record_bytes + 1);
        auto end = at_;
        while (end < limit && window_[end] != ',' && window_[end] != '"' && !is_line_end(window_[end])) {
            ++end;
        }
        text.append(window_, at_, end - at_);
        at_ = end;
        if (at_ - record_start_ > max_csv_record_bytes) {
            return fault_here(CsvFault::record_too_long, index, field_start);
        }
        if (at_ < window_.size()) {
            if (window_[at_] == '"') {
                return fault_here(CsvFault::stray_quote, index, field_start);
            }
            break;
        }
    }
    return std::nullopt;
}

std::optional<CsvProblem> CsvReader::read_quoted(std::string& text, std::size_t index) {
    const Quote quote{at_, line_, line_start_};
    ++at_;
    for (;;) {
        if (!has(at_)) {
            return give_up(quote, CsvFault::unclosed_quote, index);
        }
        const auto limit = std::min(window_.size(), record_start_ + max_csv_record_bytes + 1);
        auto end = at_;
        while (end < limit && window_[end] != '"' && !is_line_end(window_[end])) {
            ++end;
        }
        text.append(window_, at_, end - at_);
        at_ = end;
        if (at_ - record_start_ > max_csv_record_bytes) {
            return give_up(quote, CsvFault::record_too_long, index);
        }
        if (at_ == window_.size()) {
            continue;
        }
        if (is_line_end(window_[at_])) {
            const auto break_at = at_;
            (void)skip_line_end();
            text.append(window_, break_at, at_ - break_at);
        } else if (has(at_ + 1) && window_[at_ + 1] == '"') {
            text += '"';
            at_ += 2;
        } else {
            ++at_;
            break;
        }
    }
    if (has(at_) && window_[at_] != ',' && !is_line_end(window_[at_])) {
        return give_up(quote, CsvFault::text_after_quote, index);
    }
    return std::nullopt;
}

CsvProblem CsvReader::fault_here(CsvFault fault, std::size_t index, std::size_t excerpt_at) {
    CsvProblem problem{.fault = fault, .line = line_, .line_until = line_, .field = index};
    problem.byte_in_line = at_ - line_start_ + 1;
    problem.byte_in_file = window_offset_ + at_;
    (void)has(excerpt_at + excerpt_bytes);
    const std::string_view rest = std::string_view(window_).substr(excerpt_at, excerpt_bytes);
    problem.text = rest.substr(0, std::min(rest.size(), rest.find_first_of("\r\n")));
    return problem;
}

// A quoted cell that ran over a line end and then came to grief was most likely never meant to do
// so: the quote is taken as unclosed, and the lines that it swallowed are read again as records.
CsvProblem CsvReader::give_up(const Quote& quote, CsvFault on_one_line, std::size_t index) {
    if (on_one_line != CsvFault::unclosed_quote && line_ == quote.line) {
        return fault_here(on_one_line, index, on_one_line == CsvFault::text_after_quote ? at_ : quote.at);
    }
    const auto line_until = line_;
    at_ = quote.at;
    line_ = quote.line;
    line_start_ = quote.line_start;
    auto problem = fault_here(CsvFault::unclosed_quote, index, quote.at);
    problem.line_until = line_until;
    return problem;
}

void CsvReader::check_bytes(CsvRecord& record) const {
    const auto raw = std::string_view(window_).substr(record_start_, at_ - record_start_);
    if (raw.find('\0') == std::string_view::npos && model::is_valid_utf8(raw)) {
        return;
    }
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        const auto& text = record.fields[i].text;
        const auto nul_at = text.find('\0');
        if (nul_at != std::string::npos) {
            record.problems.push_back(byte_problem(CsvFault::nul_character, record, i, nul_at));
        }
        std::size_t bad_at = 0;
        if (!model::is_valid_utf8(text, &bad_at)) {
            record.problems.push_back(byte_problem(CsvFault::not_utf8, record, i, bad_at));
        }
    }
}

CsvProblem CsvReader::byte_problem(CsvFault fault, const CsvRecord& record, std::size_t index,
                                   std::size_t text_at) const {
    const auto& text = record.fields[index].text;
    auto raw_at = starts_[index] + text_at;
    if (window_[starts_[index]] == '"') {
        const auto doubled = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text_at), '"');
        raw_at += 1 + static_cast<std::size_t>(doubled);
    }
    auto line_start = raw_at;
    while (line_start > record_start_ && !is_line_end(window_[line_start - 1])) {
        --line_start;
    }
    const auto before = std::string_view(window_).substr(record_start_, raw_at - record_start_);
    CsvProblem problem{.fault = fault, .line = record.line + count_line_ends(before), .field = index};
    problem.line_until = problem.line;
    problem.byte_in_line = raw_at - line_start + 1;
    problem.byte_in_file = window_offset_ + raw_at;
    problem.text = text.substr(0, excerpt_bytes);
    return problem;
}

std::string csv_cell(std::string_view text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").contains(text.front());
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    std::string cell;
    cell.reserve(text.size() + 3);
    if (quoted) {
        cell += '"';
    }
    if (formula) {
        cell += '\'';
    }
    for (const char c : text) {
        if (c == '"') {
            cell += '"';
        }
        cell += c;
    }
    if (quoted) {
        cell += '"';
    }
    return cell;
}

std::string csv_cell(std::int64_t number) {
    return std::to_string(number);
}

std::string csv_record(std::span<const std::string> cells) {
    if (cells.size() == 1 && cells.front().empty()) {
        return "\"\"\r\n";
    }
    std::string record;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        record += i > 0 ? "," : "";
        record += csv_cell(cells[i]);
    }
    return record += "\r\n";
}

}  // namespace server
