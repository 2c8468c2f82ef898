#pragma once
// Civil time to UTC and back. The only unit that knows time zones (date/tz on the system's tzdata).
//
// Daylight-saving policy, the same everywhere: a local time that a forward change skips means the
// instant of the change; a local time that occurs twice means its first occurrence. So local hours are
// kept over a change, a day has 23 or 25 real hours, and a window never ends before it starts.

#include <cstdint>
#include <string>
#include <string_view>

#include "model/interval.hpp"
#include "model/result.hpp"

namespace model {

/// Days since 1970-01-01 in a civil calendar without a zone.
using LocalDay = std::int32_t;

/// 0 = Monday ... 6 = Sunday.
constexpr int weekday_of(LocalDay day) {
    return static_cast<int>(((day + 3) % 7 + 7) % 7);
}

struct LocalTime {
    LocalDay day = 0;
    std::int32_t second = 0;  ///< of the day, 0 .. 86399
};

struct CivilDate {
    int year = 1970;
    unsigned month = 1;  ///< 1 .. 12
    unsigned day = 1;    ///< 1 .. 31
};
CivilDate civil_date(LocalDay day);
/// Nothing is checked; an impossible date gives the day after the month's end.
LocalDay local_day(CivilDate date);

/// A time zone; a handle to static data, cheap to copy, thread-safe.
class TimeZone {
  public:
    /// Asia/Shanghai, the product's default.
    TimeZone();
    /// By IANA name. invalid_field on an unknown one.
    static Result<TimeZone> find(std::string_view name);

    [[nodiscard]] std::string name() const;
    [[nodiscard]] LocalTime to_local(Instant at) const;
    /// Minute 0 .. 1440 (1440 = the next day's midnight) of a local day.
    [[nodiscard]] Instant to_instant(LocalDay day, int minute) const;
    [[nodiscard]] seconds offset_at(Instant at) const;
    friend bool operator==(const TimeZone&, const TimeZone&) = default;

  private:
    explicit TimeZone(const void* zone);
    const void* zone_;
    /// Set for zones without daylight saving in the accepted range: conversions are then additions.
    bool fixed_ = false;
    seconds fixed_offset_{0};
};

/// RFC 3339 with any offset, e.g. "2026-11-23T09:00:00+08:00" or "...Z"; fractional seconds are cut.
/// Outside [earliest_instant, latest_instant) or malformed: invalid_field with an empty field name.
Result<Instant> parse_instant(std::string_view text);

/// RFC 3339 in the zone's offset.
std::string format_instant(Instant at, const TimeZone& zone);
void append_instant(std::string& out, Instant at, const TimeZone& zone);

}  // namespace model
