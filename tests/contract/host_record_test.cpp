// The record of hosts on both databases: written with what it follows from, never edited.

#include "tests/contract/store.hpp"

#include "server/storage/host_deed_rows.hpp"

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

namespace {
/// Somebody of the house.
scheduler::Actor approver(Store& store) {
    UserId id;
    (void)store.writer().run([&](SqlTransaction& tx) {
        StoredPerson person;
        person.user.login = "approver";
        person.user.organisation_id = company;
        person.password_hash = "!";
        id = tx.add_person(person);
        return true;
    });
    return {id, company, true};
}

std::vector<HostDeed> deeds(Store& store) {
    auto database = store.open(Database::Access::read);
    return find_host_deeds(database, PlatformId{"P1"}, {hours(-48, 0).start, hours(0, 240).end});
}
}  // namespace

TEST_CASE("an answer is written down with the time that the request waited since it was last asked for") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Store store(backend);
    const auto staff = approver(store);
    const auto asked = store.book(asks, hours(9, 10));
    REQUIRE(asked);
    store.clock.advance(minutes{90});
    REQUIRE(store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::reschedule_booking(tx, asked->id, hours(10, 11), std::nullopt, store.member(),
                                             store.clock.now());
    }));
    store.clock.advance(minutes{30});
    REQUIRE(store.run<Booking>(
        [&](SqlTransaction& tx) { return scheduler::approve_booking(tx, asked->id, staff, store.clock.now()); }));
    const auto written = deeds(store);
    REQUIRE(written.size() == 1);
    CHECK(written[0].kind == HostDeedKind::answered);
    CHECK(written[0].booking_id == asked->id);
    CHECK(written[0].instrument_id == asks);
    REQUIRE(written[0].wait);
    CHECK(written[0].wait->minutes == 30);
}

TEST_CASE("staff's cancellation and an outage are written down, the user's own cancellation is not") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Store store(backend);
    const auto staff = approver(store);
    const auto own = store.book(one, hours(9, 10));
    const auto theirs = store.book(one, hours(11, 12));
    const auto displaced = store.book(one, hours(13, 14));
    REQUIRE((own && theirs && displaced));
    const auto cancel = [&](BookingId id, const scheduler::Actor& who) {
        return store.run<Booking>(
            [&](SqlTransaction& tx) { return scheduler::cancel_booking(tx, id, "because", who, store.clock.now()); });
    };
    REQUIRE(cancel(own->id, store.member()));
    CHECK(deeds(store).empty());
    REQUIRE(cancel(theirs->id, staff));
    REQUIRE(store.run<scheduler::ReportedOutage>([&](SqlTransaction& tx) {
        return scheduler::report_outage(tx, one, hours(13, 15), "vacuum", staff, store.clock.now());
    }));
    const auto written = deeds(store);
    REQUIRE(written.size() == 2);
    CHECK(written[0].kind == HostDeedKind::displaced);
    CHECK(written[0].booking_id == displaced->id);
    CHECK(written[1].kind == HostDeedKind::cancelled);
}

TEST_CASE("the record of a host can be neither edited nor deleted") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Store store(backend);
    const auto staff = approver(store);
    const auto booked = store.book(one, hours(9, 10));
    REQUIRE(store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::cancel_booking(tx, booked->id, "because", staff, store.clock.now());
    }));
    auto database = store.open();
    CHECK_THROWS_AS(database.run_text("UPDATE host_deed SET kind = 'moved'"), StoreError);
    CHECK_THROWS_AS(database.run_text("DELETE FROM host_deed"), StoreError);
}

TEST_CASE("the rules that were set aside for a booking are remembered by name") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Store store(backend);
    const auto booked = store.book(one, hours(9, 10));
    REQUIRE(booked);
    (void)store.writer().run([&](SqlTransaction& tx) {
        tx.add_waiver({booked->id, {"min_length", "grid"}, "because", store.member().user, store.clock.now()});
        tx.add_waiver({booked->id, {"closure"}, "again", store.member().user, store.clock.now()});
        CHECK(tx.waived_rules(booked->id) == std::vector<std::string>{"min_length", "grid", "closure"});
        CHECK(tx.waived_rules(BookingId{4711}).empty());
        return true;
    });
}
