#pragma once
// What the handlers stand on: the services of the process, one call, and the kinds of handlers.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include "model/clock.hpp"
#include "model/result.hpp"
#include "server/auth/principal.hpp"
#include "server/auth/sign_ins.hpp"
#include "server/http/listener.hpp"
#include "server/http/message.hpp"
#include "server/jobs/due_runner.hpp"
#include "server/json/write.hpp"
#include "server/live/hub.hpp"
#include "server/storage/read_pool.hpp"
#include "server/storage/writer.hpp"

namespace server {

/// Real time, plus what the demo clock was moved by.
class ServerClock final : public model::Clock {
  public:
    [[nodiscard]] model::Instant now() const override { return real_now() + model::seconds{offset_seconds_.load()}; }
    [[nodiscard]] static model::Instant real_now();
    void move_to(model::Instant now) { offset_seconds_.store((now - real_now()).count()); }

  private:
    std::atomic<std::int64_t> offset_seconds_{0};
};

class RoundAllocator;

struct Services {
    ServerClock& clock;
    Writer& writer;
    DueRunner& due;
    ReadPool& readers;
    Hub& hub;
    SignIns& sign_ins;
    Attempts& attempts;
    boost::asio::thread_pool& password_pool;
    std::string secret;  ///< signs quotes
    bool demo = false;
    const http::Figures* figures = nullptr;
    RoundAllocator* rounds = nullptr;  ///< set before the first request
    std::atomic<bool> draining{false};
};

/// One request on its way through a handler.
struct Call {
    Services& services;
    http::Request request;
    PrincipalPtr who;  ///< null for a visitor
    std::vector<std::string> path_parameters;
    std::shared_ptr<const Snapshot> snapshot;
    model::Instant now{};
    json::Style style;

    [[nodiscard]] const std::string& path_parameter(std::size_t i) const { return path_parameters.at(i); }
    /// A query parameter; empty where it is missing.
    [[nodiscard]] const std::string& query(std::string_view name) const;
};

/// A good answer. Refusals are errors.
struct Answer {
    int status = 200;
    std::string body;
    std::string etag = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
    /// What is kept for a repetition instead of the body, where that holds a secret.
    std::optional<std::string> kept_body = {};
    std::string_view content_type = "application/json";
};

/// Answers from the snapshot, at once, on the I/O thread.
using SnapshotHandler = std::function<model::Result<Answer>(const Call&)>;
/// Answers from the database, on a reader's thread.
using ReadHandler = std::function<model::Result<Answer>(const Call&, Database&)>;
/// The part of a command that runs in the writer; may run more than once.
using CommandBody = std::move_only_function<model::Result<Answer>(SqlTransaction&)>;
/// Checks the input on the I/O thread and hands over the command.
using CommandHandler = std::function<model::Result<CommandBody>(const Call&)>;
/// The same for a command whose preparation reads the database, on a reader's thread. What it read may have changed
/// when the command runs.
using PreparedHandler = std::function<model::Result<CommandBody>(const Call&, Database&)>;
/// Does its own waiting (sign-in, streams).
using FreeHandler = std::function<boost::asio::awaitable<http::Response>(Call&)>;
using Handler = std::variant<SnapshotHandler, ReadHandler, CommandHandler, PreparedHandler, FreeHandler>;

/// Adds to an answer about a taken slot what goes beyond the command (alternatives), on a reader's thread.
using Addition = std::function<std::string(const Call&, Database&, std::string answer)>;

/// The body where it is JSON or says nothing of its type; wrong_media_type otherwise.
model::Result<std::string_view> json_body(const Call& call);

/// Paging: limit (1 .. 200, default 50) and an opaque cursor.
struct Page {
    std::size_t limit = 50;
    std::int64_t offset = 0;
};
model::Result<Page> page_of(const Call& call);
/// {"items":[...],"next_cursor":...,"total":n} without `extra`, which goes before the last brace.
std::string list_text(const std::vector<std::string>& items, const Page& page, std::int64_t total,
                      const std::string& extra = {});

/// A query parameter as an instant, number or choice.
model::Result<std::optional<model::Instant>> instant_parameter(const Call& call, std::string_view name);
model::Result<std::optional<std::int64_t>> number_parameter(const Call& call, std::string_view name, std::int64_t low,
                                                            std::int64_t high);
std::vector<std::string> list_parameter(const Call& call, std::string_view name);

/// Waits for a command, on the calling coroutine's executor.
boost::asio::awaitable<CommitOutcome> commit(Writer& writer, Writer::Command command);

/// Waits until all that is due by the clock is done.
boost::asio::awaitable<void> due_work_done(DueRunner& due);

/// Waits until no closed round is left undecided.
boost::asio::awaitable<void> rounds_decided(RoundAllocator& rounds);

/// Runs `work` on a reader's thread and waits for it. `overloaded` when the queue is full, `unavailable` when the
/// database cannot be read; other exceptions of the work are rethrown.
boost::asio::awaitable<model::Result<void>> on_reader(ReadPool& readers, std::function<void(Database&)> work);

model::Error field_error(std::string field, std::string code, std::string zh, std::string en);

}  // namespace server
