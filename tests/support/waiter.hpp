#pragma once
// People who wait for time that is taken, and what the store says of it, for HTTP tests.

#include "tests/support/demo_world.hpp"

#include "server/storage/database.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace support {

inline constexpr const char* acme = "member@acme.example";
inline constexpr const char* borealis = "member@borealis.example";
inline constexpr const char* finance = "finance@council.example";
inline constexpr const char* secretariat = "secretariat@council.example";

/// A wish for the spectrometer.
inline nlohmann::json waits(const std::string& earliest, const std::string& latest, int minutes) {
    return {{"instrument_id", spectrometer},
            {"duration_minutes", minutes},
            {"earliest", earliest},
            {"latest", latest},
            {"purpose", "waiting"}};
}

/// The id of a new booking.
inline std::string booked(HttpClient& client, const std::string& start, const std::string& end) {
    const auto reply = client.post("/bookings", wish(start, end));
    INFO(reply.body);
    REQUIRE(reply.status == 201);
    return reply.json().at("id");
}

/// One who waits.
class Waiter {
  public:
    Waiter(const DemoWorld& world, const std::string& login, const nlohmann::json& what)
        : client_(world.client(login)) {
        const auto reply = client_.post("/waitlist", what);
        INFO(reply.body);
        REQUIRE(reply.status == 201);
        id_ = reply.json().at("id");
    }
    nlohmann::json entry() {
        for (const auto& item : client_.get("/waitlist").json().at("items")) {
            if (item.at("id") == id_) {
                return item;
            }
        }
        return nullptr;
    }
    std::string status() { return entry().at("status"); }
    Reply accept() { return client_.post("/waitlist/" + id_ + "/accept", nlohmann::json::object()); }
    Reply decline() { return client_.post("/waitlist/" + id_ + "/decline", nlohmann::json::object()); }
    Reply leave() { return client_.remove("/waitlist/" + id_); }
    [[nodiscard]] const std::string& id() const { return id_; }

  private:
    HttpClient client_;
    std::string id_;
};

/// The number that a query of the store answers.
inline std::int64_t count(DemoWorld& world, server::Sql sql) {
    server::Database database(server::DatabaseUrl::parse(world.server().db()), server::Database::Access::read);
    return std::get<0>(*database.first<std::int64_t>(sql));
}

/// Everything that `yiqi verify` looks at is in order.
inline void check_store(DemoWorld& world) {
    const auto verified = world.verify();
    INFO(verified.output);
    CHECK(verified.exit_code == 0);
}
}  // namespace support
