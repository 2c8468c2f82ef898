#include "server/api/replanning_views.hpp"

#include "model/assert.hpp"

namespace server {

using namespace model;

namespace {
OldPlaceView place_view(const Call& call, const InstrumentId& id, Interval time, Money total) {
    OldPlaceView view;
    view.instrument_id = id;
    const auto& catalogue = *call.snapshot->catalogue;
    if (const auto record = catalogue.instrument(id)) {
        view.instrument_name_zh = record->instrument.name_zh;
        view.instrument_name_en = record->instrument.name_en;
        const auto* institution = catalogue.institution(record->institution_id);
        view.institution_short = institution != nullptr ? institution->short_name : "";
    }
    view.start = time.start;
    view.end = time.end;
    view.total_fen = total;
    return view;
}

ProposalView proposal_view(const Call& call, const scheduler::ProposedPlace& place) {
    ProposalView view;
    static_cast<OldPlaceView&>(view) = place_view(call, place.instrument_id, place.time, place.total);
    if (const auto record = call.snapshot->catalogue->instrument(place.instrument_id)) {
        view.platform_id = record->instrument.platform_id;
        view.institution_id = record->institution_id;
    }
    const auto& changed = place.disruption;
    view.shift_minutes = changed.shift_minutes;
    view.other_instrument = changed.other_instrument;
    view.other_platform = changed.other_platform;
    view.other_institution = changed.other_institution;
    view.needs_approval = changed.needs_approval;
    view.price_difference_fen = changed.price_difference;
    view.disruption = scheduler::points_of(changed);
    view.why = changed.other_instrument    ? scheduler::Why::equivalent
               : changed.shift_minutes < 0 ? scheduler::Why::earlier
                                           : scheduler::Why::later;
    view.why_text = scheduler::sentence_of(changed);
    return view;
}

DisplacedView bare_view(const Call& call, SqlTransaction& tx, const Booking& booking) {
    const auto names = tx.party_names(booking);
    DisplacedView view;
    view.booking_id = booking.id;
    view.user_name = names.user_name;
    view.organisation_name = names.organisation_name;
    view.purpose = booking.purpose;
    view.reason = booking.reason;
    view.old = place_view(call, booking.instrument_id, booking.time, booking.quote.total);
    return view;
}

/// The place as it would be priced now.
std::optional<ProposalView> priced_view(const Call& call, SqlTransaction& tx, const Booking& booking,
                                        const InstrumentId& instrument, Interval time) {
    const auto record = tx.instrument(instrument);
    const auto changed = record ? scheduler::disruption_at(tx, booking, *record, time, call.now)
                                : Result<scheduler::Disruption>(ErrorCode::not_found);
    if (!changed) {
        return std::nullopt;
    }
    return proposal_view(call, {instrument, time, 0, *changed, booking.quote.total + changed->price_difference});
}

DisplacedAnswer answer_of(OfferStatus status) {
    switch (status) {
        case OfferStatus::open:
            return DisplacedAnswer::waiting;
        case OfferStatus::accepted:
            return DisplacedAnswer::accepted;
        case OfferStatus::declined:
            return DisplacedAnswer::declined;
        case OfferStatus::expired:
            return DisplacedAnswer::expired;
        case OfferStatus::withdrawn:
            return DisplacedAnswer::withdrawn;
    }
    return DisplacedAnswer::unplaced;
}

DisplacedAnswer answer_of(DisplacementEnd end) {
    switch (end) {
        case DisplacementEnd::accepted:
            return DisplacedAnswer::accepted;
        case DisplacementEnd::chose_other:
            return DisplacedAnswer::chose_other;
        case DisplacementEnd::cancelled:
            return DisplacedAnswer::cancelled;
        case DisplacementEnd::open:
            break;
    }
    return DisplacedAnswer::unplaced;
}

void show_offer(const Call& call, SqlTransaction& tx, const Booking& booking, const Offer& offer, DisplacedView& view) {
    view.proposal = priced_view(call, tx, booking, offer.instrument_id, offer.time);
    const bool lapsed = offer.status == OfferStatus::open && offer.expires_at <= call.now;
    view.answer = lapsed ? DisplacedAnswer::expired : answer_of(offer.status);
    if (view.proposal) {
        view.proposal->offer_id = offer.id;
        view.proposal->expires_at = offer.expires_at;
    }
}

/// The place that the booking has got in the end.
void show_new_booking(const Call& call, SqlTransaction& tx, const Booking& booking, BookingId id, DisplacedView& view) {
    const auto made = tx.booking(id);
    YIQI_ASSERT(made.has_value());
    view.new_booking_id = id;
    auto proposal = priced_view(call, tx, booking, made->instrument_id, made->time);
    if (proposal) {
        proposal->total_fen = made->quote.total;
        proposal->price_difference_fen = made->quote.total - booking.quote.total;
        proposal->offer_id = view.proposal ? view.proposal->offer_id : std::nullopt;
    }
    view.proposal = std::move(proposal);
}
}  // namespace

ReplanningFiguresView figures_view(const ReplanningFigures& f) {
    return {f.displaced, f.placed, f.disruption, f.bound, f.disruption == f.bound, {}};
}

DisplacedView suggested_view(const Call& call, SqlTransaction& tx, const scheduler::Proposal& proposal,
                             const std::string& reason) {
    auto view = bare_view(call, tx, proposal.booking);
    view.reason = reason;
    if (proposal.place) {
        view.proposal = proposal_view(call, *proposal.place);
        view.answer = DisplacedAnswer::suggested;
    }
    return view;
}

DisplacedView displaced_view(const Call& call, SqlTransaction& tx, const Displacement& displacement) {
    const auto booking = tx.booking(displacement.booking_id);
    YIQI_ASSERT(booking.has_value());
    auto view = bare_view(call, tx, *booking);
    view.cause = displacement.cause;
    view.outage_id = displacement.outage_id ? std::optional(displacement.outage_id) : std::nullopt;
    view.displaced_at = displacement.at;
    const auto offers = tx.offers_of({OfferOriginKind::displaced, booking->id.value});
    if (!offers.empty()) {
        show_offer(call, tx, *booking, offers.back(), view);
    }
    if (displacement.end != DisplacementEnd::open) {
        view.answer = answer_of(displacement.end);
        if (displacement.replaced_by) {
            show_new_booking(call, tx, *booking, displacement.replaced_by, view);
        }
        return view;
    }
    if (view.answer == DisplacedAnswer::waiting && call.who->user.id == booking->user_id) {
        view.may = {"accept", "decline"};
    }
    if (may_act_for(*call.who, *booking)) {
        view.may.insert(view.may.end(), {"replace", "cancel"});
    }
    return view;
}

}  // namespace server
