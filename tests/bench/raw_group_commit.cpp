// What the store itself can do: the rows of one approved booking (booking, occupancy, ledger hold,
// two events, kept answer), written by prepared statements of SQLite's own interface into the real
// schema, by one thread that takes whatever waits into one transaction and answers after the
// commit. Producers are coroutines in spirit: each hands in its next booking as soon as the last
// one is durable.

#include "server/storage/migrations.hpp"
#include "tests/bench/latencies.hpp"

#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>
#include <CLI/CLI.hpp>

namespace {

using bench::Clock;

constexpr std::size_t batch_max = 256;
constexpr std::int64_t instruments = 250;
/// About the sizes of the real texts.
constexpr std::size_t answer_bytes = 1'150;
constexpr std::size_t hash_bytes = 43;

void check(bool good, sqlite3* database) {
    if (!good) {
        throw std::runtime_error(sqlite3_errmsg(database));
    }
}

class Statement {
  public:
    Statement(sqlite3* database, const char* sql) : database_(database) {
        check(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) == SQLITE_OK,
              database);
    }

    ~Statement() { sqlite3_finalize(statement_); }

    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    template <class... In>
    void run(const In&... in) {
        int position = 0;
        (bind(++position, in), ...);
        const int result = sqlite3_step(statement_);
        check(result == SQLITE_DONE || result == SQLITE_ROW, database_);
        sqlite3_reset(statement_);
    }

  private:
    void bind(int position, std::int64_t value) { sqlite3_bind_int64(statement_, position, value); }

    void bind(int position, const std::string& text) {
        const auto size = static_cast<int>(text.size());
        sqlite3_bind_text(statement_, position, text.data(), size, SQLITE_STATIC);
    }

    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
};

class Store {
  public:
    explicit Store(const std::string& file) : database_(open(file)) {}

    ~Store() {
        statements_.reset();
        sqlite3_close(database_);
    }

    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    void prepare() { statements_ = std::make_unique<Statements>(database_); }

