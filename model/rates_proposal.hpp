#pragma once
// A change of prices that waits for the approval of the institution's finance.

#include <string>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/rates.hpp"

namespace model {

/// withdrawn: another proposal for the instrument took its place.
enum class ProposalStatus { pending, approved, rejected, withdrawn };
BOOST_DESCRIBE_ENUM(ProposalStatus, pending, approved, rejected, withdrawn)

struct RatesProposal {
    RatesProposalId id;
    InstrumentId instrument_id;
    std::int64_t based_on = 0;  ///< the version that it changes
    Rates rates;
    UserId proposed_by;
    Instant proposed_at{};
    ProposalStatus status = ProposalStatus::pending;
    UserId decided_by;
    Instant decided_at{};
    std::string reason;  ///< of a rejection
};

}  // namespace model
