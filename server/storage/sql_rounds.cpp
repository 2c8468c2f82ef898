// Rounds, their results and shares of SqlTransaction.

#include <algorithm>
#include <ranges>
#include <set>

#include "model/assert.hpp"
#include "server/json/round_documents.hpp"
#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"
#include "server/storage/stored_rounds.hpp"

namespace server {

using namespace model;

RoundId SqlTransaction::add_round(const Round& r) {
    const auto row = database_.first<std::int64_t>(
        "INSERT INTO round(platform_id, window_start, window_end, cut_off, status, seed, terms, created_by, "
        "created_at, by_policy) "
        "VALUES (:platform, :start, :end, :cut_off, :status, :seed, :terms, :by, :at, :by_policy) RETURNING id",
        r.platform_id.value, seconds_of(r.window.start), seconds_of(r.window.end), seconds_of(r.cut_off),
        json::enum_name(r.status), r.seed, json::to_text(r.terms), r.created_by.value, seconds_of(r.created_at),
        r.by_policy ? 1 : 0);
    const RoundId id{std::get<0>(*row)};
    for (const auto& instrument : r.instruments) {
        database_.run("INSERT INTO round_instrument(round_id, instrument_id) VALUES (:round, :instrument)", id.value,
                      instrument.value);
    }
    return id;
}

std::optional<Round> SqlTransaction::round(RoundId id) {
    return find_round(database_, id);
}

void SqlTransaction::set_round_status(RoundId id, RoundStatus status) {
    database_.run("UPDATE round SET status = :status WHERE id = :id", json::enum_name(status), id.value);
}

void SqlTransaction::set_round_seed(RoundId id, std::int64_t seed) {
    database_.run("UPDATE round SET seed = :seed WHERE id = :id", seed, id.value);
}

std::optional<scheduler::RoundOutcome> SqlTransaction::round_outcome(RoundId id) {
    return find_round_outcome(database_, id);
}

std::vector<InstrumentId> SqlTransaction::collecting_instruments(const PlatformId& platform) {
    constexpr std::size_t found_max = 500;
    std::set<InstrumentId> found;
    const auto look_at = [&](const scheduler::InstrumentPtr& record) {
        if (record->instrument.platform_id == platform && found.size() < found_max &&
            instrument(record->instrument.id)->policy->policy.contention == Contention::collect) {
            found.insert(record->instrument.id);
        }
    };
    std::ranges::for_each(catalogue_->instruments(), look_at);
    std::ranges::for_each(effects_.instruments | std::views::values, look_at);
    return {found.begin(), found.end()};
}

void SqlTransaction::set_round_outcome(RoundId id, const scheduler::RoundOutcome& o) {
    database_.run(
        "UPDATE round SET decided_at = :at, requests = :requests, granted = :granted, value = :value, bound = :bound, "
        "gap_ppm = :gap, solved_by = :by, tries = :tries WHERE id = :id",
        seconds_of(o.at), o.requests, o.granted, o.value, o.bound, o.gap_ppm, json::enum_name(o.solved_by), o.tries,
        id.value);
}

std::vector<RoundId> SqlTransaction::open_rounds(const InstrumentId& instrument, Interval range) {
    std::vector<RoundId> found;
    database_.each<std::int64_t>(
        "SELECT r.id FROM round_instrument i JOIN round r ON r.id = i.round_id WHERE i.instrument_id = :instrument "
        "AND r.status IN ('collecting', 'closed') AND r.window_start < :end AND r.window_end > :start ORDER BY r.id "
        "LIMIT 100",
        [&](std::int64_t id) { found.emplace_back(id); }, instrument.value, seconds_of(range.end),
        seconds_of(range.start));
    return found;
}

void SqlTransaction::put_wish(BookingId booking, const RoundWish& wish) {
    database_.run("DELETE FROM booking_alternative WHERE booking_id = :id", booking.value);
    database_.run("DELETE FROM booking_deadline WHERE booking_id = :id", booking.value);
    std::int64_t position = 0;
    for (const auto& option : wish.alternatives) {
        database_.run(
            "INSERT INTO booking_alternative(booking_id, position, instrument_id, start_at, end_at) "
            "VALUES (:booking, :position, :instrument, :start, :end)",
            booking.value, ++position, option.instrument_id.value, seconds_of(option.time.start),
            seconds_of(option.time.end));
    }
    if (wish.needed_by) {
        database_.run("INSERT INTO booking_deadline(booking_id, needed_by) VALUES (:booking, :by)", booking.value,
                      seconds_of(*wish.needed_by));
    }
}

RoundWish SqlTransaction::wish(BookingId booking) {
    return find_wish(database_, booking);
}

std::vector<BookingId> SqlTransaction::collected_requests(const InstrumentId& instrument, Interval window,
                                                          Instant before, std::size_t limit) {
    std::vector<BookingId> found;
    database_.each<std::int64_t>(
        "SELECT b.id FROM booking b WHERE b.instrument_id = :instrument AND b.start_at >= :start AND b.start_at < :end "
        "AND b.end_at <= :until AND b.created_at < :before AND b.status = 'requested' AND NOT EXISTS (SELECT 1 FROM "
        "occupancy o WHERE o.holder_id = b.id AND o.holder_kind = 0) ORDER BY b.id LIMIT :limit",
        [&](std::int64_t id) { found.emplace_back(id); }, instrument.value, seconds_of(window.start),
        seconds_of(window.end), seconds_of(window.end), seconds_of(before), static_cast<std::int64_t>(limit));
    return found;
}

void SqlTransaction::add_round_result(const scheduler::RoundResult& r) {
    database_.run(
        "INSERT INTO round_result(round_id, booking_id, granted, points, why_zh, why_en, options, served) "
        "VALUES (:round, :booking, :granted, :points, :zh, :en, :options, :served)",
        r.round_id.value, r.booking_id.value, r.granted, r.points, r.explanation.zh, r.explanation.en,
        json::to_text(r.options), r.granted ? 1 : 0);
}

scheduler::RoundTally SqlTransaction::round_tally(RoundId id) {
    scheduler::RoundTally tally;
    database_.each<std::string, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT b.organisation_id, CAST(sum((b.end_at - b.start_at) / 60) AS BIGINT), CAST(sum(CASE WHEN r.granted IS "
        "NULL THEN 0 ELSE (b.end_at - b.start_at) / 60 END) AS BIGINT), count(r.granted) FROM round_result r JOIN "
        "booking b ON b.id = r.booking_id WHERE r.round_id = :round GROUP BY b.organisation_id ORDER BY "
        "b.organisation_id",
        [&](const std::string& organisation, std::int64_t asked, std::int64_t won, std::int64_t granted) {
            tally.granted += granted;
            tally.shares.push_back({OrganisationId{organisation}, asked, won});
        },
        id.value);
    return tally;
}

std::vector<BookingId> SqlTransaction::unserved_losers(RoundId id, std::size_t limit) {
    std::vector<BookingId> found;
    database_.each<std::int64_t>(
        "SELECT booking_id FROM round_result WHERE round_id = :round AND served = 0 ORDER BY points DESC, booking_id "
        "LIMIT :limit",
        [&](std::int64_t booking) { found.emplace_back(booking); }, id.value, static_cast<std::int64_t>(limit));
    return found;
}

void SqlTransaction::mark_served(RoundId id, BookingId booking) {
    database_.run("UPDATE round_result SET served = 1 WHERE round_id = :round AND booking_id = :booking", id.value,
                  booking.value);
}

std::vector<scheduler::RoundShare> SqlTransaction::round_shares(const PlatformId& platform) {
    return find_round_shares(database_, platform);
}

void SqlTransaction::put_round_shares(const PlatformId& platform, std::span<const scheduler::RoundShare> shares) {
    database_.run("DELETE FROM round_share WHERE platform_id = :platform", platform.value);
    for (const auto& share : shares) {
        database_.run(
            "INSERT INTO round_share(platform_id, organisation_id, asked_minutes, won_minutes) "
            "VALUES (:platform, :organisation, :asked, :won)",
            platform.value, share.organisation.value, share.asked_minutes, share.won_minutes);
    }
}

bool SqlTransaction::occupy_lane(const InstrumentId& instrument, int lane, Holder holder, Interval time,
                                 Interval held) {
    // The neighbour that starts last before our end decides, as in the store's own check.
    const auto neighbour = database_.first<std::int64_t>(
        "SELECT held_end FROM occupancy WHERE instrument_id = :instrument AND lane = :lane AND held_start < :end "
        "ORDER BY held_start DESC LIMIT 1",
        instrument.value, lane, seconds_of(held.end));
    if (neighbour && std::get<0>(*neighbour) > seconds_of(held.start)) {
        return false;
    }
    add_occupancy({instrument, lane, holder, time, held});
    return true;
}

}  // namespace server
