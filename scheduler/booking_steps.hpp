#pragma once
// The steps that the booking commands share.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scheduler/bookings.hpp"
#include "scheduler/rules.hpp"

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
/// A wish for a place, to be held against the rules of its instrument.
struct RuleWish {
    model::Interval time;
    Person person;
    /// Set when a user moves a booking (change notice holds).
    std::optional<Moved> moved = {};
    /// The booking that is about to leave its old place.
    model::BookingId leave_out = {};
};
/// The one door to the rules for everything that books: gathers the facts and tells all broken rules.
/// Answers the names of the rules that the waiver set aside. Errors: rule_violated.
model::Result<std::vector<std::string>> check_rules(Transaction& tx, const InstrumentRecord& instrument,
                                                    const RuleWish& wish, model::Instant now,
                                                    const std::optional<Waiver>& waiver = std::nullopt);
/// The same with facts that were gathered before, for several wishes of one person.
std::vector<model::Violation> broken_rules(const InstrumentRecord& instrument, const RuleWish& wish,
                                           const RuleFacts& facts, model::Instant now);

/// What the booking's price was frozen with.
FrozenPrice frozen_price(const model::Booking& booking);
/// The booking is priced as quoted.
void take_quote(model::Booking& booking, Quote quoted);

/// The calendar of a version that something was priced by.
model::HolidaysPtr frozen_holidays(Transaction& tx, const InstrumentRecord& instrument, std::int64_t version);
/// What a booking asked for, without consumables that another place's card does not list.
model::Extras extras_at(Transaction& tx, const model::InstrumentId& instrument, const model::Booking& booking,
                        model::Instant now);
/// The quote of a request by its organisation, at the quoted or the current rates.
model::Result<Quote> price_booking(Transaction& tx, const InstrumentRecord& instrument,
                                   const model::Organisation& organisation, const BookingRequest& request,
                                   model::Instant now);

/// Errors: invalid_field, within `field`, where an accessory does not go with the instrument.
model::Result<void> check_accessories(Transaction& tx, const model::Instrument& instrument,
                                      const std::vector<model::AccessoryUse>& accessories,
                                      std::string_view field = "options.accessories");

/// For the time of a booking or an offer that holds a lane. Errors: accessory_taken; the caller then gives up the lane
/// and with it what was taken so far.
model::Result<void> take_accessories(Transaction& tx, const std::vector<model::AccessoryUse>& accessories,
                                     model::Holder holder, model::Interval time);

/// A lane and the accessories. Errors: slot_taken, accessory_taken.
model::Result<void> take_lane(Transaction& tx, const model::Policy& policy, const model::Booking& booking);
/// The same where the waiver sets the buffers aside: bookings whose bare times do not overlap give way
/// with their buffers. `waived` receives the name then.
model::Result<void> take_lane(Transaction& tx, const model::Policy& policy, const model::Booking& booking,
                              const std::optional<Waiver>& waiver, std::vector<std::string>& waived);

/// What the booking holds; it must hold a lane (an assertion).
model::Occupancy own_occupancy(Transaction& tx, const model::Booking& booking);

/// Writes down what was set aside, where anything was.
void record_waiver(Transaction& tx, const model::Booking& booking, const std::vector<std::string>& waived,
                   const std::optional<Waiver>& waiver, const Actor& actor, model::Instant now);

/// Requests without a lane that no longer fit after `winner` took its place.
void reject_rivals(Transaction& tx, const model::Policy& policy, const model::Booking& winner, const Actor& actor,
                   model::Instant now);

/// Appends an event about a booking that does not change it.
void append_event(Transaction& tx, model::EventKind kind, const model::Booking& booking, const Actor& actor,
                  model::Instant now);

/// Appends the event of a booking's change, notes what it says of the host (host_record.hpp), and sets what is due for
/// the new state (due.hpp).
void record(Transaction& tx, model::EventKind kind, const model::Booking& booking, const Actor& actor,
            model::Instant now);

/// Whose booking an event that `record` appended is about; none for any other event.
model::UserId booked_for(const model::Event& event);

}  // namespace scheduler
