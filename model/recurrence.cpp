#include "model/recurrence.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace model {

namespace {
/// The days of one month, year, week or day, both ends included.
struct Period {
    LocalDay first = 0;
    LocalDay last = 0;
};

Period month_period(int month_number) {
    const auto at = [](int month) { return local_day({month / 12, static_cast<unsigned>(month % 12) + 1, 1}); };
    return {at(month_number), at(month_number + 1) - 1};
}

int days_in_month(LocalDay day) {
    const auto date = civil_date(day);
    const auto month = month_period(date.year * 12 + static_cast<int>(date.month) - 1);
    return month.last - month.first + 1;
}

/// The rule's `number`-th period, counted from the one with the first date.
Period period_of(const RecurrenceRule& rule, LocalDay first_day, int number) {
    const int step = number * rule.interval;
    const auto date = civil_date(first_day);
    switch (rule.frequency) {
        case Frequency::daily:
            return {first_day + step, first_day + step};
        case Frequency::weekly: {
            const LocalDay monday_like = first_day - (weekday_of(first_day) - rule.week_start + 7) % 7;
            return {monday_like + 7 * step, monday_like + 7 * step + 6};
        }
        case Frequency::monthly:
            return month_period(date.year * 12 + static_cast<int>(date.month) - 1 + step);
        case Frequency::yearly:
            return {local_day({date.year + step, 1, 1}), local_day({date.year + step, 12, 31})};
    }
    return {};
}

bool is_day_of_month(LocalDay day, int number, MissingDay missing) {
    const auto in_month = static_cast<int>(civil_date(day).day);
    const int length = days_in_month(day);
    if (number < 0) {
        return in_month == length + 1 + number;
    }
    return in_month == number || (missing == MissingDay::last && number > length && in_month == length);
}

bool is_weekday(LocalDay day, NumberedWeekday wanted, Period period, MissingDay missing) {
    if (weekday_of(day) != wanted.weekday) {
        return false;
    }
    if (wanted.number < 0) {
        return (period.last - day) / 7 + 1 == -wanted.number;
    }
    const int number = (day - period.first) / 7 + 1;
    return wanted.number == 0 || number == wanted.number ||
           (missing == MissingDay::last && number < wanted.number && day + 7 > period.last);
}

/// Whether the rule falls on a day of one of its periods.
bool falls_on(const RecurrenceRule& rule, MissingDay missing, LocalDay first_day, LocalDay day, Period period) {
    if (rule.by_day.empty() && rule.by_month_day.empty()) {
        const auto first = civil_date(first_day);
        switch (rule.frequency) {
            case Frequency::daily:
                return true;
            case Frequency::weekly:
                return weekday_of(day) == weekday_of(first_day);
            case Frequency::monthly:
                return is_day_of_month(day, static_cast<int>(first.day), missing);
            case Frequency::yearly:
                return civil_date(day).month == first.month &&
                       is_day_of_month(day, static_cast<int>(first.day), missing);
        }
    }
    const bool day_fits = rule.by_day.empty() || std::ranges::any_of(rule.by_day, [&](NumberedWeekday wanted) {
                              return is_weekday(day, wanted, period, missing);
                          });
    const bool month_day_fits = rule.by_month_day.empty() || std::ranges::any_of(rule.by_month_day, [&](int number) {
                                    return is_day_of_month(day, number, missing);
                                });
    return day_fits && month_day_fits;
}

/// The second may lie on a day before or after.
Instant local_instant(LocalDay day, seconds second, const TimeZone& zone) {
    const auto local = std::chrono::days{day} + second;
    const auto on_day = std::chrono::floor<std::chrono::days>(local);
    const auto minute = std::chrono::floor<minutes>(local - on_day);
    return zone.to_instant(static_cast<LocalDay>(on_day.count()), static_cast<int>(minute.count())) +
           (local - on_day - minute);
}

/// The first occurrence's local hours, put on other days.
class Shape {
  public:
    Shape(Interval first, const TimeZone& zone)
        : zone_(zone), first_(first), start_(zone.to_local(first.start)), end_(zone.to_local(first.end)) {}

    [[nodiscard]] LocalDay first_day() const { return start_.day; }
    [[nodiscard]] Interval on(LocalDay day) const { return day == start_.day ? first_ : from({day, start_.second}); }
    [[nodiscard]] Interval from(LocalTime start) const {
        const LocalTime end{end_.day - start_.day + start.day, end_.second};
        // A start at another time of day keeps the wall-clock length instead of the end.
        const int later = start.second - start_.second;
        return {instant(start), instant({end.day, end.second + later})};
    }
    [[nodiscard]] Interval at(const DateOrTime& date) const {
        if (const auto* day = std::get_if<LocalDay>(&date)) {
            return on(*day);
        }
        if (const auto* local = std::get_if<LocalTime>(&date)) {
            return from(*local);
        }
        return from(zone_.to_local(std::get<Instant>(date)));
    }
    /// Whether a start falls on a day, or is that time.
    [[nodiscard]] bool names(const DateOrTime& date, Instant start) const {
        if (const auto* day = std::get_if<LocalDay>(&date)) {
            return zone_.to_local(start).day == *day;
        }
        if (const auto* local = std::get_if<LocalTime>(&date)) {
            return instant(*local) == start;
        }
        return std::get<Instant>(date) == start;
    }
    /// Whether a start lies after an UNTIL, which itself still belongs to the series.
    [[nodiscard]] bool is_after(const DateOrTime& until, Instant start) const {
        if (const auto* day = std::get_if<LocalDay>(&until)) {
            return zone_.to_local(start).day > *day;
        }
        if (const auto* local = std::get_if<LocalTime>(&until)) {
            return start > instant(*local);
        }
        return start > std::get<Instant>(until);
    }

