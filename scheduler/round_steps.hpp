#pragma once
// What the commands of a round share.

#include <vector>

#include "model/error.hpp"
#include "model/event.hpp"
#include "model/round.hpp"
#include "scheduler/round_commands.hpp"
#include "scheduler/store.hpp"

namespace scheduler {

/// A refusal in words: its first violation, else its detail, else its title.
model::Sentence sentence_of(const model::Error& error);

/// All rules for an option of a request. Whoever asked in time keeps his notice, however late the round decides.
model::Result<void> check_option(Transaction& tx, const InstrumentRecord& instrument, const model::Booking& booking,
                                 model::Interval time);

/// Adds what the requests of one user or organisation may get together under the quotas of the instruments (`records`
/// in the order of the problem's).
void add_quota_limits(Transaction& tx, const std::vector<InstrumentPtr>& records, GatheredRound& gathered);

/// Adds what an organisation's credit pays for; `totals` are the prices of the options, by request. Counted in whole
/// yuan, rounded so that the hold fits.
void add_credit_limits(Transaction& tx, const std::vector<std::vector<model::Money>>& totals, GatheredRound& gathered);

/// Stores a round that collects from now on, and sets its closing.
model::Round add_open_round(Transaction& tx, model::Round round, model::UserId actor, model::Instant now);

/// Appends the event of a round's change; the subject is the round.
void record_round(Transaction& tx, model::EventKind kind, const model::Round& round, model::UserId actor,
                  model::Instant now);

}  // namespace scheduler
