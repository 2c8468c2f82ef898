#include "scheduler/rule_facts.hpp"

#include <algorithm>

#include "scheduler/quota.hpp"

namespace scheduler {

using namespace model;

namespace {
FutureUse future_part(Interval time, Instant now) {
    const auto ahead = time.intersection({now, time.end});
    return {ahead.empty() ? 0 : 1, ahead.length()};
}

/// Every period of a quota of this scope that `range` touches, in one piece; empty where there is no such quota.
Interval counted_range(const Policy& policy, QuotaScope scope, Interval range) {
    Interval whole;
    for (const auto& quota : policy.quotas) {
        if (quota.scope != scope) {
            continue;
        }
        const auto first = period_of(quota, policy.time_zone, range.start);
        const auto last = period_of(quota, policy.time_zone, range.end - seconds{1});
        whole = whole.empty() ? Interval{first.start, last.end}
                              : Interval{std::min(whole.start, first.start), std::max(whole.end, last.end)};
    }
    return whole;
}
}  // namespace

void RuleFacts::add(const OwnBooking& booking, Instant now) {
    own.push_back(booking);
    const auto ahead = future_part(booking.time, now);
    future.bookings += ahead.bookings;
    future.time += ahead.time;
    counted_of_user.push_back(booking);
    counted_of_organisation.push_back(booking);
}

RuleFacts gather_facts(RuleFactsStore& store, const Policy& policy, const Instrument& instrument, const Person& person,
                       Interval range, Instant now, BookingId leave_out) {
    RuleFacts facts;
    if (!person.user) {
        return facts;
    }
    const auto others = [&](std::vector<OwnBooking> bookings) {
        std::erase_if(bookings, [&](const OwnBooking& b) { return b.id == leave_out; });
        return bookings;
    };
    if (policy.own_gap_minutes > 0 && !range.empty()) {
        const minutes gap{policy.own_gap_minutes.value};
        facts.own = others(store.live_bookings(person.user, instrument.id, {range.start - gap, range.end + gap}));
    }
    if (policy.max_future_bookings || policy.max_future_minutes) {
        facts.future = store.future_use(person.user, instrument.id, now, leave_out);
    }
    if (!policy.quotas.empty() && !range.empty()) {
        const auto of_user = counted_range(policy, QuotaScope::user, range);
        if (!of_user.empty()) {
            facts.counted_of_user = others(store.counted_bookings(person.user, instrument.id, of_user));
        }
        const auto of_organisation = counted_range(policy, QuotaScope::organisation, range);
        if (!of_organisation.empty()) {
            facts.counted_of_organisation =
                others(store.counted_bookings(person.organisation, instrument.id, of_organisation));
        }
    }
    if (policy.requires_training) {
        facts.training = store.training(person.user, instrument.id);
    }
    if (!policy.gates.empty()) {
        facts.clearances = store.clearances(person, instrument.platform_id);
    }
    // A suspension stops new bookings; what was booked before may still be moved.
    if (!leave_out) {
        facts.suspension = store.suspension(person.user, now);
    }
    return facts;
}

}  // namespace scheduler
