// What the server does for a question, without the network: the handlers called directly over a
// filled store. Prints wall-clock and CPU milliseconds of availability, catalogue search, calendar,
// alternatives and replanning.

#include "scheduler/replanning_steps.hpp"
#include "server/api/handlers.hpp"
#include "server/api/replanning_input.hpp"
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
          due(writer, clock),
          services{clock, writer, due, readers, hub, sign_ins, attempts, passwords, "secret", true} {}

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
    server::DueRunner due;
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

/// The instrument that has most of its kind.
scheduler::InstrumentPtr most_common(const server::Catalogue& catalogue) {
    scheduler::InstrumentPtr found = catalogue.instruments().front();
    for (const auto& one : catalogue.instruments()) {
        const auto kind = [&](const scheduler::InstrumentPtr& i) {
            return catalogue.in_category(i->instrument.category_code).size();
        };
        found = kind(one) > kind(found) ? one : found;
    }
    return found;
}

/// Forty bookings of one instrument lose their places: planning, and holding what was planned, all inside one command.
bool replan_forty(House& house, bench::Latencies& wall, bench::Latencies& cpu) {
    constexpr int displaced = 40;
    bool placed = false;
    (void)house.writer.run([&](server::SqlTransaction& tx) {
        const auto person = tx.person("member@acme.example");
        const auto record = most_common(*house.writer.snapshot()->catalogue);
        const auto now = house.clock.now();
        const scheduler::Actor actor{person->id, person->organisation_id, false};
        model::Policy open;
        open.approval = model::Approval::none;
        open.horizon_days = 3'660;
        (void)tx.add_policy(record->instrument.id, open, now);
        const auto first = scheduler::grid_start(open, now + std::chrono::days{1'000});
        model::Interval whole{first, first};
        for (int i = 0; i < displaced; ++i) {
            const auto length = std::chrono::minutes{60 * (1 + i % 3)};
            (void)scheduler::request_booking(tx, {record->instrument.id, {whole.end, whole.end + length}, "", 0, 0, {}},
                                             actor, now);
            whole.end += length;
        }
        const auto start = bench::Clock::now();
        const auto before = bench::cpu_milliseconds();
        const auto reported = scheduler::report_outage(tx, record->instrument.id, whole, "bench", actor, now);
        if (reported && reported->displaced.size() == displaced) {
            const auto call = house.call();
            const auto push = server::push_of(call, tx, record->instrument.id, whole);
            std::vector<model::Booking> bookings;
            for (const auto id : reported->displaced) {
                bookings.push_back(*tx.booking(id));
            }
            const auto plan = scheduler::replan(tx, push, bookings, now);
            placed = scheduler::hold_places(tx, push, reported->displaced, plan, now).figures.placed > 0;
        }
        cpu.add(bench::cpu_milliseconds() - before);
        wall.add(bench::milliseconds_between(start, bench::Clock::now()));
        return false;
    });
    return placed;
}

void measure_replanning(House& house) {
    constexpr int repeats = 20;
    bench::Latencies wall;
    bench::Latencies cpu;
    for (int i = 0; i < repeats; ++i) {
        if (!replan_forty(house, wall, cpu)) {
            throw std::runtime_error("replanning failed");
        }
    }
    fmt::print("replan_40_displaced p50_ms={:.3f} p99_ms={:.3f} cpu_p50_ms={:.3f} cpu_p99_ms={:.3f}\n",
               wall.at_percent(50), wall.at_percent(99), cpu.at_percent(50), cpu.at_percent(99));
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
        measure_replanning(house);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "in_process: %s\n", e.what());
        return 1;
    }
    return 0;
}
