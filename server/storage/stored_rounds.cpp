#include "server/storage/stored_rounds.hpp"

#include "server/json/round_documents.hpp"
#include "server/storage/rows.hpp"

namespace server {

using namespace model;

std::optional<Round> find_round(Database& database, RoundId id) {
    const auto row = database.first<std::string, std::int64_t, std::int64_t, std::int64_t, std::string, std::int64_t,
                                    std::string, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT platform_id, window_start, window_end, cut_off, status, seed, terms, created_by, created_at, by_policy "
        "FROM round WHERE id = :id",
        id.value);
    if (!row) {
        return std::nullopt;
    }
    const auto& [platform, start, end, cut_off, status, seed, terms, by, at, by_policy] = *row;
    Round round;
    round.id = id;
    round.platform_id = PlatformId{platform};
    round.window = {instant_of(start), instant_of(end)};
    round.cut_off = instant_of(cut_off);
    round.status = json::enum_value<RoundStatus>(status).value();
    round.seed = seed;
    round.terms = json::stored<RoundTerms>(terms);
    round.created_by = UserId{by};
    round.created_at = instant_of(at);
    round.by_policy = by_policy != 0;
    database.each<std::string>(
        "SELECT instrument_id FROM round_instrument WHERE round_id = :id ORDER BY instrument_id",
        [&](const std::string& instrument) { round.instruments.emplace_back(instrument); }, id.value);
    return round;
}

std::optional<scheduler::RoundOutcome> find_round_outcome(Database& database, RoundId id) {
    const auto row = database.first<std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                                    std::string, std::int64_t>(
        "SELECT decided_at, requests, granted, value, bound, gap_ppm, solved_by, tries FROM round WHERE id = :id AND "
        "decided_at IS NOT NULL",
        id.value);
    if (!row) {
        return std::nullopt;
    }
    const auto& [at, requests, granted, value, bound, gap, by, tries] = *row;
    return scheduler::RoundOutcome{
        instant_of(at), requests, granted, value, bound, gap, json::enum_value<scheduler::SolvedBy>(by).value(), tries};
}

RoundWish find_wish(Database& database, BookingId booking) {
    RoundWish wish;
    database.each<std::string, std::int64_t, std::int64_t>(
        "SELECT instrument_id, start_at, end_at FROM booking_alternative WHERE booking_id = :id ORDER BY position",
        [&](const std::string& instrument, std::int64_t start, std::int64_t end) {
            wish.alternatives.push_back({InstrumentId{instrument}, {instant_of(start), instant_of(end)}});
        },
        booking.value);
    if (const auto row = database.first<std::int64_t>("SELECT needed_by FROM booking_deadline WHERE booking_id = :id",
                                                      booking.value)) {
        wish.needed_by = instant_of(std::get<0>(*row));
    }
    return wish;
}

std::vector<scheduler::RoundShare> find_round_shares(Database& database, const PlatformId& platform) {
    std::vector<scheduler::RoundShare> shares;
    database.each<std::string, std::int64_t, std::int64_t>(
        "SELECT organisation_id, asked_minutes, won_minutes FROM round_share WHERE platform_id = :platform ORDER BY "
        "organisation_id",
        [&](const std::string& organisation, std::int64_t asked, std::int64_t won) {
            shares.push_back({OrganisationId{organisation}, asked, won});
        },
        platform.value);
    return shares;
}

std::vector<RoundId> find_closed_rounds(Database& database) {
    std::vector<RoundId> found;
    database.each<std::int64_t>("SELECT id FROM round WHERE status = 'closed' ORDER BY cut_off, id LIMIT 1000",
                                [&](std::int64_t id) { found.emplace_back(id); });
    return found;
}

std::int64_t count_competing(Database& database, BookingId booking, const InstrumentId& instrument, Interval held) {
    const auto row = database.first<std::int64_t>(
        "SELECT count(*) FROM booking b WHERE b.status = 'requested' AND b.id <> :booking AND b.id IN "
        "(SELECT id FROM booking WHERE instrument_id = :instrument AND start_at < :end AND start_at > :low AND end_at "
        "> "
        ":start AND status = 'requested' UNION SELECT booking_id FROM booking_alternative WHERE instrument_id = "
        ":alternative AND start_at < :alternative_end AND start_at > :alternative_low AND end_at > :alternative_start)",
        booking.value, instrument.value, seconds_of(held.end), seconds_of(held.start) - reach_seconds,
        seconds_of(held.start), instrument.value, seconds_of(held.end), seconds_of(held.start) - reach_seconds,
        seconds_of(held.start));
    return row ? std::get<0>(*row) : 0;
}

}  // namespace server
