// Quotas, limits on the future, rights to edit, and rules set aside with a reason: over HTTP, with documents as the
// contract names their fields.

#include "tests/support/broken_rules.hpp"
#include "tests/support/demo_world.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();
using Names = std::vector<std::string>;

json quota(const json& changes) {
    json one{{"per", "day"}, {"scope", "user"}};
    one.update(changes);
    return open_policy({{"quotas", json::array({one})}});
}

/// Two people of one company and one of another.
struct Town {
    explicit Town(const json& policy) { world.set_policy(policy); }
    Reply book(HttpClient& who, int day, const char* from, int to_day, const char* to) {
        return who.post("/bookings", wish(at(day, from), at(to_day, to)));
    }
    std::string booked(HttpClient& who, int day, const char* from, int to_day, const char* to) {
        const auto reply = book(who, day, from, to_day, to);
        INFO(reply.body);
        REQUIRE(reply.status == 201);
        return reply.json().at("id");
    }
    DemoWorld world;
    HttpClient member = world.client("member@acme.example");
    HttpClient colleague = world.client("admin@acme.example");
    HttpClient rival = world.client("member@borealis.example");
    HttpClient staff = world.client("operator@p01.example");
    HttpClient admin = world.client("admin@p01.example");
};
}  // namespace

TEST_CASE("Q3: a quota of an hour and a half a day, told with its numbers, in the quote too") {
    Town town(quota({{"max_minutes", 90}}));
    (void)town.booked(town.member, 1, "00:00", 1, "00:30");
    (void)town.booked(town.member, 1, "00:30", 1, "01:30");
    const auto refused = town.book(town.member, 1, "02:00", 1, "02:15");
    CHECK(broken_rules(refused) == Names{"quota"});
    const auto violation = refused.json().at("violations").at(0);
    CHECK(violation.at("params").at("limit") == "90");
    CHECK(violation.at("params").at("used") == "90");
    CHECK(violation.at("params").at("wanted") == "15");
    CHECK(violation.at("params").at("period") == "2026-11-24");
    CHECK(violation.at("message").get<std::string>().find("90") != std::string::npos);
    auto asked = wish(at(1, "02:00"), at(1, "02:15"));
    asked.erase("purpose");
    CHECK(town.member.post("/quotes", asked).json().at("violations").at(0).at("rule") == "quota");
    // Another day, another user, another instrument: not bound.
    CHECK(town.book(town.member, 2, "02:00", 2, "03:00").status == 201);
    CHECK(town.book(town.rival, 1, "02:00", 1, "03:00").status == 201);
    town.world.set_policy(open_policy(), "DEMO0003");
    CHECK(town.member.post("/bookings", wish(at(1, "02:00"), at(1, "03:00"), "DEMO0003")).status == 201);
    CHECK(town.world.verify().exit_code == 0);
}

TEST_CASE("A booking over midnight counts on both days, a cancelled one on none") {
    Town town(quota({{"max_minutes", 60}}));
    const auto id = town.booked(town.member, 1, "23:00", 2, "01:00");
    CHECK(broken_rules(town.book(town.member, 1, "12:00", 1, "12:15")) == Names{"quota"});
    CHECK(broken_rules(town.book(town.member, 2, "12:00", 2, "12:15")) == Names{"quota"});
    REQUIRE(town.member.post("/bookings/" + id + "/cancel", nothing).status == 200);
    CHECK(town.book(town.member, 1, "12:00", 1, "13:00").status == 201);
}

