#include "scheduler/group_extension.hpp"

#include "tests/support/civil.hpp"

#include <catch2/catch.hpp>

using model::Booking;
using model::BookingStatus;
using model::ErrorCode;
using scheduler::ExtensionWish;
using support::span;

namespace {
const auto shanghai = support::zone("Asia/Shanghai");

Booking member(const char* from, const char* to, BookingStatus status = BookingStatus::approved) {
    Booking booking;
    booking.instrument_id = model::InstrumentId{"I1"};
    booking.user_id = model::UserId{7};
    booking.time = span(from, to, shanghai);
    booking.status = status;
    return booking;
}

/// Three Mondays from nine to eleven.
struct Series {
    model::BookingGroup group{model::BookingGroupId{1}, model::UserId{7}, {}, "RRULE:FREQ=WEEKLY;COUNT=3", {}};
    std::vector<Booking> members{member("2026-11-23 09:00", "2026-11-23 11:00"),
                                 member("2026-11-30 09:00", "2026-11-30 11:00"),
                                 member("2026-12-07 09:00", "2026-12-07 11:00")};

    [[nodiscard]] model::Result<scheduler::Extension> more(int dates) const {
        return scheduler::lengthened(group, members, ExtensionWish{.more = dates, .recurrence = {}}, shanghai);
    }
    [[nodiscard]] model::Result<scheduler::Extension> as(const std::string& rule) const {
        return scheduler::lengthened(group, members, ExtensionWish{.more = {}, .recurrence = rule}, shanghai);
    }
};
}  // namespace

TEST_CASE("a series goes on by its rule, at the place and for the person of its last member") {
    Series series;
    series.members.back().purpose = "long term";
    series.members.back().samples = 4;
    const auto longer = series.more(2);
    REQUIRE(longer);
    CHECK(longer->recurrence == "RRULE:FREQ=WEEKLY;COUNT=5");
    REQUIRE(longer->members.size() == 2);
    CHECK(longer->members[0].time == span("2026-12-14 09:00", "2026-12-14 11:00", shanghai));
    CHECK(longer->members[1].time == span("2026-12-21 09:00", "2026-12-21 11:00", shanghai));
    CHECK(longer->members[0].purpose == "long term");
    CHECK(longer->members[0].samples == 4);
    REQUIRE(longer->members[0].for_person);
    CHECK(longer->members[0].for_person->user == model::UserId{7});
}

TEST_CASE("further dates do not depend on members that were cancelled or moved") {
    Series series;
    series.members[2].status = BookingStatus::cancelled;
    series.members[1].time = span("2026-12-01 10:00", "2026-12-01 12:00", shanghai);
    const auto longer = series.more(1);
    REQUIRE(longer);
    REQUIRE(longer->members.size() == 1);
    // The hours are those of the last member that is left.
    CHECK(longer->members[0].time == span("2026-12-14 10:00", "2026-12-14 12:00", shanghai));
}

TEST_CASE("a rule with an end date is counted on, and dates that are named beside the rule stay") {
    Series series;
    series.group.recurrence = "RRULE:FREQ=WEEKLY;UNTIL=20261208;BYDAY=MO\nEXDATE:20261130";
    series.members.erase(series.members.begin() + 1);
    const auto longer = series.more(1);
    REQUIRE(longer);
    CHECK(longer->recurrence == "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO\nEXDATE:20261130");
    REQUIRE(longer->members.size() == 1);
    CHECK(longer->members[0].time.start == support::at("2026-12-14 09:00", shanghai));
}

TEST_CASE("only the end of a series may move, and it must move") {
    const Series series;
    CHECK(series.as("RRULE:FREQ=WEEKLY;COUNT=4").value().members.size() == 1);
    for (const char* rule : {"RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:FREQ=WEEKLY;COUNT=2",
                             "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=9", "nonsense"}) {
        INFO(rule);
        const auto refused = series.as(rule);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code() == ErrorCode::invalid_field);
    }
}

TEST_CASE("a bundle, and a series of dates without a rule, cannot be lengthened") {
    Series series;
    series.group.recurrence = "";
    CHECK(series.more(1).error().code() == ErrorCode::wrong_state);
    series.group.recurrence = "RDATE:20261130,20261207";
    CHECK(series.more(1).error().code() == ErrorCode::wrong_state);
}
