// Finding an organisation by its name, and the demonstration's fees for late cancellations.

#include "tests/support/demo_world.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
std::vector<std::string> ids_of(const Reply& reply) {
    INFO(reply.body);
    REQUIRE(reply.status == 200);
    std::vector<std::string> ids;
    for (const auto& item : reply.json().at("items")) {
        ids.push_back(item.at("id"));
    }
    return ids;
}
}  // namespace

TEST_CASE("Finance and secretariat find organisations by name and id; others find their own, members none") {
    DemoWorld world;
    CHECK(world.server().client().get("/organisations").status == 401);
    for (const char* login : {"finance@council.example", "secretariat@council.example", "system@council.example"}) {
        INFO(login);
        auto client = world.client(login);
        CHECK(client.get("/organisations").json().at("total").get<int>() > 15);
        CHECK(ids_of(client.get("/organisations?q=acme")) == std::vector<std::string>{"ORG-ACME"});
        CHECK(ids_of(client.get("/organisations?q=%E6%B5%B7%E8%93%9D")) == std::vector<std::string>{"ORG-ACME"});
        CHECK(ids_of(client.get("/organisations?q=%25")).empty());
        CHECK(ids_of(client.get("/organisations?q=_")).empty());
        CHECK(ids_of(client.get("/organisations?q='%20OR%201=1")).empty());
        CHECK(client.get("/organisations?q=" + std::string(101, 'x')).status == 400);
        const auto page = client.get("/organisations?limit=2").json();
        CHECK(page.at("items").size() == 2);
        CHECK(page.at("next_cursor") == "2");
    }
    CHECK(ids_of(world.client("admin@acme.example").get("/organisations")) == std::vector<std::string>{"ORG-ACME"});
    CHECK(ids_of(world.client("admin@i01.example").get("/organisations")) == std::vector<std::string>{"DEMO-I01"});
    CHECK(ids_of(world.client("member@acme.example").get("/organisations")).empty());
    CHECK(ids_of(world.client("operator@p01.example").get("/organisations")).empty());
}

TEST_CASE("In the demonstration a late cancellation costs a part of the price, an early one nothing") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    const auto cancelled = [&](const std::string& start, const std::string& end) {
        const auto booked = member.post("/bookings", wish(start, end)).json();
        const auto id = booked.at("id").get<std::string>();
        const auto reply = member.post("/bookings/" + id + "/cancel", {{"reason", "ill"}});
        INFO(reply.body);
        REQUIRE(reply.status == 200);
        const auto charge = reply.json().at("charge");
        return charge.is_null() ? std::int64_t{0} : charge.at("total_fen").get<std::int64_t>();
    };
    // 800 yuan an hour; the clock stands at Monday 08:00.
    CHECK(cancelled(at(2, "09:00"), at(2, "10:00")) == 0);
    CHECK(cancelled(at(0, "20:00"), at(0, "21:00")) == 16'000);
    CHECK(cancelled(at(0, "09:00"), at(0, "10:00")) == 40'000);
    const auto verified = world.verify();
    INFO(verified.output);
    CHECK(verified.exit_code == 0);
}

TEST_CASE("A demonstration with bookings holds cancellations and verifies") {
    const ServerProcess server(
        {.db = {}, .demo = false, .more = {"--demo", "--demo-bookings", "600", "--demo-now", demo_start}});
    const auto cancelled = server.client("system@council.example").get("/bookings?scope=platform&status=cancelled");
    INFO(cancelled.body);
    CHECK(cancelled.json().at("total").get<int>() > 3);
    const auto verified = run_yiqi({"verify", "--db", server.db()});
    INFO(verified.output);
    CHECK(verified.exit_code == 0);
}
