#include "server/storage/writer.hpp"

#include <future>

#include <spdlog/spdlog.h>

#include "model/assert.hpp"
#include "server/json/read.hpp"
#include "server/storage/rows.hpp"

namespace server {

using namespace model;

namespace {
constexpr int attempts_max = 5;
/// SQLite's log is moved into the file once in so many events. Some 6,000 pages, so that the checkpoint that
/// SQLite makes itself at the end of a commit (see database.cpp), with the callers waiting, is the exception.
constexpr std::int64_t events_a_checkpoint = 2'000;

bool is_repeatable(const StoreError& e) {
    return e.kind() == StoreError::Kind::busy;
}

/// Moves what waits into the batch, as far as it fits.
template <class Job>
void take_waiting(std::deque<Job>& queue, std::vector<Job>& batch) {
    while (!queue.empty() && batch.size() < Writer::batch_max) {
        batch.push_back(std::move(queue.front()));
        queue.pop_front();
    }
}

/// When the whole batch has run: whoever came meanwhile need not wait for the next commit.
template <class Job>
void take_latecomers(std::size_t run, std::mutex& mutex, std::deque<Job>& queue, std::vector<Job>& batch) {
    if (run == batch.size()) {
        const std::lock_guard lock(mutex);
        take_waiting(queue, batch);
    }
}

/// How often a writer with nothing to write looks for what others wrote.
constexpr std::chrono::milliseconds follow_every{500};

std::vector<Parameter> facts_of_text(const std::string& text) {
    std::vector<Parameter> facts;
    const auto document = json::parse_document(text);
    if (document && document->is_object()) {
        for (const auto& [name, value] : document->items()) {
            facts.push_back({name, value.is_string() ? value.get<std::string>() : std::string()});
        }
    }
    return facts;
}

/// Begins a transaction that sees one state throughout.
void begin_looking(Database& database) {
    if (database.dialect() == Dialect::sqlite) {
        database.run("BEGIN");
    } else {
        database.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
}

/// What others appended to the log.
std::vector<Event> events_after(Database& database, std::int64_t seq) {
    std::vector<Event> events;
    database.each<std::int64_t, std::int64_t, std::string, std::int64_t, std::int64_t, std::string, std::string,
                  std::string>(
        "SELECT seq, at, kind, actor, subject, instrument_id, organisation_id, facts FROM event WHERE seq > :after "
        "ORDER BY seq LIMIT 20000",
        [&](std::int64_t number, std::int64_t at, const std::string& kind, std::int64_t actor, std::int64_t subject,
            const std::string& instrument, const std::string& organisation, const std::string& facts) {
            const auto known = json::enum_value<EventKind>(kind);
            events.push_back({EventSeq{number}, instant_of(at), known.value_or(EventKind::inventory_imported),
                              UserId{actor}, subject, InstrumentId{instrument}, OrganisationId{organisation},
                              facts_of_text(facts)});
        },
        seq);
    return events;
}
/// Here, when everybody is answered, a checkpoint delays nobody who is in a batch. A failure (a disk that is full) is
/// left to the next one.
void checkpoint(Database* database) {
    if (database == nullptr || database->dialect() != Dialect::sqlite) {
        return;
    }
    try {
        database->run_text("PRAGMA wal_checkpoint(PASSIVE)");
    } catch (const StoreError& e) {
        spdlog::warn("checkpoint_failed reason=\"{}\"", e.what());
    }
}
}  // namespace

Writer::Writer(DatabaseUrl url, const Clock& clock, Listener listener)
    : url_(std::move(url)), clock_(clock), listener_(std::move(listener)) {
    reopen();
    thread_ = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        thread_.request_stop();
    }
    waiting_.notify_all();
    thread_.join();
}

void Writer::submit(Command command, Done done) {
    {
        const std::lock_guard lock(mutex_);
        if (!stopping_ && queue_.size() < queue_max) {
            queue_.push_back({std::move(command), std::move(done)});
            if (queue_.size() == 1) {
                waiting_.notify_one();
            }
            return;
        }
    }
    done(CommitOutcome::overloaded);
}

CommitOutcome Writer::run(Command command) {
    std::promise<CommitOutcome> promise;
    auto outcome = promise.get_future();
    submit(std::move(command), [&promise](CommitOutcome o) { promise.set_value(o); });
    return outcome.get();
}

void Writer::tell_due(DueListener listener) {
    const std::lock_guard lock(due_mutex_);
    due_listener_ = std::move(listener);
}

Writer::Figures Writer::figures() const {
    const std::lock_guard lock(mutex_);
    Figures figures = figures_;
    figures.queued = queue_.size();
    return figures;
}

void Writer::loop(const std::stop_token& stop) {
    std::vector<Job> batch;
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            const auto called = [&] { return !queue_.empty() || stop.stop_requested(); };
            if (url_.dialect == Dialect::sqlite) {
                waiting_.wait(lock, called);
            } else if (!waiting_.wait_for(lock, follow_every, called)) {
                lock.unlock();
                follow();
                continue;
            }
            if (queue_.empty()) {
                return;
            }
            take_waiting(queue_, batch);
        }
        run_batch(batch);
        batch.clear();
    }
}

