#pragma once
// The sockets: accepts connections, reads requests within limits, writes responses, and ends orderly.
// All of Beast lives behind this header.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include "server/http/message.hpp"

namespace server::http {

/// The numbers that bound every connection.
struct Limits {
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 1024 * 1024;
    std::size_t connections = 10'000;
    std::chrono::seconds idle{75};   ///< between requests, and for a whole header
    std::chrono::seconds body{30};   ///< for a whole body
    std::chrono::seconds write{30};  ///< for a whole response (a stream: for each piece)
    std::chrono::seconds heartbeat{20};
    std::chrono::seconds drain{10};  ///< for requests in flight at the end
};

struct TlsFiles {
    std::string certificate;  ///< PEM chain
    std::string key;          ///< PEM
    [[nodiscard]] bool empty() const { return certificate.empty(); }
};

/// Answers one request. Called on the connection's thread; must not block it.
using Service = std::function<boost::asio::awaitable<Response>(Request)>;
/// Completes a response that the connection makes itself (too large, malformed): problem body and headers.
using Refusal = std::function<Response(int status, const std::string& request_id)>;

struct Figures {
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> connections{0};  ///< open now
    std::atomic<std::uint64_t> refused{0};      ///< over the limit
};

class Listener {
  public:
    /// Binds at once. `address` is "host:port" (port 0 picks one). Throws std::runtime_error with one sentence when
    /// the address cannot be bound or the TLS files cannot be read.
    Listener(const std::string& address, const TlsFiles& tls, int threads, Limits limits, Service service,
             Refusal refusal);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] const Figures& figures() const;

    /// Serves until `stop`; runs the I/O threads and returns when all connections have ended.
    void run();
    /// Stops accepting; requests in flight are answered (with Connection: close), idle connections and
    /// streams end at once, the rest after limits.drain. Thread-safe.
    void stop();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace server::http
