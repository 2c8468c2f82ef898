#pragma once
// The proofs that the store is sound, computed from the rows alone.

#include <cstdint>
#include <string>
#include <vector>

#include "server/storage/database.hpp"

namespace server {

struct BooksReport {
    std::int64_t entries = 0;  ///< postings
    std::int64_t accounts = 0;
    std::int64_t sum_fen = 0;           ///< of all postings; 0
    bool chain_ok = false;              ///< every event's seal follows from the one before
    std::vector<std::string> problems;  ///< at most 100 sentences
};

/// Ledger and audit chain: every transaction sealed and balanced, every account equal to its postings, every charge
/// of a booking posted once, every seal right and no number missing. O(rows).
BooksReport verify_books(Database& database);

/// Occupancy, bookings and references: no overlap in a lane, every live booking (but open requests of collecting
/// instruments) holds its lane and no dead one does, holds match approved bookings, every
/// open offer holds its time and has its expiry set, nothing else holds a lane, foreign keys, integrity.
std::vector<std::string> verify_calendar(Database& database);

}  // namespace server
