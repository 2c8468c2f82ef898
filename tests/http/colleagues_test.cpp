// What a company's admin does for colleagues on the waitlist, and time that is free when somebody begins to wait.

#include "tests/support/waiter.hpp"

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();

/// A member of acme waits for 09-11, which a booking of the other company gives up.
struct Offered {
    Offered() {
        world.set_policy(open_policy());
        const auto id = booked(holder, at(1, "09:00"), at(1, "11:00"));
        entry = reply_of(member.post("/waitlist", waits(at(1, "09:00"), at(1, "11:00"), 120)), 201).at("id");
        REQUIRE(holder.post("/bookings/" + id + "/cancel", nothing).status == 200);
    }
    static json reply_of(const Reply& reply, int status) {
        INFO(reply.body);
        REQUIRE(reply.status == status);
        return reply.json();
    }
    DemoWorld world;
    HttpClient holder = world.client(borealis);
    HttpClient member = world.client(acme);
    HttpClient company = world.client("admin@acme.example");
    std::string entry;
};
}  // namespace

TEST_CASE("The admin of a company sees what colleagues wait for and accepts for them; the booking is theirs") {
    Offered offered;
    CHECK(offered.company.get("/waitlist").json().at("items").empty());
    const auto items = offered.company.get("/waitlist?scope=organisation").json().at("items");
    REQUIRE(items.size() == 1);
    CHECK(items.at(0).at("id") == offered.entry);
    CHECK(items.at(0).at("status") == "offered");
    const auto me = offered.member.get("/me").json().at("user").at("id");
    CHECK(items.at(0).at("user_id") == me);
    CHECK_FALSE(items.at(0).at("user_name").get<std::string>().empty());
    const auto booking =
        Offered::reply_of(offered.company.post("/waitlist/" + offered.entry + "/accept", nothing), 200);
    CHECK(booking.at("user_id") == me);
    CHECK(booking.at("start") == at(1, "09:00"));
    check_store(offered.world);
}

TEST_CASE("The admin of a company declines and leaves for colleagues") {
    Offered offered;
    CHECK(offered.company.post("/waitlist/" + offered.entry + "/decline", nothing).json().at("status") == "waiting");
    CHECK(offered.company.remove("/waitlist/" + offered.entry).json().at("status") == "left");
}

TEST_CASE("Nobody answers for another company, and a member answers only for himself") {
    Offered offered;
    CHECK(offered.holder.post("/waitlist/" + offered.entry + "/accept", nothing).status == 404);
    CHECK(offered.member.get("/waitlist?scope=organisation").status == 403);
    CHECK(offered.member.get("/offers?scope=organisation").status == 403);
    CHECK(offered.member.get("/waitlist?scope=everybody").status == 400);
    const auto entry =
        Offered::reply_of(offered.company.post("/waitlist", waits(at(2, "09:00"), at(2, "11:00"), 120)), 201).at("id");
    CHECK(offered.member.post("/waitlist/" + entry.get<std::string>() + "/accept", nothing).status == 404);
}

TEST_CASE("Who begins to wait for time that is free is offered it at once") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto holder = world.client(borealis);
    (void)booked(holder, at(1, "09:00"), at(1, "10:00"));
    Waiter waiter(world, acme, waits(at(1, "09:00"), at(1, "12:00"), 120));
    const auto entry = waiter.entry();
    REQUIRE(entry.at("status") == "offered");
    CHECK(entry.at("offer").at("start") == at(1, "10:00"));
    CHECK(entry.at("offer").at("end") == at(1, "12:00"));
    CHECK(holder.post("/bookings", wish(at(1, "10:00"), at(1, "11:00"))).code() == "slot_taken");
    CHECK(waiter.accept().status == 200);
    check_store(world);
}

TEST_CASE("Free time that a rule refuses, or where requests are collected, is not offered at once") {
    DemoWorld world;
    world.set_policy(open_policy({{"requires_training", true}}));
    Waiter untrained(world, acme, waits(at(1, "09:00"), at(1, "12:00"), 120));
    CHECK(untrained.status() == "waiting");
    world.set_policy(open_policy({{"contention", "collect"}, {"approval", "platform_admin"}}));
    Waiter contender(world, borealis, waits(at(1, "09:00"), at(1, "12:00"), 120));
    CHECK(contender.status() == "waiting");
}
