// Signing in and out.

#include <fmt/format.h>
#include <boost/asio.hpp>

#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/auth/demo_people.hpp"
#include "server/auth/people.hpp"
#include "server/auth/secrets.hpp"
#include "server/http/problem.hpp"
#include "server/json/read.hpp"

namespace server {

using namespace model;
namespace asio = boost::asio;

namespace {
struct SignInRequest {
    Text<1, 200> login;
    Text<1, 200> password;
};
BOOST_DESCRIBE_STRUCT(SignInRequest, (), (login, password))

struct RoleView {
    Role role = Role::member;
    std::string scope;
};
BOOST_DESCRIBE_STRUCT(RoleView, (), (role, scope))

struct UserView {
    UserId id;
    std::string login;
    std::string name;
    std::string email;
    OrganisationId organisation_id;
    std::string organisation_name;
    OrganisationKind organisation_kind = OrganisationKind::enterprise;
    std::vector<RoleView> roles;
};
BOOST_DESCRIBE_STRUCT(UserView, (),
                      (id, login, name, email, organisation_id, organisation_name, organisation_kind, roles))

struct SessionView {
    UserView user;
    std::string csrf_token;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (user, csrf_token))

struct DemoSignInView {
    std::string login;
    Role role = Role::member;
    std::string name_zh;
    std::string name_en;
};
BOOST_DESCRIBE_STRUCT(DemoSignInView, (), (login, role, name_zh, name_en))

struct AboutView {
    std::string version;
    bool demo = false;
    Instant now{};
    std::string time_zone;
    std::vector<DemoSignInView> demo_sign_ins;
    std::optional<std::string> demo_password;
};
BOOST_DESCRIBE_STRUCT(AboutView, (), (version, demo, now, time_zone, demo_sign_ins, demo_password))

std::string session_text(const Call& call, const Principal& who) {
    SessionView session;
    session.csrf_token = who.csrf_token;
    auto& view = session.user;
    view.id = who.user.id;
    view.login = who.user.login;
    view.name = who.user.name;
    view.email = who.user.email;
    view.organisation_id = who.organisation.id;
    view.organisation_name = who.organisation.name;
    view.organisation_kind = who.organisation.kind;
    for (const auto& grant : who.user.grants) {
        view.roles.push_back({grant.role, grant.scope});
    }
    return json::to_text(session, call.style);
}

/// A hash nobody's password matches, so that an unknown login takes as long as a wrong password.
const std::string& dummy_hash() {
    static const std::string hash = hash_password(new_token());
    return hash;
}

/// Hashing is slow on purpose: it runs on its own small pool.
asio::awaitable<bool> check_password(Services& services, std::string hash, std::string password) {
    auto initiate = [&services](auto handler, std::string stored, std::string given) {
        auto executor = asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        asio::post(services.password_pool, [shared, executor, stored = std::move(stored), given = std::move(given)] {
            const bool good = password_matches(stored, given);
            asio::post(executor, [shared, good] { std::move (*shared)(good); });
        });
    };
    const bool good = co_await asio::async_initiate<const asio::use_awaitable_t<>, void(bool)>(
        initiate, asio::use_awaitable, std::move(hash), std::move(password));
    co_return good;
}

void set_cookies(http::Response& response, const Call& call, const std::string& token, bool clear) {
    const char* secure = call.request.secure ? "; Secure" : "";
    const std::string age = clear ? "0" : std::to_string(std::chrono::seconds(sign_in_lasts).count());
    response.headers.emplace_back(
        "Set-Cookie", fmt::format("yiqi_session={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}{}", token, age, secure));
    // Readable by the page: it only says that asking who one is makes sense.
    response.headers.emplace_back("Set-Cookie", fmt::format("yiqi_signed_in={}; Path=/; SameSite=Lax; Max-Age={}{}",
                                                            clear ? "" : "1", age, secure));
}
}  // namespace

asio::awaitable<http::Response> sign_in(Call& call) {
    const auto body = json_body(call);
    if (!body) {
        co_return http::problem(body.error(), call.request);
    }
    auto input = json::from_text<SignInRequest>(*body);
    if (!input) {
        co_return http::problem(input.error(), call.request);
    }
    const auto real_now = ServerClock::real_now();
    const std::string by_login = "login:" + input->login.value;
    const std::string by_peer = "peer:" + call.request.peer + ":" + input->login.value;
    if (!call.services.attempts.allowed(by_login, real_now) || !call.services.attempts.allowed(by_peer, real_now)) {
        co_return http::problem(Error(ErrorCode::too_many_requests), call.request);
    }
    std::optional<FoundPerson> person;
    std::function<void(Database&)> look_up = [&](Database& database) {
        person = find_person(database, input->login.value);
    };
    const auto looked_up = co_await on_reader(call.services.readers, std::move(look_up));
    if (!looked_up) {
        co_return http::problem(looked_up.error(), call.request);
    }
    std::string hash = person ? person->password_hash : dummy_hash();
    std::string password = input->password.value;
    const bool matches = co_await check_password(call.services, std::move(hash), std::move(password));
    if (!matches || !person || !person->user.active) {
        call.services.attempts.failed(by_login, real_now);
        call.services.attempts.failed(by_peer, real_now);
        co_return http::problem(Error(ErrorCode::wrong_credentials), call.request);
    }
    call.services.attempts.succeeded(by_login);
    call.services.attempts.succeeded(by_peer);

    const auto token = new_token();
    auto principal = std::make_shared<Principal>();
    principal->user = person->user;
    principal->organisation = person->organisation;
    principal->csrf_token = new_token();
    principal->token_hash = hash_of(token);
    const SignIn record{principal->token_hash, principal->user.id, principal->csrf_token, real_now,
                        real_now + sign_in_lasts};
    Writer::Command command = [record, now = call.now](SqlTransaction& tx) {
        tx.add_sign_in(record);
        Event event;
        event.at = now;
        event.kind = EventKind::signed_in;
        event.actor = record.user;
        tx.append(std::move(event));
        return true;
    };
    const auto outcome = co_await commit(call.services.writer, std::move(command));
    if (outcome != CommitOutcome::durable) {
        co_return http::problem(Error(ErrorCode::unavailable), call.request);
    }
    call.services.sign_ins.add(principal, record.expires_at);
    auto response = http::json_response(200, session_text(call, *principal));
    set_cookies(response, call, token, false);
    co_return response;
}

asio::awaitable<http::Response> sign_out(Call& call) {
    http::Response response;
    response.status = 204;
    if (call.who) {
        const auto hash = call.who->token_hash;
        const auto user = call.who->user.id;
        call.services.sign_ins.remove(hash);
        Writer::Command command = [hash, user, now = call.now](SqlTransaction& tx) {
            tx.remove_sign_in(hash);
            Event event;
            event.at = now;
            event.kind = EventKind::signed_out;
            event.actor = user;
            tx.append(std::move(event));
            return true;
        };
        const auto outcome = co_await commit(call.services.writer, std::move(command));
        if (outcome != CommitOutcome::durable) {
            co_return http::problem(Error(ErrorCode::unavailable), call.request);
        }
    }
    set_cookies(response, call, "", true);
    co_return response;
}

Result<Answer> who_am_i(const Call& call) {
    return Answer{200, session_text(call, *call.who)};
}

Result<Answer> about(const Call& call) {
    AboutView view;
    view.version = YIQI_VERSION;
    view.demo = call.services.demo;
    view.now = call.now;
    view.time_zone = call.style.zone.name();
    if (view.demo) {
        for (const auto& person : demo_people()) {
            view.demo_sign_ins.push_back(
                {std::string(person.login), person.role, std::string(person.title_zh), std::string(person.title_en)});
        }
        view.demo_password = std::string(demo_password);
    }
    return Answer{200, json::to_text(view, call.style)};
}

Shape session_shape() {
    return {json::schema<SessionView>(), json::schema<SignInRequest>()};
}

Shape me_shape() {
    return {json::schema<SessionView>()};
}

Shape about_shape() {
    return {json::schema<AboutView>()};
}

}  // namespace server
