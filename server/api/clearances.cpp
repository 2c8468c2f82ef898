// Clearances: what opens the gates of a platform's instruments for an organisation or a user.

#include <fmt/format.h>

#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/json/schema.hpp"

namespace server {

using namespace model;

namespace {
struct ClearanceInput {
    Text<1, 40> gate;
    PlatformId platform_id;
    /// Exactly one of the two.
    std::optional<Text<1, 200>> login;
    std::optional<OrganisationId> organisation_id;
    std::optional<Instant> valid_from;  ///< now
    std::optional<Instant> valid_until;
    std::optional<Text<0, 500>> note;
};
BOOST_DESCRIBE_STRUCT(ClearanceInput, (), (gate, platform_id, login, organisation_id, valid_from, valid_until, note))

struct ClearanceView {
    ClearanceId id;
    std::string gate;
    PlatformId platform_id;
    UserId user_id;
    std::string user_name;
    std::optional<OrganisationId> organisation_id;
    std::string organisation_name;
    Instant valid_from{};
    std::optional<Instant> valid_until;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ClearanceView, (),
                      (id, gate, platform_id, user_id, user_name, organisation_id, organisation_name, valid_from,
                       valid_until, note))

/// Staff of a platform; its institution and the house are staff too.
bool runs(const Call& call, const PlatformId& id) {
    const auto* platform = call.snapshot->catalogue->platform(id);
    return platform != nullptr && may_operate_platform(*call.who, *platform);
}

void record_clearance(SqlTransaction& tx, EventKind kind, const Clearance& clearance, const Call& call) {
    Event event;
    event.at = call.now;
    event.kind = kind;
    event.actor = call.who->user.id;
    event.subject = clearance.id.value;
    event.organisation_id = clearance.organisation_id;
    event.facts = {{"gate", clearance.gate}, {"platform", clearance.platform_id.value}};
    if (clearance.user_id) {
        event.facts.push_back({"user", std::to_string(clearance.user_id.value)});
    }
    tx.append(std::move(event));
}

#define YIQI_CLEARANCE_FROM                                       \
    " FROM clearance c LEFT JOIN person p ON p.id = c.person_id " \
    "LEFT JOIN organisation o ON o.id = c.organisation_id WHERE "
#define YIQI_CLEARANCE_SELECT                                                                            \
    "SELECT c.id, c.gate, c.platform_id, c.person_id, p.name, c.organisation_id, o.name, c.valid_from, " \
    "c.valid_until, c.note" YIQI_CLEARANCE_FROM

template <class... In>
std::vector<ClearanceView> views_of(Database& database, Sql sql, const In&... in) {
    using OptionalInt = std::optional<std::int64_t>;
    using OptionalText = std::optional<std::string>;
    std::vector<ClearanceView> views;
    database.each<std::int64_t, std::string, std::string, OptionalInt, OptionalText, OptionalText, OptionalText,
                  std::int64_t, OptionalInt, std::string>(
        sql,
        [&](std::int64_t id, const std::string& gate, const std::string& platform, const OptionalInt& user,
            const OptionalText& user_name, const OptionalText& organisation, const OptionalText& organisation_name,
            std::int64_t from, const OptionalInt& until, const std::string& note) {
            views.push_back({ClearanceId{id}, gate, PlatformId{platform}, UserId{user.value_or(0)},
                             user_name.value_or(""),
                             organisation ? std::optional(OrganisationId{*organisation}) : std::nullopt,
                             organisation_name.value_or(""), instant_of(from),
                             until ? std::optional(instant_of(*until)) : std::nullopt, note});
        },
        in...);
    return views;
}

ClearanceView view_of(Database& database, ClearanceId id) {
    return views_of(database, YIQI_CLEARANCE_SELECT "c.id = :id", id.value).at(0);
}
}  // namespace

std::string clearance_input_schema() {
    return json::schema<ClearanceInput>();
}

std::string clearance_schema() {
    return json::schema<ClearanceView>();
}

Shape clearances_shape() {
    return {list_schema<ClearanceView>(), {}, paged({{"platform"}})};
}

Result<CommandBody> grant_clearance(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<ClearanceInput>(body));
    if (input.login.has_value() == input.organisation_id.has_value()) {
        return field_error("organisation_id", "one_of", "login 与 organisation_id 须且只能有一个",
                           "exactly one of login and organisation_id");
    }
    const auto from = input.valid_from.value_or(call.now);
    if (input.valid_until && *input.valid_until <= from) {
        return field_error("valid_until", "end_before_start", "结束须晚于开始", "the end must lie after the start");
    }
    return CommandBody([&call, from, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        if (!runs(call, input.platform_id)) {
            return ErrorCode::not_allowed;
        }
        Clearance clearance;
        clearance.gate = input.gate.value;
        clearance.platform_id = input.platform_id;
        clearance.valid_from = from;
        clearance.valid_until = input.valid_until;
        clearance.note = input.note ? input.note->value : "";
        clearance.granted_by = call.who->user.id;
        clearance.granted_at = call.now;
        if (input.login) {
            const auto person = tx.person(input.login->value);
            if (!person) {
                return field_error("login", "unknown", "没有这个账号", "there is no such login");
            }
            clearance.user_id = person->id;
        } else {
            clearance.organisation_id = *input.organisation_id;
            if (!tx.organisation(clearance.organisation_id)) {
                return field_error("organisation_id", "unknown", "没有这个单位", "there is no such organisation");
            }
        }
        clearance.id = tx.add_clearance(clearance);
        record_clearance(tx, EventKind::clearance_granted, clearance, call);
        return Answer{201, json::to_text(view_of(tx.reader(), clearance.id), call.style)};
    });
}

