// Instruments that collect requests, with nobody to open or decide their rounds: requests wait, rounds open by
// themselves, and the award confirms.

#include "tests/support/listener.hpp"
#include "tests/support/waiter.hpp"

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();

json collecting(const json& changes = nothing) {
    auto policy = open_policy({{"contention", "collect"}});
    policy.update(changes);
    return policy;
}

struct Contest {
    explicit Contest(const json& policy = collecting(), Backend backend = Backend::sqlite) : world(backend) {
        world.set_policy(policy);
    }
    std::string ask(HttpClient& who, int day, const std::string& from, const std::string& to) {
        const auto reply = who.post("/bookings", wish(at(day, from), at(day, to)));
        INFO(reply.body);
        REQUIRE(reply.status == 201);
        CHECK(reply.json().at("status") == "requested");
        return reply.json().at("id");
    }
    std::string status(HttpClient& who, const std::string& id) {
        return who.get("/bookings/" + id).json().at("status");
    }
    json rounds() { return admin.get("/rounds").json().at("items"); }

    DemoWorld world;
    HttpClient member = world.client(acme);
    HttpClient colleague = world.client("admin@acme.example");
    HttpClient rival = world.client(borealis);
    HttpClient admin = world.client("admin@p01.example");
};
}  // namespace

TEST_CASE("Where no approval is needed a request still waits for its round, and the award confirms it") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    Contest contest(collecting(), backend);
    const auto first = contest.ask(contest.member, 9, "10:00", "12:00");
    const auto second = contest.ask(contest.rival, 9, "11:00", "13:00");
    const auto apart = contest.ask(contest.colleague, 9, "15:00", "16:00");
    const auto rounds = contest.rounds();
    REQUIRE(rounds.size() == 1);
    CHECK(rounds[0].at("opened_by_policy") == true);
    CHECK(rounds[0].at("seed").is_null());
    CHECK(rounds[0].at("requests") == 3);
    CHECK(rounds[0].at("window").at("start") == at(7, "00:00"));
    CHECK(rounds[0].at("window").at("end") == at(14, "00:00"));
    CHECK(rounds[0].at("cut_off") == at(5, "00:00"));
    const auto seen = contest.member.get("/bookings/" + first).json();
    CHECK(seen.at("competing") == 1);
    CHECK(seen.at("round").at("id") == rounds[0].at("id"));
    CHECK(contest.world.booked(at(9, "00:00"), at(10, "00:00")).empty());

    contest.world.set_clock(at(5, "00:00"));
    const auto decided = contest.rounds().at(0);
    CHECK(decided.at("status") == "allocated");
    CHECK(decided.at("outcome").at("granted") == 2);
    CHECK(decided.at("seed").get<std::int64_t>() > 0);
    CHECK(contest.status(contest.colleague, apart) == "approved");
    const bool won = contest.status(contest.member, first) == "approved";
    CHECK(contest.status(contest.rival, second) == (won ? "rejected" : "approved"));
    CHECK(contest.world.booked(at(9, "00:00"), at(10, "00:00")).size() >= 2);
    check_store(contest.world);
}

TEST_CASE("What is asked for after the cut-off meets in a short round, and what people open is not opened twice") {
    Contest contest;
    const auto late = contest.ask(contest.member, 2, "10:00", "11:00");
    const auto later = contest.ask(contest.rival, 3, "10:00", "11:00");
    REQUIRE(contest.rounds().size() == 1);
    CHECK(contest.rounds()[0].at("cut_off").get<std::string>().starts_with("2026-11-24T08:00"));
    CHECK(contest.rounds()[0].at("requests") == 2);
    contest.world.set_clock(at(1, "08:05"));
    CHECK(contest.status(contest.member, late) == "approved");
    CHECK(contest.status(contest.rival, later) == "approved");

    const json by_hand{{"instrument_ids", {spectrometer}},
                       {"window", {{"start", at(14, "00:00")}, {"end", at(21, "00:00")}}},
                       {"cut_off", at(10, "00:00")}};
    REQUIRE(contest.admin.post("/rounds", by_hand).status == 201);
    (void)contest.ask(contest.member, 15, "10:00", "11:00");
    CHECK(contest.rounds().size() == 2);
    CHECK(contest.rounds()[0].at("opened_by_policy") == false);
    CHECK(contest.rounds()[0].at("requests") == 1);
    // Its time lies in two rounds: people decide.
    const auto astride = contest.member.post("/bookings", wish(at(20, "22:00"), at(21, "02:00"))).json();
    CHECK(astride.at("status") == "requested");
    CHECK(contest.rounds().size() == 2);
    CHECK(contest.admin.post("/bookings/" + astride.at("id").get<std::string>() + "/approve", nothing).status == 200);
    check_store(contest.world);
}

