// What the server does for a question, without the network: the handlers called directly over a
// filled store. Prints wall-clock and CPU milliseconds of availability, catalogue search, calendar,
// alternatives and replanning, of bookings and series that go through the writer until they are
// durable, and what a booking takes of the calendar in memory.

#include "scheduler/booking_groups.hpp"
#include "scheduler/documents.hpp"
#include "scheduler/replanning_steps.hpp"
#include "server/api/alternative_view.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/replanning_input.hpp"
#include "server/auth/secrets.hpp"
#include "tests/bench/latencies.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <malloc.h>
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

/// The instrument with the most of its kind, which has most to rank.
const scheduler::InstrumentRecord& most_common(const server::Catalogue& catalogue) {
    std::map<std::string, std::pair<int, const scheduler::InstrumentRecord*>> kinds;
    for (const auto& record : catalogue.instruments()) {
        auto& [count, first] = kinds[record->instrument.category_code.value];
        first = count++ == 0 ? record.get() : first;
    }
    return *std::ranges::max_element(kinds, {}, [](const auto& kind) { return kind.second.first; })->second.second;
}

/// As a person of the store asks, with the facts read from it; in the middle of the day after tomorrow.
void measure_alternatives(House& house, const server::DatabaseUrl& url, int repeats) {
    const auto call = house.call();
    server::Database database(url, server::Database::Access::read);
    const auto person =
        database.first<std::int64_t, std::string>("SELECT id, organisation_id FROM person ORDER BY id LIMIT 1");
    if (!person) {
        throw std::runtime_error("nobody in the store");
    }
    const auto& wanted = most_common(*call.snapshot->catalogue);
    const auto start = std::chrono::floor<std::chrono::hours>(call.now) + std::chrono::days{2};
    const model::Interval time{start, start + std::chrono::hours{4}};
    const auto facts_of = server::facts_reader(
        database, {model::UserId{std::get<0>(*person)}, model::OrganisationId{std::get<1>(*person)}}, time, call.now);
    measure("alternatives", repeats, [&] {
        const auto found =
            server::find_alternatives(call, call.snapshot->calendar, wanted.instrument.id, time, 0, facts_of, {},
                                      nullptr, {.may_be_shorter = true, .may_be_split = true});
        return found.size() < 100;
    });
}

/// Books hours one after the other, always free ones, on some instruments that are always open.
class Bookings {
  public:
    explicit Bookings(House& house) : house_(house), next_(std::chrono::ceil<std::chrono::days>(house.clock.now())) {
        next_ += std::chrono::days{30};
        const auto outcome = house_.writer.run([&](server::SqlTransaction& tx) {
            const auto guest = tx.reader().first<std::int64_t, std::string>(
                "SELECT id, organisation_id FROM person WHERE login LIKE 'guest%' ORDER BY id LIMIT 1");
            guest_ = {model::UserId{std::get<0>(*guest)}, model::OrganisationId{std::get<1>(*guest)}, false};
            // A long history has used up what the company may owe.
            tx.reader().run("UPDATE organisation SET credit_limit_fen = 100000000000000 WHERE id = :id",
                            guest_.organisation.value);
            ids_.clear();
            for (const auto& record : house_.writer.snapshot()->catalogue->instruments()) {
                if (ids_.size() < instruments && record->instrument.status == model::InstrumentStatus::available) {
                    open(tx, record->instrument.id);
                }
            }
            return true;
        });
        if (outcome != server::CommitOutcome::durable) {
            throw std::runtime_error("the instruments cannot be opened");
        }
    }

    bool book_one() {
        return keep([&](server::SqlTransaction& tx) {
            const auto made = scheduler::request_booking(tx, hour(ids_[next_instrument_++ % instruments], 0), guest_,
                                                         house_.clock.now());
            return accept(made);
        });
    }
    /// As many as there may be in a long series.
    bool book_series(int members) {
        scheduler::GroupRequest request;
        for (int i = 0; i < members; ++i) {
            request.members.push_back(hour(ids_.front(), i));
        }
        request.recurrence = "bench";
        return keep([&](server::SqlTransaction& tx) {
            return accept(scheduler::request_group(tx, request, guest_, house_.clock.now()));
        });
    }

  private:
    static constexpr std::size_t instruments = 50;

    template <class Made>
    static bool accept(const Made& made) {
        if (!made) {
            fmt::print(stderr, "in_process: {} {}\n", model::facts_of(made.error().code()).name,
                       made.error().detail().en);
            for (const auto& violation : made.error().violations()) {
                fmt::print(stderr, "in_process: {}\n", violation.message.en);
            }
        }
        return made.has_value();
    }

