// The auditor on offers, the waitlist, outages and rounds.

#include "tests/contract/auditor.hpp"
#include "tests/contract/event_facts.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace contract {

using namespace model;

namespace {
constexpr std::chrono::days no_shows_remembered{180};

}  // namespace

void Auditor::hear_offer(const Event& event) {
    const bool ends = event.kind == EventKind::offer_accepted || event.kind == EventKind::offer_declined ||
                      event.kind == EventKind::offer_expired || event.kind == EventKind::offer_withdrawn;
    if (event.kind == EventKind::offer_made) {
        hear_new_offer(event);
    }
    if (!ends) {
        return;
    }
    const auto found = offers_.find(event.subject);
    if (found == offers_.end() || !found->second.open) {
        blame(event, "there is no such open offer");
        return;
    }
    auto& offer = found->second;
    offer.open = false;
    leave(offer.instrument, {'f', event.subject});
    if ((event.kind == EventKind::offer_expired) != (event.at >= offer.expires_at) &&
        event.kind != EventKind::offer_withdrawn) {
        blame(event, "it is answered too late, or expires too early");
    }
    if (const auto entry = entries_.find(offer.waitlist_entry); entry != entries_.end()) {
        const bool waits_on = event.kind == EventKind::offer_declined || event.kind == EventKind::offer_withdrawn;
        entry->second.state = waits_on ? AuditedWait::waiting : AuditedWait::ended;
        if (event.kind == EventKind::offer_declined) {
            entry->second.declined.push_back(offer.time);
        }
    }
}

void Auditor::hear_new_offer(const Event& event) {
    AuditedOffer offer;
    offer.instrument = event.instrument_id;
    offer.user = UserId{number(event, "user")};
    offer.time = span(event);
    offer.expires_at = Instant{seconds{number(event, "expires_at")}};
    if (offer.expires_at <= event.at || offer.expires_at > offer.time.start) {
        blame(event, "its time to answer is over at once, or ends after the start");
    }
    if (fact(event, "origin") == "waitlist") {
        offer.waitlist_entry = number(event, "origin_id");
        // Who asks for time that nobody has gets it at once; what somebody gave up goes by the order.
        const bool was_free = !before_.empty() && before_.back().kind == EventKind::waitlist_joined &&
                              before_.back().subject == offer.waitlist_entry;
        if (!was_free) {
            check_order(event, offer);
        }
        const auto entry = entries_.find(offer.waitlist_entry);
        if (entry == entries_.end() || entry->second.state != AuditedWait::waiting) {
            blame(event, "the entry does not wait");
        } else {
            entry->second.state = AuditedWait::offered;
        }
    } else if (fact(event, "origin") == "round") {
        offer.lost_booking = number(event, "origin_id");
        const auto lost = bookings_.find(offer.lost_booking);
        if (lost == bookings_.end() || lost->second.state != AuditedState::rejected) {
            blame(event, "the request did not lose");
        }
    } else {
        offer.displaced_booking = number(event, "origin_id");
        const auto lost = bookings_.find(offer.displaced_booking);
        if (lost == bookings_.end() || lost->second.state != AuditedState::displaced || lost->second.replaced) {
            blame(event, "the booking did not lose its place, or was made up for");
        }
        for (const auto& [id, other] : offers_) {
            if (other.open && other.displaced_booking == offer.displaced_booking) {
                blame(event, fmt::format("offer {} is open for it already", id));
            }
        }
    }
    place(event, {'f', event.subject}, offer.time, false);
    hold_accessories(event, {'f', event.subject}, accessories_in(event), offer.time);
    if (!offers_.emplace(event.subject, offer).second) {
        blame(event, "there is such an offer already");
    }
}

bool Auditor::comes_before(const AuditedEntry& a, std::int64_t a_id, const AuditedEntry& b, std::int64_t b_id,
                           const InstrumentId& instrument, Instant now) const {
    const auto& classes = policy(instrument).waitlist_priority;
    const auto rank = [&](const AuditedEntry& entry) {
        const auto& kind = kinds_.at(entry.organisation.value);
        const bool own = entry.organisation.value == owners_.at(instrument.value);
        const auto price_class = kind == "enterprise" ? PriceClass::enterprise
                                 : own                ? PriceClass::internal
                                                      : PriceClass::academic;
        return std::ranges::find(classes, price_class) - classes.begin();
    };
    const auto missed = [&](const AuditedEntry& entry) {
        return std::ranges::count_if(bookings_, [&](const auto& known) {
            return known.second.state == AuditedState::no_show && known.second.user == entry.user &&
                   known.second.time.start > now - no_shows_remembered;
        });
    };
    if (rank(a) != rank(b)) {
        return rank(a) < rank(b);
    }
    if (a.since != b.since) {
        return a.since < b.since;
    }
    const auto a_missed = missed(a);
    const auto b_missed = missed(b);
    return a_missed != b_missed ? a_missed < b_missed : a_id < b_id;
}

