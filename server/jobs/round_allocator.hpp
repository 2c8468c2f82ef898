#pragma once
// Decides rounds whose cut-off has come. Reading and solving happen on a thread of its own and in solver processes;
// only the result goes through the writer, which checks everything again. What the world changed meanwhile is left
// out and solved once more, a bounded number of times; the last time the round is decided at all events. A large
// round's result is fixed first and then carried out in portions, so that others are served in between. A round that
// was closed when the program ended is decided, or carried out to its end, when it starts again.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "model/clock.hpp"
#include "model/result.hpp"
#include "scheduler/round_commands.hpp"
#include "server/storage/writer.hpp"

namespace server {

/// Rung when a round has been closed. Outlives the writer and the allocator. Thread-safe.
class RoundBell {
  public:
    void ring();
    /// For the writer's listener: rings where one of the events closed a round.
    void listen(const std::vector<model::Event>& events);

  private:
    friend class RoundAllocator;
    std::mutex mutex_;
    std::condition_variable_any rung_;
    bool pending_ = true;  ///< what was closed before the program began
};

/// Thread-safe.
class RoundAllocator {
  public:
    static constexpr int tries_max = 5;
    static constexpr std::size_t previews_max = 8;

    /// `draw` answers a number that nobody can foretell, for the lots of each round; on any thread.
    RoundAllocator(RoundBell& bell, Writer& writer, DatabaseUrl url, const model::Clock& clock,
                   scheduler::ZeroOneSolver& solver, std::function<std::int64_t()> draw);
    ~RoundAllocator();
    RoundAllocator(const RoundAllocator&) = delete;
    RoundAllocator& operator=(const RoundAllocator&) = delete;

    struct Preview {
        scheduler::GatheredRound gathered;
        scheduler::RoundAllocation allocation;
    };
    using PreviewDone = std::move_only_function<void(model::Result<Preview>)>;
    /// What the round would decide now; nothing is written. `done` is called once, on the allocator's thread or, with
    /// `overloaded`, at once. It must not block.
    void preview(model::RoundId id, PreviewDone done);

    /// Calls `done` when no closed round is left undecided. It must not block.
    void when_idle(std::move_only_function<void()> done);

  private:
    void loop(const std::stop_token& stop);
    void decide_closed(const std::stop_token& stop);
    void decide(model::RoundId id, const std::stop_token& stop);
    void solve(model::RoundId id, const std::stop_token& stop);
    /// A large round: keeps and fixes its awards, and carries them out. False: it has to be solved again.
    model::Result<bool> decide_in_portions(model::RoundId id, const scheduler::GatheredRound& gathered,
                                           const scheduler::RoundAllocation& allocation, int attempt);
    /// What was fixed, now or before the program ended, portion by portion.
    void carry_out(model::RoundId id, const std::stop_token& stop);
    /// Runs a command of the scheduler; `unavailable` where it is not durable.
    template <class Value>
    model::Result<Value> command(const std::function<model::Result<Value>(SqlTransaction&)>& work);
    bool is_fixed(model::RoundId id);
    model::Result<scheduler::GatheredRound> gather(model::RoundId id);
    model::Result<Preview> preview_now(model::RoundId id);

    RoundBell& bell_;
    Writer& writer_;
    DatabaseUrl url_;
    const model::Clock& clock_;
    scheduler::ZeroOneSolver& solver_;
    std::function<std::int64_t()> draw_;
    std::deque<std::pair<model::RoundId, PreviewDone>> previews_;
    std::vector<std::move_only_function<void()>> waiting_;
    std::jthread thread_;
};

}  // namespace server
