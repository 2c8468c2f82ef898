// Several servers on one PostgreSQL are one system: each sees what the others did, and nobody books twice. A PostgreSQL
// that stands still holds nobody up for ever.

#include "tests/support/demo_world.hpp"
#include "tests/support/load.hpp"

#include <latch>
#include <thread>

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
/// Asks again until it is so, for at most 20 s.
template <class Question>
bool eventually(Question&& question) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < until) {
        if (question()) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return question();
}

/// A frozen cluster goes on at the end of this, whatever happens.
class Frozen {
  public:
    Frozen() { PostgresCluster::instance().freeze(); }
    ~Frozen() { PostgresCluster::instance().thaw(); }
    Frozen(const Frozen&) = delete;
    Frozen& operator=(const Frozen&) = delete;
};

std::vector<json> booked_at(const ServerProcess& server) {
    auto visitor = server.client();
    const auto calendar = visitor.get("/instruments/" + std::string(spectrometer) +
                                      "/calendar?from=2026-11-23T00:00:00Z&to=2026-12-23T00:00:00Z");
    std::vector<json> found;
    for (const auto& span : calendar.json().at("spans")) {
        if (span.at("kind") == "booked") {
            found.push_back(span);
        }
    }
    return found;
}

void check_sound(const DemoWorld& world) {
    const auto verified = world.verify();
    INFO(verified.output);
    CHECK(verified.exit_code == 0);
}
}  // namespace

TEST_CASE("A server that only reads sees what another one on its database did: calendar, live stream, sign-ins") {
    DemoWorld a(Backend::postgresql);
    a.set_policy(open_policy());
    ServerProcess b({.db = a.server().db()});
    auto member = a.client("member@acme.example");
    HttpClient at_b(b.port());
    at_b.share_sign_in(member);
    CHECK(eventually([&] { return at_b.get("/me").status == 200; }));

    auto listener = b.client();
    listener.send("GET /api/v1/events HTTP/1.1\r\nHost: x\r\n\r\n");
    (void)listener.receive_until("\r\n\r\n", std::chrono::seconds(10));
    const auto booked = member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).json();
    const auto heard = listener.receive_until("\n\n", std::chrono::seconds(10));
    CHECK(heard.find("calendar_changed") != std::string::npos);
    CHECK(heard.find(spectrometer) != std::string::npos);
    CHECK(eventually([&] { return booked_at(b).size() == 1; }));

    // Moved to another instrument: the old place is free at the other server, too.
    const std::string other = "DEMO0003";
    a.set_policy(open_policy(), other);
    const auto id = booked.at("id").get<std::string>();
    const auto moved = member.post("/bookings/" + id + "/reschedule",
                                   {{"start", at(1, "09:00")}, {"end", at(1, "10:00")}, {"instrument_id", other}});
    INFO(moved.body);
    CHECK(moved.status == 200);
    CHECK(eventually([&] { return booked_at(b).empty(); }));
    auto visitor = b.client();
    CHECK(eventually([&] { return visitor.get("/instruments/" + other).json().at("policy_version") == 2; }));

    CHECK(member.remove("/session").status == 204);
    CHECK(eventually([&] { return at_b.get("/me").status == 401; }));
    check_sound(a);
}

TEST_CASE("Of many who want one slot at two servers of one database exactly one gets it, on create and on move") {
    DemoWorld a(Backend::postgresql);
    a.set_policy(open_policy());
    ServerProcess b({.db = a.server().db()});
    std::vector<HttpClient> clients;
    for (auto* server : {&a.server(), &b}) {
        for (auto& client : crowd(*server, 12, {"member@acme.example", "member@borealis.example"})) {
            clients.push_back(std::move(client));
        }
    }
    for (int day = 1; day <= 10; ++day) {
        const auto replies = at_once(clients, [&](HttpClient& client, std::size_t) {
            return client.post("/bookings", wish(at(day, "09:00"), at(day, "10:00")));
        });
        CHECK(count_of(replies, 201) == 1);
        CHECK(count_of(replies, 409) == clients.size() - 1);
    }
    std::vector<std::string> own;
    for (std::size_t i = 0; i < clients.size(); ++i) {
        const auto hour = std::to_string(10 + i % 12) + ":00";
        const auto end = std::to_string(11 + i % 12) + ":00";
        const auto reply = clients[i].post("/bookings", wish(at(i < 12 ? 11 : 12, hour), at(i < 12 ? 11 : 12, end)));
        INFO(reply.body);
        REQUIRE(reply.status == 201);
        own.push_back(reply.json().at("id"));
    }
    const auto moved = at_once(clients, [&](HttpClient& client, std::size_t i) {
        return client.post("/bookings/" + own[i] + "/reschedule",
                           {{"start", at(13, "09:00")}, {"end", at(13, "10:00")}});
    });
    CHECK(count_of(moved, 200) == 1);
    CHECK(count_of(moved, 409) == clients.size() - 1);
    CHECK(eventually([&] { return booked_at(b).size() == booked_at(a.server()).size(); }));
    CHECK(booked_at(b).size() == 10 + clients.size());
    check_sound(a);
}

TEST_CASE("A PostgreSQL that stands still is given up with 503; when it goes on, each repeated request is done once") {
    DemoWorld world(Backend::postgresql, {"--db-patience", "2"});
    world.set_policy(open_policy());
    auto reader = world.client("member@acme.example");
    constexpr std::size_t workers = 6;
    auto clients = crowd(world.server(), workers, {"member@acme.example", "member@borealis.example"});
    const auto slot = [](std::size_t worker, int number) {
        return wish(at(1 + number, std::to_string(10 + worker) + ":00"),
                    at(1 + number, std::to_string(11 + worker) + ":00"));
    };
    const auto key = [](std::size_t worker, int number) {
        return HttpClient::Headers{
            {"Idempotency-Key", "frozen-" + std::to_string(worker) + "-" + std::to_string(number)}};
    };
    constexpr int slots = 20;
    std::vector<int> done(workers, 0);
    std::vector<int> last(workers, 0);
    {
        std::latch busy(workers);
        std::vector<std::jthread> threads;
        for (std::size_t w = 0; w < workers; ++w) {
            threads.emplace_back([&, w] {
                bool told = false;
                for (int number = 0; number < slots; ++number) {
                    last[w] = clients[w].post("/bookings", slot(w, number), key(w, number)).status;
                    if (last[w] != 201) {
                        break;
                    }
                    done[w] = number + 1;
                    if (!std::exchange(told, true)) {
                        busy.count_down();
                    }
                }
                if (!told) {
                    busy.count_down();
                }
            });
        }
        busy.wait();
        const Frozen frozen;
        threads.clear();
        CHECK(reader.get("/bookings").status == 503);
    }
    for (std::size_t w = 0; w < workers; ++w) {
        INFO("worker " << w << " had " << done[w]);
        CHECK((last[w] == 503 || done[w] == slots));
        for (int number = 0; number < slots; ++number) {
            Reply reply;
            CHECK(eventually([&] {
                reply = clients[w].post("/bookings", slot(w, number), key(w, number));
                return reply.status != 503;
            }));
            INFO(reply.body);
            CHECK(reply.status == 201);
            CHECK((number >= done[w] || reply.header("idempotent-replay") == "true"));
        }
    }
    CHECK(eventually([&] { return reader.get("/bookings").status == 200; }));
    CHECK(booked_at(world.server()).size() == workers * slots);
    check_sound(world);
}
