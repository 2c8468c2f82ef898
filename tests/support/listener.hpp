#pragma once
// One client of the live stream, for HTTP tests.

#include "tests/support/http_client.hpp"

#include <chrono>
#include <string>

namespace support {

inline constexpr std::chrono::milliseconds live_patience{10'000};

struct Change {
    std::string id;
    std::string event;
    nlohmann::json data;
};

/// One client of the stream.
class Listener {
  public:
    Listener(HttpClient client, const std::string& last_event_id = {}) : client_(std::move(client)) {
        client_.send("GET /api/v1/events HTTP/1.1\r\nHost: x\r\n" +
                     (client_.cookie().empty() ? "" : "Cookie: " + client_.cookie() + "\r\n") +
                     (last_event_id.empty() ? "" : "Last-Event-ID: " + last_event_id + "\r\n") + "\r\n");
        head_ = client_.receive_until("\r\n\r\n", live_patience);
    }
    [[nodiscard]] const std::string& head() const { return head_; }

    Change next() {
        Change change;
        const auto text = client_.receive_until("\n\n", live_patience);
        for (std::size_t at = 0; at < text.size();) {
            const auto end = text.find('\n', at);
            const auto line = text.substr(at, end - at);
            const auto value = [&](const char* name) { return line.substr(std::string(name).size()); };
            if (line.starts_with("id: ")) {
                change.id = value("id: ");
            } else if (line.starts_with("event: ")) {
                change.event = value("event: ");
            } else if (line.starts_with("data: ")) {
                change.data = nlohmann::json::parse(value("data: "));
            }
            at = end + 1;
        }
        return change;
    }

  private:
    HttpClient client_;
    std::string head_;
};

}  // namespace support
