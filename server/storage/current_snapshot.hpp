#pragma once
// The state after the last commit, where everybody reads it. Not std::atomic<std::shared_ptr>: that of libstdc++ 12
// gives its lock up without a release when it is read: a data race (github.com/google/sanitizers/issues/1558).

#include <memory>
#include <mutex>
#include <utility>

#include "server/storage/snapshot.hpp"

namespace server {

/// Thread-safe. Both calls hold a lock for some nanoseconds.
class CurrentSnapshot {
  public:
    [[nodiscard]] std::shared_ptr<const Snapshot> load() const {
        const std::scoped_lock lock(mutex_);
        return current_;
    }
    /// What was there before is let go of outside the lock.
    void store(std::shared_ptr<const Snapshot> next) {
        const std::scoped_lock lock(mutex_);
        current_.swap(next);
    }

  private:
    mutable std::mutex mutex_;
    std::shared_ptr<const Snapshot> current_;
};

}  // namespace server
