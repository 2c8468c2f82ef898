#include "tests/support/demo_world.hpp"

#include "tests/support/civil.hpp"

#include <algorithm>
#include <latch>
#include <stdexcept>
#include <thread>

namespace support {

std::string at(int days, const std::string& time_of_day) {
    const model::TimeZone shanghai;
    const auto start = at("2026-11-23 " + time_of_day, shanghai) + std::chrono::days{days};
    return model::format_instant(start, shanghai);
}

nlohmann::json open_policy(const nlohmann::json& changes) {
    nlohmann::json policy{{"opening_hours", "Mon-Sun 00:00-24:00"}, {"approval", "none"}, {"horizon_days", 365}};
    policy.update(changes);
    return policy;
}

nlohmann::json wish(const std::string& start, const std::string& end, const std::string& instrument) {
    return {{"instrument_id", instrument}, {"start", start}, {"end", end}, {"purpose", "test"}};
}

DemoWorld::DemoWorld(Backend backend, std::vector<std::string> more_arguments)
    : database_(std::in_place, backend), server_({.db = database_->url(), .more = std::move(more_arguments)}) {}

DemoWorld::DemoWorld(const std::string& url) : server_({.db = url}) {}

void DemoWorld::set_clock(const std::string& now) const {
    auto anybody = server_.client();
    if (const auto reply = anybody.put("/demo/clock", {{"now", now}}); reply.status != 200) {
        throw std::runtime_error("the clock cannot be set: " + reply.body);
    }
}

void DemoWorld::set_policy(const nlohmann::json& policy, const std::string& instrument) const {
    auto admin = client("system@council.example");
    const auto reply = admin.put("/instruments/" + instrument + "/policy", policy, {{"If-Match", "*"}});
    if (reply.status != 200) {
        throw std::runtime_error("the policy is refused: " + reply.body);
    }
}

void DemoWorld::set_rates(const nlohmann::json& rates, const std::string& instrument) const {
    auto admin = client("system@council.example");
    const auto reply = admin.put("/instruments/" + instrument + "/rates", rates, {{"If-Match", "*"}});
    if (reply.status != 200) {
        throw std::runtime_error("the rates are refused: " + reply.body);
    }
}

std::vector<nlohmann::json> DemoWorld::booked(const std::string& from, const std::string& to,
                                              const std::string& instrument) const {
    auto visitor = server_.client();
    auto escaped = [](std::string text) {
        for (auto plus = text.find('+'); plus != std::string::npos; plus = text.find('+')) {
            text.replace(plus, 1, "%2B");
        }
        return text;
    };
    const auto calendar =
        visitor.get("/instruments/" + instrument + "/calendar?from=" + escaped(from) + "&to=" + escaped(to)).json();
    std::vector<nlohmann::json> found;
    for (const auto& span : calendar.at("spans")) {
        if (span.at("kind") == "booked") {
            found.push_back(span);
        }
    }
    return found;
}

std::vector<Reply> at_once(std::vector<HttpClient>& clients,
                           const std::function<Reply(HttpClient&, std::size_t)>& send) {
    std::vector<Reply> replies(clients.size());
    std::latch start(static_cast<std::ptrdiff_t>(clients.size()));
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < clients.size(); ++i) {
            threads.emplace_back([&, i] {
                start.arrive_and_wait();
                try {
                    replies[i] = send(clients[i], i);
                } catch (const ConnectionLost&) {
                    replies[i] = {};
                }
            });
        }
    }
    return replies;
}

std::size_t count_of(const std::vector<Reply>& replies, int status) {
    return static_cast<std::size_t>(std::ranges::count(replies, status, &Reply::status));
}

std::vector<HttpClient> crowd(const ServerProcess& server, std::size_t count, const std::vector<std::string>& logins) {
    std::vector<HttpClient> sessions;
    for (const auto& login : logins) {
        sessions.push_back(server.client(login));
    }
    std::vector<HttpClient> clients;
    for (std::size_t i = 0; i < count; ++i) {
        clients.emplace_back(server.port());
        clients.back().share_sign_in(sessions[i % sessions.size()]);
    }
    return clients;
}

}  // namespace support
