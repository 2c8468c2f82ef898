#pragma once
// A request and a response without Beast: what handlers see.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/language.hpp"

namespace server::http {

enum class Method { get, head, post, put, patch, delete_, other };

struct Request {
    Method method = Method::get;
    std::string path;                                        ///< decoded segments are matched by the router
    std::vector<std::pair<std::string, std::string>> query;  ///< decoded, in order
    std::string body;
    std::string request_id;
    std::string peer;  ///< address of the client
    std::string cookie;
    std::string authorization;
    std::string csrf_token;
    std::string idempotency_key;
    std::string if_match;
    std::string if_none_match;
    std::string accept;
    std::string accept_encoding;
    std::string accept_language;
    std::string content_type;
    std::string last_event_id;
    bool secure = false;  ///< the client speaks TLS, to us or to a proxy before us
    bool keep_alive = true;

    /// The first parameter of this name.
    [[nodiscard]] const std::string* parameter(std::string_view name) const;
    /// A cookie's value; empty where there is none.
    [[nodiscard]] std::string_view cookie_value(std::string_view name) const;
    /// zh unless the client prefers English.
    [[nodiscard]] model::Language language() const;
};

/// Keeps a response open and feeds it. Runs on the connection's thread.
class Stream {
  public:
    virtual ~Stream() = default;
    /// What is new since the last call; empty when there is nothing.
    virtual std::string take() = 0;
    /// `wake` is called (from any thread) when there is something to take; an empty function unsubscribes.
    virtual void on_news(std::function<void()> wake) = 0;
};

struct Response {
    int status = 200;
    std::string body;
    std::shared_ptr<const std::string> shared_body;  ///< used instead of `body` when set
    std::string_view content_type = "application/json";
    std::vector<std::pair<std::string, std::string>> headers;
    std::unique_ptr<Stream> stream;
    bool close = false;

    [[nodiscard]] std::string_view content() const {
        return shared_body ? std::string_view(*shared_body) : std::string_view(body);
    }
};

Response json_response(int status, std::string body);

/// Splits and decodes a request target. nullopt where it is malformed (bad escapes, NUL, not UTF-8, over 8 KiB,
/// more than 64 parameters).
struct Target {
    std::string path;
    std::vector<std::pair<std::string, std::string>> query;
};
std::optional<Target> parse_target(std::string_view target);

}  // namespace server::http
