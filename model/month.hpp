#pragma once
// Months of the civil calendar, for what is done month by month.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "model/time_zone.hpp"

namespace model {

struct Month {
    int year = 1970;
    unsigned month = 1;  ///< 1 .. 12
    friend auto operator<=>(const Month&, const Month&) = default;

    /// Months since year 0: consecutive months have consecutive numbers.
    [[nodiscard]] std::int64_t number() const { return std::int64_t{year} * 12 + month - 1; }
    static Month numbered(std::int64_t number) {
        return {static_cast<int>(number / 12), static_cast<unsigned>(number % 12) + 1};
    }
    static Month of(Instant at, const TimeZone& zone) {
        const auto date = civil_date(zone.to_local(at).day);
        return {date.year, date.month};
    }
    [[nodiscard]] Month next() const { return numbered(number() + 1); }
    [[nodiscard]] Month previous() const { return numbered(number() - 1); }
    /// From its first midnight to the next month's.
    [[nodiscard]] Interval interval(const TimeZone& zone) const {
        const Month after = next();
        return {zone.to_instant(local_day({year, month, 1}), 0),
                zone.to_instant(local_day({after.year, after.month, 1}), 0)};
    }
    /// "2026-11"
    [[nodiscard]] std::string text() const;
};

/// "2026-11", from 2000 to 2037; nullopt otherwise.
std::optional<Month> parse_month(std::string_view text);

}  // namespace model
