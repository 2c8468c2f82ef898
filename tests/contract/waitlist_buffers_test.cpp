// Who waits for time that nobody but a buffer was in the way of.

#include "scheduler/documents.hpp"
#include "scheduler/waitlist.hpp"
#include "tests/contract/store.hpp"

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

TEST_CASE("A wish that touches the booking before or after it is offered when that goes with its buffer") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    const auto [before, after, wished] = GENERATE(table<int, int, Interval>({
        {30, 0, hours(11, 12)},
        {0, 30, hours(8, 9)},
    }));
    INFO(support::name_of(backend) << ", buffers of " << before << " and " << after << " minutes");
    Store store(backend);
    const auto now = store.clock.now();
    UserId waiter;
    REQUIRE(store.writer().run([&](SqlTransaction& tx) {
        auto policy = tx.instrument(one)->policy->policy;
        policy.buffer_before_minutes = before;
        policy.buffer_after_minutes = after;
        scheduler::change_policy(tx, one, policy, Store::staff(), now);
        StoredPerson person;
        person.user.login = "waiter@company.example";
        person.user.organisation_id = company;
        person.password_hash = "!";
        waiter = tx.add_person(person);
        return true;
    }) == CommitOutcome::durable);
    const auto booked = store.book(one, hours(9, 11));
    REQUIRE(booked);
    CHECK(store.book(one, wished).error().code() == ErrorCode::slot_taken);

    WaitlistEntry wish;
    wish.instrument_id = one;
    wish.range = wished;
    wish.duration = minutes{60};
    const auto joined = store.run<WaitlistEntry>(
        [&](SqlTransaction& tx) { return scheduler::join_waitlist(tx, wish, {one}, {waiter, company, false}, now); });
    REQUIRE(joined);
    REQUIRE(store.run<Booking>([&](SqlTransaction& tx) -> Result<Booking> {
        TRY(auto cancelled, scheduler::cancel_booking(tx, booked->id, "", store.member(), now));
        scheduler::offer_freed_time(tx, store.member().user, now);
        return cancelled;
    }));
    std::vector<Offer> offers;
    (void)store.writer().run([&](SqlTransaction& tx) {
        offers = tx.offers_of({OfferOriginKind::waitlist, joined->id.value});
        return false;
    });
    REQUIRE(offers.size() == 1);
    CHECK(offers.front().time == wished);
}