Result<CommandBody> withdraw_clearance(const Call& call) {
    return CommandBody([&call](SqlTransaction& tx) -> Result<Answer> {
        const ClearanceId id{json::id_number(call.path_parameter(0))};
        const auto found = views_of(tx.reader(), YIQI_CLEARANCE_SELECT "c.id = :id", id.value);
        if (found.empty() || !runs(call, found[0].platform_id)) {
            return ErrorCode::not_found;
        }
        Clearance clearance;
        clearance.id = id;
        clearance.gate = found[0].gate;
        clearance.platform_id = found[0].platform_id;
        clearance.user_id = found[0].user_id;
        clearance.organisation_id = found[0].organisation_id.value_or(OrganisationId{});
        tx.remove_clearance(id);
        record_clearance(tx, EventKind::clearance_withdrawn, clearance, call);
        return Answer{204, ""};
    });
}

Result<Answer> list_clearances(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    const PlatformId platform{call.query("platform")};
    std::vector<std::string> items;
    std::int64_t total = 0;
    const auto limit = static_cast<std::int64_t>(page.limit);
    const auto add = [&](const std::vector<ClearanceView>& views) {
        for (const auto& view : views) {
            items.push_back(json::to_text(view, call.style));
        }
    };
    if (!platform.empty()) {
        if (!runs(call, platform)) {
            return ErrorCode::not_allowed;
        }
        add(views_of(database,
                     YIQI_CLEARANCE_SELECT "c.platform_id = :platform ORDER BY c.id LIMIT :limit OFFSET :offset",
                     platform.value, limit, page.offset));
        total = std::get<0>(*database.first<std::int64_t>(
            "SELECT count(*) FROM clearance WHERE platform_id = :platform", platform.value));
    } else {
        const auto user = call.who->user.id.value;
        const auto& organisation = call.who->organisation.id.value;
        add(views_of(
            database,
            YIQI_CLEARANCE_SELECT
            "c.person_id = :person OR c.organisation_id = :organisation ORDER BY c.id LIMIT :limit OFFSET :offset",
            user, organisation, limit, page.offset));
        total = std::get<0>(*database.first<std::int64_t>(
            "SELECT count(*) FROM clearance WHERE person_id = :person OR organisation_id = :organisation", user,
            organisation));
    }
    return Answer{200, list_text(items, page, total)};
}

}  // namespace server
