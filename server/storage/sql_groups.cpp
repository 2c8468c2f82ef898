// Groups of bookings of SqlTransaction.

#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

BookingGroupId SqlTransaction::add_group(const BookingGroup& group) {
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO booking_group(person_id, organisation_id, recurrence, created_at) "
        "VALUES (:person, :organisation, :recurrence, :at) RETURNING id",
        group.user_id.value, group.organisation_id.value, group.recurrence, seconds_of(group.created_at));
    return BookingGroupId{std::get<0>(*id)};
}

std::optional<BookingGroup> SqlTransaction::group(BookingGroupId id) {
    return find_group(database_, id);
}

void SqlTransaction::set_group_recurrence(BookingGroupId id, const std::string& recurrence) {
    database_.run("UPDATE booking_group SET recurrence = :recurrence WHERE id = :id", recurrence, id.value);
}

std::vector<Booking> SqlTransaction::group_members(BookingGroupId id) {
    std::vector<Booking> found;
    std::apply(
        [&]<class... Column>(const Column&...) {
            database_.each<Column...>(
                "SELECT " YIQI_BOOKING_COLUMNS
                " FROM booking b WHERE b.group_id = :group ORDER BY b.start_at, b.id LIMIT 400",
                [&](const Column&... column) { found.push_back(booking_of(BookingRow{column...})); }, id.value);
        },
        BookingRow{});
    return found;
}

bool SqlTransaction::attempt(const std::function<bool()>& part) {
    const auto begun = begin_part();
    const bool keep = part();
    end_part(begun, keep);
    return keep;
}

}  // namespace server
