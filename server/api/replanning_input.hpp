#pragma once
// What the replanning of several causes shares.

#include "scheduler/replanning_steps.hpp"
#include "server/api/service.hpp"

namespace server {

/// What pushes bookings of an instrument that exists aside, with the instruments that could stand in for it: those of
/// the same platform first, then of the same institution, then the cheapest.
scheduler::Push push_of(const Call& call, SqlTransaction& tx, const model::InstrumentId& id, model::Interval time);

}  // namespace server
