#pragma once
// Rows of displacements to values, for the writer and the readers.

#include <optional>

#include "model/displacement.hpp"
#include "server/json/read.hpp"
#include "server/storage/rows.hpp"

namespace server {

/// For literals: "SELECT " YIQI_DISPLACEMENT_COLUMNS " FROM displacement d WHERE ...".
#define YIQI_DISPLACEMENT_COLUMNS \
    "d.booking_id, d.cause, coalesce(d.outage_id, 0), d.at, d.was_approved, d.ended_as, coalesce(d.replaced_by, 0)"

/// Calls `visit(const Displacement&)` for every row of a query with those columns.
template <class Visit, class... In>
void each_displacement(Database& database, Sql sql, Visit visit, const In&... in) {
    using Int = std::int64_t;
    using Text = std::string;
    database.each<Int, Text, Int, Int, Int, Text, Int>(
        sql,
        [&](Int booking, const Text& cause, Int outage, Int at, Int approved, const Text& end, Int replaced_by) {
            visit(model::Displacement{
                model::BookingId{booking}, json::enum_value<model::DisplacementCause>(cause).value(),
                model::OutageId{outage}, instant_of(at), approved != 0,
                json::enum_value<model::DisplacementEnd>(end).value(), model::BookingId{replaced_by}});
        },
        in...);
}

inline std::optional<model::Displacement> find_displacement(Database& database, model::BookingId id) {
    std::optional<model::Displacement> found;
    each_displacement(
        database, "SELECT " YIQI_DISPLACEMENT_COLUMNS " FROM displacement d WHERE d.booking_id = :id",
        [&](const model::Displacement& displacement) { found = displacement; }, id.value);
    return found;
}

}  // namespace server
