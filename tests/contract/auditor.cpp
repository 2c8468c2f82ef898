#include "tests/contract/auditor.hpp"
#include "tests/contract/event_facts.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <boost/describe.hpp>

namespace contract {

using namespace model;

namespace {
constexpr std::size_t problems_max = 20;
}  // namespace

int most_at_once(const Auditor::Places& places, Interval held, AuditedHolder except) {
    int most = 0;
    for (const auto& [holder, place] : places) {
        const auto from = std::max(place.held.start, held.start);
        if (holder == except || !place.held.overlaps(held)) {
            continue;
        }
        int at_once = 0;
        for (const auto& [other, its] : places) {
            at_once += other != except && its.held.contains(from) ? 1 : 0;
        }
        most = std::max(most, at_once);
    }
    return most;
}

Auditor::Auditor(Instant first, int days) : clock_(TimeZone(), {first, days * 24 * 60}) {}

void Auditor::know(const InstrumentId& instrument, const InstitutionId& owner) {
    owners_[instrument.value] = owner.value;
}
void Auditor::know(const OrganisationId& organisation, const std::string& kind) {
    kinds_[organisation.value] = kind;
}
void Auditor::publish(const InstrumentId& instrument, std::int64_t version, const Policy& policy) {
    documents_.insert_or_assign({instrument.value, version}, policy);
    in_force_.try_emplace(instrument.value, version);
}

void Auditor::blame(std::string sentence) {
    if (problems_.size() < problems_max) {
        problems_.push_back(std::move(sentence));
    }
}
void Auditor::blame(const Event& event, const std::string& sentence) {
    blame(fmt::format("event {} ({} {} on {}): {}", event.seq.value, boost::describe::enum_to_string(event.kind, ""),
                      event.subject, event.instrument_id.value, sentence));
}

const Policy& Auditor::policy(const InstrumentId& instrument) const {
    return documents_.at({instrument.value, in_force_.at(instrument.value)});
}

void Auditor::acknowledge(EventKind kind, std::int64_t subject) {
    ++told_[{kind, subject}];
}

void Auditor::check_acknowledged() {
    for (const auto& [what, times] : told_) {
        const auto found = happened_.find(what);
        if (found == happened_.end() || found->second < times) {
            blame(fmt::format("{} of {} was acknowledged but did not happen",
                              boost::describe::enum_to_string(what.first, ""), what.second));
        }
    }
    for (const auto& [what, times] : happened_) {
        const auto found = told_.find(what);
        if (what.first == EventKind::booking_requested && (found == told_.end() || found->second < times)) {
            blame(fmt::format("booking {} was made but nobody was told", what.second));
        }
    }
}

void Auditor::hear(std::span<const Event> events) {
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto& event = events[i];
        if (event.seq.value != static_cast<std::int64_t>(++heard_) || event.at < last_at_) {
            blame(event, "it is out of order");
        }
        last_at_ = event.at;
        ++counts_[event.kind];
        ++happened_[{event.kind, event.subject}];
        const bool by_the_clock = event.kind == EventKind::booking_no_show || event.kind == EventKind::offer_expired ||
                                  event.kind == EventKind::booking_expired || event.kind == EventKind::booking_rejected;
        if (event.actor || by_the_clock) {
            freed_by_ = event.actor;
        }
        hear_booking({event, i + 1 < events.size() ? &events[i + 1] : nullptr});
        hear_offer(event);
        hear_waitlist(event);
        hear_outage(event);
        hear_round(event);
        if (event.kind == EventKind::policy_changed) {
            in_force_[event.instrument_id.value] = number(event, "version");
        } else if (event.kind == EventKind::payment_received) {
            accounts_[event.organisation_id.value].owed -= number(event, "amount_fen");
        }
        before_.push_back(event);
        if (before_.size() > 8) {
            before_.erase(before_.begin());
        }
    }
}

bool Auditor::is_waived(const Heard& heard, const std::string& rule) const {
    return heard.next != nullptr && heard.next->kind == EventKind::booking_waived &&
           heard.next->subject == heard.event.subject && fact(*heard.next, "rules").find(rule) != std::string::npos;
}

bool Auditor::follows_an_offer(const Event& event, Interval time) const {
    return !before_.empty() && before_.back().kind == EventKind::offer_accepted &&
           before_.back().instrument_id == event.instrument_id && span(before_.back()) == time;
}

