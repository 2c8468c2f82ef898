#include "model/holidays.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "model/assert.hpp"

namespace model {

namespace {
constexpr std::size_t years_max = 38;
constexpr std::size_t days_max = 1'000;

Date date(int year, unsigned month, unsigned day) {
    return {local_day({year, month, day})};
}

void sort(HolidayDocument& document) {
    std::ranges::sort(document.years, {}, [](const HolidayYear& y) { return y.year.value; });
    std::ranges::sort(document.holidays, {}, &Holiday::from);
    std::ranges::sort(document.working_days, {}, &WorkingDay::date);
}

const Holiday* holiday_on(const std::vector<Holiday>& sorted, Date day) {
    auto after = std::ranges::upper_bound(sorted, day, {}, &Holiday::from);
    return after != sorted.begin() && day <= std::prev(after)->to ? &*std::prev(after) : nullptr;
}
}  // namespace

std::vector<FieldError> problems_of(const HolidayDocument& document) {
    std::vector<FieldError> problems;
    const auto report = [&](std::string field, std::string code, Sentence message) {
        problems.push_back({std::move(field), std::move(code), std::move(message)});
    };
    if (document.years.size() > years_max || document.holidays.size() > days_max ||
        document.working_days.size() > days_max) {
        report("holidays", "too_many", {"条目过多", "too many entries"});
        return problems;
    }
    for (std::size_t i = 0; i < document.years.size(); ++i) {
        const auto same = [&](const HolidayYear& y) { return y.year == document.years[i].year.value; };
        if (std::ranges::count_if(document.years, same) > 1) {
            report(fmt::format("years[{}].year", i), "duplicate", {"年份重复", "this year appears twice"});
        }
    }
    for (std::size_t i = 0; i < document.holidays.size(); ++i) {
        const auto& holiday = document.holidays[i];
        if (holiday.to < holiday.from) {
            report(fmt::format("holidays[{}].to", i), "end_before_start",
                   {"最后一天不能早于第一天", "the last day must not lie before the first"});
        }
        for (std::size_t k = 0; k < i; ++k) {
            if (holiday.from <= document.holidays[k].to && document.holidays[k].from <= holiday.to) {
                report(fmt::format("holidays[{}].from", i), "overlap",
                       {"与另一个假期重叠", "it overlaps another holiday"});
            }
        }
    }
    for (std::size_t i = 0; i < document.working_days.size(); ++i) {
        const Date day = document.working_days[i].date;
        if (std::ranges::any_of(document.holidays, [&](const Holiday& h) { return h.from <= day && day <= h.to; })) {
            report(fmt::format("working_days[{}].date", i), "is_holiday",
                   {"这一天同时是假期", "this day is a holiday as well"});
        }
        if (std::ranges::count(document.working_days, day, &WorkingDay::date) > 1) {
            report(fmt::format("working_days[{}].date", i), "duplicate", {"日期重复", "this day appears twice"});
        }
    }
    return problems;
}

Holidays::Holidays(HolidayDocument document, std::int64_t version) : document_(std::move(document)), version_(version) {
    YIQI_ASSERT(problems_of(document_).empty());
    sort(document_);
}

const Holiday* Holidays::on(LocalDay day) const {
    return holiday_on(document_.holidays, {day});
}

std::optional<int> Holidays::worked_as(LocalDay day) const {
    const auto found = std::ranges::lower_bound(document_.working_days, Date{day}, {}, &WorkingDay::date);
    if (found == document_.working_days.end() || found->date.day != day) {
        return std::nullopt;
    }
    return static_cast<int>(found->hours_of.value_or(Weekday::Mon));
}

HolidayDocument shipped_holidays() {
    const auto days = [](Date from, Date to, const char* zh, const char* en) { return Holiday{from, to, zh, en}; };
    HolidayDocument document;
    document.years = {
        {2026, HolidayYearStatus::published, "国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）"},
        {2027, HolidayYearStatus::provisional, "《全国年节及纪念日放假办法》规定的法定假日；调休安排尚未收录"}};
    document.holidays = {
        days(date(2026, 1, 1), date(2026, 1, 3), "元旦", "New Year's Day"),
        days(date(2026, 2, 15), date(2026, 2, 23), "春节", "Spring Festival"),
        days(date(2026, 4, 4), date(2026, 4, 6), "清明节", "Qingming Festival"),
        days(date(2026, 5, 1), date(2026, 5, 5), "劳动节", "Labour Day"),
        days(date(2026, 6, 19), date(2026, 6, 21), "端午节", "Dragon Boat Festival"),
        days(date(2026, 9, 25), date(2026, 9, 27), "中秋节", "Mid-Autumn Festival"),
        days(date(2026, 10, 1), date(2026, 10, 7), "国庆节", "National Day"),
        days(date(2027, 1, 1), date(2027, 1, 1), "元旦", "New Year's Day"),
        days(date(2027, 2, 5), date(2027, 2, 8), "春节", "Spring Festival"),
        days(date(2027, 4, 5), date(2027, 4, 5), "清明节", "Qingming Festival"),
        days(date(2027, 5, 1), date(2027, 5, 2), "劳动节", "Labour Day"),
        days(date(2027, 6, 9), date(2027, 6, 9), "端午节", "Dragon Boat Festival"),
        days(date(2027, 9, 15), date(2027, 9, 15), "中秋节", "Mid-Autumn Festival"),
        days(date(2027, 10, 1), date(2027, 10, 3), "国庆节", "National Day"),
    };
    for (const Date worked : {date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9),
                              date(2026, 9, 20), date(2026, 10, 10)}) {
        document.working_days.push_back({worked, std::nullopt});
    }
    return document;
}

}  // namespace model
