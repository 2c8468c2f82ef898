#pragma once
// Which minutes of a booking are charged, and at which band. The half of pricing that knows time;
// pricing.hpp is the half that knows money. Pure and thread-safe.

#include "model/holidays.hpp"
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

/// The bands of a card laid out over the day, for walking along local time edge by edge.
class BandTable {
  public:
    /// Which band holds: its percent, and its place in the card (-1: none, full price).
    struct Held {
        std::int16_t percent = 100;
        std::int16_t band = -1;
    };

    /// `bands` as in a rate card (at most 50; an assertion); they and `holidays` (none: no day is one) outlive it.
    BandTable(const std::vector<model::Band>& bands, const model::Holidays* holidays);

    [[nodiscard]] bool flat() const noexcept { return edge_count_ == 0; }

    /// Calls visit(minutes, Held) for the parts of `time` (whole minutes) in order; neighbours may
    /// be held by the same. O(days * edges), times bands where some go by the holiday calendar.
    template <class Visit>
    void walk(model::Interval time, const model::TimeZone& zone, Visit visit) const {
        if (flat()) {
            visit(minutes_in(time), Held{});
            return;
        }
        model::LocalDay day = zone.to_local(time.start).day;
        model::Instant at = time.start;
        for (; at < time.end; ++day) {
            for (std::size_t i = 0; i + 1 < edge_count_ && at < time.end; ++i) {
                const auto until = std::min(zone.to_instant(day, edges_[i + 1]), time.end);
                if (at < until) {
                    visit(minutes_in({at, until}), held(day, i));
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
    [[nodiscard]] Held held(model::LocalDay day, std::size_t edge) const {
        return by_calendar_ ? winner(day, edges_[edge])
                            : by_weekday_[static_cast<std::size_t>(model::weekday_of(day))][edge];
    }
    /// The last listed band that holds at a minute of the day.
    [[nodiscard]] Held winner(model::LocalDay day, int minute) const;
    /// Whether a band may start on that day.
    [[nodiscard]] bool starts_on(const model::Band& band, model::LocalDay day) const;

    const std::vector<model::Band>& bands_;
    const model::Holidays* holidays_;
    bool by_calendar_ = false;
    std::size_t edge_count_ = 0;  ///< 0 = no bands
    std::array<std::int16_t, max_edges> edges_{};
    std::array<std::array<Held, max_edges>, 7> by_weekday_{};
};

}  // namespace scheduler
