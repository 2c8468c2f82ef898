// Allocation rounds over HTTP: requests are collected, compete, are decided at the cut-off and explained; who loses
// gets an offer at once.

#include "tests/support/demo_world.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
constexpr const char* second_spectrometer = "DEMO0003";

json round_of(const json& changes = json::object()) {
    json round{{"platform_id", "DEMO-P01"},
               {"window", {{"start", at(3, "00:00")}, {"end", at(4, "00:00")}}},
               {"cut_off", at(2, "12:00")}};
    round.update(changes);
    return round;
}

/// A platform whose two spectrometers collect requests, and the people around it.
struct Contest {
    explicit Contest(Backend backend = Backend::sqlite) : world(backend) {
        const auto policy = open_policy({{"approval", "platform_admin"}, {"contention", "collect"}});
        world.set_policy(policy);
        world.set_policy(policy, second_spectrometer);
    }

    std::string open(const json& changes = json::object()) {
        const auto reply = admin.post("/rounds", round_of(changes));
        INFO(reply.body);
        REQUIRE(reply.status == 201);
        return reply.json()["id"];
    }

    std::string ask(HttpClient& who, const std::string& from, const std::string& to,
                    const json& more = json::object()) {
        auto body = wish(at(3, from), at(3, to));
        body.update(more);
        const auto reply = who.post("/bookings", body);
        INFO(reply.body);
        REQUIRE(reply.status == 201);
        REQUIRE(reply.json()["status"] == "requested");
        return reply.json()["id"];
    }

    json booking(HttpClient& who, const std::string& id) { return who.get("/bookings/" + id).json(); }
    json results(HttpClient& who, const std::string& id) {
        return who.get("/rounds/" + id + "/results").json()["items"];
    }

    DemoWorld world;
    HttpClient admin = world.client("admin@p01.example");
    HttpClient member = world.client("member@acme.example");
    HttpClient colleague = world.client("admin@acme.example");
    HttpClient rival = world.client("member@borealis.example");
};
}  // namespace

TEST_CASE("A round collects, shows the competition, decides at its cut-off, explains, and makes counter-offers") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    Contest contest(backend);
    const auto round = contest.open({{"instrument_ids", {spectrometer, second_spectrometer}}});
    const auto first = contest.ask(contest.member, "10:00", "12:00");
    const auto flexible =
        contest.ask(contest.rival, "11:00", "13:00",
                    {{"alternatives",
                      {{{"start", at(3, "14:00")}, {"end", at(3, "16:00")}},
                       {{"start", at(3, "11:00")}, {"end", at(3, "13:00")}, {"instrument_id", second_spectrometer}}}},
                     {"needed_by", at(3, "20:00")}});
    const auto third = contest.ask(contest.colleague, "09:00", "12:00");

    const auto seen = contest.booking(contest.rival, flexible);
    CHECK(seen["competing"] == 2);
    CHECK(seen["round"]["id"] == round);
    CHECK(seen["round"]["alternatives"].size() == 2);
    CHECK(seen["round"]["cut_off"] == at(2, "12:00"));
    CHECK(seen.dump().find("Acme") == std::string::npos);
    CHECK(contest.rival.get("/rounds/" + round).json()["requests"] == 3);

    const auto preview = contest.admin.post("/rounds/" + round + "/allocate?dry_run=true", json::object());
    REQUIRE(preview.status == 200);
    CHECK(preview.json()["outcome"]["granted"] == 2);
    CHECK(preview.json()["results"].size() == 3);
    CHECK(contest.booking(contest.member, first)["status"] == "requested");
    CHECK(contest.admin.post("/rounds/" + round + "/allocate", json::object()).code() == "wrong_state");

    contest.world.set_clock(at(2, "12:00"));
    const auto decided = contest.admin.get("/rounds/" + round).json();
    REQUIRE(decided["status"] == "allocated");
    CHECK(decided["outcome"]["granted"] == 2);
    CHECK(decided["outcome"]["lost"] == 1);
    CHECK(decided["outcome"]["gap_ppm"] == 0);
    CHECK(decided["outcome"]["solved_by"] == "exact");
    CHECK(decided["shares"].size() == 2);
    CHECK(decided["shares"][0]["organisation_name"].get<std::string>().find("演示") != std::string::npos);

    const auto moved = contest.booking(contest.rival, flexible);
    CHECK(moved["status"] == "approved");
    CHECK(moved["start"] == at(3, "14:00"));
    const auto won = contest.booking(contest.member, first)["status"] == "approved";
    const auto lost = won ? third : first;
    auto& loser = won ? contest.colleague : contest.member;
    const auto rejected = contest.booking(loser, lost);
    CHECK(rejected["status"] == "rejected");
    CHECK(rejected["reason"].get<std::string>().find("Lost to 1") != std::string::npos);

    const auto own = contest.results(contest.rival, round);
    REQUIRE(own.size() == 1);
    CHECK(own[0]["booking_id"] == flexible);
    CHECK(own[0]["granted"] == 2);
    CHECK(own[0]["options"][0]["fate"] == "not_needed");
    CHECK(own[0]["options"][1]["points"]["turn"] == 20);
    CHECK(contest.results(contest.admin, round).size() == 3);

    const auto offers = loser.get("/offers").json()["items"];
    REQUIRE(offers.size() == 1);
    CHECK(offers[0]["origin_id"] == lost);
    const auto offer = offers[0]["id"].get<std::string>();
    CHECK(contest.rival.post("/offers/" + offer + "/accept", json::object()).status == 404);
    const auto accepted = loser.post("/offers/" + offer + "/accept", json::object());
    INFO(accepted.body);
    REQUIRE(accepted.status == 200);
    CHECK(accepted.json()["start"] == offers[0]["start"]);
    const auto id = accepted.json()["id"].get<std::string>();
    CHECK(contest.admin.post("/bookings/" + id + "/approve", json::object()).status == 200);
    const auto verified = contest.world.verify();
    INFO(verified.output);
    CHECK(verified.exit_code == 0);
}

