#pragma once
// The caller as the scheduler knows who keeps the books.

#include "scheduler/bookings.hpp"
#include "server/api/service.hpp"

namespace server {

inline scheduler::Actor actor_of(const Call& call) {
    return {call.who->user.id, call.who->organisation.id, false};
}

}  // namespace server
