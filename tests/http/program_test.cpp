// The program's commands: import, migrate, verify, backup, user, and where `serve` takes its configuration from.

#include "tests/support/demo_text.hpp"
#include "tests/support/demo_world.hpp"

#include <filesystem>
#include <fstream>
#include <regex>

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
std::string written(const TempFolder& folder, const std::string& name, const std::string& text) {
    const auto file = folder.file(name);
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

Finished import(const std::string& db, const std::string& kind, const std::string& file, bool commit) {
    std::vector<std::string> arguments{"import", kind, file, "--db", db, "--english"};
    if (commit) {
        arguments.emplace_back("--commit");
    }
    return run_yiqi(arguments);
}

/// The demonstration's inventory as files, in the order in which they refer to each other.
std::vector<std::pair<std::string, std::string>> inventory(const TempFolder& folder) {
    using enum server::ImportKind;
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& [kind, name] : {std::pair{institutions, "institutions"}, std::pair{platforms, "platforms"},
                                     std::pair{categories, "categories"}, std::pair{instruments, "instruments"}}) {
        files.emplace_back(name, written(folder, std::string(name) + ".csv", demo_text(kind)));
    }
    return files;
}

std::uint16_t port_of(ChildProcess& process) {
    const auto line = process.line(std::chrono::seconds(20));
    REQUIRE(line);
    return json::parse(*line).at("port").get<std::uint16_t>();
}

std::int64_t instruments_at(std::uint16_t port) {
    return HttpClient(port).get("/instruments?limit=1").json().at("total").get<std::int64_t>();
}
}  // namespace

TEST_CASE("The program tells its commands, and refuses what it does not know with one sentence and exit code 2") {
    const auto help = run_yiqi({"--help"});
    CHECK(help.exit_code == 0);
    for (const char* command : {"serve", "import", "migrate", "verify", "backup", "user"}) {
        CHECK(help.output.find(command) != std::string::npos);
        CHECK(run_yiqi({command, "--help"}).exit_code == 0);
    }
    CHECK(std::regex_match(run_yiqi({"--version"}).output, std::regex("yiqi [0-9]+\\.[0-9]+\\.[0-9]+\n")));
    const TempFolder folder;
    const auto none = folder.file("none.db");
    for (const auto& wrong : std::vector<std::vector<std::string>>{{},
                                                                   {"conquer"},
                                                                   {"serve", "--threads", "many"},
                                                                   {"serve", "--tls-key", "alone.pem"},
                                                                   {"import", "planets", "file.csv"},
                                                                   {"import", "platforms", folder.file("none.csv")},
                                                                   {"verify", "--db", none},
                                                                   {"backup", "--db", none, folder.file("copy.db")},
                                                                   {"user", "add", "--login", "a"}}) {
        const auto refused = run_yiqi(wrong);
        INFO(refused.output);
        CHECK(refused.exit_code == 2);
        CHECK(!refused.output.empty());
        CHECK(refused.output.find("terminate") == std::string::npos);
    }
    CHECK_FALSE(std::filesystem::exists(none));
}

