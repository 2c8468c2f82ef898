// The conflict scenarios with their own numbers, over HTTP on a real store.

#include "tests/support/demo_world.hpp"

#include <array>

#include <catch2/catch.hpp>

using support::at;
using support::DemoWorld;
using support::open_policy;
using support::wish;

namespace {

constexpr const char* other_instrument = "DEMO0003";

/// Members of two companies on an instrument with these rules.
struct Town {
    explicit Town(const nlohmann::json& policy = open_policy()) {
        world.set_policy(policy);
        world.set_policy(open_policy(), other_instrument);
    }
    int book(const std::string& from, const std::string& to, const std::string& instrument = support::spectrometer,
             int days = 1) {
        return member.post("/bookings", wish(at(days, from), at(days, to), instrument)).status;
    }
    DemoWorld world;
    support::HttpClient member = world.client("member@acme.example");
    support::HttpClient rival = world.client("member@borealis.example");
};

}  // namespace

TEST_CASE("C1: outside the opening hours is refused, at their edges accepted") {
    Town town(open_policy({{"opening_hours", "Mon-Sun 09:00-17:00"}, {"max_minutes", 60}, {"min_minutes", 60}}));
    CHECK(town.book("08:00", "09:00") == 422);
    CHECK(town.book("09:00", "10:00") == 201);
    CHECK(town.book("10:00", "11:00") == 201);
    CHECK(town.book("16:00", "17:00") == 201);
}

TEST_CASE("C2: 120 minutes on an instrument with at most 60 are refused") {
    Town town(open_policy({{"max_minutes", 60}}));
    const auto reply = town.member.post("/bookings", wish(at(1, "09:00"), at(1, "11:00")));
    CHECK(reply.status == 422);
    CHECK(reply.json()["violations"][0]["rule"] == "max_length");
    CHECK(reply.json()["violations"][0]["params"]["max_minutes"] == "60");
}

TEST_CASE("C4: bookings that touch an existing one are accepted") {
    Town town;
    CHECK(town.book("10:00", "11:00") == 201);
    CHECK(town.book("09:00", "10:00") == 201);
    CHECK(town.book("11:00", "12:00") == 201);
}

TEST_CASE("C6: time that staff keeps to itself is refused to others; once it is given up it can be booked") {
    Town town;
    auto staff = town.world.client("operator@p01.example");
    const auto held = staff.post("/instruments/DEMO0002/outages",
                                 {{"start", at(1, "10:00")}, {"end", at(1, "12:00")}, {"reason", "own measurements"}});
    REQUIRE(held.status == 201);
    CHECK(town.book("11:00", "12:00") == 409);
    CHECK(town.book("12:00", "13:00") == 201);
    // Staff does not book over its own hold by accident: it ends it first, on record.
    const auto own = wish(at(1, "11:00"), at(1, "12:00"));
    CHECK(staff.post("/bookings", own).status == 409);
    REQUIRE(staff.remove("/outages/" + held.json().at("outage").at("id").get<std::string>()).status == 204);
    CHECK(staff.post("/bookings", own).status == 201);
}

TEST_CASE("C9: a part of taken days is refused, days that touch them are free") {
    Town town;
    const auto days = [&](int from, int to) {
        return town.member.post("/bookings", wish(at(from, "00:00"), at(to, "00:00"))).status;
    };
    CHECK(days(4, 8) == 201);
    CHECK(days(4, 6) == 409);
    CHECK(days(2, 4) == 201);
    CHECK(days(8, 10) == 201);
}

TEST_CASE("C10: the same time on another instrument is free") {
    Town town;
    CHECK(town.book("10:00", "12:00") == 201);
    CHECK(town.book("10:00", "12:00", other_instrument) == 201);
}

TEST_CASE("C13: a buffer of 60 minutes refuses what lies closer") {
    struct Case {
        const char* from;
        const char* to;
        int status;
    };
    constexpr std::array cases{Case{"04:00", "06:00", 409}, Case{"07:00", "08:00", 409}, Case{"02:30", "05:00", 201},
                               Case{"08:00", "09:00", 201}};
    for (const auto& existing : cases) {
        Town town(open_policy({{"buffer_after_minutes", 60}}));
        REQUIRE(town.book(existing.from, existing.to) == 201);
        CAPTURE(existing.from);
        CHECK(town.book("06:00", "07:00") == existing.status);
    }
}

TEST_CASE("C17: moving a booking by less than its length does not clash with itself") {
    Town town;
    const auto made = town.member.post("/bookings", wish(at(1, "10:00"), at(1, "12:00")));
    REQUIRE(made.status == 201);
    const auto path = "/bookings/" + made.json()["id"].get<std::string>() + "/reschedule";
    CHECK(town.member.post(path, {{"start", at(1, "11:00")}, {"end", at(1, "13:00")}}).status == 200);
    CHECK(town.rival.post("/bookings", wish(at(1, "10:00"), at(1, "11:00"))).status == 201);
    CHECK(town.rival.post("/bookings", wish(at(1, "12:00"), at(1, "14:00"))).status == 409);
    const auto moved_away = town.member.post(path, {{"start", at(1, "10:15")}, {"end", at(1, "11:15")}});
    CHECK(moved_away.status == 409);
    CHECK(moved_away.json()["alternatives"].size() >= 3);
}

