// Companies that ask for an account, and the council that decides.

#include <fmt/format.h>

#include "model/credit_code.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/auth/new_password.hpp"
#include "server/auth/secrets.hpp"
#include "server/json/read.hpp"

namespace server {

using namespace model;

namespace {
/// What a company may owe before anything else is agreed: 50,000 yuan. Above that, universities ask for a contract.
constexpr Money first_credit_limit{5'000'000};
constexpr std::int64_t credit_limit_max_fen = 100'000'000'000;

enum class RegistrationStatus { pending, approved, rejected };
BOOST_DESCRIBE_ENUM(RegistrationStatus, pending, approved, rejected)

struct CompanyInput {
    Text<1, 200> name;
    Text<1, 40> credit_code;
    Text<1, 300> address;
    Text<1, 40> contact_phone;
};
BOOST_DESCRIBE_STRUCT(CompanyInput, (), (name, credit_code, address, contact_phone))

struct ApplicantInput {
    Text<1, 100> name;
    Text<3, 200> login;
    Text<3, 200> email;
    Text<1, 1'000> password;
};
BOOST_DESCRIBE_STRUCT(ApplicantInput, (), (name, login, email, password))

struct RegistrationInput {
    CompanyInput organisation;
    ApplicantInput user;
};
BOOST_DESCRIBE_STRUCT(RegistrationInput, (), (organisation, user))

struct ApprovalOfRegistration {
    std::optional<Bounded<0, credit_limit_max_fen>> credit_limit_fen;  ///< what it may owe; first_credit_limit
};
BOOST_DESCRIBE_STRUCT(ApprovalOfRegistration, (), (credit_limit_fen))

struct RejectionOfRegistration {
    Text<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(RejectionOfRegistration, (), (reason))

struct CompanyView {
    std::string name;
    std::string credit_code;
    std::string address;
    std::string contact_phone;
};
BOOST_DESCRIBE_STRUCT(CompanyView, (), (name, credit_code, address, contact_phone))

struct ApplicantView {
    std::string name;
    std::string login;
    std::string email;
};
BOOST_DESCRIBE_STRUCT(ApplicantView, (), (name, login, email))

struct RegistrationView {
    std::string id;
    RegistrationStatus status = RegistrationStatus::pending;
    CompanyView organisation;
    ApplicantView user;
    Instant created_at{};
    std::optional<Instant> decided_at;
    std::string reason;
    std::optional<OrganisationId> organisation_id;  ///< of the account, once there is one
};
BOOST_DESCRIBE_STRUCT(RegistrationView, (),
                      (id, status, organisation, user, created_at, decided_at, reason, organisation_id))

struct Registration {
    RegistrationView view;
    std::string password_hash;
};

#define YIQI_REGISTRATION_SELECT                                                                             \
    "SELECT id, status, name, credit_code, address, contact_phone, user_name, login, email, password_hash, " \
    "created_at, decided_at, reason, organisation_id FROM registration "

template <class... In>
std::vector<Registration> registrations(Database& database, Sql sql, const In&... in) {
    std::vector<Registration> found;
    database.each<std::int64_t, std::string, std::string, std::string, std::string, std::string, std::string,
                  std::string, std::string, std::string, std::int64_t, std::optional<std::int64_t>, std::string,
                  std::optional<std::string>>(
        sql,
        [&](std::int64_t id, const std::string& status, const std::string& name, const std::string& code,
            const std::string& address, const std::string& phone, const std::string& user, const std::string& login,
            const std::string& email, const std::string& hash, std::int64_t created,
            const std::optional<std::int64_t>& decided, const std::string& reason,
            const std::optional<std::string>& organisation) {
            Registration one;
            one.view = {std::to_string(id),
                        json::enum_value<RegistrationStatus>(status).value(),
                        {name, code, address, phone},
                        {user, login, email},
                        instant_of(created),
                        decided ? std::optional(instant_of(*decided)) : std::nullopt,
                        reason,
                        organisation ? std::optional(OrganisationId{*organisation}) : std::nullopt};
            one.password_hash = hash;
            found.push_back(std::move(one));
        },
        in...);
    return found;
}

Result<void> check_applicant(const ApplicantInput& user) {
    const auto& login = user.login.value;
    if (login.find_first_of(" \t\r\n") != std::string::npos) {
        return field_error("user.login", "blank", "账号不能含有空格", "a login holds no blanks");
    }
    const auto& email = user.email.value;
    const auto at = email.find('@');
    if (at == 0 || at == std::string::npos || at + 1 == email.size() || email.find('@', at + 1) != std::string::npos ||
        email.find_first_of(" \t\r\n,;<>\"") != std::string::npos) {
        return field_error("user.email", "not_an_address", "这不是邮箱地址", "this is not a mail address");
    }
    return check_new_password("user.password", user.password.value, login);
}

Result<void> check_company(const CompanyInput& company) {
    if (!is_credit_code(company.credit_code.value)) {
        return field_error(
            "organisation.credit_code", "check_digit", "统一社会信用代码不正确：应为 18 位，末位是校验码（GB 32100）",
            "not a unified social credit code: 18 characters, the last of which checks the others (GB 32100)");
    }
    const auto& phone = company.contact_phone.value;
    constexpr std::size_t digits_min = 5;
    const auto digits = std::ranges::count_if(phone, [](char c) { return c >= '0' && c <= '9'; });
    if (phone.find_first_not_of("0123456789+-() ") != std::string::npos ||
        static_cast<std::size_t>(digits) < digits_min) {
        return field_error("organisation.contact_phone", "not_a_number", "这不是电话号码",
                           "this is not a telephone number");
    }
    return {};
}

Error taken(std::string field, std::string zh, std::string en) {
    Error error(ErrorCode::already_exists, {zh, en});
    error.with_field({std::move(field), "taken", {std::move(zh), std::move(en)}});
    return error;
}

bool exists(Database& database, Sql sql, const std::string& value) {
    return database.first<std::int64_t>(sql, value).has_value();
}

Result<void> check_new(Database& database, const std::string& credit_code, const std::string& login) {
    if (exists(database, "SELECT 1 FROM organisation WHERE credit_code = :code", credit_code)) {
        return taken("organisation.credit_code", "这家单位已有账户，请让本单位的管理员添加您",
                     "this company has an account: ask its administrator to add you");
    }
    if (exists(database, "SELECT 1 FROM person WHERE login = :login", login)) {
        return taken("user.login", "这个账号已被使用", "this login is in use");
    }
    return {};
}

Event event_of(EventKind kind, const Call& call, const Registration& registration) {
    Event event;
    event.at = call.now;
    event.kind = kind;
    event.actor = call.who ? call.who->user.id : UserId{};
    event.subject = json::id_number(registration.view.id);
    event.organisation_id = registration.view.organisation_id.value_or(OrganisationId{});
    event.facts = {{"credit_code", registration.view.organisation.credit_code}};
    return event;
}

/// The registration of the path while it waits; not_found, or wrong_state where it is decided.
Result<Registration> waiting(const Call& call, Database& database) {
    auto found =
        registrations(database, YIQI_REGISTRATION_SELECT "WHERE id = :id", json::id_number(call.path_parameter(0)));
    if (found.empty()) {
        return ErrorCode::not_found;
    }
    if (found[0].view.status != RegistrationStatus::pending) {
        return Error(ErrorCode::wrong_state, {"这份申请已经处理过了", "this registration has been decided"});
    }
    return std::move(found[0]);
}

Answer decide(const Call& call, SqlTransaction& tx, Registration registration, EventKind kind) {
    registration.view.decided_at = call.now;
    const auto& organisation = registration.view.organisation_id;
    tx.reader().run(
        "UPDATE registration SET status = :status, decided_at = :at, decided_by = :by, reason = :reason, password_hash "
        "= "
        "'', organisation_id = :organisation WHERE id = :id",
        json::enum_name(registration.view.status), seconds_of(call.now), call.who->user.id.value,
        registration.view.reason, organisation ? std::optional(organisation->value) : std::nullopt,
        json::id_number(registration.view.id));
    tx.append(event_of(kind, call, registration));
    return Answer{200, json::to_text(registration.view, call.style)};
}
}  // namespace

Result<CommandBody> register_company(const Call& call, Database& database) {
    const auto real_now = ServerClock::real_now();
    const auto by_peer = "registration:" + call.request.peer;
    if (!call.services.attempts.allowed(by_peer, real_now)) {
        return ErrorCode::too_many_requests;
    }
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<RegistrationInput>(body));
    TRY_VOID(check_company(input.organisation));
    TRY_VOID(check_applicant(input.user));
    TRY_VOID(check_new(database, input.organisation.credit_code.value, input.user.login.value));
    call.services.attempts.failed(by_peer, real_now);
    auto hash = hash_password(input.user.password.value);
    return CommandBody([&call, input = std::move(input), hash = std::move(hash)](SqlTransaction& tx) -> Result<Answer> {
        const auto& company = input.organisation;
        const auto& user = input.user;
        auto& store = tx.reader();
        TRY_VOID(check_new(store, company.credit_code.value, user.login.value));
        if (exists(store, "SELECT 1 FROM registration WHERE status = 'pending' AND credit_code = :code",
                   company.credit_code.value)) {
            return taken("organisation.credit_code", "这家单位的申请正在审核",
                         "this company's registration is being decided");
        }
        if (exists(store, "SELECT 1 FROM registration WHERE status = 'pending' AND login = :login", user.login.value)) {
            return taken("user.login", "这个账号已被使用", "this login is in use");
        }
        const auto id = store.first<std::int64_t>(
            "INSERT INTO registration(status, name, credit_code, address, contact_phone, user_name, login, email, "
            "password_hash, created_at, reason) VALUES ('pending', :name, :code, :address, :phone, :user, :login, "
            ":email, :hash, :at, '') RETURNING id",
            company.name.value, company.credit_code.value, company.address.value, company.contact_phone.value,
            user.name.value, user.login.value, user.email.value, hash, seconds_of(call.now));
        Registration registration;
        registration.view = {std::to_string(std::get<0>(*id)),
                             RegistrationStatus::pending,
                             {company.name, company.credit_code, company.address, company.contact_phone},
                             {user.name, user.login, user.email},
                             call.now,
                             std::nullopt,
                             "",
                             std::nullopt};
        tx.append(event_of(EventKind::registration_received, call, registration));
        return Answer{201, json::to_text(registration.view, call.style)};
    });
}

Result<Answer> list_registrations(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    const auto& status = call.query("status");
    if (!status.empty() && !json::enum_value<RegistrationStatus>(status)) {
        return Error(ErrorCode::malformed_request)
            .with_field({"status", "unknown", {"没有这个状态", "there is no such status"}});
    }
    std::vector<std::string> items;
    for (const auto& one :
         registrations(database,
                       YIQI_REGISTRATION_SELECT
                       "WHERE (:any = '' OR status = :status) ORDER BY created_at, id LIMIT :limit OFFSET :offset",
                       status, status, static_cast<std::int64_t>(page.limit), page.offset)) {
        items.push_back(json::to_text(one.view, call.style));
    }
    const auto total = database.first<std::int64_t>(
        "SELECT count(*) FROM registration WHERE (:any = '' OR status = :status)", status, status);
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Result<CommandBody> approve_registration(const Call& call) {
    ApprovalOfRegistration approval;
    if (!call.request.body.empty()) {
        TRY(const auto body, json_body(call));
        TRY(approval, json::from_text<ApprovalOfRegistration>(body));
    }
    return CommandBody([&call, approval](SqlTransaction& tx) -> Result<Answer> {
        TRY(auto registration, waiting(call, tx.reader()));
        auto& view = registration.view;
        TRY_VOID(check_new(tx.reader(), view.organisation.credit_code, view.user.login));
        Organisation organisation;
        organisation.id = OrganisationId{"ORG-" + view.organisation.credit_code};
        organisation.kind = OrganisationKind::enterprise;
        organisation.name = view.organisation.name;
        organisation.credit_code = view.organisation.credit_code;
        organisation.credit_limit = approval.credit_limit_fen ? Money{*approval.credit_limit_fen} : first_credit_limit;
        tx.add_organisation(organisation);
        StoredPerson person;
        person.user.login = view.user.login;
        person.user.name = view.user.name;
        person.user.email = view.user.email;
        person.user.organisation_id = organisation.id;
        person.user.grants = {{Role::company_admin, organisation.id.value}, {Role::member, organisation.id.value}};
        person.password_hash = registration.password_hash;
        Event added;
        added.at = call.now;
        added.kind = EventKind::user_added;
        added.actor = call.who->user.id;
        added.subject = tx.add_person(person).value;
        added.organisation_id = organisation.id;
        tx.append(std::move(added));
        view.status = RegistrationStatus::approved;
        view.organisation_id = organisation.id;
        return decide(call, tx, std::move(registration), EventKind::registration_approved);
    });
}

Result<CommandBody> reject_registration(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto rejection, json::from_text<RejectionOfRegistration>(body));
    return CommandBody([&call, reason = std::move(rejection.reason.value)](SqlTransaction& tx) -> Result<Answer> {
        TRY(auto registration, waiting(call, tx.reader()));
        registration.view.status = RegistrationStatus::rejected;
        registration.view.reason = reason;
        return decide(call, tx, std::move(registration), EventKind::registration_rejected);
    });
}

Shape register_shape() {
    return {json::schema<RegistrationView>(), json::schema<RegistrationInput>()};
}

Shape registrations_shape() {
    return {list_schema<RegistrationView>(), {}, paged({{"status"}})};
}

Shape approve_registration_shape() {
    return {json::schema<RegistrationView>(), json::schema<ApprovalOfRegistration>()};
}

Shape reject_registration_shape() {
    return {json::schema<RegistrationView>(), json::schema<RejectionOfRegistration>()};
}

}  // namespace server
