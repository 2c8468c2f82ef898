// Running a command, once per idempotency key: whatever a key was answered first, a good answer or a refusal, is kept
// in the command's own transaction and answered again.

#include <fmt/format.h>
#include <boost/asio.hpp>

#include "scheduler/waitlist.hpp"
#include "server/api/router.hpp"
#include "server/auth/secrets.hpp"
#include "server/http/problem.hpp"

namespace server {

using namespace model;
namespace asio = boost::asio;

namespace {
std::string header_lines(const Answer& answer) {
    std::string out;
    for (const auto& [name, value] : answer.headers) {
        out.append(name).append(": ").append(value).append("\n");
    }
    return out;
}

void add_header_lines(Answer& answer, std::string_view lines) {
    while (!lines.empty()) {
        const auto line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(line.size() + 1);
        const auto colon = line.find(": ");
        answer.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
}

/// The state that a command and its caller share.
class Running {
  public:
    Running(const Call& call, std::string_view route, CommandBody body) : call_(call), body_(std::move(body)) {
        if (!call.request.idempotency_key.empty()) {
            request_hash_ = hash_of(fmt::format("{}\n{}\n{}", route, call.request.path, call.request.body));
        }
    }

    /// In the writer, perhaps more than once: see Writer::Command.
    bool run(SqlTransaction& tx) {
        answer.reset();
        error.reset();
        kept.reset();
        if (has_key()) {
            kept = tx.kept_answer(caller(), call_.request.idempotency_key);
            if (kept) {
                return false;
            }
        }
        auto result = body_(tx);
        if (!result) {
            error = result.error();
            if (has_key()) {
                tx.write_instead([this, &tx] { keep(tx, refusal()); });
            }
            return false;
        }
        answer = *std::move(result);
        if (tx.discarded()) {
            return false;
        }
        scheduler::offer_freed_time(tx, caller(), call_.now);
        if (has_key()) {
            keep(tx, {request_hash_, answer->status, answer->kept_body.value_or(answer->body), answer->etag,
                      header_lines(*answer)});
        }
        return true;
    }

    [[nodiscard]] bool is_repetition_of(const KeptAnswer& first) const { return first.request_hash == request_hash_; }

    // Exactly one is set after a run.
    std::optional<Answer> answer;
    std::optional<Error> error;
    std::optional<KeptAnswer> kept;

  private:
    [[nodiscard]] bool has_key() const { return !request_hash_.empty(); }
    /// Nobody where a visitor asks; visitors share their keys, and a repetition must repeat the whole request.
    [[nodiscard]] UserId caller() const { return call_.who ? call_.who->user.id : UserId{}; }

    [[nodiscard]] KeptAnswer refusal() const {
        const auto& facts = facts_of(error->code());
        return {request_hash_,
                facts.status,
                http::problem_text(*error, call_.request.language(), call_.request.request_id),
                std::string(facts.name),
                {}};
    }

    void keep(SqlTransaction& tx, const KeptAnswer& what) const {
        tx.keep_answer(caller(), call_.request.idempotency_key, what, ServerClock::real_now());
    }

    const Call& call_;
    CommandBody body_;
    std::string request_hash_;
};
}  // namespace

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

asio::awaitable<http::Response> Router::answer_again(const Route& route, Call& call, KeptAnswer kept) {
    const bool refused = kept.status >= 400;
    Answer answer{static_cast<int>(kept.status), std::move(kept.body), refused ? std::string() : kept.etag};
    add_header_lines(answer, kept.headers);
    answer.headers.emplace_back("Idempotent-Replay", "true");
    auto response = respond(call, std::move(answer));
    if (refused) {
        response.content_type = "application/problem+json";
    }
    if (refused ? kept.etag == facts_of(ErrorCode::slot_taken).name : route.adds_to_answers) {
        response.body = co_await with_addition(route, call, std::move(response.body));
    }
    co_return response;
}

asio::awaitable<http::Response> Router::run_prepared(const Route& route, const PreparedHandler& handler, Call& call) {
    Result<CommandBody> prepared{ErrorCode::unavailable};
    std::function<void(Database&)> work = [&](Database& database) { prepared = handler(call, database); };
    const auto read = co_await on_reader(services_.readers, std::move(work));
    if (!read) {
        co_return http::problem(read.error(), call.request);
    }
    auto response = co_await run_command(route, call, std::move(prepared));
    co_return response;
}

asio::awaitable<http::Response> Router::run_command(const Route& route, Call& call, Result<CommandBody> prepared) {
    if (!prepared) {
        co_return http::problem(prepared.error(), call.request);
    }
    const auto running = std::make_shared<Running>(call, route.path, *std::move(prepared));
    Writer::Command command = [running](SqlTransaction& tx) { return running->run(tx); };
    const auto outcome = co_await commit(services_.writer, std::move(command));
    if (outcome != CommitOutcome::durable) {
        co_return http::problem(
            Error(outcome == CommitOutcome::overloaded ? ErrorCode::overloaded : ErrorCode::unavailable), call.request);
    }
    call.snapshot = services_.writer.snapshot();
    if (running->kept) {
        if (!running->is_repetition_of(*running->kept)) {
            co_return http::problem(Error(ErrorCode::idempotency_key_reused), call.request);
        }
        auto response = co_await answer_again(route, call, *std::move(running->kept));
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
