#pragma once
// What the clock does: which work waits for its time, and what is done when it has come. Work is written with the
// state that needs it and looks at the state anew when it runs, so what was overtaken does nothing. It may run late
// (the program was down, the clock was moved): `now` is then long after the time it was due.

#include "model/booking.hpp"
#include "model/due.hpp"
#include "model/result.hpp"
#include "scheduler/store.hpp"

namespace scheduler {

/// Sets the work that the booking's state needs: the expiry of a request at its start, the release of an approved
/// one that nobody checks in (policy no_show_after_minutes), the warning of one that is used past its end.
void plan_due(Transaction& tx, const model::Booking& booking);

/// Does a piece of work that is due; the caller has removed it. New work that it sets is due after `now`, or is
/// the next step of the same matter. An error means that the state refuses it: nothing may be kept of it.
model::Result<void> run_due(Transaction& tx, const model::DueWork& work, model::Instant now);

}  // namespace scheduler
