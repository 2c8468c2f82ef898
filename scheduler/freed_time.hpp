#pragma once
// What somebody who waits can do with time that has become free. Reads, never writes.

#include <optional>
#include <vector>

#include "model/waitlist.hpp"
#include "scheduler/store.hpp"

namespace scheduler {

/// The earliest time of the entry's length inside its range that touches a freed stretch (`freed` with buffers,
/// normalised; free neighbouring time may be joined to it), for which a lane is free, that no rule refuses the user,
/// that leaves him time to answer, and that he has not declined before.
std::optional<model::Interval> time_for(Transaction& tx, const InstrumentRecord& instrument,
                                        const model::WaitlistEntry& entry, const model::IntervalSet& freed,
                                        model::Instant now);

/// What of `within` is open and has a free lane.
model::IntervalSet free_stretches(Transaction& tx, const InstrumentRecord& instrument, model::Interval within);

}  // namespace scheduler
