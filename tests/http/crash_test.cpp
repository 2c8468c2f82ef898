// Ends of all kinds: killed, drained, out of disk, without its database. What was acknowledged stays.

#include "tests/support/load.hpp"

#include <atomic>
#include <fstream>
#include <memory>
#include <random>
#include <thread>

#include <sys/mount.h>
#include <sys/resource.h>

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
class Crew {
  public:
    Crew(DemoWorld& world, int size) : world_(world) {
        Worker::prepare(world, size);
        for (int i = 0; i < size; ++i) {
            workers_.push_back(std::make_unique<Worker>(world, i));
            known_.push_back(workers_.back().get());
        }
    }

    /// All work at once, until each has lost the server. The worker who gets acknowledgement number `until` calls
    /// `then`.
    void work(int until, const std::function<void()>& then) {
        std::atomic<int> acknowledged{0};
        std::vector<std::jthread> threads;
        for (auto& worker : workers_) {
            threads.emplace_back([&] {
                while (worker->step()) {
                    if (++acknowledged == until) {
                        then();
                    }
                }
            });
        }
    }

    void check_after_restart() {
        for (const auto& worker : workers_) {
            INFO(worker->surprise());
            REQUIRE(worker->surprise().empty());
            worker->resume(world_.server().port());
        }
        const auto wrong = forgotten(world_, world_.server(), known_);
        INFO((wrong.empty() ? std::string() : wrong.front()));
        REQUIRE(wrong.empty());
    }

    [[nodiscard]] std::size_t bookings() const {
        std::size_t count = 0;
        for (const auto& worker : workers_) {
            count += worker->bookings().size();
        }
        return count;
    }

  private:
    DemoWorld& world_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::vector<Worker*> known_;
};

void check_sound(const DemoWorld& world) {
    const auto verified = world.verify();
    INFO(verified.output);
    REQUIRE(verified.exit_code == 0);
}

/// Connects until nobody listens any more.
void wait_until_closed(std::uint16_t port) {
    for (;;) {
        try {
            HttpClient probe(port);
            (void)probe.get("//healthz");
        } catch (const ConnectionLost&) {
            return;
        }
    }
}
}  // namespace

TEST_CASE("A server that is killed 25 times under load loses nothing that it acknowledged") {
    constexpr int kills = 25;
    DemoWorld world(Backend::sqlite);
    Crew crew(world, 4);
    std::mt19937 random(20'261'123);
    for (int i = 0; i < kills; ++i) {
        INFO("kill " << i);
        crew.work(1 + static_cast<int>(random() % 60), [&] { world.server().signal(SIGKILL); });
        REQUIRE(world.server().wait(std::chrono::seconds(10)) == -SIGKILL);
        if (i % 5 == 0) {
            check_sound(world);
        }
        world.server().restart();
        crew.check_after_restart();
    }
    CHECK(crew.bookings() > 50);
    CHECK(world.server().stop() == 0);
    check_sound(world);
}

TEST_CASE("A server that is killed loses nothing that it acknowledged on PostgreSQL either") {
    constexpr int kills = 5;
    DemoWorld world(Backend::postgresql);
    Crew crew(world, 4);
    std::mt19937 random(20'261'124);
    for (int i = 0; i < kills; ++i) {
        INFO("kill " << i);
        crew.work(1 + static_cast<int>(random() % 40), [&] { world.server().signal(SIGKILL); });
        REQUIRE(world.server().wait(std::chrono::seconds(10)) == -SIGKILL);
        world.server().restart();
        crew.check_after_restart();
    }
    check_sound(world);
}

TEST_CASE("SIGTERM under load: every acknowledged write stays, and the program ends with 0") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    Crew crew(world, 5);
    crew.work(80, [&] { world.server().signal(SIGTERM); });
    CHECK(world.server().wait(std::chrono::seconds(30)) == 0);
    world.server().restart();
    crew.check_after_restart();
    check_sound(world);
}

TEST_CASE("SIGTERM: a request whose body is still on its way is answered before the end, idle connections are let go") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    const auto csrf = member.get("/me").json().at("csrf_token").get<std::string>();
    HttpClient idle(world.server().port());
    REQUIRE(idle.get("//healthz").status == 200);
    const auto body = wish(at(1, "09:00"), at(1, "10:00")).dump();
    member.send(
        "POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nExpect: "
        "100-continue\r\nCookie: " +
        member.cookie() + "\r\nX-CSRF-Token: " + csrf + "\r\nContent-Length: " + std::to_string(body.size()) +
        "\r\n\r\n");
    REQUIRE(member.receive_until("\r\n\r\n", std::chrono::seconds(10)).starts_with("HTTP/1.1 100"));
    world.server().signal(SIGTERM);
    wait_until_closed(world.server().port());
    CHECK_THROWS_AS(idle.receive(), ConnectionLost);
    member.send(body);
    const auto reply = member.receive();
    CHECK((reply.status == 201 || reply.status == 503));
    CHECK(reply.header("connection") == "close");
    CHECK(world.server().wait(std::chrono::seconds(15)) == 0);
    world.server().restart();
    CHECK(world.booked(at(1, "00:00"), at(2, "00:00")).size() == (reply.status == 201 ? 1U : 0U));
}

namespace {
/// Books slot after slot until the store refuses; the number of bookings that were acknowledged.
struct FilledUp {
    int acknowledged = 0;
    Reply refusal;
    json refused_wish;
};

json quarter(int number) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const int minute = number * 15;
    const auto time = [&](int m) { return at(1 + m / 1440, two(m % 1440 / 60) + ":" + two(m % 60)); };
    auto body = wish(time(minute), time(minute + 15));
    body["purpose"] = std::string(2000, 'x');
    return body;
}

