#include "tests/support/server_process.hpp"

#include <stdexcept>

namespace support {

ServerProcess::ServerProcess(ServerOptions options) : options_(std::move(options)) {
    if (options_.db.empty()) {
        options_.db = folder_.file("yiqi.db");
    }
    restart();
}

void ServerProcess::restart() {
    if (process_) {
        process_->kill();
    }
    std::vector<std::string> command{YIQI_BINARY, "serve",       "--db",        options_.db,
                                     "--listen",  "127.0.0.1:0", "--log-level", "warn"};
    if (options_.demo) {
        command.insert(command.end(), {"--demo", "--demo-bookings", "0", "--demo-now", demo_start});
    }
    command.insert(command.end(), options_.more.begin(), options_.more.end());
    process_ = std::make_unique<ChildProcess>(command, folder_.file("log"));
    const auto line = process_->line(std::chrono::seconds(20));
    const auto answer = nlohmann::json::parse(line.value_or(""), nullptr, false);
    if (!answer.is_object() || !answer.contains("port")) {
        throw std::runtime_error("the server does not listen: " + log());
    }
    port_ = answer["port"].get<std::uint16_t>();
}

HttpClient ServerProcess::client(const std::string& login) const {
    HttpClient signed_in(port_);
    if (const auto reply = signed_in.sign_in(login); reply.status != 200) {
        throw std::runtime_error("cannot sign in as " + login + ": " + reply.body);
    }
    return signed_in;
}

std::optional<int> ServerProcess::stop() {
    process_->signal(SIGTERM);
    return process_->wait(std::chrono::seconds(30));
}

std::string yiqi_binary() {
    return YIQI_BINARY;
}

Finished run_yiqi(const std::vector<std::string>& arguments, const std::string& input) {
    std::vector<std::string> command{YIQI_BINARY};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run_program(command, input);
}

}  // namespace support
