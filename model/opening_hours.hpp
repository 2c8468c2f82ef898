#pragma once
// Weekly opening hours in a compact text:
//   segment(; segment)*    segment = Day[-Day] HH:MM-HH:MM(,HH:MM-HH:MM)*
// Days are Mon .. Sun, a day range may wrap (Sat-Mon), an end of 24:00 is allowed. Windows of one day
// must not overlap (that is nearly always a slip of the pen); touching windows join, over midnight
// too, so "Mon-Sun 00:00-24:00" never closes. Local hours are kept over daylight-saving changes.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/interval.hpp"
#include "model/result.hpp"
#include "model/time_zone.hpp"

namespace model {

class OpeningHours {
  public:
    /// A window on one weekday (0 = Monday), minutes of the local day, 0 <= from < to <= 1440.
    struct Window {
        int weekday;
        int from;
        int to;
        friend auto operator<=>(const Window&, const Window&) = default;
    };

    /// Always open.
    OpeningHours();

    /// At most 2,000 bytes. invalid_field (empty field name) with code bad_opening_hours and the place.
    static Result<OpeningHours> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    /// Sorted by weekday, then start.
    [[nodiscard]] const std::vector<Window>& windows() const noexcept { return windows_; }
    [[nodiscard]] bool always_open() const noexcept { return always_; }

    /// The weekday whose windows hold on a local day; nothing where the day is closed.
    using HoursOf = std::function<std::optional<int>(LocalDay)>;

    /// The open times in `range`, clipped to it, joined where they touch. O(days of range).
    [[nodiscard]] IntervalSet open_in(Interval range, const TimeZone& zone) const;
    /// The same where some days have the hours of another weekday, or none.
    [[nodiscard]] IntervalSet open_in(Interval range, const TimeZone& zone, const HoursOf& hours_of) const;

    /// Minutes a week that are open.
    [[nodiscard]] int weekly_minutes() const;

    friend bool operator==(const OpeningHours& a, const OpeningHours& b) { return a.windows_ == b.windows_; }

  private:
    std::string text_;
    std::vector<Window> windows_;
    bool always_ = false;
};

}  // namespace model