    void open(server::SqlTransaction& tx, const model::InstrumentId& id) {
        const scheduler::Actor staff{.user = {}, .organisation = {}, .is_staff = true};
        model::Policy policy;
        policy.approval = model::Approval::none;
        policy.horizon_days = 3'660;
        scheduler::change_policy(tx, id, policy, staff, house_.clock.now());
        auto rates = tx.instrument(id)->rates->rates;
        for (auto& card : rates) {
            const auto price_class = card.price_class;
            card = {};
            card.price_class = price_class;
            card.hourly_fen = model::Money{1};
        }
        scheduler::change_rates(tx, id, rates, staff, house_.clock.now());
        ids_.push_back(id);
    }
    [[nodiscard]] scheduler::BookingRequest hour(const model::InstrumentId& id, int after) const {
        const auto start = next_ + std::chrono::hours{after};
        return {.instrument_id = id, .time = {start, start + std::chrono::hours{1}}, .purpose = "bench"};
    }
    template <class Command>
    bool keep(Command&& command) {
        bool good = false;
        const auto outcome = house_.writer.run([&](server::SqlTransaction& tx) { return good = command(tx); });
        next_ += std::chrono::hours{series_hours};
        return good && outcome == server::CommitOutcome::durable;
    }
    static constexpr int series_hours = 100;

    House& house_;
    model::Instant next_;
    scheduler::Actor guest_;
    std::vector<model::InstrumentId> ids_;
    std::size_t next_instrument_ = 0;
};

void measure_bookings(House& house, int repeats) {
    Bookings bookings(house);
    constexpr int members = 100;
    constexpr int fewer = 10;
    measure("insert", repeats, [&] { return bookings.book_one(); });
    measure("series_of_100", std::max(repeats / fewer, 1), [&] { return bookings.book_series(members); });
}

/// The calendar that the server keeps in memory, built once more.
void measure_memory(House& house) {
    const auto snapshot = house.writer.snapshot();
    const auto instruments = snapshot->catalogue->instruments().size();
    std::vector<std::pair<std::uint32_t, scheduler::Taken>> taken;
    for (std::size_t i = 0; i < instruments; ++i) {
        for (const auto& one : snapshot->calendar.at(i)) {
            taken.emplace_back(static_cast<std::uint32_t>(i), one);
        }
    }
    const auto bookings = taken.size();
    // The table of instruments alone first.
    const auto in_use = [] { return mallinfo2().uordblks + mallinfo2().hblkhd; };
    const auto before = in_use();
    const scheduler::CalendarIndex empty(instruments, {});
    const auto between = in_use();
    auto copy = std::make_unique<scheduler::CalendarIndex>(instruments, taken);
    const auto after = in_use();
    fmt::print("calendar bytes_a_booking={:.0f} bytes_an_instrument={:.0f} bookings={}\n",
               static_cast<double>(after - between) / static_cast<double>(std::max<std::size_t>(bookings, 1)),
               static_cast<double>(between - before) / static_cast<double>(instruments), bookings);
}

/// Forty bookings of one instrument lose their places: planning, and holding what was planned, all inside one command.
bool replan_forty(House& house, bench::Latencies& wall, bench::Latencies& cpu) {
    constexpr int displaced = 40;
    bool placed = false;
    (void)house.writer.run([&](server::SqlTransaction& tx) {
        const auto person = tx.person("member@acme.example");
        const auto& record = most_common(*house.writer.snapshot()->catalogue);
        const auto now = house.clock.now();
        const scheduler::Actor actor{person->id, person->organisation_id, false};
        model::Policy open;
        open.approval = model::Approval::none;
        open.horizon_days = 3'660;
        (void)tx.add_policy(record.instrument.id, open, now);
        const auto first = scheduler::grid_start(open, now + std::chrono::days{1'000});
        model::Interval whole{first, first};
        for (int i = 0; i < displaced; ++i) {
            const auto length = std::chrono::minutes{60 * (1 + i % 3)};
            (void)scheduler::request_booking(tx, {record.instrument.id, {whole.end, whole.end + length}, "", 0, 0, {}},
                                             actor, now);
            whole.end += length;
        }
        const auto start = bench::Clock::now();
        const auto before = bench::cpu_milliseconds();
        const auto reported = scheduler::report_outage(tx, record.instrument.id, whole, "bench", actor, now);
        if (reported && reported->displaced.size() == displaced) {
            const auto call = house.call();
            const auto push = server::push_of(call, tx, record.instrument.id, whole);
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
        measure_alternatives(house, {server::Dialect::sqlite, file}, repeats);
        measure_memory(house);
        measure_bookings(house, repeats);
        measure_replanning(house);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "in_process: %s\n", e.what());
        return 1;
    }
    return 0;
}
