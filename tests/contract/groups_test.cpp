// Groups and accessories on both databases: all or nothing, and no unit of a stock is ever given twice.

#include "server/storage/rows.hpp"
#include "tests/contract/store.hpp"

#include "scheduler/booking_groups.hpp"

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using scheduler::GroupMode;
using scheduler::GroupScope;
using support::Backend;

namespace {

scheduler::BookingRequest wish(const InstrumentId& instrument, Interval time) {
    return {instrument, time, "test", 0, 0, std::nullopt};
}

Interval next_day(Interval time, int days) {
    return {time.start + std::chrono::days{days}, time.end + std::chrono::days{days}};
}

Result<scheduler::PlacedGroup> place(Store& store, const std::vector<scheduler::BookingRequest>& members,
                                     GroupMode mode = GroupMode::all_or_nothing, const std::string& rule = "") {
    return store.run<scheduler::PlacedGroup>([&](SqlTransaction& tx) {
        return scheduler::request_group(tx, {members, rule, mode}, store.member(), store.clock.now());
    });
}

/// A daily series 09:00-10:00 on `one` for so many days.
std::vector<scheduler::BookingRequest> daily(int days, const InstrumentId& instrument = one) {
    std::vector<scheduler::BookingRequest> members;
    for (int day = 0; day < days; ++day) {
        members.push_back(wish(instrument, next_day(hours(9, 10), day)));
    }
    return members;
}

std::vector<Booking> members_of(Store& store, BookingGroupId id) {
    return *store.run<std::vector<Booking>>(
        [&](SqlTransaction& tx) { return Result<std::vector<Booking>>(tx.group_members(id)); });
}

std::vector<scheduler::MemberChange> changes(Store& store, BookingGroupId id, GroupScope scope, const Booking* from) {
    std::vector<scheduler::MemberChange> found;
    const auto all = members_of(store, id);
    for (const auto& member : scheduler::members_to_change(all, scope, from, store.clock.now())) {
        found.push_back({member, store.member()});
    }
    return found;
}

Result<std::vector<Booking>> move(Store& store, const std::vector<scheduler::MemberChange>& members,
                                  std::int64_t by_minutes) {
    return store.run<std::vector<Booking>>([&](SqlTransaction& tx) {
        return scheduler::reschedule_group(tx, members, {by_minutes, by_minutes}, store.clock.now());
    });
}

std::int64_t count(Store& store, Sql sql) {
    auto database = store.open(Database::Access::read);
    return std::get<0>(*database.first<std::int64_t>(sql));
}

AccessoryId stocked(Store& store, std::int64_t stock) {
    return *store.run<AccessoryId>([&](SqlTransaction& tx) {
        return Result<AccessoryId>(tx.put_accessory({{}, PlatformId{"P1"}, {}, "样品杆", "holder", stock}));
    });
}

}  // namespace

