#include "server/auth/sign_in_follower.hpp"

#include <algorithm>
#include <chrono>

#include <spdlog/spdlog.h>

#include "server/auth/people.hpp"

namespace server {

SignInFollower::SignInFollower(DatabaseUrl url, SignIns& sign_ins)
    : url_(std::move(url)), sign_ins_(sign_ins), thread_([this](const std::stop_token& stop) { follow(stop); }) {}

void SignInFollower::heard(const std::vector<model::Event>& events) {
    const bool concerns = std::ranges::any_of(events, [](const model::Event& event) {
        return event.kind == model::EventKind::signed_in || event.kind == model::EventKind::signed_out ||
               event.kind == model::EventKind::price_classes_changed;
    });
    if (concerns) {
        const std::lock_guard lock(mutex_);
        stale_ = true;
        waiting_.notify_one();
    }
}

void SignInFollower::follow(const std::stop_token& stop) {
    constexpr std::chrono::seconds after_failure{1};
    std::unique_lock lock(mutex_);
    while (waiting_.wait(lock, stop, [this] { return stale_; })) {
        stale_ = false;
        lock.unlock();
        bool failed = false;
        try {
            Database database(url_, Database::Access::read);
            reload_sign_ins(database, sign_ins_);
        } catch (const StoreError& e) {
            spdlog::error("sign_ins_not_read reason=\"{}\"", e.what());
            failed = true;
        }
        lock.lock();
        if (failed) {
            stale_ = true;
            waiting_.wait_for(lock, stop, after_failure, [] { return false; });
        }
    }
}

}  // namespace server
