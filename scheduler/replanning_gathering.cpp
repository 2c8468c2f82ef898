#include "scheduler/replanning_gathering.hpp"

#include <algorithm>

#include "model/assert.hpp"
#include "scheduler/alternatives.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/displacement.hpp"
#include "scheduler/taken_times.hpp"

namespace scheduler {

using namespace model;

namespace {
constexpr int later_own_max = 12;
constexpr int earlier_own_max = 4;
/// Lanes of one place that are told apart: more give no further choice that matters.
constexpr std::size_t lanes_max = 3;
/// How far back earlier times are looked for, in pieces.
constexpr std::chrono::days earlier_reach{2};
constexpr std::chrono::hours piece{12};

Interval reach_of(const std::vector<Booking>& bookings) {
    Interval reach{bookings.front().time.start, bookings.front().time.end};
    for (const auto& booking : bookings) {
        reach.start = std::min(reach.start, booking.time.start);
        reach.end = std::max(reach.end, booking.time.end);
    }
    return {reach.start - look_back, reach.end + look_ahead};
}

std::vector<int> free_lanes(const Policy& policy, const InstrumentCalendar& calendar, Interval held) {
    std::vector<int> lanes;
    const bool lanes_were_cut = !calendar.empty() && calendar.back().lane >= policy.capacity;
    for (int lane = 0; lane < policy.capacity && lanes.size() < (lanes_were_cut ? 1 : lanes_max); ++lane) {
        const bool taken = std::ranges::any_of(
            calendar, [&](const Taken& t) { return static_cast<int>(t.lane) == lane && t.held().overlaps(held); });
        if (!taken) {
            lanes.push_back(lane);
        }
    }
    return lanes;
}

bool is_displaced(const std::vector<Booking>& displaced, BookingId id) {
    return std::ranges::find(displaced, id, &Booking::id) != displaced.end();
}
}  // namespace

/// One booking on one instrument.
struct PlaceSearch::Quest {
    const Booking& booking;
    std::uint32_t index = 0;
    const InstrumentRecord& instrument;
    const InstrumentCalendar& calendar;
    Interval avoided;  ///< on this instrument; empty = nothing
    const std::set<StruckPlace>& struck;
    ReplanningWish& wish;

