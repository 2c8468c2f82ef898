// Series against an oracle that goes through the days one by one and asks of each whether it belongs.

#include "model/recurrence.hpp"

#include "tests/support/civil.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace model;

namespace {

int number_of_days(int year, unsigned month) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days.at(month - 1) + (month == 2 && leap ? 1 : 0);
}

/// Obviously right and slow: nothing is computed ahead.
class Oracle {
  public:
    Oracle(const RecurrenceRule& rule, MissingDay missing, LocalDay first)
        : rule_(rule), missing_(missing), first_(first) {}

    [[nodiscard]] bool has(LocalDay day) const {
        return day == first_ ||
               (day > first_ && periods_to(day) % rule_.interval == 0 && day_fits(day) && date_fits(day));
    }

  private:
    [[nodiscard]] int periods_to(LocalDay day) const {
        const auto a = civil_date(first_);
        const auto b = civil_date(day);
        switch (rule_.frequency) {
            case Frequency::daily:
                return day - first_;
            case Frequency::weekly: {
                int weeks = 0;
                for (LocalDay d = first_ + 1; d <= day; ++d) {
                    weeks += weekday_of(d) == rule_.week_start ? 1 : 0;
                }
                return weeks;
            }
            case Frequency::monthly:
                return (b.year - a.year) * 12 + static_cast<int>(b.month) - static_cast<int>(a.month);
            case Frequency::yearly:
                return b.year - a.year;
        }
        return 0;
    }
    [[nodiscard]] bool in_same_period(LocalDay a, LocalDay b) const {
        const auto x = civil_date(a);
        const auto y = civil_date(b);
        return x.year == y.year && (rule_.frequency == Frequency::yearly || x.month == y.month);
    }
    [[nodiscard]] bool day_fits(LocalDay day) const {
        if (rule_.by_day.empty()) {
            return rule_.frequency != Frequency::weekly || weekday_of(day) == weekday_of(first_);
        }
        int before = 0;  // such weekdays of the period, with this one
        int after = 0;
        for (LocalDay d = day; in_same_period(d, day); d -= 7) {
            ++before;
        }
        for (LocalDay d = day; in_same_period(d, day); d += 7) {
            ++after;
        }
        const int all = before + after - 1;
        return std::ranges::any_of(rule_.by_day, [&](NumberedWeekday wanted) {
            const int number = wanted.number > all && missing_ == MissingDay::last ? all : wanted.number;
            return wanted.weekday == weekday_of(day) && (number == 0 || number == before || number == -after);
        });
    }
    [[nodiscard]] bool date_fits(LocalDay day) const {
        const auto date = civil_date(day);
        const int length = number_of_days(date.year, date.month);
        const auto is = [&](int wanted) {
            const int number = wanted > length && missing_ == MissingDay::last ? length : wanted;
            return static_cast<int>(date.day) == (number > 0 ? number : length + 1 + number);
        };
        if (!rule_.by_month_day.empty()) {
            return std::ranges::any_of(rule_.by_month_day, is);
        }
        const auto first = civil_date(first_);
        const bool by_date =
            rule_.by_day.empty() && (rule_.frequency == Frequency::monthly || rule_.frequency == Frequency::yearly);
        return !by_date || (is(static_cast<int>(first.day)) &&
                            (rule_.frequency == Frequency::monthly || date.month == first.month));
    }

    const RecurrenceRule& rule_;
    MissingDay missing_;
    LocalDay first_;
};

constexpr std::array weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::string any_rule(LocalDay first, int days) {
    const auto pick = [](int low, int high) { return *rc::gen::inRange(low, high + 1); };
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

TEST_CASE("A series has exactly the days that an oracle finds one by one, at the same local hours") {
    const auto zones = std::array{TimeZone(), support::zone("Europe/Berlin"), support::zone("America/New_York"),
                                  support::zone("Australia/Lord_Howe")};
    CHECK(rc::check("any rule", [&] {
        constexpr int days = 900;
        const auto& zone = zones.at(*rc::gen::inRange<std::size_t>(0, zones.size()));
        const LocalDay first_day = local_day({2024, 1, 1}) + *rc::gen::inRange(0, 800);
        const int start = *rc::gen::inRange(0, 96) * 15;
        const Interval first{zone.to_instant(first_day, start), zone.to_instant(first_day, start) + minutes{15}};
        const auto text = any_rule(first_day, days);
        auto recurrence = parse_recurrence(text).value();
        recurrence.missing = *rc::gen::arbitrary<bool>() ? MissingDay::last : MissingDay::skip;
        RC_LOG() << text << " from " << format_instant(first.start, zone) << '\n';

        // A start that a change of clocks skips is the change itself, and so are the hours of the series.
        const int minute = zone.to_local(first.start).second / 60;
        const Oracle oracle(*recurrence.rule, recurrence.missing, first_day);
        std::vector<LocalDay> expected;
        const auto until = recurrence.rule->until ? std::get<LocalDay>(*recurrence.rule->until) : first_day + days;
        for (LocalDay day = first_day; day <= until; ++day) {
            if (oracle.has(day) && (!recurrence.rule->count || std::ssize(expected) < *recurrence.rule->count)) {
                expected.push_back(day);
            }
        }
        const auto found = occurrences(recurrence, first, zone, {.occurrences = 1'000, .days = days});
        if (recurrence.rule->count && std::ssize(expected) < *recurrence.rule->count) {
            RC_ASSERT(!found);
            return;
        }
        RC_ASSERT(found.has_value());
        RC_ASSERT(found->size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            RC_ASSERT((*found)[i].start == (i == 0 ? first.start : zone.to_instant(expected[i], minute)));
        }
    }));
}
