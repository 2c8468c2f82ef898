#pragma once
// What the HTTP tests of series and bundles share.

#include "tests/support/demo_world.hpp"

#include <catch2/catch.hpp>

namespace support {

inline const nlohmann::json nothing = nlohmann::json::object();
inline constexpr const char* other = "DEMO0003";

inline nlohmann::json weekly(const nlohmann::json& changes = nothing,
                             const std::string& rule = "RRULE:FREQ=WEEKLY;COUNT=4") {
    nlohmann::json body{{"booking", wish(at(1, "09:00"), at(1, "11:00"))}, {"recurrence", rule}};
    body.update(changes);
    return body;
}

inline std::vector<std::string> starts(const nlohmann::json& items) {
    std::vector<std::string> found;
    for (const auto& item : items) {
        found.push_back(item.at("start").get<std::string>().substr(0, 16));
    }
    return found;
}
using Starts = std::vector<std::string>;

inline nlohmann::json refused_items(const nlohmann::json& answer) {
    nlohmann::json found = nlohmann::json::array();
    for (const auto& item : answer.at("items")) {
        if (item.at("refused").is_object()) {
            found.push_back(item);
        }
    }
    return found;
}

inline std::size_t bookings_of(HttpClient& client) {
    return client.get("/bookings?scope=mine&limit=200").json().at("total").get<std::size_t>();
}

inline nlohmann::json reply_json(const Reply& reply, int status) {
    INFO(reply.body);
    REQUIRE(reply.status == status);
    return reply.json();
}

}  // namespace support
