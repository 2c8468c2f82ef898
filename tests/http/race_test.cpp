// Many at once: the slot goes to one, whatever the door, and a repeated request counts once.

#include "tests/support/demo_world.hpp"

#include <set>

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
constexpr std::size_t connections = 64;
constexpr int rounds = 50;
const std::vector<std::string> two_companies{"member@acme.example", "member@borealis.example"};

/// The slot of a round: one of 24 hours a day, from tomorrow on.
json slot(int round, int first_day = 1) {
    const int day = first_day + round / 23;
    const auto hour = [](int h) { return (h < 10 ? "0" : "") + std::to_string(h) + ":00"; };
    return {{"start", at(day, hour(round % 23))}, {"end", at(day, hour(round % 23 + 1))}};
}

/// A winner, and clean refusals for everybody else; every eighth refusal must come with alternatives.
void check_round(const std::vector<Reply>& replies, int won, const std::set<std::string>& refusals) {
    REQUIRE(count_of(replies, won) == 1);
    REQUIRE(count_of(replies, 409) == replies.size() - 1);
    std::size_t refused = 0;
    for (const auto& reply : replies) {
        if (reply.status != 409) {
            continue;
        }
        REQUIRE(reply.header("content-type").starts_with("application/problem+json"));
        const auto problem = reply.json();
        REQUIRE(refusals.contains(problem.at("code").get<std::string>()));
        if (problem.at("code") == "slot_taken" && refused++ % 8 == 0) {
            REQUIRE(problem.at("alternatives").size() >= 3);
        }
    }
}

void check_sound(const DemoWorld& world) {
    const auto verified = world.verify();
    INFO(verified.output);
    CHECK(verified.exit_code == 0);
}

/// Requests for the same hour that all wait for a decision (contention: collect).
std::vector<std::string> collected_requests(DemoWorld& world, std::size_t count) {
    world.set_policy(open_policy({{"approval", "platform_admin"}, {"contention", "collect"}}));
    auto member = world.client("member@acme.example");
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) {
        const auto reply = member.post("/bookings", wish(at(2, "10:00"), at(2, "11:00")));
        REQUIRE(reply.status == 201);
        REQUIRE(reply.json().at("status") == "requested");
        ids.push_back(reply.json().at("id"));
    }
    return ids;
}
}  // namespace

TEST_CASE("C26: 64 connections that book the same slot in 50 rounds have one winner each round") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy());
    auto clients = crowd(world.server(), connections, two_companies);
    std::optional<json> offered;
    for (int round = 0; round < rounds; ++round) {
        INFO("round " << round);
        const auto body = [&] {
            auto wanted = slot(round);
            wanted.update(wish(wanted.at("start"), wanted.at("end")));
            return wanted;
        }();
        const auto replies =
            at_once(clients, [&](HttpClient& client, std::size_t) { return client.post("/bookings", body); });
        check_round(replies, 201, {"slot_taken"});
        for (const auto& reply : replies) {
            if (reply.status == 409 && reply.json().contains("alternatives")) {
                offered = reply.json().at("alternatives").at(0);
            }
        }
    }
    CHECK(world.booked(at(1, "00:00"), at(10, "00:00")).size() == static_cast<std::size_t>(rounds));
    REQUIRE(offered);
    auto member = world.client("member@acme.example");
    const auto taken =
        member.post("/bookings", wish(offered->at("start"), offered->at("end"), offered->at("instrument_id")));
    INFO(taken.body);
    CHECK(taken.status == 201);
    CHECK(taken.json().at("quote").at("total_fen") == offered->at("total_fen"));
    check_sound(world);
}

