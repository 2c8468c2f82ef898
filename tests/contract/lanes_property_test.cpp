// Lanes, buffers, capacity and outages through the scheduler's commands against a table of minutes. Each case is one
// command of a random life of one instrument; a life is one transaction of the store that is undone at its end.

#include "tests/contract/store.hpp"

#include "scheduler/documents.hpp"
#include "tests/support/minute_grid.hpp"
#include "tests/support/random_cases.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

namespace {
constexpr int days = 3;

class Life {
  public:
    Life(SqlTransaction& tx, support::Draw& draw, const Store& store)
        : tx_(tx), draw_(draw), store_(store), now_(store.clock.now()) {}

    /// What is wrong after the command; nothing where all is well.
    std::string step() {
        switch (draw_.between(0, 19)) {
            case 0:
                return change_capacity();
            case 1:
                return change_buffers();
            case 2:
            case 3:
                return report();
            case 4:
                return end();
            case 5:
            case 6:
            case 7:
                return cancel();
            case 8:
            case 9:
            case 10:
                return move();
            default:
                return book();
        }
    }

    /// Every row of the store lies where the table has it, and nothing else is in the table.
    std::string compare() {
        support::LaneTable rest = lanes_;
        for (const auto& row : tx_.occupancies(three, {range_.from, range_.instant(range_.count)}, 10'000)) {
            const auto number = numbers_.find(row.holder);
            if (number == numbers_.end() || !lanes_.is_filled(row.lane, row.held, number->second)) {
                return fmt::format("the store has {} {} in lane {}, the table has not",
                                   static_cast<int>(row.holder.kind), row.holder.id, row.lane);
            }
            rest.fill(row.lane, row.held, 0);
        }
        return rest.is_empty() ? "" : "the table has more than the store";
    }

  private:
    template <class Value>
    Result<Value> run(const std::function<Result<Value>()>& command) {
        Result<Value> result = ErrorCode::unavailable;
        tx_.attempt([&] {
            result = command();
            return result.has_value();
        });
        return result;
    }

    Interval drawn_time() {
        const auto start = range_.instant(15 * draw_.between(40, days * 96 - 60));
        return {start, start + minutes{15 * draw_.between(1, 24)}};
    }
    [[nodiscard]] Interval held(Interval time) const {
        return {time.start - minutes{policy_.buffer_before_minutes.value},
                time.end + minutes{policy_.buffer_after_minutes.value}};
    }
    [[nodiscard]] int capacity() const { return static_cast<int>(policy_.capacity); }

    void fill(Holder holder, int lane, Interval held) {
        const auto number = numbers_.try_emplace(holder, static_cast<int>(numbers_.size()) + 1).first->second;
        lanes_.fill(lane, held, number);
    }

    template <class Value>
    std::string judge(const Result<Value>& result, bool expected, const char* what) {
        if (!result && result.error().code() != ErrorCode::slot_taken) {
            return fmt::format("{} is refused for another reason: {}", what, facts_of(result.error().code()).name);
        }
        return result.has_value() == expected ? "" : fmt::format("{} is judged otherwise", what);
    }

    std::string book() {
        const auto time = drawn_time();
        const auto lane = lanes_.free_lane(capacity(), held(time));
        const auto booked = run<Booking>([&] {
            return scheduler::request_booking(tx_, {.instrument_id = three, .time = time, .purpose = {}},
                                              store_.member(), now_);
        });
        if (booked && lane) {
            bookings_[booked->id] = time;
            fill({HolderKind::booking, booked->id.value}, *lane, held(time));
        }
        return judge(booked, lane.has_value(), "a booking");
    }

    std::string move() {
        if (bookings_.empty()) {
            return {};
        }
        const auto id = std::next(bookings_.begin(), static_cast<std::ptrdiff_t>(draw_.below(bookings_.size())))->first;
        const Holder holder{HolderKind::booking, id.value};
        const auto time = drawn_time();
        support::LaneTable without = lanes_;
        without.erase(numbers_.at(holder));
        const auto lane = without.free_lane(capacity(), held(time));
        const auto moved = run<Booking>(
            [&] { return scheduler::reschedule_booking(tx_, id, time, std::nullopt, store_.member(), now_); });
        if (moved && lane) {
            lanes_ = std::move(without);
            bookings_[id] = time;
            fill(holder, *lane, held(time));
        }
        return judge(moved, lane.has_value(), "a move");
    }

    std::string cancel() {
        if (bookings_.empty()) {
            return {};
        }
        const auto id = std::next(bookings_.begin(), static_cast<std::ptrdiff_t>(draw_.below(bookings_.size())))->first;
        const auto cancelled =
            run<Booking>([&] { return scheduler::cancel_booking(tx_, id, "", store_.member(), now_); });
        lanes_.erase(numbers_.at({HolderKind::booking, id.value}));
        bookings_.erase(id);
        return judge(cancelled, true, "a cancellation");
    }

    std::string report() {
        const auto time = drawn_time();
        const bool twice = std::ranges::any_of(outages_, [&](const auto& o) { return o.second.overlaps(time); });
        support::LaneTable after = lanes_;
        std::set<std::int64_t> expected;
        for (const auto& [holder, number] : numbers_) {
            if (holder.kind == HolderKind::booking && lanes_.has_within(number, time)) {
                after.erase(number);
                expected.insert(holder.id);
            }
        }
        const auto reported = run<scheduler::ReportedOutage>(
            [&] { return scheduler::report_outage(tx_, three, time, "broken", Store::staff(), now_); });
        if (reported && !twice) {
            std::set<std::int64_t> displaced;
            for (const auto id : reported->displaced) {
                displaced.insert(id.value);
                bookings_.erase(id);
            }
            lanes_ = std::move(after);
            outages_[reported->outage.id] = time;
            for (int lane = 0; lane < capacity(); ++lane) {
                fill({HolderKind::outage, reported->outage.id.value}, lane, time);
            }
            if (displaced != expected) {
                return "an outage displaces other bookings";
            }
        }
        return judge(reported, !twice, "an outage");
    }

    std::string end() {
        if (outages_.empty()) {
            return {};
        }
        const auto id = outages_.begin()->first;
        const auto ended = run<Outage>([&] { return scheduler::end_outage(tx_, id, Store::staff(), now_); });
        lanes_.erase(numbers_.at({HolderKind::outage, id.value}));
        outages_.erase(id);
        return judge(ended, true, "the end of an outage");
    }

    std::string change_capacity() {
        policy_.capacity = draw_.between(1, 4);
        change_policy();
        // Lanes that open while the instrument is out of order are closed by the outage.
        for (const auto& [id, time] : outages_) {
            while (const auto lane = lanes_.free_lane(capacity(), time)) {
                fill({HolderKind::outage, id.value}, *lane, time);
            }
        }
        return {};
    }
    std::string change_buffers() {
        policy_.buffer_before_minutes = draw_.of({0, 0, 15, 25});
        policy_.buffer_after_minutes = draw_.of({0, 0, 15, 40});
        change_policy();
        return {};
    }
    void change_policy() { scheduler::change_policy(tx_, three, policy_, Store::staff(), now_); }

    SqlTransaction& tx_;
    support::Draw& draw_;
    const Store& store_;
    Instant now_;
    support::MinuteRange range_{hours(0, 0).start, days * 24 * 60};
    support::LaneTable lanes_{range_};
    Policy policy_ = tx_.instrument(three)->policy->policy;
    std::map<Holder, int> numbers_;
    std::map<BookingId, Interval> bookings_;
    std::map<OutageId, Interval> outages_;
};

/// A life of so many commands.
std::string live(Store& store, Database& database, support::Draw& draw, std::uint64_t commands) {
    const auto snapshot = store.writer().snapshot();
    database.run("BEGIN");
    std::string wrong;
    {
        SqlTransaction tx(database, snapshot->catalogue, snapshot->seq, {});
        Life life(tx, draw, store);
        for (std::uint64_t i = 0; i < commands && wrong.empty(); ++i) {
            wrong = life.step();
        }
        wrong = wrong.empty() ? life.compare() : wrong;
    }
    database.run("ROLLBACK");
    return wrong;
}
}  // namespace

TEST_CASE("Lanes are given as in a table of minutes, whatever is booked, moved, broken and changed", "[oracle]") {
    constexpr std::uint64_t commands_a_life = 50;
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(support::name_of(backend));
    Store store(backend);
    auto database = store.open();
    support::CaseRange range;
    // The commands are the cases. A server over a socket gets a tenth of them.
    range.count = std::max<std::uint64_t>(range.count / commands_a_life / (backend == Backend::sqlite ? 1 : 10), 1);
    support::for_cases(range, [&](support::Draw& draw) { return live(store, database, draw, commands_a_life); });
}