TEST_CASE("A quota of an organisation counts all its people, and used time as well as time to come") {
    Town town(quota({{"per", "week"}, {"scope", "organisation"}, {"max_bookings", 2}}));
    const auto used = town.booked(town.member, 0, "08:15", 0, "09:15");
    REQUIRE(town.member.post("/bookings/" + used + "/check-in", nothing).status == 200);
    town.world.set_clock(at(0, "08:30"));
    REQUIRE(town.member.post("/bookings/" + used + "/check-out", nothing).status == 200);
    (void)town.booked(town.colleague, 2, "09:00", 2, "10:00");
    CHECK(broken_rules(town.book(town.member, 4, "09:00", 4, "10:00")) == Names{"quota"});
    CHECK(broken_rules(town.book(town.colleague, 4, "09:00", 4, "10:00")) == Names{"quota"});
    CHECK(town.book(town.rival, 4, "09:00", 4, "10:00").status == 201);
    CHECK(town.book(town.member, 7, "09:00", 7, "10:00").status == 201);
}

TEST_CASE("Q5: the week begins on the day that the quota says") {
    // 2026-11-23 is a Monday; day 6 is the Sunday after it.
    Town town(quota({{"per", "week"}, {"max_bookings", 1}, {"week_starts", "Sun"}}));
    (void)town.booked(town.member, 3, "09:00", 3, "10:00");
    CHECK(town.book(town.member, 6, "09:00", 6, "10:00").status == 201);
    CHECK(broken_rules(town.book(town.member, 7, "09:00", 7, "10:00")) == Names{"quota"});
    town.world.set_policy(quota({{"per", "week"}, {"max_bookings", 2}}));
    CHECK(broken_rules(town.book(town.member, 5, "09:00", 5, "10:00")) == Names{"quota"});
    CHECK(town.book(town.member, 7, "09:00", 7, "10:00").status == 201);
}

TEST_CASE("Q16: a window counts only the time inside it") {
    Town town(quota({{"max_minutes", 30}, {"window", "Mon-Sun 12:00-14:00"}}));
    (void)town.booked(town.member, 1, "08:00", 1, "12:15");
    (void)town.booked(town.member, 1, "13:45", 1, "20:00");
    CHECK(broken_rules(town.book(town.member, 1, "12:15", 1, "12:30")) == Names{"quota"});
    CHECK(town.book(town.member, 1, "20:00", 1, "23:00").status == 201);
}

TEST_CASE("Q18, Q20: a moved booking is not counted twice, another one of the day is") {
    Town town(quota({{"max_bookings", 1}}));
    const auto first = town.booked(town.member, 1, "09:00", 1, "10:00");
    const auto second = town.booked(town.member, 2, "09:00", 2, "10:00");
    const auto move = [&](const std::string& id, int day, const char* from, const char* to) {
        return town.member.post("/bookings/" + id + "/reschedule", {{"start", at(day, from)}, {"end", at(day, to)}});
    };
    CHECK(move(first, 1, "09:00", "10:00").status == 200);
    CHECK(move(first, 1, "09:30", "10:30").status == 200);
    CHECK(broken_rules(move(first, 2, "11:00", "12:00")) == Names{"quota"});
    CHECK(town.member.get("/bookings/" + first).json().at("start") == at(1, "09:30"));
    REQUIRE(town.member.post("/bookings/" + second + "/cancel", nothing).status == 200);
    CHECK(move(first, 2, "11:00", "12:00").status == 200);
    CHECK(town.world.verify().exit_code == 0);
}

TEST_CASE("R26, R28: future bookings and minutes are limited, what is over frees them again") {
    Town town(open_policy({{"max_future_bookings", 2}, {"max_future_minutes", 120}}));
    const auto first = town.booked(town.member, 0, "09:00", 0, "10:00");
    (void)town.booked(town.member, 1, "09:00", 1, "09:30");
    const auto refused = town.book(town.member, 2, "09:00", 2, "09:45");
    CHECK(broken_rules(refused) == Names{"max_future_bookings", "max_future_minutes"});
    CHECK(refused.json().at("violations").at(1).at("params") ==
          json{{"limit", "120"}, {"used", "90"}, {"wanted", "45"}});
    // Moving one of the two adds none.
    CHECK(town.member.post("/bookings/" + first + "/reschedule", {{"start", at(3, "09:00")}, {"end", at(3, "10:30")}})
              .status == 200);
    town.world.set_clock(at(1, "10:00"));
    CHECK(town.book(town.member, 2, "09:00", 2, "09:30").status == 201);
    CHECK(broken_rules(town.book(town.member, 2, "10:00", 2, "10:15")) ==
          Names{"max_future_bookings", "max_future_minutes"});
}

