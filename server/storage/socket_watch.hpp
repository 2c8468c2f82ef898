#pragma once
// A deadline for each call to PostgreSQL, kept by this side: a server that is frozen, or gone without a word, would
// hold libpq for ever. When the time is up the connection's socket is shut down, and the call fails like any broken
// connection. Nothing is ever cancelled at the server: whether a COMMIT that was cut off took effect is only known to
// the database, and a repetition with the same idempotency key asks it.

#include <atomic>
#include <chrono>
#include <cstdint>

namespace server {

/// Watches one connection. The connection must live longer. `begin` and `end` are called by the connection's thread.
class SocketWatch {
  public:
    SocketWatch(int socket, std::chrono::milliseconds limit);
    ~SocketWatch();
    SocketWatch(const SocketWatch&) = delete;
    SocketWatch& operator=(const SocketWatch&) = delete;

    void begin() noexcept;
    void end() noexcept { due_.store(never); }

    /// Shuts the socket down where a call is past its time. Called by the watching thread.
    void check(std::chrono::steady_clock::time_point now) noexcept;

  private:
    using Ticks = std::chrono::steady_clock::rep;
    static constexpr Ticks never = INT64_MAX;
    int socket_;
    std::chrono::milliseconds limit_;
    std::atomic<Ticks> due_{never};
};

}  // namespace server
