#include "model/month.hpp"

#include <charconv>

#include <fmt/format.h>

namespace model {

std::string Month::text() const {
    return fmt::format("{:04}-{:02}", year, month);
}

std::optional<Month> parse_month(std::string_view text) {
    Month m;
    if (text.size() != 7 || text[4] != '-') {
        return std::nullopt;
    }
    const auto year = std::from_chars(text.data(), text.data() + 4, m.year);
    const auto month = std::from_chars(text.data() + 5, text.data() + 7, m.month);
    const bool good = year.ec == std::errc{} && month.ec == std::errc{} && year.ptr == text.data() + 4 &&
                      month.ptr == text.data() + 7;
    return good && m.year >= 2000 && m.year <= 2037 && m.month >= 1 && m.month <= 12 ? std::optional(m) : std::nullopt;
}

}  // namespace model
