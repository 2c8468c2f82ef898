// The HTTP layer without a program behind it: answers every request with the same body. What a GET
// of the server costs is measured against this.

#include "server/http/listener.hpp"
#include "server/http/problem.hpp"

#include <cstdio>
#include <memory>
#include <string>
#include <thread>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace {

boost::asio::awaitable<server::http::Response> same_answer(std::shared_ptr<const std::string> body) {
    server::http::Response response;
    response.shared_body = std::move(body);
    co_return response;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("A server that always answers the same");
    std::size_t bytes = 0;
    int threads = static_cast<int>(std::thread::hardware_concurrency());
    app.add_option("--bytes", bytes, "Size of the body")->required();
    app.add_option("--threads", threads, "I/O threads")->check(CLI::Range(1, 256));
    CLI11_PARSE(app, argc, argv);
    const auto body = std::make_shared<const std::string>(bytes, 'x');
    server::http::Listener listener(
        "127.0.0.1:0", {}, threads, server::http::Limits{},
        [&body](server::http::Request) { return same_answer(body); }, server::http::problem_for_status);
    fmt::print("{{\"port\": {}}}\n", listener.port());
    std::fflush(stdout);
    listener.run();
    return 0;
}
