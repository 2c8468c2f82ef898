#pragma once
// The life of a booking that lost its place: an outage or staff pushed it aside, a new place is held for its user as
// an offer, and he takes it, chooses another, or cancels. All of it is free of charge and costs no credit points. Pure
// but for the transaction.
//
// The price. The new booking costs what its new place costs by the rates in force; on the same instrument never more
// than before, since the rates that the old booking froze still hold. Where it is dearer than the old booking was, the
// user has to say so: `agreed` is the most that he agrees to pay.
//
// The approval. What was approved needs no further approval on an instrument of the same platform; elsewhere the
// policy of the instrument asks for one as usual, and the lane is held until it is decided.

#include <optional>
#include <string>
#include <vector>

#include "model/displacement.hpp"
#include "model/offer.hpp"
#include "scheduler/bookings.hpp"
#include "scheduler/replanning.hpp"

namespace scheduler {

/// For so long after it lost its place another may be chosen.
inline constexpr std::chrono::days choosing_time{30};

struct WhyDisplaced {
    model::DisplacementCause cause = model::DisplacementCause::outage;
    model::OutageId outage_id;
    std::string reason;
};
/// Takes the place and the hold of a requested or approved booking. Lets go of nothing else.
model::Booking displace(Transaction& tx, model::BookingId id, const WhyDisplaced& why, const Actor& actor,
                        model::Instant now);

/// A user agrees to pay what he paid before, or what he says. Error: rule_violated ("dearer", with old_fen and
/// new_fen).
model::Result<void> check_agreed(model::Money old_total, model::Money total, std::optional<model::Money> agreed);

/// Those of the booking, where the instrument has all of them; else none.
std::vector<model::AccessoryUse> accessories_at(Transaction& tx, const model::Booking& displaced,
                                                const model::Instrument& instrument);

/// What a place changes for the user of a booking that is displaced or about to be. Errors: price_unavailable.
model::Result<Disruption> disruption_at(Transaction& tx, const model::Booking& booking,
                                        const InstrumentRecord& instrument, model::Interval time, model::Instant now);

/// Books the held place. Errors: not_found (also where the offer is another user's or has another origin),
/// wrong_state, rule_violated ("dearer"; a rule of today but for notice, which is judged as of the offer),
/// insufficient_credit, accessory_taken; the offer then stays open.
model::Result<model::Booking> accept_displaced_offer(Transaction& tx, model::OfferId id,
                                                     std::optional<model::Money> agreed, const Actor& actor,
                                                     model::Instant now);

/// Books another place; the held one is given up. Errors: not_found, wrong_state (answered finally, or
/// choosing_time is over), and as request_booking.
struct OtherPlace {
    model::InstrumentId instrument_id;
    model::Interval time;
    std::optional<model::Money> agreed;
};
model::Result<model::Booking> choose_other_place(Transaction& tx, model::BookingId id, const OtherPlace& place,
                                                 const Actor& actor, model::Instant now);

/// Gives up for good. Errors: not_found, wrong_state.
model::Result<model::Booking> cancel_displaced(Transaction& tx, model::BookingId id, const std::string& reason,
                                               const Actor& actor, model::Instant now);

/// Staff pushes a booking aside. Errors: not_found, wrong_state (in use or over), rule_violated ("bump_notice").
model::Result<model::Booking> bump_booking(Transaction& tx, model::BookingId id, const std::string& reason,
                                           const Actor& actor, model::Instant now);

}  // namespace scheduler
