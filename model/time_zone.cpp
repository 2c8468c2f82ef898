#include "model/time_zone.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>

#include <date/tz.h>

namespace model {

namespace {
const date::time_zone* zone_of(const void* zone) {
    return static_cast<const date::time_zone*>(zone);
}

Error bad_instant(const char* code) {
    return invalid_field("", code,
                         {"时间格式应为 RFC 3339，例如 2026-11-23T09:00:00+08:00",
                          "a time must look like 2026-11-23T09:00:00+08:00 (RFC 3339)"});
}

bool read_digits(std::string_view text, std::size_t at, std::size_t count, int& value) {
    if (at + count > text.size()) {
        return false;
    }
    value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return false;
        }
        value = value * 10 + (text[i] - '0');
    }
    return true;
}

void put_number(std::span<char> text, std::size_t at, std::size_t width, std::int64_t value) {
    for (std::size_t i = width; i-- > 0; value /= 10) {
        text[at + i] = static_cast<char>('0' + value % 10);
    }
}
}  // namespace

CivilDate civil_date(LocalDay day) {
    const std::chrono::year_month_day ymd{std::chrono::local_days{std::chrono::days{day}}};
    return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())};
}

LocalDay local_day(CivilDate d) {
    const std::chrono::local_days days{
        std::chrono::year_month_day{std::chrono::year{d.year}, std::chrono::month{d.month}, std::chrono::day{d.day}}};
    return static_cast<LocalDay>(days.time_since_epoch().count());
}

TimeZone::TimeZone(const void* zone) : zone_(zone) {
    const auto first = zone_of(zone_)->get_info(Instant{seconds{1'000'000'000}});
    if (first.end >= latest_instant) {
        fixed_ = true;
        fixed_offset_ = first.offset;
    }
}

TimeZone::TimeZone()
    : TimeZone([]() -> const void* {
          static const void* const shanghai = date::locate_zone("Asia/Shanghai");
          return shanghai;
      }()) {}

Result<TimeZone> TimeZone::find(std::string_view name) {
    try {
        return TimeZone(static_cast<const void*>(date::locate_zone(std::string(name))));
    } catch (const std::runtime_error&) {
        return invalid_field("", "unknown_time_zone",
                             {"未知的时区，例如 Asia/Shanghai", "unknown time zone; an example is Asia/Shanghai"});
    }
}

std::string TimeZone::name() const {
    return zone_of(zone_)->name();
}

seconds TimeZone::offset_at(Instant at) const {
    if (fixed_ && at >= Instant{seconds{1'000'000'000}}) {
        return fixed_offset_;
    }
    return zone_of(zone_)->get_info(at).offset;
}

LocalTime TimeZone::to_local(Instant at) const {
    const auto local = (at + offset_at(at)).time_since_epoch();
    const auto day = std::chrono::floor<std::chrono::days>(local);
    return {static_cast<LocalDay>(day.count()), static_cast<std::int32_t>((local - day).count())};
}

Instant TimeZone::to_instant(LocalDay day, int minute) const {
    const seconds local = std::chrono::days{day} + minutes{minute};
    if (fixed_ && local.count() > 1'000'100'000) {
        return Instant{local - fixed_offset_};
    }
    const auto info = zone_of(zone_)->get_info(date::local_seconds{local});
    if (info.result == date::local_info::nonexistent) {
        return info.first.end;
    }
    return Instant{local - info.first.offset};
}

Result<Instant> parse_instant(std::string_view text) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    if (!read_digits(text, 0, 4, year) || !read_digits(text, 5, 2, month) || !read_digits(text, 8, 2, day) ||
        !read_digits(text, 11, 2, hour) || !read_digits(text, 14, 2, minute) || !read_digits(text, 17, 2, second) ||
        text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't') || text[13] != ':' ||
        text[16] != ':') {
        return bad_instant("not_an_instant");
    }
    std::size_t at = 19;
    if (at < text.size() && text[at] == '.') {
        const auto fraction = at++;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
            ++at;
        }
        if (at == fraction + 1 || at > fraction + 10) {
            return bad_instant("not_an_instant");
        }
    }
    seconds offset{0};
    if (at + 1 == text.size() && (text[at] == 'Z' || text[at] == 'z')) {
        // UTC as it is.
    } else {
        int offset_hour = 0, offset_minute = 0;
        if (text.size() != at + 6 || (text[at] != '+' && text[at] != '-') || text[at + 3] != ':' ||
            !read_digits(text, at + 1, 2, offset_hour) || !read_digits(text, at + 4, 2, offset_minute) ||
            offset_hour > 23 || offset_minute > 59) {
            return bad_instant("not_an_instant");
        }
        offset = std::chrono::hours{offset_hour} + minutes{offset_minute};
        if (text[at] == '-') {
            offset = -offset;
        }
    }
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
    if (!ymd.ok() || hour > 23 || minute > 59 || second > 59) {
        return bad_instant("not_an_instant");
    }
    const Instant result =
        std::chrono::sys_days{ymd} + std::chrono::hours{hour} + minutes{minute} + seconds{second} - offset;
    if (result < earliest_instant || result >= latest_instant) {
        return invalid_field("", "out_of_range",
                             {"时间须在 2000 年至 2037 年之间", "a time must lie in the years 2000 to 2037"});
    }
    return result;
}

void append_instant(std::string& out, Instant at, const TimeZone& zone) {
    const auto offset = zone.offset_at(at).count();
    const auto local = (at + seconds{offset}).time_since_epoch();
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const auto date = civil_date(static_cast<LocalDay>(day.count()));
    const auto rest = (local - day).count();
    const auto offset_minutes = (offset < 0 ? -offset : offset) / 60;
    // Digit by digit: instants are most of what a calendar's text costs, and fmt takes ten times as long.
    constexpr std::string_view pattern = "0000-00-00T00:00:00+00:00";
    std::array<char, 25> text{};
    std::ranges::copy(pattern, text.begin());
    put_number(text, 0, 4, date.year);
    put_number(text, 5, 2, date.month);
    put_number(text, 8, 2, date.day);
    put_number(text, 11, 2, rest / 3600);
    put_number(text, 14, 2, rest / 60 % 60);
    put_number(text, 17, 2, rest % 60);
    text[19] = offset < 0 ? '-' : '+';
    put_number(text, 20, 2, offset_minutes / 60);
    put_number(text, 23, 2, offset_minutes % 60);
    out.append(text.data(), text.size());
}

std::string format_instant(Instant at, const TimeZone& zone) {
    std::string out;
    append_instant(out, at, zone);
    return out;
}

}  // namespace model
