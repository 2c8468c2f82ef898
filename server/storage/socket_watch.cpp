#include "server/storage/socket_watch.hpp"

#include <sys/socket.h>

#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

#include <spdlog/spdlog.h>

namespace server {

namespace {
using Clock = std::chrono::steady_clock;

/// The one thread that looks at all watched connections. Thread-safe.
class Watchman {
  public:
    static Watchman& instance() {
        static Watchman watchman;
        return watchman;
    }

    void add(SocketWatch* watch) {
        const std::lock_guard lock(mutex_);
        watches_.insert(watch);
        if (!thread_.joinable()) {
            thread_ = std::jthread([this](const std::stop_token& stop) { look(stop); });
        }
    }

    /// When it returns, the watch is not looked at any more.
    void remove(SocketWatch* watch) {
        const std::lock_guard lock(mutex_);
        watches_.erase(watch);
    }

  private:
    void look(const std::stop_token& stop) {
        constexpr std::chrono::milliseconds pause{100};
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            waiting_.wait_for(lock, stop, pause, [] { return false; });
            for (auto* watch : watches_) {
                watch->check(Clock::now());
            }
        }
    }

    std::mutex mutex_;
    std::condition_variable_any waiting_;
    std::set<SocketWatch*> watches_;
    std::jthread thread_;  // last: it uses the others
};
}  // namespace

SocketWatch::SocketWatch(int socket, std::chrono::milliseconds limit) : socket_(socket), limit_(limit) {
    Watchman::instance().add(this);
}

SocketWatch::~SocketWatch() {
    Watchman::instance().remove(this);
}

void SocketWatch::begin() noexcept {
    due_.store((Clock::now() + limit_).time_since_epoch().count());
}

void SocketWatch::check(Clock::time_point now) noexcept {
    auto due = due_.load();
    if (now.time_since_epoch().count() < due) {
        return;
    }
    // Only where the same call is still waiting.
    if (due_.compare_exchange_strong(due, never)) {
        spdlog::error("store_call_cut_off limit_ms={}", limit_.count());
        (void)shutdown(socket_, SHUT_RDWR);
    }
}

}  // namespace server
