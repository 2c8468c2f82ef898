#pragma once
// Series of dates: the part of RFC 5545 that bookings need. A rule says on which local days a series falls; every
// occurrence keeps the first one's local wall-clock start and end (02:30 until 04:00 of the next day), over
// daylight-saving changes as model/time_zone decides. Pure and thread-safe.

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe.hpp>

#include "model/interval.hpp"
#include "model/result.hpp"
#include "model/time_zone.hpp"

namespace model {

enum class Frequency { daily, weekly, monthly, yearly };

/// What a rule does in a month (or year) that lacks the day it names, a 31st or a fifth Monday: leave the month out,
/// as RFC 5545 has it, or take the month's last day, respectively its last such weekday.
enum class MissingDay { skip, last };
BOOST_DESCRIBE_ENUM(MissingDay, skip, last)

/// BYDAY: 0 = every such weekday of the period, 1 = its first, -1 = its last, ...
struct NumberedWeekday {
    int number = 0;
    int weekday = 0;  ///< 0 = Monday
};

/// A whole local day, a local wall-clock time, or an instant.
using DateOrTime = std::variant<LocalDay, LocalTime, Instant>;

/// One of `count` and `until` is set.
struct RecurrenceRule {
    Frequency frequency = Frequency::daily;
    int interval = 1;
    std::optional<int> count;  ///< with the first date, before exceptions are taken out
    std::optional<DateOrTime> until;
    std::vector<NumberedWeekday> by_day;
    std::vector<int> by_month_day;  ///< 1 .. 31; -1 = the month's last
    int week_start = 0;             ///< 0 = Monday
};

struct Recurrence {
    std::optional<RecurrenceRule> rule;
    std::vector<DateOrTime> dates;       ///< RDATE: further dates; a day means the first date's time on that day
    std::vector<DateOrTime> exceptions;  ///< EXDATE: dates left out; a day means whatever starts on it
    MissingDay missing = MissingDay::skip;
};

/// "FREQ=WEEKLY;COUNT=10", "RRULE:..." or lines of RRULE, RDATE and EXDATE (each at most once or often; at most 2,000
/// characters). Understood are FREQ=DAILY|WEEKLY|MONTHLY|YEARLY, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY and WKST.
/// Errors: invalid_field `recurrence`, which names the part it does not understand; a rule without COUNT and UNTIL is
/// refused as endless.
Result<Recurrence> parse_recurrence(std::string_view text);

/// "2026-12-24" or "20261224", "20261224T090000" (local), "20261224T010000Z", or an RFC 3339 instant.
/// Errors: invalid_field without a field name.
Result<DateOrTime> parse_date_or_time(std::string_view text);

struct RecurrenceLimits {
    std::size_t occurrences = 366;
    int days = 3 * 366;  ///< from the first date to the last
};

/// The series by start, the first date included as RFC 5545 counts it (unless an exception names it), without
/// repetitions. An occurrence of which a clock change leaves nothing is empty.
/// Errors: invalid_field `recurrence` where nothing is left, where the limits are passed, and where an occurrence
/// reaches into the next one.
Result<std::vector<Interval>> occurrences(const Recurrence& recurrence, Interval first, const TimeZone& zone,
                                          RecurrenceLimits limits = {});

/// `time` with its local start and end moved by so many wall-clock minutes: an occurrence of a series keeps its
/// local hours when the series moves over a clock change.
Interval moved_by_the_clock(Interval time, std::int64_t start_minutes, std::int64_t end_minutes, const TimeZone& zone);

/// From one instant's local wall-clock time to another's, in whole minutes.
std::int64_t clock_minutes_between(Instant from, Instant to, const TimeZone& zone);

}  // namespace model
