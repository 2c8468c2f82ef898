// The record of hosts over HTTP: what staff took back and how long it let requests wait, for everybody who signs in.

#include "tests/support/demo_world.hpp"

#include <catch2/catch.hpp>

using nlohmann::json;
using support::at;
using support::DemoWorld;
using support::open_policy;
using support::wish;

namespace {

/// Requests of a member that an administrator has answered, cancelled and left alone.
struct Town {
    Town() {
        world.set_policy(open_policy({{"approval", "platform_admin"}, {"opening_hours", "Mon-Sun 09:00-17:00"}}));
    }
    std::string asked(int day, const std::string& from, const std::string& to) {
        const auto reply = member.post("/bookings", wish(at(day, from), at(day, to)));
        INFO(reply.body);
        REQUIRE(reply.status == 201);
        return reply.json().at("id");
    }
    void act(const std::string& id, const std::string& what) {
        const auto reply = admin.post("/bookings/" + id + "/" + what, {{"reason", "because"}});
        INFO(reply.body);
        REQUIRE(reply.status == 200);
    }
    DemoWorld world;
    support::HttpClient member = world.client("member@acme.example");
    support::HttpClient admin = world.client("admin@p01.example");
};

}  // namespace

TEST_CASE("A platform's record tells cancellations, displacements, expiries and answer times of its instruments") {
    Town town;
    const auto first = town.asked(1, "09:00", "10:00");
    const auto second = town.asked(1, "10:00", "11:00");
    const auto third = town.asked(1, "11:00", "12:00");
    (void)town.asked(0, "12:00", "13:00");
    // Two hours by the clock, one of them while the instrument is open.
    town.world.set_clock(at(0, "10:00"));
    town.act(first, "approve");
    town.act(second, "approve");
    town.act(third, "reject");
    town.act(second, "cancel");
    const auto outage = town.admin.post("/instruments/DEMO0002/outages",
                                        {{"start", at(1, "09:00")}, {"end", at(1, "10:00")}, {"reason", "vacuum"}});
    REQUIRE(outage.status == 201);
    town.world.set_clock(at(0, "12:30"));

    const auto record = town.member.get("/platforms/DEMO-P01/record", {{"Accept-Language", "en"}}).json();
    INFO(record.dump());
    CHECK(record.at("platform_id") == "DEMO-P01");
    CHECK(record.at("answered") == 3);
    CHECK(record.at("cancelled") == 1);
    CHECK(record.at("displaced") == 1);
    CHECK(record.at("expired") == 1);
    CHECK(record.at("bumped") == 0);
    // The clock of the demonstration runs on.
    const auto about = [&](const char* figure, int minutes) {
        const auto is = record.at(figure).get<int>();
        return is >= minutes - 5 && is <= minutes;
    };
    CHECK(about("median_answer_minutes", 120));
    CHECK(about("p90_answer_minutes", 120));
    CHECK(about("median_answer_open_minutes", 60));
    CHECK(record.at("summary").get<std::string>().find("half of the answers came within") != std::string::npos);
    REQUIRE(record.at("instruments").size() == 1);
    CHECK(record.at("instruments").at(0).at("instrument_id") == "DEMO0002");
    CHECK(record.at("instruments").at(0).at("answered") == 3);

    const auto instrument = town.member.get("/instruments/DEMO0002/record").json();
    CHECK(instrument.at("cancelled") == 1);
    CHECK(town.member.get("/instruments/DEMO0003/record").json().at("answered") == 0);
    const auto institution = town.member.get("/institutions/DEMO-I01/record").json();
    CHECK(institution.at("answered") == 3);
    REQUIRE_FALSE(institution.at("platforms").empty());
    CHECK(institution.at("platforms").at(0).at("platform_id") == "DEMO-P01");

    town.world.set_clock(at(30, "08:00"));
    CHECK(town.member.get("/platforms/DEMO-P01/record?days=20").json().at("answered") == 0);
    CHECK(town.member.get("/platforms/DEMO-P01/record?days=40").json().at("answered") == 3);
    CHECK(town.world.verify().exit_code == 0);
}

TEST_CASE("What a user does to his own booking is nothing of the host's") {
    Town town;
    const auto id = town.asked(1, "09:00", "10:00");
    REQUIRE(town.member.post("/bookings/" + id + "/cancel", json::object()).status == 200);
    const auto record = town.member.get("/platforms/DEMO-P01/record").json();
    CHECK(record.at("cancelled") == 0);
    CHECK(record.at("median_answer_minutes") == nullptr);
}

TEST_CASE("A record is for who signs in, of what exists, over one to 366 days") {
    DemoWorld world;
    auto member = world.client("member@acme.example");
    CHECK(world.server().client().get("/platforms/DEMO-P01/record").status == 401);
    CHECK(member.get("/platforms/NONE/record").status == 404);
    CHECK(member.get("/institutions/NONE/record").status == 404);
    CHECK(member.get("/instruments/NONE/record").status == 404);
    CHECK(member.get("/platforms/DEMO-P01/record?days=0").status == 400);
    CHECK(member.get("/platforms/DEMO-P01/record?days=367").status == 400);
}
