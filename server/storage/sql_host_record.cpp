// The record of hosts of SqlTransaction.

#include "server/json/write.hpp"
#include "server/storage/host_deed_rows.hpp"
#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

void SqlTransaction::add_host_deed(const HostDeed& deed) {
    const auto minutes_of = [&](std::int64_t Wait::* member) {
        return deed.wait ? std::optional(*deed.wait.*member) : std::nullopt;
    };
    database_.run(
        "INSERT INTO host_deed(kind, platform_id, instrument_id, booking_id, at, waited_minutes, waited_open_minutes) "
        "VALUES (:kind, :platform, :instrument, :booking, :at, :waited, :open)",
        json::enum_name(deed.kind), deed.platform_id.value, deed.instrument_id.value, deed.booking_id.value,
        seconds_of(deed.at), minutes_of(&Wait::minutes), minutes_of(&Wait::open_minutes));
}

std::optional<Instant> SqlTransaction::asked_at(BookingId booking) {
    const auto row = database_.first<std::int64_t>(
        "SELECT at FROM event WHERE subject = :id AND kind IN ('booking_requested', 'booking_rescheduled') "
        "ORDER BY seq DESC LIMIT 1",
        booking.value);
    return row ? std::optional(instant_of(std::get<0>(*row))) : std::nullopt;
}

std::vector<HostDeed> find_host_deeds(Database& database, const PlatformId& platform, Interval window) {
    using Int = std::int64_t;
    std::vector<HostDeed> found;
    database.each<std::string, std::string, Int, Int, std::optional<Int>, std::optional<Int>>(
        "SELECT kind, instrument_id, booking_id, at, waited_minutes, waited_open_minutes FROM host_deed WHERE "
        "platform_id = :platform AND at >= :from AND at < :to ORDER BY at DESC, id DESC LIMIT :limit",
        [&](const std::string& kind, const std::string& instrument, Int booking, Int at, std::optional<Int> waited,
            std::optional<Int> open) {
            HostDeed deed{json::enum_value<HostDeedKind>(kind).value(),
                          platform,
                          InstrumentId{instrument},
                          BookingId{booking},
                          instant_of(at),
                          {}};
            if (waited && open) {
                deed.wait = Wait{*waited, *open};
            }
            found.push_back(std::move(deed));
        },
        platform.value, seconds_of(window.start), seconds_of(window.end), host_deeds_max);
    return found;
}

}  // namespace server
