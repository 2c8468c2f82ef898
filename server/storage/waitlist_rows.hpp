#pragma once
// Rows of the waitlist to values, for the writer and the readers.

#include "model/waitlist.hpp"
#include "server/json/read.hpp"
#include "server/storage/rows.hpp"

namespace server {

/// For literals: "SELECT " YIQI_WAITLIST_COLUMNS " FROM waitlist_entry e WHERE ...".
#define YIQI_WAITLIST_COLUMNS                                                                                   \
    "e.id, e.kind, e.person_id, e.organisation_id, e.instrument_id, e.filter, e.duration_minutes, e.earliest, " \
    "e.latest, e.purpose, e.samples, e.booking_id, e.created_at, e.status, e.ended_by, e.accessories"

/// Calls `visit(const WaitlistEntry&)` for every row of a query with those columns.
template <class Visit, class... In>
void each_waitlist_entry(Database& database, Sql sql, Visit visit, const In&... in) {
    using Int = std::int64_t;
    using Text = std::string;
    database.each<Int, Text, Int, Text, Text, Text, Int, Int, Int, Text, Int, Int, Int, Text, Text, Text>(
        sql,
        [&](Int id, const Text& kind, Int person, const Text& organisation, const Text& instrument, const Text& filter,
            Int duration, Int earliest, Int latest, const Text& purpose, Int samples, Int booking, Int created,
            const Text& status, const Text& ended_by, const Text& accessories) {
            model::WaitlistEntry entry;
            entry.id = model::WaitlistEntryId{id};
            entry.kind = json::enum_value<model::WaitlistKind>(kind).value();
            entry.user_id = model::UserId{person};
            entry.organisation_id = model::OrganisationId{organisation};
            entry.instrument_id = model::InstrumentId{instrument};
            entry.filter = filter;
            entry.duration = model::minutes{duration};
            entry.range = {instant_of(earliest), instant_of(latest)};
            entry.purpose = purpose;
            entry.samples = samples;
            entry.booking_id = model::BookingId{booking};
            entry.created_at = instant_of(created);
            entry.status = json::enum_value<model::WaitlistStatus>(status).value();
            entry.ended_by = json::enum_value<model::WaitlistEnd>(ended_by).value();
            entry.accessories = parse_accessories(accessories);
            visit(entry);
        },
        in...);
}

}  // namespace server