TEST_CASE("C19: a closed period [day 2, day 3) refuses what overlaps it and nothing that touches it") {
    Town town(open_policy({{"closures", {{{"start", at(2, "00:00")}, {"end", at(3, "00:00")}, {"reason", "检修"}}}}}));
    const auto days = [&](int from, const char* from_time, int to, const char* to_time) {
        return town.member.post("/bookings", wish(at(from, from_time), at(to, to_time))).status;
    };
    CHECK(days(1, "00:00", 3, "00:00") == 422);
    CHECK(days(2, "00:00", 2, "01:00") == 422);
    CHECK(days(1, "00:00", 2, "00:00") == 201);
    CHECK(days(3, "00:00", 4, "00:00") == 201);
}

TEST_CASE("C21: of two requests for one time the approved one wins, and the other is rejected with the reason") {
    Town town(open_policy({{"approval", "platform_admin"}, {"contention", "collect"}}));
    const auto first = town.member.post("/bookings", wish(at(1, "10:00"), at(1, "12:00")));
    const auto second = town.rival.post("/bookings", wish(at(1, "11:00"), at(1, "13:00")));
    REQUIRE(first.status == 201);
    REQUIRE(second.status == 201);
    auto admin = town.world.client("admin@p01.example");
    const auto facts = admin.get("/bookings/" + first.json()["id"].get<std::string>() + "/facts").json();
    CHECK(facts["competing"].size() == 1);
    REQUIRE(admin.post("/bookings/" + first.json()["id"].get<std::string>() + "/approve", nlohmann::json::object())
                .status == 200);
    const auto lost = town.rival.get("/bookings/" + second.json()["id"].get<std::string>()).json();
    CHECK(lost["status"] == "rejected");
    CHECK(lost["reason"].get<std::string>().find(first.json()["id"].get<std::string>()) != std::string::npos);
    CHECK(admin.post("/bookings/" + second.json()["id"].get<std::string>() + "/approve", nlohmann::json::object())
              .code() == "wrong_state");
}

TEST_CASE("C23: a booking that starts ten minutes into another is refused") {
    Town town(open_policy({{"grid_minutes", 5}}));
    CHECK(town.book("10:05", "12:05") == 201);
    CHECK(town.book("10:15", "12:15") == 409);
}

TEST_CASE("C25: slots against busy times") {
    struct Case {
        const char* start;
        const char* end;
        std::vector<std::pair<const char*, const char*>> busy;
        bool conflict;
    };
    const std::array cases{
        Case{"09:00", "09:30", {{"08:00", "08:30"}}, false},
        Case{"09:00", "09:30", {{"10:00", "10:30"}}, false},
        Case{"09:15", "09:45", {{"09:00", "09:30"}}, true},
        Case{"08:45", "09:15", {{"09:00", "09:30"}}, true},
        Case{"09:00", "10:00", {{"09:15", "09:45"}}, true},
        Case{"09:15", "09:45", {{"09:00", "10:00"}}, true},
        Case{"09:30", "10:00", {{"08:00", "09:00"}, {"10:00", "11:00"}}, false},
        Case{"09:30", "10:00", {{"08:00", "09:00"}, {"09:45", "10:00"}}, true},
        Case{"09:30", "10:00", {{"09:00", "09:30"}}, false},
        Case{"08:30", "09:00", {{"09:00", "09:30"}}, false},
        Case{"09:00", "09:30", {{"09:00", "09:15"}}, true},
        Case{"09:15", "09:45", {{"09:30", "09:45"}}, true},
        Case{"09:00", "17:00", {{"12:00", "13:00"}}, true},
    };
    Town town(open_policy({{"grid_minutes", 1}, {"min_minutes", 1}}));
    int day = 1;
    for (const auto& c : cases) {
        for (const auto& [from, to] : c.busy) {
            REQUIRE(town.book(from, to, support::spectrometer, day) == 201);
        }
        CAPTURE(c.start, day);
        CHECK(town.book(c.start, c.end, support::spectrometer, day) == (c.conflict ? 409 : 201));
        ++day;
    }
}

TEST_CASE("R20: during an outage nothing can be booked, not even a minute of it") {
    Town town(open_policy({{"grid_minutes", 1}, {"min_minutes", 1}}));
    auto staff = town.world.client("operator@p01.example");
    const nlohmann::json outage{{"start", at(1, "02:00")}, {"end", at(1, "03:00")}, {"reason", "更换光源"}};
    REQUIRE(staff.post("/instruments/DEMO0002/outages", outage).status == 201);
    CHECK(town.book("02:00", "03:00") == 409);
    CHECK(town.book("01:00", "02:01") == 409);
    CHECK(town.book("02:59", "04:00") == 409);
    CHECK(town.book("01:00", "02:00") == 201);
    CHECK(town.book("03:00", "04:00") == 201);
}

TEST_CASE("R23: all broken rules are told in one answer") {
    Town town(open_policy({{"min_minutes", 90}, {"max_minutes", 30}}));
    const auto reply = town.member.post("/bookings", wish(at(1, "10:00"), at(1, "11:00")));
    REQUIRE(reply.status == 422);
    CHECK(reply.json()["violations"].size() == 2);
}

TEST_CASE("with two lanes two bookings fit at a time and the third is refused") {
    Town town(open_policy({{"capacity", 2}}));
    CHECK(town.book("10:00", "12:00") == 201);
    CHECK(town.book("11:00", "13:00") == 201);
    CHECK(town.book("11:30", "12:30") == 409);
    CHECK(town.book("12:00", "13:00") == 201);
    CHECK(town.world.verify().exit_code == 0);
}
