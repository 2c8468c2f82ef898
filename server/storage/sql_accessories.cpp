// Accessories of SqlTransaction.

#include <set>

#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

namespace {
std::optional<std::string> optional_id(const InstrumentId& id) {
    return id.empty() ? std::nullopt : std::optional(id.value);
}
}  // namespace

std::int64_t count_units_left(Database& database, AccessoryId id, Interval time) {
    const auto row = database.first<std::int64_t>(
        "SELECT a.stock - (SELECT count(DISTINCT h.unit) FROM accessory_hold h WHERE h.accessory_id = a.id AND "
        "h.start_at < :end AND h.end_at > :start) FROM accessory a WHERE a.id = :id",
        seconds_of(time.end), seconds_of(time.start), id.value);
    return row ? std::get<0>(*row) : 0;
}

std::optional<Accessory> SqlTransaction::accessory(AccessoryId id) {
    const auto row = database_.first<std::string, std::optional<std::string>, std::string, std::string, std::int64_t>(
        "SELECT platform_id, instrument_id, name_zh, name_en, stock FROM accessory WHERE id = :id", id.value);
    if (!row) {
        return std::nullopt;
    }
    const auto& [platform, instrument, name_zh, name_en, stock] = *row;
    return Accessory{id, PlatformId{platform}, InstrumentId{instrument.value_or("")}, name_zh, name_en, stock};
}

AccessoryId SqlTransaction::put_accessory(const Accessory& a) {
    if (a.id) {
        database_.run(
            "UPDATE accessory SET instrument_id = :instrument, name_zh = :zh, name_en = :en, stock = :stock "
            "WHERE id = :id",
            optional_id(a.instrument_id), a.name_zh, a.name_en, a.stock, a.id.value);
        return a.id;
    }
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO accessory(platform_id, instrument_id, name_zh, name_en, stock) "
        "VALUES (:platform, :instrument, :zh, :en, :stock) RETURNING id",
        a.platform_id.value, optional_id(a.instrument_id), a.name_zh, a.name_en, a.stock);
    return AccessoryId{std::get<0>(*id)};
}

std::int64_t SqlTransaction::accessory_units_taken(AccessoryId id, Instant from) {
    return std::get<0>(*database_.first<std::int64_t>(
        "SELECT coalesce(max(unit) + 1, 0) FROM accessory_hold WHERE accessory_id = :id AND end_at > :from", id.value,
        seconds_of(from)));
}

std::int64_t SqlTransaction::accessory_units_left(AccessoryId id, Interval time) {
    return count_units_left(database_, id, time);
}

bool SqlTransaction::take_accessory(const AccessoryUse& use, Holder holder, Interval time) {
    const auto known = accessory(use.id);
    if (!known) {
        return false;
    }
    std::set<std::int64_t> taken;
    database_.each<std::int64_t>(
        "SELECT DISTINCT unit FROM accessory_hold WHERE accessory_id = :id AND start_at < :end AND end_at > :start",
        [&](std::int64_t unit) { taken.insert(unit); }, use.id.value, seconds_of(time.end), seconds_of(time.start));
    std::vector<std::int64_t> free;
    for (std::int64_t unit = 0; unit < known->stock && std::ssize(free) < use.quantity; ++unit) {
        if (!taken.contains(unit)) {
            free.push_back(unit);
        }
    }
    if (std::ssize(free) < use.quantity) {
        return false;
    }
    for (const auto unit : free) {
        database_.run(
            "INSERT INTO accessory_hold(accessory_id, unit, start_at, end_at, holder_kind, holder_id) "
            "VALUES (:id, :unit, :start, :end, :kind, :holder)",
            use.id.value, unit, seconds_of(time.start), seconds_of(time.end), static_cast<std::int64_t>(holder.kind),
            holder.id);
    }
    return true;
}

}  // namespace server
