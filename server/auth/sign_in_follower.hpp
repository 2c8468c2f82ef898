#pragma once
// Keeps the sign-ins in memory true where several servers share one database: when another one signed somebody in or
// out, they are read anew.

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "model/event.hpp"
#include "server/auth/sign_ins.hpp"
#include "server/storage/database.hpp"

namespace server {

class SignInFollower {
  public:
    SignInFollower(DatabaseUrl url, SignIns& sign_ins);

    /// Events that another server appended. Thread-safe, does not wait.
    void heard(const std::vector<model::Event>& events);

  private:
    void follow(const std::stop_token& stop);
    DatabaseUrl url_;
    SignIns& sign_ins_;
    std::mutex mutex_;
    std::condition_variable_any waiting_;
    bool stale_ = false;
    std::jthread thread_;
};

}  // namespace server
