#include "server/storage/price_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include <fmt/format.h>

#include "server/json/write.hpp"

namespace server {

namespace {
/// What `unit_fen` pays for where a line does not say.
std::int64_t usual_per(model::LineUnit unit) {
    constexpr std::int64_t minutes_of_an_hour = 60;
    return unit == model::LineUnit::minute ? minutes_of_an_hour : 1;
}

constexpr std::string_view special = ",;%";
constexpr std::array<std::string_view, 3> escaped{"%2C", "%3B", "%25"};

void append_text(std::string& out, std::string_view text) {
    for (const char c : text) {
        const auto at = special.find(c);
        if (at == std::string_view::npos) {
            out += c;
        } else {
            out += escaped[at];
        }
    }
}

std::string read_text(std::string_view part) {
    std::string text;
    while (!part.empty()) {
        const auto known = std::ranges::find_if(escaped, [&](std::string_view e) { return part.starts_with(e); });
        text += known == escaped.end() ? part.front() : special[static_cast<std::size_t>(known - escaped.begin())];
        part.remove_prefix(known == escaped.end() ? 1 : known->size());
    }
    return text;
}

[[noreturn]] void broken() {
    throw std::runtime_error("stored price lines are broken");
}

/// Up to the separator, which is taken off too; all that is left where there is none.
std::string_view take_until(std::string_view& text, char end) {
    const auto at = std::min(text.find(end), text.size());
    const auto part = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

std::int64_t number(std::string_view part) {
    std::int64_t value = 0;
    const auto [end, ec] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (ec != std::errc{} || end != part.data() + part.size()) {
        broken();
    }
    return value;
}

model::PriceLine line_of(std::string_view text) {
    model::PriceLine line;
    const auto code = json::enum_value<model::LineCode>(take_until(text, ','));
    line.quantity = number(take_until(text, ','));
    const auto unit = json::enum_value<model::LineUnit>(take_until(text, ','));
    line.unit_fen = model::Money{number(take_until(text, ','))};
    line.percent = number(take_until(text, ','));
    line.amount_fen = model::Money{number(take_until(text, ','))};
    if (!code || !unit) {
        broken();
    }
    line.code = *code;
    line.unit = *unit;
    line.per = !text.empty() ? number(take_until(text, ',')) : usual_per(*unit);
    line.rule = read_text(take_until(text, ','));
    line.name.zh = read_text(take_until(text, ','));
    line.name.en = read_text(take_until(text, ','));
    if (!text.empty()) {
        line.corrected_at = model::Instant{model::seconds{number(text)}};
    }
    return line;
}
}  // namespace

std::string price_text(const std::vector<model::PriceLine>& lines) {
    std::string out;
    for (const auto& line : lines) {
        fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{}", json::enum_name(line.code), line.quantity,
                       json::enum_name(line.unit), line.unit_fen.fen(), line.percent, line.amount_fen.fen());
        const bool named = !line.name.zh.empty() || line.is_correction();
        if (named || !line.rule.empty() || line.per != usual_per(line.unit)) {
            fmt::format_to(std::back_inserter(out), ",{},", line.per);
            append_text(out, line.rule);
        }
        if (named) {
            out += ',';
            append_text(out, line.name.zh);
            out += ',';
            append_text(out, line.name.en);
        }
        if (line.is_correction()) {
            fmt::format_to(std::back_inserter(out), ",{}", line.corrected_at.time_since_epoch().count());
        }
        out += ';';
    }
    return out;
}

std::vector<model::PriceLine> parse_price_text(std::string_view text) {
    if (!text.empty() && text.back() != ';') {
        broken();
    }
    std::vector<model::PriceLine> lines;
    while (!text.empty()) {
        lines.push_back(line_of(take_until(text, ';')));
    }
    return lines;
}

}  // namespace server
