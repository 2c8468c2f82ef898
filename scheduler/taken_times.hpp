#pragma once
// What the store says is taken of an instrument, in the form in which free time is searched.

#include "scheduler/calendar.hpp"
#include "scheduler/store.hpp"

namespace scheduler {

/// The holders of any lane that overlap `range`, the first 10,000 by start. Those that `left_out` names count as free.
InstrumentCalendar taken_times(Transaction& tx, const model::InstrumentId& instrument, model::Interval range,
                               const std::vector<model::Holder>& left_out = {});

}  // namespace scheduler
