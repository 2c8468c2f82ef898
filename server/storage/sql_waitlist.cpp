// The waitlist of SqlTransaction.

#include "model/assert.hpp"
#include "server/json/write.hpp"
#include "server/storage/sql_transaction.hpp"
#include "server/storage/waitlist_rows.hpp"

namespace server {

using namespace model;

WaitlistEntryId SqlTransaction::add_waitlist_entry(const WaitlistEntry& e, std::span<const InstrumentId> instruments) {
    const auto row = database_.first<std::int64_t>(
        "INSERT INTO waitlist_entry(kind, person_id, organisation_id, instrument_id, filter, duration_minutes, "
        "earliest, latest, purpose, samples, booking_id, created_at, status, ended_by, accessories) VALUES (:kind, "
        ":person, "
        ":organisation, :instrument, :filter, :duration, :earliest, :latest, :purpose, :samples, :booking, :created, "
        ":status, :ended_by, :accessories) RETURNING id",
        json::enum_name(e.kind), e.user_id.value, e.organisation_id.value, e.instrument_id.value, e.filter,
        static_cast<std::int64_t>(e.duration.count()), seconds_of(e.range.start), seconds_of(e.range.end), e.purpose,
        e.samples, e.booking_id.value, seconds_of(e.created_at), json::enum_name(e.status), json::enum_name(e.ended_by),
        accessories_text(e.accessories));
    const auto id = std::get<0>(*row);
    for (const auto& instrument : instruments) {
        database_.run("INSERT INTO waitlist_instrument(instrument_id, entry_id) VALUES (:instrument, :entry)",
                      instrument.value, id);
    }
    return WaitlistEntryId{id};
}

std::optional<WaitlistEntry> SqlTransaction::waitlist_entry(WaitlistEntryId id) {
    std::optional<WaitlistEntry> found;
    each_waitlist_entry(
        database_, "SELECT " YIQI_WAITLIST_COLUMNS " FROM waitlist_entry e WHERE e.id = :id",
        [&](const WaitlistEntry& entry) { found = entry; }, id.value);
    return found;
}

void SqlTransaction::update_waitlist_entry(const WaitlistEntry& e) {
    database_.run(
        "UPDATE waitlist_entry SET status = :status, ended_by = :ended_by, booking_id = :booking WHERE id = :id",
        json::enum_name(e.status), json::enum_name(e.ended_by), e.booking_id.value, e.id.value);
    YIQI_ASSERT(database_.changes() == 1);
    if (!is_open(e.status)) {
        database_.run("DELETE FROM waitlist_instrument WHERE entry_id = :id", e.id.value);
    }
}

std::vector<WaitlistEntry> SqlTransaction::waiting_for(const InstrumentId& instrument, Interval range) {
    std::vector<WaitlistEntry> found;
    each_waitlist_entry(
        database_,
        "SELECT " YIQI_WAITLIST_COLUMNS
        " FROM waitlist_instrument w JOIN waitlist_entry e ON e.id = w.entry_id WHERE w.instrument_id = :instrument "
        "AND e.status = 'waiting' AND e.earliest < :end AND e.latest > :start ORDER BY e.id LIMIT 500",
        [&](const WaitlistEntry& entry) { found.push_back(entry); }, instrument.value, seconds_of(range.end),
        seconds_of(range.start));
    return found;
}

std::vector<InstrumentId> SqlTransaction::waitlist_instruments(WaitlistEntryId id) {
    std::vector<InstrumentId> found;
    database_.each<std::string>(
        "SELECT instrument_id FROM waitlist_instrument WHERE entry_id = :id ORDER BY instrument_id LIMIT 1000",
        [&](const std::string& instrument) { found.emplace_back(instrument); }, id.value);
    return found;
}

std::int64_t SqlTransaction::open_waitlist_entries(UserId user) {
    return std::get<0>(*database_.first<std::int64_t>(
        "SELECT count(*) FROM waitlist_entry WHERE person_id = :person AND status IN ('waiting', 'offered')",
        user.value));
}

std::int64_t SqlTransaction::no_shows(UserId user, Instant since) {
    return std::get<0>(*database_.first<std::int64_t>(
        "SELECT count(*) FROM booking WHERE person_id = :person AND start_at > :since AND status = 'no_show'",
        user.value, seconds_of(since)));
}

std::vector<scheduler::FreedTime> SqlTransaction::take_freed() {
    return std::exchange(freed_, {});
}

}  // namespace server
