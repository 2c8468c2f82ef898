#pragma once
// Instants and half-open intervals. All times inside the program are UTC; zones exist only in
// model/time_zone.

#include <algorithm>
#include <chrono>
#include <compare>
#include <optional>
#include <vector>

#include <boost/describe.hpp>

namespace model {

using Instant = std::chrono::sys_seconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// Instants that the program accepts: 2000-01-01 up to, not including, 2038-01-01. The time zone
/// library (date 3.0.1 on the system's tzdata) is wrong from 2038 on.
inline constexpr Instant earliest_instant{seconds{946'684'800}};
inline constexpr Instant latest_instant{seconds{2'145'916'800}};

/// Half-open [start, end). Two intervals that touch do not overlap. An interval with end <= start is
/// empty: it overlaps and contains nothing.
struct Interval {
    Instant start{};
    Instant end{};

    friend auto operator<=>(const Interval&, const Interval&) = default;
    [[nodiscard]] constexpr bool empty() const noexcept { return end <= start; }
    [[nodiscard]] constexpr seconds length() const noexcept { return empty() ? seconds{0} : end - start; }
    [[nodiscard]] constexpr bool overlaps(const Interval& other) const noexcept {
        return !empty() && !other.empty() && start < other.end && other.start < end;
    }
    [[nodiscard]] constexpr bool contains(Instant at) const noexcept { return start <= at && at < end; }
    [[nodiscard]] constexpr bool contains(const Interval& other) const noexcept {
        return !other.empty() && start <= other.start && other.end <= end;
    }
    /// The common part; empty where there is none.
    [[nodiscard]] constexpr Interval intersection(const Interval& other) const noexcept {
        const Interval common{std::max(start, other.start), std::min(end, other.end)};
        return common.empty() ? Interval{} : common;
    }
};
BOOST_DESCRIBE_STRUCT(Interval, (), (start, end))

/// Intervals sorted by start that neither overlap nor touch. Built by `normalised`.
using IntervalSet = std::vector<Interval>;

/// Sorts, drops empty intervals, joins those that overlap or touch. O(n log n).
IntervalSet normalised(std::vector<Interval> intervals);

/// What of `from` is not covered by `without`; both normalised. O(n + m).
IntervalSet subtract(const IntervalSet& from, const IntervalSet& without);

/// Sum of the lengths.
seconds total_length(const IntervalSet& intervals);

/// Floors an instant to its whole minute (seconds are cut, as the API says for charged time).
constexpr Instant floor_to_minute(Instant at) {
    return std::chrono::floor<minutes>(at);
}

}  // namespace model