TEST_CASE("Instruments of a platform with the same schedule share a round, with its terms") {
    const json rounds{{"window_weeks", 2}, {"cut_off_hours", 24}, {"terms", {{"answer_hours", 3}}}};
    Contest contest(collecting({{"rounds", rounds}}));
    contest.world.set_policy(collecting({{"rounds", rounds}}), "DEMO0003");
    contest.world.set_policy(collecting(), "DEMO0001");
    const auto reply = contest.member.post("/bookings", wish(at(20, "10:00"), at(20, "11:00"), "DEMO0003"));
    REQUIRE(reply.status == 201);
    (void)contest.ask(contest.member, 17, "10:00", "11:00");
    const auto opened = contest.rounds();
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].at("instrument_ids") == json::array({spectrometer, "DEMO0003"}));
    CHECK(opened[0].at("terms").at("answer_hours") == 3);
    CHECK(opened[0].at("requests") == 2);
    contest.world.set_policy(collecting({{"rounds", {{"window_weeks", 0}}}}));
    (void)contest.ask(contest.member, 60, "10:00", "11:00");
    CHECK(contest.rounds().size() == 1);
}

TEST_CASE("Whoever moves an awarded booking asks again: he cannot move past those who wait") {
    Contest contest;
    const auto quiet = contest.ask(contest.member, 2, "05:00", "06:00");
    contest.world.set_clock(at(1, "08:05"));
    REQUIRE(contest.status(contest.member, quiet) == "approved");
    const auto waiting = contest.ask(contest.rival, 9, "10:00", "11:00");
    const auto moved =
        contest.member.post("/bookings/" + quiet + "/reschedule", {{"start", at(9, "10:00")}, {"end", at(9, "11:00")}});
    REQUIRE(moved.status == 200);
    CHECK(moved.json().at("status") == "requested");
    CHECK(contest.member.get("/bookings/" + quiet).json().at("competing") == 1);
    contest.world.set_clock(at(5, "00:00"));
    CHECK((contest.status(contest.member, quiet) == "approved") !=
          (contest.status(contest.rival, waiting) == "approved"));
    check_store(contest.world);
}

TEST_CASE("The live stream tells whoever is signed in that a round opened, closed and was allocated") {
    Contest contest;
    Listener listener(contest.world.client("admin@i01.example"));
    Listener visitor(contest.world.server().client());
    (void)contest.ask(contest.member, 2, "10:00", "11:00");
    const auto id = contest.rounds().at(0).at("id");
    const auto next_of_round = [&] {
        auto change = listener.next();
        while (change.data.at("topic") != "round") {
            change = listener.next();
        }
        CHECK(change.data.at("id") == id);
        return change.data.at("kind").get<std::string>();
    };
    CHECK(next_of_round() == "round_opened");
    contest.world.set_clock(at(1, "08:05"));
    CHECK(next_of_round() == "round_closed");
    CHECK(next_of_round() == "round_allocated");
    for (int i = 0; i < 2; ++i) {
        CHECK(visitor.next().data.at("topic") != "round");
    }
}

TEST_CASE("A round of many is decided in portions, each request once") {
    Contest contest(collecting({{"capacity", 3}}));
    constexpr int asked = 240;
    const auto ask = [&](HttpClient& who, int i) {
        const auto hour = std::to_string(10 + i % 10) + ":00";
        const auto end = std::to_string(11 + i % 10) + ":00";
        return who.post("/bookings", wish(at(7 + i % 7, hour), at(7 + i % 7, end)));
    };
    for (int i = 0; i < asked; ++i) {
        REQUIRE(ask(i % 2 == 0 ? contest.member : contest.rival, i).status == 201);
    }
    const auto id = contest.rounds().at(0).at("id").get<std::string>();
    contest.world.set_clock(at(5, "00:00"));
    auto admin = contest.world.client("admin@p01.example");
    const auto decided = admin.get("/rounds/" + id).json();
    CHECK(decided.at("status") == "allocated");
    CHECK(decided.at("outcome").at("requests") == asked);
    CHECK(count(contest.world, "SELECT count(*) FROM booking WHERE status = 'requested'") == 0);
    CHECK(count(contest.world, "SELECT count(*) FROM round_result") == asked);
    CHECK(count(contest.world, "SELECT count(*) FROM round_award") == 0);
    CHECK(count(contest.world, "SELECT count(*) FROM round_result WHERE granted IS NOT NULL") ==
          decided.at("outcome").at("granted"));
    check_store(contest.world);
}