TEST_CASE("A round is opened by the platform's administrator, over instruments that collect, once at a time") {
    Contest contest;
    CHECK(contest.member.post("/rounds", round_of()).status == 403);
    auto other = contest.world.client("operator@p01.example");
    CHECK(other.post("/rounds", round_of()).status == 403);
    CHECK(contest.admin.post("/rounds", round_of({{"cut_off", at(3, "12:00")}})).status == 422);
    CHECK(contest.admin.post("/rounds", round_of({{"instrument_ids", {"DEMO0001"}}})).status == 422);
    CHECK(contest.admin.post("/rounds", round_of({{"instrument_ids", {"NONE"}}})).status == 404);
    const auto round = contest.open();
    CHECK(contest.admin.get("/rounds/" + round).json()["instrument_ids"].size() == 2);
    CHECK(contest.admin.post("/rounds", round_of({{"instrument_ids", {spectrometer}}})).code() == "already_exists");
    CHECK(contest.admin.get("/rounds?platform=DEMO-P01&status=collecting").json()["total"] == 1);
    CHECK(contest.rival.post("/rounds/" + round + "/allocate?dry_run=true", json::object()).status == 403);
    CHECK(contest.admin.remove("/rounds/" + round).status == 200);
    CHECK(contest.admin.get("/rounds/" + round).json()["status"] == "cancelled");
    CHECK(contest.admin.remove("/rounds/" + round).code() == "wrong_state");
    contest.open();
}

TEST_CASE("An alternative must lie in the request's round and keep the rules") {
    Contest contest;
    contest.open();
    const auto with = [&](const std::string& start, const std::string& end, const char* instrument) {
        auto body = wish(at(3, "10:00"), at(3, "11:00"));
        body["alternatives"] = {{{"start", start}, {"end", end}, {"instrument_id", instrument}}};
        return contest.member.post("/bookings", body);
    };
    CHECK(with(at(4, "10:00"), at(4, "11:00"), spectrometer).status == 422);
    CHECK(with(at(3, "12:00"), at(3, "13:00"), "DEMO0001").status == 422);
    CHECK(with(at(3, "12:07"), at(3, "13:00"), spectrometer).code() == "rule_violated");
    CHECK(with(at(3, "12:00"), at(3, "13:00"), second_spectrometer).status == 201);
    contest.world.set_policy(open_policy());
    auto body = wish(at(3, "15:00"), at(3, "16:00"));
    body["alternatives"] = {{{"start", at(3, "17:00")}, {"end", at(3, "18:00")}}};
    CHECK(contest.member.post("/bookings", body).status == 422);
}

