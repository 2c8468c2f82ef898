#include "scheduler/booking_groups.hpp"

#include <algorithm>
#include <ranges>

#include <fmt/format.h>

#include "model/assert.hpp"
#include "model/recurrence.hpp"
#include "scheduler/booking_steps.hpp"

namespace scheduler {

using namespace model;

namespace {
ItemError item_error(std::size_t index, const InstrumentId& instrument, Interval time, const Error& error) {
    return {static_cast<std::int64_t>(index),
            instrument.value,
            time,
            error.code(),
            error.detail(),
            error.fields(),
            error.violations()};
}

/// The error of a command with refused members: that of the first clash, which has alternatives, else of the first.
Error refusal_of(std::vector<ItemError> items) {
    YIQI_ASSERT(!items.empty());
    const auto clash = std::ranges::find(items, ErrorCode::slot_taken, &ItemError::code);
    const auto code = (clash == items.end() ? items.front() : *clash).code;
    Error error(code, {fmt::format("其中 {} 个预约不能成立", items.size()),
                       fmt::format("{} of the bookings cannot be made", items.size())});
    error.with_items(std::move(items));
    return error;
}

/// The lanes see to this, but a request that waits for a round holds none yet.
std::optional<Error> clash_within(const PlacedGroup& placed, const InstrumentRecord& instrument,
                                  const BookingRequest& request) {
    const auto& policy = instrument.policy->policy;
    if (policy.capacity > 1) {
        return std::nullopt;
    }
    const auto held = held_interval(policy, request.time);
    for (std::size_t i = 0; i < placed.members.size(); ++i) {
        const auto& other = placed.members[i].booking;
        if (other && other->instrument_id == request.instrument_id &&
            held_interval(policy, other->time).overlaps(held)) {
            return Error(ErrorCode::slot_taken, {fmt::format("与同组的第 {} 个预约冲突", i + 1),
                                                 fmt::format("it conflicts with number {} of the same group", i + 1)});
        }
    }
    return std::nullopt;
}

PlacedMember place(Transaction& tx, const PlacedGroup& placed, const BookingRequest& request, const Actor& actor,
                   Instant now) {
    PlacedMember member{ErrorCode::not_found, std::nullopt};
    const auto instrument = tx.instrument(request.instrument_id);
    const auto organisation = tx.organisation(actor.organisation);
    if (!instrument || !organisation) {
        return member;
    }
    if (auto quoted = price_booking(tx, *instrument, *organisation, request, now)) {
        member.quote = *std::move(quoted);
    }
    if (auto clash = clash_within(placed, *instrument, request)) {
        member.booking = *std::move(clash);
        return member;
    }
    tx.attempt([&] {
        member.booking = request_booking(tx, request, actor, now);
        return member.booking.has_value();
    });
    return member;
}
}  // namespace

Result<PlacedGroup> request_group(Transaction& tx, const GroupRequest& request, const Actor& actor, Instant now) {
    PlacedGroup placed;
    if (request.extends) {
        const auto extended = tx.group(request.extends);
        if (!extended) {
            return ErrorCode::not_found;
        }
        placed.group = *extended;
        placed.group.recurrence = request.recurrence;
        tx.set_group_recurrence(request.extends, request.recurrence);
    } else {
        placed.group = {{}, actor.user, actor.organisation, request.recurrence, now};
        placed.group.id = tx.add_group(placed.group);
    }
    std::vector<ItemError> refused;
    for (auto member : request.members) {
        member.group_id = placed.group.id;
        placed.members.push_back(place(tx, placed, member, actor, now));
        const auto& result = placed.members.back().booking;
        if (result) {
            placed.total += result->quote.total;
        } else {
            refused.push_back(item_error(placed.members.size() - 1, member.instrument_id, member.time, result.error()));
        }
    }
    placed.refused = static_cast<std::int64_t>(refused.size());
    const bool fails =
        request.mode == GroupMode::all_or_nothing ? !refused.empty() : refused.size() == request.members.size();
    if (fails && request.mode != GroupMode::preview) {
        return refusal_of(std::move(refused));
    }
    return placed;
}

std::vector<Booking> members_to_change(std::span<const Booking> members, GroupScope scope, const Booking* addressed,
                                       Instant now) {
    YIQI_ASSERT(addressed != nullptr || scope == GroupScope::all);
    std::vector<Booking> chosen;
    for (const auto& member : members) {
        const bool meant = scope == GroupScope::all || member.id == addressed->id ||
                           (scope == GroupScope::following && member.time.start > addressed->time.start);
        const bool ahead = (member.status == BookingStatus::requested || member.status == BookingStatus::approved) &&
                           member.time.start > now;
        if (meant && ahead) {
            chosen.push_back(member);
        }
    }
    return chosen;
}

namespace {
Error nothing_to_change() {
    return Error(ErrorCode::wrong_state,
                 {"没有可以更改的预约：都已开始、取消或结束",
                  "there is no booking to change: all have begun, were cancelled or are finished"});
}

/// Takes the step for each, from the first or from the last on, each seeing those before it; one that is refused
/// leaves its place, so that only true clashes are told.
template <class Step>
Result<std::vector<Booking>> change_all(Transaction& tx, std::span<const MemberChange> changes, bool from_the_last,
                                        Step&& step) {
    if (changes.empty()) {
        return nothing_to_change();
    }
    std::vector<Booking> changed;
    std::vector<ItemError> refused;
    for (std::size_t n = 0; n < changes.size(); ++n) {
        const auto i = from_the_last ? changes.size() - 1 - n : n;
        const auto& booking = changes[i].booking;
        Interval time = booking.time;
        Result<Booking> result{ErrorCode::not_found};
        const bool done = tx.attempt([&] {
            result = step(changes[i], time);
            return result.has_value();
        });
        if (done) {
            changed.push_back(*std::move(result));
        } else {
            refused.push_back(item_error(i, booking.instrument_id, time, result.error()));
            tx.vacate({HolderKind::booking, booking.id.value});
        }
    }
    if (from_the_last) {
        std::ranges::reverse(changed);
        std::ranges::reverse(refused);
    }
    if (!refused.empty()) {
        return refusal_of(std::move(refused));
    }
    return changed;
}
}  // namespace

Result<std::vector<Booking>> reschedule_group(Transaction& tx, std::span<const MemberChange> changes, ClockShift shift,
                                              Instant now) {
    // The one in front moves first. So a member never meets another's old place, and at no moment do more of them
    // count against a quota than before or after.
    const bool later = shift.start_minutes > 0 || (shift.start_minutes == 0 && shift.end_minutes > 0);
    return change_all(tx, changes, later, [&](const MemberChange& change, Interval& time) -> Result<Booking> {
        const auto instrument = tx.instrument(change.booking.instrument_id);
        YIQI_ASSERT(instrument != nullptr);
        time = moved_by_the_clock(time, shift.start_minutes, shift.end_minutes, instrument->policy->policy.time_zone);
        return reschedule_booking(tx, change.booking.id, time, std::nullopt, change.actor, now);
    });
}

Result<std::vector<Booking>> cancel_group(Transaction& tx, std::span<const MemberChange> changes,
                                          const std::string& reason, Instant now) {
    return change_all(tx, changes, false, [&](const MemberChange& change, Interval&) {
        return cancel_booking(tx, change.booking.id, reason, change.actor, now);
    });
}

}  // namespace scheduler
