// Shifts by agreement of SqlTransaction.

#include "model/assert.hpp"
#include "server/storage/shift_rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

ShiftId SqlTransaction::add_shift(const Shift& s) {
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO shift(booking_id, next_id, instrument_id, end_at, next_start, next_end, asked_by, created_at, "
        "expires_at, status) VALUES (:booking, :next, :instrument, :end, :next_start, :next_end, :asked_by, :created, "
        ":expires, :status) RETURNING id",
        s.booking_id.value, s.next_id.value, s.instrument_id.value, seconds_of(s.end), seconds_of(s.next_time.start),
        seconds_of(s.next_time.end), s.asked_by.value, seconds_of(s.created_at), seconds_of(s.expires_at),
        json::enum_name(s.status));
    return ShiftId{std::get<0>(*id)};
}

std::optional<Shift> SqlTransaction::shift(ShiftId id) {
    std::optional<Shift> found;
    each_shift(
        database_, "SELECT " YIQI_SHIFT_COLUMNS " FROM shift s WHERE s.id = :id",
        [&](const Shift& shift) { found = shift; }, id.value);
    return found;
}

std::optional<Shift> SqlTransaction::open_shift(BookingId booking) {
    std::optional<Shift> found;
    each_shift(
        database_,
        "SELECT " YIQI_SHIFT_COLUMNS
        " FROM shift s WHERE s.booking_id = :id AND s.status = 'open' UNION ALL "
        "SELECT " YIQI_SHIFT_COLUMNS " FROM shift s WHERE s.next_id = :next AND s.status = 'open'",
        [&](const Shift& shift) { found = shift; }, booking.value, booking.value);
    return found;
}

void SqlTransaction::close_shift(ShiftId id, ShiftStatus status) {
    database_.run("UPDATE shift SET status = :status WHERE id = :id AND status = 'open'", json::enum_name(status),
                  id.value);
    YIQI_ASSERT(database_.changes() == 1);
}

}  // namespace server
