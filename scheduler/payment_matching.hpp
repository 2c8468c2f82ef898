#pragma once
// Whose payment a line of the bank is: told by an exact reference, else by the amount, else by the payer's name; never
// guessed where two would do.

#include <optional>
#include <span>

#include "model/bank_line.hpp"
#include "scheduler/bank_line_store.hpp"

namespace scheduler {

struct Match {
    model::OrganisationId organisation;
    model::MatchedBy by = model::MatchedBy::nothing;
    friend bool operator==(const Match&, const Match&) = default;
};

/// reference: a word of what the payer wrote is an organisation's id, its credit code, or the number of one of its
/// statements ("ORG.2026-11"), and no other organisation is named. amount: exactly one organisation owes exactly this,
/// and the payer's name is not another organisation's. name: the payer's name is exactly one organisation's.
std::optional<Match> match_payment(const model::BankLine& line, std::span<const KnownPayer> payers);

}  // namespace scheduler
