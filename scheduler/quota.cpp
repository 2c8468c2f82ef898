#include "scheduler/quota.hpp"

namespace scheduler {

using namespace model;

namespace {
struct Days {
    LocalDay first;
    LocalDay next;  ///< the first day behind
};

Days days_of(const Quota& quota, LocalDay day) {
    const auto date = civil_date(day);
    switch (quota.per) {
        case QuotaPeriod::day:
            return {day, day + 1};
        case QuotaPeriod::week: {
            const int starts = static_cast<int>(quota.week_starts.value_or(Weekday::Mon));
            const LocalDay first = day - (weekday_of(day) - starts + 7) % 7;
            return {first, first + 7};
        }
        case QuotaPeriod::month:
            return {local_day({date.year, date.month, 1}),
                    date.month == 12 ? local_day({date.year + 1, 1, 1}) : local_day({date.year, date.month + 1, 1})};
        case QuotaPeriod::year:
            return {local_day({date.year, 1, 1}), local_day({date.year + 1, 1, 1})};
    }
    return {day, day + 1};
}
}  // namespace

Interval period_of(const Quota& quota, const TimeZone& zone, Instant at) {
    const auto days = days_of(quota, zone.to_local(at).day);
    return {zone.to_instant(days.first, 0), zone.to_instant(days.next, 0)};
}

seconds counted_time(const Quota& quota, const TimeZone& zone, Interval period, Interval time) {
    const auto overlap = time.intersection(period);
    if (overlap.empty() || !quota.window) {
        return overlap.length();
    }
    return total_length(quota.window->open_in(overlap, zone));
}

}  // namespace scheduler
