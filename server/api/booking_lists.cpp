// Reading bookings: lists, and one with its history.

#include <algorithm>

#include <fmt/format.h>

#include "server/api/booking_rows.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"
#include "server/json/read.hpp"
#include "server/storage/joined_names.hpp"

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

std::vector<HistoryView> history_of(Database& database, BookingId id) {
    std::vector<HistoryView> history;
    database.each<std::int64_t, std::string, std::optional<std::string>, std::string>(
        // Who asks for a shift and who agrees are of different bookings, and need not know each other.
        "SELECT e.at, e.kind, p.name, e.facts FROM event e JOIN booking b ON b.id = e.subject LEFT JOIN person p ON "
        "p.id = e.actor AND (e.kind NOT IN ('booking_shift_asked', 'booking_extended') OR p.organisation_id = "
        "b.organisation_id) WHERE e.subject = :id AND e.kind LIKE 'booking_%' ORDER BY e.seq LIMIT 500",
        [&](std::int64_t at, const std::string& kind, const std::optional<std::string>& actor,
            const std::string& facts) {
            const auto document = json::parse_document(facts);
            const auto fact = [&](const char* name) {
                return document && document->contains(name) ? (*document)[name].get<std::string>() : "";
            };
            const auto rules = fact("rules");
            const auto reason = rules.empty() ? fact("reason") : rules + ": " + fact("reason");
            history.push_back({instant_of(at), kind, actor.value_or(""), reason});
        },
        id.value);
    return history;
}

std::vector<WaiverView> waivers_of(Database& database, BookingId id) {
    std::vector<WaiverView> waivers;
    database.each<std::string, std::string, std::optional<std::string>, std::int64_t>(
        "SELECT w.rules, w.reason, p.name, w.at FROM booking_waiver w LEFT JOIN person p ON p.id = w.person_id "
        "WHERE w.booking_id = :id ORDER BY w.id LIMIT 100",
        [&](const std::string& rules, const std::string& reason, const std::optional<std::string>& by,
            std::int64_t at) { waivers.push_back({split_names(rules), reason, by.value_or(""), instant_of(at)}); },
        id.value);
    return waivers;
}

/// The uses that run past their end now: instrument and booked end. The end of a shift at most, so few.
std::vector<std::pair<std::string, Instant>> overruns(Database& database, Instant now) {
    std::vector<std::pair<std::string, Instant>> found;
    database.each<std::string, std::int64_t>(
        "SELECT instrument_id, end_at FROM booking WHERE status = 'in_use' AND end_at < :now ORDER BY start_at LIMIT "
        "1000",
        [&](const std::string& instrument, std::int64_t end) { found.emplace_back(instrument, instant_of(end)); },
        seconds_of(now));
    return found;
}

/// What the user of this booking should know now.
std::optional<Sentence> warning_for(const Booking& booking, Instant now,
                                    const std::vector<std::pair<std::string, Instant>>& overruns) {
    constexpr std::chrono::hours soon{2};
    const auto minutes_over = [&](Instant end) {
        return std::max<std::int64_t>(1, std::chrono::floor<minutes>(now - end).count());
    };
    if (booking.status == BookingStatus::in_use && booking.time.end < now) {
        const auto over = minutes_over(booking.time.end);
        return Sentence{fmt::format("已超时使用 {} 分钟，请尽快签退", over),
                        fmt::format("in use for {} min past its end; please check out", over)};
    }
    if (booking.status != BookingStatus::approved || booking.time.start > now + soon || booking.time.end <= now) {
        return std::nullopt;
    }
    for (const auto& [instrument, end] : overruns) {
        if (instrument == booking.instrument_id.value && end <= booking.time.start) {
            const auto over = minutes_over(end);
            return Sentence{fmt::format("上一位用户已超时 {} 分钟，仪器可能尚未空出", over),
                            fmt::format("the use before yours runs {} min past its end; the instrument may not be "
                                        "free yet",
                                        over)};
        }
    }
    return std::nullopt;
}
}  // namespace

Result<Answer> list_bookings(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    TRY(const auto filter, list_filter(call));
    const ListQuery query{filter, page, call.query("sort") == "-start"};
    const auto late = overruns(database, call.now);
    std::vector<std::string> items;
    for (const auto& row : query.rows(database)) {
        auto view = booking_view(call, row.booking, row.names);
        view.warning = warning_for(row.booking, call.now, late);
        items.push_back(json::to_text(view, call.style));
    }
    return Answer{200, list_text(items, page, query.total(database))};
}

Result<Answer> one_booking(const Call& call, Database& database) {
    TRY(const auto row, visible_booking(call, database));
    auto view = booking_view(call, row.booking, row.names);
    view.warning = warning_for(row.booking, call.now, overruns(database, call.now));
    view.history = history_of(database, row.booking.id);
    show_competition(call, database, row.booking, view);
    show_cost_centre(database, row.booking, view);
    view.waivers = waivers_of(database, row.booking.id);
    Answer answer{200, json::to_text(view, call.style)};
    // The tag names the revision that a change is meant for. Who competes and what is late change without one, so the
    // answer is never "not modified".
    answer.headers.emplace_back("ETag", view.etag);
    return answer;
}

Shape bookings_shape() {
    return {list_schema<BookingView>(),
            {},
            paged({{"scope", R"({"type":"string","enum":["mine","organisation","platform","institution"]})"},
                   {"status"},
                   {"instrument"},
                   {"from", instant_schema},
                   {"to", instant_schema},
                   {"sort", R"({"type":"string","enum":["start","-start"]})"}})};
}

}  // namespace server
