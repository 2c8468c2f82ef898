#pragma once
// A blocking HTTP/1.1 client on one kept-alive connection, for tests that must see exactly what a server sends.
// Used by one thread. It bounds every wait by `patience`.

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace support {

/// The connection ended, or no answer came, before the answer was complete.
class ConnectionLost : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct Reply {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
    std::string body;

    /// Empty where there is none.
    [[nodiscard]] std::string header(std::string_view name) const;
    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(body); }
    /// The `code` of a problem document; empty for anything else.
    [[nodiscard]] std::string code() const;
};

class HttpClient {
  public:
    using Headers = std::vector<std::pair<std::string, std::string>>;
    static constexpr std::chrono::seconds patience{30};

    explicit HttpClient(std::uint16_t port) : port_(port) {}
    ~HttpClient() { disconnect(); }
    HttpClient(HttpClient&& other) noexcept;
    HttpClient& operator=(HttpClient&&) = delete;

    /// Connects where it is not connected. `path` is relative to /api/v1 unless it starts with "//", which stands for
    /// "/".
    Reply request(std::string_view method, std::string_view path, const std::string& body, const Headers& headers = {});
    Reply get(std::string_view path, const Headers& headers = {}) { return request("GET", path, {}, headers); }
    Reply post(std::string_view path, const nlohmann::json& body, const Headers& headers = {}) {
        return request("POST", path, body.dump(), headers);
    }
    Reply put(std::string_view path, const nlohmann::json& body, const Headers& headers = {}) {
        return request("PUT", path, body.dump(), headers);
    }
    Reply remove(std::string_view path, const Headers& headers = {}) { return request("DELETE", path, {}, headers); }

    /// Signs in with the demonstration's password; from then on the cookie and the CSRF token go with every request.
    Reply sign_in(const std::string& login, const std::string& password = "demo-password");
    /// Takes over another client's sign-in.
    void share_sign_in(const HttpClient& other);
    void forget_csrf_token() { csrf_token_.clear(); }
    [[nodiscard]] const std::string& cookie() const { return cookie_; }
    void point_at(std::uint16_t port);

    // Bytes as they are.
    void send(std::string_view bytes);
    /// Reads one whole answer.
    Reply receive(bool has_body = true);
    /// What arrives until `end` was seen; throws ConnectionLost after `limit`.
    std::string receive_until(std::string_view end, std::chrono::milliseconds limit);
    void disconnect();

  private:
    void connect();
    void fill(std::chrono::steady_clock::time_point until);

    std::uint16_t port_;
    int socket_ = -1;
    std::string buffered_;
    std::string cookie_;
    std::string csrf_token_;
};

}  // namespace support
