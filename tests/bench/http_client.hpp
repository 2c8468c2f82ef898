#pragma once
// A minimal HTTP/1.1 client over plain sockets on the loopback, for load that costs little itself:
// it knows responses with a Content-Length and nothing else. Failures throw std::runtime_error.

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

using Headers = std::vector<std::pair<std::string, std::string>>;

inline std::string request_text(std::string_view method, std::string_view path, const Headers& headers,
                                std::string_view body) {
    std::string text = fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1\r\n", method, path);
    for (const auto& [name, value] : headers) {
        fmt::format_to(std::back_inserter(text), "{}: {}\r\n", name, value);
    }
    if (!body.empty()) {
        fmt::format_to(std::back_inserter(text), "Content-Type: application/json\r\nContent-Length: {}\r\n",
                       body.size());
    }
    text += "\r\n";
    text += body;
    return text;
}

inline int connect_to(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* general = reinterpret_cast<const sockaddr*>(&address);
    if (socket < 0 || ::connect(socket, general, sizeof address) != 0) {
        throw std::runtime_error(fmt::format("cannot connect to port {}", port));
    }
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

/// The status and the length of the response at the front of some bytes.
struct Head {
    int status = 0;
    std::size_t header_bytes = 0;
    std::size_t all_bytes = 0;
};

/// nullopt until the header is complete.
inline std::optional<Head> head_of(std::string_view bytes) {
    constexpr std::size_t status_at = 9;
    const auto end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    Head head;
    head.header_bytes = end + 4;
    std::from_chars(bytes.data() + status_at, bytes.data() + status_at + 3, head.status);
    constexpr std::string_view name = "\r\nContent-Length: ";
    std::size_t body = 0;
    const auto at = bytes.substr(0, end).find(name);
    if (at != std::string_view::npos) {
        std::from_chars(bytes.data() + at + name.size(), bytes.data() + bytes.size(), body);
    }
    head.all_bytes = head.header_bytes + body;
    return head;
}

struct Reply {
    int status = 0;
    std::string headers;
    std::string body;
};

/// One connection that waits for each answer.
class Wire {
  public:
    explicit Wire(std::uint16_t port) : socket_(connect_to(port)) {}

    ~Wire() { ::close(socket_); }

    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    Reply ask(std::string_view method, std::string_view path, const Headers& headers = {}, std::string_view body = {}) {
        const auto text = request_text(method, path, headers, body);
        if (::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size())) {
            throw std::runtime_error("the server does not take the request");
        }
        std::string answer;
        std::optional<Head> head;
        std::array<char, 65'536> piece{};
        while (!head || answer.size() < head->all_bytes) {
            const auto got = ::recv(socket_, piece.data(), piece.size(), 0);
            if (got <= 0) {
                throw std::runtime_error("the server closed the connection");
            }
            answer.append(piece.data(), static_cast<std::size_t>(got));
            head = head_of(answer);
        }
        return {head->status, answer.substr(0, head->header_bytes), answer.substr(head->header_bytes)};
    }

  private:
    int socket_;
};

}  // namespace bench