TEST_CASE("C21: who competes is told so, without names, and sees the end of it when staff decides by hand") {
    Contest contest;
    const auto first = contest.ask(contest.member, "10:00", "12:00");
    const auto alone = contest.member.get("/bookings/" + first);
    CHECK(alone.json()["competing"] == 0);
    const auto second = contest.ask(contest.rival, "11:00", "13:00");
    // Its revision is the same, but what is told of it is not.
    const auto again = contest.member.get("/bookings/" + first, {{"If-None-Match", alone.header("etag")}});
    CHECK(again.status == 200);
    CHECK(again.header("etag") == alone.header("etag"));
    CHECK(again.json()["competing"] == 1);
    CHECK(contest.booking(contest.rival, second)["competing"] == 1);
    CHECK(
        contest.booking(contest.rival, second)["round"]["cut_off"].get<std::string>().starts_with("2026-11-24T08:00"));
    REQUIRE(contest.admin.post("/bookings/" + first + "/approve", json::object()).status == 200);
    CHECK(contest.booking(contest.rival, second)["status"] == "rejected");
    CHECK(contest.booking(contest.rival, second)["competing"].is_null());
}

TEST_CASE("A declined counter-offer frees its time, and one that nobody answers ends by the clock") {
    Contest contest;
    contest.open({{"terms", {{"answer_hours", 2}}}});
    contest.ask(contest.member, "10:00", "12:00");
    contest.ask(contest.rival, "10:00", "12:00");
    contest.ask(contest.colleague, "10:00", "12:00");
    contest.world.set_clock(at(2, "12:00"));
    std::vector<std::pair<HttpClient*, std::string>> offers;
    for (auto* who : {&contest.member, &contest.rival, &contest.colleague}) {
        for (const auto& offer : who->get("/offers").json()["items"]) {
            offers.emplace_back(who, offer["id"]);
        }
    }
    REQUIRE(offers.size() == 2);
    CHECK(offers[0].first->post("/offers/" + offers[0].second + "/decline", json::object()).status == 200);
    CHECK(offers[0].first->post("/offers/" + offers[0].second + "/accept", json::object()).code() == "wrong_state");
    // The two hours run from when the round was decided, some moments after its cut-off.
    contest.world.set_clock(at(2, "14:10"));
    CHECK(offers[1].first->get("/offers").json()["items"].empty());
    CHECK(offers[1].first->post("/offers/" + offers[1].second + "/accept", json::object()).code() == "wrong_state");
    CHECK(contest.world.verify().exit_code == 0);
}

TEST_CASE("A round whose cut-off passed while the program was down is decided when it starts again") {
    Contest contest;
    const auto round = contest.open();
    const auto request = contest.ask(contest.member, "10:00", "12:00");
    contest.world.server().kill();
    contest.world.server().restart();
    contest.world.set_clock(at(2, "13:00"));
    auto member = contest.world.client("member@acme.example");
    CHECK(member.get("/rounds/" + round).json()["status"] == "allocated");
    CHECK(member.get("/bookings/" + request).json()["status"] == "approved");
}

TEST_CASE(
    "A round that repeats opens the next one at its cut-off, for those that still collect, until it is cancelled") {
    Contest contest;
    const auto first = contest.open({{"terms", {{"repeat_weeks", 1}, {"answer_hours", 5}}}});
    const auto collecting = [&] {
        json found = json::array();
        for (const auto& round : contest.admin.get("/rounds").json()["items"]) {
            if (round["status"] == "collecting") {
                found.push_back(round);
            }
        }
        return found;
    };
    CHECK(collecting().size() == 1);
    contest.world.set_policy(open_policy(), second_spectrometer);
    contest.world.set_clock(at(2, "12:00"));
    CHECK(contest.admin.get("/rounds/" + first).json()["status"] == "allocated");
    auto next = collecting();
    REQUIRE(next.size() == 1);
    CHECK(next[0]["window"]["start"] == at(10, "00:00"));
    CHECK(next[0]["window"]["end"] == at(11, "00:00"));
    CHECK(next[0]["cut_off"] == at(9, "12:00"));
    CHECK(next[0]["instrument_ids"] == json::array({spectrometer}));
    CHECK(next[0]["terms"]["answer_hours"] == 5);
    // After a long pause it is the first that can still collect.
    contest.world.set_clock(at(20, "12:00"));
    next = collecting();
    REQUIRE(next.size() == 1);
    CHECK(next[0]["cut_off"] == at(23, "12:00"));
    CHECK(contest.admin.remove("/rounds/" + next[0]["id"].get<std::string>()).status == 200);
    contest.world.set_clock(at(24, "12:00"));
    CHECK(collecting().empty());
    CHECK(contest.world.verify().exit_code == 0);
}