TEST_CASE("An import is a dry run unless told otherwise, and writes all rows of a good file or none of a bad one") {
    const TempFolder folder;
    const auto db = folder.file("town.db");
    const auto files = inventory(folder);
    for (const auto& [kind, file] : files) {
        INFO(kind);
        const auto dry = import(db, kind, file, false);
        CHECK(dry.exit_code == 0);
        CHECK(dry.output.find("Dry run: nothing was written") != std::string::npos);
        const auto done = import(db, kind, file, true);
        INFO(done.output);
        CHECK(done.exit_code == 0);
        CHECK(done.output.find("Imported.") != std::string::npos);
        // What is there already cannot come again: had the dry run written, the first commit would have failed so.
        const auto again = import(db, kind, file, true);
        CHECK(again.exit_code == 1);
        CHECK(again.output.find("Nothing was written.") != std::string::npos);
    }
    auto rows = demo_text(server::ImportKind::platforms);
    const auto second = rows.find('\n') + 1;
    const auto header = rows.substr(0, second);
    auto good = rows.substr(second, rows.find('\n', second) + 1 - second);
    good.replace(0, good.find(','), "NEW-P1");
    auto bad = good;
    bad.replace(0, bad.find(','), "NEW P2");
    const auto refused = import(db, "platforms", written(folder, "half.csv", header + good + bad), true);
    INFO(refused.output);
    CHECK(refused.exit_code == 1);
    CHECK(refused.output.find("line 3") != std::string::npos);
    CHECK(import(db, "platforms", written(folder, "whole.csv", header + good), true).exit_code == 0);

    const auto verified = run_yiqi({"verify", "--db", db});
    INFO(verified.output);
    CHECK(verified.exit_code == 0);
    ServerProcess server({.db = db, .demo = false});
    CHECK(instruments_at(server.port()) == 498);
    CHECK(server.client().get("/instruments/DEMO0002").json().at("name_en") ==
          "LC-Orbitrap High-Resolution Mass Spectrometer");
}

TEST_CASE("An import does not enter a store that a server is writing to") {
    DemoWorld world;
    const TempFolder folder;
    const auto file = written(folder, "institutions.csv", demo_text(server::ImportKind::institutions));
    const auto refused = import(world.server().db(), "institutions", file, true);
    INFO(refused.output);
    CHECK(refused.exit_code == 2);
    CHECK(refused.output.find("yiqi: ") == 0);
}

TEST_CASE("A migration makes a store, changes nothing the second time, and verify asks for it where it is missing") {
    const TempFolder folder;
    const auto db = folder.file("new.db");
    const auto made = run_yiqi({"migrate", "--db", db});
    INFO(made.output);
    CHECK(made.exit_code == 0);
    CHECK(made.output.find("schema version 0 -> ") == 0);
    const auto again = run_yiqi({"migrate", "--db", db});
    CHECK(again.exit_code == 0);
    CHECK(std::regex_match(again.output, std::regex("schema version ([0-9]+) -> \\1\n")));
    CHECK(run_yiqi({"verify", "--db", db}).exit_code == 0);
    const auto empty = written(folder, "empty.db", "");
    const auto refused = run_yiqi({"verify", "--db", empty});
    CHECK(refused.exit_code == 2);
    CHECK(refused.output.find("yiqi migrate") != std::string::npos);
}

TEST_CASE("A backup that is made while people book verifies, and a server goes on from it") {
    DemoWorld world;
    auto member = world.client("member@acme.example");
    const TempFolder folder;
    const auto copy = folder.file("copy.db");
    const json booking{{"instrument_id", "DEMO0002"},
                       {"start", "2026-11-26T09:00:00+08:00"},
                       {"end", "2026-11-26T11:00:00+08:00"},
                       {"purpose", "backup"}};
    const auto booked = member.post("/bookings", booking, {{"Idempotency-Key", "before"}});
    INFO(booked.body);
    REQUIRE(booked.status == 201);
    const auto made = run_yiqi({"backup", copy, "--db", world.server().db()});
    INFO(made.output);
    REQUIRE(made.exit_code == 0);
    auto later = booking;
    later["start"] = "2026-11-27T09:00:00+08:00";
    later["end"] = "2026-11-27T11:00:00+08:00";
    REQUIRE(member.post("/bookings", later, {{"Idempotency-Key", "after"}}).status == 201);
    CHECK(run_yiqi({"backup", copy, "--db", world.server().db()}).exit_code == 2);

    CHECK(run_yiqi({"verify", "--db", copy}).exit_code == 0);
    ServerProcess restored({.db = copy});
    auto again = restored.client("member@acme.example");
    CHECK(again.get("/bookings").json().at("total") == 1);
    CHECK(again.get("/bookings/" + booked.json().at("id").get<std::string>()).json().at("purpose") == "backup");
}

