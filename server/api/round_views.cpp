#include "server/api/round_views.hpp"

#include <algorithm>

#include "server/api/handlers.hpp"
#include "server/api/views.hpp"
#include "server/storage/stored_rounds.hpp"

namespace server {

using namespace model;
using scheduler::DecidedOption;

CounterOfferView counter_offer_view(const Offer& offer) {
    return {offer.id,         offer.instrument_id, offer.time.start,  offer.time.end,
            offer.expires_at, offer.status,        offer.origin.kind, std::to_string(offer.origin.id),
            offer.accessories};
}

DecidedOptionView decided_view(const DecidedOption& option) {
    return {option.instrument_id,
            option.start,
            option.end,
            option.fate,
            option.points,
            option.competitors,
            {option.why_zh.value, option.why_en.value}};
}

std::optional<RoundOutcomeView> outcome_view(const std::optional<scheduler::RoundOutcome>& o) {
    if (!o) {
        return std::nullopt;
    }
    return RoundOutcomeView{o->at,      o->requests,  o->granted, o->requests - o->granted, o->value, o->bound,
                            o->gap_ppm, o->solved_by, o->tries};
}

void show_competition(const Call& call, Database& database, const Booking& booking, BookingView& view) {
    const auto record = call.snapshot->catalogue->instrument(booking.instrument_id);
    if (!record || booking.status != BookingStatus::requested ||
        record->policy->policy.contention != Contention::collect) {
        return;
    }
    view.competing = count_competing(database, booking.id, booking.instrument_id,
                                     scheduler::held_interval(record->policy->policy, booking.time));
    const auto row = database.first<std::int64_t, std::int64_t>(
        "SELECT r.id, r.cut_off FROM round_instrument i JOIN round r ON r.id = i.round_id WHERE i.instrument_id = "
        ":instrument AND r.status IN ('collecting', 'closed') AND r.window_start <= :start AND r.window_end >= :end "
        "AND "
        "r.cut_off > :created ORDER BY r.id LIMIT 1",
        booking.instrument_id.value, seconds_of(booking.time.start), seconds_of(booking.time.end),
        seconds_of(booking.created_at));
    if (!row) {
        return;
    }
    const auto wish = find_wish(database, booking.id);
    RoundPlace place;
    place.id = RoundId{std::get<0>(*row)};
    place.cut_off = instant_of(std::get<1>(*row));
    for (const auto& option : wish.alternatives) {
        place.alternatives.push_back({option.instrument_id, option.time.start, option.time.end});
    }
    place.needed_by = wish.needed_by;
    view.round = std::move(place);
}

}  // namespace server
