#pragma once
// The waitlist: freed time goes to exactly one of those who wait for it, as an offer that is held for him; when he does
// not take it, to the next. Pure but for the transaction.

#include <vector>

#include "model/offer.hpp"
#include "model/waitlist.hpp"
#include "scheduler/bookings.hpp"

namespace scheduler {

/// Open entries that one user may have.
inline constexpr std::int64_t waitlist_entries_max = 50;
/// Instruments that one entry may wait for.
inline constexpr std::size_t waitlist_instruments_max = 1'000;
/// An offer is not made when there is less time than this to answer it (less where the policy's offer_minutes is).
inline constexpr model::minutes time_to_answer_min{5};

/// Of an entry that may wait for several, those on which it is looked at once whether the time is free.
inline constexpr std::size_t instruments_tried_at_once = 10;

/// Joins: `entry` carries the wish, `instruments` what would serve it. Where the time is free already, it is offered in
/// the same step (but a booking that waits to move up can be moved there by its user). For move_up duration,
/// organisation and latest end follow from the booking. Errors: not_found (instrument; a booking that is not the
/// actor's), wrong_state (the booking cannot be moved), invalid_field (the range has passed or is shorter than the
/// duration; an accessory that does not go with an instrument), already_exists (the same wish waits already),
/// rule_violated (waitlist_entries_max).
model::Result<model::WaitlistEntry> join_waitlist(Transaction& tx, model::WaitlistEntry entry,
                                                  const std::vector<model::InstrumentId>& instruments,
                                                  const Actor& actor, model::Instant now);

/// Turns the entry's open offer into a booking, or moves its booking there, by the normal door: approval, hold and the
/// rules of today apply, but for notice, which is judged as of the offer. Errors: not_found (also another user's
/// entry), wrong_state (no open offer), and those of request_booking and reschedule_booking; the offer then stays open.
model::Result<model::Booking> accept_waitlist_offer(Transaction& tx, model::WaitlistEntryId id, const Actor& actor,
                                                    model::Instant now);

/// The entry keeps waiting, but not for this time again. Errors: not_found, wrong_state.
model::Result<model::WaitlistEntry> decline_waitlist_offer(Transaction& tx, model::WaitlistEntryId id,
                                                           const Actor& actor, model::Instant now);

/// Errors: not_found, wrong_state (has ended already).
model::Result<model::WaitlistEntry> leave_waitlist(Transaction& tx, model::WaitlistEntryId id, const Actor& actor,
                                                   model::Instant now);

/// What an offer's end means for the entry it was made for: unanswered, the entry has ended; withdrawn, it waits on.
/// Offers of other origins are none of its business.
void waitlist_offer_ended(Transaction& tx, const model::Offer& offer, model::Instant now);

/// The last moment of an entry has passed.
void end_waitlist_entry(Transaction& tx, model::WaitlistEntryId id, model::Instant now);

/// Offers what the command has freed to those who wait, in their order, and tells those who wanted to hear of it.
/// Called once at the end of every command, when all that it takes is taken. Nobody is offered what he freed himself
/// (`freed_by`).
void offer_freed_time(Transaction& tx, model::UserId freed_by, model::Instant now);

}  // namespace scheduler
