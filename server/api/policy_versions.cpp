// The booking rules that an instrument had, who changed them, and when.

#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/json/read.hpp"
#include "server/storage/rows.hpp"

namespace server {

using namespace model;

namespace {
struct ChangedByView {
    UserId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ChangedByView, (), (id, name))

struct PolicyVersionView {
    std::int64_t version = 0;
    std::optional<Instant> since;     ///< none: it came with the instrument
    std::optional<ChangedByView> by;  ///< none: no person changed it
    Policy policy;
};
BOOST_DESCRIBE_STRUCT(PolicyVersionView, (), (version, since, by, policy))
}  // namespace

Result<Answer> list_policy_versions(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    const auto record = call.snapshot->catalogue->instrument(InstrumentId{call.path_parameter(0)});
    if (!record) {
        return ErrorCode::not_found;
    }
    if (!may_administer(*call.who, *record)) {
        return ErrorCode::not_allowed;
    }
    std::vector<std::string> items;
    database.each<std::int64_t, std::int64_t, std::string, std::optional<std::int64_t>, std::optional<std::string>>(
        "SELECT p.version, p.since, p.document, n.id, n.name FROM policy p LEFT JOIN event e ON e.instrument_id = "
        "p.instrument_id AND e.kind = 'policy_changed' AND e.facts = '{\"version\":\"' || p.version || '\"}' LEFT JOIN "
        "person n ON n.id = e.actor WHERE p.instrument_id = :id ORDER BY p.version DESC LIMIT :limit OFFSET :offset",
        [&](std::int64_t version, std::int64_t since, const std::string& document,
            const std::optional<std::int64_t>& by, const std::optional<std::string>& name) {
            PolicyVersionView view;
            view.version = version;
            view.since = since == 0 ? std::nullopt : std::optional(instant_of(since));
            view.by = by ? std::optional(ChangedByView{UserId{*by}, name.value_or("")}) : std::nullopt;
            view.policy = policy_of(version, since, document)->policy;
            items.push_back(json::to_text(view, call.style));
        },
        record->instrument.id.value, static_cast<std::int64_t>(page.limit), page.offset);
    const auto total = database.first<std::int64_t>("SELECT count(*) FROM policy WHERE instrument_id = :id",
                                                    record->instrument.id.value);
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Shape policy_versions_shape() {
    return {list_schema<PolicyVersionView>(), {}, paged()};
}

}  // namespace server