void Auditor::hear_booking(const Heard& heard) {
    using enum AuditedState;
    const auto& event = heard.event;
    switch (event.kind) {
        case EventKind::booking_requested:
            return hear_new_booking(heard);
        case EventKind::booking_rescheduled:
            return hear_move(heard);
        case EventKind::booking_approved:
            return hear_approval(event);
        case EventKind::booking_rejected:
            return end_booking(event, {requested}, rejected, false);
        case EventKind::booking_expired:
            return end_booking(event, {requested}, expired, false);
        case EventKind::booking_cancelled:
            return end_booking(event, {requested, approved, displaced}, cancelled, true);
        case EventKind::booking_displaced:
        case EventKind::booking_bumped:
            return end_booking(event, {requested, approved}, displaced, false);
        case EventKind::booking_no_show:
            return end_booking(event, {approved}, no_show, true);
        case EventKind::booking_checked_in:
            if (auto* booking = booking_in(event, {approved})) {
                booking->state = in_use;
                booking->checked_in = event.at;
                if (event.at >= booking->time.end) {
                    blame(event, "checked in after its end");
                }
            }
            return;
        case EventKind::booking_completed:
        case EventKind::booking_closed:
            return hear_end_of_use(event);
        case EventKind::booking_replaced:
            return hear_replacement(event);
        case EventKind::booking_shift_asked:
        case EventKind::booking_shift_agreed:
        case EventKind::booking_shift_refused:
            return hear_shift(event);
        case EventKind::booking_extended:
            return hear_extension(event);
        case EventKind::booking_corrected:
            return correct(event);
        case EventKind::booking_overrun:
            (void)booking_in(event, {in_use});
            return;
        case EventKind::booking_start_at_risk:
            (void)booking_in(event, {approved});
            return;
        default:
            return;
    }
}

AuditedBooking* Auditor::booking_in(const Event& event, std::initializer_list<AuditedState> states) {
    const auto found = bookings_.find(event.subject);
    if (found == bookings_.end()) {
        blame(event, "there is no such booking");
        return nullptr;
    }
    if (std::ranges::find(states, found->second.state) == states.end()) {
        blame(event, fmt::format("the booking is in state {}", static_cast<int>(found->second.state)));
    }
    return &found->second;
}

void Auditor::hear_new_booking(const Heard& heard) {
    const auto& event = heard.event;
    AuditedBooking booking;
    booking.instrument = event.instrument_id;
    booking.user = UserId{number(event, "user")};
    booking.organisation = event.organisation_id;
    booking.time = span(event);
    booking.quote = number(event, "quote_fen");
    booking.policy_version = in_force_[event.instrument_id.value];
    booking.accessories = accessories_in(event);
    if (booking.time.empty() || booking.time.start < event.at) {
        blame(event, "it begins before it is made, or never");
    }
    check_quotas(heard, booking);
    if (!bookings_.emplace(event.subject, booking).second) {
        blame(event, "there is such a booking already");
    }
    if (!policy(event.instrument_id).quotas.empty()) {
        counted_[event.instrument_id.value].push_back(event.subject);
    }
    const bool collected = policy(event.instrument_id).contention == Contention::collect &&
                           fact(event, "status") == "requested" && !follows_an_offer(event, booking.time);
    if (!collected) {
        place(event, {'b', event.subject}, booking.time, is_waived(heard, "buffer"));
        hold_accessories(event, {'b', event.subject}, booking.accessories, booking.time);
    }
}

void Auditor::hear_move(const Heard& heard) {
    const auto& event = heard.event;
    auto* booking = booking_in(event, {AuditedState::requested, AuditedState::approved});
    if (booking == nullptr) {
        return;
    }
    put_hold(*booking, 0);
    leave(booking->instrument, {'b', event.subject});
    booking->instrument = event.instrument_id;
    booking->time = span(event);
    booking->quote = number(event, "quote_fen");
    booking->policy_version = in_force_[event.instrument_id.value];
    check_quotas(heard, *booking);
    auto& counted = counted_[event.instrument_id.value];
    if (!policy(event.instrument_id).quotas.empty() && std::ranges::find(counted, event.subject) == counted.end()) {
        counted.push_back(event.subject);
    }
    const bool said_approved = fact(event, "status") == "approved";
    const bool told_next = heard.next != nullptr && heard.next->kind == EventKind::booking_approved &&
                           heard.next->subject == event.subject;
    booking->state = said_approved && !told_next ? AuditedState::approved : AuditedState::requested;
    if (booking->state == AuditedState::approved) {
        put_hold(*booking, booking->quote);
    }
    if (said_approved || policy(event.instrument_id).contention != Contention::collect ||
        follows_an_offer(event, booking->time)) {
        place(event, {'b', event.subject}, booking->time, is_waived(heard, "buffer"));
        hold_accessories(event, {'b', event.subject}, booking->accessories, booking->time);
    }
}

void Auditor::hear_approval(const Event& event) {
    if (auto* booking = booking_in(event, {AuditedState::requested})) {
        booking->state = AuditedState::approved;
        put_hold(*booking, booking->quote);
        if (!places_[booking->instrument.value].contains({'b', event.subject})) {
            place(event, {'b', event.subject}, booking->time, false);
            hold_accessories(event, {'b', event.subject}, booking->accessories, booking->time);
        }
    }
}