void Writer::run_batch(std::vector<Job>& batch) {
    const auto seq_before = snapshot_.load()->seq;
    CommitOutcome outcome = CommitOutcome::unavailable;
    for (int i = 1; i <= attempts_max; ++i) {
        try {
            if (!database_) {
                reopen();
            }
            attempt(batch);
            outcome = CommitOutcome::durable;
            break;
        } catch (const StoreError& e) {
            spdlog::error("write_failed attempt={} kind={} reason=\"{}\"", i, static_cast<int>(e.kind()), e.what());
            database_.reset();
            if (!is_repeatable(e)) {
                break;
            }
        }
    }
    {
        const std::lock_guard lock(mutex_);
        ++(outcome == CommitOutcome::durable ? figures_.commits : figures_.failed_batches);
        figures_.commands += batch.size();
    }
    if (outcome != CommitOutcome::durable && !database_) {
        try {
            reopen();
        } catch (const StoreError& e) {
            spdlog::error("reopen_failed reason=\"{}\"", e.what());
        }
    }
    for (auto& job : batch) {
        job.done(job.failed ? CommitOutcome::unavailable : outcome);
    }
    if (seq_before / events_a_checkpoint != snapshot_.load()->seq / events_a_checkpoint) {
        checkpoint(database_.get());
    }
}

void Writer::attempt(std::vector<Job>& batch) {
    begin();
    // PostgreSQL ends a transaction in which any statement failed, so there each command needs its savepoint.
    if (database_->dialect() == Dialect::sqlite) {
        const auto before = snapshot_.load();
        SqlTransaction transaction(*database_, before->catalogue, before->seq, last_seal_);
        if (run_without_savepoints(transaction, batch)) {
            transaction.finish();
            database_->run("COMMIT");
            publish(transaction);
            return;
        }
        database_->run("ROLLBACK");
        begin();
    }
    const auto before = snapshot_.load();
    SqlTransaction transaction(*database_, before->catalogue, before->seq, last_seal_);
    for (std::size_t i = 0; i < batch.size(); ++i) {
        run_in_savepoint(transaction, batch[i]);
        take_latecomers(i + 1, mutex_, queue_, batch);
    }
    transaction.finish();
    database_->run("COMMIT");
    publish(transaction);
}

void Writer::begin() {
    auto& database = *database_;
    if (database.dialect() == Dialect::sqlite) {
        database.run("BEGIN IMMEDIATE");
    } else {
        database.run("BEGIN");
        (void)database.first<std::string>("SELECT pg_advisory_xact_lock(7002)::text");
    }
    const auto known = snapshot_.load()->seq;
    const auto seq = database.first<std::int64_t>("SELECT coalesce(max(seq), 0) FROM event");
    if (std::get<0>(*seq) != known) {
        catch_up();
    }
}

void Writer::catch_up() {
    const auto before = snapshot_.load();
    const auto news = events_after(*database_, before->seq);
    auto next = snapshot_after(*database_, *before, news, clock_.now());
    if (next) {
        const auto last =
            database_->first<std::string>("SELECT seal FROM event WHERE seq = :seq", news.back().seq.value);
        last_seal_ = std::get<0>(*last);
        snapshot_.store(std::move(next));
    } else {
        snapshot_.store(load_snapshot(*database_, clock_.now(), last_seal_));
    }
    if (listener_ && !news.empty()) {
        listener_(news, true);
    }
}

