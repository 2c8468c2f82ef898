#pragma once
// Which minutes of a booking are charged, and at which band. The half of pricing that knows time;
// pricing.hpp is the half that knows money. Pure and thread-safe.

#include "model/interval.hpp"
#include "model/rates.hpp"
#include "model/result.hpp"
#include "model/time_zone.hpp"
#include "scheduler/pricing.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace scheduler {

/// The seconds of both ends cut, at least one minute; `interval` not empty.
model::Interval whole_minutes(model::Interval interval);

/// The minutes that the basis charges, normalised. Errors as price_of.
model::Result<model::IntervalSet> charged_time(model::ChargeBasis basis, const PriceInput& input);

/// The bands of a card laid out over a week, for walking along local time edge by edge.
class BandTable {
  public:
    /// `bands` as in a rate card (at most 50; an assertion).
    explicit BandTable(const std::vector<model::Band>& bands);

    [[nodiscard]] bool flat() const noexcept { return edge_count_ == 0; }

    /// Calls visit(minutes, percent) for the parts of `time` (whole minutes) in order; neighbours
    /// may have the same percent. O(days * edges).
    template <class Visit>
    void walk(model::Interval time, const model::TimeZone& zone, Visit visit) const {
        if (flat()) {
            visit(minutes_in(time), std::int64_t{100});
            return;
        }
        model::LocalDay day = zone.to_local(time.start).day;
        model::Instant at = time.start;
        for (; at < time.end; ++day) {
            const auto& percents = percents_[static_cast<std::size_t>(model::weekday_of(day))];
            for (std::size_t i = 0; i + 1 < edge_count_ && at < time.end; ++i) {
                const auto until = std::min(zone.to_instant(day, edges_[i + 1]), time.end);
                if (at < until) {
                    visit(minutes_in({at, until}), std::int64_t{percents[i]});
                    at = until;
                }
            }
        }
    }

  private:
    static constexpr std::size_t max_bands = 50;
    static constexpr std::size_t max_edges = 2 * max_bands + 2;

    static std::int64_t minutes_in(model::Interval time) {
        return std::chrono::duration_cast<model::minutes>(time.length()).count();
    }

    std::size_t edge_count_ = 0;  ///< 0 = no bands
    std::array<std::int16_t, max_edges> edges_{};
    std::array<std::array<std::int16_t, max_edges>, 7> percents_{};
};

}  // namespace scheduler