TEST_CASE("C26: 64 connections that move their bookings to the same slot in 50 rounds have one winner each round") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy());
    auto clients = crowd(world.server(), connections, two_companies);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < connections; ++i) {
        auto place = slot(static_cast<int>(i), 20);
        const auto reply = clients[i].post("/bookings", wish(place.at("start"), place.at("end")));
        REQUIRE(reply.status == 201);
        ids.push_back(reply.json().at("id"));
    }
    for (int round = 0; round < rounds; ++round) {
        INFO("round " << round);
        const auto target = slot(round);
        const auto replies = at_once(clients, [&](HttpClient& client, std::size_t i) {
            return client.post("/bookings/" + ids[i] + "/reschedule", target);
        });
        check_round(replies, 200, {"slot_taken"});
        // Only the last place of each booking counts: the winner gives this one up again for the next round, or keeps
        // it.
        for (std::size_t i = 0; i < connections; ++i) {
            const auto now = clients[i].get("/bookings/" + ids[i]).json();
            REQUIRE((now.at("start") == target.at("start")) == (replies[i].status == 200));
            REQUIRE(now.at("status") == "approved");
            if (round % 10 != 0) {
                break;
            }
        }
    }
    CHECK(world.booked(at(0, "00:00"), at(60, "00:00")).size() == connections);
    check_sound(world);
}

TEST_CASE("C26: two server processes on one PostgreSQL give a slot to one of 64 connections") {
    DemoWorld world(Backend::postgresql);
    world.set_policy(open_policy());
    const ServerProcess second({.db = world.server().db()});
    auto clients = crowd(world.server(), connections / 2, two_companies);
    for (auto& client : crowd(second, connections / 2, two_companies)) {
        clients.push_back(std::move(client));
    }
    constexpr int fewer_rounds = 15;
    for (int round = 0; round < fewer_rounds; ++round) {
        INFO("round " << round);
        auto body = slot(round);
        body.update(wish(body.at("start"), body.at("end")));
        const auto replies =
            at_once(clients, [&](HttpClient& client, std::size_t) { return client.post("/bookings", body); });
        REQUIRE(count_of(replies, 201) == 1);
        REQUIRE(count_of(replies, 409) == connections - 1);
    }
    check_sound(world);
}

TEST_CASE("C22: of five identical requests in parallel one is made, on create, on move and on approve") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy());
    auto five = crowd(world.server(), 5, {"member@acme.example"});

    const auto created = at_once(five, [&](HttpClient& client, std::size_t) {
        return client.post("/bookings", wish(at(1, "09:00"), at(1, "11:00")));
    });
    check_round(created, 201, {"slot_taken"});

    std::vector<std::string> ids;
    for (int i = 0; i < 5; ++i) {
        auto place = slot(i, 3);
        ids.push_back(five[0].post("/bookings", wish(place.at("start"), place.at("end"))).json().at("id"));
    }
    const json target{{"start", at(1, "12:00")}, {"end", at(1, "13:00")}};
    const auto moved = at_once(five, [&](HttpClient& client, std::size_t i) {
        return client.post("/bookings/" + ids[i] + "/reschedule", target);
    });
    check_round(moved, 200, {"slot_taken"});

    const auto requests = collected_requests(world, 5);
    auto admins = crowd(world.server(), 5, {"admin@p01.example"});
    const auto approved = at_once(admins, [&](HttpClient& client, std::size_t i) {
        return client.post("/bookings/" + requests[i] + "/approve", json::object());
    });
    // Who loses finds the request rejected by the winner's approval.
    check_round(approved, 200, {"slot_taken", "wrong_state"});
    check_sound(world);
}

TEST_CASE("Bug 3 of others: one request approved by five people at once is approved once and held once") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    const auto id = collected_requests(world, 1).front();
    auto admins = crowd(world.server(), 5, {"admin@p01.example", "admin@i01.example"});
    const auto approved = at_once(admins, [&](HttpClient& client, std::size_t) {
        return client.post("/bookings/" + id + "/approve", json::object());
    });
    check_round(approved, 200, {"wrong_state"});
    CHECK(world.client("member@acme.example").get("/accounts/ORG-ACME").json().at("held_fen") == 80'000);
    check_sound(world);
}

