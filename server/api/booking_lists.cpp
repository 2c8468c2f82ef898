// Reading bookings: lists, one with its history, and the facts beside a request.

#include <algorithm>

#include <fmt/format.h>

#include "server/api/booking_rows.hpp"
#include "server/api/handlers.hpp"
#include "server/api/views.hpp"
#include "server/json/read.hpp"

namespace server {

using namespace model;

namespace {
/// What a list may show: filters that are empty hold for everything.
struct ListFilter {
    std::int64_t person = 0;
    std::string organisation;
    std::string platform;     ///< one of ";a;b;" joined, or empty
    std::string institution;  ///< likewise
    std::string statuses;     ///< likewise
    std::string instrument;
    std::int64_t from = 0;
    std::int64_t to = 0;
};

std::string joined(const std::vector<std::string>& items) {
    return items.empty() ? std::string() : fmt::format(";{};", fmt::join(items, ";"));
}

/// The scopes of the caller's roles of some kinds; everything (an empty list with `all`) for system_admin.
struct Scopes {
    std::vector<std::string> ids;
    bool all = false;
};
Scopes scopes_of(const Principal& who, std::initializer_list<Role> roles) {
    Scopes scopes;
    for (const auto& grant : who.user.grants) {
        if (std::ranges::find(roles, grant.role) != roles.end()) {
            scopes.all = scopes.all || grant.scope.empty();
            scopes.ids.push_back(grant.scope);
        }
    }
    scopes.all = scopes.all || who.has_anywhere(Role::system_admin);
    return scopes;
}

Result<void> apply_scope(ListFilter& filter, const Call& call) {
    const auto& who = *call.who;
    const auto scope = call.query("scope").empty() ? std::string("mine") : call.query("scope");
    if (scope == "mine") {
        filter.person = who.user.id.value;
    } else if (scope == "organisation") {
        if (!who.has(Role::company_admin, who.organisation.id.value) && !who.has_anywhere(Role::system_admin)) {
            return ErrorCode::not_allowed;
        }
        filter.organisation = who.organisation.id.value;
    } else if (scope == "platform") {
        const auto scopes = scopes_of(who, {Role::operator_, Role::platform_admin});
        if (scopes.ids.empty() && !scopes.all) {
            return ErrorCode::not_allowed;
        }
        filter.platform = scopes.all ? "" : joined(scopes.ids);
    } else if (scope == "institution") {
        const auto scopes = scopes_of(who, {Role::institution_admin});
        const bool council = who.has_anywhere(Role::secretariat);
        if (scopes.ids.empty() && !scopes.all && !council) {
            return ErrorCode::not_allowed;
        }
        filter.institution = scopes.all || council ? "" : joined(scopes.ids);
    } else {
        return Error(ErrorCode::malformed_request)
            .with_field({"scope",
                         "unknown_value",
                         {"可用的值：mine, organisation, platform, institution",
                          "the possible values are mine, organisation, platform, institution"}});
    }
    return {};
}

Result<ListFilter> list_filter(const Call& call) {
    ListFilter filter;
    TRY_VOID(apply_scope(filter, call));
    const auto statuses = list_parameter(call, "status");
    for (const auto& status : statuses) {
        if (!json::enum_value<BookingStatus>(status)) {
            return Error(ErrorCode::malformed_request)
                .with_field({"status", "unknown_value", {"未知的状态", "unknown status"}});
        }
    }
    filter.statuses = joined(statuses);
    filter.instrument = call.query("instrument");
    TRY(const auto from, instant_parameter(call, "from"));
    TRY(const auto to, instant_parameter(call, "to"));
    filter.from = seconds_of(from.value_or(earliest_instant));
    filter.to = seconds_of(to.value_or(latest_instant));
    return filter;
}

#define YIQI_LIST_WHERE                                                                                              \
    " FROM booking b JOIN person pe ON pe.id = b.person_id JOIN organisation o ON o.id = b.organisation_id "         \
    "JOIN instrument i ON i.id = b.instrument_id JOIN platform pl ON pl.id = i.platform_id "                         \
    "WHERE b.start_at < :to AND b.end_at > :from AND (:any_status = '' OR :statuses LIKE '%;' || b.status || ';%') " \
    "AND (:any_instrument = '' OR b.instrument_id = :instrument) "                                                   \
    "AND (:any_platform = '' OR :platforms LIKE '%;' || i.platform_id || ';%') "                                     \
    "AND (:any_institution = '' OR :institutions LIKE '%;' || pl.institution_id || ';%') "

/// One statement per driving index: a person, an organisation, requests, or the time.
struct ListQuery {
    const ListFilter& f;
    const Page& page;
    bool descending;

    template <class Run>
    void with_arguments(Run&& run) const {
        run(f.to, f.from, f.statuses, f.statuses, f.instrument, f.instrument, f.platform, f.platform, f.institution,
            f.institution);
    }

