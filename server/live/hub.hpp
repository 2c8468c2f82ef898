#pragma once
// The live stream's source: the last events in memory, and who waits for more.

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

#include "model/event.hpp"

namespace server {

/// Thread-safe.
class Hub {
  public:
    static constexpr std::size_t kept_max = 20'000;

    /// Called by the writer after each commit, in order.
    void publish(const std::vector<model::Event>& events);

    /// Events after `seq`, at most `limit`. `complete` is false where older ones are no longer in memory:
    /// read them from the store first.
    struct Window {
        std::vector<model::Event> events;
        bool complete = true;
        std::int64_t last = 0;  ///< the newest event there is
    };
    [[nodiscard]] Window after(std::int64_t seq, std::size_t limit) const;

    /// `wake` is called after each publish, from the writer's thread. Returns the ticket for `unsubscribe`.
    std::uint64_t subscribe(std::function<void()> wake);
    void unsubscribe(std::uint64_t ticket);

    /// The seq of the last event before the first that is published.
    void start_after(std::int64_t seq);

  private:
    mutable std::mutex mutex_;
    std::deque<model::Event> kept_;
    std::int64_t last_seq_ = 0;
    std::map<std::uint64_t, std::function<void()>> waiting_;
    std::uint64_t next_ticket_ = 1;
};

}  // namespace server