TEST_CASE("An alternative is never one that a quota refuses") {
    Town town(quota({{"max_bookings", 1}}));
    (void)town.booked(town.rival, 2, "09:00", 2, "10:00");
    // The member has spent the days on either side.
    (void)town.booked(town.member, 1, "12:00", 1, "13:00");
    (void)town.booked(town.member, 3, "12:00", 3, "13:00");
    const auto taken = town.book(town.member, 2, "09:00", 2, "10:00");
    REQUIRE(taken.status == 409);
    REQUIRE_FALSE(taken.json().at("alternatives").empty());
    for (const auto& alternative : taken.json().at("alternatives")) {
        if (alternative.at("instrument_id") == spectrometer) {
            const auto day = alternative.at("start").get<std::string>().substr(0, 10);
            INFO(day);
            CHECK(day != "2026-11-24");
            CHECK(day != "2026-11-26");
        }
        const auto again = town.member.post("/quotes", {{"instrument_id", alternative.at("instrument_id")},
                                                        {"start", alternative.at("start")},
                                                        {"end", alternative.at("end")}});
        CHECK(again.json().at("violations").empty());
    }
}

TEST_CASE("R14: one at a time: the same time is refused, the next that begins at its end is not, nor the own change") {
    Town town(open_policy());
    const auto id = town.booked(town.member, 1, "09:00", 1, "10:00");
    CHECK(town.book(town.rival, 1, "09:00", 1, "10:00").status == 409);
    CHECK(town.book(town.rival, 1, "10:00", 1, "11:00").status == 201);
    CHECK(town.member.post("/bookings/" + id + "/reschedule", {{"start", at(1, "09:00")}, {"end", at(1, "10:00")}})
              .status == 200);
}

TEST_CASE("R2, R3, R5, T20: whoever administers the instrument sets rules aside, with a reason that stays on record") {
    Town town(open_policy({{"min_notice_minutes", 120},
                           {"min_minutes", 30},
                           {"max_minutes", 60},
                           {"opening_hours", "Mon-Sun 00:00-17:00"}}));
    auto early = wish(at(0, "09:00"), at(0, "10:15"));
    CHECK(broken_rules(town.admin.post("/bookings", early)) == Names{"max_length", "min_notice"});
    early["waive"] = json::array({"min_notice"});
    CHECK(town.admin.post("/bookings", early).json().at("errors").at(0).at("field") == "waive_reason");
    early["waive_reason"] = "urgent series";
    CHECK(broken_rules(town.admin.post("/bookings", early)) == Names{"max_length"});
    early["waive"] = {"min_notice", "max_length", "grid"};
    // Neither the operator nor the customer may.
    CHECK(town.staff.post("/bookings", early).status == 403);
    CHECK(town.member.post("/bookings", early).status == 403);
    early["for_login"] = "member@acme.example";
    const auto made = town.admin.post("/bookings", early);
    INFO(made.body);
    REQUIRE(made.status == 201);
    const auto id = made.json().at("id").get<std::string>();
    const auto seen = town.member.get("/bookings/" + id).json();
    CHECK(seen.at("organisation_id") == "ORG-ACME");
    REQUIRE(seen.at("waivers").size() == 1);
    // What was not broken needed no waiver.
    CHECK(seen.at("waivers").at(0).at("rules") == json::array({"max_length", "min_notice"}));
    CHECK(seen.at("waivers").at(0).at("reason") == "urgent series");
    const auto history = seen.at("history");
    const auto waived = std::ranges::find(history, json("booking_waived"), [](const json& h) { return h.at("kind"); });
    REQUIRE(waived != history.end());
    CHECK(waived->at("reason").get<std::string>().find("urgent series") != std::string::npos);

    auto moved = json{{"start", at(1, "17:00")}, {"end", at(1, "17:15")}};
    CHECK(broken_rules(town.admin.post("/bookings/" + id + "/reschedule", moved)) ==
          Names{"min_length", "opening_hours"});
    moved.update({{"waive", {"min_length", "opening_hours"}}, {"waive_reason", "after hours by agreement"}});
    CHECK(town.member.post("/bookings/" + id + "/reschedule", moved).status == 403);
    CHECK(town.admin.post("/bookings/" + id + "/reschedule", moved).status == 200);
    CHECK(town.member.get("/bookings/" + id).json().at("waivers").size() == 2);
    CHECK(town.world.verify().exit_code == 0);
}

