// What is agreed with a company about its money: credit line, notices, projects, spending limits.

#include "scheduler/company_money.hpp"
#include "server/api/money_handlers.hpp"
#include "server/api/shape.hpp"
#include "server/json/read.hpp"
#include "server/storage/company_money_rows.hpp"

namespace server {

using namespace model;

namespace {
struct CreditLimitInput {
    Bounded<0, max_fen> credit_limit_fen;
};
BOOST_DESCRIBE_STRUCT(CreditLimitInput, (), (credit_limit_fen))

struct NoticesInput {
    std::optional<Bounded<0, max_fen>> low_balance_fen;  ///< left out: no notice
};
BOOST_DESCRIBE_STRUCT(NoticesInput, (), (low_balance_fen))

struct TermsView {
    OrganisationId organisation_id;
    Money credit_limit_fen;
    std::optional<Money> low_balance_fen;
};
BOOST_DESCRIBE_STRUCT(TermsView, (), (organisation_id, credit_limit_fen, low_balance_fen))

struct ProjectInput {
    Text<1, 40> code;
    Text<1, 200> name;
    std::optional<bool> active;
};
BOOST_DESCRIBE_STRUCT(ProjectInput, (), (code, name, active))

struct ProjectView {
    ProjectId id;
    std::string code;
    std::string name;
    bool active = true;
};
BOOST_DESCRIBE_STRUCT(ProjectView, (), (id, code, name, active))

struct LimitInput {
    std::optional<Text<1, 200>> login;   ///< of a member, or
    std::optional<Text<1, 40>> project;  ///< the code of a project
    LimitPeriod period = LimitPeriod::month;
    Bounded<0, max_fen> amount_fen;
};
BOOST_DESCRIBE_STRUCT(LimitInput, (), (login, project, period, amount_fen))

struct LimitView {
    SpendingLimitId id;
    std::optional<UserId> user_id;
    std::string user_name;
    std::optional<ProjectId> project_id;
    std::string project;
    LimitPeriod period = LimitPeriod::month;
    Money amount_fen;
    Money spent_fen;  ///< in the period that is now
};
BOOST_DESCRIBE_STRUCT(LimitView, (), (id, user_id, user_name, project_id, project, period, amount_fen, spent_fen))

constexpr std::int64_t projects_max = 1'000;

/// Its own people and who keeps the books; what is not theirs they do not find.
Result<OrganisationId> own_organisation(const Call& call, const OrganisationId& id) {
    if (call.who->organisation.id != id && !manages_money_of(*call.who, id)) {
        return ErrorCode::not_found;
    }
    return id;
}

Result<void> check_manages(const Call& call, SqlTransaction& tx, const OrganisationId& id) {
    TRY(const auto own, own_organisation(call, id));
    if (!tx.organisation(own)) {
        return ErrorCode::not_found;
    }
    if (!manages_money_of(*call.who, own)) {
        return ErrorCode::not_allowed;
    }
    return {};
}

void tell_change(SqlTransaction& tx, const Call& call, const OrganisationId& id, std::vector<Parameter> facts) {
    auto event = scheduler::account_event(EventKind::company_account_changed, id, call.who->user.id, call.now);
    event.facts = std::move(facts);
    tx.append(std::move(event));
}

Answer terms_answer(const Call& call, SqlTransaction& tx, const OrganisationId& id) {
    const auto organisation = tx.organisation(id);
    const TermsView view{id, organisation->credit_limit, tx.company_money(id).account.low_balance};
    return Answer{200, json::to_text(view, call.style)};
}

LimitView limit_view(Database& database, const SpendingLimit& limit, Instant now) {
    LimitView view;
    view.id = limit.id;
    if (limit.user_id) {
        view.user_id = limit.user_id;
        const auto row = database.first<std::string>("SELECT name FROM person WHERE id = :id", limit.user_id.value);
        view.user_name = row ? std::get<0>(*row) : std::string();
    } else {
        view.project_id = limit.project_id;
        const auto row = database.first<std::string>("SELECT code FROM project WHERE id = :id", limit.project_id.value);
        view.project = row ? std::get<0>(*row) : std::string();
    }
    view.period = limit.period;
    view.amount_fen = limit.amount;
    view.spent_fen = find_spent(database, limit, scheduler::period_around(limit.period, now), BookingId{});
    return view;
}

/// Whose spending the input is about. Errors: invalid_field.
Result<SpendingLimit> limit_of(SqlTransaction& tx, const OrganisationId& organisation, const LimitInput& input) {
    if (input.login.has_value() == input.project.has_value()) {
        return field_error("login", "one_of_two", "成员与项目须且仅须填一项", "either a member or a project");
    }
    SpendingLimit limit;
    limit.organisation_id = organisation;
    limit.period = input.period;
    limit.amount = Money{input.amount_fen};
    if (input.login) {
        const auto person = tx.person(input.login->value);
        if (!person || person->organisation_id != organisation) {
            return field_error("login", "unknown", "本单位没有这个账号", "the organisation has no such login");
        }
        limit.user_id = person->id;
    } else {
        const auto project = tx.project(organisation, input.project->value);
        if (!project) {
            return field_error("project", "unknown", "没有这个项目", "there is no such project");
        }
        limit.project_id = project->id;
    }
    return limit;
}
}  // namespace

Result<CommandBody> put_credit_limit(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<CreditLimitInput>(body));
    return CommandBody([&call, limit = Money{input.credit_limit_fen}](SqlTransaction& tx) -> Result<Answer> {
        const OrganisationId id{call.path_parameter(0)};
        if (!keeps_the_books(*call.who)) {
            return ErrorCode::not_allowed;
        }
        const auto organisation = tx.organisation(id);
        if (!organisation) {
            return ErrorCode::not_found;
        }
        tx.set_credit_limit(id, limit);
        tell_change(tx, call, id,
                    {{"credit_limit_fen", std::to_string(limit.fen())},
                     {"before_fen", std::to_string(organisation->credit_limit.fen())}});
        scheduler::watch_balance(tx, id, call.now);
        return terms_answer(call, tx, id);
    });
}

