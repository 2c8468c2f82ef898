// The live stream: what happens is told at once, to each what it may know, and nothing is lost by a short absence.

#include "tests/support/demo_world.hpp"
#include "tests/support/listener.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

TEST_CASE("A booking is told at once: to its owner and staff as a booking, to others as a changed calendar") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy({{"approval", "platform_admin"}}));
    auto member = world.client("member@acme.example");
    Listener visitor(world.server().client());
    Listener owner(world.client("member@acme.example"));
    Listener staff(world.client("operator@p01.example"));
    Listener stranger(world.client("member@borealis.example"));
    CHECK(visitor.head().starts_with("HTTP/1.1 200"));
    CHECK(visitor.head().find("text/event-stream") != std::string::npos);
    const auto id = member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).json().at("id");
    for (auto* knows : {&owner, &staff}) {
        const auto change = knows->next();
        CHECK(change.event == "change");
        CHECK(change.data ==
              json{{"topic", "booking"}, {"id", id}, {"instrument_id", spectrometer}, {"kind", "booking_requested"}});
    }
    for (auto* guesses : {&visitor, &stranger}) {
        const auto change = guesses->next();
        CHECK(change.data == json{{"topic", "instrument"},
                                  {"id", spectrometer},
                                  {"instrument_id", spectrometer},
                                  {"kind", "calendar_changed"}});
    }
}

TEST_CASE("A colleague hears of a booking only what a colleague may read of it") {
    DemoWorld world;
    world.set_policy(open_policy());
    REQUIRE(world.server().stop() == 0);
    const auto added = run_yiqi({"user", "add", "--db", world.server().db(), "--login", "colleague@acme.example",
                                 "--name", "Colleague", "--organisation", "ORG-ACME", "--role", "member:ORG-ACME"},
                                "demo-password\n");
    INFO(added.output);
    REQUIRE(added.exit_code == 0);
    world.server().restart();
    auto member = world.client("member@acme.example");
    int day = 0;
    for (const std::string login : {"colleague@acme.example", "admin@acme.example", "finance@council.example",
                                    "secretariat@council.example", "member@acme.example"}) {
        INFO(login);
        Listener listener(world.client(login));
        ++day;
        const auto id =
            member.post("/bookings", wish(at(day, "09:00"), at(day, "10:00"))).json().at("id").get<std::string>();
        const auto read = world.client(login).get("/bookings/" + id);
        const auto change = listener.next();
        CHECK((change.data.at("topic") == "booking") == (read.status == 200));
        CHECK((change.data.at("id") == id) == (read.status == 200));
        if (login.starts_with("colleague")) {
            CHECK(read.status == 404);
            CHECK(change.data.at("kind") == "calendar_changed");
        }
    }
}

TEST_CASE("A listener that comes back gets what it missed, in order and once") {
    DemoWorld world;
    world.set_policy(open_policy({{"approval", "platform_admin"}}));
    auto member = world.client("member@acme.example");
    std::vector<std::string> ids;
    const auto book = [&](int day) {
        ids.push_back(member.post("/bookings", wish(at(day, "09:00"), at(day, "10:00"))).json().at("id"));
    };
    std::string last;
    {
        Listener owner(world.client("member@acme.example"));
        book(1);
        last = owner.next().id;
    }
    for (int day = 2; day <= 5; ++day) {
        book(day);
    }
    Listener back(world.client("member@acme.example"), last);
    book(6);
    for (std::size_t i = 1; i < ids.size(); ++i) {
        const auto change = back.next();
        CHECK(change.data.at("id") == ids[i]);
        CHECK(std::stoll(change.id) > std::stoll(last));
        last = change.id;
    }
}

TEST_CASE("A listener that was away for longer than the server remembers is told so once, then hears what is new") {
    DemoWorld world;
    world.set_policy(open_policy());
    REQUIRE(world.server().stop() == 0);
    world.server().restart();
    Listener old(world.server().client(), "1");
    CHECK(old.next().event == "reset");
    auto member = world.client("member@acme.example");
    REQUIRE(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).status == 201);
    const auto change = old.next();
    CHECK(change.event == "change");
    CHECK(change.data.at("kind") == "calendar_changed");
}

TEST_CASE("Streams end at once when the server drains") {
    DemoWorld world;
    Listener open(world.server().client());
    CHECK(world.server().stop() == 0);
    CHECK_THROWS_AS(open.next(), ConnectionLost);
}