TEST_CASE("What a booking means cannot be set aside: the past, an overlap, an unknown rule") {
    Town town(open_policy());
    for (const char* rule : {"past_start", "instrument_unavailable", "slot_taken", "no_such_rule"}) {
        auto asked = wish(at(0, "07:00"), at(0, "08:30"));
        asked.update({{"waive", json::array({rule})}, {"waive_reason", "because"}});
        INFO(rule);
        CHECK(town.admin.post("/bookings", asked).json().at("errors").at(0).at("code") == "not_waivable");
    }
    (void)town.booked(town.member, 1, "09:00", 1, "10:00");
    auto over = wish(at(1, "09:45"), at(1, "10:45"));
    over.update({{"waive", json::array({"buffer"})}, {"waive_reason", "because"}});
    CHECK(town.admin.post("/bookings", over).status == 409);
}

TEST_CASE("C14: buffers give way to a recorded reason, bare times never overlap") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy({{"buffer_before_minutes", 60}, {"buffer_after_minutes", 60}}));
    auto member = world.client("member@acme.example");
    auto admin = world.client("admin@p01.example");
    REQUIRE(member.post("/bookings", wish(at(1, "04:00"), at(1, "06:00"))).status == 201);
    auto next = wish(at(1, "06:00"), at(1, "07:00"));
    CHECK(admin.post("/bookings", next).status == 409);
    next.update({{"waive", json::array({"buffer"})}, {"waive_reason", "cleaned by hand"}});
    const auto made = admin.post("/bookings", next);
    INFO(made.body);
    REQUIRE(made.status == 201);
    CHECK(admin.get("/bookings/" + made.json().at("id").get<std::string>()).json().at("waivers").at(0).at("rules") ==
          json::array({"buffer"}));
    auto over = wish(at(1, "05:45"), at(1, "06:15"));
    over.update({{"waive", json::array({"buffer"})}, {"waive_reason", "cleaned by hand"}});
    CHECK(admin.post("/bookings", over).status == 409);
    CHECK(world.booked(at(1, "00:00"), at(2, "00:00")).size() == 2);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("R18: an owner moves a booking until it begins, staff moves it after that too") {
    Town town(open_policy({{"change_notice_minutes", 60}}));
    const auto id = town.booked(town.member, 0, "10:00", 0, "11:00");
    const auto later = json{{"start", at(1, "10:00")}, {"end", at(1, "11:00")}};
    CHECK(town.rival.post("/bookings/" + id + "/reschedule", later).status == 404);
    town.world.set_clock(at(0, "09:30"));
    CHECK(broken_rules(town.member.post("/bookings/" + id + "/reschedule", later)) == Names{"change_notice"});
    town.world.set_clock(at(0, "10:30"));
    CHECK(broken_rules(town.member.post("/bookings/" + id + "/reschedule", later)) == Names{"change_notice"});
    CHECK(town.staff.post("/bookings/" + id + "/reschedule", later).status == 200);
}

