#pragma once
// One consistent picture of the inventory and of what is taken, as of one event. Immutable.

#include <cstdint>
#include <memory>
#include <string>

#include "model/clock.hpp"
#include "model/event.hpp"
#include "scheduler/calendar.hpp"
#include "server/storage/catalogue.hpp"
#include "server/storage/database.hpp"

namespace server {

struct Snapshot {
    std::shared_ptr<const Catalogue> catalogue;
    scheduler::CalendarIndex calendar;  ///< by the catalogue's ordinals
    std::int64_t seq = 0;               ///< of the last event in it
};

/// What ended longer ago than this is read from the database, not held in memory.
inline constexpr std::chrono::days calendar_memory{60};

/// Reads the catalogue. O(inventory).
std::shared_ptr<const Catalogue> load_catalogue(Database& database);

/// Reads everything; `last_seal` receives the seal of the last event.
std::shared_ptr<const Snapshot> load_snapshot(Database& database, model::Instant now, std::string& last_seal);

/// `from` with what the events `news` changed, read anew from the store; nullptr where they changed the inventory or
/// the documents, so that everything must be read. The news follow `from` without a gap.
std::shared_ptr<const Snapshot> snapshot_after(Database& database, const Snapshot& from,
                                               const std::vector<model::Event>& news, model::Instant now);

/// Reads the calendar of one instrument.
scheduler::InstrumentCalendar load_calendar(Database& database, const model::InstrumentId& id, model::Instant since);

}  // namespace server
