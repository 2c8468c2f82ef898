// Bookings, occupancy and outages of SqlTransaction.

#include "model/assert.hpp"
#include "server/json/write.hpp"
#include "server/storage/price_text.hpp"
#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

namespace {
std::optional<std::int64_t> optional_seconds(const std::optional<Instant>& at) {
    return at ? std::optional(seconds_of(*at)) : std::nullopt;
}

std::optional<std::int64_t> charge_fen(const Booking& b) {
    return b.charge ? std::optional(b.charge->total.fen()) : std::nullopt;
}

std::optional<std::string> charge_lines(const Booking& b) {
    return b.charge ? std::optional(price_text(b.charge->lines)) : std::nullopt;
}
}  // namespace

std::optional<Booking> SqlTransaction::booking(BookingId id) {
    std::optional<Booking> found;
    std::apply(
        [&]<class... Column>(const Column&...) {
            database_.each<Column...>(
                "SELECT " YIQI_BOOKING_COLUMNS " FROM booking b WHERE b.id = :id",
                [&](const Column&... column) { found = booking_of(BookingRow{column...}); }, id.value);
        },
        BookingRow{});
    return found;
}

BookingId SqlTransaction::add_booking(const Booking& b) {
    const std::optional<std::int64_t> group = b.group_id ? std::optional(b.group_id.value) : std::nullopt;
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO booking(instrument_id, person_id, organisation_id, start_at, end_at, status, purpose, samples, "
        "staff_minutes, "
        "price_class, policy_version, rates_version, quote_fen, quote_lines, created_at, group_id, accessories, "
        "revision, reason, named_class, priced_at, calendar_version, extras) "
        "VALUES (:instrument, :person, :organisation, :start, :end, :status, :purpose, :samples, :staff, :class, "
        ":policy, :rates, "
        ":quote, :lines, :created, :group, :accessories, :revision, :reason, :named_class, :priced_at, :calendar, "
        ":extras) RETURNING id",
        b.instrument_id.value, b.user_id.value, b.organisation_id.value, seconds_of(b.time.start),
        seconds_of(b.time.end), json::enum_name(b.status), b.purpose, b.samples, b.staff_minutes,
        json::enum_name(b.price_class), b.policy_version, b.rates_version, b.quote.total.fen(),
        price_text(b.quote.lines), seconds_of(b.created_at), group, accessories_text(b.accessories), b.revision,
        b.reason, b.named_class, seconds_of(b.priced_at), b.calendar_version, extras_text(b.extras));
    return BookingId{std::get<0>(*id)};
}

void SqlTransaction::update_booking(const Booking& b) {
    const std::optional<Usage>& u = b.usage;
    database_.run(
        "UPDATE booking SET instrument_id = :instrument, start_at = :start, end_at = :end, status = :status, samples = "
        ":samples, "
        "price_class = :class, policy_version = :policy, rates_version = :rates, quote_fen = :quote, quote_lines = "
        ":lines, "
        "charge_fen = :charge, charge_lines = :charge_lines, used_start = :used_start, used_end = :used_end, "
        "used_samples = :used_samples, used_note = :used_note, revision = :revision, reason = :reason, "
        "named_class = :named_class, priced_at = :priced_at, calendar_version = :calendar, extras = :extras, "
        "used_consumables = :used_consumables "
        "WHERE id = :id AND revision = :before",
        b.instrument_id.value, seconds_of(b.time.start), seconds_of(b.time.end), json::enum_name(b.status), b.samples,
        json::enum_name(b.price_class), b.policy_version, b.rates_version, b.quote.total.fen(),
        price_text(b.quote.lines), charge_fen(b), charge_lines(b),
        u ? std::optional(seconds_of(u->start)) : std::nullopt, u ? optional_seconds(u->end) : std::nullopt,
        u ? std::optional(u->samples) : std::nullopt, u ? std::optional(u->note) : std::nullopt, b.revision, b.reason,
        b.named_class, seconds_of(b.priced_at), b.calendar_version, extras_text(b.extras),
        u ? consumables_text(u->consumables) : std::string(), b.id.value, b.revision - 1);
    YIQI_ASSERT(database_.changes() == 1);
}

