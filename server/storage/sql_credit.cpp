// Waivers, clearances, credit entries and suspensions of SqlTransaction.

#include "server/json/read.hpp"
#include "server/json/write.hpp"
#include "server/storage/joined_names.hpp"
#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace server {

using namespace model;

void SqlTransaction::add_waiver(const scheduler::RecordedWaiver& w) {
    database_.run(
        "INSERT INTO booking_waiver(booking_id, rules, reason, person_id, at) VALUES (:booking, :rules, :reason, "
        ":person, :at)",
        w.booking_id.value, fmt::format("{}", fmt::join(w.rules, ";")), w.reason, w.by.value, seconds_of(w.at));
}

std::vector<std::string> SqlTransaction::waived_rules(BookingId booking) {
    std::vector<std::string> rules;
    database_.each<std::string>(
        "SELECT rules FROM booking_waiver WHERE booking_id = :booking ORDER BY id LIMIT 200",
        [&](const std::string& joined) { std::ranges::copy(split_names(joined), std::back_inserter(rules)); },
        booking.value);
    return rules;
}

CreditPolicy SqlTransaction::credit_policy() {
    return stored_credit_policy(database_).policy;
}

void SqlTransaction::put_credit_policy(const CreditPolicy& policy, std::int64_t version, Instant since) {
    database_.run("INSERT INTO credit_policy(version, since, document) VALUES (:version, :since, :document)", version,
                  seconds_of(since), json::to_text(policy));
}

ClearanceId SqlTransaction::add_clearance(const Clearance& c) {
    const auto user = c.user_id ? std::optional(c.user_id.value) : std::nullopt;
    const auto organisation = c.user_id ? std::nullopt : std::optional(c.organisation_id.value);
    const auto until = c.valid_until ? std::optional(seconds_of(*c.valid_until)) : std::nullopt;
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO clearance(gate, platform_id, person_id, organisation_id, valid_from, valid_until, note, "
        "granted_by, granted_at) VALUES (:gate, :platform, :person, :organisation, :from, :until, :note, :by, :at) "
        "RETURNING id",
        c.gate, c.platform_id.value, user, organisation, seconds_of(c.valid_from), until, c.note, c.granted_by.value,
        seconds_of(c.granted_at));
    return ClearanceId{std::get<0>(*id)};
}

void SqlTransaction::remove_clearance(ClearanceId id) {
    database_.run("DELETE FROM clearance WHERE id = :id", id.value);
}

CreditEntryId SqlTransaction::add_credit_entry(const CreditEntry& e) {
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO credit_entry(person_id, booking_id, instrument_id, cause, points, at, state, appeal, decision) "
        "VALUES (:person, :booking, :instrument, :cause, :points, :at, :state, '', '') RETURNING id",
        e.user_id.value, e.booking_id.value, e.instrument_id.value, json::enum_name(e.cause), e.points,
        seconds_of(e.at), json::enum_name(e.state));
    return CreditEntryId{std::get<0>(*id)};
}

std::optional<CreditEntry> SqlTransaction::credit_entry(CreditEntryId id) {
    std::optional<CreditEntry> found;
    std::apply(
        [&]<class... Column>(const Column&...) {
            database_.each<Column...>(
                "SELECT " YIQI_CREDIT_COLUMNS " FROM credit_entry c WHERE c.id = :id",
                [&](const Column&... column) { found = credit_entry_of(CreditRow{column...}); }, id.value);
        },
        CreditRow{});
    return found;
}

void SqlTransaction::update_credit_entry(const CreditEntry& e) {
    database_.run("UPDATE credit_entry SET state = :state, appeal = :appeal, decision = :decision WHERE id = :id",
                  json::enum_name(e.state), e.appeal, e.decision, e.id.value);
}

std::int64_t SqlTransaction::count_credit_entries(UserId user, CreditCause cause, Instant since, Instant until) {
    const auto row = database_.first<std::int64_t>(
        "SELECT count(*) FROM credit_entry WHERE person_id = :person AND at >= :since AND at <= :until AND cause = "
        ":cause AND state <> 'forgiven'",
        user.value, seconds_of(since), seconds_of(until), json::enum_name(cause));
    return std::get<0>(*row);
}

SuspensionId SqlTransaction::add_suspension(const Suspension& s) {
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO suspension(person_id, instrument_id, since_at, until_at, reason, reason_en, lift_reason) VALUES "
        "(:person, :instrument, :since, :until, :zh, :en, '') RETURNING id",
        s.user_id.value, s.instrument_id.value, seconds_of(s.since), seconds_of(s.until), s.reason.zh, s.reason.en);
    anybody_suspended_ = true;
    return SuspensionId{std::get<0>(*id)};
}

std::optional<Suspension> SqlTransaction::suspension(SuspensionId id) {
    const auto row = database_.first<std::int64_t, std::string, std::int64_t, std::int64_t, std::string, std::string,
                                     std::optional<std::int64_t>, std::string>(
        "SELECT person_id, instrument_id, since_at, until_at, reason, reason_en, lifted_at, lift_reason FROM "
        "suspension WHERE id = :id",
        id.value);
    if (!row) {
        return std::nullopt;
    }
    const auto& [person, instrument, since, until, zh, en, lifted, lift_reason] = *row;
    return Suspension{id,
                      UserId{person},
                      InstrumentId{instrument},
                      instant_of(since),
                      instant_of(until),
                      {zh, en},
                      lifted ? std::optional(instant_of(*lifted)) : std::nullopt,
                      lift_reason};
}

std::optional<Suspension> SqlTransaction::suspension(UserId user, Instant now) {
    // Hardly anybody is: one look for all commands of the transaction.
    if (!anybody_suspended_) {
        anybody_suspended_ =
            database_
                .first<std::int64_t>("SELECT id FROM suspension WHERE until_at > :now AND lifted_at IS NULL LIMIT 1",
                                     seconds_of(now))
                .has_value();
    }
    return *anybody_suspended_ ? facts_.suspension(user, now) : std::nullopt;
}

void SqlTransaction::lift_suspension(SuspensionId id, Instant at, const std::string& reason) {
    database_.run("UPDATE suspension SET lifted_at = :at, lift_reason = :reason WHERE id = :id", seconds_of(at), reason,
                  id.value);
}

}  // namespace server