/// Nobody who came before could have had exactly this.
void Auditor::check_order(const Event& event, const AuditedOffer& offer) {
    const auto served = entries_.find(offer.waitlist_entry);
    if (served == entries_.end()) {
        return;
    }
    if (!served->second.range.contains(offer.time) || served->second.user != offer.user) {
        blame(event, "it is not what the entry waits for");
    }
    for (const auto& [id, other] : entries_) {
        const bool could_have_it = id != offer.waitlist_entry && other.state == AuditedWait::waiting &&
                                   other.kind == "book" && other.instrument == offer.instrument &&
                                   other.duration == offer.time.length() && other.range.contains(offer.time) &&
                                   other.user != freed_by_;
        const auto overlaps = [&](Interval declined) { return declined.overlaps(offer.time); };
        if (could_have_it && std::ranges::none_of(other.declined, overlaps) &&
            comes_before(other, id, served->second, offer.waitlist_entry, offer.instrument, event.at)) {
            blame(event, fmt::format("entry {} comes before entry {} and is passed over", id, offer.waitlist_entry));
        }
    }
}

void Auditor::hear_waitlist(const Event& event) {
    if (event.kind == EventKind::waitlist_joined) {
        AuditedEntry entry;
        entry.kind = fact(event, "kind");
        entry.instrument = event.instrument_id;
        entry.user = UserId{number(event, "user")};
        entry.organisation = event.organisation_id;
        entry.range = span(event);
        entry.duration = minutes{number(event, "minutes")};
        entry.since = event.at;
        if (!entries_.emplace(event.subject, entry).second) {
            blame(event, "there is such an entry already");
        }
        return;
    }
    if (event.kind != EventKind::waitlist_left && event.kind != EventKind::waitlist_expired) {
        return;
    }
    const auto found = entries_.find(event.subject);
    if (found == entries_.end()) {
        blame(event, "there is no such entry");
        return;
    }
    found->second.state = AuditedWait::ended;
    for (const auto& [id, offer] : offers_) {
        if (offer.open && offer.waitlist_entry == event.subject) {
            blame(event, fmt::format("offer {} is still open", id));
        }
    }
}

void Auditor::hear_outage(const Event& event) {
    if (event.kind == EventKind::outage_reported) {
        place(event, {'o', event.subject}, span(event), false);
        outages_[event.subject] = span(event);
    } else if (event.kind == EventKind::outage_ended) {
        if (outages_.erase(event.subject) == 0) {
            blame(event, "there is no such outage");
        }
        leave(event.instrument_id, {'o', event.subject});
    }
}

void Auditor::hear_round(const Event& event) {
    const auto step = [&](const std::string& from, const std::string& to) {
        if (rounds_[event.subject] != from) {
            blame(event, "the round is " + rounds_[event.subject]);
        }
        rounds_[event.subject] = to;
    };
    switch (event.kind) {
        case EventKind::round_opened:
            return step("", "collecting");
        case EventKind::round_closed:
            if (event.at.time_since_epoch().count() < number(event, "cut_off")) {
                blame(event, "it is closed before its cut-off");
            }
            return step("collecting", "closed");
        case EventKind::round_allocated:
            return step("closed", "allocated");
        case EventKind::round_cancelled:
            return step("collecting", "cancelled");
        default:
            return;
    }
}

void Auditor::check_due(Instant now) {
    for (const auto& [id, booking] : bookings_) {
        const auto& rules = documents_.at({booking.instrument.value, booking.policy_version});
        const minutes release{rules.no_show_after_minutes.value};
        const minutes forgotten{rules.forgotten_check_out_minutes.value};
        if (booking.state == AuditedState::requested && booking.time.start <= now) {
            blame(fmt::format("booking {} is requested although it has begun", id));
        } else if (booking.state == AuditedState::approved && release > minutes{0} &&
                   booking.time.start + release <= now) {
            blame(fmt::format("booking {} still holds its time although nobody came", id));
        } else if (booking.state == AuditedState::in_use && forgotten > minutes{0} &&
                   booking.time.end + forgotten <= now) {
            blame(fmt::format("booking {} is in use long after its end", id));
        }
    }
    for (const auto& [id, offer] : offers_) {
        if (offer.open && offer.expires_at <= now) {
            blame(fmt::format("offer {} is open although its time to answer is over", id));
        }
    }
    for (const auto& [id, entry] : entries_) {
        if (entry.state == AuditedWait::waiting && entry.range.end <= now) {
            blame(fmt::format("waitlist entry {} waits for what has passed", id));
        }
    }
}

}  // namespace contract