    std::vector<ListedBooking> rows(Database& database) const {
        std::vector<ListedBooking> found;
        const auto take = [&](ListedBooking row) { found.push_back(std::move(row)); };
        const auto limit = static_cast<std::int64_t>(page.limit);
        with_arguments([&](const auto&... a) {
            if (f.person != 0) {
                if (descending) {
                    each_booking(
                        database,
                        "SELECT " YIQI_BOOKING_COLUMNS ", pe.name, o.name" YIQI_LIST_WHERE
                        "AND b.person_id = :person ORDER BY b.start_at DESC, b.id DESC LIMIT :limit OFFSET :offset",
                        take, a..., f.person, limit, page.offset);
                } else {
                    each_booking(database,
                                 "SELECT " YIQI_BOOKING_COLUMNS ", pe.name, o.name" YIQI_LIST_WHERE
                                 "AND b.person_id = :person ORDER BY b.start_at, b.id LIMIT :limit OFFSET :offset",
                                 take, a..., f.person, limit, page.offset);
                }
            } else if (!f.organisation.empty()) {
                if (descending) {
                    each_booking(database,
                                 "SELECT " YIQI_BOOKING_COLUMNS ", pe.name, o.name" YIQI_LIST_WHERE
                                 "AND b.organisation_id = :organisation ORDER BY b.start_at DESC, b.id DESC LIMIT "
                                 ":limit OFFSET :offset",
                                 take, a..., f.organisation, limit, page.offset);
                } else {
                    each_booking(
                        database,
                        "SELECT " YIQI_BOOKING_COLUMNS ", pe.name, o.name" YIQI_LIST_WHERE
                        "AND b.organisation_id = :organisation ORDER BY b.start_at, b.id LIMIT :limit OFFSET :offset",
                        take, a..., f.organisation, limit, page.offset);
                }
            } else if (f.statuses == ";requested;") {
                each_booking(database,
                             "SELECT " YIQI_BOOKING_COLUMNS ", pe.name, o.name" YIQI_LIST_WHERE
                             "AND b.status = 'requested' ORDER BY b.start_at, b.id LIMIT :limit OFFSET :offset",
                             take, a..., limit, page.offset);
            } else if (descending) {
                each_booking(database,
                             "SELECT " YIQI_BOOKING_COLUMNS ", pe.name, o.name" YIQI_LIST_WHERE
                             "ORDER BY b.start_at DESC, b.id DESC LIMIT :limit OFFSET :offset",
                             take, a..., limit, page.offset);
            } else {
                each_booking(database,
                             "SELECT " YIQI_BOOKING_COLUMNS ", pe.name, o.name" YIQI_LIST_WHERE
                             "ORDER BY b.start_at, b.id LIMIT :limit OFFSET :offset",
                             take, a..., limit, page.offset);
            }
        });
        return found;
    }