TEST_CASE(
    "C21: of two pending requests for a slot, approving one rejects the other with a reason that names the winner") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    const auto ids = collected_requests(world, 2);
    auto admin = world.client("admin@p01.example");
    const auto facts = admin.get("/bookings/" + ids[1] + "/facts").json();
    CHECK(facts.at("competing").at(0).at("booking_id") == ids[0]);
    REQUIRE(admin.post("/bookings/" + ids[0] + "/approve", json::object()).status == 200);
    auto member = world.client("member@acme.example");
    const auto loser = member.get("/bookings/" + ids[1]).json();
    CHECK(loser.at("status") == "rejected");
    CHECK(loser.at("reason").get<std::string>().find(ids[0]) != std::string::npos);
    CHECK(admin.post("/bookings/" + ids[1] + "/approve", json::object()).code() == "wrong_state");
    check_sound(world);
}

TEST_CASE("Approving one of the collected requests leaves alone those that still fit into another lane") {
    DemoWorld world;
    world.set_policy(open_policy({{"approval", "platform_admin"}, {"contention", "collect"}, {"capacity", 2}}));
    auto member = world.client("member@acme.example");
    const auto request = [&](const char* from, const char* to) {
        return member.post("/bookings", wish(at(2, from), at(2, to))).json().at("id").get<std::string>();
    };
    const auto early = request("09:00", "10:00");
    const auto late = request("10:00", "11:00");
    const auto across = request("09:00", "11:00");
    auto admin = world.client("admin@p01.example");
    // Both fit into the first lane, one after the other: the second is free throughout.
    CHECK(admin.post("/bookings/" + early + "/approve", json::object()).status == 200);
    CHECK(admin.post("/bookings/" + late + "/approve", json::object()).status == 200);
    const auto third = admin.post("/bookings/" + across + "/approve", json::object());
    INFO(third.body);
    CHECK(third.status == 200);
    check_sound(world);
}

TEST_CASE("50 parallel requests with one idempotency key make one booking and get the same answer") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy());
    auto clients = crowd(world.server(), 50, {"member@acme.example"});
    const auto body = wish(at(1, "09:00"), at(1, "10:00"));
    const HttpClient::Headers key{{"Idempotency-Key", "once-and-only-once"}};
    const auto replies =
        at_once(clients, [&](HttpClient& client, std::size_t) { return client.post("/bookings", body, key); });
    CHECK(count_of(replies, 201) == 50);
    std::set<std::string> answers;
    for (const auto& reply : replies) {
        answers.insert(reply.body);
    }
    CHECK(answers.size() == 1);
    CHECK(world.booked(at(1, "00:00"), at(2, "00:00")).size() == 1);

    const auto other = clients[0].post("/bookings", wish(at(1, "09:00"), at(1, "11:00")), key);
    CHECK(other.status == 422);
    CHECK(other.code() == "idempotency_key_reused");
    // The key belongs to its owner: the same words of somebody else are another request.
    CHECK(world.client("member@borealis.example").post("/bookings", wish(at(2, "09:00"), at(2, "10:00")), key).status ==
          201);
    check_sound(world);
}

TEST_CASE("A refusal is repeated to the same idempotency key even when the slot has become free") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto owner = world.client("member@acme.example");
    auto other = world.client("member@borealis.example");
    const auto id = owner.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).json().at("id").get<std::string>();
    const HttpClient::Headers key{{"Idempotency-Key", "k1"}};
    const auto body = wish(at(1, "09:00"), at(1, "10:00"));
    const auto first = other.post("/bookings", body, key);
    CHECK(first.code() == "slot_taken");
    REQUIRE(owner.post("/bookings/" + id + "/cancel", json::object()).status == 200);
    const auto again = other.post("/bookings", body, key);
    CHECK(again.status == 409);
    CHECK(again.json().at("alternatives").size() >= 3);
    CHECK(other.post("/bookings", body, {{"Idempotency-Key", "k2"}}).status == 201);
}

