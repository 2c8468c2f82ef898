#include "server/storage/read_pool.hpp"

#include <memory>

#include <spdlog/spdlog.h>

namespace server {

ReadPool::ReadPool(DatabaseUrl url, int threads) : url_(std::move(url)) {
    for (int i = 0; i < threads; ++i) {
        threads_.emplace_back([this](const std::stop_token& stop) { loop(stop); });
    }
}

ReadPool::~ReadPool() {
    stop();
}

void ReadPool::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        for (auto& thread : threads_) {
            thread.request_stop();
        }
    }
    waiting_.notify_all();
    threads_.clear();
}

bool ReadPool::submit(Task task) {
    const std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= queue_max) {
        return false;
    }
    queue_.push_back(std::move(task));
    waiting_.notify_one();
    return true;
}

void ReadPool::loop(const std::stop_token& stop) {
    std::unique_ptr<Database> database;
    for (;;) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            waiting_.wait(lock, [&] { return !queue_.empty() || stop.stop_requested(); });
            if (queue_.empty()) {
                return;
            }
            task = std::move(queue_.front());
            queue_.pop_front();
        }
        // A connection that broke is noticed when it is used: one more try with a new one.
        constexpr int attempts_max = 2;
        bool begun = false;
        for (int i = 0; i < attempts_max && !begun; ++i) {
            try {
                if (!database) {
                    database = std::make_unique<Database>(url_, Database::Access::read);
                }
                database->run("BEGIN");
                begun = true;
            } catch (const StoreError& e) {
                spdlog::error("read_open_failed reason=\"{}\"", e.what());
                database.reset();
            }
        }
        task(database.get());
        try {
            if (database) {
                database->run("COMMIT");
            }
        } catch (const StoreError&) {
            database.reset();
        }
    }
}

}  // namespace server
