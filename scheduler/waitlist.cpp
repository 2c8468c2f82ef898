#include "scheduler/waitlist.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <boost/describe.hpp>

#include "model/assert.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/event_facts.hpp"
#include "scheduler/freed_time.hpp"
#include "scheduler/offers.hpp"
#include "scheduler/waitlist_order.hpp"

namespace scheduler {

using namespace model;

namespace {
void record_entry(Transaction& tx, EventKind kind, const WaitlistEntry& entry, const InstrumentId& instrument,
                  UserId actor, Instant now, std::vector<Parameter> more = {}) {
    Event event;
    event.at = now;
    event.kind = kind;
    event.actor = actor;
    event.subject = entry.id.value;
    event.instrument_id = instrument;
    event.organisation_id = entry.organisation_id;
    event.facts = {{"user", std::to_string(entry.user_id.value)}};
    event.facts.insert(event.facts.end(), more.begin(), more.end());
    tx.append(std::move(event));
}

void end_entry(Transaction& tx, WaitlistEntry& entry, WaitlistStatus status, WaitlistEnd why) {
    entry.status = status;
    entry.ended_by = why;
    tx.update_waitlist_entry(entry);
    tx.clear_due(DueKind::waitlist_end, entry.id.value);
}

Result<WaitlistEntry> own_entry(Transaction& tx, WaitlistEntryId id, const Actor& actor) {
    auto entry = tx.waitlist_entry(id);
    if (!entry || !may_answer(actor, entry->user_id, entry->organisation_id)) {
        return ErrorCode::not_found;
    }
    return *std::move(entry);
}

Result<Offer> open_offer(Transaction& tx, const WaitlistEntry& entry) {
    const auto offers = tx.offers_of({OfferOriginKind::waitlist, entry.id.value});
    const auto open = std::ranges::find(offers, OfferStatus::open, &Offer::status);
    if (open == offers.end()) {
        return Error(ErrorCode::wrong_state, {"此候补当前没有可答复的邀约", "this entry has no offer to answer"});
    }
    return *open;
}

Result<void> fit_to_booking(Transaction& tx, WaitlistEntry& entry, const Actor& actor) {
    const auto booking = tx.booking(entry.booking_id);
    if (!booking || booking->user_id != actor.user) {
        return ErrorCode::not_found;
    }
    if (booking->status != BookingStatus::requested && booking->status != BookingStatus::approved) {
        return Error(ErrorCode::wrong_state, {"此预约已不能改期", "this booking can no longer be moved"});
    }
    entry.duration = std::chrono::ceil<minutes>(booking->time.length());
    entry.organisation_id = booking->organisation_id;
    entry.range.end = std::min(entry.range.end, booking->time.end);
    entry.purpose = booking->purpose;
    entry.samples = booking->samples;
    entry.accessories = booking->accessories;
    return {};
}

Result<void> check_wish(Transaction& tx, const WaitlistEntry& entry, const std::vector<InstrumentId>& instruments,
                        Instant now) {
    for (const auto& id : instruments) {
        const auto record = tx.instrument(id);
        if (!record) {
            return ErrorCode::not_found;
        }
        TRY_VOID(check_accessories(tx, record->instrument, entry.accessories, "accessories"));
    }
    if (std::max(entry.range.start, now) + entry.duration > entry.range.end) {
        return invalid_field(
            "latest", "too_short",
            {"从最早开始到最晚结束放不下所需时长", "the duration does not fit between earliest and latest"});
    }
    if (tx.open_waitlist_entries(entry.user_id) >= waitlist_entries_max) {
        Violation violation{"waitlist_entries",
                            {fmt::format("每人最多同时候补 {} 项", waitlist_entries_max),
                             fmt::format("at most {} open entries on the waitlist", waitlist_entries_max)},
                            {{"max", std::to_string(waitlist_entries_max)}}};
        return Error(ErrorCode::rule_violated).with_violations({std::move(violation)});
    }
    const auto same = [&](const WaitlistEntry& other) {
        return other.user_id == entry.user_id && other.kind == entry.kind && other.range == entry.range &&
               other.duration == entry.duration && other.instrument_id == entry.instrument_id &&
               other.filter == entry.filter && other.booking_id == entry.booking_id;
    };
    if (!instruments.empty() && std::ranges::any_of(tx.waiting_for(instruments.front(), entry.range), same)) {
        return Error(ErrorCode::already_exists, {"您已在候补此时段", "you are on the waitlist for this already"});
    }
    return {};
}

/// Holds the time for the entry and marks it; false where it cannot be held.
bool offer_to(Transaction& tx, const InstrumentRecord& instrument, WaitlistEntry& entry, Interval time, Instant now) {
    const minutes valid{instrument.policy->policy.offer_minutes.value};
    const auto offer = make_offer(tx,
                                  {.instrument_id = instrument.instrument.id,
                                   .time = time,
                                   .user_id = entry.user_id,
                                   .organisation_id = entry.organisation_id,
                                   .origin = {OfferOriginKind::waitlist, entry.id.value},
                                   .expires_at = now + valid,
                                   .accessories = entry.accessories},
                                  now);
    if (offer) {
        entry.status = WaitlistStatus::offered;
        tx.update_waitlist_entry(entry);
    }
    return offer.has_value();
}
void offer_what_is_free(Transaction& tx, WaitlistEntry& entry, const std::vector<InstrumentId>& instruments,
                        Instant now);
}  // namespace

Result<WaitlistEntry> join_waitlist(Transaction& tx, WaitlistEntry entry, const std::vector<InstrumentId>& instruments,
                                    const Actor& actor, Instant now) {
    YIQI_ASSERT(instruments.size() <= waitlist_instruments_max);
    entry.user_id = actor.user;
    entry.organisation_id = actor.organisation;
    entry.created_at = now;
    if (entry.kind == WaitlistKind::move_up) {
        TRY_VOID(fit_to_booking(tx, entry, actor));
    }
    TRY_VOID(check_wish(tx, entry, instruments, now));
    entry.id = tx.add_waitlist_entry(entry, instruments);
    tx.set_due({entry.range.end, DueKind::waitlist_end, entry.id.value});
    record_entry(tx, EventKind::waitlist_joined, entry, entry.instrument_id, actor.user, now,
                 {{"kind", boost::describe::enum_to_string(entry.kind, "")},
                  instant_fact("start", entry.range.start),
                  instant_fact("end", entry.range.end),
                  {"minutes", std::to_string(entry.duration.count())}});
    if (entry.kind == WaitlistKind::book) {
        offer_what_is_free(tx, entry, instruments, now);
    }
    return entry;
}

Result<Booking> accept_waitlist_offer(Transaction& tx, WaitlistEntryId id, const Actor& actor, Instant now) {
    TRY(auto entry, own_entry(tx, id, actor));
    TRY(const auto open, open_offer(tx, entry));
    TRY(const auto offer, accept_offer(tx, open.id, actor, now));
    const Actor customer{entry.user_id, entry.organisation_id, false};
    auto booked = entry.kind == WaitlistKind::move_up
                      ? reschedule_booking(tx, entry.booking_id, offer.time, offer.instrument_id, customer, now,
                                           std::nullopt, offer.created_at)
                      : request_booking(tx,
                                        {.instrument_id = offer.instrument_id,
                                         .time = offer.time,
                                         .purpose = entry.purpose,
                                         .samples = entry.samples,
                                         .offered_at = offer.created_at,
                                         .accessories = offer.accessories},
                                        customer, now);
    TRY(auto booking, std::move(booked));
    entry.booking_id = booking.id;
    end_entry(tx, entry, WaitlistStatus::accepted, WaitlistEnd::none);
    return booking;
}

Result<WaitlistEntry> decline_waitlist_offer(Transaction& tx, WaitlistEntryId id, const Actor& actor, Instant now) {
    TRY(auto entry, own_entry(tx, id, actor));
    TRY(const auto open, open_offer(tx, entry));
    TRY_VOID(decline_offer(tx, open.id, actor, now));
    entry.status = WaitlistStatus::waiting;
    tx.update_waitlist_entry(entry);
    return entry;
}

Result<WaitlistEntry> leave_waitlist(Transaction& tx, WaitlistEntryId id, const Actor& actor, Instant now) {
    TRY(auto entry, own_entry(tx, id, actor));
    if (!is_open(entry.status)) {
        return Error(ErrorCode::wrong_state, {"此候补已结束", "this entry has ended already"});
    }
    if (const auto open = open_offer(tx, entry)) {
        (void)withdraw_offer(tx, open->id, actor, now);
    }
    end_entry(tx, entry, WaitlistStatus::left, WaitlistEnd::none);
    record_entry(tx, EventKind::waitlist_left, entry, entry.instrument_id, actor.user, now);
    return entry;
}

void waitlist_offer_ended(Transaction& tx, const Offer& offer, Instant now) {
    if (offer.origin.kind != OfferOriginKind::waitlist) {
        return;
    }
    auto entry = tx.waitlist_entry(WaitlistEntryId{offer.origin.id});
    YIQI_ASSERT(entry.has_value());
    if (offer.status == OfferStatus::withdrawn) {
        entry->status = WaitlistStatus::waiting;
        tx.update_waitlist_entry(*entry);
        return;
    }
    YIQI_ASSERT(offer.status == OfferStatus::expired);
    end_entry(tx, *entry, WaitlistStatus::expired, WaitlistEnd::offer_unanswered);
    record_entry(tx, EventKind::waitlist_expired, *entry, offer.instrument_id, UserId{}, now);
}

void end_waitlist_entry(Transaction& tx, WaitlistEntryId id, Instant now) {
    auto entry = tx.waitlist_entry(id);
    if (!entry || entry->status != WaitlistStatus::waiting || now < entry->range.end) {
        return;
    }
    end_entry(tx, *entry, WaitlistStatus::expired, WaitlistEnd::time_passed);
    record_entry(tx, EventKind::waitlist_expired, *entry, entry->instrument_id, UserId{}, now);
}

namespace {
struct Freed {
    std::vector<Interval> times;
    std::vector<Interval> helds;
};

/// Those who wait for the instrument, in the order in which they are served.
std::vector<WaitlistEntry> line_of(Transaction& tx, const InstrumentRecord& instrument, Interval range, Instant now) {
    auto entries = tx.waiting_for(instrument.instrument.id, range);
    std::map<WaitlistEntryId, Standing> standings;
    for (const auto& entry : entries) {
        const auto organisation = tx.organisation(entry.organisation_id);
        YIQI_ASSERT(organisation.has_value());
        standings[entry.id] =
            standing_of(instrument.policy->policy, entry, price_class_of(*organisation, instrument.institution_id),
                        tx.no_shows(entry.user_id, now - no_shows_remembered));
    }
    std::ranges::sort(entries, {}, [&](const WaitlistEntry& e) { return standings[e.id]; });
    return entries;
}

/// False, and the entry has ended, where its booking cannot be moved any more.
bool still_wants(Transaction& tx, WaitlistEntry& entry, Instant now) {
    if (entry.kind != WaitlistKind::move_up) {
        return true;
    }
    const auto booking = tx.booking(entry.booking_id);
    if (booking && (booking->status == BookingStatus::requested || booking->status == BookingStatus::approved)) {
        return true;
    }
    end_entry(tx, entry, WaitlistStatus::expired, WaitlistEnd::booking_gone);
    record_entry(tx, EventKind::waitlist_expired, entry, entry.instrument_id, UserId{}, now);
    return false;
}

/// Who joins a longer line than this waits until something is freed.
constexpr std::size_t line_looked_at_at_once = 50;

/// Who asks for time that nobody has gets it at once, after those before him in line who could have it (it may be
/// theirs only because they gave it up themselves). Where requests are collected, free time is asked for as others do.
void offer_what_is_free(Transaction& tx, WaitlistEntry& entry, const std::vector<InstrumentId>& instruments,
                        Instant now) {
    for (std::size_t i = 0; i < std::min(instruments.size(), instruments_tried_at_once); ++i) {
        const auto instrument = tx.instrument(instruments[i]);
        YIQI_ASSERT(instrument != nullptr);
        if (instrument->policy->policy.contention == Contention::collect) {
            continue;
        }
        auto line = line_of(tx, *instrument, entry.range, now);
        line.resize(std::min(line.size(), line_looked_at_at_once));
        for (auto& other : line) {
            const bool takes_turns = other.kind != WaitlistKind::notify && still_wants(tx, other, now);
            const auto time = takes_turns ? time_for(tx, *instrument, other, {entry.range}, now) : std::nullopt;
            const bool offered = time && offer_to(tx, *instrument, other, *time, now);
            if (other.id == entry.id) {
                entry = other;
                if (offered) {
                    return;
                }
                break;
            }
        }
    }
}

void notice(Transaction& tx, const InstrumentRecord& instrument, const WaitlistEntry& entry, const IntervalSet& freed,
            Instant now) {
    for (const auto& stretch : freed) {
        const auto wanted = stretch.intersection({std::max(entry.range.start, now), entry.range.end});
        for (const auto& free : free_stretches(tx, instrument, wanted)) {
            if (free.length() >= entry.duration) {
                record_entry(tx, EventKind::waitlist_noticed, entry, instrument.instrument.id, UserId{}, now,
                             {instant_fact("start", free.start), instant_fact("end", free.end)});
            }
        }
    }
}

void serve(Transaction& tx, const InstrumentRecord& instrument, const Freed& freed, UserId freed_by, Instant now) {
    const auto helds = normalised(freed.helds);
    const Interval hull{std::max(helds.front().start, now), helds.back().end};
    if (hull.empty()) {
        return;
    }
    const Policy& policy = instrument.policy->policy;
    // A wish that begins where the freed time ends may have lacked the buffer alone.
    const Interval within_reach{hull.start - minutes{policy.buffer_after_minutes.value},
                                hull.end + minutes{policy.buffer_before_minutes.value}};
    const auto line = line_of(tx, instrument, within_reach, now);
    for (auto entry : line) {
        if (entry.kind == WaitlistKind::notify || entry.user_id == freed_by || !still_wants(tx, entry, now)) {
            continue;
        }
        const auto time = time_for(tx, instrument, entry, helds, now);
        if (!time) {
            continue;
        }
        (void)offer_to(tx, instrument, entry, *time, now);
    }
    const auto times = normalised(freed.times);
    for (const auto& entry : line) {
        if (entry.kind == WaitlistKind::notify && entry.user_id != freed_by) {
            notice(tx, instrument, entry, times, now);
        }
    }
}
}  // namespace

void offer_freed_time(Transaction& tx, UserId freed_by, Instant now) {
    std::map<InstrumentId, Freed> by_instrument;
    for (auto& freed : tx.take_freed()) {
        if (freed.held.end > now) {
            auto& all = by_instrument[freed.instrument_id];
            all.times.push_back(freed.time);
            all.helds.push_back(freed.held);
        }
    }
    for (const auto& [id, freed] : by_instrument) {
        const auto instrument = tx.instrument(id);
        YIQI_ASSERT(instrument != nullptr);
        serve(tx, *instrument, freed, freed_by, now);
    }
}

}  // namespace scheduler
