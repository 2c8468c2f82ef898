#pragma once
// Does what is due by the clock, in order of time, each piece as a command of its own that also removes it: exactly
// once, whenever the program ends. The runner's thread sleeps until the earliest work is due or the clock was moved.
//
// A piece that the store or the scheduler refuses is logged and tried again later; it does not hold up the others.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "model/clock.hpp"
#include "model/due.hpp"
#include "server/storage/writer.hpp"

namespace server {

/// Thread-safe.
class DueRunner {
  public:
    /// Pieces that may share one commit.
    static constexpr std::size_t batch_max = 64;

    DueRunner(Writer& writer, const model::Clock& clock);
    ~DueRunner();
    DueRunner(const DueRunner&) = delete;
    DueRunner& operator=(const DueRunner&) = delete;

    /// Calls `done` on the runner's thread when everything that is due by the clock has been done and is durable. For
    /// a clock that was moved, and for tests. `done` must not block.
    void catch_up(std::move_only_function<void()> done);

  private:
    struct Attempt;
    void loop(const std::stop_token& stop);
    /// Runs until nothing is due.
    void run_all(const std::stop_token& stop);
    /// Runs up to `count` pieces; false where less were due.
    bool run_batch(std::size_t count, const std::stop_token& stop);
    void put_off(const Attempt& attempt);
    void expect(model::Instant at);

    Writer& writer_;
    const model::Clock& clock_;
    std::mutex mutex_;
    std::condition_variable_any waiting_;
    std::optional<model::Instant> next_;  ///< the earliest work that is known
    std::vector<std::move_only_function<void()>> callers_;
    std::jthread thread_;
};

}  // namespace server
