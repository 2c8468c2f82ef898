#include "server/jobs/due_runner.hpp"

#include <algorithm>
#include <chrono>
#include <deque>
#include <latch>

#include <spdlog/spdlog.h>

#include "scheduler/due.hpp"
#include "scheduler/waitlist.hpp"
#include "server/json/write.hpp"

namespace server {

using namespace model;

namespace {
/// Another node, or a clock that runs differently from the machine's, is noticed within this time.
constexpr std::chrono::seconds look_again{60};
constexpr std::chrono::minutes after_failure{1};
constexpr std::chrono::hours after_refusal{1};
constexpr std::chrono::seconds store_pause{1};
}  // namespace

struct DueRunner::Attempt {
    std::optional<DueWork> work;
    std::optional<DueWork> later;  ///< what comes next, where nothing was due
    std::optional<Error> refused;
    CommitOutcome outcome = CommitOutcome::unavailable;
};

DueRunner::DueRunner(Writer& writer, const Clock& clock) : writer_(writer), clock_(clock) {
    writer_.tell_due([this](Instant at) { expect(at); });
    // What is due already, from before the program began.
    next_ = clock_.now();
    thread_ = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

DueRunner::~DueRunner() {
    writer_.tell_due({});
    thread_.request_stop();
    thread_.join();
    for (auto& done : callers_) {
        done();
    }
}

void DueRunner::catch_up(std::move_only_function<void()> done) {
    const std::lock_guard lock(mutex_);
    callers_.push_back(std::move(done));
    waiting_.notify_all();
}

void DueRunner::expect(Instant at) {
    const std::lock_guard lock(mutex_);
    if (!next_ || at < *next_) {
        next_ = at;
        waiting_.notify_all();
    }
}

void DueRunner::loop(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        std::chrono::seconds pause = look_again;
        if (next_) {
            pause = std::clamp(*next_ - clock_.now(), std::chrono::seconds{0}, look_again);
        }
        if (pause > std::chrono::seconds{0} && callers_.empty()) {
            const auto known = next_;
            waiting_.wait_for(lock, stop, pause, [&] { return !callers_.empty() || next_ != known; });
            if (next_ != known && callers_.empty()) {
                continue;
            }
        }
        if (stop.stop_requested()) {
            return;
        }
        auto callers = std::move(callers_);
        callers_.clear();
        next_.reset();
        lock.unlock();
        run_all(stop);
        for (auto& done : callers) {
            done();
        }
        lock.lock();
    }
}

void DueRunner::run_all(const std::stop_token& stop) {
    std::size_t count = 1;
    while (!stop.stop_requested() && run_batch(count, stop)) {
        count = std::min(count * 2, batch_max);
    }
}

bool DueRunner::run_batch(std::size_t count, const std::stop_token& stop) {
    std::deque<Attempt> attempts(count);
    std::latch done(static_cast<std::ptrdiff_t>(count));
    for (auto& attempt : attempts) {
        writer_.submit(
            [this, &attempt](SqlTransaction& tx) {
                attempt = Attempt{};
                const auto now = clock_.now();
                attempt.work = tx.first_due(now);
                if (!attempt.work) {
                    attempt.later = tx.first_due(latest_instant);
                    return false;
                }
                tx.clear_due(attempt.work->kind, attempt.work->subject);
                const auto result = scheduler::run_due(tx, *attempt.work, now);
                if (!result) {
                    attempt.refused = result.error();
                } else {
                    scheduler::offer_freed_time(tx, UserId{}, now);
                }
                return result.has_value();
            },
            [&attempt, &done](CommitOutcome outcome) {
                attempt.outcome = outcome;
                done.count_down();
            });
    }
    done.wait();
    for (const auto& attempt : attempts) {
        if (attempt.outcome == CommitOutcome::durable && !attempt.work) {
            if (attempt.later) {
                expect(attempt.later->at);
            }
            return false;
        }
        if (attempt.outcome != CommitOutcome::durable || attempt.refused) {
            // The rest of the batch met the same piece again.
            put_off(attempt);
            std::unique_lock lock(mutex_);
            if (attempt.outcome != CommitOutcome::durable) {
                waiting_.wait_for(lock, stop, store_pause, [] { return false; });
            }
            return true;
        }
    }
    return true;
}

void DueRunner::put_off(const Attempt& attempt) {
    if (!attempt.work) {
        return;
    }
    auto work = *attempt.work;
    spdlog::error("due_work_put_off kind={} subject={} reason=\"{}\"", json::enum_name(work.kind), work.subject,
                  attempt.refused ? facts_of(attempt.refused->code()).name : "the store failed");
    work.at = clock_.now() + (attempt.refused ? std::chrono::minutes{after_refusal} : after_failure);
    (void)writer_.run([work](SqlTransaction& tx) {
        tx.set_due(work);
        return true;
    });
}

}  // namespace server
