#pragma once
// The booking that an action is about, when the caller may take the action.

#include <optional>
#include <string>
#include <vector>

#include "scheduler/bookings.hpp"
#include "server/api/service.hpp"

namespace server {

enum class Need {
    decide,   ///< approves and rejects at the level of the policy
    act,      ///< the customer, or who runs the instrument
    operate,  ///< who runs the instrument
};

struct Addressed {
    model::Booking booking;
    scheduler::InstrumentPtr instrument;
    scheduler::Actor actor;
};

/// Errors: not_found where the caller may not even see it, not_allowed, stale_etag (`if_match` may be empty).
model::Result<Addressed> addressed(SqlTransaction& tx, model::BookingId id, const Principal& who, Need need,
                                   const std::string& if_match);

enum class BatchAction { approve, reject };
BOOST_DESCRIBE_ENUM(BatchAction, approve, reject)

struct Decision {
    BatchAction action = BatchAction::approve;
    std::string reason = {};                       ///< of a rejection
    std::optional<scheduler::Waiver> waiver = {};  ///< for those that break its rules; only administrators may
};

/// Decides each of the bookings in a part of its own: the others stand whatever happens to it. The answer has a result
/// per id.
Answer decide_each(SqlTransaction& tx, const Call& call, const std::vector<model::BookingId>& ids,
                   const Decision& decision);

}  // namespace server