Result<CommandBody> put_notices(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<NoticesInput>(body));
    return CommandBody([&call, low = input.low_balance_fen](SqlTransaction& tx) -> Result<Answer> {
        const OrganisationId id{call.path_parameter(0)};
        TRY_VOID(check_manages(call, tx, id));
        auto account = tx.company_money(id).account;
        account.low_balance = low ? std::optional(Money{*low}) : std::nullopt;
        account.low_noticed = false;
        (void)tx.put_company_account(account);
        tell_change(tx, call, id, {{"low_balance_fen", low ? std::to_string(low->value) : "none"}});
        scheduler::watch_balance(tx, id, call.now);
        return terms_answer(call, tx, id);
    });
}

Result<Answer> list_projects(const Call& call, Database& database) {
    TRY(const auto id, own_organisation(call, OrganisationId{call.path_parameter(0)}));
    std::vector<std::string> items;
    database.each<std::int64_t, std::string, std::string, std::int64_t>(
        "SELECT id, code, name, active FROM project WHERE organisation_id = :organisation ORDER BY code LIMIT :limit",
        [&](std::int64_t project, const std::string& code, const std::string& name, std::int64_t active) {
            items.push_back(json::to_text(ProjectView{ProjectId{project}, code, name, active != 0}, call.style));
        },
        id.value, projects_max);
    return Answer{200, list_text(items, Page{}, static_cast<std::int64_t>(items.size()))};
}

Result<CommandBody> put_project(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<ProjectInput>(body));
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        const OrganisationId id{call.path_parameter(0)};
        TRY_VOID(check_manages(call, tx, id));
        const auto known = tx.reader().first<std::int64_t>(
            "SELECT count(*) FROM project WHERE organisation_id = :organisation", id.value);
        if (std::get<0>(*known) >= projects_max && !tx.project(id, input.code.value)) {
            return field_error("code", "too_many", "最多 1000 个项目", "at most 1000 projects");
        }
        Project project{{}, id, input.code.value, input.name.value, input.active.value_or(true)};
        project.id = tx.put_project(project);
        tell_change(tx, call, id, {{"project", project.code}, {"active", project.active ? "yes" : "no"}});
        const ProjectView view{project.id, project.code, project.name, project.active};
        return Answer{201, json::to_text(view, call.style)};
    });
}

Result<Answer> list_spending_limits(const Call& call, Database& database) {
    TRY(const auto id, own_organisation(call, OrganisationId{call.path_parameter(0)}));
    const bool sees_all = manages_money_of(*call.who, id);
    std::vector<std::string> items;
    for (const auto& limit : find_spending_limits(database, id)) {
        if (sees_all || limit.user_id == call.who->user.id || limit.project_id) {
            items.push_back(json::to_text(limit_view(database, limit, call.now), call.style));
        }
    }
    return Answer{200, list_text(items, Page{}, static_cast<std::int64_t>(items.size()))};
}

Result<CommandBody> put_spending_limit(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<LimitInput>(body));
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        const OrganisationId id{call.path_parameter(0)};
        TRY_VOID(check_manages(call, tx, id));
        TRY(auto limit, limit_of(tx, id, input));
        limit.id = tx.put_spending_limit(limit);
        tell_change(tx, call, id,
                    {{"limit_of", input.login ? input.login->value : input.project->value},
                     {"amount_fen", std::to_string(limit.amount.fen())}});
        return Answer{201, json::to_text(limit_view(tx.reader(), limit, call.now), call.style)};
    });
}

Result<CommandBody> remove_spending_limit(const Call& call) {
    return CommandBody([&call](SqlTransaction& tx) -> Result<Answer> {
        const SpendingLimitId id{json::id_number(call.path_parameter(0))};
        const auto row =
            tx.reader().first<std::string>("SELECT organisation_id FROM spending_limit WHERE id = :id", id.value);
        if (!row) {
            return ErrorCode::not_found;
        }
        const OrganisationId organisation{std::get<0>(*row)};
        TRY_VOID(check_manages(call, tx, organisation));
        tx.remove_spending_limit(id);
        tell_change(tx, call, organisation, {{"limit_removed", std::to_string(id.value)}});
        return Answer{204, {}};
    });
}

Shape credit_limit_shape() {
    return {json::schema<TermsView>(), json::schema<CreditLimitInput>()};
}

Shape notices_shape() {
    return {json::schema<TermsView>(), json::schema<NoticesInput>()};
}

Shape projects_shape() {
    return {list_schema<ProjectView>()};
}

Shape project_shape() {
    return {json::schema<ProjectView>(), json::schema<ProjectInput>()};
}

Shape spending_limits_shape() {
    return {list_schema<LimitView>()};
}

Shape spending_limit_shape() {
    return {json::schema<LimitView>(), json::schema<LimitInput>()};
}

}  // namespace server