    void execute(const char* sql) {
        check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, database_);
    }

    void begin() { statements_->begin.run(); }

    void commit() { statements_->commit.run(); }

    /// All rows of the `number`th booking (from 1).
    void write(std::int64_t number) {
        constexpr std::int64_t hour = 3'600;
        auto& s = *statements_;
        const auto instrument = fmt::format("DEMO{:04}", number % instruments);
        const std::int64_t start = 1'800'000'000 + number / instruments * hour;
        const auto key = fmt::format("1795312345-12345-{}", number);
        const auto hold = fmt::format("hold:booking:{}:0", number);
        const auto events = number * 2;
        s.booking.run(number, instrument, organisation_, start, start + hour, lines_);
        s.occupancy.run(instrument, start, start + hour, number);
        s.transaction.run(number, hold, start, organisation_);
        s.posting.run(number, std::int64_t{1}, std::int64_t{0}, std::int64_t{32'000}, start);
        s.held.run(std::int64_t{32'000}, std::int64_t{1});
        s.posting.run(number, std::int64_t{2}, std::int64_t{1}, std::int64_t{-32'000}, start);
        s.held.run(std::int64_t{-32'000}, std::int64_t{2});
        s.seal.run(number);
        s.event.run(events, start, requested_, number, instrument, organisation_, facts_, hash_);
        s.event.run(events + 1, start, approved_, number, instrument, organisation_, facts_, hash_);
        s.answer.run(std::int64_t{1}, key, hash_, answer_, etag_, start);
    }

  private:
    struct Statements {
        explicit Statements(sqlite3* d)
            : begin(d, "BEGIN IMMEDIATE"),
              commit(d, "COMMIT"),
              booking(d,
                      "INSERT INTO booking(id, instrument_id, person_id, organisation_id, start_at, "
                      "end_at, status, purpose, samples, staff_minutes, price_class, policy_version, "
                      "rates_version, quote_fen, quote_lines, created_at, revision, reason) VALUES "
                      "(?1, ?2, 1, ?3, ?4, ?5, 'approved', 'load', 0, 0, 'enterprise', 2, 1, 32000, "
                      "?6, ?4, 0, '')"),
              occupancy(d,
                        "INSERT INTO occupancy(instrument_id, lane, held_start, held_end, start_at, "
                        "end_at, holder_kind, holder_id) VALUES (?1, 0, ?2, ?3, ?2, ?3, 0, ?4)"),
              transaction(d,
                          "INSERT INTO ledger_transaction(id, kind, idempotency_key, at, booking_id, "
                          "organisation_id, reference, sealed, unsealed) VALUES (?1, 'hold', ?2, ?3, ?1, ?4, '', 0, "
                          "1)"),
              posting(d,
                      "INSERT INTO ledger_posting(transaction_id, account_id, position, amount_fen, "
                      "at) VALUES (?1, ?2, ?3, ?4, ?5)"),
              held(d, "UPDATE ledger_account SET held_fen = held_fen + ?1 WHERE id = ?2"),
              seal(d, "UPDATE ledger_transaction SET sealed = 1, unsealed = NULL WHERE id = ?1"),
              event(d,
                    "INSERT INTO event(seq, at, kind, actor, subject, instrument_id, "
                    "organisation_id, facts, seal) VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8)"),
              answer(d,
                     "INSERT INTO answer(person_id, idempotency_key, request_hash, status, body, "
                     "etag, headers, at) VALUES (?1, ?2, ?3, 201, ?4, ?5, 'Location: /api/v1/bookings/1000', ?6)") {}

        Statement begin, commit, booking, occupancy, transaction, posting, held, seal, event, answer;
    };

    static sqlite3* open(const std::string& file) {
        sqlite3* database = nullptr;
        check(sqlite3_open(file.c_str(), &database) == SQLITE_OK, database);
        return database;
    }

    sqlite3* database_;
    std::unique_ptr<Statements> statements_;
    const std::string organisation_ = "ORG-ACME";
    const std::string requested_ = "booking_requested";
    const std::string approved_ = "booking_approved";
    const std::string lines_ = "reserved_time,60,minute,32000,100,32000;";
    const std::string facts_ = R"({"status":"approved","start":"1800000000","end":"1800003600"})";
    const std::string hash_ = std::string(hash_bytes, 'h');
    const std::string answer_ = std::string(answer_bytes, 'a');
    const std::string etag_ = "\"b1234567.0\"";
};

/// The same settings and schema as the server's writer, with what the rows refer to.
void found(Store& store, const std::string& file) {
    {
        server::Database database({server::Dialect::sqlite, file}, server::Database::Access::write);
        server::migrate(database);
    }
    for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
                               "PRAGMA wal_autocheckpoint=16000", "PRAGMA cache_size=-16000"}) {
        store.execute(pragma);
    }
    store.execute(
        "INSERT INTO institution VALUES ('I', '', '', '', '');"
        "INSERT INTO platform VALUES ('P', 'I', '', '', '', '', '', '');"
        "INSERT INTO organisation VALUES ('ORG-ACME', 'enterprise', '', '', 0);"
        "INSERT INTO person VALUES (1, 'l', 'n', 'e', 'ORG-ACME', '!', 1);"
        "INSERT INTO ledger_account VALUES (1, 'receivable', 'ORG-ACME', 0, 0), (2, 'platform_income', "
        "'P', 0, 0);");
    for (std::int64_t i = 0; i < instruments; ++i) {
        const auto sql = fmt::format(
            "INSERT INTO instrument(id, platform_id, name_zh, name_en, model, manufacturer, "
            "category_code, category_zh, domains, specs, original_value_cny, commissioned_year, "
            "location, sample_service, status) VALUES ('DEMO{:04}', 'P', '', '', '', '', '', '', "
            "'', '', 0, 0, '', 0, 'available')",
            i);
        store.execute(sql.c_str());
    }
    store.prepare();
}

/// What waits to be written: who handed it in, and when.
struct Queue {
    std::mutex mutex;
    std::condition_variable news;
    std::deque<std::pair<int, Clock::time_point>> waiting;
    bool over = false;
};

/// Answers in batches, as a socket thread finds several of them ready at once.
struct Answers {
    std::mutex mutex;
    std::condition_variable news;
    std::vector<std::pair<int, Clock::time_point>> ready;
};

void write_all(Store& store, Queue& queue, Answers& answers, double& cpu_us_each) {
    std::vector<std::pair<int, Clock::time_point>> batch;
    std::int64_t number = 0;
    for (;;) {
        {
            std::unique_lock lock(queue.mutex);
            queue.news.wait(lock, [&] { return !queue.waiting.empty() || queue.over; });
            if (queue.waiting.empty()) {
                cpu_us_each = bench::cpu_milliseconds() * 1e3 / static_cast<double>(number);
                return;
            }
            while (!queue.waiting.empty() && batch.size() < batch_max) {
                batch.push_back(queue.waiting.front());
                queue.waiting.pop_front();
            }
        }
        store.begin();
        for (std::size_t i = 0; i < batch.size(); ++i) {
            store.write(++number);
        }
        store.commit();
        {
            const std::lock_guard lock(answers.mutex);
            answers.ready.insert(answers.ready.end(), batch.begin(), batch.end());
        }
        answers.news.notify_one();
        batch.clear();
    }
}

void measure(const std::string& file, int producers, double seconds) {
    Store store(file);
    found(store, file);
    Queue queue;
    Answers answers;
    double cpu_us_each = 0;
    std::jthread writer([&] { write_all(store, queue, answers, cpu_us_each); });
    const auto start = Clock::now();
    const auto whole = std::chrono::duration<double>(seconds);
    const auto counted_from = start + std::chrono::duration_cast<Clock::duration>(whole / 5);
    const auto ends_at = counted_from + std::chrono::duration_cast<Clock::duration>(whole);
    const auto hand_in = [&](int producer) { queue.waiting.emplace_back(producer, Clock::now()); };
    {
        const std::lock_guard lock(queue.mutex);
        for (int i = 0; i < producers; ++i) {
            hand_in(i);
        }
    }
    queue.news.notify_one();
    bench::Latencies latencies;
    std::vector<std::pair<int, Clock::time_point>> ready;
    for (int open = producers; open > 0;) {
        {
            std::unique_lock lock(answers.mutex);
            answers.news.wait(lock, [&] { return !answers.ready.empty(); });
            ready.swap(answers.ready);
        }
        const auto now = Clock::now();
        {
            const std::lock_guard lock(queue.mutex);
            for (const auto& [producer, since] : ready) {
                if (now >= counted_from && now < ends_at) {
                    latencies.add(bench::milliseconds_between(since, now));
                }
                if (now < ends_at) {
                    hand_in(producer);
                } else {
                    --open;
                }
            }
        }
        queue.news.notify_one();
        ready.clear();
    }
    {
        const std::lock_guard lock(queue.mutex);
        queue.over = true;
    }
    queue.news.notify_one();
    writer.join();
    fmt::print("per_second={:.0f} p50_ms={:.2f} p99_ms={:.2f} writer_cpu_us={:.1f}\n",
               static_cast<double>(latencies.count()) / seconds, latencies.at_percent(50), latencies.at_percent(99),
               cpu_us_each);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Raw group commit of a booking's rows");
    std::string file;
    int producers = 64;
    double seconds = 5;
    app.add_option("--db", file, "A new SQLite file")->required();
    app.add_option("--producers", producers, "Bookings that wait at once")->check(CLI::Range(1, 4'096));
    app.add_option("--seconds", seconds, "Measured time")->check(CLI::Range(0.1, 600.0));
    CLI11_PARSE(app, argc, argv);
    try {
        if (std::filesystem::exists(file)) {
            throw std::runtime_error(file + " exists");
        }
        measure(file, producers, seconds);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "raw_group_commit: %s\n", e.what());
        return 1;
    }
    return 0;
}
