#pragma once
// Where the event log ends, noted outside the log and in the same transaction as its events. The chain of seals shows
// that nothing before the last event was touched; this note shows that the last event is still the last.
//
// The note carries a hash under a key of the store. Whoever changes rows by SQL alone is found out. Whoever can read
// the whole store and runs a program of their own can take the key and write a shorter log with a fitting note, or put
// an older copy of the whole store back: against that, keep the number and the seal that `yiqi verify` prints
// somewhere else, and look whether that event still has that seal.

#include <cstdint>
#include <optional>
#include <string>

#include "server/storage/database.hpp"

namespace server {

struct EventEnd {
    std::int64_t seq = 0;
    std::string seal;
};

/// Makes the key and the first note from the log as it stands; part of the migration that adds the note.
void begin_event_end(Database& database);

/// Moves the note from `before` to `after`, inside the transaction that appended the events between. Where the note is
/// not at `before`, somebody shortened the log: the note stays as it is, and `verify_event_end` reports it from then
/// on.
void move_event_end(Database& database, const EventEnd& before, const EventEnd& after);

/// nullopt where the log ends as the note says; otherwise a sentence. `events` is the number of events in the log.
std::optional<std::string> event_end_problem(Database& database, std::int64_t events, const EventEnd& last);

}  // namespace server