void Writer::follow() {
    try {
        if (!database_) {
            reopen();
        }
        begin_looking(*database_);
        const auto seq = database_->first<std::int64_t>("SELECT coalesce(max(seq), 0) FROM event");
        if (std::get<0>(*seq) != snapshot_.load()->seq) {
            catch_up();
        }
        database_->run("COMMIT");
    } catch (const StoreError& e) {
        spdlog::error("follow_failed reason=\"{}\"", e.what());
        database_.reset();
    }
}

bool Writer::run_without_savepoints(SqlTransaction& transaction, std::vector<Job>& batch) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const auto writes_before = database_->writes();
        if (!run_job(transaction, batch[i])) {
            if (database_->writes() != writes_before) {
                return false;
            }
            transaction.undo_command();
        }
        take_latecomers(i + 1, mutex_, queue_, batch);
    }
    return true;
}

void Writer::run_in_savepoint(SqlTransaction& transaction, Job& job) {
    database_->run("SAVEPOINT command");
    if (!run_job(transaction, job)) {
        database_->run("ROLLBACK TO SAVEPOINT command");
        transaction.undo_command();
    }
    database_->run("RELEASE SAVEPOINT command");
}

bool Writer::run_job(SqlTransaction& transaction, Job& job) {
    job.failed = false;
    transaction.begin_command();
    try {
        return job.command(transaction);
    } catch (const StoreError& e) {
        if (e.kind() == StoreError::Kind::full || is_repeatable(e)) {
            throw;
        }
        // A constraint said no to what the command believed: undo this command alone and keep serving.
        spdlog::error("command_failed kind={} reason=\"{}\"", static_cast<int>(e.kind()), e.what());
        job.failed = true;
    } catch (const std::exception& e) {
        spdlog::error("command_failed reason=\"{}\"", e.what());
        job.failed = true;
    }
    return false;
}

void Writer::publish(const SqlTransaction& transaction) {
    const auto& effects = transaction.effects();
    last_seal_ = transaction.last_seal();
    const auto before = snapshot_.load();
    if (!effects.events.empty() || effects.inventory || !effects.occupancy.empty() || !effects.instruments.empty()) {
        if (effects.inventory) {
            snapshot_.store(load_snapshot(*database_, clock_.now(), last_seal_));
        } else {
            auto next = std::make_shared<Snapshot>();
            next->catalogue = before->catalogue;
            for (const auto& [id, record] : effects.instruments) {
                next->catalogue = next->catalogue->with(record);
            }
            scheduler::CalendarEdit edit(before->calendar);
            for (const auto& change : effects.occupancy) {
                const auto* ordinal = next->catalogue->find(change.occupancy.instrument_id);
                YIQI_ASSERT(ordinal != nullptr);
                if (change.added) {
                    edit.add(*ordinal, scheduler::Taken::of(change.occupancy));
                } else {
                    edit.remove(*ordinal, change.occupancy.holder);
                }
            }
            next->calendar = edit.finish(clock_.now() - calendar_memory);
            next->seq = transaction.last_seq();
            snapshot_.store(std::move(next));
        }
    }
    if (listener_ && !effects.events.empty()) {
        listener_(effects.events, false);
    }
    if (effects.earliest_due) {
        const std::lock_guard lock(due_mutex_);
        if (due_listener_) {
            due_listener_(*effects.earliest_due);
        }
    }
}

void Writer::reopen() {
    database_.reset();
    auto database = std::make_unique<Database>(url_, Database::Access::write);
    const auto before = snapshot_.load();
    begin_looking(*database);
    auto now = load_snapshot(*database, clock_.now(), last_seal_);
    if (before && listener_ && now->seq > before->seq) {
        // While there was no connection others wrote, or a commit took effect that was given up here.
        listener_(events_after(*database, before->seq), true);
    }
    database->run("COMMIT");
    snapshot_.store(std::move(now));
    database_ = std::move(database);
}

}  // namespace server