TEST_CASE("A group is written as a whole and its members know it") {
    Store store(GENERATE(Backend::sqlite, Backend::postgresql));
    const auto placed = place(store, daily(3), GroupMode::all_or_nothing, "FREQ=DAILY;COUNT=3");
    REQUIRE(placed);
    CHECK(placed->total == Money{3 * 60'000});
    const auto members = members_of(store, placed->group.id);
    REQUIRE(members.size() == 3);
    for (const auto& member : members) {
        CHECK(member.group_id == placed->group.id);
        CHECK(member.status == BookingStatus::approved);
    }
    auto database = store.open();
    CHECK(find_group(database, placed->group.id)->recurrence == "FREQ=DAILY;COUNT=3");
    CHECK_THROWS_AS(database.run("UPDATE booking SET group_id = NULL WHERE id = 1"), StoreError);
    CHECK(problems(database).empty());
}

TEST_CASE("C11: one taken member refuses the whole group and nothing of it is written") {
    Store store(GENERATE(Backend::sqlite, Backend::postgresql));
    REQUIRE(store.book(one, next_day(hours(9, 10), 1)));
    const auto heard = store.heard.size();
    const auto placed = place(store, daily(3));
    REQUIRE_FALSE(placed);
    CHECK(placed.error().code() == ErrorCode::slot_taken);
    REQUIRE(placed.error().items().size() == 1);
    CHECK(placed.error().items().front().index == 1);
    CHECK(store.heard.size() == heard);
    CHECK(count(store, "SELECT count(*) FROM booking") == 1);
    CHECK(count(store, "SELECT count(*) FROM booking_group") == 0);
    CHECK(count(store, "SELECT count(*) FROM occupancy") == 1);
}

TEST_CASE("C16: a series with one taken date is made without it where that is asked for") {
    Store store(GENERATE(Backend::sqlite, Backend::postgresql));
    REQUIRE(store.book(one, next_day(hours(9, 10), 1)));
    const auto placed = place(store, daily(4), GroupMode::partial);
    REQUIRE(placed);
    CHECK(placed->refused == 1);
    CHECK(placed->members[1].booking.error().code() == ErrorCode::slot_taken);
    CHECK(members_of(store, placed->group.id).size() == 3);
    CHECK_FALSE(place(store, {wish(one, hours(9, 10))}, GroupMode::partial));
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("C5: members conflict with each other as with anybody's") {
    Store store(GENERATE(Backend::sqlite, Backend::postgresql));
    for (const auto& instrument : {one, asks}) {
        const auto placed = place(store, {wish(instrument, hours(10, 11)), wish(instrument, hours(10, 11))});
        REQUIRE_FALSE(placed);
        CHECK(placed.error().items().front().index == 1);
    }
    CHECK(place(store, {wish(one, hours(10, 11)), wish(three, hours(10, 11)), wish(three, hours(10, 11))}));
}

TEST_CASE("A preview tells what would happen; undone, it leaves nothing, not even a gap in the log") {
    Store store(GENERATE(Backend::sqlite, Backend::postgresql));
    const auto before = store.writer().snapshot()->seq;
    const auto placed = store.run<scheduler::PlacedGroup>([&](SqlTransaction& tx) {
        const auto part = tx.begin_part();
        auto result =
            scheduler::request_group(tx, {daily(3), "", GroupMode::preview}, store.member(), store.clock.now());
        tx.end_part(part, false);
        return result;
    });
    REQUIRE(placed);
    CHECK(placed->members.size() == 3);
    CHECK(count(store, "SELECT count(*) FROM booking") == 0);
    CHECK(store.writer().snapshot()->seq == before);
    REQUIRE(store.book(one, hours(9, 10)));
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("D13: moving this and those that follow leaves the past of a running series as it was") {
    Store store(GENERATE(Backend::sqlite, Backend::postgresql));
    const auto placed = place(store, daily(6));
    REQUIRE(placed);
    store.clock.set(support::at("2026-11-26 12:00"));
    const auto before = members_of(store, placed->group.id);
    // Three days have passed; the fourth is addressed.
    const auto following = changes(store, placed->group.id, GroupScope::following, &before[3]);
    REQUIRE(following.size() == 3);
    REQUIRE(move(store, following, 90));
    const auto after = members_of(store, placed->group.id);
    for (std::size_t i = 0; i < 6; ++i) {
        const auto by = std::chrono::minutes{i < 3 ? 0 : 90};
        CHECK(after[i].time.start == before[i].time.start + by);
        CHECK(after[i].time.end == before[i].time.end + by);
        CHECK(after[i].revision == before[i].revision + (i < 3 ? 0 : 1));
    }
    // All of it means all that is still to come.
    REQUIRE(changes(store, placed->group.id, GroupScope::all, nullptr).size() == 3);
    CHECK(changes(store, placed->group.id, GroupScope::one, &before[1]).empty());
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("Cancelled and past members of a series are neither touched nor checked when the others move") {
    Store store(GENERATE(Backend::sqlite, Backend::postgresql));
    const auto placed = place(store, daily(5));
    REQUIRE(placed);
    const auto members = members_of(store, placed->group.id);
    REQUIRE(store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::cancel_booking(tx, members[3].id, "away", store.member(), store.clock.now());
    }));
    // Others took the cancelled member's place and where it would go.
    REQUIRE(store.book(one, next_day(hours(9, 11), 3)));
    store.clock.set(support::at("2026-11-25 12:00"));
    const auto moved = move(store, changes(store, placed->group.id, GroupScope::all, nullptr), 60);
    REQUIRE(moved);
    CHECK(moved->size() == 2);
    CHECK(members_of(store, placed->group.id)[3].status == BookingStatus::cancelled);
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("A series moves by less than its own gap, either way, without meeting itself") {
    Store store(GENERATE(Backend::sqlite, Backend::postgresql));
    std::vector<scheduler::BookingRequest> back_to_back;
    for (int hour = 10; hour < 20; hour += 2) {
        back_to_back.push_back(wish(one, hours(hour, hour + 2)));
    }
    const auto placed = place(store, back_to_back);
    REQUIRE(placed);
    REQUIRE(move(store, changes(store, placed->group.id, GroupScope::all, nullptr), 60));
    REQUIRE(move(store, changes(store, placed->group.id, GroupScope::all, nullptr), -60));
    REQUIRE(move(store, changes(store, placed->group.id, GroupScope::all, nullptr), 120));
    // One that cannot move keeps all where they are, and only true clashes are told.
    REQUIRE(store.book(one, hours(22, 23)));
    const auto before = members_of(store, placed->group.id);
    const auto refused = move(store, changes(store, placed->group.id, GroupScope::all, nullptr), 30);
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().items().size() == 1);
    CHECK(refused.error().items().front().index == 4);
    const auto after = members_of(store, placed->group.id);
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(after[i].time == before[i].time);
    }
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("A stock is never over-taken at any moment, and units come back with the lane") {
    Store store(GENERATE(Backend::sqlite, Backend::postgresql));
    const auto holder = stocked(store, 3);
    const auto with = [&](const InstrumentId& instrument, Interval time, std::int64_t quantity) {
        auto request = wish(instrument, time);
        request.accessories = {{holder, quantity}};
        return store.run<Booking>([&](SqlTransaction& tx) {
            return scheduler::request_booking(tx, request, store.member(), store.clock.now());
        });
    };
    const auto first = with(three, hours(9, 11), 2);
    REQUIRE(first);
    CHECK(first->accessories == std::vector<AccessoryUse>{{holder, 2}});
    CHECK(with(one, hours(10, 12), 2).error().code() == ErrorCode::accessory_taken);
    CHECK(with(one, hours(9, 10), 1));
    CHECK(with(three, hours(9, 10), 1).error().code() == ErrorCode::accessory_taken);
    CHECK(with(three, hours(11, 12), 3));
    CHECK(with(one, hours(14, 15), 4).error().code() == ErrorCode::accessory_taken);
    REQUIRE(store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::cancel_booking(tx, first->id, "", store.member(), store.clock.now());
    }));
    CHECK(with(three, hours(9, 11), 2));
    auto database = store.open();
    CHECK(std::get<0>(*database.first<std::int64_t>("SELECT count(*) FROM accessory_hold")) == 6);
    // The database itself says no to a unit given twice and to one that is not in stock.
    CHECK_THROWS_AS(
        database.run("INSERT INTO accessory_hold(accessory_id, unit, start_at, end_at, holder_kind, holder_id) "
                     "SELECT accessory_id, unit, start_at + 60, end_at + 60, 0, holder_id FROM accessory_hold "
                     "WHERE unit = 0 AND holder_id > 1"),
        StoreError);
    CHECK_THROWS_AS(
        database.run("INSERT INTO accessory_hold(accessory_id, unit, start_at, end_at, holder_kind, holder_id) "
                     "VALUES (1, 3, 1000, 2000, 0, 1)"),
        StoreError);
}

TEST_CASE("An accessory of another platform or instrument is refused by its place in the request") {
    Store store(GENERATE(Backend::sqlite, Backend::postgresql));
    const auto special = *store.run<AccessoryId>([&](SqlTransaction& tx) {
        return Result<AccessoryId>(tx.put_accessory({{}, PlatformId{"P1"}, three, "探测器", "detector", 1}));
    });
    auto request = wish(one, hours(9, 10));
    request.accessories = {{special, 1}};
    const auto refused = store.run<Booking>(
        [&](SqlTransaction& tx) { return scheduler::request_booking(tx, request, store.member(), store.clock.now()); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fields().front().field == "options.accessories[0].id");
}

TEST_CASE("a series is lengthened within its group, which then carries the later rule") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Store store(backend);
    const auto first = place(store, daily(2), GroupMode::all_or_nothing, "FREQ=DAILY;COUNT=2");
    REQUIRE(first);
    const auto longer = store.run<scheduler::PlacedGroup>([&](SqlTransaction& tx) {
        scheduler::GroupRequest request{{wish(one, next_day(hours(9, 10), 2))}, "FREQ=DAILY;COUNT=3"};
        request.extends = first->group.id;
        return scheduler::request_group(tx, request, store.member(), store.clock.now());
    });
    REQUIRE(longer);
    CHECK(longer->group.id == first->group.id);
    CHECK(members_of(store, first->group.id).size() == 3);
    (void)store.writer().run([&](SqlTransaction& tx) {
        CHECK(tx.group(first->group.id)->recurrence == "FREQ=DAILY;COUNT=3");
        return true;
    });
    const auto nowhere = store.run<scheduler::PlacedGroup>([&](SqlTransaction& tx) {
        scheduler::GroupRequest request{{wish(one, next_day(hours(9, 10), 3))}, "FREQ=DAILY;COUNT=4"};
        request.extends = BookingGroupId{4711};
        return scheduler::request_group(tx, request, store.member(), store.clock.now());
    });
    REQUIRE_FALSE(nowhere);
}