    [[nodiscard]] SlotSearch search(Instant from, Instant to, Instant now) const {
        return {std::chrono::ceil<minutes>(booking.time.length()), from, to, now, {}};
    }
};

PlaceSearch::PlaceSearch(Transaction& tx, const Push& push, const std::vector<Booking>& displaced, Instant now)
    : tx_(tx), push_(push), displaced_(displaced), now_(now), reach_(reach_of(displaced)) {
    instruments_.push_back(push.instrument);
    for (const auto& stand_in : push.stand_ins) {
        if (instruments_.size() <= stand_ins_max && stand_in->instrument.id != push.instrument->instrument.id) {
            instruments_.push_back(stand_in);
        }
    }
    std::vector<Holder> holders;
    for (const auto& booking : displaced) {
        holders.push_back({HolderKind::booking, booking.id.value});
    }
    for (const auto& instrument : instruments_) {
        calendars_.push_back(taken_times(tx, instrument->instrument.id, reach_, holders));
    }
}

const RuleFacts& PlaceSearch::facts_of(const Booking& booking, std::uint32_t index) {
    const auto key = std::tuple(booking.user_id, booking.organisation_id, index);
    if (const auto known = facts_.find(key); known != facts_.end()) {
        return known->second;
    }
    const auto& record = *instruments_[index];
    auto facts = gather_facts(tx_, record.policy->policy, record.instrument, {booking.user_id, booking.organisation_id},
                              reach_, now_, booking.id);
    const auto lost = [&](const OwnBooking& own) { return is_displaced(displaced_, own.id); };
    std::erase_if(facts.own, lost);
    std::erase_if(facts.counted_of_user, lost);
    std::erase_if(facts.counted_of_organisation, lost);
    for (const auto& other : displaced_) {
        if (other.id != booking.id && other.user_id == booking.user_id && is_live(other.status) &&
            other.instrument_id == record.instrument.id && facts.future.bookings > 0) {
            --facts.future.bookings;
            facts.future.time -= other.time.intersection({now_, other.time.end}).length();
        }
    }
    return facts_.emplace(key, std::move(facts)).first->second;
}

bool PlaceSearch::add(const Quest& quest, Interval time) {
    const auto& record = quest.instrument;
    const bool known = std::ranges::any_of(quest.wish.places, [&](const ReplanningPlace& place) {
        return place.instrument == quest.index && place.time == time;
    });
    if (known || quest.struck.contains({quest.booking.id, record.instrument.id, time})) {
        return false;
    }
    const RuleWish wish{.time = time, .person = {quest.booking.user_id, quest.booking.organisation_id}};
    if (!broken_rules(record, wish, facts_of(quest.booking, quest.index), now_).empty()) {
        return false;
    }
    const auto changed = disruption_at(tx_, quest.booking, record, time, now_);
    const auto held = held_interval(record.policy->policy, time);
    auto lanes = free_lanes(record.policy->policy, quest.calendar, held);
    if (!changed || lanes.empty()) {
        return false;
    }
    quest.wish.places.push_back(
        {quest.index, time, held, std::move(lanes), *changed, quest.booking.quote.total + changed->price_difference});
    return true;
}

void PlaceSearch::add_later(const Quest& quest, int count) {
    constexpr int probes_max = 60;
    const auto& policy = quest.instrument.policy->policy;
    Instant from = quest.booking.time.start + minutes{policy.grid_minutes.value};
    for (int probe = 0; probe < probes_max && count > 0; ++probe) {
        const auto slot =
            earliest_slot(policy, quest.calendar, quest.search(from, quest.booking.time.end + look_ahead, now_));
        if (!slot) {
            return;
        }
        if (quest.avoided.overlaps(*slot)) {
            from = quest.avoided.end;
            continue;
        }
        count -= add(quest, *slot) ? 1 : 0;
        from = slot->end;
    }
}

void PlaceSearch::add_earlier(const Quest& quest, int count) {
    constexpr int probes_max = 12;
    const auto& policy = quest.instrument.policy->policy;
    const minutes grid{policy.grid_minutes.value};
    const auto length = quest.booking.time.length();
    const Instant floor = std::max(now_, quest.booking.time.start - earlier_reach);
    Instant to = quest.booking.time.end - grid;
    for (int probe = 0; probe < probes_max && count > 0 && floor + length <= to; ++probe) {
        const Instant from = std::max(floor, to - length - piece);
        const auto slot = latest_slot(policy, quest.calendar, quest.search(from, to, now_));
        if (!slot) {
            to = from + length - grid;
        } else if (quest.avoided.overlaps(*slot)) {
            to = quest.avoided.start;
        } else {
            count -= add(quest, *slot) ? 1 : 0;
            to = slot->start;
        }
    }
}

InstrumentCalendar PlaceSearch::calendar_beside(std::uint32_t index, std::span<const PlannedSpan> planned) const {
    auto calendar = calendars_[index];
    for (const auto& span : planned) {
        if (span.instrument == index) {
            calendar.push_back(Taken::of({instruments_[index]->instrument.id,
                                          span.lane,
                                          {HolderKind::offer, 0},
                                          span.time,
                                          held_interval(instruments_[index]->policy->policy, span.time)}));
        }
    }
    std::ranges::sort(calendar, {}, [](const Taken& t) { return std::pair(t.lane, t.held_start); });
    return calendar;
}

std::size_t PlaceSearch::add_places(const Booking& booking, std::span<const PlannedSpan> planned,
                                    const std::set<StruckPlace>& struck, ReplanningWish& wish) {
    const auto before = wish.places.size();
    for (std::uint32_t i = 0; i < instruments_.size(); ++i) {
        const auto& record = *instruments_[i];
        if (!check_accessories(tx_, record.instrument, booking.accessories)) {
            continue;
        }
        const auto& policy = record.policy->policy;
        const bool broken = i == 0;
        const Interval avoided{push_.time.start - minutes{policy.buffer_after_minutes.value},
                               push_.time.end + minutes{policy.buffer_before_minutes.value}};
        const auto calendar = calendar_beside(i, planned);
        const Quest quest{booking, i, record, calendar, broken ? avoided : Interval{}, struck, wish};
        const auto same = earliest_slot(policy, calendar, quest.search(booking.time.start, booking.time.end, now_));
        const bool at_the_time = same && !quest.avoided.overlaps(*same) && add(quest, *same);
        const bool own = record.instrument.id == booking.instrument_id;
        add_later(quest, own ? later_own_max : 1);
        if (own || !at_the_time) {
            add_earlier(quest, own ? earlier_own_max : 1);
        }
    }
    return wish.places.size() - before;
}

std::vector<StruckPlace> PlaceSearch::broken_together(std::vector<PlannedSpan> planned) {
    std::ranges::sort(planned, {}, [](const PlannedSpan& s) { return std::pair(s.booking.created_at, s.booking.id); });
    std::vector<StruckPlace> broken;
    std::vector<PlannedSpan> kept;
    for (const auto& span : planned) {
        auto facts = facts_of(span.booking, span.instrument);
        for (const auto& other : kept) {
            const OwnBooking booked{other.booking.id, other.time};
            if (other.instrument != span.instrument) {
                continue;
            }
            if (other.booking.user_id == span.booking.user_id) {
                facts.add(booked, now_);
            } else if (other.booking.organisation_id == span.booking.organisation_id) {
                facts.counted_of_organisation.push_back(booked);
            }
        }
        const auto& record = *instruments_[span.instrument];
        const RuleWish wish{.time = span.time, .person = {span.booking.user_id, span.booking.organisation_id}};
        if (broken_rules(record, wish, facts, now_).empty()) {
            kept.push_back(span);
        } else {
            broken.push_back({span.booking.id, record.instrument.id, span.time});
        }
    }
    return broken;
}

}  // namespace scheduler
