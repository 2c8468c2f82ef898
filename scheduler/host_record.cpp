#include "scheduler/host_record.hpp"

#include <algorithm>

#include "model/assert.hpp"
#include "scheduler/slots.hpp"

namespace scheduler {

using namespace model;

namespace {
std::int64_t whole_minutes(seconds time) {
    return std::chrono::floor<minutes>(time).count();
}

Wait wait_of(Transaction& tx, const Booking& booking, const Policy& policy, Instant now) {
    const Interval waited{tx.asked_at(booking.id).value_or(booking.created_at), now};
    if (waited.empty()) {
        return {};
    }
    return {whole_minutes(waited.length()), whole_minutes(total_length(open_times(policy, waited)))};
}

/// The value at the nearest rank of a percentage of sorted numbers.
std::int64_t at_percent(const std::vector<std::int64_t>& sorted, std::size_t percent) {
    const auto rank = (sorted.size() * percent + 99) / 100;
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}
}  // namespace

std::optional<HostDeedKind> host_deed_of(EventKind kind, const Booking& booking, const Actor& actor) {
    const bool by_staff = actor.is_staff && actor.user && actor.user != booking.user_id;
    switch (kind) {
        case EventKind::booking_expired:
            return HostDeedKind::expired;
        case EventKind::booking_displaced:
            return HostDeedKind::displaced;
        case EventKind::booking_bumped:
            return HostDeedKind::bumped;
        case EventKind::booking_approved:
        case EventKind::booking_rejected:
            return by_staff ? std::optional(HostDeedKind::answered) : std::nullopt;
        case EventKind::booking_cancelled:
            return by_staff ? std::optional(HostDeedKind::cancelled) : std::nullopt;
        case EventKind::booking_rescheduled:
            return by_staff ? std::optional(HostDeedKind::moved) : std::nullopt;
        default:
            return std::nullopt;
    }
}

void note_host_deed(Transaction& tx, EventKind kind, const Booking& booking, const Actor& actor, Instant now) {
    const auto deed = host_deed_of(kind, booking, actor);
    if (!deed) {
        return;
    }
    const auto instrument = tx.instrument(booking.instrument_id);
    YIQI_ASSERT(instrument != nullptr);
    HostDeed written{*deed, instrument->instrument.platform_id, booking.instrument_id, booking.id, now, {}};
    if (*deed == HostDeedKind::answered) {
        written.wait = wait_of(tx, booking, instrument->policy->policy, now);
    }
    tx.add_host_deed(written);
}

HostRecord host_record(const std::vector<HostDeed>& deeds) {
    HostRecord record;
    std::vector<std::int64_t> waits;
    std::vector<std::int64_t> open_waits;
    for (const auto& deed : deeds) {
        switch (deed.kind) {
            case HostDeedKind::answered:
                ++record.answered;
                break;
            case HostDeedKind::expired:
                ++record.expired;
                break;
            case HostDeedKind::cancelled:
                ++record.cancelled;
                break;
            case HostDeedKind::moved:
                ++record.moved;
                break;
            case HostDeedKind::displaced:
                ++record.displaced;
                break;
            case HostDeedKind::bumped:
                ++record.bumped;
                break;
        }
        if (deed.wait) {
            waits.push_back(deed.wait->minutes);
            open_waits.push_back(deed.wait->open_minutes);
        }
    }
    if (!waits.empty()) {
        std::ranges::sort(waits);
        std::ranges::sort(open_waits);
        constexpr std::size_t half = 50;
        constexpr std::size_t most = 90;
        record.median = Wait{at_percent(waits, half), at_percent(open_waits, half)};
        record.slowest_tenth = Wait{at_percent(waits, most), at_percent(open_waits, most)};
    }
    return record;
}

}  // namespace scheduler
