// The text of RFC 5545 rules and dates.

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include <fmt/format.h>

#include "model/recurrence.hpp"
#include "model/text.hpp"

namespace model {

namespace {
constexpr std::size_t text_max = 2'000;
constexpr std::size_t dates_max = 366;
constexpr int interval_max = 1'000;
constexpr int count_max = 10'000;
constexpr std::array<std::string_view, 7> weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

Error refused(const char* code, std::string zh, std::string en) {
    return invalid_field("recurrence", code, {std::move(zh), std::move(en)});
}

Error unknown_part(std::string_view name) {
    return refused("unknown_part", fmt::format("不支持 {}", shortened(name, 40)),
                   fmt::format("{} is not supported", shortened(name, 40)));
}

Error bad_value(std::string_view name) {
    return refused("bad_value", fmt::format("{} 的值不正确", name), fmt::format("the value of {} is not valid", name));
}

std::optional<int> number_in(std::string_view text, int low, int high) {
    if (text.starts_with('+') && !text.substr(1).starts_with('-')) {
        text.remove_prefix(1);
    }
    int value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end && value >= low && value <= high ? std::optional(value)
                                                                                      : std::nullopt;
}

std::optional<int> weekday_in(std::string_view text) {
    const auto found = std::ranges::find(weekdays, text);
    return found == weekdays.end() ? std::nullopt : std::optional(static_cast<int>(found - weekdays.begin()));
}

/// Calls `visit` for each piece between separators; stops at its first error.
template <class Visit>
Result<void> each_piece(std::string_view text, char separator, Visit&& visit) {
    for (;;) {
        const auto end = text.find(separator);
        TRY_VOID(visit(text.substr(0, end)));
        if (end == std::string_view::npos) {
            return {};
        }
        text.remove_prefix(end + 1);
    }
}

Result<void> read_by_day(RecurrenceRule& rule, std::string_view value) {
    return each_piece(value, ',', [&](std::string_view item) -> Result<void> {
        const auto weekday = item.size() < 2 ? std::nullopt : weekday_in(item.substr(item.size() - 2));
        const auto number = item.size() <= 2 ? std::optional(0) : number_in(item.substr(0, item.size() - 2), -53, 53);
        if (!weekday || !number || (item.size() > 2 && *number == 0)) {
            return bad_value("BYDAY");
        }
        rule.by_day.push_back({*number, *weekday});
        return {};
    });
}

Result<void> read_by_month_day(RecurrenceRule& rule, std::string_view value) {
    return each_piece(value, ',', [&](std::string_view item) -> Result<void> {
        const auto day = number_in(item, -31, 31);
        if (!day || *day == 0) {
            return bad_value("BYMONTHDAY");
        }
        rule.by_month_day.push_back(*day);
        return {};
    });
}

Result<void> read_part(RecurrenceRule& rule, std::string_view name, std::string_view value) {
    if (name == "FREQ") {
        constexpr std::array<std::string_view, 4> names{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
        const auto found = std::ranges::find(names, value);
        if (found == names.end()) {
            return bad_value(name);
        }
        rule.frequency = static_cast<Frequency>(found - names.begin());
    } else if (name == "INTERVAL") {
        const auto interval = number_in(value, 1, interval_max);
        if (!interval) {
            return bad_value(name);
        }
        rule.interval = *interval;
    } else if (name == "COUNT") {
        rule.count = number_in(value, 1, count_max);
        if (!rule.count) {
            return bad_value(name);
        }
    } else if (name == "UNTIL") {
        const auto until = parse_date_or_time(value);
        if (!until) {
            return bad_value(name);
        }
        rule.until = *until;
    } else if (name == "BYDAY") {
        return read_by_day(rule, value);
    } else if (name == "BYMONTHDAY") {
        return read_by_month_day(rule, value);
    } else if (name == "WKST") {
        const auto weekday = weekday_in(value);
        if (!weekday) {
            return bad_value(name);
        }
        rule.week_start = *weekday;
    } else {
        return unknown_part(name);
    }
    return {};
}

/// What the parts must not say together.
Result<void> check_rule(const RecurrenceRule& rule) {
    if (rule.count && rule.until) {
        return refused("count_and_until", "COUNT 与 UNTIL 只能选一个", "COUNT and UNTIL exclude each other");
    }
    if (!rule.count && !rule.until) {
        return refused("endless", "请用 COUNT 或 UNTIL 说明系列何时结束",
                       "say with COUNT or UNTIL when the series ends");
    }
    const bool by_month = rule.frequency == Frequency::monthly || rule.frequency == Frequency::yearly;
    if (!by_month && std::ranges::any_of(rule.by_day, [](const NumberedWeekday& day) { return day.number != 0; })) {
        return refused("not_with_frequency", "带序号的 BYDAY 只用于 MONTHLY 和 YEARLY",
                       "a numbered BYDAY goes only with MONTHLY and YEARLY");
    }
    if (rule.frequency == Frequency::weekly && !rule.by_month_day.empty()) {
        return refused("not_with_frequency", "BYMONTHDAY 不用于 WEEKLY", "BYMONTHDAY does not go with WEEKLY");
    }
    return {};
}

Result<RecurrenceRule> read_rule(std::string_view text) {
    RecurrenceRule rule;
    std::vector<std::string_view> seen;
    TRY_VOID(each_piece(text, ';', [&](std::string_view part) -> Result<void> {
        const auto equals = part.find('=');
        const auto name = part.substr(0, equals);
        if (equals == std::string_view::npos) {
            return unknown_part(name);
        }
        if (std::ranges::find(seen, name) != seen.end()) {
            return refused("repeated_part", fmt::format("{} 出现了两次", shortened(name, 40)),
                           fmt::format("{} is given twice", shortened(name, 40)));
        }
        seen.push_back(name);
        return read_part(rule, name, part.substr(equals + 1));
    }));
    if (std::ranges::find(seen, "FREQ") == seen.end()) {
        return refused("missing_part", "缺少 FREQ", "FREQ is missing");
    }
    TRY_VOID(check_rule(rule));
    return rule;
}

Result<void> read_dates(std::vector<DateOrTime>& dates, std::string_view name, std::string_view value) {
    return each_piece(value, ',', [&](std::string_view item) -> Result<void> {
        const auto date = parse_date_or_time(item);
        if (!date || dates.size() == dates_max) {
            return bad_value(name);
        }
        dates.push_back(*date);
        return {};
    });
}

Result<void> read_line(Recurrence& recurrence, std::string_view line) {
    const auto colon = line.find(':');
    const auto head = colon == std::string_view::npos ? std::string_view("RRULE") : line.substr(0, colon);
    const auto value = colon == std::string_view::npos ? line : line.substr(colon + 1);
    const auto name = head.substr(0, head.find(';'));
    const auto parameters = head.substr(name.size());
    if (name == "RRULE" && parameters.empty()) {
        if (recurrence.rule) {
            return refused("repeated_part", "RRULE 出现了两次", "RRULE is given twice");
        }
        TRY(recurrence.rule, read_rule(value));
        return {};
    }
    if (name != "RDATE" && name != "EXDATE") {
        return unknown_part(head);
    }
    if (!parameters.empty() && parameters != ";VALUE=DATE" && parameters != ";VALUE=DATE-TIME") {
        return unknown_part(parameters.substr(1, parameters.find('=') - 1));
    }
    return read_dates(name == "RDATE" ? recurrence.dates : recurrence.exceptions, name, value);
}

std::string upper_case(std::string_view text) {
    std::string upper(text);
    std::ranges::transform(upper, upper.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return upper;
}
}  // namespace

Result<Recurrence> parse_recurrence(std::string_view given) {
    if (given.size() > text_max) {
        return refused("too_long", "最多 2000 个字符", "at most 2000 characters");
    }
    const auto text = upper_case(given);
    Recurrence recurrence;
    TRY_VOID(each_piece(text, '\n', [&](std::string_view line) -> Result<void> {
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        return line.empty() ? Result<void>() : read_line(recurrence, line);
    }));
    if (!recurrence.rule && recurrence.dates.empty()) {
        return refused("missing_part", "缺少 RRULE 或 RDATE", "RRULE or RDATE is missing");
    }
    return recurrence;
}

Result<DateOrTime> parse_date_or_time(std::string_view text) {
    const Error bad = invalid_field("", "not_a_date",
                                    {"日期格式应为 2026-12-24、20261224 或 20261224T090000Z",
                                     "a date must look like 2026-12-24, 20261224 or 20261224T090000Z"});
    std::string digits(text);
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        std::erase(digits, '-');
    } else if (text.size() > 16) {
        TRY(const auto at, parse_instant(text));
        return DateOrTime(at);
    }
    const bool utc = digits.size() == 16 && (digits.back() == 'Z' || digits.back() == 'z');
    if (utc) {
        digits.pop_back();
    }
    if (digits.size() != 8 && (digits.size() != 15 || (digits[8] != 'T' && digits[8] != 't'))) {
        return bad;
    }
    const auto at = [&](std::size_t from, std::size_t count, int low, int high) {
        const auto piece = std::string_view(digits).substr(from, count);
        return piece.front() == '+' ? std::nullopt : number_in(piece, low, high);
    };
    const auto year = at(0, 4, 2000, 2037);
    const auto month = at(4, 2, 1, 12);
    const auto day = at(6, 2, 1, 31);
    if (!year || !month || !day) {
        return bad;
    }
    const LocalDay date = local_day({*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)});
    if (civil_date(date).day != static_cast<unsigned>(*day)) {
        return bad;
    }
    if (digits.size() == 8) {
        return DateOrTime(date);
    }
    const auto hour = at(9, 2, 0, 23);
    const auto minute = at(11, 2, 0, 59);
    const auto second = at(13, 2, 0, 59);
    if (!hour || !minute || !second) {
        return bad;
    }
    const LocalTime local{date, *hour * 3'600 + *minute * 60 + *second};
    if (!utc) {
        return DateOrTime(local);
    }
    return DateOrTime(Instant{std::chrono::days{local.day} + seconds{local.second}});
}

}  // namespace model