void Auditor::end_booking(const Event& event, std::initializer_list<AuditedState> from, AuditedState to,
                          bool is_charged) {
    if (auto* booking = booking_in(event, from)) {
        if (is_charged) {
            charge(event, *booking);
        }
        if (booking->state == AuditedState::displaced && (booking->charge != 0 || booking->replaced)) {
            blame(event, "it lost its place and is charged, or was made up for");
        }
        put_hold(*booking, 0);
        leave(booking->instrument, {'b', event.subject});
        booking->state = to;
    }
}

void Auditor::hear_end_of_use(const Event& event) {
    auto* booking = booking_in(event, {AuditedState::in_use});
    if (booking == nullptr) {
        return;
    }
    charge(event, *booking);
    put_hold(*booking, 0);
    booking->state = AuditedState::completed;
    give_back_accessories({'b', event.subject});
    const auto end = std::max(event.at, booking->checked_in + seconds{1});
    if (event.kind == EventKind::booking_completed && end < booking->time.end) {
        auto& place = places_[booking->instrument.value][{'b', event.subject}];
        const auto after = place.held.end - place.time.end;
        place.time.end = std::max(end, booking->time.start + seconds{1});
        place.held.end = place.time.end + after;
    }
}

void Auditor::put_hold(AuditedBooking& booking, std::int64_t amount) {
    accounts_[booking.organisation.value].held += amount - booking.hold;
    booking.hold = amount;
}

void Auditor::charge(const Event& event, AuditedBooking& booking) {
    if (booking.charge != 0) {
        blame(event, "it is charged twice");
    }
    booking.charge = number(event, "charge_fen");
    accounts_[booking.organisation.value].owed += booking.charge;
}

void Auditor::correct(const Event& event) {
    using enum AuditedState;
    if (auto* booking = booking_in(event, {completed, cancelled, no_show})) {
        const auto charge = number(event, "charge_fen");
        if (charge == booking->charge) {
            blame(event, "nothing is corrected");
        }
        accounts_[booking->organisation.value].owed += charge - booking->charge;
        booking->charge = charge;
    }
}

void Auditor::trim_neighbours(const InstrumentId& instrument, Interval time) {
    for (auto& [holder, place] : places_[instrument.value]) {
        if (!place.held.overlaps(time) || place.time.overlaps(time)) {
            continue;
        }
        if (place.time.end <= time.start) {
            place.held.end = std::min(place.held.end, time.start);
        } else {
            place.held.start = std::max(place.held.start, time.end);
        }
    }
}

void Auditor::place(const Event& event, AuditedHolder holder, Interval time, bool without_buffers) {
    const auto& rules = policy(event.instrument_id);
    const bool bare = without_buffers || holder.kind == 'o';
    const Interval held = bare ? time
                               : Interval{time.start - minutes{rules.buffer_before_minutes.value},
                                          time.end + minutes{rules.buffer_after_minutes.value}};
    if (without_buffers) {
        trim_neighbours(event.instrument_id, time);
    }
    auto& places = places_[event.instrument_id.value];
    // An outage takes whatever there is; anything else takes what is left of the capacity.
    const auto left = holder.kind == 'o' ? 1 : rules.capacity.value;
    if (most_at_once(places, held, holder) >= left) {
        blame(event, fmt::format("more is taken than the capacity of {}", rules.capacity.value));
    }
    for (const auto& [other, place] : places) {
        if (other.kind == 'o' && place.held.overlaps(held)) {
            blame(event, fmt::format("it lies in outage {}", other.id));
        }
    }
    places[holder] = {time, held};
}

void Auditor::check_quotas(const Heard& heard, const AuditedBooking& wish) {
    const auto& rules = policy(wish.instrument);
    for (const auto& quota : rules.quotas) {
        std::vector<Interval> others;
        for (const auto id : counted_[wish.instrument.value]) {
            using enum AuditedState;
            const auto& other = bookings_.at(id);
            const bool counts = other.state != rejected && other.state != cancelled && other.state != expired &&
                                other.state != displaced;
            const bool same =
                quota.scope == QuotaScope::user ? other.user == wish.user : other.organisation == wish.organisation;
            const auto apart = std::chrono::abs(other.time.start - wish.time.start);
            if (id != heard.event.subject && counts && same && other.instrument == wish.instrument &&
                apart < std::chrono::days{40}) {
                others.push_back(other.time);
            }
        }
        const auto broken = support::broken_quota(quota, clock_, wish.time, others);
        if ((broken.bookings || broken.minutes) && !is_waived(heard, "quota")) {
            blame(heard.event, "a quota is exceeded and nobody waived it");
        }
    }
}

}  // namespace contract