TEST_CASE("A person is added with a password from standard input, and can sign in; a short password is refused") {
    DemoWorld world;
    REQUIRE(world.server().stop() == 0);
    const auto add = [&](const std::string& input) {
        return run_yiqi({"user", "add", "--db", world.server().db(), "--login", "new@acme.example", "--name", "新同事",
                         "--role", "member:ORG-ACME", "--organisation", "ORG-ACME"},
                        input);
    };
    CHECK(add("short\n").exit_code != 0);
    const auto added = add("a long enough pass phrase\n");
    INFO(added.output);
    REQUIRE(added.exit_code == 0);
    CHECK(added.output.find("pass phrase") == std::string::npos);
    CHECK(add("another long pass phrase\n").exit_code != 0);
    world.server().restart();
    CHECK(world.server().client().sign_in("new@acme.example", "short").status == 401);
    CHECK(world.server().client().sign_in("new@acme.example", "a long enough pass phrase").status == 200);
}

TEST_CASE("The command line wins over the environment, the environment over the configuration file") {
    const TempFolder folder;
    const auto file = written(folder, "yiqi.toml",
                              "[serve]\nlisten = \"127.0.0.1:0\"\ndb = \"" + folder.file("of_file.db") +
                                  "\"\nlog-level = \"off\"\nthreads = 1\n");
    const auto serve = [&](const std::vector<std::string>& before, const std::vector<std::string>& after) {
        std::vector<std::string> command{"/usr/bin/env"};
        command.insert(command.end(), before.begin(), before.end());
        command.insert(command.end(), {yiqi_binary(), "serve", "--config", file});
        command.insert(command.end(), after.begin(), after.end());
        ChildProcess process(command, folder.file("log"));
        CHECK(instruments_at(port_of(process)) == 0);
        process.signal(SIGTERM);
        CHECK(process.wait(std::chrono::seconds(30)) == 0);
    };
    serve({}, {});
    CHECK(std::filesystem::exists(folder.file("of_file.db")));
    serve({"YIQI_DB=" + folder.file("of_environment.db")}, {});
    CHECK(std::filesystem::exists(folder.file("of_environment.db")));
    serve({"YIQI_DB=" + folder.file("never.db")}, {"--db", folder.file("of_command.db")});
    CHECK(std::filesystem::exists(folder.file("of_command.db")));
    CHECK_FALSE(std::filesystem::exists(folder.file("never.db")));
    CHECK(text_of(folder.file("log")).empty());

    const auto unknown = written(folder, "unknown.toml", "[serve]\nlisen = \"127.0.0.1:0\"\n");
    const auto refused = run_yiqi({"serve", "--config", unknown});
    INFO(refused.output);
    CHECK(refused.exit_code == 2);
    CHECK(refused.output.find("lisen") != std::string::npos);
}

TEST_CASE("A request is logged once with its id, and never with a secret") {
    const TempFolder folder;
    ChildProcess server({yiqi_binary(), "serve", "--demo", "--demo-bookings", "0", "--listen", "127.0.0.1:0", "--db",
                         folder.file("logged.db"), "--log-level", "trace"},
                        folder.file("log"));
    HttpClient client(port_of(server));
    REQUIRE(client.sign_in("member@acme.example").status == 200);
    const auto reply = client.get("/bookings");
    const auto id = reply.header("x-request-id");
    REQUIRE(!id.empty());
    server.signal(SIGTERM);
    REQUIRE(server.wait(std::chrono::seconds(30)) == 0);
    const auto log = text_of(folder.file("log"));
    const auto first = log.find(id);
    REQUIRE(first != std::string::npos);
    CHECK(log.find(id, first + 1) == std::string::npos);
    CHECK(log.find("demo-password") == std::string::npos);
    const auto& cookie = client.cookie();
    CHECK(log.find(cookie.substr(cookie.find('=') + 1)) == std::string::npos);
}
