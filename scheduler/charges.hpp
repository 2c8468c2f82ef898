#pragma once
// What a booking is charged in the end, and how that follows what others did in its time.
//
// A charge is provisional until its time is over for everybody: a use by others lowers what a booking with basis union
// owes, and the fee of a late cancellation or (basis union) of a no-show falls by the minutes that others took. What
// was billed is never edited: correcting lines are added and posted. Where more than one can use the instrument at
// once, only those minutes count in which others filled all places.

#include "model/booking.hpp"
#include "model/policy.hpp"
#include "model/result.hpp"
#include "scheduler/bookings.hpp"

#include <vector>

namespace scheduler {

/// The documents that a booking was made under, and the card among them.
struct FrozenDocuments {
    model::PolicyPtr policy;
    model::RatesPtr rates;
    const model::RateCard* card = nullptr;  ///< one of `rates`
};
FrozenDocuments frozen_documents(Transaction& tx, const model::Booking& booking);

/// The charge of a use that has ended. A minute that two used at once is charged to who began first. Errors as
/// price_of.
model::Result<model::Price> charge_of_use(Transaction& tx, const model::Booking& booking);

/// The fee of a cancelled or missed booking, less what others took of its time so far.
model::Price fee_in_the_end(Transaction& tx, const model::Booking& booking, model::Price fee);

/// After a booking ended (stored with its charge): adds to the charges of others what follows from it.
void correct_charges(Transaction& tx, const model::Booking& ended, model::Instant now);

/// The lines that turn what was charged into what is due; none where they are the same. For each entry that differs one
/// line with the difference of quantities and of amounts.
std::vector<model::PriceLine> correcting_lines(const model::Price& charged, const model::Price& due,
                                               model::Instant now);

/// Whether others can still lower the charge: until the booked time is over. (A use that runs on into it can correct
/// it later.)
bool may_be_corrected(const model::Booking& booking, model::Instant now);

/// What at least `times` of the pieces cover; pieces of one use do not overlap. times >= 1.
model::IntervalSet covered(const std::vector<model::Interval>& pieces, std::int64_t times);

}  // namespace scheduler
