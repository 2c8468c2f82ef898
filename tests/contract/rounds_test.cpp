// Rounds on both databases: deciding checks everything again, and what changed meanwhile is noticed.

#include "scheduler/quota.hpp"
#include "scheduler/round_commands.hpp"
#include "tests/contract/store.hpp"

#include <random>

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using scheduler::AppliedRound;
using scheduler::GatheredRound;
using server::SqlTransaction;

namespace {
class Rounds {
  public:
    explicit Rounds(Store& store, Interval window = hours(0, 24)) : store_(store) {
        const scheduler::Actor administrator{store.member().user, {}, true};
        const auto round = store.run<Round>([&](SqlTransaction& tx) {
            return scheduler::open_round(tx, {PlatformId{"P1"}, {collects}, window, window.start - minutes{60}, {}},
                                         administrator, store.clock.now());
        });
        REQUIRE(round.has_value());
        id_ = round->id;
        window_ = window;
    }

    void close() {
        store_.clock.set(window_.start - minutes{60});
        REQUIRE(store_.writer().run([&](SqlTransaction& tx) {
            scheduler::close_round(tx, id_, store_.clock.now());
            scheduler::draw_lots(tx, id_, 7);
            return true;
        }) == server::CommitOutcome::durable);
    }

    GatheredRound gather() {
        GatheredRound gathered;
        (void)store_.writer().run([&](SqlTransaction& tx) {
            gathered = scheduler::gather_round(tx, *tx.round(id_), store_.clock.now());
            return false;
        });
        return gathered;
    }

    AppliedRound apply(const GatheredRound& gathered, bool at_all_events) {
        const auto allocation = scheduler::allocate(gathered.problem, nullptr, {});
        Result<AppliedRound> applied = ErrorCode::unavailable;
        (void)store_.writer().run([&](SqlTransaction& tx) {
            applied = scheduler::apply_allocation(tx, id_, gathered, allocation, at_all_events, 1, store_.clock.now());
            return applied && applied->done;
        });
        REQUIRE(applied.has_value());
        return *applied;
    }

    BookingStatus status_of(BookingId id) {
        BookingStatus status = BookingStatus::requested;
        (void)store_.writer().run([&](SqlTransaction& tx) {
            status = tx.booking(id)->status;
            return false;
        });
        return status;
    }

    [[nodiscard]] RoundId id() const { return id_; }

  private:
    Store& store_;
    RoundId id_;
    Interval window_;
};

void set_policy(Store& store, const std::function<void(Policy&)>& change) {
    (void)store.writer().run([&](SqlTransaction& tx) {
        auto policy = tx.instrument(collects)->policy->policy;
        change(policy);
        (void)tx.add_policy(collects, policy, store.clock.now());
        return true;
    });
}
}  // namespace

TEST_CASE("A round whose requests changed while it was solved is not applied, and at all events leaves them out") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    Rounds rounds(store);
    const auto kept = store.book(collects, hours(9, 11));
    const auto withdrawn = store.book(collects, hours(9, 11));
    const auto third = store.book(collects, hours(9, 11));
    REQUIRE((kept && withdrawn && third));
    rounds.close();
    const auto gathered = rounds.gather();
    REQUIRE(gathered.bookings.size() == 3);
    REQUIRE(store
                .run<Booking>([&](SqlTransaction& tx) {
                    return scheduler::cancel_booking(tx, withdrawn->id, "", store.member(), store.clock.now());
                })
                .has_value());
    const auto refused = rounds.apply(gathered, false);
    CHECK(refused.changed);
    CHECK_FALSE(refused.done);
    CHECK(rounds.status_of(kept->id) == BookingStatus::requested);

    SECTION("solved again, everybody who is left gets his time") {
        const auto again = rounds.gather();
        CHECK(again.bookings.size() == 2);
        CHECK(rounds.apply(again, false).granted == 2);
        CHECK(rounds.status_of(kept->id) == BookingStatus::approved);
        CHECK(rounds.status_of(third->id) == BookingStatus::approved);
    }
    SECTION("at all events, the others are decided") {
        CHECK(rounds.apply(gathered, true).done);
    }
    CHECK(rounds.status_of(withdrawn->id) == BookingStatus::cancelled);
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("Lanes that were taken while the round was solved are noticed") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    Rounds rounds(store);
    const auto first = store.book(collects, hours(9, 11));
    const auto second = store.book(collects, hours(9, 11));
    rounds.close();
    const auto gathered = rounds.gather();
    REQUIRE(store.writer().run([&](SqlTransaction& tx) {
        return scheduler::report_outage(tx, collects, hours(10, 12), "broken", Store::staff(), store.clock.now())
            .has_value();
    }) == server::CommitOutcome::durable);
    CHECK_FALSE(rounds.apply(gathered, false).done);
    const auto again = rounds.gather();
    CHECK(rounds.apply(again, false).granted == 0);
    CHECK(rounds.status_of(first->id) == BookingStatus::rejected);
    CHECK(rounds.status_of(second->id) == BookingStatus::rejected);
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("No allocation breaks a quota or takes a lane twice, whatever is asked") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    std::mt19937 random(5);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<std::uint32_t>(n)); };
    Quota daily;
    daily.per = QuotaPeriod::day;
    daily.max_minutes = 600;
    for (int day = 0; day < 6; ++day) {
        const auto window = hours(48 * day, 48 * day + 48);
        set_policy(store, [](Policy& policy) { policy.quotas.clear(); });
        Rounds rounds(store, window);
        for (int r = 0; r < 25; ++r) {
            const int start = 48 * day + below(45);
            const auto booking = store.book(collects, hours(start, start + 1 + below(3)));
            REQUIRE(booking.has_value());
            RoundWish wish;
            const int other = 48 * day + below(45);
            wish.alternatives.push_back({collects, hours(other, other + 1 + below(3))});
            (void)store.writer().run([&](SqlTransaction& tx) {
                return scheduler::set_wish(tx, *booking, wish, store.clock.now()).has_value();
            });
        }
        set_policy(store, [&](Policy& policy) { policy.quotas = {daily}; });
        rounds.close();
        const auto applied = rounds.apply(rounds.gather(), true);
        REQUIRE(applied.done);
        CHECK(applied.granted > 0);
        const TimeZone zone;
        for (int half = 0; half < 2; ++half) {
            const auto period = hours(48 * day + 24 * half, 48 * day + 24 * half + 24);
            seconds counted{0};
            (void)store.writer().run([&](SqlTransaction& tx) {
                for (const auto& b : tx.counted_bookings(store.member().user, collects, period)) {
                    counted += scheduler::counted_time(daily, zone, period, b.time);
                }
                return false;
            });
            CHECK(counted <= minutes{600});
        }
        auto database = store.open();
        CHECK(problems(database).empty());
    }
}
