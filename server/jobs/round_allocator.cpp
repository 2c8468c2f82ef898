#include "server/jobs/round_allocator.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <map>
#include <span>

#include <spdlog/spdlog.h>

#include "server/json/write.hpp"
#include "server/solver/remembering_solver.hpp"
#include "server/storage/stored_rounds.hpp"

namespace server {

using namespace model;
using scheduler::GatheredRound;
using scheduler::SolveLimits;

namespace {
/// Another node, or a decision that failed, is noticed within this time.
constexpr std::chrono::seconds look_again{60};
constexpr std::int64_t decision_milliseconds = 50'000;
/// An answer over HTTP must come within 30 s.
constexpr std::int64_t preview_milliseconds = 15'000;

SolveLimits limits_for(const GatheredRound& gathered, std::int64_t milliseconds) {
    SolveLimits limits;
    limits.wall_milliseconds = milliseconds;
    limits.seed = static_cast<std::uint32_t>(gathered.problem.seed % 1'000'000);
    return limits;
}

/// Options that turned out to be impossible, by request and option.
using Refusals = std::map<std::pair<std::int64_t, std::uint32_t>, Sentence>;

void leave_out(GatheredRound& gathered, const Refusals& refusals) {
    for (auto& request : gathered.problem.requests) {
        for (std::uint32_t o = 0; o < request.options.size(); ++o) {
            if (const auto found = refusals.find({request.id, o}); found != refusals.end()) {
                request.refused[o] = found->second;
            }
        }
    }
}
}  // namespace

void RoundBell::ring() {
    const std::lock_guard lock(mutex_);
    pending_ = true;
    rung_.notify_all();
}

void RoundBell::listen(const std::vector<Event>& events) {
    if (std::ranges::find(events, EventKind::round_closed, &Event::kind) != events.end()) {
        ring();
    }
}

RoundAllocator::RoundAllocator(RoundBell& bell, Writer& writer, DatabaseUrl url, const Clock& clock,
                               scheduler::ZeroOneSolver& solver, std::function<std::int64_t()> draw)
    : bell_(bell), writer_(writer), url_(std::move(url)), clock_(clock), solver_(solver), draw_(std::move(draw)) {
    thread_ = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

RoundAllocator::~RoundAllocator() {
    thread_.request_stop();
    solver_.stop();
    thread_.join();
    for (auto& [id, done] : previews_) {
        done(ErrorCode::unavailable);
    }
    for (auto& done : waiting_) {
        done();
    }
}

void RoundAllocator::preview(RoundId id, PreviewDone done) {
    {
        const std::lock_guard lock(bell_.mutex_);
        if (previews_.size() < previews_max) {
            previews_.emplace_back(id, std::move(done));
            bell_.rung_.notify_all();
            return;
        }
    }
    done(ErrorCode::overloaded);
}

void RoundAllocator::when_idle(std::move_only_function<void()> done) {
    const std::lock_guard lock(bell_.mutex_);
    waiting_.push_back(std::move(done));
    bell_.rung_.notify_all();
}

void RoundAllocator::loop(const std::stop_token& stop) {
    std::unique_lock lock(bell_.mutex_);
    while (!stop.stop_requested()) {
        const auto has_work = [&] { return bell_.pending_ || !previews_.empty() || !waiting_.empty(); };
        const bool called = bell_.rung_.wait_for(lock, stop, look_again, has_work);
        if (stop.stop_requested()) {
            return;
        }
        if (bell_.pending_ || !called) {
            bell_.pending_ = false;
            lock.unlock();
            decide_closed(stop);
            lock.lock();
            continue;
        }
        auto waiting = std::move(waiting_);
        waiting_.clear();
        auto previews = std::move(previews_);
        previews_.clear();
        lock.unlock();
        for (auto& done : waiting) {
            done();
        }
        for (auto& [id, done] : previews) {
            done(preview_now(id));
        }
        lock.lock();
    }
}

void RoundAllocator::decide_closed(const std::stop_token& stop) {
    try {
        Database database(url_, Database::Access::read);
        for (const auto id : find_closed_rounds(database)) {
            if (!stop.stop_requested()) {
                decide(id, stop);
            }
        }
    } catch (const std::exception& e) {
        spdlog::error("round=undecided reason=\"{}\"", e.what());
    }
}

Result<GatheredRound> RoundAllocator::gather(RoundId id) {
    Database database(url_, Database::Access::read);
    const auto snapshot = writer_.snapshot();
    SqlTransaction reading(database, snapshot->catalogue, snapshot->seq, {});
    const auto round = reading.round(id);
    if (!round) {
        return ErrorCode::not_found;
    }
    return scheduler::gather_round(reading, *round, clock_.now());
}

Result<RoundAllocator::Preview> RoundAllocator::preview_now(RoundId id) {
    try {
        TRY(auto gathered, gather(id));
        auto allocation = scheduler::allocate(gathered.problem, &solver_, limits_for(gathered, preview_milliseconds));
        return Preview{std::move(gathered), std::move(allocation)};
    } catch (const std::exception& e) {
        spdlog::error("round={} preview=failed reason=\"{}\"", id.value, e.what());
        return ErrorCode::unavailable;
    }
}

template <class Value>
Result<Value> RoundAllocator::command(const std::function<Result<Value>(SqlTransaction&)>& work) {
    Result<Value> result = ErrorCode::unavailable;
    const auto outcome = writer_.run([&](SqlTransaction& tx) {
        result = work(tx);
        return result.has_value();
    });
    return outcome == CommitOutcome::durable ? result : Result<Value>(ErrorCode::unavailable);
}

bool RoundAllocator::is_fixed(RoundId id) {
    Database database(url_, Database::Access::read);
    return find_round_outcome(database, id).has_value();
}

void RoundAllocator::decide(RoundId id, const std::stop_token& stop) {
    if (!is_fixed(id)) {
        solve(id, stop);
    }
    if (is_fixed(id)) {
        carry_out(id, stop);
    }
}

void RoundAllocator::solve(RoundId id, const std::stop_token& stop) {
    const auto lots = draw_();
    if (writer_.run([&](SqlTransaction& tx) {
            scheduler::draw_lots(tx, id, lots);
            return true;
        }) != CommitOutcome::durable) {
        return;
    }
    solver::RememberingSolver solver(solver_);
    Refusals refusals;
    const auto begun = std::chrono::steady_clock::now();
    for (int attempt = 1; attempt <= tries_max && !stop.stop_requested(); ++attempt) {
        auto gathered = gather(id);
        if (!gathered) {
            return;
        }
        leave_out(*gathered, refusals);
        const auto allocation =
            scheduler::allocate(gathered->problem, &solver, limits_for(*gathered, decision_milliseconds));
        if (stop.stop_requested()) {
            // A hasty result is nobody's due: it is decided when the program starts again.
            return;
        }
        const bool large = gathered->bookings.size() > scheduler::round_portion;
        Result<bool> done = false;
        if (large) {
            done = decide_in_portions(id, *gathered, allocation, attempt);
        } else {
            scheduler::AppliedRound applied;
            const auto outcome = writer_.run([&](SqlTransaction& tx) {
                auto result = scheduler::apply_allocation(tx, id, *gathered, allocation, attempt == tries_max, attempt,
                                                          clock_.now());
                done = result ? Result<bool>(result->done) : Result<bool>(result.error());
                applied = result ? *std::move(result) : scheduler::AppliedRound{};
                return applied.done;
            });
            done = outcome == CommitOutcome::durable ? done : Result<bool>(ErrorCode::unavailable);
            for (const auto& refused : applied.refused) {
                refusals[{refused.request.value, refused.option}] = refused.why;
            }
        }
        if (!done) {
            spdlog::error("round={} decided=no attempt={}", id.value, attempt);
            return;
        }
        if (*done) {
            const auto took =
                std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
            spdlog::info("round={} requests={} gap_ppm={} solved_by={} attempts={} ms={}", id.value,
                         allocation.results.size(), allocation.gap_ppm(), json::enum_name(allocation.by), attempt,
                         took.count());
            return;
        }
    }
}

Result<bool> RoundAllocator::decide_in_portions(RoundId id, const GatheredRound& gathered,
                                                const scheduler::RoundAllocation& allocation, int attempt) {
    const auto plan = draw_();
    const auto awards = scheduler::awards_of(id, gathered, allocation);
    const std::span<const scheduler::RoundAward> all(awards);
    for (std::size_t at = 0; at < all.size(); at += scheduler::round_portion) {
        const auto portion = all.subspan(at, std::min(scheduler::round_portion, all.size() - at));
        TRY_VOID(command<bool>([&](SqlTransaction& tx) -> Result<bool> {
            TRY_VOID(scheduler::keep_awards(tx, id, plan, portion));
            return true;
        }));
    }
    return command<bool>([&](SqlTransaction& tx) {
        return scheduler::fix_awards(tx, id, plan, std::ssize(all), scheduler::outcome_of(allocation, attempt),
                                     attempt == tries_max, clock_.now());
    });
}

void RoundAllocator::carry_out(RoundId id, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto ended =
            command<bool>([&](SqlTransaction& tx) { return scheduler::carry_out_awards(tx, id, clock_.now()); });
        if (!ended || *ended) {
            return;
        }
    }
}

}  // namespace server
