// Work that waits for its time: done once, in order, with the state it belongs to; offers that end with it.

#include "tests/contract/store.hpp"

#include "scheduler/lifecycle.hpp"
#include "scheduler/offers.hpp"
#include "server/jobs/due_runner.hpp"

#include <future>
#include <set>

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

namespace {
constexpr auto both = {Backend::sqlite, Backend::postgresql};

void catch_up(DueRunner& runner) {
    std::promise<void> done;
    auto reached = done.get_future();
    runner.catch_up([&done] { done.set_value(); });
    reached.get();
}

std::int64_t count(Store& store, server::Sql sql) {
    auto database = store.open(Database::Access::read);
    return std::get<0>(*database.first<std::int64_t>(sql));
}

Result<Offer> offer(Store& store, Interval time, std::int64_t origin, minutes valid = minutes{30}) {
    return store.run<Offer>([&](SqlTransaction& tx) {
        return scheduler::make_offer(
            tx, {one, time, store.member().user, company, {OfferOriginKind::round, origin}, store.clock.now() + valid},
            store.clock.now());
    });
}

std::vector<std::int64_t> expired_in_order(const Store& store) {
    std::vector<std::int64_t> ids;
    for (const auto& event : store.heard) {
        if (event.kind == EventKind::offer_expired) {
            ids.push_back(event.subject);
        }
    }
    return ids;
}
}  // namespace

TEST_CASE("An open offer holds its lane against everybody, and gives it up when it ends") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto made = offer(store, hours(9, 11), 1);
    REQUIRE(made);
    CHECK(made->expires_at == store.clock.now() + minutes{30});
    CHECK(store.book(one, hours(10, 12)).error().code() == ErrorCode::slot_taken);
    CHECK(offer(store, hours(10, 12), 2).error().code() == ErrorCode::slot_taken);
    auto database = store.open();
    CHECK(problems(database).empty());

    SECTION("Accepted, it is turned into a booking in one transaction") {
        const auto booked = store.run<Booking>([&](SqlTransaction& tx) -> Result<Booking> {
            TRY(const auto taken, scheduler::accept_offer(tx, made->id, store.member(), store.clock.now()));
            return scheduler::request_booking(tx, {one, taken.time, "from an offer", 0, 0, std::nullopt},
                                              store.member(), store.clock.now());
        });
        REQUIRE(booked);
        CHECK(booked->time == made->time);
    }
    SECTION("A booking that is refused after all leaves the offer open") {
        const auto refused = store.run<Booking>([&](SqlTransaction& tx) -> Result<Booking> {
            TRY(const auto taken, scheduler::accept_offer(tx, made->id, store.member(), store.clock.now()));
            return ErrorCode::insufficient_credit;
        });
        CHECK_FALSE(refused);
        CHECK(store.book(one, hours(9, 11)).error().code() == ErrorCode::slot_taken);
    }
    SECTION("Declined, it frees its time at once") {
        REQUIRE(store.run<Offer>([&](SqlTransaction& tx) {
            return scheduler::decline_offer(tx, made->id, store.member(), store.clock.now());
        }));
        CHECK(store.book(one, hours(9, 11)));
        const auto again = store.run<Offer>([&](SqlTransaction& tx) {
            return scheduler::accept_offer(tx, made->id, store.member(), store.clock.now());
        });
        CHECK(again.error().code() == ErrorCode::wrong_state);
    }
    SECTION("Another user does not find it") {
        const scheduler::Actor other{UserId{4711}, company, false};
        const auto found = store.run<Offer>(
            [&](SqlTransaction& tx) { return scheduler::accept_offer(tx, made->id, other, store.clock.now()); });
        CHECK(found.error().code() == ErrorCode::not_found);
    }
    CHECK(problems(database).empty());
}

