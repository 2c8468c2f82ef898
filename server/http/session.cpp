#include "server/http/session.hpp"

#include <array>

#include <fmt/format.h>
#include <sodium.h>
#include <spdlog/spdlog.h>
#include <boost/beast/http.hpp>

#include "server/http/security_headers.hpp"

namespace server::http {

namespace {
namespace bh = boost::beast::http;
constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable);
using Parser = bh::request_parser<bh::string_body>;

std::string new_request_id() {
    std::array<unsigned char, 9> random{};
    randombytes_buf(random.data(), random.size());
    std::array<char, 16> text{};
    sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

Method method_of(bh::verb verb) {
    switch (verb) {
        case bh::verb::get:
            return Method::get;
        case bh::verb::head:
            return Method::head;
        case bh::verb::post:
            return Method::post;
        case bh::verb::put:
            return Method::put;
        case bh::verb::patch:
            return Method::patch;
        case bh::verb::delete_:
            return Method::delete_;
        default:
            return Method::other;
    }
}

std::string field(const bh::request_header<>& header, bh::field name) {
    const auto value = header[name];
    return std::string(value.data(), value.size());
}

std::string field(const bh::request_header<>& header, const char* name) {
    const auto value = header[name];
    return std::string(value.data(), value.size());
}

/// False where the target is malformed.
bool fill_request(Request& request, bh::request<bh::string_body>& message) {
    const auto target = message.target();
    auto parsed = parse_target({target.data(), target.size()});
    if (!parsed) {
        return false;
    }
    request.method = method_of(message.method());
    request.path = std::move(parsed->path);
    request.query = std::move(parsed->query);
    request.cookie = field(message, bh::field::cookie);
    request.authorization = field(message, bh::field::authorization);
    request.csrf_token = field(message, "X-CSRF-Token");
    request.idempotency_key = field(message, "Idempotency-Key");
    request.if_match = field(message, bh::field::if_match);
    request.if_none_match = field(message, bh::field::if_none_match);
    request.accept = field(message, bh::field::accept);
    request.accept_encoding = field(message, bh::field::accept_encoding);
    request.accept_language = field(message, bh::field::accept_language);
    request.content_type = field(message, bh::field::content_type);
    request.last_event_id = field(message, "Last-Event-ID");
    request.secure = request.secure || message["X-Forwarded-Proto"] == "https";
    request.body = std::move(message.body());
    request.keep_alive = message.keep_alive();
    return true;
}

int refusal_status(const beast::error_code& error) {
    if (error == bh::error::header_limit) {
        return 431;
    }
    return error == bh::error::body_limit ? 413 : 400;
}

/// Plain HTTP from another machine reaches us through a proxy that speaks TLS to the client, or not at all safely:
/// cookies are marked Secure then, too.
bool is_loopback(const std::string& peer) {
    return peer == "::1" || peer.starts_with("127.") || peer.starts_with("::ffff:127.");
}

/// The status line and the headers but for the length. As one text, because Beast's list of fields costs as much as all
/// the rest of a small answer.
std::string head_text(const Response& response, const std::string& id, bool keep_alive, bool secure) {
    const auto reason = bh::obsolete_reason(static_cast<bh::status>(response.status));
    std::string head;
    constexpr std::size_t usual_size = 1536;
    head.reserve(usual_size);
    fmt::format_to(std::back_inserter(head), "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nX-Request-Id: {}\r\n",
                   response.status, std::string_view(reason.data(), reason.size()), response.content_type, id);
    for (const auto& [name, value] : response.headers) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
    head += security_headers(secure);
    if (!keep_alive) {
        head += "Connection: close\r\n";
    }
    return head;
}

template <class AnyStream>
class Session {
  public:
    Session(AnyStream& stream, SessionContext& context, std::string peer, bool secure)
        : stream_(stream), context_(context), peer_(std::move(peer)), secure_(secure || !is_loopback(peer_)) {}

    asio::awaitable<void> run() {
        bool more = true;
        while (more && !context_.thread.stopping) {
            more = co_await one_request();
        }
    }

  private:
    beast::tcp_stream& socket() { return beast::get_lowest_layer(stream_); }

    asio::awaitable<bool> one_request() {
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(context_.limits.header_bytes));
        parser.body_limit(context_.limits.body_bytes);
        socket().expires_after(context_.limits.idle);
        context_.thread.idle.insert(&socket());
        const auto [header_error, header_bytes] = co_await bh::async_read_header(stream_, buffer_, parser, as_tuple);
        context_.thread.idle.erase(&socket());
        if (header_error) {
            const bool is_protocol = header_error.category() == bh::make_error_code(bh::error::bad_method).category();
            if (is_protocol && header_error != bh::error::end_of_stream && header_error != bh::error::partial_message) {
                co_await refuse(refusal_status(header_error));
            }
            co_return false;
        }
        socket().expires_after(context_.limits.body);
        if (beast::iequals(parser.get()[bh::field::expect], "100-continue")) {
            bh::response<bh::empty_body> go_on{bh::status::continue_, 11};
            const auto [continue_error, continue_bytes] = co_await bh::async_write(stream_, go_on, as_tuple);
            if (continue_error) {
                co_return false;
            }
        }
        if (!parser.is_done()) {
            const auto [body_error, body_bytes] = co_await bh::async_read(stream_, buffer_, parser, as_tuple);
            if (body_error) {
                if (body_error == bh::error::body_limit) {
                    co_await refuse(413);
                }
                co_return false;
            }
        }
        const bool go_on = co_await answer(parser);
        co_return go_on;
    }

    asio::awaitable<bool> answer(Parser& parser) {
        Request request;
        request.request_id = new_request_id();
        request.peer = peer_;
        request.secure = secure_;
        const std::string id = request.request_id;
        context_.figures.requests.fetch_add(1, std::memory_order_relaxed);
        auto message = parser.release();
        if (!fill_request(request, message)) {
            co_await refuse(400);
            co_return false;
        }
        const bool is_head = request.method == Method::head;
        const bool secure = request.secure;
        const bool keep_alive = request.keep_alive;
        socket().expires_never();
        Response response;
        bool failed = false;
        try {
            response = co_await context_.service(std::move(request));
        } catch (const std::exception& e) {
            spdlog::error("request_failed request_id={} reason=\"{}\"", id, e.what());
            failed = true;
        }
        if (failed) {
            response = context_.refusal(500, id);
        }
        const bool keep = keep_alive && !response.close && !context_.thread.stopping && !response.stream;
        const bool written = co_await write(response, id, keep, is_head, secure);
        if (written && response.stream && !is_head) {
            co_await feed(*response.stream);
            co_return false;
        }
        co_return written&& keep;
    }

    asio::awaitable<void> refuse(int status) {
        auto id = new_request_id();
        Response response = context_.refusal(status, id);
        (void)co_await write(response, id, false, false, secure_);
    }

    asio::awaitable<bool> write(Response& response, const std::string& id, bool keep_alive, bool is_head, bool secure) {
        const bool has_content = !response.stream && response.status != 204 && response.status != 304;
        const auto content = has_content ? response.content() : std::string_view();
        std::string head = head_text(response, id, keep_alive, secure);
        if (has_content) {
            fmt::format_to(std::back_inserter(head), "Content-Length: {}\r\n", content.size());
        }
        head += "\r\n";
        const auto body = is_head ? std::string_view() : content;
        const std::array<asio::const_buffer, 2> pieces{asio::buffer(head), asio::buffer(body.data(), body.size())};
        socket().expires_after(context_.limits.write);
        const auto [error, bytes] = co_await asio::async_write(stream_, pieces, as_tuple);
        co_return !error;
    }

    /// A stream ends when its client goes away, when writing takes too long, or at the server's end.
    asio::awaitable<void> feed(Stream& source) {
        auto timer = std::make_shared<asio::steady_timer>(socket().get_executor());
        auto executor = socket().get_executor();
        source.on_news([timer, executor] { asio::post(executor, [timer] { timer->cancel(); }); });
        context_.thread.streams.insert(timer);
        bool alive = true;
        while (alive && !context_.thread.stopping) {
            timer->expires_after(context_.limits.heartbeat);
            std::string piece = source.take();
            if (piece.empty()) {
                const auto [waited] = co_await timer->async_wait(as_tuple);
                piece = source.take();
                if (piece.empty() && waited) {
                    continue;
                }
                piece = piece.empty() ? ":\n\n" : piece;
            }
            socket().expires_after(context_.limits.write);
            const auto [error, bytes] = co_await asio::async_write(stream_, asio::buffer(piece), as_tuple);
            socket().expires_never();
            alive = !error;
        }
        context_.thread.streams.erase(timer);
        source.on_news({});
    }

    AnyStream& stream_;
    SessionContext& context_;
    std::string peer_;
    bool secure_;  ///< what the connection itself knows; a request may say so, too
    beast::flat_buffer buffer_{256 * 1024};
};

std::string address_of(beast::tcp_stream& stream) {
    boost::system::error_code error;
    const auto endpoint = stream.socket().remote_endpoint(error);
    return error ? std::string("unknown") : endpoint.address().to_string();
}

/// Counts an open connection.
class Counted {
  public:
    explicit Counted(Figures& figures) : figures_(figures) { figures_.connections.fetch_add(1); }
    ~Counted() { figures_.connections.fetch_sub(1); }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;

