#pragma once
// What the routes about credit share.

#include <vector>

#include "server/api/service.hpp"

namespace server {

/// Newest first, at most 500. What lies behind memory_days no longer counts, but is still told while it fits.
std::vector<model::CreditEntry> credit_entries_of(Database& database, model::UserId user);

/// Who may decide about the credit of everybody, whichever the instrument.
bool decides_for_council(const Principal& who);

/// Who is judged does not judge, and what takes away points is not given back by who runs the instrument alone.
bool may_decide_credit(const Principal& who, const scheduler::InstrumentRecord& instrument,
                       const model::CreditEntry& entry);

}  // namespace server
