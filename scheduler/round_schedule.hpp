#pragma once
// Rounds that open by themselves: a request on an instrument that collects never waits for a person to open its round.
//
// A round takes whole calendar weeks of the instrument's time zone, counted from a fixed Monday, so that requests for
// the same week meet in the same round; it is shared by the instruments of the platform that have the same schedule.
// Who asks after its cut-off opens a short round for what is left of the weeks, which closes half-way to the wanted
// time and within a day.

#include <optional>

#include "model/round.hpp"
#include "model/time_zone.hpp"
#include "scheduler/store.hpp"

namespace scheduler {

struct ScheduledRound {
    model::Interval window;  ///< holds the wanted time
    model::Instant cut_off{};
};
/// The round that a request for `time` opens now; nothing where the schedule has none, or the time begins at once.
/// Pure.
std::optional<ScheduledRound> scheduled_round(const model::RoundSchedule& schedule, const model::TimeZone& zone,
                                              model::Interval time, model::Instant now);

/// Opens the round that a request without a lane waits for, unless one collects for its time already. A time that
/// lies partly in another round waits for the approvers.
void open_scheduled_round(Transaction& tx, const InstrumentRecord& instrument, const model::Booking& booking,
                          model::Instant now);

}  // namespace scheduler
