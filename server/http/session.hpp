#pragma once
// One connection. Only listener.cpp and session.cpp include this.

#include <memory>
#include <set>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>

#include "server/http/listener.hpp"

namespace server::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Tcp = asio::ip::tcp;

/// What the connections of one I/O thread share. Only that thread touches it.
struct ThreadState {
    asio::io_context io{1};
    std::set<beast::tcp_stream*> idle;                      ///< waiting for a request
    std::set<std::shared_ptr<asio::steady_timer>> streams;  ///< wake them to let them end
    bool stopping = false;
};

struct SessionContext {
    const Limits& limits;
    const Service& service;
    const Refusal& refusal;
    Figures& figures;
    ThreadState& thread;
};

/// Answers a connection for which there is no room with 503, as far as that goes without waiting, and closes it.
void turn_away(Tcp::socket socket, const Refusal& refusal);

asio::awaitable<void> serve_plain(beast::tcp_stream stream, SessionContext context);
asio::awaitable<void> serve_tls(beast::ssl_stream<beast::tcp_stream> stream, SessionContext context);

}  // namespace server::http
