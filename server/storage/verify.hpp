#pragma once
// The proofs that the store is sound, computed from the rows alone.

#include <cstdint>
#include <string>
#include <vector>

#include "server/storage/event_end.hpp"

namespace server {

struct BooksReport {
    std::int64_t entries = 0;  ///< postings
    std::int64_t accounts = 0;
    std::int64_t sum_fen = 0;           ///< of all postings; 0
    bool chain_ok = false;              ///< every event's seal follows from the one before, and none is missing
    EventEnd last;                      ///< the last event there is
    std::vector<std::string> problems;  ///< at most 100 sentences
};

/// Ledger and audit chain: every transaction sealed and balanced, every account equal to its postings, every charge
/// of a booking posted once, every seal right, no number missing, and the log ends where it was noted to end. O(rows).
BooksReport verify_books(Database& database);

/// Occupancy, bookings and references: no overlap in a lane, every live booking (but open requests of collecting
/// instruments) holds its lane and no dead one does, holds match approved bookings, foreign keys, integrity.
std::vector<std::string> verify_calendar(Database& database);

}  // namespace server
