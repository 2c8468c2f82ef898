#pragma once
// Bookings with the names of their people, as lists read them.

#include <string>
#include <tuple>
#include <type_traits>

#include "server/api/views.hpp"
#include "server/storage/rows.hpp"

namespace server {

struct ListedBooking {
    model::Booking booking;
    PartyNames names;
};

/// Calls `visit(ListedBooking)` for each row of a statement that selects YIQI_BOOKING_COLUMNS, the user's and the
/// organisation's name.
template <class Visit>
void each_booking(Database& database, Sql sql, Visit&& visit, const auto&... in) {
    [&]<class... Column>(std::type_identity<std::tuple<Column...>>) {
        database.each<Column..., std::string, std::string>(
            sql,
            [&](const Column&... column, const std::string& user, const std::string& organisation) {
                visit(ListedBooking{booking_of(BookingRow{column...}), {user, organisation}});
            },
            in...);
    }(std::type_identity<BookingRow>{});
}

}  // namespace server
