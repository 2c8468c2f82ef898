#pragma once
// Who changes prices. Where the institution asks for it, a change waits for the approval of its finance, and the
// version in force holds meanwhile. Permissions were checked before.

#include "model/rates_proposal.hpp"
#include "scheduler/bookings.hpp"

#include <string>

namespace scheduler {

/// Asks for new prices; an earlier proposal for the instrument that still waits is withdrawn.
model::RatesProposal propose_rates(Transaction& tx, const InstrumentRecord& instrument, const model::Rates& rates,
                                   const Actor& actor, model::Instant now);

/// In force from `now`. Errors: not_found, wrong_state (decided before), not_allowed (one's own), stale_etag (the
/// prices in force are no longer those that it changes).
model::Result<model::RatesProposal> approve_rates(Transaction& tx, model::RatesProposalId id, const Actor& actor,
                                                  model::Instant now);
/// Errors: not_found, wrong_state.
model::Result<model::RatesProposal> reject_rates(Transaction& tx, model::RatesProposalId id, const std::string& reason,
                                                 const Actor& actor, model::Instant now);

void set_price_approval(Transaction& tx, const model::InstitutionId& institution, bool needed, const Actor& actor,
                        model::Instant now);

/// Errors: invalid_field where a class that some organisation has would be lost.
model::Result<void> change_own_classes(Transaction& tx, const model::InstitutionId& institution,
                                       const std::vector<model::OwnClass>& classes, const Actor& actor,
                                       model::Instant now);
/// `name` empty: none any more. Errors: not_found (organisation), invalid_field (a class that is not there).
model::Result<void> give_class(Transaction& tx, const model::OrganisationId& organisation,
                               const model::InstitutionId& institution, const std::string& name, const Actor& actor,
                               model::Instant now);

}  // namespace scheduler
