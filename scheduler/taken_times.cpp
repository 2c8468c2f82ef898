#include "scheduler/taken_times.hpp"

#include <algorithm>

namespace scheduler {

using namespace model;

InstrumentCalendar taken_times(Transaction& tx, const InstrumentId& instrument, Interval range,
                               const std::vector<Holder>& left_out) {
    constexpr std::size_t taken_max = 10'000;
    InstrumentCalendar calendar;
    for (const auto& occupancy : tx.occupancies(instrument, range, taken_max)) {
        if (std::ranges::find(left_out, occupancy.holder) == left_out.end()) {
            calendar.push_back(Taken::of(occupancy));
        }
    }
    std::ranges::sort(calendar, {}, [](const Taken& t) { return std::pair(t.lane, t.held_start); });
    return calendar;
}

}  // namespace scheduler
