// Price classes of an institution's own, and which organisation has which.

#include <algorithm>

#include <fmt/format.h>

#include "scheduler/price_changes.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/storage/rates_rows.hpp"

namespace server {

using namespace model;

namespace {
struct ClassesInput {
    std::vector<OwnClass> items;
};
BOOST_DESCRIBE_STRUCT(ClassesInput, (), (items))

struct MemberOfClass {
    OrganisationId organisation_id;
    std::string organisation_name;
    std::string price_class;
};
BOOST_DESCRIBE_STRUCT(MemberOfClass, (), (organisation_id, organisation_name, price_class))

struct ClassesView {
    std::vector<OwnClass> items;
    std::optional<std::vector<MemberOfClass>> organisations;  ///< for who gives them
};
BOOST_DESCRIBE_STRUCT(ClassesView, (), (items, organisations))

struct GivenClass {
    InstitutionId institution_id;
    std::optional<ClassName> price_class;  ///< null: none any more
};
BOOST_DESCRIBE_STRUCT(GivenClass, (), (institution_id, price_class))

Result<void> check_classes(const std::vector<OwnClass>& classes) {
    constexpr std::size_t classes_max = 20;
    json::Findings findings;
    if (classes.size() > classes_max) {
        json::report_range(findings, "items", 0, classes_max);
    }
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto& name = classes[i].name.value;
        const bool plain = std::ranges::all_of(
            name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
        if (!plain) {
            findings.value(fmt::format("items[{}].name", i), "bad_characters",
                           {"只能用小写字母、数字和下划线", "lower-case letters, digits and underscores only"});
        }
        const bool taken = ClassName(name) == PriceClass::enterprise || ClassName(name) == PriceClass::academic ||
                           ClassName(name) == PriceClass::internal ||
                           std::ranges::count(classes, classes[i].name, &OwnClass::name) > 1;
        if (taken) {
            findings.value(fmt::format("items[{}].name", i), "duplicate", {"名称已被使用", "this name is taken"});
        }
    }
    if (!findings.empty()) {
        return findings.error();
    }
    return {};
}

ClassesView classes_view(const Call& call, Database& database, const InstitutionId& id) {
    ClassesView view{own_classes_of(database, id), {}};
    if (call.who && may_settle_prices(*call.who, id)) {
        view.organisations.emplace();
        database.each<std::string, std::string, std::string>(
            "SELECT c.organisation_id, o.name, c.class_name FROM organisation_class c JOIN organisation o ON o.id = "
            "c.organisation_id WHERE c.institution_id = :id ORDER BY o.name, o.id LIMIT 2000",
            [&](const std::string& organisation, const std::string& name, const std::string& class_name) {
                view.organisations->push_back({OrganisationId{organisation}, name, class_name});
            },
            id.value);
    }
    return view;
}
}  // namespace

Result<Answer> list_price_classes(const Call& call, Database& database) {
    const InstitutionId id{call.path_parameter(0)};
    if (call.snapshot->catalogue->institution(id) == nullptr) {
        return ErrorCode::not_found;
    }
    return Answer{200, json::to_text(classes_view(call, database, id), call.style)};
}

Result<CommandBody> put_price_classes(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<ClassesInput>(body));
    TRY_VOID(check_classes(input.items));
    const InstitutionId id{call.path_parameter(0)};
    if (call.snapshot->catalogue->institution(id) == nullptr) {
        return ErrorCode::not_found;
    }
    if (!may_settle_prices(*call.who, id)) {
        return ErrorCode::not_allowed;
    }
    return CommandBody([&call, id, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        TRY_VOID(scheduler::change_own_classes(tx, id, input.items,
                                               {call.who->user.id, call.who->organisation.id, true}, call.now));
        return Answer{200, json::to_text(classes_view(call, tx.reader(), id), call.style)};
    });
}

Result<CommandBody> put_organisation_class(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<GivenClass>(body));
    if (call.snapshot->catalogue->institution(input.institution_id) == nullptr) {
        return ErrorCode::not_found;
    }
    if (!may_settle_prices(*call.who, input.institution_id)) {
        return ErrorCode::not_allowed;
    }
    return CommandBody([&call, id = OrganisationId{call.path_parameter(0)},
                        input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        TRY_VOID(scheduler::give_class(tx, id, input.institution_id, input.price_class ? input.price_class->value : "",
                                       {call.who->user.id, call.who->organisation.id, true}, call.now));
        return Answer{200, json::to_text(input, call.style)};
    });
}

Shape price_classes_shape() {
    return {json::schema<ClassesView>()};
}

Shape price_classes_input_shape() {
    return {json::schema<ClassesView>(), json::schema<ClassesInput>()};
}

Shape organisation_class_shape() {
    return {json::schema<GivenClass>(), json::schema<GivenClass>()};
}

}  // namespace server
