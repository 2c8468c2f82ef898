// What the rules read of a person, and what is on record of users: the same on both databases.

#include "tests/contract/store.hpp"

#include "scheduler/credit.hpp"
#include "server/storage/rows.hpp"

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

namespace {
/// Reads inside a command, which sees everything before it.
template <class Read>
auto reading(Store& store, Read&& read) {
    std::optional<std::invoke_result_t<Read, SqlTransaction&>> result;
    (void)store.writer().run([&](SqlTransaction& tx) {
        result.emplace(read(tx));
        return true;
    });
    return *std::move(result);
}
}  // namespace

TEST_CASE("counted bookings: all but the cancelled, those that reach into the range from outside too") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Store store(backend);
    const auto user = store.member().user;
    REQUIRE(store.book(one, hours(0, 2)));
    const auto cancelled = store.book(one, hours(3, 4));
    REQUIRE(cancelled);
    REQUIRE(store.book(one, hours(23, 25)));
    REQUIRE(store.book(three, hours(5, 6)));
    REQUIRE(store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::cancel_booking(tx, cancelled->id, "no", Store::staff(), store.clock.now());
    }));
    const auto counted = [&](Interval range) {
        return reading(store, [&](SqlTransaction& tx) {
            const auto of_user = tx.counted_bookings(user, one, range).size();
            const auto of_company = tx.counted_bookings(company, one, range).size();
            return std::pair(of_user, of_company);
        });
    };
    CHECK(counted(hours(0, 24)) == std::pair(2UL, 2UL));
    CHECK(counted(hours(1, 2)) == std::pair(1UL, 1UL));
    CHECK(counted(hours(2, 23)) == std::pair(0UL, 0UL));
    CHECK(counted(hours(24, 48)) == std::pair(1UL, 1UL));
    CHECK(reading(store, [&](SqlTransaction& tx) {
              return tx.counted_bookings(OrganisationId{"OTHER"}, one, hours(0, 24)).size();
          }) == 0);

    const auto future =
        reading(store, [&](SqlTransaction& tx) { return tx.future_use(user, one, hours(1, 2).start, BookingId{}); });
    CHECK(future.bookings == 2);
    CHECK(future.time == minutes{180});
    const auto without =
        reading(store, [&](SqlTransaction& tx) { return tx.future_use(user, one, hours(2, 3).start, BookingId{}); });
    CHECK(without.bookings == 1);
    CHECK(reading(store, [&](SqlTransaction& tx) { return tx.live_bookings(user, one, hours(24, 30)).size(); }) == 1);
}

TEST_CASE("clearances belong to a platform and to a user or an organisation; the store refuses both or none") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Store store(backend);
    const scheduler::Person person{store.member().user, company};
    Clearance clearance;
    clearance.gate = "contract";
    clearance.platform_id = PlatformId{"P1"};
    clearance.organisation_id = company;
    clearance.valid_from = store.clock.now();
    const auto id = reading(store, [&](SqlTransaction& tx) { return tx.add_clearance(clearance); });
    clearance.gate = "laser";
    clearance.user_id = person.user;
    clearance.valid_until = store.clock.now() + std::chrono::days{1};
    (void)reading(store, [&](SqlTransaction& tx) { return tx.add_clearance(clearance); });
    const auto found = reading(store, [&](SqlTransaction& tx) { return tx.clearances(person, PlatformId{"P1"}); });
    REQUIRE(found.size() == 2);
    CHECK(found[0].gate == "laser");
    CHECK(found[0].user_id == person.user);
    CHECK(found[0].valid_until == clearance.valid_until);
    CHECK(found[1].organisation_id == company);
    CHECK_FALSE(found[1].valid_until.has_value());
    (void)reading(store, [&](SqlTransaction& tx) {
        tx.remove_clearance(id);
        return true;
    });
    CHECK(reading(store, [&](SqlTransaction& tx) { return tx.clearances(person, PlatformId{"P1"}).size(); }) == 1);
    clearance.valid_until = clearance.valid_from;
    const auto outcome = store.writer().run([&](SqlTransaction& tx) {
        (void)tx.add_clearance(clearance);
        return true;
    });
    CHECK(outcome != CommitOutcome::durable);
}

TEST_CASE("credit entries, suspensions and their end survive the store; a forgiven entry no longer counts") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Store store(backend);
    const auto user = store.member().user;
    const auto now = store.clock.now();
    (void)store.writer().run([&](SqlTransaction& tx) {
        tx.put_credit_policy(CreditPolicy{}, 1, now);
        return true;
    });
    std::vector<CreditEntryId> entries;
    for (int i = 0; i < 3; ++i) {
        const auto booking = store.book(one, hours(2 * i, 2 * i + 1));
        REQUIRE(booking);
        REQUIRE(store.run<Booking>([&](SqlTransaction& tx) {
            return scheduler::mark_no_show(tx, booking->id, Store::staff(), booking->time.start);
        }));
        entries.push_back(CreditEntryId{i + 1});
    }
    const auto suspended_at = [&](Instant at) {
        return reading(store, [&](SqlTransaction& tx) { return tx.suspension(user, at); });
    };
    const auto last = hours(4, 5).start;
    REQUIRE(suspended_at(last));
    CHECK(suspended_at(last)->until == last + std::chrono::days{30});
    CHECK_FALSE(suspended_at(last + std::chrono::days{30}));
    CHECK(store.book(one, hours(50, 51)).error().violations().at(0).rule == "suspended");
    const auto counted = [&] {
        return reading(
            store, [&](SqlTransaction& tx) { return tx.count_credit_entries(user, CreditCause::no_show, now, last); });
    };
    CHECK(counted() == 3);
    REQUIRE(store.run<CreditEntry>([&](SqlTransaction& tx) {
        return scheduler::decide_credit(tx, entries[0], true, "door locked", Store::staff(), last);
    }));
    CHECK(counted() == 2);
    CHECK_FALSE(suspended_at(last));
    CHECK(reading(store, [&](SqlTransaction& tx) { return tx.credit_entry(entries[0]); })->decision == "door locked");
    CHECK(store.book(one, hours(50, 51)));
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("a new version of the holiday calendar holds for the next command") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Store store(backend);
    const auto follow = [&](SqlTransaction& tx) {
        Policy policy = tx.instrument(one)->policy->policy;
        policy.follows_holidays = true;
        (void)tx.add_policy(one, policy, store.clock.now());
        return true;
    };
    (void)reading(store, follow);
    REQUIRE(store.book(one, hours(9, 10)));
    HolidayDocument document;
    document.holidays = {{{local_day({2026, 11, 24})}, {local_day({2026, 11, 24})}, "校庆", "Founders' day"}};
    (void)reading(store, [&](SqlTransaction& tx) {
        tx.put_holidays(Holidays(document, stored_holidays(tx.reader())->version() + 1), store.clock.now());
        return true;
    });
    CHECK(store.book(one, hours(10, 11)).error().violations().at(0).rule == "holiday");
    store.reopen();
    CHECK(store.book(one, hours(10, 11)).error().violations().at(0).rule == "holiday");
    CHECK(store.book(one, hours(24, 25)));
}
