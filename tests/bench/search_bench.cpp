// Prints how long the catalogue search takes over the demo inventory and over 100,000 instruments,
// and what the index costs to build.

#include "tests/support/many_instruments.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// CPU time of this thread: what the work costs, whatever else the machine does.
double cpu_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double resident_mib() {
    std::ifstream in("/proc/self/statm");
    std::size_t all = 0;
    std::size_t resident = 0;
    in >> all >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1048576.0;
}

struct Question {
    const char* title;
    server::SearchQuery query;
};

std::vector<Question> questions() {
    const auto of = [](const char* q) {
        server::SearchQuery query;
        query.q = q;
        return query;
    };
    server::SearchQuery filtered = of("质谱");
    filtered.categories = {"010000"};
    filtered.sample_service = true;
    filtered.max_hourly_fen = 80'000;
    return {
        {"everything", of("")},
        {"one character: 仪", of("仪")},
        {"two characters: 质谱", of("质谱")},
        {"name: 核磁共振波谱仪", of("核磁共振波谱仪")},
        {"with filters: 质谱", filtered},
        {"pinyin: saomiao", of("saomiao")},
        {"initials: smdj", of("smdj")},
        {"short initials: gx", of("gx")},
        {"English: spectrometer", of("spectrometer")},
        {"one letter: s", of("s")},
        {"model: qtrap6500", of("qtrap6500")},
        {"maker: thermo fisher", of("thermo fisher")},
        {"institution: 海洋大学", of("海洋大学")},
        {"three words: 高分辨 质谱 thermo", of("高分辨 质谱 thermo")},
        {"mistyped: brukr", of("brukr")},
        {"mistyped: spectrometre", of("spectrometre")},
        {"nothing: zzzzqqqq", of("zzzzqqqq")},
    };
}

double at_percent(std::vector<double>& values, std::size_t percent) {
    std::ranges::sort(values);
    return values[values.size() * percent / 100];
}

void ask(const server::SearchIndex& index, const Question& question, int repeats) {
    std::vector<double> wall;
    std::vector<double> cpu;
    std::vector<double> find_cpu;
    std::size_t matches = 0;
    for (int i = 0; i < repeats; ++i) {
        const auto start = Clock::now();
        const double before = cpu_milliseconds();
        matches = index.search(question.query, server::SearchSort::relevance).matches.size();
        const double between = cpu_milliseconds();
        wall.push_back(milliseconds_since(start));
        matches = index.find(question.query, server::SearchSort::relevance).size();
        cpu.push_back(between - before);
        find_cpu.push_back(cpu_milliseconds() - between);
    }
    std::printf("%9zu %10.3f %10.3f %10.3f %10.3f %10.3f  %s\n", matches, at_percent(wall, 50), at_percent(wall, 99),
                at_percent(cpu, 50), at_percent(cpu, 99), at_percent(find_cpu, 50), question.title);
}

void run(std::vector<server::SearchEntry> entries, int repeats) {
    const server::Pinyin pinyin;
    const double memory = resident_mib();
    const std::size_t count = entries.size();
    const auto start = Clock::now();
    const double before = cpu_milliseconds();
    const auto index = server::SearchIndex::build(std::move(entries), pinyin);
    std::printf("\n%zu instruments: build %.0f ms, %.0f ms CPU, %.0f MiB on top of the entries\n", count,
                milliseconds_since(start), cpu_milliseconds() - before, resident_mib() - memory);
    std::printf("%9s %10s %10s %10s %10s %10s  %s\n", "matches", "median ms", "p99", "CPU ms", "p99", "find only",
                "search with facets");
    for (const Question& question : questions()) {
        ask(*index, question, repeats);
    }
}

}  // namespace

int main() {
    const auto start = Clock::now();
    const server::Pinyin pinyin;
    std::printf("pinyin table: %.1f ms\n", milliseconds_since(start));
    run(support::demo_entries(), 1000);
    run(support::many_entries(100'000), 100);
}
