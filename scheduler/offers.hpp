#pragma once
// Offers: time that is held for one user until he answers. The lane is taken when the offer is made and given up
// when it ends, so nobody else can have it in between; whoever turns an accepted offer into a booking does so in
// the transaction in which the offer gives up its lane. Pure but for the transaction.

#include <optional>
#include <vector>

#include "model/offer.hpp"
#include "scheduler/bookings.hpp"

namespace scheduler {

/// What is offered to whom. `expires_at` is cut to the start of the time.
struct NewOffer {
    model::InstrumentId instrument_id;
    model::Interval time;
    model::UserId user_id;
    model::OrganisationId organisation_id;
    model::OfferOrigin origin;
    model::Instant expires_at{};
    std::optional<int> lane = {};  ///< the one to take; otherwise the first that is free
    std::vector<model::AccessoryUse> accessories = {};
};

/// Whether the actor may answer what this user is offered: himself, or who answers for the company.
bool may_answer(const Actor& actor, model::UserId user, const model::OrganisationId& organisation);

/// Takes a lane with the policy's buffers, and the accessories, and sets the expiry. Rules are the caller's business.
/// Errors: not_found (instrument), slot_taken, accessory_taken, wrong_state where it would expire at once.
model::Result<model::Offer> make_offer(Transaction& tx, const NewOffer& what, model::Instant now);

/// Ends an open offer as accepted and gives up its lane, for the caller to book it at once (bookings.hpp; judge the
/// rules of notice as of `created_at`). Errors: not_found (also where it is another user's, unless the actor answers
/// for its company), wrong_state where it is no longer open or its time to answer is over.
model::Result<model::Offer> accept_offer(Transaction& tx, model::OfferId id, const Actor& actor, model::Instant now);

/// Errors as accept_offer.
model::Result<model::Offer> decline_offer(Transaction& tx, model::OfferId id, const Actor& actor, model::Instant now);

/// Ends an open offer whose time to answer is over; nullopt where it has ended already or still has time. Its origin
/// is told by the caller.
std::optional<model::Offer> expire_offer(Transaction& tx, model::OfferId id, model::Instant now);

/// The house takes it back (the user left the waitlist, the instrument broke). nullopt where it has ended already.
std::optional<model::Offer> withdraw_offer(Transaction& tx, model::OfferId id, const Actor& actor, model::Instant now);

}  // namespace scheduler
