#include "scheduler/freed_time.hpp"

#include <algorithm>

#include "model/assert.hpp"
#include "scheduler/availability.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/slots.hpp"
#include "scheduler/taken_times.hpp"
#include "scheduler/waitlist.hpp"

namespace scheduler {

using namespace model;

namespace {
constexpr std::size_t occupancies_max = 10'000;
/// Times that are tried before the entry is passed over.
constexpr int probes_max = 100;

IntervalSet declined_times(Transaction& tx, const InstrumentId& instrument, WaitlistEntryId entry) {
    std::vector<Interval> declined;
    for (const auto& offer : tx.offers_of({OfferOriginKind::waitlist, entry.value})) {
        if (offer.status == OfferStatus::declined && offer.instrument_id == instrument) {
            declined.push_back(offer.time);
        }
    }
    return normalised(std::move(declined));
}

bool overlaps_any(const IntervalSet& set, Interval time) {
    return std::ranges::any_of(set, [&](const Interval& other) { return other.overlaps(time); });
}

/// The search for one entry on one instrument.
struct Search {
    Transaction& tx;
    const InstrumentRecord& instrument;
    const WaitlistEntry& entry;
    Instant now;
    std::optional<Moved> moved;
    IntervalSet declined;

    [[nodiscard]] bool suits(Interval time, Interval freed) const {
        const RuleWish wish{.time = time,
                            .person = {entry.user_id, entry.organisation_id},
                            .moved = moved,
                            .leave_out = moved ? moved->id : BookingId{}};
        return held_interval(instrument.policy->policy, time).overlaps(freed) && !overlaps_any(declined, time) &&
               accessories_left(time) && check_rules(tx, instrument, wish, now).has_value();
    }

    [[nodiscard]] bool accessories_left(Interval time) const {
        return std::ranges::all_of(entry.accessories, [&](const AccessoryUse& use) {
            return tx.accessory_units_left(use.id, time) >= use.quantity;
        });
    }

    [[nodiscard]] std::optional<Interval> in_stretch(Interval freed, Interval range) const {
        const Policy& policy = instrument.policy->policy;
        const auto length = bookable_length(policy, entry.duration);
        if (!length_fits(policy, length)) {
            return std::nullopt;
        }
        const auto reach = held_interval(policy, {Instant{}, Instant{} + length}).length();
        SlotSearch search;
        search.duration = length;
        search.from = std::max(range.start, freed.start - reach);
        search.to = std::min(range.end, freed.end + reach);
        search.now = now;
        const auto calendar = taken_times(tx, instrument.instrument.id, {search.from - reach, search.to + reach});
        for (int probe = 0; probe < probes_max; ++probe) {
            const auto slot = earliest_slot(policy, calendar, search);
            if (!slot) {
                break;
            }
            if (suits(*slot, freed)) {
                return slot;
            }
            search.from = slot->start + minutes{policy.grid_minutes.value};
        }
        return std::nullopt;
    }
};
}  // namespace

std::optional<Interval> time_for(Transaction& tx, const InstrumentRecord& instrument, const WaitlistEntry& entry,
                                 const IntervalSet& freed, Instant now) {
    const minutes to_answer{
        std::min<std::int64_t>(instrument.policy->policy.offer_minutes, time_to_answer_min.count())};
    Search search{tx, instrument, entry, now, std::nullopt, declined_times(tx, instrument.instrument.id, entry.id)};
    Interval range{std::max(entry.range.start, now + to_answer), entry.range.end};
    if (entry.kind == WaitlistKind::move_up) {
        const auto booking = tx.booking(entry.booking_id);
        YIQI_ASSERT(booking.has_value());
        search.moved = Moved{booking->id, booking->time.start};
        range.end = std::min(range.end, booking->time.end - seconds{1});
    }
    for (const auto& stretch : freed) {
        if (auto slot = search.in_stretch(stretch, range)) {
            return slot;
        }
    }
    return std::nullopt;
}

IntervalSet free_stretches(Transaction& tx, const InstrumentRecord& instrument, Interval within) {
    if (within.empty()) {
        return {};
    }
    struct Change {
        Instant at;
        int lanes;
    };
    const Policy& policy = instrument.policy->policy;
    std::vector<Change> changes;
    for (const auto& taken : tx.occupancies(instrument.instrument.id, within, occupancies_max)) {
        changes.push_back({taken.held.start, 1});
        changes.push_back({taken.held.end, -1});
    }
    std::ranges::sort(changes, {}, [](const Change& c) { return std::pair(c.at, c.lanes); });
    std::vector<Interval> full;
    std::int64_t lanes = 0;
    for (const auto& change : changes) {
        const bool was_full = lanes >= policy.capacity;
        lanes += change.lanes;
        const bool is_full = lanes >= policy.capacity;
        if (!was_full && is_full) {
            full.push_back({change.at, latest_instant});
        } else if (was_full && !is_full) {
            full.back().end = change.at;
        }
    }
    IntervalSet open;
    for (const auto& stretch : open_times(policy, within)) {
        open.push_back(stretch.intersection(within));
    }
    return subtract(normalised(std::move(open)), normalised(std::move(full)));
}

}  // namespace scheduler