std::vector<BookingId> SqlTransaction::open_requests(const InstrumentId& instrument, Interval range) {
    std::vector<BookingId> found;
    database_.each<std::int64_t>(
        "SELECT b.id FROM booking b WHERE b.instrument_id = :instrument AND b.start_at < :end AND b.end_at > :start "
        "AND b.status = 'requested' AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.holder_id = b.id AND "
        "o.holder_kind = 0) "
        "ORDER BY b.id LIMIT 200",
        [&](std::int64_t id) { found.emplace_back(id); }, instrument.value, seconds_of(range.end),
        seconds_of(range.start));
    return found;
}

std::vector<Booking> SqlTransaction::charged_bookings(const InstrumentId& instrument, Interval range) {
    constexpr std::int64_t overrun_seconds = 31LL * 86'400;
    std::vector<Booking> found;
    std::apply(
        [&]<class... Column>(const Column&...) {
            database_.each<Column...>(
                "SELECT " YIQI_BOOKING_COLUMNS
                " FROM booking b WHERE b.instrument_id = :instrument AND b.charge_fen IS NOT NULL AND b.end_at > :low "
                "AND ((b.start_at < :end AND b.end_at > :start) OR (b.used_start < :used_end AND b.used_end > "
                ":used_start)) ORDER BY b.id LIMIT 500",
                [&](const Column&... column) { found.push_back(booking_of(BookingRow{column...})); }, instrument.value,
                seconds_of(range.start) - overrun_seconds, seconds_of(range.end), seconds_of(range.start),
                seconds_of(range.end), seconds_of(range.start));
        },
        BookingRow{});
    return found;
}

std::optional<int> SqlTransaction::free_lane(const InstrumentId& instrument, int capacity, Interval held) {
    const auto beyond = database_.first<std::int64_t>(
        "SELECT count(DISTINCT lane) FROM occupancy WHERE instrument_id = :instrument AND lane >= :capacity AND "
        "held_start < :end "
        "AND held_start > :low AND held_end > :start",
        instrument.value, capacity, seconds_of(held.end), seconds_of(held.start) - reach_seconds,
        seconds_of(held.start));
    auto taken = std::get<0>(*beyond);
    std::optional<int> free_lane;
    for (int lane = 0; lane < capacity && taken < capacity; ++lane) {
        // The neighbour that starts last before our end decides, as in the store's own check.
        const auto neighbour = database_.first<std::int64_t>(
            "SELECT held_end FROM occupancy WHERE instrument_id = :instrument AND lane = :lane AND held_start < :end "
            "ORDER BY held_start DESC LIMIT 1",
            instrument.value, lane, seconds_of(held.end));
        if (neighbour && std::get<0>(*neighbour) > seconds_of(held.start)) {
            ++taken;
        } else if (!free_lane) {
            free_lane = lane;
            if (std::get<0>(*beyond) == 0) {
                break;
            }
        }
    }
    return taken < capacity ? free_lane : std::nullopt;
}

std::optional<int> SqlTransaction::occupy(const InstrumentId& instrument, int capacity, Holder holder, Interval time,
                                          Interval held) {
    const auto lane = free_lane(instrument, capacity, held);
    if (!lane) {
        return std::nullopt;
    }
    add_occupancy({instrument, static_cast<int>(*lane), holder, time, held});
    return lane;
}

void SqlTransaction::add_occupancy(const Occupancy& o) {
    database_.run(
        "INSERT INTO occupancy(instrument_id, lane, held_start, held_end, start_at, end_at, holder_kind, holder_id) "
        "VALUES (:instrument, :lane, :held_start, :held_end, :start, :end, :kind, :holder)",
        o.instrument_id.value, o.lane, seconds_of(o.held.start), seconds_of(o.held.end), seconds_of(o.time.start),
        seconds_of(o.time.end), static_cast<std::int64_t>(o.holder.kind), o.holder.id);
    effects_.occupancy.push_back({true, o});
}

bool SqlTransaction::holds_a_lane(Holder holder) {
    return database_
        .first<std::int64_t>("SELECT lane FROM occupancy WHERE holder_id = :id AND holder_kind = :kind LIMIT 1",
                             holder.id, static_cast<std::int64_t>(holder.kind))
        .has_value();
}

