#include "tests/support/postgres_cluster.hpp"

#include "server/storage/database.hpp"

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <thread>
#include <vector>

#include <pwd.h>
#include <unistd.h>

namespace support {

namespace {
constexpr const char* programs = "/usr/lib/postgresql/15/bin/";
constexpr const char* super_user = "postgres";

/// PostgreSQL refuses to run as root: then it runs as its own user.
std::vector<std::string> as_own_user(std::vector<std::string> command) {
    if (geteuid() == 0) {
        const std::vector<std::string> prefix{"setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"};
        command.insert(command.begin(), prefix.begin(), prefix.end());
    }
    return command;
}
}  // namespace

PostgresCluster& PostgresCluster::instance() {
    static PostgresCluster cluster;
    return cluster;
}

PostgresCluster::PostgresCluster() {
    if (!std::filesystem::exists(std::string(programs) + "postgres")) {
        throw std::runtime_error("PostgreSQL 15 is not installed (package postgresql-15); tests/run.sh installs it");
    }
    if (geteuid() == 0) {
        const auto* user = getpwnam("postgres");
        if (user == nullptr || chown(folder_.path().c_str(), user->pw_uid, user->pw_gid) != 0) {
            throw std::runtime_error("the folder cannot be given to the user postgres");
        }
    }
    const auto made =
        run_program(as_own_user({std::string(programs) + "initdb", "-D", folder_.file("data"), "-A", "trust", "-U",
                                 super_user, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"}));
    if (made.exit_code != 0) {
        throw std::runtime_error("initdb failed: " + made.output);
    }
    start();
}

PostgresCluster::~PostgresCluster() {
    if (server_) {
        server_->signal(SIGINT);
        (void)server_->wait(std::chrono::seconds(10));
    }
}

void PostgresCluster::start() {
    // Only the processes of the program under test are killed, never this one's machine: no need to reach the disk.
    server_ = std::make_unique<ChildProcess>(
        as_own_user({std::string(programs) + "postgres", "-D", folder_.file("data"), "-k", folder_.path().string(),
                     "-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=32MB", "-c",
                     "max_connections=40"}),
        folder_.file("data") + ".log");
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    for (;;) {
        try {
            const server::Database probe(server::DatabaseUrl::parse(url_of("postgres")),
                                         server::Database::Access::read);
            return;
        } catch (const server::StoreError&) {
            if (std::chrono::steady_clock::now() >= until) {
                throw std::runtime_error("PostgreSQL does not start: " + text_of(folder_.file("data") + ".log"));
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
}

std::string PostgresCluster::url_of(const std::string& database) const {
    return "host=" + folder_.path().string() + " user=" + super_user + " dbname=" + database;
}

std::string PostgresCluster::new_database() {
    const auto name = "test" + std::to_string(++databases_);
    server::Database maintenance(server::DatabaseUrl::parse(url_of("postgres")), server::Database::Access::write);
    maintenance.run_text("CREATE DATABASE " + name);
    return url_of(name);
}

void PostgresCluster::signal_all(int number) const {
    const auto of_server = [&](const std::filesystem::path& process) {
        // "pid (name) state parent ..."
        const auto stat = text_of((process / "stat").string());
        const auto name_end = stat.rfind(") ");
        return name_end != std::string::npos &&
               stat.substr(name_end + 4).starts_with(std::to_string(server_->pid()) + " ");
    };
    server_->signal(number);
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const auto name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") == std::string::npos && of_server(entry.path())) {
            (void)kill(static_cast<pid_t>(std::stol(name)), number);
        }
    }
}

void PostgresCluster::crash_and_restart() {
    server_->signal(SIGQUIT);
    if (!server_->wait(std::chrono::seconds(20))) {
        throw std::runtime_error("PostgreSQL does not stop");
    }
    start();
}

}  // namespace support
