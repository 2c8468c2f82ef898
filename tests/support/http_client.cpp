#include "tests/support/http_client.hpp"

#include <algorithm>
#include <cctype>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

namespace {
using Steady = std::chrono::steady_clock;

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}
}  // namespace

std::string Reply::header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

std::string Reply::code() const {
    const auto document = nlohmann::json::parse(body, nullptr, false);
    return document.is_object() ? document.value("code", "") : "";
}

HttpClient::HttpClient(HttpClient&& other) noexcept
    : port_(other.port_),
      socket_(std::exchange(other.socket_, -1)),
      buffered_(std::move(other.buffered_)),
      cookie_(std::move(other.cookie_)),
      csrf_token_(std::move(other.csrf_token_)) {}

void HttpClient::connect() {
    if (socket_ >= 0) {
        return;
    }
    socket_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port_);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        disconnect();
        throw ConnectionLost("cannot connect");
    }
    const int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void HttpClient::disconnect() {
    if (socket_ >= 0) {
        close(socket_);
        socket_ = -1;
    }
    buffered_.clear();
}

void HttpClient::point_at(std::uint16_t port) {
    disconnect();
    port_ = port;
}

void HttpClient::send(std::string_view bytes) {
    connect();
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            // The answer to a refused request may be there already: leave the connection to `receive`.
            return;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void HttpClient::fill(Steady::time_point until) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Steady::now()).count();
    pollfd waiting{socket_, POLLIN, 0};
    if (left <= 0 || poll(&waiting, 1, static_cast<int>(left)) <= 0) {
        disconnect();
        throw ConnectionLost("no answer in time");
    }
    char piece[16 * 1024];
    const auto count = recv(socket_, piece, sizeof piece, 0);
    if (count <= 0) {
        disconnect();
        throw ConnectionLost("the connection ended");
    }
    buffered_.append(piece, static_cast<std::size_t>(count));
}

Reply HttpClient::receive(bool has_body) {
    const auto until = Steady::now() + patience;
    Reply reply;
    do {
        while (buffered_.find("\r\n\r\n") == std::string::npos) {
            fill(until);
        }
        reply = {};
        const auto end = buffered_.find("\r\n\r\n");
        const std::string head = buffered_.substr(0, end + 2);
        buffered_.erase(0, end + 4);
        reply.status = std::stoi(head.substr(head.find(' ') + 1, 3));
        for (auto at = head.find("\r\n") + 2; at < head.size();) {
            const auto stop = head.find("\r\n", at);
            const auto colon = head.find(':', at);
            auto value = head.substr(colon + 1, stop - colon - 1);
            value.erase(0, value.find_first_not_of(' '));
            reply.headers.emplace_back(lower(head.substr(at, colon - at)), value);
            at = stop + 2;
        }
    } while (reply.status == 100);
    const auto length = reply.header("content-length");
    if (has_body && !length.empty() && reply.status != 304) {
        const auto size = static_cast<std::size_t>(std::stoull(length));
        while (buffered_.size() < size) {
            fill(until);
        }
        reply.body = buffered_.substr(0, size);
        buffered_.erase(0, size);
    }
    if (lower(reply.header("connection")) == "close") {
        disconnect();
    }
    return reply;
}

std::string HttpClient::receive_until(std::string_view end, std::chrono::milliseconds limit) {
    const auto until = Steady::now() + limit;
    for (;;) {
        if (const auto found = buffered_.find(end); found != std::string::npos) {
            auto text = buffered_.substr(0, found + end.size());
            buffered_.erase(0, found + end.size());
            return text;
        }
        fill(until);
    }
}

Reply HttpClient::request(std::string_view method, std::string_view path, const std::string& body,
                          const Headers& headers) {
    std::string text(method);
    text += path.starts_with("//") ? " " + std::string(path.substr(1)) : " /api/v1" + std::string(path);
    text += " HTTP/1.1\r\nHost: localhost\r\n";
    const auto given = [&](std::string_view name) {
        return std::ranges::any_of(headers, [&](const auto& header) { return lower(header.first) == name; });
    };
    if (!cookie_.empty() && !given("cookie")) {
        text += "Cookie: " + cookie_ + "\r\n";
    }
    if (!csrf_token_.empty() && !given("x-csrf-token")) {
        text += "X-CSRF-Token: " + csrf_token_ + "\r\n";
    }
    if (!body.empty() && !given("content-type")) {
        text += "Content-Type: application/json\r\n";
    }
    if (!given("accept-language")) {
        text += "Accept-Language: en\r\n";
    }
    for (const auto& [name, value] : headers) {
        text += name + ": " + value + "\r\n";
    }
    if (method != "GET" && method != "HEAD") {
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    }
    send(text + "\r\n" + body);
    return receive(method != "HEAD");
}

Reply HttpClient::sign_in(const std::string& login, const std::string& password) {
    auto reply = post("/session", {{"login", login}, {"password", password}});
    if (reply.status == 200) {
        csrf_token_ = reply.json().at("csrf_token");
        for (const auto& [name, value] : reply.headers) {
            if (name == "set-cookie" && value.starts_with("yiqi_session=")) {
                cookie_ = value.substr(0, value.find(';'));
            }
        }
    }
    return reply;
}

void HttpClient::share_sign_in(const HttpClient& other) {
    cookie_ = other.cookie_;
    csrf_token_ = other.csrf_token_;
}

}  // namespace support