    std::int64_t total(Database& database) const {
        std::int64_t count = 0;
        with_arguments([&](const auto&... a) {
            if (f.person != 0) {
                count = std::get<0>(*database.first<std::int64_t>(
                    "SELECT count(*)" YIQI_LIST_WHERE "AND b.person_id = :person", a..., f.person));
            } else if (!f.organisation.empty()) {
                count = std::get<0>(*database.first<std::int64_t>(
                    "SELECT count(*)" YIQI_LIST_WHERE "AND b.organisation_id = :organisation", a..., f.organisation));
            } else if (f.statuses == ";requested;") {
                count = std::get<0>(*database.first<std::int64_t>(
                    "SELECT count(*)" YIQI_LIST_WHERE "AND b.status = 'requested'", a...));
            } else {
                count = std::get<0>(*database.first<std::int64_t>("SELECT count(*)" YIQI_LIST_WHERE, a...));
            }
        });
        return count;
    }
};

std::optional<ListedBooking> find_booking(Database& database, BookingId id) {
    std::optional<ListedBooking> found;
    each_booking(
        database,
        "SELECT " YIQI_BOOKING_COLUMNS
        ", pe.name, o.name FROM booking b JOIN person pe ON pe.id = b.person_id "
        "JOIN organisation o ON o.id = b.organisation_id WHERE b.id = :id",
        [&](ListedBooking row) { found = std::move(row); }, id.value);
    return found;
}

std::vector<HistoryView> history_of(Database& database, BookingId id) {
    std::vector<HistoryView> history;
    database.each<std::int64_t, std::string, std::optional<std::string>, std::string>(
        "SELECT e.at, e.kind, p.name, e.facts FROM event e LEFT JOIN person p ON p.id = e.actor "
        "WHERE e.subject = :id AND e.kind LIKE 'booking_%' ORDER BY e.seq LIMIT 500",
        [&](std::int64_t at, const std::string& kind, const std::optional<std::string>& actor,
            const std::string& facts) {
            const auto document = json::parse_document(facts);
            const std::string reason =
                document && document->contains("reason") ? (*document)["reason"].get<std::string>() : "";
            history.push_back({instant_of(at), kind, actor.value_or(""), reason});
        },
        id.value);
    return history;
}

/// The booking when the caller may see it; not_found otherwise.
Result<ListedBooking> visible_booking(const Call& call, Database& database) {
    auto found = find_booking(database, BookingId{json::id_number(call.path_parameter(0))});
    const auto record = found ? call.snapshot->catalogue->instrument(found->booking.instrument_id) : nullptr;
    if (!record || !may_see(*call.who, *record, found->booking)) {
        return ErrorCode::not_found;
    }
    return *std::move(found);
}
}  // namespace

Result<Answer> list_bookings(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    TRY(const auto filter, list_filter(call));
    const ListQuery query{filter, page, call.query("sort") == "-start"};
    std::vector<std::string> items;
    for (const auto& row : query.rows(database)) {
        items.push_back(json::to_text(booking_view(call, row.booking, row.names), call.style));
    }
    return Answer{200, list_text(items, page, query.total(database))};
}

Result<Answer> one_booking(const Call& call, Database& database) {
    TRY(const auto row, visible_booking(call, database));
    auto view = booking_view(call, row.booking, row.names);
    view.history = history_of(database, row.booking.id);
    return Answer{200, json::to_text(view, call.style), view.etag};
}

namespace {
std::string neighbours_text(const Call& call, Database& database, const Booking& booking, Interval range,
                            bool requested_only) {
    std::string out = "[";
    each_booking(
        database,
        "SELECT " YIQI_BOOKING_COLUMNS
        ", pe.name, o.name FROM booking b JOIN person pe ON pe.id = b.person_id "
        "JOIN organisation o ON o.id = b.organisation_id WHERE b.instrument_id = :instrument AND b.start_at < :end AND "
        "b.end_at > :start "
        "AND b.status IN ('requested', 'approved', 'in_use') AND b.id <> :id ORDER BY b.start_at LIMIT 50",
        [&](const ListedBooking& row) {
            if (requested_only && row.booking.status != BookingStatus::requested) {
                return;
            }
            fmt::format_to(std::back_inserter(out), "{}{{\"booking_id\":\"{}\",\"start\":", out.size() > 1 ? "," : "",
                           row.booking.id.value);
            json::write(out, row.booking.time.start, call.style);
            out += ",\"end\":";
            json::write(out, row.booking.time.end, call.style);
            fmt::format_to(std::back_inserter(out),
                           ",\"status\":\"{}\",\"organisation_name\":", json::enum_name(row.booking.status));
            json::append_string(out, row.names.organisation_name);
            out += ",\"user_name\":";
            json::append_string(out, row.names.user_name);
            out += '}';
        },
        booking.instrument_id.value, seconds_of(range.end), seconds_of(range.start), booking.id.value);
    return out + "]";
}
}  // namespace

Result<Answer> booking_facts(const Call& call, Database& database) {
    TRY(const auto row, visible_booking(call, database));
    const auto& b = row.booking;
    const auto record = call.snapshot->catalogue->instrument(b.instrument_id);
    if (!may_operate(*call.who, *record)) {
        return ErrorCode::not_allowed;
    }
    const auto training = database.first<std::optional<std::int64_t>>(
        "SELECT valid_until FROM training WHERE person_id = :person AND instrument_id = :instrument", b.user_id.value,
        b.instrument_id.value);
    std::string out = fmt::format(R"({{"training":{{"required":{},"held":{},"valid_until":)",
                                  record->policy->policy.requires_training, training.has_value());
    json::write(out,
                training && std::get<0>(*training) ? std::optional(instant_of(*std::get<0>(*training))) : std::nullopt,
                call.style);
    const auto account = database.first<std::int64_t, std::int64_t>(
        "SELECT balance_fen, held_fen FROM ledger_account WHERE kind = 'receivable' AND owner = :owner",
        b.organisation_id.value);
    const auto limit = find_organisation(database, b.organisation_id).value_or(Organisation{}).credit_limit.fen();
    const auto balance = account ? std::get<0>(*account) : 0;
    const auto held = account ? std::get<1>(*account) : 0;
    fmt::format_to(
        std::back_inserter(out),
        R"(}},"account":{{"balance_fen":{},"held_fen":{},"credit_limit_fen":{},"available_fen":{}}},"history":)",
        balance, held, limit, limit - balance - held);
    const auto counts = database.first<std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT coalesce(sum(CASE WHEN status IN ('completed', 'settled') THEN 1 ELSE 0 END), 0), "
        "coalesce(sum(CASE WHEN status = 'no_show' THEN 1 ELSE 0 END), 0), coalesce(sum(CASE WHEN status = 'cancelled' "
        "THEN 1 ELSE 0 END), 0), "
        "coalesce(sum(CASE WHEN status IN ('requested', 'approved') THEN 1 ELSE 0 END), 0) FROM booking WHERE "
        "person_id = :person",
        b.user_id.value);
    fmt::format_to(
        std::back_inserter(out),
        R"({{"completed":{},"no_shows":{},"cancelled":{},"upcoming":{}}},"neighbours":{},"competing":{},"price":{{"total_fen":{}}}}})",
        std::get<0>(*counts), std::get<1>(*counts), std::get<2>(*counts), std::get<3>(*counts),
        neighbours_text(call, database, b, {b.time.start - std::chrono::days{1}, b.time.end + std::chrono::days{1}},
                        false),
        neighbours_text(call, database, b, b.time, true), b.quote.total.fen());
    return Answer{200, std::move(out)};
}

}  // namespace server