void SqlTransaction::vacate(Holder holder) {
    std::optional<std::string> instrument;
    database_.each<std::string, std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT instrument_id, start_at, end_at, held_start, held_end FROM occupancy WHERE holder_id = :id AND "
        "holder_kind = :kind",
        [&](const std::string& id, std::int64_t start, std::int64_t end, std::int64_t held_start,
            std::int64_t held_end) {
            instrument = id;
            freed_.push_back({InstrumentId{id},
                              {instant_of(start), instant_of(end)},
                              {instant_of(held_start), instant_of(held_end)}});
        },
        holder.id, static_cast<std::int64_t>(holder.kind));
    if (!instrument) {
        return;
    }
    database_.run("DELETE FROM occupancy WHERE holder_id = :id AND holder_kind = :kind", holder.id,
                  static_cast<std::int64_t>(holder.kind));
    database_.run("DELETE FROM accessory_hold WHERE holder_id = :id AND holder_kind = :kind", holder.id,
                  static_cast<std::int64_t>(holder.kind));
    effects_.occupancy.push_back({false, {InstrumentId{*instrument}, 0, holder, {}, {}}});
}

std::vector<Occupancy> SqlTransaction::occupancies(const InstrumentId& instrument, Interval range, std::size_t limit) {
    std::vector<Occupancy> found;
    database_.each<std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT lane, held_start, held_end, start_at, end_at, holder_kind, holder_id FROM occupancy "
        "WHERE instrument_id = :instrument AND held_start < :end AND held_start > :low AND held_end > :start "
        "ORDER BY start_at LIMIT :limit",
        [&](std::int64_t lane, std::int64_t held_start, std::int64_t held_end, std::int64_t start, std::int64_t end,
            std::int64_t kind, std::int64_t id) {
            found.push_back({instrument,
                             static_cast<int>(lane),
                             {static_cast<HolderKind>(kind), id},
                             {instant_of(start), instant_of(end)},
                             {instant_of(held_start), instant_of(held_end)}});
        },
        instrument.value, seconds_of(range.end), seconds_of(range.start) - reach_seconds, seconds_of(range.start),
        static_cast<std::int64_t>(limit));
    return found;
}

OutageId SqlTransaction::add_outage(const Outage& o) {
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO outage(instrument_id, start_at, end_at, reason, created_by, created_at, ended) "
        "VALUES (:instrument, :start, :end, :reason, :by, :at, 0) RETURNING id",
        o.instrument_id.value, seconds_of(o.time.start), seconds_of(o.time.end), o.reason, o.created_by.value,
        seconds_of(o.created_at));
    return OutageId{std::get<0>(*id)};
}

std::optional<Outage> SqlTransaction::outage(OutageId id) {
    const auto row =
        database_.first<std::string, std::int64_t, std::int64_t, std::string, std::int64_t, std::int64_t, std::int64_t>(
            "SELECT instrument_id, start_at, end_at, reason, created_by, created_at, ended FROM outage WHERE id = :id",
            id.value);
    if (!row) {
        return std::nullopt;
    }
    const auto& [instrument, start, end, reason, by, at, ended] = *row;
    return Outage{
        id,        InstrumentId{instrument}, {instant_of(start), instant_of(end)}, reason, UserId{by}, instant_of(at),
        ended != 0};
}

void SqlTransaction::end_outage(OutageId id) {
    database_.run("UPDATE outage SET ended = 1 WHERE id = :id", id.value);
}

std::vector<Outage> SqlTransaction::open_outages(const InstrumentId& instrument, Instant now) {
    std::vector<Outage> found;
    database_.each<std::int64_t, std::int64_t, std::int64_t, std::string, std::int64_t, std::int64_t>(
        "SELECT id, start_at, end_at, reason, created_by, created_at FROM outage WHERE instrument_id = :instrument AND "
        "end_at > :now AND ended = 0 ORDER BY start_at LIMIT 1000",
        [&](std::int64_t id, std::int64_t start, std::int64_t end, const std::string& reason, std::int64_t by,
            std::int64_t at) {
            found.push_back({OutageId{id},
                             instrument,
                             {instant_of(start), instant_of(end)},
                             reason,
                             UserId{by},
                             instant_of(at),
                             false});
        },
        instrument.value, seconds_of(now));
    return found;
}

}  // namespace server
