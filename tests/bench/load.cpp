// The load generator: one thread, N keep-alive connections, each asks again as soon as it is
// answered.
//   load bookings --port P --connections 64 --seconds 5     real bookings, each a slot of its own
//   load get PATH --port P ...                              the same GET again and again
//   load post PATH --body JSON --port P ...                 the same POST again and again
// Prints one line of name=value pairs.

#include "model/time_zone.hpp"
#include "tests/bench/http_client.hpp"
#include "tests/bench/latencies.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/epoll.h>
#include <unistd.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace {

using bench::Clock;
using nlohmann::json;

struct Options {
    std::string path;
    std::string body;
    std::uint16_t port = 0;
    int connections = 16;
    double seconds = 5;
    int skip_days = 20;  ///< bookings start this many days from now
    int server_pid = 0;
};

/// The CPU seconds that a process has used; 0 where it is unknown.
double process_cpu_seconds(int pid) {
    std::ifstream in(fmt::format("/proc/{}/stat", pid));
    std::string skipped;
    double user = 0;
    double system = 0;
    constexpr int fields_before_times = 13;
    for (int i = 0; i < fields_before_times; ++i) {
        in >> skipped;
    }
    in >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

struct SignedIn {
    bench::Headers headers;  ///< cookie and CSRF token
};

SignedIn sign_in(bench::Wire& wire, const std::string& login) {
    const auto reply =
        wire.ask("POST", "/api/v1/session", {}, json{{"login", login}, {"password", "demo-password"}}.dump());
    if (reply.status >= 300) {
        throw std::runtime_error("cannot sign in as " + login + ": " + reply.body);
    }
    constexpr std::string_view cookie = "yiqi_session=";
    const auto from = reply.headers.find(cookie);
    const auto to = reply.headers.find_first_of(";\r", from);
    return {{{"Cookie", reply.headers.substr(from, to - from)},
             {"X-CSRF-Token", json::parse(reply.body).at("csrf_token").get<std::string>()}}};
}

/// Real bookings: who books, on what, and where the next free slot lies.
class BookingSource {
  public:
    explicit BookingSource(const Options& options) {
        bench::Wire wire(options.port);
        fill_accounts(wire);
        open_instruments(wire);
        for (const char* login : {"member@acme.example", "admin@acme.example", "member@borealis.example",
                                  "operator@p01.example", "admin@p01.example"}) {
            people_.push_back(sign_in(wire, login));
        }
        constexpr std::int64_t day_seconds = 86'400;
        const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        const auto today = now.time_since_epoch().count() / day_seconds;
        first_ = (today + options.skip_days) * day_seconds;
        run_ = fmt::format("{}-{}", now.time_since_epoch().count(), getpid());
    }

    std::string next() {
        constexpr std::int64_t slot_seconds = 3'600;
        const auto number = count_++;
        const auto& instrument = instruments_[number % instruments_.size()];
        const auto slot = static_cast<std::int64_t>(number / instruments_.size());
        const auto start = model::Instant{model::seconds{first_ + slot * slot_seconds}};
        auto headers = people_[number % people_.size()].headers;
        headers.emplace_back("Idempotency-Key", fmt::format("{}-{}", run_, number));
        const auto body = fmt::format(R"({{"instrument_id":"{}","start":"{}","end":"{}","purpose":"load"}})",
                                      instrument, model::format_instant(start, zone_),
                                      model::format_instant(start + model::seconds{slot_seconds}, zone_));
        return bench::request_text("POST", "/api/v1/bookings", headers, body);
    }

  private:
    /// Money in advance, so that no credit limit ends the run.
    static void fill_accounts(bench::Wire& wire) {
        const auto finance = sign_in(wire, "finance@council.example");
        for (const char* organisation : {"ORG-ACME", "ORG-BOREALIS", "DEMO-I01"}) {
            constexpr std::int64_t advance_fen = 900'000'000'000;
            const json payment{{"organisation_id", organisation}, {"amount_fen", advance_fen}, {"reference", "load"}};
            const auto reply = wire.ask("POST", "/api/v1/payments", finance.headers, payment.dump());
            if (reply.status >= 300) {
                throw std::runtime_error("cannot pay in advance: " + reply.body);
            }
        }
    }

    /// Instruments without training that anybody may book at any hour without approval.
    void open_instruments(bench::Wire& wire) {
        constexpr std::size_t enough = 250;
        constexpr std::size_t page = 200;
        auto headers = sign_in(wire, "system@council.example").headers;
        headers.emplace_back("If-Match", "*");
        for (std::size_t at = 0; instruments_.size() < enough; at += page) {
            const auto list = json::parse(
                wire.ask("GET", fmt::format("/api/v1/instruments?status=available&requires_training=false&sort="
                                            "name&limit={}&cursor={}",
                                            page, at))
                    .body);
            for (const auto& item : list.at("items")) {
                if (instruments_.size() < enough) {
                    open(wire, headers, item);
                }
            }
            if (list.at("next_cursor").is_null()) {
                break;
            }
        }
    }

    void open(bench::Wire& wire, const bench::Headers& headers, const json& instrument) {
        const auto id = instrument.at("id").get<std::string>();
        auto policy = instrument.at("policy");
        if (policy.at("approval") != "none" || policy.at("horizon_days") != 3'660) {
            policy["approval"] = "none";
            policy["opening_hours"] = "Mon-Sun 00:00-24:00";
            policy["grid_minutes"] = 15;
            policy["min_minutes"] = 15;
            policy["max_minutes"] = 43'200;
            policy["horizon_days"] = 3'660;
            policy["buffer_before_minutes"] = 0;
            policy["buffer_after_minutes"] = 0;
            const auto reply =
                wire.ask("PUT", fmt::format("/api/v1/instruments/{}/policy", id), headers, policy.dump());
            if (reply.status >= 300) {
                throw std::runtime_error("cannot open " + id + ": " + reply.body);
            }
        }
        instruments_.push_back(id);
    }

    std::vector<SignedIn> people_;
    std::vector<std::string> instruments_;
    std::int64_t first_ = 0;
    std::string run_;
    std::size_t count_ = 0;
    model::TimeZone zone_;
};

struct Connection {
    int socket = -1;
    std::string buffer;
    Clock::time_point asked;
    bool idle = true;
};

class Load {
  public:
    Load(const Options& options, std::function<std::string()> next)
        : options_(options), next_(std::move(next)), epoll_(epoll_create1(EPOLL_CLOEXEC)) {
        for (int i = 0; i < options.connections; ++i) {
            auto& connection = connections_.emplace_back();
            connection.socket = bench::connect_to(options.port);
            fcntl(connection.socket, F_SETFL, O_NONBLOCK);
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u32 = static_cast<std::uint32_t>(i);
            epoll_ctl(epoll_, EPOLL_CTL_ADD, connection.socket, &event);
        }
    }

    ~Load() {
        for (const auto& connection : connections_) {
            ::close(connection.socket);
        }
        ::close(epoll_);
    }

    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    /// The first fifth of the time warms up and does not count.
    void run() {
        const auto start = Clock::now();
        const auto whole = std::chrono::duration<double>(options_.seconds);
        counted_from_ = start + std::chrono::duration_cast<Clock::duration>(whole / 5);
        ends_at_ = counted_from_ + std::chrono::duration_cast<Clock::duration>(whole);
        for (auto& connection : connections_) {
            ask(connection);
        }
        std::size_t open = connections_.size();
        std::array<epoll_event, 256> events{};
        double server_cpu = -1;
        while (open > 0) {
            const int ready = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 10'000);
            if (ready <= 0) {
                throw std::runtime_error("no answer within ten seconds");
            }
            if (server_cpu < 0 && Clock::now() >= counted_from_) {
                server_cpu = process_cpu_seconds(options_.server_pid);
            }
            for (int i = 0; i < ready; ++i) {
                auto& connection = connections_[events[static_cast<std::size_t>(i)].data.u32];
                open -= take(connection) ? 0 : 1;
            }
        }
        print(process_cpu_seconds(options_.server_pid) - server_cpu);
    }

  private:
    void ask(Connection& connection) {
        const auto text = next_();
        connection.asked = Clock::now();
        const auto sent = ::send(connection.socket, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent != static_cast<ssize_t>(text.size())) {
            throw std::runtime_error("a request did not fit into the socket");
        }
    }

    /// False when the connection has asked its last.
    bool take(Connection& connection) {
        const auto got = ::recv(connection.socket, piece_.data(), piece_.size(), 0);
        if (got < 0 && errno == EAGAIN) {
            return true;
        }
        if (got <= 0) {
            throw std::runtime_error("the server closed a connection");
        }
        connection.buffer.append(piece_.data(), static_cast<std::size_t>(got));
        const auto head = bench::head_of(connection.buffer);
        if (!head || connection.buffer.size() < head->all_bytes) {
            return true;
        }
        const auto now = Clock::now();
        count(*head, connection, now);
        connection.buffer.clear();
        if (now >= ends_at_) {
            return false;
        }
        ask(connection);
        return true;
    }

    void count(const bench::Head& head, const Connection& connection, Clock::time_point now) {
        const bool good = head.status >= 200 && head.status < 300;
        if (!good && ++errors_ == 1) {
            std::fprintf(stderr, "%s\n", connection.buffer.c_str());
        }
        if (good && now >= counted_from_ && now < ends_at_) {
            latencies_.add(bench::milliseconds_between(connection.asked, now));
            bytes_ = head.all_bytes - head.header_bytes;
        }
    }

    void print(double server_cpu_seconds) {
        const auto done = static_cast<double>(latencies_.count());
        fmt::print(
            "per_second={:.0f} p50_ms={:.2f} p99_ms={:.2f} errors={} body_bytes={} "
            "server_cpu_us={:.1f}\n",
            done / options_.seconds, latencies_.at_percent(50), latencies_.at_percent(99), errors_, bytes_,
            options_.server_pid > 0 && done > 0 ? server_cpu_seconds * 1e6 / done : 0.0);
    }

    Options options_;
    std::function<std::string()> next_;
    int epoll_;
    std::vector<Connection> connections_;
    std::array<char, 262'144> piece_{};
    Clock::time_point counted_from_;
    Clock::time_point ends_at_;
    bench::Latencies latencies_;
    std::size_t errors_ = 0;
    std::size_t bytes_ = 0;
};

void add_options(CLI::App& command, Options& options, bool with_path) {
    if (with_path) {
        command.add_option("path", options.path, "Path and query")->required();
    }
    command.add_option("--port", options.port, "Port on 127.0.0.1")->required();
    command.add_option("--connections", options.connections, "Keep-alive connections")->check(CLI::Range(1, 4'096));
    command.add_option("--seconds", options.seconds, "Measured time")->check(CLI::Range(0.1, 600.0));
    command.add_option("--server-pid", options.server_pid, "Process whose CPU time to count");
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Load on a Yiqi server");
    app.require_subcommand(1);
    Options options;
    auto* bookings = app.add_subcommand("bookings", "POST /api/v1/bookings");
    add_options(*bookings, options, false);
    bookings->add_option("--skip-days", options.skip_days, "First day to book, from today");
    auto* get = app.add_subcommand("get", "GET PATH");
    add_options(*get, options, true);
    auto* post = app.add_subcommand("post", "POST PATH");
    add_options(*post, options, true);
    post->add_option("--body", options.body, "JSON")->required();
    CLI11_PARSE(app, argc, argv);
    try {
        if (bookings->parsed()) {
            BookingSource source(options);
            Load(options, [&source] { return source.next(); }).run();
        } else {
            const auto text = bench::request_text(get->parsed() ? "GET" : "POST", options.path, {}, options.body);
            Load(options, [&text] { return text; }).run();
        }
    } catch (const std::exception& e) {
        std::fprintf(stderr, "load: %s\n", e.what());
        return 1;
    }
    return 0;
}
