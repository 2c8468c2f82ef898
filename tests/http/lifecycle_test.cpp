// What the clock alone does to bookings and offers: expiries, no-shows, overruns, forgotten check-outs; also across a
// kill.

#include "tests/support/waiter.hpp"

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();
}  // namespace

TEST_CASE("A request that nobody decided expires at its start and can no longer be approved") {
    DemoWorld world;
    world.set_policy(open_policy({{"approval", "platform_admin"}}));
    auto user = world.client(acme);
    const auto id = booked(user, at(0, "09:00"), at(0, "10:00"));
    world.set_clock(at(0, "09:00"));
    CHECK(user.get("/bookings/" + id).json().at("status") == "expired");
    CHECK(world.client("admin@p01.example").post("/bookings/" + id + "/approve", nothing).code() == "wrong_state");
    CHECK(world.booked(at(0, "00:00"), at(1, "00:00")).empty());
}

TEST_CASE("A use that runs into the next booking is seen on both, and a forgotten check-out is made up for") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto user = world.client(acme);
    auto next_user = world.client(borealis);
    const auto id = booked(user, at(0, "09:00"), at(0, "11:00"));
    const auto next = booked(next_user, at(0, "11:00"), at(0, "12:00"));
    world.set_clock(at(0, "09:00"));
    REQUIRE(user.post("/bookings/" + id + "/check-in", nothing).status == 200);
    world.set_clock(at(0, "10:59"));
    CHECK(user.get("/bookings/" + id).json().at("warning") == nullptr);
    world.set_clock(at(0, "11:20"));
    CHECK(user.get("/bookings/" + id).json().at("warning").get<std::string>().find("20 min") != std::string::npos);
    CHECK(next_user.get("/bookings/" + next).json().at("warning").get<std::string>().find("20 min") !=
          std::string::npos);
    const auto history = next_user.get("/bookings/" + next).json().at("history");
    CHECK(history.back().at("kind") == "booking_start_at_risk");
    SECTION("It is charged by its basis when it ends") {
        const auto done = user.post("/bookings/" + id + "/check-out", nothing).json();
        CHECK(done.at("status") == "completed");
        CHECK(next_user.get("/bookings/" + next).json().at("warning") == nullptr);
    }
    SECTION("When nobody checks out it is closed as of its booked end, 12 hours later") {
        world.set_clock(at(0, "22:59"));
        CHECK(user.get("/bookings/" + id).json().at("status") == "in_use");
        world.set_clock(at(0, "23:00"));
        const auto closed = user.get("/bookings/" + id).json();
        CHECK(closed.at("status") == "completed");
        CHECK(closed.at("usage").at("end") == at(0, "11:00"));
        CHECK(closed.at("charge").at("total_fen") == 160'000);
        CHECK(!closed.at("usage").at("note").get<std::string>().empty());
    }
    check_store(world);
}

TEST_CASE("Offers that are open when the server is killed expire once, when it is back and their time has come") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy());
    auto user = world.client(acme);
    std::vector<std::string> entries;
    for (int hour = 9; hour < 15; ++hour) {
        const auto start = at(1, (hour < 10 ? "0" : "") + std::to_string(hour) + ":00");
        const auto end = at(1, (hour < 9 ? "0" : "") + std::to_string(hour + 1) + ":00");
        const auto id = booked(user, start, end);
        Waiter waiting(world, borealis, waits(start, end, 60));
        entries.push_back(waiting.id());
        REQUIRE(user.post("/bookings/" + id + "/cancel", nothing).status == 200);
        REQUIRE(waiting.status() == "offered");
    }
    world.server().kill();
    world.server().restart();
    CHECK(count(world, "SELECT count(*) FROM offer WHERE status = 'open'") == 6);
    world.set_clock(at(0, "09:30"));
    world.set_clock(at(0, "10:30"));
    CHECK(count(world, "SELECT count(*) FROM event WHERE kind = 'offer_expired'") == 6);
    CHECK(count(world, "SELECT count(*) FROM occupancy WHERE holder_kind = 2") == 0);
    check_store(world);
}
