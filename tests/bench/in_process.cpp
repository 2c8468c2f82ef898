// What the server does for a question, without the network: the handlers called directly over a
// filled store. Prints wall-clock and CPU milliseconds of availability, catalogue search, calendar
// and alternatives.

#include "server/api/handlers.hpp"
#include "server/api/views.hpp"
#include "server/auth/secrets.hpp"
#include "tests/bench/latencies.hpp"

#include <cstdio>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>

#include <fmt/format.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

namespace {

struct House {
    explicit House(const server::DatabaseUrl& url)
        : writer(url, clock, {}),
          readers(url, 1),
          services{clock, writer, readers, hub, sign_ins, attempts, passwords, "secret", true} {}

    [[nodiscard]] server::Call call() {
        return server::Call{services, {}, nullptr, {}, writer.snapshot(), clock.now(), server::json::Style{}};
    }

    server::ServerClock clock;
    server::Hub hub;
    server::Writer writer;
    server::ReadPool readers;
    server::SignIns sign_ins;
    server::Attempts attempts;
    boost::asio::thread_pool passwords{1};
    server::Services services;
};

double resident_mib() {
    std::ifstream in("/proc/self/statm");
    std::size_t all = 0;
    std::size_t resident = 0;
    in >> all >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1048576.0;
}

void measure(const std::string& name, int repeats, const std::function<bool()>& ask) {
    bench::Latencies wall;
    bench::Latencies cpu;
    for (int i = 0; i < repeats; ++i) {
        const auto start = bench::Clock::now();
        const auto before = bench::cpu_milliseconds();
        if (!ask()) {
            throw std::runtime_error(name + " failed");
        }
        cpu.add(bench::cpu_milliseconds() - before);
        wall.add(bench::milliseconds_between(start, bench::Clock::now()));
    }
    fmt::print("{} p50_ms={:.3f} p99_ms={:.3f} cpu_p50_ms={:.3f} cpu_p99_ms={:.3f}\n", name, wall.at_percent(50),
               wall.at_percent(99), cpu.at_percent(50), cpu.at_percent(99));
}

void measure_availability(House& house, int repeats) {
    auto call = house.call();
    const auto in_two_weeks = call.now + std::chrono::days{14};
    call.request.body = fmt::format(R"({{"duration_minutes":240,"from":"{}","to":"{}","limit":20}})",
                                    model::format_instant(call.now, call.style.zone),
                                    model::format_instant(in_two_weeks, call.style.zone));
    measure("availability", repeats, [&] { return server::find_availability(call).has_value(); });
}

void measure_catalogue(House& house, int repeats) {
    auto call = house.call();
    call.request.query = {{"q", "质谱"}};
    measure("search", repeats, [&] { return server::list_instruments(call).has_value(); });
    call.request.query = {};
    measure("list_all", repeats, [&] { return server::list_instruments(call).has_value(); });
}

void measure_alternatives(House& house, int repeats) {
    const auto call = house.call();
    const auto& first = *call.snapshot->catalogue->instruments().front();
    const auto start = call.now + std::chrono::days{2};
    const auto nobody = [](const scheduler::InstrumentRecord&) { return scheduler::RuleFacts{}; };
    measure("alternatives", repeats, [&] {
        const auto found = server::find_alternatives(call, call.snapshot->calendar, first.instrument.id,
                                                     {start, start + std::chrono::hours{4}}, 0, nobody, {}, nullptr);
        return found.size() < 100;
    });
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("The handlers without the network");
    std::string file;
    int repeats = 500;
    app.add_option("--db", file, "A filled SQLite file")->required();
    app.add_option("--repeats", repeats, "How often each question is asked")->check(CLI::Range(1, 1'000'000));
    CLI11_PARSE(app, argc, argv);
    try {
        server::start_crypto();
        const auto start = bench::Clock::now();
        House house({server::Dialect::sqlite, file});
        fmt::print("load ms={:.0f} resident_mib={:.0f}\n", bench::milliseconds_between(start, bench::Clock::now()),
                   resident_mib());
        measure_availability(house, repeats);
        measure_catalogue(house, repeats);
        measure_alternatives(house, repeats);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "in_process: %s\n", e.what());
        return 1;
    }
    return 0;
}
