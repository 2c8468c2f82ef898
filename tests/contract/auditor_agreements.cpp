// The auditor on what makes up for a lost place, on shifts by agreement, and on accessories.

#include "tests/contract/auditor.hpp"
#include "tests/contract/event_facts.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace contract {

using namespace model;

void Auditor::know(AccessoryId accessory, std::int64_t stock) {
    stocks_[accessory.value] = stock;
}

void Auditor::hear_replacement(const Event& event) {
    auto* lost = booking_in(event, {AuditedState::displaced});
    if (lost == nullptr) {
        return;
    }
    if (lost->replaced) {
        blame(event, "it is made up for twice");
    }
    lost->replaced = true;
    for (const auto& [id, offer] : offers_) {
        if (offer.open && offer.displaced_booking == event.subject) {
            blame(event, fmt::format("offer {} for it is still open", id));
        }
    }
}

void Auditor::hear_shift(const Event& event) {
    const auto found = bookings_.find(event.subject);
    if (found == bookings_.end()) {
        blame(event, "there is no such booking");
        return;
    }
    auto& booking = found->second;
    const bool asks = event.kind == EventKind::booking_shift_asked;
    if (asks == booking.asked_to_shift) {
        blame(event, asks ? "its user is asked already" : "nobody asked its user");
    }
    const bool can_move = booking.state == AuditedState::requested || booking.state == AuditedState::approved;
    if (event.kind != EventKind::booking_shift_refused && !can_move) {
        blame(event, "it can no longer be moved");
    }
    booking.asked_to_shift = asks;
}

void Auditor::hear_extension(const Event& event) {
    auto* booking = booking_in(event, {AuditedState::in_use});
    if (booking == nullptr) {
        return;
    }
    const auto time = span(event);
    if (time.start != booking->time.start || time.end <= booking->time.end) {
        blame(event, "the use does not get longer");
    }
    const AuditedHolder holder{'b', event.subject};
    auto& places = places_[booking->instrument.value];
    auto& own = places[holder];
    const Interval held{own.held.start, time.end + (own.held.end - own.time.end)};
    for (const auto& [other, place] : places) {
        if (other.kind == 'o' && place.held.overlaps({booking->time.end, time.end})) {
            blame(event, fmt::format("it reaches into outage {}", other.id));
        }
    }
    const auto& made_under = documents_.at({booking->instrument.value, booking->policy_version});
    const auto lanes = std::max(made_under.capacity.value, policy(booking->instrument).capacity.value);
    if (most_at_once(places, held, holder) >= lanes) {
        blame(event, fmt::format("more is taken than the capacity of {}", lanes));
    }
    own = {time, held};
    hold_accessories(event, holder, booking->accessories, time);
    booking->time = time;
    booking->quote = number(event, "quote_fen");
    put_hold(*booking, booking->quote);
}

void Auditor::leave(const InstrumentId& instrument, AuditedHolder holder) {
    places_[instrument.value].erase(holder);
    give_back_accessories(holder);
}

void Auditor::give_back_accessories(AuditedHolder holder) {
    for (auto& [accessory, held] : accessories_) {
        held.erase(holder);
    }
}

void Auditor::hold_accessories(const Event& event, AuditedHolder holder, const std::vector<AccessoryUse>& accessories,
                               Interval time) {
    give_back_accessories(holder);
    for (const auto& use : accessories) {
        auto& held = accessories_[use.id.value];
        held[holder] = {time, use.quantity};
        for (const auto& [other, moment] : held) {
            if (!moment.time.overlaps(time)) {
                continue;
            }
            const auto at = std::max(moment.time.start, time.start);
            std::int64_t at_once = 0;
            for (const auto& [any, its] : held) {
                at_once += its.time.contains(at) ? its.quantity : 0;
            }
            if (at_once > stocks_[use.id.value]) {
                blame(event, fmt::format("{} of the {} of accessory {} are held at once", at_once,
                                         stocks_[use.id.value], use.id.value));
            }
        }
    }
}

}  // namespace contract
