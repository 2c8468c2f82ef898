#include "server/api/router.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <boost/asio.hpp>

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
        case Audience::operators_of_the_house:
            return system;
    }
    return false;
}

http::Response respond(const Call& call, Answer answer) {
    http::Response response;
    response.status = answer.status;
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

/// The state that a command and its caller share.
struct Running {
    CommandBody body;
    std::optional<Answer> answer;
    std::optional<Error> error;
    std::optional<KeptAnswer> kept;
};

std::string kept_refusal_code(const Error& error) {
    return std::string(facts_of(error.code()).name);
}
}  // namespace

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
    // A browser that is signed in by its cookie must prove that the page itself asks.
    const bool writes = call.request.method != http::Method::get && call.request.method != http::Method::head;
    const bool harmless = route.path == "/api/v1/session" || route.path == "/api/v1/quotes" ||
                          route.path == "/api/v1/availability" || route.path == "/api/v1/demo/clock";
    if (writes && call.who && !harmless && !same_secret(call.request.csrf_token, call.who->csrf_token)) {
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

asio::awaitable<http::Response> Router::answer(http::Request request) {
    auto found = match(request);
    if (found.route == nullptr) {
        co_return http::problem(Error(found.path_known ? ErrorCode::method_not_allowed : ErrorCode::not_found),
                                request);
    }
    const auto token = request.cookie_value("yiqi_session");
    auto who = services_.sign_ins.find(token, ServerClock::real_now());
    const auto language = request.language();
    Call call{services_,
              std::move(request),
              std::move(who),
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
        auto response = co_await run_command(route, *handler, call);
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

asio::awaitable<std::string> Router::with_addition(const Route& route, Call& call, std::string answer) {
    std::string whole = answer;
    if (route.addition) {
        std::function<void(Database&)> work = [&](Database& database) {
            whole = route.addition(call, database, std::move(answer));
        };
        (void)co_await on_reader(services_.readers, std::move(work));
    }
    co_return whole;
}

asio::awaitable<http::Response> Router::run_command(const Route& route, const CommandHandler& handler, Call& call) {
    auto prepared = handler(call);
    if (!prepared) {
        co_return http::problem(prepared.error(), call.request);
    }
    auto running = std::make_shared<Running>();
    running->body = *std::move(prepared);
    const std::string key = call.who ? call.request.idempotency_key : std::string();
    const auto request_hash =
        key.empty() ? std::string()
                    : hash_of(fmt::format("{}\n{}\n{}", route.path, call.request.path, call.request.body));
    const auto user = call.who ? call.who->user.id : UserId{};
    Writer::Command command = [running, key, request_hash, user](SqlTransaction& tx) {
        running->answer.reset();
        running->error.reset();
        running->kept.reset();
        if (!key.empty()) {
            running->kept = tx.kept_answer(user, key);
            if (running->kept) {
                return false;
            }
        }
        auto result = running->body(tx);
        if (!result) {
            running->error = result.error();
            return false;
        }
        running->answer = *std::move(result);
        if (tx.discarded()) {
            return false;
        }
        if (!key.empty()) {
            tx.keep_answer(user, key,
                           {request_hash, running->answer->status, running->answer->body, running->answer->etag},
                           ServerClock::real_now());
        }
        return true;
    };
    auto outcome = co_await commit(services_.writer, std::move(command));
    if (outcome == CommitOutcome::durable && running->error && !key.empty() &&
        running->error->code() != ErrorCode::not_found) {
        // The refusal, too, is the answer to this key from now on. The command was undone, so it is kept by
        // a second, tiny one.
        const auto& error = *running->error;
        auto text = http::problem_text(error, call.request.language(), call.request.request_id);
        const KeptAnswer refusal{request_hash, facts_of(error.code()).status, std::move(text),
                                 kept_refusal_code(error)};
        Writer::Command keep = [user, key, refusal](SqlTransaction& tx) {
            if (tx.kept_answer(user, key)) {
                return false;
            }
            tx.keep_answer(user, key, refusal, ServerClock::real_now());
            return true;
        };
        (void)co_await commit(services_.writer, std::move(keep));
    }
    if (outcome != CommitOutcome::durable) {
        co_return http::problem(
            Error(outcome == CommitOutcome::overloaded ? ErrorCode::overloaded : ErrorCode::unavailable), call.request);
    }
    call.snapshot = services_.writer.snapshot();
    if (running->kept) {
        if (running->kept->request_hash != request_hash) {
            co_return http::problem(Error(ErrorCode::idempotency_key_reused), call.request);
        }
        Answer again{static_cast<int>(running->kept->status), running->kept->body,
                     running->kept->status < 400 ? running->kept->etag : std::string()};
        again.headers.emplace_back("Idempotent-Replay", "true");
        auto response = respond(call, std::move(again));
        if (running->kept->status >= 400) {
            response.content_type = "application/problem+json";
        }
        const bool good = running->kept->status < 400;
        if (good ? route.adds_to_answers : running->kept->etag == facts_of(ErrorCode::slot_taken).name) {
            response.body = co_await with_addition(route, call, std::move(response.body));
        }
        co_return response;
    }
    if (running->error) {
        auto response = http::problem(*running->error, call.request);
        if (running->error->code() == ErrorCode::slot_taken) {
            response.body = co_await with_addition(route, call, std::move(response.body));
        }
        co_return response;
    }
    if (route.adds_to_answers) {
        running->answer->body = co_await with_addition(route, call, std::move(running->answer->body));
    }
    co_return respond(call, *std::move(running->answer));
}

}  // namespace server