TEST_CASE("R27: what is no time, nothing or over is refused; somebody else's booking is cancelled with a reason") {
    Town town(open_policy());
    const auto id = town.booked(town.member, 1, "10:00", 1, "11:00");
    const auto move = [&](const json& body) { return town.member.post("/bookings/" + id + "/reschedule", body); };
    CHECK(move({{"start", 7}, {"end", "soon"}}).status == 400);
    CHECK(move({{"start", at(1, "10:00")}}).status == 400);
    CHECK(move({{"start", at(1, "10:00")}, {"end", at(1, "10:00")}}).status == 422);
    CHECK(broken_rules(move({{"start", at(0, "06:00")}, {"end", at(0, "07:00")}})) == Names{"past_start"});
    CHECK(
        town.member.post("/bookings/999999/reschedule", {{"start", at(1, "10:00")}, {"end", at(1, "11:00")}}).status ==
        404);
    CHECK(move({{"start", at(1, "12:00")}, {"end", at(1, "13:00")}}).status == 200);
    CHECK(town.world.booked(at(1, "00:00"), at(2, "00:00")).size() == 1);
    CHECK(town.staff.post("/bookings/" + id + "/cancel", nothing).json().at("errors").at(0).at("field") == "reason");
    CHECK(town.rival.post("/bookings/" + id + "/cancel", {{"reason", "mine"}}).status == 404);
    CHECK(town.staff.post("/bookings/" + id + "/cancel", {{"reason", "service"}}).json().at("status") == "cancelled");
    CHECK(move({{"start", at(2, "12:00")}, {"end", at(2, "13:00")}}).code() == "wrong_state");
}

TEST_CASE("R29: five minutes before the start it is too late to cancel with a notice of 666 minutes") {
    Town town(open_policy({{"cancel_notice_minutes", 666}}));
    const auto id = town.booked(town.member, 0, "20:00", 0, "21:00");
    town.world.set_clock(at(0, "19:55"));
    CHECK(broken_rules(town.member.post("/bookings/" + id + "/cancel", nothing)) == Names{"cancel_notice"});
    CHECK(town.staff.post("/bookings/" + id + "/cancel", {{"reason", "broken"}}).status == 200);
}

TEST_CASE("R8: a policy with impossible hours, quotas or gates is refused whole, with the place of each fault") {
    DemoWorld world;
    auto admin = world.client("admin@p01.example");
    const auto put = [&](const json& changes) {
        return admin.put("/instruments/DEMO0002/policy", open_policy(changes), {{"If-Match", "*"}});
    };
    for (const char* hours : {"Mon 25:00-26:00", "Mon 09:60-10:00", "Mon 00:00-24:01", "Mon 10:00-09:00",
                              "Mon-Sun 09:00-17:00; Tue 16:00-22:00"}) {
        INFO(hours);
        CHECK(put({{"opening_hours", hours}}).json().at("errors").at(0).at("field") == "opening_hours");
    }
    CHECK(put({{"opening_hours", "Mon-Sun 09:00-17:00; Tue 17:00-24:00"}}).status == 200);
    CHECK(put({{"quotas", json::array({{{"per", "day"}}})}}).json().at("errors").at(0).at("field") == "quotas[0]");
    CHECK(put({{"quotas", json::array({{{"per", "day"}, {"max_minutes", 60}, {"window", "Mon 9-10"}}})}})
              .json()
              .at("errors")
              .at(0)
              .at("field") == "quotas[0].window");
    const json gate{{"name", "contract"}, {"zh", "服务合同"}, {"en", "a signed contract"}, {"of", "organisation"}};
    CHECK(put({{"gates", json::array({gate, gate})}}).json().at("errors").at(0).at("field") == "gates[0].name");
    CHECK(put({{"gates", json::array({gate})}}).json().at("gates").at(0) == gate);
}
