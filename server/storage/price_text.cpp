#include "server/storage/price_text.hpp"

#include <charconv>
#include <stdexcept>

#include <fmt/format.h>

#include "server/json/write.hpp"

namespace server {

namespace {
std::string_view take_until(std::string_view& text, char end) {
    const auto at = text.find(end);
    if (at == std::string_view::npos) {
        throw std::runtime_error("stored price lines are broken");
    }
    const auto part = text.substr(0, at);
    text.remove_prefix(at + 1);
    return part;
}

std::int64_t number(std::string_view part) {
    std::int64_t value = 0;
    const auto [end, ec] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (ec != std::errc{} || end != part.data() + part.size()) {
        throw std::runtime_error("stored price lines are broken");
    }
    return value;
}
}  // namespace

std::string price_text(const std::vector<model::PriceLine>& lines) {
    std::string out;
    for (const auto& line : lines) {
        fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{};", json::enum_name(line.code), line.quantity,
                       json::enum_name(line.unit), line.unit_fen.fen(), line.percent, line.amount_fen.fen());
    }
    return out;
}

std::vector<model::PriceLine> parse_price_text(std::string_view text) {
    std::vector<model::PriceLine> lines;
    while (!text.empty()) {
        model::PriceLine line;
        const auto code = json::enum_value<model::LineCode>(take_until(text, ','));
        line.quantity = number(take_until(text, ','));
        const auto unit = json::enum_value<model::LineUnit>(take_until(text, ','));
        line.unit_fen = model::Money{number(take_until(text, ','))};
        line.percent = number(take_until(text, ','));
        line.amount_fen = model::Money{number(take_until(text, ';'))};
        if (!code || !unit) {
            throw std::runtime_error("stored price lines are broken");
        }
        line.code = *code;
        line.unit = *unit;
        lines.push_back(line);
    }
    return lines;
}

}  // namespace server
