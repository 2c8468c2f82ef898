#pragma once
// Readers: a few threads, each with a read-only connection. Reads never wait for writes.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "server/storage/database.hpp"

namespace server {

class ReadPool {
  public:
    static constexpr std::size_t queue_max = 4'096;
    using Task = std::move_only_function<void(Database*)>;

    ReadPool(DatabaseUrl url, int threads);
    ~ReadPool();
    ReadPool(const ReadPool&) = delete;
    ReadPool& operator=(const ReadPool&) = delete;

    /// Runs the task inside one read transaction on a pool thread, so that it sees one state; with a null
    /// pointer when the database cannot be opened. False, and the task is dropped, when the queue is full.
    /// The task must not throw. Thread-safe.
    bool submit(Task task);

    /// Runs what is queued, then ends the threads; later tasks are refused.
    void stop();

  private:
    void loop(const std::stop_token& stop);
    DatabaseUrl url_;
    std::mutex mutex_;
    std::condition_variable waiting_;
    std::deque<Task> queue_;
    bool stopping_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace server