FilledUp book_until_full(HttpClient& member) {
    constexpr int most = 2000;
    FilledUp result;
    for (; result.acknowledged < most; ++result.acknowledged) {
        result.refused_wish = quarter(result.acknowledged);
        result.refusal = member.post("/bookings", result.refused_wish,
                                     {{"Idempotency-Key", "full-" + std::to_string(result.acknowledged)}});
        if (result.refusal.status != 201) {
            break;
        }
    }
    return result;
}

/// Full, then free again: the story that both kinds of full disks must go through.
void check_full_and_free(DemoWorld& world, const std::function<void()>& fill, const std::function<void()>& free_space) {
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    REQUIRE(member.post("/bookings", wish(at(20, "09:00"), at(20, "10:00"))).status == 201);
    fill();
    const auto full = book_until_full(member);
    INFO(full.refusal.body);
    REQUIRE(full.refusal.status == 503);
    CHECK(full.refusal.code() == "unavailable");
    CHECK(!full.refusal.header("retry-after").empty());
    // Again and again, and never a lie; reading goes on.
    for (int i = 0; i < 3; ++i) {
        CHECK(member.post("/bookings", quarter(1000 + i)).status == 503);
        CHECK(member.get("/instruments/DEMO0002").status == 200);
        CHECK(member.get("/bookings").status == 200);
    }
    const auto expected = static_cast<std::size_t>(full.acknowledged) + 1;
    CHECK(world.booked(at(0, "00:00"), at(60, "00:00")).size() == expected);
    free_space();
    const auto again =
        member.post("/bookings", full.refused_wish, {{"Idempotency-Key", "full-" + std::to_string(full.acknowledged)}});
    INFO(again.body);
    CHECK(again.status == 201);
    CHECK(world.booked(at(0, "00:00"), at(60, "00:00")).size() == expected + 1);
    check_sound(world);
    CHECK(world.server().stop() == 0);
    world.server().restart();
    CHECK(world.booked(at(0, "00:00"), at(60, "00:00")).size() == expected + 1);
    check_sound(world);
}

/// A small file system in memory; `ok` is false where this process may not mount.
class SmallDisk {
  public:
    SmallDisk() : ok_(mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, "size=6m") == 0) {}
    ~SmallDisk() {
        if (ok_) {
            umount2(folder_.path().c_str(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }

  private:
    TempFolder folder_;
    bool ok_;
};
}  // namespace

TEST_CASE("A file that may not grow any more answers 503, and everything works again once it may") {
    // The limit ends the process unless the signal is ignored, which a child inherits.
    (void)std::signal(SIGXFSZ, SIG_IGN);
    DemoWorld world;
    const auto limit = [&](rlim_t bytes) {
        const rlimit both{bytes, RLIM_INFINITY};
        REQUIRE(prlimit(world.server().pid(), RLIMIT_FSIZE, &both, nullptr) == 0);
    };
    check_full_and_free(
        world,
        [&] {
            const auto log_bytes = std::filesystem::file_size(world.server().db() + "-wal");
            const auto main_bytes = std::filesystem::file_size(world.server().db());
            limit(std::max(log_bytes, main_bytes) + 128 * 1024);
        },
        [&] { limit(RLIM_INFINITY); });
}

TEST_CASE("A full disk answers 503, and everything works again when there is space") {
    const SmallDisk disk;
    if (!disk.ok()) {
        WARN("mounting is not permitted here: only the limit of the file size was tried");
        return;
    }
    DemoWorld world(disk.file("yiqi.db"));
    check_full_and_free(
        world,
        [&] {
            std::ofstream ballast(disk.file("ballast"), std::ios::binary);
            const std::string page(4096, 'b');
            while (ballast << page << std::flush) {
            }
        },
        [&] { std::filesystem::remove(disk.file("ballast")); });
}

TEST_CASE("A PostgreSQL that falls over answers 503, and everything works again when it is back") {
    DemoWorld world(Backend::postgresql);
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    REQUIRE(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).status == 201);
    PostgresCluster::instance().crash_and_restart();
    // Connections that broke are noticed when they are used.
    Reply reply;
    for (int i = 0; i < 10 && reply.status != 201; ++i) {
        reply = member.post("/bookings", wish(at(1, "10:00"), at(1, "11:00")), {{"Idempotency-Key", "back"}});
        CHECK((reply.status == 201 || reply.status == 503));
    }
    CHECK(reply.status == 201);
    for (int i = 0; i < 10 && reply.status != 200; ++i) {
        reply = member.get("/bookings");
        CHECK((reply.status == 200 || reply.status == 503));
    }
    CHECK(reply.json().at("total") == 2);
    CHECK(world.booked(at(1, "00:00"), at(2, "00:00")).size() == 2);
    check_sound(world);
}

TEST_CASE("A second program may write beside the server on PostgreSQL; on SQLite it is told to wait for its end") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    const auto add_user = [&] {
        return run_yiqi({"user", "add", "--db", world.server().db(), "--login", "new@acme.example", "--name", "New",
                         "--organisation", "ORG-ACME", "--role", "member:ORG-ACME"},
                        "a long password\n");
    };
    auto added = add_user();
    INFO(added.output);
    CHECK(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).status == 201);
    if (backend == Backend::sqlite) {
        CHECK(added.exit_code == 2);
        CHECK(added.output.find("stop it first") != std::string::npos);
        REQUIRE(world.server().stop() == 0);
        added = add_user();
        world.server().restart();
    }
    REQUIRE(added.exit_code == 0);
    HttpClient newcomer(world.server().port());
    CHECK(newcomer.sign_in("new@acme.example", "a long password").status == 200);
    CHECK(newcomer.post("/bookings", wish(at(1, "10:00"), at(1, "11:00"))).status == 201);
    check_sound(world);
}
