// The dated table of who gets which share of the income.

#include "server/api/money_handlers.hpp"
#include "server/api/shape.hpp"
#include "server/json/read.hpp"
#include "server/storage/rows.hpp"

namespace server {

using namespace model;

namespace {
struct SplitInput : IncomeSplit {
    std::optional<InstitutionId> institution_id;  ///< left out: of all that have none of their own
    std::optional<Instant> valid_from;            ///< left out: from now on
};
BOOST_DESCRIBE_STRUCT(SplitInput, (IncomeSplit), (institution_id, valid_from))

struct SplitView : IncomeSplit {
    std::optional<InstitutionId> institution_id;
    Instant valid_from{};
    std::string set_by;
    Instant set_at{};
};
BOOST_DESCRIBE_STRUCT(SplitView, (IncomeSplit), (institution_id, valid_from, set_by, set_at))
}  // namespace

Result<Answer> list_income_splits(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    std::vector<std::string> items;
    using Int = std::int64_t;
    database.each<std::string, Int, Int, Int, Int, Int, std::optional<std::string>, Int>(
        "SELECT s.institution_id, s.valid_from, s.operator_bp, s.platform_bp, s.institution_bp, s.council_bp, p.name, "
        "s.set_at FROM income_split s LEFT JOIN person p ON p.id = s.set_by ORDER BY s.valid_from DESC, s.id DESC "
        "LIMIT "
        ":limit OFFSET :offset",
        [&](const std::string& institution, Int from, Int op, Int platform, Int own, Int council_share,
            const std::optional<std::string>& by, Int at) {
            SplitView view;
            view.operator_bp = op;
            view.platform_bp = platform;
            view.institution_bp = own;
            view.council_bp = council_share;
            if (!institution.empty()) {
                view.institution_id = InstitutionId{institution};
            }
            view.valid_from = instant_of(from);
            view.set_by = by.value_or("");
            view.set_at = instant_of(at);
            items.push_back(json::to_text(view, call.style));
        },
        static_cast<Int>(page.limit), page.offset);
    const auto total = database.first<Int>("SELECT count(*) FROM income_split");
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Result<CommandBody> add_income_split(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<SplitInput>(body));
    if (!is_whole(input)) {
        return field_error("platform_bp", "not_whole", "各份额之和须为 10000 基点",
                           "the shares must sum to 10,000 basis points");
    }
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        if (!keeps_the_books(*call.who)) {
            return ErrorCode::not_allowed;
        }
        if (input.institution_id && !tx.has_institution(input.institution_id->value)) {
            return field_error("institution_id", "unknown", "没有这个机构", "there is no such institution");
        }
        const auto valid_from = input.valid_from.value_or(call.now);
        if (valid_from < call.now) {
            return field_error("valid_from", "in_the_past", "不能早于现在", "must not lie in the past");
        }
        const IncomeSplitVersion version{input.institution_id ? input.institution_id->value : "", valid_from, input};
        tx.add_income_split(version, call.who->user.id, call.now);
        Event event;
        event.at = call.now;
        event.kind = EventKind::income_split_changed;
        event.actor = call.who->user.id;
        event.facts = {{"institution", version.institution_id}, {"valid_from", std::to_string(seconds_of(valid_from))}};
        tx.append(std::move(event));
        SplitView view;
        static_cast<IncomeSplit&>(view) = input;
        view.institution_id = input.institution_id;
        view.valid_from = valid_from;
        view.set_by = call.who->user.name;
        view.set_at = call.now;
        return Answer{201, json::to_text(view, call.style)};
    });
}

Shape income_splits_shape() {
    return {list_schema<SplitView>(), {}, paged()};
}

Shape income_split_shape() {
    return {json::schema<SplitView>(), json::schema<SplitInput>()};
}

}  // namespace server
