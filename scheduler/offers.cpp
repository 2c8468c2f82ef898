#include "scheduler/offers.hpp"

#include <algorithm>

#include <boost/describe.hpp>

#include "model/assert.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/event_facts.hpp"

namespace scheduler {

using namespace model;

namespace {
Holder holder_of(const Offer& offer) {
    return {HolderKind::offer, offer.id.value};
}

/// The facts name the user: nobody else is told of it.
void record_offer(Transaction& tx, EventKind kind, const Offer& offer, UserId actor, Instant now) {
    Event event;
    event.at = now;
    event.kind = kind;
    event.actor = actor;
    event.subject = offer.id.value;
    event.instrument_id = offer.instrument_id;
    event.organisation_id = offer.organisation_id;
    event.facts = {{"user", std::to_string(offer.user_id.value)},
                   instant_fact("start", offer.time.start),
                   instant_fact("end", offer.time.end),
                   instant_fact("expires_at", offer.expires_at),
                   {"origin", boost::describe::enum_to_string(offer.origin.kind, "")},
                   {"origin_id", std::to_string(offer.origin.id)}};
    tell_accessories(event.facts, offer.accessories);
    tx.append(std::move(event));
}

void end(Transaction& tx, Offer& offer, OfferStatus status, EventKind kind, UserId actor, Instant now) {
    offer.status = status;
    tx.close_offer(offer.id, status);
    tx.vacate(holder_of(offer));
    tx.clear_due(DueKind::offer_expiry, offer.id.value);
    record_offer(tx, kind, offer, actor, now);
}

/// The offer that the actor may still answer.
Result<Offer> answerable(Transaction& tx, OfferId id, const Actor& actor, Instant now) {
    auto offer = tx.offer(id);
    if (!offer || !may_answer(actor, offer->user_id, offer->organisation_id)) {
        return ErrorCode::not_found;
    }
    if (offer->status != OfferStatus::open || offer->expires_at <= now) {
        return Error(ErrorCode::wrong_state,
                     {"该邀约已失效或已答复", "this offer has been answered or its time to answer is over"});
    }
    return *std::move(offer);
}
}  // namespace

bool may_answer(const Actor& actor, UserId user, const OrganisationId& organisation) {
    return actor.user == user || (actor.for_company && actor.organisation == organisation);
}

Result<Offer> make_offer(Transaction& tx, const NewOffer& what, Instant now) {
    const auto instrument = tx.instrument(what.instrument_id);
    if (!instrument) {
        return ErrorCode::not_found;
    }
    Offer offer;
    offer.instrument_id = what.instrument_id;
    offer.time = what.time;
    offer.user_id = what.user_id;
    offer.organisation_id = what.organisation_id;
    offer.origin = what.origin;
    offer.created_at = now;
    offer.expires_at = std::min(what.expires_at, what.time.start);
    offer.accessories = what.accessories;
    if (offer.expires_at <= now) {
        return Error(ErrorCode::wrong_state, {"时段已开始，不能再邀约", "the time begins too soon to be offered"});
    }
    offer.id = tx.add_offer(offer);
    const Policy& policy = instrument->policy->policy;
    const auto held = held_interval(policy, offer.time);
    const bool taken = what.lane ? tx.occupy_lane(offer.instrument_id, *what.lane, holder_of(offer), offer.time, held)
                                 : tx.occupy(offer.instrument_id, static_cast<int>(policy.capacity), holder_of(offer),
                                             offer.time, held)
                                       .has_value();
    auto with_accessories = taken ? take_accessories(tx, offer.accessories, holder_of(offer), offer.time)
                                  : Result<void>(ErrorCode::slot_taken);
    if (!with_accessories) {
        // The caller need not undo anything: an offer without a lane is not open.
        tx.vacate(holder_of(offer));
        tx.close_offer(offer.id, OfferStatus::withdrawn);
        return std::move(with_accessories).error();
    }
    tx.set_due({offer.expires_at, DueKind::offer_expiry, offer.id.value});
    record_offer(tx, EventKind::offer_made, offer, UserId{}, now);
    return offer;
}

Result<Offer> accept_offer(Transaction& tx, OfferId id, const Actor& actor, Instant now) {
    TRY(auto offer, answerable(tx, id, actor, now));
    end(tx, offer, OfferStatus::accepted, EventKind::offer_accepted, actor.user, now);
    return offer;
}

Result<Offer> decline_offer(Transaction& tx, OfferId id, const Actor& actor, Instant now) {
    TRY(auto offer, answerable(tx, id, actor, now));
    end(tx, offer, OfferStatus::declined, EventKind::offer_declined, actor.user, now);
    return offer;
}

std::optional<Offer> expire_offer(Transaction& tx, OfferId id, Instant now) {
    auto offer = tx.offer(id);
    if (!offer || offer->status != OfferStatus::open || now < offer->expires_at) {
        return std::nullopt;
    }
    end(tx, *offer, OfferStatus::expired, EventKind::offer_expired, UserId{}, now);
    return offer;
}

std::optional<Offer> withdraw_offer(Transaction& tx, OfferId id, const Actor& actor, Instant now) {
    auto offer = tx.offer(id);
    if (!offer || offer->status != OfferStatus::open) {
        return std::nullopt;
    }
    end(tx, *offer, OfferStatus::withdrawn, EventKind::offer_withdrawn, actor.user, now);
    return offer;
}

}  // namespace scheduler
