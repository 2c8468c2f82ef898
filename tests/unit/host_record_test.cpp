#include "scheduler/host_record.hpp"

#include <catch2/catch.hpp>

using model::EventKind;
using model::HostDeed;
using model::HostDeedKind;
using model::Wait;
using scheduler::host_deed_of;

namespace {
HostDeed answered(std::int64_t minutes, std::int64_t open_minutes) {
    HostDeed deed;
    deed.kind = HostDeedKind::answered;
    deed.wait = Wait{minutes, open_minutes};
    return deed;
}

HostDeed deed(HostDeedKind kind) {
    HostDeed made;
    made.kind = kind;
    return made;
}
}  // namespace

TEST_CASE("what staff does to somebody else's booking is a deed of the host, what its user does is not") {
    model::Booking booking;
    booking.user_id = model::UserId{1};
    const scheduler::Actor user{model::UserId{1}, {}, false};
    const scheduler::Actor staff{model::UserId{2}, {}, true};
    const scheduler::Actor own_staff{model::UserId{1}, {}, true};
    const scheduler::Actor clock{{}, {}, true};
    CHECK(host_deed_of(EventKind::booking_cancelled, booking, staff) == HostDeedKind::cancelled);
    CHECK(host_deed_of(EventKind::booking_rescheduled, booking, staff) == HostDeedKind::moved);
    CHECK(host_deed_of(EventKind::booking_approved, booking, staff) == HostDeedKind::answered);
    CHECK(host_deed_of(EventKind::booking_rejected, booking, staff) == HostDeedKind::answered);
    for (const auto& nobody : {user, own_staff, clock}) {
        CHECK_FALSE(host_deed_of(EventKind::booking_cancelled, booking, nobody));
        CHECK_FALSE(host_deed_of(EventKind::booking_approved, booking, nobody));
        CHECK_FALSE(host_deed_of(EventKind::booking_rescheduled, booking, nobody));
    }
    CHECK(host_deed_of(EventKind::booking_displaced, booking, staff) == HostDeedKind::displaced);
    CHECK(host_deed_of(EventKind::booking_bumped, booking, staff) == HostDeedKind::bumped);
    CHECK(host_deed_of(EventKind::booking_expired, booking, clock) == HostDeedKind::expired);
    CHECK_FALSE(host_deed_of(EventKind::booking_no_show, booking, staff));
}

TEST_CASE("a host's record counts each kind and tells the median and the 90th percentile of its answers") {
    std::vector<HostDeed> deeds;
    for (int i = 10; i >= 1; --i) {
        deeds.push_back(answered(i * 60, i * 10));
    }
    for (const auto kind : {HostDeedKind::expired, HostDeedKind::cancelled, HostDeedKind::cancelled,
                            HostDeedKind::moved, HostDeedKind::displaced, HostDeedKind::bumped}) {
        deeds.push_back(deed(kind));
    }
    const auto record = scheduler::host_record(deeds);
    CHECK(record.answered == 10);
    CHECK(record.expired == 1);
    CHECK(record.cancelled == 2);
    CHECK(record.moved == 1);
    CHECK(record.displaced == 1);
    CHECK(record.bumped == 1);
    REQUIRE(record.median);
    CHECK(record.median->minutes == 5 * 60);
    CHECK(record.median->open_minutes == 50);
    CHECK(record.slowest_tenth->minutes == 9 * 60);
}

TEST_CASE("one answer is its own median; without answers there is none") {
    CHECK(scheduler::host_record({answered(7, 3)}).median->minutes == 7);
    CHECK(scheduler::host_record({answered(7, 3)}).slowest_tenth->open_minutes == 3);
    CHECK_FALSE(scheduler::host_record({deed(HostDeedKind::expired)}).median);
}
