// Displaced bookings of SqlTransaction.

#include "model/assert.hpp"
#include "server/storage/displacement_rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

void SqlTransaction::add_displacement(const Displacement& d) {
    const std::optional<std::int64_t> outage = d.outage_id ? std::optional(d.outage_id.value) : std::nullopt;
    database_.run(
        "INSERT INTO displacement(booking_id, cause, outage_id, at, was_approved, ended_as) VALUES (:booking, :cause, "
        ":outage, :at, :approved, :ended)",
        d.booking_id.value, json::enum_name(d.cause), outage, seconds_of(d.at), std::int64_t{d.was_approved ? 1 : 0},
        json::enum_name(d.end));
}

std::optional<Displacement> SqlTransaction::displacement(BookingId id) {
    return find_displacement(database_, id);
}

void SqlTransaction::end_displacement(BookingId id, DisplacementEnd end, BookingId replaced_by) {
    const std::optional<std::int64_t> by = replaced_by ? std::optional(replaced_by.value) : std::nullopt;
    database_.run(
        "UPDATE displacement SET ended_as = :ended, replaced_by = :by WHERE booking_id = :id AND ended_as = 'open'",
        json::enum_name(end), by, id.value);
    YIQI_ASSERT(database_.changes() == 1);
}

void SqlTransaction::add_replanning(OutageId id, const ReplanningFigures& f) {
    database_.run(
        "INSERT INTO replanning(outage_id, displaced, placed, disruption, bound) VALUES (:id, :displaced, :placed, "
        ":disruption, :bound)",
        id.value, f.displaced, f.placed, f.disruption, f.bound);
}

}  // namespace server
