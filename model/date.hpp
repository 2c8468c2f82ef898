#pragma once
// Days of the civil calendar as documents write them.

#include <compare>

#include <boost/describe.hpp>

#include "model/time_zone.hpp"

namespace model {

enum class Weekday { Mon, Tue, Wed, Thu, Fri, Sat, Sun };
BOOST_DESCRIBE_ENUM(Weekday, Mon, Tue, Wed, Thu, Fri, Sat, Sun)

/// A civil date without a zone; "2026-10-01" in documents.
struct Date {
    LocalDay day = 0;
    friend auto operator<=>(const Date&, const Date&) = default;
};

/// "YYYY-MM-DD", a date that exists, from 2000 to 2037. invalid_field (empty field name) otherwise.
Result<Date> parse_date(std::string_view text);
std::string format_date(Date date);

}  // namespace model
