// Large rounds: what was decided is fixed first and then carried out in portions, each request once, whatever happens
// in between.

#include "scheduler/round_commands.hpp"
#include "tests/contract/store.hpp"

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using scheduler::GatheredRound;
using server::SqlTransaction;

namespace {
constexpr std::size_t many = 2 * scheduler::round_portion + 30;

/// A closed round of many requests, two for each place of the two lanes.
class LargeRound {
  public:
    explicit LargeRound(Store& store) : store_(store) {
        const scheduler::Actor administrator{store.member().user, {}, true};
        const Interval window{hours(0, 1).start, hours(0, 1).start + std::chrono::days{60}};
        const auto round = store.run<Round>([&](SqlTransaction& tx) {
            return scheduler::open_round(tx, {PlatformId{"P1"}, {collects}, window, window.start - minutes{60}, {}},
                                         administrator, store.clock.now());
        });
        REQUIRE(round.has_value());
        id = round->id;
        for (std::size_t r = 0; r < many; ++r) {
            const auto hour = static_cast<int>(r / 4) * 3;
            const auto booking = store.book(collects, hours(hour, hour + 2));
            REQUIRE(booking.has_value());
            requests.push_back(booking->id);
        }
        store.clock.set(window.start - minutes{60});
        REQUIRE(store.writer().run([&](SqlTransaction& tx) {
            scheduler::close_round(tx, id, store.clock.now());
            scheduler::draw_lots(tx, id, 11);
            return true;
        }) == server::CommitOutcome::durable);
    }

    GatheredRound gather() {
        GatheredRound gathered;
        (void)store_.writer().run([&](SqlTransaction& tx) {
            gathered = scheduler::gather_round(tx, *tx.round(id), store_.clock.now());
            return false;
        });
        return gathered;
    }

    void keep(std::int64_t plan, const std::vector<scheduler::RoundAward>& awards) {
        const auto kept = store_.run<bool>([&](SqlTransaction& tx) -> Result<bool> {
            TRY_VOID(scheduler::keep_awards(tx, id, plan, awards));
            return true;
        });
        REQUIRE(kept.has_value());
    }

    Result<bool> fix(std::int64_t plan, std::size_t count, bool at_all_events = false) {
        scheduler::RoundOutcome outcome;
        outcome.requests = static_cast<std::int64_t>(count);
        return store_.run<bool>([&](SqlTransaction& tx) {
            return scheduler::fix_awards(tx, id, plan, static_cast<std::int64_t>(count), outcome, at_all_events,
                                         store_.clock.now());
        });
    }

    Result<bool> carry_out() {
        return store_.run<bool>(
            [&](SqlTransaction& tx) { return scheduler::carry_out_awards(tx, id, store_.clock.now()); });
    }

    std::map<BookingStatus, int> states() {
        std::map<BookingStatus, int> counted;
        (void)store_.writer().run([&](SqlTransaction& tx) {
            for (const auto request : requests) {
                ++counted[tx.booking(request)->status];
            }
            return false;
        });
        return counted;
    }

    RoundStatus status() {
        RoundStatus found = RoundStatus::collecting;
        (void)store_.writer().run([&](SqlTransaction& tx) {
            found = tx.round(id)->status;
            return false;
        });
        return found;
    }

    RoundId id;
    std::vector<BookingId> requests;

  private:
    Store& store_;
};

std::int64_t count(Store& store, server::Sql sql) {
    auto database = store.open();
    return std::get<0>(*database.first<std::int64_t>(sql));
}
}  // namespace