TEST_CASE("An offer ends at its start at the latest, and one that would end at once is not made") {
    const auto backend = GENERATE(values(both));
    Store store(backend);
    store.clock.set(hours(9, 11).start - minutes{10});
    const auto made = offer(store, hours(9, 11), 1);
    REQUIRE(made);
    CHECK(made->expires_at == hours(9, 11).start);
    store.clock.set(hours(12, 13).start);
    CHECK(offer(store, hours(12, 13), 2).error().code() == ErrorCode::wrong_state);
}

TEST_CASE("What is due is done in order of time, once, and only when its time has come") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto late = offer(store, hours(9, 10), 1, minutes{90});
    const auto early = offer(store, hours(10, 11), 2, minutes{30});
    const auto middle = offer(store, hours(11, 12), 3, minutes{60});
    REQUIRE((late && early && middle));
    DueRunner runner(store.writer(), store.clock);
    catch_up(runner);
    CHECK(expired_in_order(store).empty());
    store.clock.advance(minutes{29});
    catch_up(runner);
    CHECK(expired_in_order(store).empty());
    // A long jump catches up in order.
    store.clock.advance(std::chrono::hours{5});
    catch_up(runner);
    catch_up(runner);
    CHECK(expired_in_order(store) == std::vector{early->id.value, middle->id.value, late->id.value});
    CHECK(count(store, "SELECT count(*) FROM due_work") == 0);
    CHECK(count(store, "SELECT count(*) FROM occupancy WHERE holder_kind = 2") == 0);
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("Work that came due while the program was down is done when it starts, exactly once") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    for (int hour = 9; hour < 17; ++hour) {
        REQUIRE(offer(store, hours(hour, hour + 1), hour, minutes{30 + hour}));
    }
    store.clock.advance(std::chrono::hours{2});
    for (int start = 0; start < 2; ++start) {
        store.reopen();
        DueRunner runner(store.writer(), store.clock);
        catch_up(runner);
    }
    CHECK(count(store, "SELECT count(*) FROM event WHERE kind = 'offer_expired'") == 8);
    CHECK(count(store, "SELECT count(*) FROM offer WHERE status = 'expired'") == 8);
}

TEST_CASE("Two runners on one store share the work and never do a piece twice") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    for (int minute = 0; minute < 200; ++minute) {
        const auto start = hours(9, 10).start + minutes{15 * minute};
        REQUIRE(offer(store, {start, start + minutes{15}}, minute, minutes{minute + 1}));
    }
    store.clock.advance(std::chrono::hours{4});
    {
        DueRunner first(store.writer(), store.clock);
        DueRunner second(store.writer(), store.clock);
        catch_up(first);
        catch_up(second);
    }
    CHECK(count(store, "SELECT count(*) FROM event WHERE kind = 'offer_expired'") == 200);
}

TEST_CASE("A request that nobody decided expires at its start and frees its lane") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto request = store.book(asks, hours(9, 11));
    const auto collected = store.book(collects, hours(9, 11));
    REQUIRE((request && collected));
    DueRunner runner(store.writer(), store.clock);
    store.clock.set(request->time.start - seconds{1});
    catch_up(runner);
    CHECK(count(store, "SELECT count(*) FROM booking WHERE status = 'requested'") == 2);
    store.clock.set(request->time.start);
    catch_up(runner);
    CHECK(count(store, "SELECT count(*) FROM booking WHERE status = 'expired'") == 2);
    CHECK(count(store, "SELECT count(*) FROM occupancy") == 0);
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("A request that was moved expires at its new start") {
    const auto backend = GENERATE(values(both));
    Store store(backend);
    const auto request = store.book(asks, hours(9, 11));
    REQUIRE(request);
    REQUIRE(store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::reschedule_booking(tx, request->id, hours(14, 16), std::nullopt, store.member(),
                                             store.clock.now());
    }));
    DueRunner runner(store.writer(), store.clock);
    store.clock.set(hours(9, 11).start);
    catch_up(runner);
    CHECK(count(store, "SELECT count(*) FROM booking WHERE status = 'requested'") == 1);
    store.clock.set(hours(14, 16).start);
    catch_up(runner);
    CHECK(count(store, "SELECT count(*) FROM booking WHERE status = 'expired'") == 1);
}
