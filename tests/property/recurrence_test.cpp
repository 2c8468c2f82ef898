// Series against an oracle that goes through the days one by one and asks of each whether it belongs.

#include "model/recurrence.hpp"

#include "tests/support/civil.hpp"
#include "tests/support/random_cases.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace model;

namespace {

int number_of_days(int year, unsigned month) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days.at(month - 1) + (month == 2 && leap ? 1 : 0);
}

struct Day {
    int year;
    unsigned month;
    int day;
    int weekday;
    int period;  ///< how many days, weeks, months or years after the first
};

/// Obviously right and slow: a calendar is written day by day, and each day is asked whether it belongs.
class Oracle {
  public:
    Oracle(const RecurrenceRule& rule, MissingDay missing, LocalDay first, int days)
        : rule_(rule), missing_(missing), first_(first) {
        const auto date = civil_date(first);
        Day day{date.year, date.month, static_cast<int>(date.day), weekday_of(first), 0};
        for (int i = 0; i <= days; ++i) {
            calendar_.push_back(day);
            step(day);
        }
    }

    [[nodiscard]] bool has(LocalDay number) const {
        const auto& day = calendar_.at(static_cast<std::size_t>(number - first_));
        return number == first_ || (day.period % rule_.interval == 0 && weekday_fits(number, day) && date_fits(day));
    }

  private:
    void step(Day& day) const {
        day.weekday = (day.weekday + 1) % 7;
        const bool new_month = day.day == number_of_days(day.year, day.month);
        const bool new_year = new_month && day.month == 12;
        day.day = new_month ? 1 : day.day + 1;
        day.month = new_year ? 1 : day.month + (new_month ? 1 : 0);
        day.year += new_year ? 1 : 0;
        const bool new_week = day.weekday == rule_.week_start;
        day.period +=
            (rule_.frequency == Frequency::daily || (rule_.frequency == Frequency::weekly && new_week) ||
             (rule_.frequency == Frequency::monthly && new_month) || (rule_.frequency == Frequency::yearly && new_year))
                ? 1
                : 0;
    }
    [[nodiscard]] bool in_same_period(LocalDay a, LocalDay b) const {
        const auto x = civil_date(a);
        const auto y = civil_date(b);
        return x.year == y.year && (rule_.frequency == Frequency::yearly || x.month == y.month);
    }
    [[nodiscard]] bool weekday_fits(LocalDay number, const Day& day) const {
        const auto is_wanted = [&](NumberedWeekday wanted) { return wanted.weekday == day.weekday; };
        if (rule_.by_day.empty()) {
            return rule_.frequency != Frequency::weekly || day.weekday == calendar_.front().weekday;
        }
        if (std::ranges::none_of(rule_.by_day, is_wanted)) {
            return false;
        }
        int before = 0;  // such weekdays of the period, with this one
        int after = 0;
        for (LocalDay d = number; in_same_period(d, number); d -= 7) {
            ++before;
        }
        for (LocalDay d = number; in_same_period(d, number); d += 7) {
            ++after;
        }
        const int all = before + after - 1;
        return std::ranges::any_of(rule_.by_day, [&](NumberedWeekday wanted) {
            const int n = wanted.number > all && missing_ == MissingDay::last ? all : wanted.number;
            return is_wanted(wanted) && (n == 0 || n == before || n == -after);
        });
    }
    [[nodiscard]] bool date_fits(const Day& day) const {
        const int length = number_of_days(day.year, day.month);
        const auto is = [&](int wanted) {
            const int number = wanted > length && missing_ == MissingDay::last ? length : wanted;
            return day.day == (number > 0 ? number : length + 1 + number);
        };
        if (!rule_.by_month_day.empty()) {
            return std::ranges::any_of(rule_.by_month_day, is);
        }
        const auto& first = calendar_.front();
        const bool by_date =
            rule_.by_day.empty() && (rule_.frequency == Frequency::monthly || rule_.frequency == Frequency::yearly);
        return !by_date || (is(first.day) && (rule_.frequency == Frequency::monthly || day.month == first.month));
    }

    const RecurrenceRule& rule_;
    MissingDay missing_;
    LocalDay first_;
    std::vector<Day> calendar_;
};

