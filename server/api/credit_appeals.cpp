// Open appeals against what costs credit, for those who decide about them.

#include "server/api/credit_standing.hpp"

#include "scheduler/credit.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"

namespace server {

using namespace model;

namespace {
/// More than are open at once; the oldest come first.
constexpr std::int64_t looked_at_max = 5'000;

struct AppealView {
    CreditEntry entry;
    std::string user_name;
    OrganisationId organisation_id;
    std::string organisation_name;
    std::string instrument_name_zh;
    std::string instrument_name_en;
    std::int64_t score = 0;
    std::int64_t start_points = 0;
};
BOOST_DESCRIBE_STRUCT(AppealView, (),
                      (entry, user_name, organisation_id, organisation_name, instrument_name_zh, instrument_name_en,
                       score, start_points))

std::vector<CreditEntry> open_appeals(const Call& call, Database& database) {
    std::vector<CreditEntry> found;
    std::apply(
        [&]<class... Column>(const Column&...) {
            database.each<Column...>(
                "SELECT " YIQI_CREDIT_COLUMNS
                " FROM credit_entry c WHERE c.state = 'appealed' ORDER BY c.at, c.id LIMIT :limit",
                [&](const Column&... column) {
                    auto entry = credit_entry_of(CreditRow{column...});
                    const auto record = call.snapshot->catalogue->instrument(entry.instrument_id);
                    if (record && may_decide_credit(*call.who, *record, entry)) {
                        found.push_back(std::move(entry));
                    }
                },
                looked_at_max);
        },
        CreditRow{});
    return found;
}

AppealView view_of(const Call& call, Database& database, const CreditPolicy& policy, const CreditEntry& entry) {
    AppealView view;
    view.entry = entry;
    if (const auto row = database.first<std::string, std::string, std::string>(
            "SELECT p.name, o.id, o.name FROM person p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = "
            ":id",
            entry.user_id.value)) {
        view.user_name = std::get<0>(*row);
        view.organisation_id = OrganisationId{std::get<1>(*row)};
        view.organisation_name = std::get<2>(*row);
    }
    if (const auto record = call.snapshot->catalogue->instrument(entry.instrument_id)) {
        view.instrument_name_zh = record->instrument.name_zh;
        view.instrument_name_en = record->instrument.name_en;
    }
    view.score = scheduler::credit_score(policy, credit_entries_of(database, entry.user_id), call.now);
    view.start_points = policy.start_points;
    return view;
}
}  // namespace

Result<Answer> list_appeals(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    const auto appeals = open_appeals(call, database);
    const auto policy = stored_credit_policy(database).policy;
    std::vector<std::string> items;
    for (auto at = static_cast<std::size_t>(page.offset); at < appeals.size() && items.size() < page.limit; ++at) {
        items.push_back(json::to_text(view_of(call, database, policy, appeals[at]), call.style));
    }
    return Answer{200, list_text(items, page, std::ssize(appeals))};
}

Shape appeals_shape() {
    return {list_schema<AppealView>(), {}, paged()};
}

}  // namespace server
