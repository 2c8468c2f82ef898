#pragma once
// The proofs that the store is sound, computed from the rows alone.

#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/ledger.hpp"
#include "server/storage/event_end.hpp"

namespace server {

/// The accounts of a kind together.
struct KindTotal {
    model::AccountKind kind = model::AccountKind::receivable;
    std::int64_t accounts = 0;
    model::Money balance_fen;
    model::Money held_fen;
};
BOOST_DESCRIBE_STRUCT(KindTotal, (), (kind, accounts, balance_fen, held_fen))

struct BooksReport {
    std::int64_t entries = 0;  ///< postings
    std::int64_t accounts = 0;
    std::int64_t sum_fen = 0;           ///< of all postings; 0
    bool chain_ok = false;              ///< every event's seal follows from the one before, and none is missing
    EventEnd last;                      ///< the last event there is
    std::vector<KindTotal> kinds;       ///< as computed from the postings
    std::vector<std::string> problems;  ///< at most 100 sentences
};

/// Ledger and audit chain: every transaction sealed and balanced, every account equal to its postings, every charge
/// of a booking posted once, every hold ended at most once and as it was placed, nothing corrected by more than it was,
/// nobody owing what is paid ahead, every payment of the bank and every correction posted once, every seal right, no
/// number missing, and the log ends where it was noted to end. O(rows).
BooksReport verify_books(Database& database);

/// Occupancy, bookings and references: no overlap in a lane, every live booking (but open requests of collecting
/// instruments) holds its lane and no dead one does, holds match approved bookings, every
/// open offer holds its time and has its expiry set, nothing else holds a lane, foreign keys, integrity.
std::vector<std::string> verify_calendar(Database& database);

}  // namespace server
