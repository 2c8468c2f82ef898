#pragma once
// The steps that the booking commands share.

#include <initializer_list>
#include <optional>

#include "scheduler/bookings.hpp"

namespace scheduler {

/// The booking if it is in one of the states. Errors: not_found, wrong_state (says which state it is in).
model::Result<model::Booking> booking_in(Transaction& tx, model::BookingId id,
                                         std::initializer_list<model::BookingStatus> states);

/// Sets the status and the next revision; a step that the state machine does not have is a bug.
void move_to(model::Booking& booking, model::BookingStatus status);

struct Moved {
    model::BookingId id;
    model::Instant old_start;
};
/// All rules for a new place. `moved` is set when a user moves a booking (change notice holds);
/// `leave_out` is the booking that is about to leave its old place.
model::Result<void> check_rules(Transaction& tx, const InstrumentRecord& instrument, model::Interval time,
                                model::UserId user, const std::optional<Moved>& moved, model::Instant now,
                                model::BookingId leave_out = model::BookingId{});

/// The quote of a request by its organisation, at the quoted or the current rates.
model::Result<Quote> price_booking(Transaction& tx, const InstrumentRecord& instrument,
                                   const model::Organisation& organisation, const BookingRequest& request,
                                   model::Instant now);

/// Errors: invalid_field where an accessory does not go with the instrument.
model::Result<void> check_accessories(Transaction& tx, const model::Instrument& instrument,
                                      const std::vector<model::AccessoryUse>& accessories);

/// A lane and the accessories. Errors: slot_taken, accessory_taken.
model::Result<void> take_lane(Transaction& tx, const model::Policy& policy, const model::Booking& booking);

/// Requests without a lane that no longer fit after `winner` took its place.
void reject_rivals(Transaction& tx, const model::Policy& policy, const model::Booking& winner, const Actor& actor,
                   model::Instant now);

/// Appends the event of a booking's change.
void record(Transaction& tx, model::EventKind kind, const model::Booking& booking, const Actor& actor,
            model::Instant now);

}  // namespace scheduler
