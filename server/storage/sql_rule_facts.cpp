#include "server/storage/sql_rule_facts.hpp"

#include "server/storage/rows.hpp"

namespace server {

using namespace model;
using scheduler::OwnBooking;

std::vector<OwnBooking> SqlRuleFacts::live_bookings(UserId user, const InstrumentId& instrument, Interval range) {
    std::vector<OwnBooking> found;
    database_.each<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT id, start_at, end_at FROM booking WHERE person_id = :person AND start_at > :low AND start_at < :end "
        "AND end_at > :start AND instrument_id = :instrument AND status IN ('requested', 'approved', 'in_use') "
        "ORDER BY start_at LIMIT 2000",
        [&](std::int64_t id, std::int64_t start, std::int64_t end) {
            found.push_back({BookingId{id}, {instant_of(start), instant_of(end)}});
        },
        user.value, seconds_of(range.start) - reach_seconds, seconds_of(range.end), seconds_of(range.start),
        instrument.value);
    return found;
}

scheduler::FutureUse SqlRuleFacts::future_use(UserId user, const InstrumentId& instrument, Instant now,
                                              BookingId except) {
    const auto row = database_.first<std::int64_t, std::int64_t>(
        "SELECT count(*), CAST(coalesce(sum(end_at - CASE WHEN start_at < :now THEN :from ELSE start_at END), 0) AS "
        "BIGINT) FROM booking WHERE person_id = :person AND start_at > :low AND end_at > :since AND instrument_id = "
        ":instrument AND status IN ('requested', 'approved', 'in_use') AND id <> :except",
        seconds_of(now), seconds_of(now), user.value, seconds_of(now) - reach_seconds, seconds_of(now),
        instrument.value, except.value);
    return {std::get<0>(*row), seconds{std::get<1>(*row)}};
}

std::vector<OwnBooking> SqlRuleFacts::counted_bookings(UserId user, const InstrumentId& instrument, Interval range) {
    std::vector<OwnBooking> found;
    database_.each<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT id, start_at, end_at FROM booking WHERE person_id = :person AND start_at > :low AND start_at < :end "
        "AND end_at > :start AND instrument_id = :instrument "
        "AND status IN ('requested', 'approved', 'in_use', 'completed', 'settled', 'no_show') LIMIT 50000",
        [&](std::int64_t id, std::int64_t start, std::int64_t end) {
            found.push_back({BookingId{id}, {instant_of(start), instant_of(end)}});
        },
        user.value, seconds_of(range.start) - reach_seconds, seconds_of(range.end), seconds_of(range.start),
        instrument.value);
    return found;
}

std::vector<OwnBooking> SqlRuleFacts::counted_bookings(const OrganisationId& organisation,
                                                       const InstrumentId& instrument, Interval range) {
    std::vector<OwnBooking> found;
    database_.each<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT id, start_at, end_at FROM booking WHERE organisation_id = :organisation AND instrument_id = "
        ":instrument AND start_at > :low AND start_at < :end AND end_at > :start "
        "AND status IN ('requested', 'approved', 'in_use', 'completed', 'settled', 'no_show') LIMIT 50000",
        [&](std::int64_t id, std::int64_t start, std::int64_t end) {
            found.push_back({BookingId{id}, {instant_of(start), instant_of(end)}});
        },
        organisation.value, instrument.value, seconds_of(range.start) - reach_seconds, seconds_of(range.end),
        seconds_of(range.start));
    return found;
}

std::optional<Training> SqlRuleFacts::training(UserId user, const InstrumentId& instrument) {
    const auto row = database_.first<std::int64_t, std::optional<std::int64_t>>(
        "SELECT person_id, valid_until FROM training WHERE person_id = :person AND instrument_id = :instrument",
        user.value, instrument.value);
    if (!row) {
        return std::nullopt;
    }
    const auto& until = std::get<1>(*row);
    return Training{user, instrument, until ? std::optional(instant_of(*until)) : std::nullopt};
}

std::vector<Clearance> SqlRuleFacts::clearances(const scheduler::Person& person, const PlatformId& platform) {
    std::vector<Clearance> found;
    database_.each<std::int64_t, std::string, std::optional<std::int64_t>, std::optional<std::string>, std::int64_t,
                   std::optional<std::int64_t>>(
        "SELECT id, gate, person_id, organisation_id, valid_from, valid_until FROM clearance WHERE person_id = :person "
        "AND platform_id = :platform UNION ALL SELECT id, gate, person_id, organisation_id, valid_from, valid_until "
        "FROM clearance WHERE organisation_id = :organisation AND platform_id = :platform_again ORDER BY id DESC LIMIT "
        "200",
        [&](std::int64_t id, const std::string& gate, const std::optional<std::int64_t>& user,
            const std::optional<std::string>& organisation, std::int64_t from,
            const std::optional<std::int64_t>& until) {
            Clearance clearance;
            clearance.id = ClearanceId{id};
            clearance.gate = gate;
            clearance.platform_id = platform;
            clearance.user_id = UserId{user.value_or(0)};
            clearance.organisation_id = OrganisationId{organisation.value_or("")};
            clearance.valid_from = instant_of(from);
            clearance.valid_until = until ? std::optional(instant_of(*until)) : std::nullopt;
            found.push_back(std::move(clearance));
        },
        person.user.value, platform.value, person.organisation.value, platform.value);
    return found;
}

std::optional<Suspension> SqlRuleFacts::suspension(UserId user, Instant now) {
    const auto row = database_.first<std::int64_t, std::string, std::int64_t, std::int64_t, std::string, std::string>(
        "SELECT id, instrument_id, since_at, until_at, reason, reason_en FROM suspension WHERE person_id = :person AND "
        "until_at > "
        ":now AND lifted_at IS NULL ORDER BY until_at DESC LIMIT 1",
        user.value, seconds_of(now));
    if (!row) {
        return std::nullopt;
    }
    const auto& [id, instrument, since, until, zh, en] = *row;
    return Suspension{SuspensionId{id}, user, InstrumentId{instrument}, instant_of(since), instant_of(until), {zh, en},
                      std::nullopt,     {}};
}

}  // namespace server
