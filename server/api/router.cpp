#include "server/api/router.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <boost/asio.hpp>

#include "server/auth/api_tokens.hpp"
#include "server/auth/secrets.hpp"
#include "server/http/problem.hpp"

namespace server {

using namespace model;
namespace asio = boost::asio;

namespace {
constexpr std::size_t idempotency_key_max = 200;

std::vector<std::string_view> split_path(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto end = path.find('/');
        segments.emplace_back(path.substr(0, end));
        path.remove_prefix(end == std::string_view::npos ? path.size() : end);
    }
    return segments;
}

bool audience_holds(Audience audience, const Principal& who) {
    using enum Role;
    const bool system = who.has_anywhere(system_admin);
    const bool admin = system || who.has_anywhere(platform_admin) || who.has_anywhere(institution_admin);
    switch (audience) {
        case Audience::everybody:
        case Audience::signed_in:
            return true;
        case Audience::staff:
            return admin || who.has_anywhere(operator_);
        case Audience::admins:
            return admin;
        case Audience::money:
            return system || who.has_anywhere(finance);
        case Audience::council:
            return system || who.has_anywhere(secretariat);
        case Audience::staff_and_council:
            return admin || who.has_anywhere(operator_) || who.has_anywhere(secretariat);
        case Audience::operators_of_the_house:
            return system;
    }
    return false;
}

/// A question may come in a body, too.
bool writes(const Route& route) {
    return route.method != http::Method::get && route.path != "/api/v1/quotes" && route.path != "/api/v1/availability";
}

TokenScope scope_of(const Route& route) {
    if (!writes(route)) {
        return TokenScope::read;
    }
    switch (route.audience) {
        case Audience::everybody:
        case Audience::signed_in:
            return TokenScope::book;
        case Audience::staff:
        case Audience::staff_and_council:
            return TokenScope::operate;
        case Audience::money:
            return TokenScope::money;
        case Audience::admins:
        case Audience::council:
        case Audience::operators_of_the_house:
            return TokenScope::administer;
    }
    return TokenScope::administer;
}
}  // namespace

http::Response respond(const Call& call, Answer answer) {
    http::Response response;
    response.status = answer.status;
    response.content_type = answer.content_type;
    response.body = std::move(answer.body);
    response.headers = std::move(answer.headers);
    if (!answer.etag.empty()) {
        if (answer.status == 200 && call.request.if_none_match == answer.etag &&
            (call.request.method == http::Method::get || call.request.method == http::Method::head)) {
            response.status = 304;
            response.body.clear();
        }
        response.headers.emplace_back("ETag", answer.etag);
    }
    return response;
}

Router::Router(Services& services, std::vector<Route> routes) : services_(services), routes_(std::move(routes)) {
    for (const auto& route : routes_) {
        const auto segments = split_path(route.path);
        segments_.emplace_back(segments.begin(), segments.end());
    }
}

bool Router::owns(std::string_view path) {
    return path == "/api" || path.starts_with("/api/") || path == "/healthz" || path == "/readyz" ||
           path == "/metrics" || path == "/events";
}

Router::Match Router::match(const http::Request& request) const {
    Match best;
    const auto wanted = split_path(request.path);
    const auto method = request.method == http::Method::head ? http::Method::get : request.method;
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        const auto& segments = segments_[i];
        if (segments.size() != wanted.size()) {
            continue;
        }
        // From the end: the front ("api", "v1") is the same in nearly all.
        bool same = true;
        for (std::size_t k = segments.size(); same && k-- > 0;) {
            same = segments[k].starts_with('{') ? !wanted[k].empty() : segments[k] == wanted[k];
        }
        if (!same) {
            continue;
        }
        best.path_known = true;
        if (routes_[i].method != method) {
            continue;
        }
        best.route = &routes_[i];
        for (std::size_t k = 0; k < segments.size(); ++k) {
            if (segments[k].starts_with('{')) {
                best.parameters.emplace_back(wanted[k]);
            }
        }
        return best;
    }
    return best;
}

std::optional<Error> Router::refuse(const Route& route, const Call& call) const {
    if (route.audience != Audience::everybody) {
        if (!call.who) {
            return Error(ErrorCode::not_signed_in);
        }
        if (!audience_holds(route.audience, *call.who)) {
            return Error(ErrorCode::not_allowed);
        }
    }
    const bool program = call.who && call.who->scopes;
    if (program && !call.who->covers(scope_of(route))) {
        return Error(ErrorCode::not_allowed,
                     {fmt::format("这个令牌没有“{}”权限", json::enum_name(scope_of(route))),
                      fmt::format("the token lacks the scope {}", json::enum_name(scope_of(route)))});
    }
    if (program && route.path.starts_with("/api/v1/api-tokens") && route.method != http::Method::get) {
        return Error(ErrorCode::not_allowed, {"令牌不能管理令牌，请登录后操作", "a token makes no tokens: sign in"});
    }
    // A browser that is signed in by its cookie must prove that the page itself asks.
    if (call.who && !program && writes(route) && route.path != "/api/v1/session" &&
        route.path != "/api/v1/demo/clock" && !same_secret(call.request.csrf_token, call.who->csrf_token)) {
        return Error(ErrorCode::csrf_token_wrong);
    }
    if (call.request.idempotency_key.size() > idempotency_key_max) {
        return field_error("Idempotency-Key", "bad_length", "最多 200 个字符", "at most 200 characters");
    }
    if (route.needs_if_match && call.request.if_match.empty()) {
        return Error(ErrorCode::etag_required);
    }
    return std::nullopt;
}