  private:
    Figures& figures_;
};
}  // namespace

void turn_away(Tcp::socket socket, const Refusal& refusal) {
    const auto id = new_request_id();
    const auto response = refusal(503, id);
    boost::system::error_code ignored;
    const auto peer = socket.remote_endpoint(ignored);
    auto text = head_text(response, id, false, !is_loopback(ignored ? "" : peer.address().to_string()));
    fmt::format_to(std::back_inserter(text), "Content-Length: {}\r\n\r\n{}", response.content().size(),
                   response.content());
    socket.non_blocking(true, ignored);
    (void)socket.write_some(asio::buffer(text), ignored);
    socket.shutdown(Tcp::socket::shutdown_send, ignored);
}

asio::awaitable<void> serve_plain(beast::tcp_stream stream, SessionContext context) {
    const Counted counted(context.figures);
    Session<beast::tcp_stream> session(stream, context, address_of(stream), false);
    co_await session.run();
    boost::system::error_code ignored;
    stream.socket().shutdown(Tcp::socket::shutdown_send, ignored);
}

asio::awaitable<void> serve_tls(beast::ssl_stream<beast::tcp_stream> stream, SessionContext context) {
    const Counted counted(context.figures);
    beast::get_lowest_layer(stream).expires_after(std::chrono::seconds(15));
    const auto [error] = co_await stream.async_handshake(asio::ssl::stream_base::server, as_tuple);
    if (error) {
        co_return;
    }
    Session<beast::ssl_stream<beast::tcp_stream>> session(stream, context, address_of(beast::get_lowest_layer(stream)),
                                                          true);
    co_await session.run();
    beast::get_lowest_layer(stream).expires_after(std::chrono::seconds(5));
    (void)co_await stream.async_shutdown(as_tuple);
}

}  // namespace server::http
