#include "scheduler/round_schedule.hpp"

#include <algorithm>

#include "scheduler/round_steps.hpp"

namespace scheduler {

using namespace model;

namespace {
constexpr LocalDay days_a_week = 7;
/// A Monday: 5 January 1970.
constexpr LocalDay first_monday = 4;
constexpr std::chrono::hours short_round_max{24};

/// The first day of the weeks of a round that the day belongs to.
LocalDay first_day(LocalDay day, LocalDay length) {
    const LocalDay since = day - first_monday;
    return day - ((since % length) + length) % length;
}

std::vector<Round> collecting_rounds(Transaction& tx, const InstrumentId& instrument, Interval range, Instant now) {
    std::vector<Round> found;
    for (const auto id : tx.open_rounds(instrument, range)) {
        auto round = tx.round(id);
        if (round && round->status == RoundStatus::collecting && now < round->cut_off) {
            found.push_back(*std::move(round));
        }
    }
    return found;
}

/// Those of the platform that share a round with the instrument.
std::vector<InstrumentId> family_of(Transaction& tx, const InstrumentRecord& instrument, Interval window, Instant now) {
    const Policy& own = instrument.policy->policy;
    std::vector<InstrumentId> family;
    for (const auto& id : tx.collecting_instruments(instrument.instrument.platform_id)) {
        const auto record = tx.instrument(id);
        const bool alike =
            record && record->policy->policy.rounds == own.rounds && record->policy->policy.time_zone == own.time_zone;
        if (alike && collecting_rounds(tx, id, window, now).empty()) {
            family.push_back(id);
        }
    }
    return family;
}
}  // namespace

std::optional<ScheduledRound> scheduled_round(const RoundSchedule& schedule, const TimeZone& zone, Interval time,
                                              Instant now) {
    const auto length = static_cast<LocalDay>(schedule.window_weeks * days_a_week);
    if (length == 0) {
        return std::nullopt;
    }
    const LocalDay from = first_day(zone.to_local(time.start).day, length);
    LocalDay until = from + length;
    while (zone.to_instant(until, 0) < time.end) {
        until += length;
    }
    ScheduledRound round{{zone.to_instant(from, 0), zone.to_instant(until, 0)}, {}};
    round.cut_off = round.window.start - std::chrono::hours{schedule.cut_off_hours.value};
    if (round.cut_off <= now) {
        const auto half_way = now + (time.start - now) / 2;
        round.cut_off = std::min<Instant>(half_way, now + short_round_max);
        round.window.start = std::max(round.window.start, std::min<Instant>(time.start, round.cut_off + minutes{1}));
    }
    const bool in_time = now < round.cut_off && round.cut_off < round.window.start;
    return in_time ? std::optional(round) : std::nullopt;
}

void open_scheduled_round(Transaction& tx, const InstrumentRecord& instrument, const Booking& booking, Instant now) {
    const Policy& policy = instrument.policy->policy;
    const auto& id = instrument.instrument.id;
    auto planned = scheduled_round(policy.rounds, policy.time_zone, booking.time, now);
    if (!planned || !collecting_rounds(tx, id, booking.time, now).empty()) {
        return;
    }
    for (const auto& other : collecting_rounds(tx, id, planned->window, now)) {
        if (other.window.end <= booking.time.start) {
            planned->window.start = std::max(planned->window.start, other.window.end);
        } else {
            planned->window.end = std::min(planned->window.end, other.window.start);
        }
    }
    Round round;
    round.platform_id = instrument.instrument.platform_id;
    round.instruments = family_of(tx, instrument, planned->window, now);
    round.window = planned->window;
    round.cut_off = planned->cut_off;
    round.terms = policy.rounds.terms;
    round.created_by = booking.user_id;
    round.by_policy = true;
    (void)add_open_round(tx, std::move(round), UserId{}, now);
}

}  // namespace scheduler
