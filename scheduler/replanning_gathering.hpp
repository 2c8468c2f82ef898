#pragma once
// The places to which displaced bookings could go.

#include <map>
#include <set>
#include <span>
#include <tuple>
#include <vector>

#include "scheduler/calendar.hpp"
#include "scheduler/replanning.hpp"
#include "scheduler/replanning_steps.hpp"

namespace scheduler {

/// A planned place, which nobody else can have.
struct PlannedSpan {
    model::Booking booking;
    std::uint32_t instrument = 0;  ///< index
    model::Interval time;
    int lane = 0;
};

/// Looks for places on the broken instrument and its stand-ins. `displaced` count neither as taken nor for quotas,
/// whether they still hold their places or not. The arguments must outlive it.
class PlaceSearch {
  public:
    PlaceSearch(Transaction& tx, const Push& push, const std::vector<model::Booking>& displaced, model::Instant now);

    [[nodiscard]] const std::vector<InstrumentPtr>& instruments() const { return instruments_; }

    /// Adds places for a booking that are free beside what is planned and that no rule refuses: at the same time, later
    /// and earlier. Those that are there or in `struck` are passed over. Answers how many were added.
    std::size_t add_places(const model::Booking& booking, std::span<const PlannedSpan> planned,
                           const std::set<StruckPlace>& struck, ReplanningWish& wish);

    /// Planned places that break rules only together (quotas, the number of bookings ahead): for each too many the one
    /// that was requested last.
    std::vector<StruckPlace> broken_together(std::vector<PlannedSpan> planned);

  private:
    struct Quest;
    const RuleFacts& facts_of(const model::Booking& booking, std::uint32_t instrument);
    bool add(const Quest& quest, model::Interval time);
    void add_later(const Quest& quest, int count);
    void add_earlier(const Quest& quest, int count);
    InstrumentCalendar calendar_beside(std::uint32_t instrument, std::span<const PlannedSpan> planned) const;

    Transaction& tx_;
    const Push& push_;
    const std::vector<model::Booking>& displaced_;
    model::Instant now_;
    model::Interval reach_;
    std::vector<InstrumentPtr> instruments_;
    std::vector<InstrumentCalendar> calendars_;
    std::map<std::tuple<model::UserId, model::OrganisationId, std::uint32_t>, RuleFacts> facts_;
};

}  // namespace scheduler