constexpr std::array weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::string any_rule(support::Draw& draw, LocalDay first, int days) {
    const auto pick = [&](int low, int high) { return draw.between(low, high); };
    const int frequency = pick(0, 3);
    auto text = fmt::format("FREQ={};INTERVAL={};WKST={}",
                            std::array{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}.at(static_cast<std::size_t>(frequency)),
                            pick(1, 4), weekdays.at(static_cast<std::size_t>(pick(0, 6))));
    if (pick(0, 1) == 1) {
        const auto end = civil_date(first + pick(0, days));
        text += fmt::format(";UNTIL={:04}{:02}{:02}", end.year, end.month, end.day);
    } else {
        text += fmt::format(";COUNT={}", pick(1, 12));
    }
    if (pick(0, 1) == 1) {
        text += ";BYDAY=";
        const int items = pick(1, 3);
        for (int i = 0; i < items; ++i) {
            const int number = frequency < 2 ? 0 : pick(-5, 5);
            text += fmt::format("{}{}{}", i == 0 ? "" : ",", number == 0 ? "" : fmt::format("{}", number),
                                weekdays.at(static_cast<std::size_t>(pick(0, 6))));
        }
    }
    if (frequency != 1 && pick(0, 2) == 2) {
        const int day = pick(-31, 31);
        text += fmt::format(";BYMONTHDAY={},{}", day == 0 ? 31 : day, pick(28, 31));
    }
    return text;
}

}  // namespace

TEST_CASE("A series has exactly the days that an oracle finds one by one, at the same local hours", "[oracle]") {
    const auto zones = std::array{TimeZone(), support::zone("Europe/Berlin"), support::zone("America/New_York"),
                                  support::zone("Australia/Lord_Howe")};
    support::for_cases([&](support::Draw& draw) -> std::string {
        const int days = draw.of({60, 60, 250, 900});
        const auto& zone = draw.from(zones);
        const LocalDay first_day = local_day({2024, 1, 1}) + draw.between(0, 800);
        const int start = draw.between(0, 95) * 15;
        const Interval first{zone.to_instant(first_day, start), zone.to_instant(first_day, start) + minutes{15}};
        const auto text = any_rule(draw, first_day, days);
        auto recurrence = parse_recurrence(text).value();
        recurrence.missing = draw.chance(50) ? MissingDay::last : MissingDay::skip;
        const auto wrong = [&](const char* what) {
            return fmt::format("{} from {}: {}", text, format_instant(first.start, zone), what);
        };

        // A start that a change of clocks skips is the change itself, and so are the hours of the series.
        const int minute = zone.to_local(first.start).second / 60;
        const Oracle oracle(*recurrence.rule, recurrence.missing, first_day, days);
        std::vector<LocalDay> expected;
        const auto until = recurrence.rule->until ? std::get<LocalDay>(*recurrence.rule->until) : first_day + days;
        for (LocalDay day = first_day; day <= until; ++day) {
            if (oracle.has(day) && (!recurrence.rule->count || std::ssize(expected) < *recurrence.rule->count)) {
                expected.push_back(day);
            }
        }
        const auto found = occurrences(recurrence, first, zone, {.occurrences = 1'000, .days = days});
        if (recurrence.rule->count && std::ssize(expected) < *recurrence.rule->count) {
            return found ? wrong("the days are too few for it") : std::string();
        }
        if (!found || found->size() != expected.size()) {
            return wrong("another number of dates, or refused");
        }
        for (std::size_t i = 0; i < expected.size(); ++i) {
            if ((*found)[i].start != (i == 0 ? first.start : zone.to_instant(expected[i], minute))) {
                return wrong("another date or hour");
            }
        }
        return {};
    });
}

TEST_CASE("A series may last until the last day that the limit allows, and no longer") {
    const Interval first{support::at("2026-11-23 09:00"), support::at("2026-11-23 10:00")};
    const auto dates = [&](const char* until) {
        return occurrences(parse_recurrence(std::string("FREQ=WEEKLY;BYDAY=MO;UNTIL=") + until).value(), first, {},
                           {.occurrences = 366, .days = 9});
    };
    CHECK(dates("20261202").value().size() == 2);
    CHECK_FALSE(dates("20261203"));
}