TEST_CASE("A repeated request gets the headers of the first answer, too") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    const HttpClient::Headers key{{"Idempotency-Key", "headers"}};
    const auto body = wish(at(1, "09:00"), at(1, "10:00"));
    const auto first = member.post("/bookings", body, key);
    const auto again = member.post("/bookings", body, key);
    CHECK(first.status == 201);
    CHECK(first.header("location") == "/api/v1/bookings/" + first.json().at("id").get<std::string>());
    CHECK(!first.header("etag").empty());
    CHECK(again.header("idempotent-replay") == "true");
    for (const char* name : {"location", "etag", "content-type", "cache-control"}) {
        INFO(name);
        CHECK(again.header(name) == first.header(name));
    }
    CHECK(again.status == 201);
    CHECK(again.body == first.body);
}

TEST_CASE("Parallel first tries with one idempotency key that are refused get one refusal, kept like any answer") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy());
    auto owner = world.client("member@acme.example");
    auto clients = crowd(world.server(), 30, {"member@borealis.example"});
    for (int day = 1; day <= 5; ++day) {
        const auto taken = wish(at(day, "09:00"), at(day, "10:00"));
        const auto id = owner.post("/bookings", taken).json().at("id").get<std::string>();
        const HttpClient::Headers key{{"Idempotency-Key", "refused-" + std::to_string(day)}};
        // The slot is given back in the midst of it: whichever try comes first decides for all.
        const auto replies = at_once(clients, [&](HttpClient& client, std::size_t i) {
            return i == 15 ? owner.post("/bookings/" + id + "/cancel", json::object())
                           : client.post("/bookings", taken, key);
        });
        std::set<std::string> requests;
        std::set<int> statuses;
        for (std::size_t i = 0; i < replies.size(); ++i) {
            if (i != 15) {
                statuses.insert(replies[i].status);
                if (replies[i].status == 409) {
                    requests.insert(replies[i].json().at("request_id"));
                }
            }
        }
        CHECK(replies[15].status == 200);
        CHECK(statuses.size() == 1);
        CHECK(requests.size() <= 1);
        const auto other = clients[0].post("/bookings", wish(at(day, "11:00"), at(day, "12:00")), key);
        CHECK(other.status == 422);
        CHECK(other.code() == "idempotency_key_reused");
    }
    check_sound(world);
}

TEST_CASE("A refusal that was answered is still the answer after the server was killed") {
    DemoWorld world;
    world.set_policy(open_policy());
    const auto taken = wish(at(1, "09:00"), at(1, "10:00"));
    const HttpClient::Headers key{{"Idempotency-Key", "refused"}};
    auto owner = world.client("member@acme.example");
    const auto id = owner.post("/bookings", taken).json().at("id").get<std::string>();
    const auto first = world.client("member@borealis.example").post("/bookings", taken, key);
    CHECK(first.code() == "slot_taken");
    world.server().kill();
    world.server().restart();
    REQUIRE(world.client("member@acme.example").post("/bookings/" + id + "/cancel", json::object()).status == 200);
    auto other = world.client("member@borealis.example");
    const auto again = other.post("/bookings", taken, key);
    CHECK(again.code() == "slot_taken");
    CHECK(again.json().at("request_id") == first.json().at("request_id"));
    CHECK(other.post("/bookings", wish(at(2, "09:00"), at(2, "10:00")), key).code() == "idempotency_key_reused");
}

TEST_CASE("Parallel payments with one idempotency key are posted once") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    auto clients = crowd(world.server(), 20, {"finance@council.example"});
    const json payment{{"organisation_id", "ORG-ACME"}, {"amount_fen", 12'345}, {"reference", "bank 1"}};
    const auto replies = at_once(clients, [&](HttpClient& client, std::size_t) {
        return client.post("/payments", payment, {{"Idempotency-Key", "p1"}});
    });
    CHECK(count_of(replies, 201) == 20);
    CHECK(clients[0].get("/accounts/ORG-ACME").json().at("balance_fen") == -12'345);
    check_sound(world);
}