TEST_CASE("A large round is carried out portion by portion, losers first, and told only when all of it is done") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    LargeRound round(store);
    const auto gathered = round.gather();
    REQUIRE(gathered.bookings.size() == many);
    const auto allocation = scheduler::allocate(gathered.problem, nullptr, {});
    const auto awards = scheduler::awards_of(round.id, gathered, allocation);
    round.keep(1, awards);
    CHECK(round.states() == std::map<BookingStatus, int>{{BookingStatus::requested, static_cast<int>(many)}});
    CHECK(round.carry_out().error().code() == ErrorCode::wrong_state);
    REQUIRE(*round.fix(1, many));
    CHECK(round.fix(1, many).error().code() == ErrorCode::wrong_state);

    CHECK(*round.carry_out() == false);
    CHECK(round.status() == RoundStatus::closed);
    CHECK(round.states()[BookingStatus::rejected] == static_cast<int>(scheduler::round_portion));
    CHECK(round.states()[BookingStatus::approved] == 0);
    // The program ends in the middle, and one of those who won withdraws before it goes on.
    store.reopen();
    const auto winner =
        std::ranges::find_if(awards, [](const auto& award) { return award.result.granted.has_value(); });
    REQUIRE(winner != awards.end());
    REQUIRE(store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::cancel_booking(tx, winner->result.booking_id, "", store.member(), store.clock.now());
    }));
    CHECK(*round.carry_out() == false);
    CHECK(*round.carry_out() == true);
    CHECK(round.carry_out().error().code() == ErrorCode::wrong_state);
    CHECK(round.status() == RoundStatus::allocated);
    const auto states = round.states();
    CHECK(states.contains(BookingStatus::requested) == false);
    CHECK(states.at(BookingStatus::cancelled) == 1);
    const auto approved = states.at(BookingStatus::approved);
    CHECK(approved + states.at(BookingStatus::rejected) == static_cast<int>(many) - 1);
    CHECK(count(store, "SELECT count(*) FROM round_result") == static_cast<std::int64_t>(many) - 1);
    CHECK(count(store, "SELECT count(*) FROM round_award") == 0);
    CHECK(count(store, "SELECT granted FROM round") == approved);
    CHECK(count(store, "SELECT won_minutes FROM round_share") == approved * 120);
    CHECK(count(store, "SELECT asked_minutes FROM round_share") == (static_cast<std::int64_t>(many) - 1) * 120);
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE(
    "Awards are fixed only when all were kept and no request changed, and those of other attempts are forgotten") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    LargeRound round(store);
    const auto gathered = round.gather();
    const auto awards = scheduler::awards_of(round.id, gathered, scheduler::allocate(gathered.problem, nullptr, {}));
    round.keep(1, {awards.begin(), awards.begin() + 50});
    CHECK(*round.fix(1, many) == false);
    round.keep(2, awards);
    REQUIRE(store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::cancel_booking(tx, round.requests.front(), "", store.member(), store.clock.now());
    }));
    CHECK(*round.fix(2, many) == false);
    CHECK(*round.fix(2, many, true) == true);
    CHECK(count(store, "SELECT count(*) FROM round_award WHERE plan = 1") == 0);
    CHECK(count(store, "SELECT count(*) FROM round_award") == static_cast<std::int64_t>(many));
    int portions = 0;
    while (!*round.carry_out()) {
        ++portions;
    }
    CHECK(portions == 2);
    CHECK(round.states()[BookingStatus::requested] == 0);
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("The lots of a round are drawn once, and only when it is closed") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    const auto seed_of = [&](RoundId id) {
        std::int64_t seed = -1;
        (void)store.writer().run([&](SqlTransaction& tx) {
            seed = tx.round(id)->seed;
            return false;
        });
        return seed;
    };
    const auto draw = [&](RoundId id, std::int64_t seed) {
        (void)store.writer().run([&](SqlTransaction& tx) {
            scheduler::draw_lots(tx, id, seed);
            return true;
        });
    };
    const scheduler::Actor administrator{store.member().user, {}, true};
    const auto round = store.run<Round>([&](SqlTransaction& tx) {
        return scheduler::open_round(tx,
                                     {PlatformId{"P1"}, {collects}, hours(0, 24), hours(0, 24).start - minutes{60}, {}},
                                     administrator, store.clock.now());
    });
    REQUIRE(round.has_value());
    draw(round->id, 5);
    CHECK(seed_of(round->id) == 0);
    store.clock.set(round->cut_off);
    (void)store.writer().run([&](SqlTransaction& tx) {
        scheduler::close_round(tx, round->id, store.clock.now());
        return true;
    });
    draw(round->id, 5);
    draw(round->id, 6);
    CHECK(seed_of(round->id) == 5);
}

TEST_CASE("An organisation wins in a round what its credit pays for, and the rest goes to others") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    (void)store.writer().run([&](SqlTransaction& tx) {
        // 600 yuan an hour: two hours of four can be paid.
        tx.reader().run("UPDATE organisation SET credit_limit_fen = 130000");
        return true;
    });
    store.reopen();
    std::vector<Booking> asked;
    for (int hour = 0; hour < 4; ++hour) {
        const auto booking = store.book(collects, hours(24 * 14 + hour, 24 * 14 + hour + 1));
        REQUIRE(booking.has_value());
        CHECK(booking->status == BookingStatus::requested);
        asked.push_back(*booking);
    }
    GatheredRound gathered;
    RoundId id;
    (void)store.writer().run([&](SqlTransaction& tx) {
        const auto rounds = tx.open_rounds(collects, asked.front().time);
        REQUIRE(rounds.size() == 1);
        id = rounds.front();
        store.clock.set(tx.round(id)->cut_off);
        scheduler::close_round(tx, id, store.clock.now());
        gathered = scheduler::gather_round(tx, *tx.round(id), store.clock.now());
        return true;
    });
    const auto allocation = scheduler::allocate(gathered.problem, nullptr, {});
    const auto applied = store.run<scheduler::AppliedRound>([&](SqlTransaction& tx) {
        return scheduler::apply_allocation(tx, id, gathered, allocation, false, 1, store.clock.now());
    });
    REQUIRE(applied.has_value());
    CHECK(applied->done);
    CHECK(applied->granted == 2);
    auto database = store.open();
    CHECK(problems(database).empty());
}
