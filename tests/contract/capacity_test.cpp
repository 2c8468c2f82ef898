// What a change of the capacity does to outages and to those who wait for a lane.

#include "scheduler/documents.hpp"
#include "tests/contract/store.hpp"

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

namespace {
constexpr auto both = {Backend::sqlite, Backend::postgresql};

void set_capacity(Store& store, const InstrumentId& instrument, std::int64_t capacity) {
    const auto outcome = store.writer().run([&](SqlTransaction& tx) {
        auto policy = tx.instrument(instrument)->policy->policy;
        policy.capacity = capacity;
        scheduler::change_policy(tx, instrument, policy, Store::staff(), store.clock.now());
        return true;
    });
    REQUIRE(outcome == CommitOutcome::durable);
}

Result<scheduler::ReportedOutage> report(Store& store, const InstrumentId& instrument, Interval time) {
    return store.run<scheduler::ReportedOutage>([&](auto& tx) {
        return scheduler::report_outage(tx, instrument, time, "broken", Store::staff(), store.clock.now());
    });
}
}  // namespace

TEST_CASE("A capacity raised during an outage opens no lane inside it, also after it was lowered") {
    const auto backend = GENERATE(values(both));
    const std::vector<std::int64_t> capacities = GENERATE(values<std::vector<std::int64_t>>({
        {1, 2},
        {1, 3, 2, 3},
        {3, 1, 3},
        {3, 1, 2},
        {2, 1, 4},
    }));
    INFO(support::name_of(backend) << " to capacity " << capacities.back());
    Store store(backend);
    set_capacity(store, one, capacities.front());
    const auto outage = report(store, one, hours(9, 11));
    REQUIRE(outage);
    for (std::size_t i = 1; i < capacities.size(); ++i) {
        set_capacity(store, one, capacities[i]);
        CHECK(store.book(one, hours(9, 10)).error().code() == ErrorCode::slot_taken);
        CHECK(store.book(one, hours(10, 12)).error().code() == ErrorCode::slot_taken);
    }
    // What touches the outage only at its edge is free, and all lanes open again when it ends.
    CHECK(store.book(one, hours(11, 12)));
    REQUIRE(store.run<Outage>(
        [&](auto& tx) { return scheduler::end_outage(tx, outage->outage.id, Store::staff(), store.clock.now()); }));
    for (std::int64_t lane = 0; lane < capacities.back(); ++lane) {
        CHECK(store.book(one, hours(9, 10)));
    }
    CHECK(store.book(one, hours(9, 10)).error().code() == ErrorCode::slot_taken);
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("A request that only a lane above the lowered capacity blocks is rejected with its rivals") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    set_capacity(store, collects, 3);
    std::vector<BookingId> requests;
    for (int i = 0; i < 4; ++i) {
        const auto asked = store.book(collects, hours(9, 10));
        REQUIRE(asked);
        requests.push_back(asked->id);
    }
    const auto approve = [&](std::size_t i) {
        return store.run<Booking>(
            [&](auto& tx) { return scheduler::approve_booking(tx, requests[i], Store::staff(), store.clock.now()); });
    };
    REQUIRE(approve(0));
    REQUIRE(approve(1));
    // The first leaves its lane; the second stays in the one that the lowered capacity cuts off.
    REQUIRE(store.run<Booking>(
        [&](auto& tx) { return scheduler::cancel_booking(tx, requests[0], "", Store::staff(), store.clock.now()); }));
    set_capacity(store, collects, 2);
    REQUIRE(approve(2));
    std::optional<Booking> last;
    (void)store.writer().run([&](SqlTransaction& tx) {
        last = tx.booking(requests[3]);
        return true;
    });
    REQUIRE(last);
    CHECK(last->status == BookingStatus::rejected);
}
