#include "server/http/listener.hpp"

#include <charconv>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "server/http/session.hpp"

namespace server::http {

namespace {
Tcp::endpoint endpoint_of(const std::string& address) {
    const auto colon = address.rfind(':');
    if (colon == std::string::npos) {
        throw std::runtime_error(fmt::format("--listen must be HOST:PORT, not \"{}\"", address));
    }
    auto host = address.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    }
    if (host == "localhost") {
        host = "127.0.0.1";
    }
    boost::system::error_code error;
    const auto ip = asio::ip::make_address(host, error);
    const auto port_text = address.substr(colon + 1);
    int port = -1;
    const auto [end, ec] = std::from_chars(port_text.data(), port_text.data() + port_text.size(), port);
    if (error || ec != std::errc{} || end != port_text.data() + port_text.size() || port < 0 || port > 65'535) {
        throw std::runtime_error(fmt::format("--listen must be an IP address and a port, not \"{}\"", address));
    }
    return {ip, static_cast<unsigned short>(port)};
}
}  // namespace

struct Listener::State {
    Limits limits;
    Service service;
    Refusal refusal;
    Figures figures;
    std::vector<std::unique_ptr<ThreadState>> threads;
    std::unique_ptr<asio::ssl::context> tls;
    std::unique_ptr<Tcp::acceptor> acceptor;
    std::size_t next_thread = 0;

    asio::awaitable<void> accept();
    asio::awaitable<void> drain(ThreadState& thread);
    void start_session(Tcp::socket socket, ThreadState& thread);
    void load_tls(const TlsFiles& files);
};

void Listener::State::load_tls(const TlsFiles& files) {
    tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                     asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1 |
                     asio::ssl::context::single_dh_use);
    boost::system::error_code error;
    tls->use_certificate_chain_file(files.certificate, error);
    if (!error) {
        tls->use_private_key_file(files.key, asio::ssl::context::pem, error);
    }
    if (error) {
        throw std::runtime_error(fmt::format("the TLS certificate or key cannot be read: {}", error.message()));
    }
    SSL_CTX_set_cipher_list(tls->native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
}

void Listener::State::start_session(Tcp::socket socket, ThreadState& thread) {
    const SessionContext context{limits, service, refusal, figures, thread};
    const auto report = [](const std::exception_ptr& e) {
        try {
            if (e) {
                std::rethrow_exception(e);
            }
        } catch (const std::exception& x) {
            spdlog::error("connection_failed reason=\"{}\"", x.what());
        }
    };
    boost::system::error_code ignored;
    socket.set_option(Tcp::no_delay(true), ignored);
    if (tls) {
        asio::co_spawn(
            thread.io,
            serve_tls(beast::ssl_stream<beast::tcp_stream>(beast::tcp_stream(std::move(socket)), *tls), context),
            report);
    } else {
        asio::co_spawn(thread.io, serve_plain(beast::tcp_stream(std::move(socket)), context), report);
    }
}

asio::awaitable<void> Listener::State::accept() {
    constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable);
    while (acceptor->is_open()) {
        auto& thread = *threads[next_thread++ % threads.size()];
        auto [error, socket] = co_await acceptor->async_accept(thread.io, as_tuple);
        if (error == asio::error::operation_aborted) {
            co_return;
        }
        if (error) {
            // Out of descriptors, most likely: give the open connections a moment to end.
            asio::steady_timer pause(acceptor->get_executor(), std::chrono::milliseconds(50));
            (void)co_await pause.async_wait(as_tuple);
            continue;
        }
        if (figures.connections.load() >= limits.connections) {
            figures.refused.fetch_add(1);
            if (!tls) {
                turn_away(std::move(socket), refusal);
            }
            continue;
        }
        auto shared = std::make_shared<Tcp::socket>(std::move(socket));
        asio::post(thread.io, [this, shared, &thread] { start_session(std::move(*shared), thread); });
    }
}

asio::awaitable<void> Listener::State::drain(ThreadState& thread) {
    thread.stopping = true;
    for (auto* stream : thread.idle) {
        stream->cancel();
    }
    for (const auto& timer : thread.streams) {
        timer->cancel();
    }
    asio::steady_timer pause(thread.io);
    const auto until = std::chrono::steady_clock::now() + limits.drain;
    while (figures.connections.load() > 0 && std::chrono::steady_clock::now() < until) {
        pause.expires_after(std::chrono::milliseconds(5));
        (void)co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
    }
    thread.io.stop();
}

Listener::Listener(const std::string& address, const TlsFiles& tls, int threads, Limits limits, Service service,
                   Refusal refusal)
    : state_(std::make_unique<State>()) {
    state_->limits = limits;
    state_->service = std::move(service);
    state_->refusal = std::move(refusal);
    for (int i = 0; i < threads; ++i) {
        state_->threads.push_back(std::make_unique<ThreadState>());
    }
    if (!tls.empty()) {
        state_->load_tls(tls);
    }
    const auto endpoint = endpoint_of(address);
    try {
        state_->acceptor = std::make_unique<Tcp::acceptor>(state_->threads.front()->io, endpoint, true);
        state_->acceptor->listen(4096);
    } catch (const boost::system::system_error& e) {
        throw std::runtime_error(fmt::format("cannot listen on {}: {}", address, e.code().message()));
    }
}

Listener::~Listener() = default;

std::uint16_t Listener::port() const {
    return state_->acceptor->local_endpoint().port();
}

const Figures& Listener::figures() const {
    return state_->figures;
}

void Listener::run() {
    asio::co_spawn(state_->threads.front()->io, state_->accept(), [](const std::exception_ptr&) {});
    // Each loop lives until `stop` lets it go, also while it has no connection.
    std::vector<asio::executor_work_guard<asio::io_context::executor_type>> guards;
    for (auto& thread : state_->threads) {
        guards.push_back(asio::make_work_guard(thread->io));
    }
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < state_->threads.size(); ++i) {
        others.emplace_back([this, i] { state_->threads[i]->io.run(); });
    }
    state_->threads.front()->io.run();
}

void Listener::stop() {
    asio::post(state_->threads.front()->io, [this] {
        boost::system::error_code ignored;
        state_->acceptor->close(ignored);
    });
    for (auto& thread : state_->threads) {
        asio::co_spawn(thread->io, state_->drain(*thread), [](const std::exception_ptr&) {});
    }
}

}  // namespace server::http