asio::awaitable<Result<PrincipalPtr>> Router::who_asks(const http::Request& request) {
    constexpr std::string_view bearer = "Bearer ";
    if (!request.authorization.starts_with(bearer)) {
        co_return services_.sign_ins.find(request.cookie_value("yiqi_session"), ServerClock::real_now());
    }
    const auto token = std::string_view(request.authorization).substr(bearer.size());
    PrincipalPtr who;
    std::function<void(Database&)> work = [&](Database& database) {
        who = principal_of_token(database, token, ServerClock::real_now());
    };
    const auto read = co_await on_reader(services_.readers, std::move(work));
    if (!read) {
        co_return read.error();
    }
    if (!who) {
        co_return Error(ErrorCode::not_signed_in, {"令牌无效或已过期", "the token is not valid, or over"});
    }
    co_return who;
}

asio::awaitable<http::Response> Router::answer(http::Request request) {
    // RFC 9110, 15.5.6: who is told 405 is told what would be allowed.
    const auto allowed_methods = [this](http::Request asked) {
        std::string names;
        for (const auto& [method, name] :
             {std::pair(http::Method::get, "GET, HEAD"), std::pair(http::Method::post, "POST"),
              std::pair(http::Method::put, "PUT"), std::pair(http::Method::delete_, "DELETE")}) {
            asked.method = method;
            if (match(asked).route != nullptr) {
                names += names.empty() ? name : std::string(", ") + name;
            }
        }
        return names;
    };
    auto found = match(request);
    if (found.route == nullptr) {
        auto refusal =
            http::problem(Error(found.path_known ? ErrorCode::method_not_allowed : ErrorCode::not_found), request);
        if (found.path_known) {
            refusal.headers.emplace_back("Allow", allowed_methods(std::move(request)));
        }
        co_return refusal;
    }
    auto who = co_await who_asks(request);
    if (!who) {
        auto refusal = http::problem(who.error(), request);
        if (who.error().code() == ErrorCode::not_signed_in) {
            refusal.headers.emplace_back("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        co_return refusal;
    }
    const auto language = request.language();
    Call call{services_,
              std::move(request),
              *std::move(who),
              std::move(found.parameters),
              services_.writer.snapshot(),
              services_.clock.now(),
              json::Style{TimeZone(), language}};
    if (const auto error = refuse(*found.route, call)) {
        co_return http::problem(*error, call.request);
    }
    if (services_.draining.load() && call.request.method != http::Method::get) {
        auto response = http::problem(Error(ErrorCode::unavailable), call.request);
        response.close = true;
        co_return response;
    }
    std::string failure;
    try {
        auto response = co_await run(*found.route, call);
        co_return response;
    } catch (const StoreError& e) {
        failure = e.what();
    } catch (const std::exception& e) {
        failure = e.what();
    }
    spdlog::error("handler_failed request_id={} path={} reason=\"{}\"", call.request.request_id, found.route->path,
                  failure);
    co_return http::problem(Error(ErrorCode::internal), call.request);
}

asio::awaitable<http::Response> Router::run(const Route& route, Call& call) {
    if (const auto* handler = std::get_if<SnapshotHandler>(&route.handler)) {
        auto answer = (*handler)(call);
        if (!answer) {
            co_return http::problem(answer.error(), call.request);
        }
        co_return respond(call, *std::move(answer));
    }
    if (const auto* handler = std::get_if<ReadHandler>(&route.handler)) {
        auto response = co_await run_read(*handler, call);
        co_return response;
    }
    if (const auto* handler = std::get_if<CommandHandler>(&route.handler)) {
        auto response = co_await run_command(route, call, (*handler)(call));
        co_return response;
    }
    if (const auto* handler = std::get_if<PreparedHandler>(&route.handler)) {
        auto response = co_await run_prepared(route, *handler, call);
        co_return response;
    }
    auto response = co_await std::get<FreeHandler>(route.handler)(call);
    co_return response;
}

asio::awaitable<http::Response> Router::run_read(const ReadHandler& handler, Call& call) {
    Result<Answer> answer{ErrorCode::unavailable};
    std::function<void(Database&)> work = [&](Database& database) { answer = handler(call, database); };
    const auto done = co_await on_reader(services_.readers, std::move(work));
    if (!done) {
        co_return http::problem(done.error(), call.request);
    }
    if (!answer) {
        co_return http::problem(answer.error(), call.request);
    }
    co_return respond(call, *std::move(answer));
}

}  // namespace server
