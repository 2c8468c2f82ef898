#include "model/date.hpp"

#include <charconv>

#include <fmt/format.h>

namespace model {

namespace {
std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    return ec == std::errc{} && end == text.data() + text.size() && value >= 0 ? std::optional(value) : std::nullopt;
}
}  // namespace

Result<Date> parse_date(std::string_view text) {
    constexpr int first_year = 2000;
    constexpr int last_year = 2037;
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const auto year = number(text.substr(0, 4));
        const auto month = number(text.substr(5, 2));
        const auto day = number(text.substr(8, 2));
        if (year && month && day && *year >= first_year && *year <= last_year && *month >= 1 && *month <= 12 &&
            *day >= 1 && *day <= 31) {
            const Date date{local_day({*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)})};
            if (format_date(date) == text) {
                return date;
            }
        }
    }
    return invalid_field("", "bad_date", {"应为如 2026-10-01 的日期", "a date looks like 2026-10-01"});
}

std::string format_date(Date date) {
    const auto civil = civil_date(date.day);
    return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

}  // namespace model
