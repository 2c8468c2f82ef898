#pragma once
// Calendars as tables of minutes: one cell for each minute, filled and counted one by one. Slow, and obviously right;
// what is fast is held against it. Every instant here is a whole minute.

#include "model/policy.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace support {

/// Some minutes in a row, by number from 0.
struct MinuteRange {
    model::Instant from{};
    int count = 0;

    [[nodiscard]] model::Instant instant(int minute) const { return from + model::minutes{minute}; }
    /// Cut to the range.
    [[nodiscard]] int minute(model::Instant at) const;
};

/// What holds each minute of each lane.
class LaneTable {
  public:
    static constexpr int lanes_max = 8;
    explicit LaneTable(MinuteRange range);

    [[nodiscard]] bool is_free(int lane, model::Interval held) const;
    void fill(int lane, model::Interval held, int holder);
    void erase(int holder);

    /// Every minute there is this holder's.
    [[nodiscard]] bool is_filled(int lane, model::Interval held, int holder) const;
    /// Any minute in any lane is this holder's.
    [[nodiscard]] bool has_within(int holder, model::Interval time) const;
    [[nodiscard]] bool is_empty() const;

    /// The first lane below the capacity in which every minute is free; none where as many lanes as the capacity are
    /// in use during `held`, whichever they are.
    [[nodiscard]] std::optional<int> free_lane(int capacity, model::Interval held) const;

  private:
    MinuteRange range_;
    std::vector<std::vector<int>> lanes_;  ///< 0 = nobody
};

/// What the clock on the wall of a zone says in each minute.
class WallClock {
  public:
    WallClock(const model::TimeZone& zone, MinuteRange range);

    [[nodiscard]] MinuteRange range() const { return range_; }
    [[nodiscard]] model::LocalDay day(int minute) const { return days_[static_cast<std::size_t>(minute)]; }
    [[nodiscard]] int minute_of_day(int minute) const { return of_day_[static_cast<std::size_t>(minute)]; }
    /// Which minutes lie inside the hours; on holidays none, on make-up working days those of another weekday.
    const std::vector<bool>& inside(const model::OpeningHours& hours, const model::HolidaysPtr& followed = {});

  private:
    [[nodiscard]] bool is_inside(const model::OpeningHours& hours, const model::HolidaysPtr& followed,
                                 int minute) const;

    model::TimeZone zone_;
    MinuteRange range_;
    std::vector<model::LocalDay> days_;
    std::vector<int> of_day_;
    std::map<std::pair<std::string, const void*>, std::vector<bool>> inside_;  ///< what was asked before
};

/// Minutes by the number of the period that they belong to.
using MinutesByPeriod = std::map<std::int64_t, std::int64_t>;

/// The minutes of a booking that count for the quota.
MinutesByPeriod counted_minutes(const model::Quota& quota, WallClock& clock, model::Interval time);

struct BrokenQuota {
    bool bookings = false;
    bool minutes = false;
    friend bool operator==(const BrokenQuota&, const BrokenQuota&) = default;
};
/// Which maximum the wish goes beyond where the others are booked already.
BrokenQuota broken_quota(const model::Quota& quota, WallClock& clock, model::Interval wish,
                         const std::vector<model::Interval>& others);

}  // namespace support
