// Reading rounds: the list, one, its results.

#include <algorithm>

#include <fmt/format.h>

#include "server/api/handlers.hpp"
#include "server/api/round_views.hpp"
#include "server/api/shape.hpp"
#include "server/storage/offer_rows.hpp"
#include "server/storage/stored_rounds.hpp"

namespace server {

using namespace model;

namespace {
bool is_staff(const Call& call, const Round& round) {
    const auto record = call.snapshot->catalogue->instrument(round.instruments.front());
    return record && may_operate(*call.who, *record);
}

/// Whose results the caller may see: of everybody (staff), of the company (its admin), his own.
struct Sight {
    bool all = false;
    std::string organisation;
    std::int64_t person = 0;
};
Sight sight_of(const Call& call, const Round& round) {
    const auto& who = *call.who;
    if (is_staff(call, round)) {
        return {true, {}, 0};
    }
    if (who.has(Role::company_admin, who.organisation.id.value)) {
        return {false, who.organisation.id.value, 0};
    }
    return {false, {}, who.user.id.value};
}

std::int64_t count_requests(Database& database, const Round& round) {
    const auto row = database.first<std::int64_t>(
        "SELECT count(*) FROM round_instrument i JOIN booking b ON b.instrument_id = i.instrument_id WHERE i.round_id "
        "= :round AND b.start_at >= :start AND b.start_at < :before AND b.end_at <= :end AND b.created_at < :cut_off "
        "AND b.status = 'requested' AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.holder_id = b.id AND "
        "o.holder_kind = 0)",
        round.id.value, seconds_of(round.window.start), seconds_of(round.window.end), seconds_of(round.window.end),
        seconds_of(round.cut_off));
    return row ? std::get<0>(*row) : 0;
}
}  // namespace

RoundView round_view(const Call& call, Database& database, const Round& round) {
    RoundView view;
    view.id = round.id;
    view.platform_id = round.platform_id;
    view.instrument_ids = round.instruments;
    view.window = {round.window.start, round.window.end};
    view.cut_off = round.cut_off;
    view.status = round.status;
    view.seed = round.seed == 0 ? std::nullopt : std::optional(round.seed);
    view.terms = round.terms;
    view.created_at = round.created_at;
    view.opened_by_policy = round.by_policy;
    const auto outcome = find_round_outcome(database, round.id);
    // Until all of it is carried out, a result is not told.
    view.outcome = round.status == RoundStatus::allocated ? outcome_view(outcome) : std::nullopt;
    view.requests = outcome ? outcome->requests : count_requests(database, round);
    const bool staff = is_staff(call, round);
    database.each<std::string, std::string, std::int64_t, std::int64_t>(
        "SELECT s.organisation_id, o.name, s.asked_minutes, s.won_minutes FROM round_share s JOIN organisation o ON "
        "o.id "
        "= s.organisation_id WHERE s.platform_id = :platform ORDER BY s.organisation_id",
        [&](const std::string& id, const std::string& name, std::int64_t asked, std::int64_t won) {
            view.all_shares.asked_minutes += asked;
            view.all_shares.won_minutes += won;
            if (staff || id == call.who->organisation.id.value) {
                view.shares.push_back({OrganisationId{id}, name, asked, won});
            }
        },
        round.platform_id.value);
    const auto record = call.snapshot->catalogue->instrument(round.instruments.front());
    if (record && may_administer(*call.who, *record)) {
        if (round.status == RoundStatus::collecting) {
            view.may.emplace_back("cancel");
        }
        if (round.status == RoundStatus::collecting || round.status == RoundStatus::closed) {
            view.may.emplace_back("allocate");
        }
    }
    return view;
}

Result<Answer> list_rounds(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    const auto& platform = call.query("platform");
    const auto& status = call.query("status");
    if (!status.empty() && !json::enum_value<RoundStatus>(status)) {
        return field_error("status", "unknown_value", "没有这种状态", "there is no such status");
    }
    std::vector<RoundId> ids;
    database.each<std::int64_t>(
        "SELECT id FROM round WHERE (:platform = '' OR platform_id = :platform_id) AND (:any = '' OR status = :status) "
        "ORDER BY id DESC LIMIT :limit OFFSET :offset",
        [&](std::int64_t id) { ids.emplace_back(id); }, platform, platform, status, status,
        static_cast<std::int64_t>(page.limit), page.offset);
    const auto total = database.first<std::int64_t>(
        "SELECT count(*) FROM round WHERE (:platform = '' OR platform_id = :platform_id) AND (:any = '' OR status = "
        ":status)",
        platform, platform, status, status);
    std::vector<std::string> items;
    for (const auto id : ids) {
        if (const auto round = find_round(database, id)) {
            items.push_back(json::to_text(round_view(call, database, *round), call.style));
        }
    }
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Result<Answer> one_round(const Call& call, Database& database) {
    const auto round = find_round(database, RoundId{json::id_number(call.path_parameter(0))});
    if (!round) {
        return ErrorCode::not_found;
    }
    return Answer{200, json::to_text(round_view(call, database, *round), call.style)};
}

Result<Answer> round_results(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    const auto round = find_round(database, RoundId{json::id_number(call.path_parameter(0))});
    if (!round) {
        return ErrorCode::not_found;
    }
    if (round->status != RoundStatus::allocated) {
        return Answer{200, list_text({}, page, 0)};
    }
    const auto sight = sight_of(call, *round);
    const std::int64_t all = sight.all ? 1 : 0;
    std::vector<RoundResultView> views;
    database.each<std::int64_t, std::string, std::optional<std::int64_t>, std::int64_t, std::string, std::string,
                  std::string>(
        "SELECT r.booking_id, o.name, r.granted, r.points, r.why_zh, r.why_en, r.options FROM round_result r JOIN "
        "booking b ON b.id = r.booking_id JOIN organisation o ON o.id = b.organisation_id WHERE r.round_id = :round "
        "AND "
        "(:all = 1 OR b.organisation_id = :organisation OR b.person_id = :person) ORDER BY r.booking_id LIMIT :limit "
        "OFFSET :offset",
        [&](std::int64_t booking, const std::string& organisation, const std::optional<std::int64_t>& granted,
            std::int64_t points, const std::string& zh, const std::string& en, const std::string& options) {
            RoundResultView view{BookingId{booking}, organisation, granted, points, {zh, en}, {}, {}};
            std::ranges::transform(json::stored<std::vector<scheduler::DecidedOption>>(options),
                                   std::back_inserter(view.options), decided_view);
            views.push_back(std::move(view));
        },
        round->id.value, all, sight.organisation, sight.person, static_cast<std::int64_t>(page.limit), page.offset);
    const auto total = database.first<std::int64_t>(
        "SELECT count(*) FROM round_result r JOIN booking b ON b.id = r.booking_id WHERE r.round_id = :round AND (:all "
        "= 1 OR b.organisation_id = :organisation OR b.person_id = :person)",
        round->id.value, all, sight.organisation, sight.person);
    std::vector<std::string> items;
    for (auto& view : views) {
        each_offer(
            database,
            "SELECT " YIQI_OFFER_COLUMNS
            " FROM offer o WHERE o.origin_id = :id AND o.origin_kind = 'round' ORDER BY o.id",
            [&](const Offer& offer) { view.offer = counter_offer_view(offer); }, view.booking_id.value);
        items.push_back(json::to_text(view, call.style));
    }
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Shape rounds_shape() {
    return {list_schema<RoundView>(),
            {},
            paged({{"platform"},
                   {"status", R"({"type":"string","enum":["collecting","closed","allocated","cancelled"]})"}})};
}

Shape round_results_shape() {
    return {list_schema<RoundResultView>(), {}, paged()};
}

}  // namespace server