  private:
    [[nodiscard]] Instant instant(LocalTime local) const {
        return local_instant(local.day, seconds{local.second}, zone_);
    }

    const TimeZone& zone_;
    Interval first_;
    LocalTime start_;
    LocalTime end_;
};

Error refused(const char* code, std::string zh, std::string en) {
    return invalid_field("recurrence", code, {std::move(zh), std::move(en)});
}

Error too_many(std::size_t limit) {
    return refused("too_many", fmt::format("系列最多 {} 次", limit),
                   fmt::format("a series has at most {} occurrences", limit));
}

Error too_long(int days) {
    return refused("too_long", fmt::format("系列最长 {} 天", days),
                   fmt::format("a series lasts at most {} days", days));
}

/// Adds the days of the rule after the first date.
Result<void> expand_rule(const RecurrenceRule& rule, MissingDay missing, const Shape& shape, RecurrenceLimits limits,
                         std::set<Interval>& found) {
    const LocalDay first_day = shape.first_day();
    const LocalDay last_day = first_day + limits.days;
    if (rule.count && static_cast<std::size_t>(*rule.count) > limits.occurrences) {
        return too_many(limits.occurrences);
    }
    std::size_t counted = 1;
    for (int number = 0;; ++number) {
        const auto period = period_of(rule, first_day, number);
        for (LocalDay day = std::max(period.first, first_day + 1); day <= period.last && day <= last_day; ++day) {
            if (rule.count && counted == static_cast<std::size_t>(*rule.count)) {
                return {};
            }
            if (!falls_on(rule, missing, first_day, day, period)) {
                continue;
            }
            const auto time = shape.on(day);
            if (rule.until && shape.is_after(*rule.until, time.start)) {
                return {};
            }
            if (++counted > limits.occurrences) {
                return too_many(limits.occurrences);
            }
            found.insert(time);
        }
        if (period.last >= last_day) {
            break;
        }
    }
    const bool ended = (rule.count && counted == static_cast<std::size_t>(*rule.count)) ||
                       (rule.until && shape.is_after(*rule.until, shape.on(last_day + 1).start));
    return ended ? Result<void>() : Result<void>(too_long(limits.days));
}
}  // namespace

Result<std::vector<Interval>> occurrences(const Recurrence& recurrence, Interval first, const TimeZone& zone,
                                          RecurrenceLimits limits) {
    const Shape shape(first, zone);
    std::set<Interval> found{first};
    if (recurrence.rule) {
        TRY_VOID(expand_rule(*recurrence.rule, recurrence.missing, shape, limits, found));
    }
    for (const auto& date : recurrence.dates) {
        const auto time = shape.at(date);
        if (time.start < first.start) {
            return refused("before_first", "日期早于第一次", "a date lies before the first one");
        }
        if (time.start - first.start > std::chrono::days{limits.days}) {
            return too_long(limits.days);
        }
        found.insert(time);
    }
    std::erase_if(found, [&](const Interval& time) {
        return std::ranges::any_of(recurrence.exceptions,
                                   [&](const DateOrTime& date) { return shape.names(date, time.start); });
    });
    if (found.empty()) {
        return refused("empty", "没有任何日期", "no date is left");
    }
    if (found.size() > limits.occurrences) {
        return too_many(limits.occurrences);
    }
    std::vector<Interval> series(found.begin(), found.end());
    const auto overlapping =
        std::ranges::adjacent_find(series, [](const Interval& a, const Interval& b) { return a.end > b.start; });
    if (overlapping != series.end()) {
        return refused(
            "overlaps_itself",
            fmt::format("系列与自身重叠：第 {} 次尚未结束，下一次已经开始", overlapping - series.begin() + 1),
            fmt::format("the series overlaps itself: occurrence {} has not ended when the next one begins",
                        overlapping - series.begin() + 1));
    }
    return series;
}

Interval moved_by_the_clock(Interval time, std::int64_t start_minutes, std::int64_t end_minutes, const TimeZone& zone) {
    const auto moved = [&](Instant at, std::int64_t by) {
        const auto local = zone.to_local(at);
        return by == 0 ? at : local_instant(local.day, seconds{local.second} + minutes{by}, zone);
    };
    return {moved(time.start, start_minutes), moved(time.end, end_minutes)};
}

std::int64_t clock_minutes_between(Instant from, Instant to, const TimeZone& zone) {
    const auto local = [&](Instant at) { return at.time_since_epoch() + zone.offset_at(at); };
    return std::chrono::floor<minutes>(local(to) - local(from)).count();
}

}  // namespace model
