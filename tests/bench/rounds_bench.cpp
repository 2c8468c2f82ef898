// How long allocation rounds take and how close to the best they are proven to be. Prints one line per case.

#include "scheduler/rounds.hpp"
#include "server/solver/child_solver.hpp"

#include <chrono>
#include <cstdio>
#include <random>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace {
struct Shape {
    const char* name;
    int instruments = 0;
    int requests = 0;
    int options = 1;
    int family = 1;  ///< instruments among which the options of a request lie
    int days = 7;    ///< of the window
};

model::Instant at(int quarter) {
    return model::Instant{std::chrono::hours(500'000) + std::chrono::minutes(15 * quarter)};
}

/// Days from 8 to 20 o'clock, requests of 1 to 8 hours of 60 organisations, starts on the quarter hour.
scheduler::RoundProblem problem_of(const Shape& shape, std::uint32_t seed) {
    const int days = shape.days;
    constexpr int day_quarters = 96;
    std::mt19937 random(seed);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<std::uint32_t>(n)); };
    scheduler::RoundProblem problem;
    problem.seed = seed;
    problem.window = {at(0), at(days * day_quarters)};
    problem.cut_off = at(-day_quarters);
    for (int i = 0; i < shape.instruments; ++i) {
        scheduler::RoundInstrument instrument;
        instrument.id = model::InstrumentId(fmt::format("I{}", i));
        instrument.open_minutes = std::int64_t{days} * 12 * 60;
        problem.instruments.push_back(std::move(instrument));
    }
    for (int o = 0; o < 60; ++o) {
        problem.shares.push_back({model::OrganisationId(fmt::format("O{}", o)), 1000 + below(9000), below(5000)});
    }
    for (int r = 0; r < shape.requests; ++r) {
        scheduler::RoundRequest request;
        request.id = r + 1;
        request.organisation = problem.shares[static_cast<std::size_t>(below(60))].organisation;
        request.submitted_at = at(-day_quarters * (1 + below(20)));
        const int quarters = 4 * (1 + below(8));
        const int family = below(shape.instruments) / shape.family * shape.family;
        for (int o = 0; o < shape.options; ++o) {
            const int start = below(days) * day_quarters + 32 + below(48 - quarters + 1);
            const model::Interval time{at(start), at(start + quarters)};
            const int instrument = std::min(family + below(shape.family), shape.instruments - 1);
            request.options.push_back(
                {static_cast<std::uint32_t>(instrument), time, {time.start, time.end + model::minutes{15}}});
        }
        problem.requests.push_back(std::move(request));
    }
    return problem;
}

void measure(const Shape& shape, scheduler::ZeroOneSolver& solver, const scheduler::SolveLimits& limits) {
    const auto problem = problem_of(shape, 1);
    const auto start = std::chrono::steady_clock::now();
    const auto greedy = scheduler::allocate(problem, nullptr, limits);
    const auto middle = std::chrono::steady_clock::now();
    const auto best = scheduler::allocate(problem, &solver, limits);
    const auto end = std::chrono::steady_clock::now();
    const auto seconds = [](auto from, auto to) { return std::chrono::duration<double>(to - from).count(); };
    std::int64_t granted = 0;
    for (const auto& result : best.results) {
        granted += result.option ? 1 : 0;
    }
    fmt::print(
        "{:32} {:6.2f} s, gap {:7.4f} %, {} of {} granted, {} parts; greedy {:5.2f} s, gap {:7.4f} %, value {:.2f} %\n",
        shape.name, seconds(middle, end), static_cast<double>(best.gap_ppm()) / 1e4, granted, shape.requests,
        best.components.size(), seconds(start, middle), static_cast<double>(greedy.gap_ppm()) / 1e4,
        100.0 * static_cast<double>(greedy.value) / static_cast<double>(best.value));
    std::fflush(stdout);
}
}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Allocation rounds", "rounds_bench");
    std::string program = "build/release/yiqi";
    scheduler::SolveLimits limits;
    limits.wall_milliseconds = 55'000;
    std::size_t processes = 2;
    app.add_option("--program", program, "The yiqi program")->capture_default_str();
    app.add_option("--milliseconds", limits.wall_milliseconds, "Wall-clock limit")->capture_default_str();
    app.add_option("--gap-ppm", limits.gap_ppm, "Gap that is good enough")->capture_default_str();
    app.add_option("--processes", processes, "Solver processes at once")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    server::solver::ChildSolver solver(program, processes);
    measure({"500 instruments x 5,000 requests", 500, 5'000, 3, 10}, solver, limits);
    measure({"the same within 3 days", 500, 5'000, 3, 10, 3}, solver, limits);
    measure({"20 instruments x 600 x 6 options", 20, 600, 6, 20}, solver, limits);
    measure({"4 instruments x 300 requests", 4, 300, 3, 4}, solver, limits);
    return 0;
}
