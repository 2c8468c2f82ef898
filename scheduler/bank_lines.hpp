#pragma once
// The bank's list of what came in: each line becomes a payment at most once, by itself where it says whose it is, else
// by hand.

#include <span>
#include <string>
#include <vector>

#include "scheduler/bookings.hpp"
#include "scheduler/payment_matching.hpp"

namespace scheduler {

struct ImportedLine {
    model::BankLine line;  ///< as stored
    bool known = false;    ///< was imported before and is left as it is
};

/// Stores the lines that are not known and posts the payments of those that match; what one of them settles no longer
/// counts for the next. Errors: already_exists where a line has the bank's number of a known one and says something
/// else. In the order of the list.
model::Result<std::vector<ImportedLine>> import_bank_lines(Transaction& tx, std::span<const model::BankLine> lines,
                                                           const Actor& actor, model::Instant now);

/// Finance says whose an unmatched line is. The same answer again changes nothing. Errors: not_found, wrong_state,
/// invalid_field (organisation_id).
model::Result<model::BankLine> assign_bank_line(Transaction& tx, model::BankLineId id,
                                                const model::OrganisationId& organisation, const Actor& actor,
                                                model::Instant now);

/// It is no payment of a customer. Errors: not_found, wrong_state.
model::Result<model::BankLine> ignore_bank_line(Transaction& tx, model::BankLineId id, const std::string& reason,
                                                const Actor& actor, model::Instant now);

}  // namespace scheduler
