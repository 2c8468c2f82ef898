#pragma once
// The one thread that writes, with group commit. Commands queue up; whatever waits is run in one database
// transaction; one commit makes all of them durable; only then are their callers answered. A command that
// refuses is undone alone: a batch in which one refuses after it wrote is run again, each command in a savepoint
// of its own. (Savepoints for all would cost half as much again as the writing itself on SQLite, and most commands
// that refuse do so before they write.)
//
// The thread owns the only writing connection and (SQLite) all checkpoints. On PostgreSQL each batch takes a
// global advisory lock, so batches of several nodes run one after the other: no deadlocks, and the event log
// has no gaps. A node takes over what the others committed before each batch, and each second while it has none.
//
// When a batch fails as a whole (disk full, connection lost), nobody in it is told "done"; the connection is
// opened anew, which shows what the database really holds, and the snapshot is read from it.

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/storage/current_snapshot.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

enum class CommitOutcome {
    durable,      ///< the transaction is committed (also when the command itself asked to be undone)
    overloaded,   ///< the queue was full; the command did not run
    unavailable,  ///< the database failed; treat as not done, repeat with the same idempotency key
};

class Writer {
  public:
    /// Returns true to keep what it wrote, false to undo it. Runs on the writer's thread, possibly more
    /// than once (a batch that meets a serialisation failure, or in which a command is undone, is run again),
    /// so it must set its results anew each time. Exceptions of the store count as unavailable.
    using Command = std::move_only_function<bool(SqlTransaction&)>;
    /// Called on the writer's thread after the commit; must not block.
    using Done = std::move_only_function<void(CommitOutcome)>;
    /// Called on the writer's thread after each commit with the events in order, before any Done; also with those
    /// that other programs appended (`by_others`), within a second or before the next batch.
    using Listener = std::function<void(const std::vector<model::Event>&, bool by_others)>;

    /// Called on the writer's thread after each commit that set due work, with the earliest time of it.
    using DueListener = std::function<void(model::Instant)>;

    static constexpr std::size_t queue_max = 8'192;
    static constexpr std::size_t batch_max = 256;

    Writer(DatabaseUrl url, const model::Clock& clock, Listener listener);
    /// Runs what is queued, then stops.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Thread-safe. `done` is called exactly once.
    void submit(Command command, Done done);

    /// Waits for the command; for start-up, tools and tests.
    CommitOutcome run(Command command);

    /// The state after the last commit. Thread-safe; never waits for a write.
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const { return snapshot_.load(); }

    /// Thread-safe. An empty one ends it; when the call returns, the old one is not called any more.
    void tell_due(DueListener listener);

    struct Figures {
        std::uint64_t commits = 0;
        std::uint64_t commands = 0;
        std::uint64_t failed_batches = 0;
        std::size_t queued = 0;
    };
    [[nodiscard]] Figures figures() const;

  private:
    struct Job {
        Command command;
        Done done;
        bool failed = false;
    };
    void loop(const std::stop_token& stop);
    void run_batch(std::vector<Job>& batch);
    void attempt(std::vector<Job>& batch);
    void begin();
    /// Runs the command; true to keep what it wrote.
    bool run_job(SqlTransaction& transaction, Job& job);
    void run_in_savepoint(SqlTransaction& transaction, Job& job);
    /// False, with the transaction to be rolled back, where a command must be undone after it wrote.
    bool run_without_savepoints(SqlTransaction& transaction, std::vector<Job>& batch);
    void publish(const SqlTransaction& transaction);
    void reopen();
    /// Takes over what other programs committed; inside a transaction that sees one state.
    void catch_up();
    /// Looks for it when nothing is to be written (PostgreSQL).
    void follow();

    DatabaseUrl url_;
    const model::Clock& clock_;
    Listener listener_;
    std::mutex due_mutex_;
    DueListener due_listener_;
    std::unique_ptr<Database> database_;
    std::string last_seal_;
    CurrentSnapshot snapshot_;
    mutable std::mutex mutex_;
    std::condition_variable waiting_;
    std::deque<Job> queue_;
    Figures figures_;
    bool stopping_ = false;
    std::jthread thread_;
};

}  // namespace server
