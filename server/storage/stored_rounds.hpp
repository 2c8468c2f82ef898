#pragma once
// Rounds as they are stored, for commands and readers alike.

#include <optional>
#include <vector>

#include "scheduler/round_store.hpp"
#include "server/storage/database.hpp"

namespace server {

std::optional<model::Round> find_round(Database& database, model::RoundId id);
/// How it was decided; nullopt where it is not.
std::optional<scheduler::RoundOutcome> find_round_outcome(Database& database, model::RoundId id);
model::RoundWish find_wish(Database& database, model::BookingId booking);
std::vector<scheduler::RoundShare> find_round_shares(Database& database, const model::PlatformId& platform);
/// Rounds that wait to be decided, oldest cut-off first, at most 1,000.
std::vector<model::RoundId> find_closed_rounds(Database& database);
/// Other requests than `booking` that want the instrument at a time that overlaps `held`, by their own place or by an
/// alternative.
std::int64_t count_competing(Database& database, model::BookingId booking, const model::InstrumentId& instrument,
                             model::Interval held);

}  // namespace server
