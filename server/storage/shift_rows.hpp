#pragma once
// Rows of shifts to values, for the writer and the readers.

#include "model/shift.hpp"
#include "server/json/read.hpp"
#include "server/storage/rows.hpp"

namespace server {

/// For literals: "SELECT " YIQI_SHIFT_COLUMNS " FROM shift s WHERE ...".
#define YIQI_SHIFT_COLUMNS                                                                                           \
    "s.id, s.booking_id, s.next_id, s.instrument_id, s.end_at, s.next_start, s.next_end, s.asked_by, s.created_at, " \
    "s.expires_at, s.status"

/// Calls `visit(const Shift&)` for every row of a query with those columns.
template <class Visit, class... In>
void each_shift(Database& database, Sql sql, Visit visit, const In&... in) {
    using Int = std::int64_t;
    using Text = std::string;
    database.each<Int, Int, Int, Text, Int, Int, Int, Int, Int, Int, Text>(
        sql,
        [&](Int id, Int booking, Int next, const Text& instrument, Int end, Int next_start, Int next_end, Int asked_by,
            Int created, Int expires, const Text& status) {
            visit(model::Shift{model::ShiftId{id},
                               model::BookingId{booking},
                               model::BookingId{next},
                               model::InstrumentId{instrument},
                               instant_of(end),
                               {instant_of(next_start), instant_of(next_end)},
                               model::UserId{asked_by},
                               instant_of(created),
                               instant_of(expires),
                               json::enum_value<model::ShiftStatus>(status).value()});
        },
        in...);
}

}  // namespace server
