#include "scheduler/rules.hpp"

#include "tests/support/wish.hpp"

#include <catch2/catch.hpp>

using support::at;
using support::Names;
using support::span;
using support::Wish;

namespace {

bool mentions(const model::Sentence& sentence, std::string_view text) {
    return sentence.zh.find(text) != std::string::npos && sentence.en.find(text) != std::string::npos;
}

std::string parameter(const model::Violation& violation, std::string_view name) {
    const auto found = std::ranges::find(violation.params, name, &model::Parameter::name);
    return found == violation.params.end() ? "" : found->value;
}

}  // namespace

TEST_CASE("a wish that keeps all rules breaks none") {
    CHECK(Wish{}.broken().empty());
}

TEST_CASE("the rules have unique names in a fixed order") {
    const std::vector<std::string_view> expected{"past_start",
                                                 "min_length",
                                                 "max_length",
                                                 "grid",
                                                 "min_notice",
                                                 "change_notice",
                                                 "horizon",
                                                 "opening_hours",
                                                 "holiday",
                                                 "closure",
                                                 "own_gap",
                                                 "max_future_bookings",
                                                 "max_future_minutes",
                                                 "quota",
                                                 "training_required",
                                                 "gate_missing",
                                                 "suspended",
                                                 "instrument_unavailable"};
    CHECK(scheduler::rule_names() == expected);
}

TEST_CASE("all broken rules are told at once, in the order of the list, in both languages") {
    Wish wish;
    wish.policy = support::policy_open("Sat 09:00-17:00", 30);
    wish.policy.min_minutes = 600;
    wish.policy.max_minutes = 30;
    wish.policy.min_notice_minutes = 60;
    wish.policy.change_notice_minutes = 60;
    wish.policy.own_gap_minutes = 30;
    wish.policy.requires_training = true;
    wish.policy.closures = {{at("2026-11-23 00:00"), at("2026-11-24 00:00"), "停电"}};
    wish.instrument.status = model::InstrumentStatus::retired;
    wish.time = span("2026-11-23 09:05", "2026-11-23 10:00");
    wish.now = at("2026-11-23 09:30");
    wish.is_change = true;
    wish.old_start = at("2026-11-23 10:00");
    wish.facts.own = {{model::BookingId{7}, span("2026-11-23 10:20", "2026-11-23 11:00")}};
    CHECK(wish.broken() == Names{"past_start", "min_length", "max_length", "grid", "min_notice", "change_notice",
                                 "opening_hours", "closure", "own_gap", "training_required", "instrument_unavailable"});
    for (const auto& violation : wish.violations()) {
        INFO(violation.rule);
        CHECK_FALSE(violation.message.zh.empty());
        CHECK_FALSE(violation.message.en.empty());
        CHECK_FALSE(violation.params.empty());
    }
}

TEST_CASE("past_start: a start at this very second is not past") {
    Wish wish;
    wish.now = wish.time.start;
    CHECK(wish.broken().empty());
    wish.now += model::seconds{1};
    CHECK(wish.broken() == Names{"past_start"});
}

TEST_CASE("min_length and max_length: the bounds themselves are allowed") {
    Wish wish;
    wish.policy.grid_minutes = 1;
    wish.policy.min_minutes = 60;
    wish.policy.max_minutes = 60;
    CHECK(wish.broken().empty());
    CHECK(wish.broken_at(span("2026-11-23 09:00", "2026-11-23 09:59")) == Names{"min_length"});
    CHECK(wish.broken_at(span("2026-11-23 09:00", "2026-11-23 10:01")) == Names{"max_length"});
}

TEST_CASE("min_length: a time that does not end after it starts is too short, whatever the policy") {
    Wish wish;
    wish.policy.grid_minutes = 1;
    wish.policy.min_minutes = 1;
    CHECK(wish.broken_at(span("2026-11-23 09:00", "2026-11-23 09:00")) == Names{"min_length"});
    CHECK(wish.broken_at(span("2026-11-23 09:00", "2026-11-23 08:00")) == Names{"min_length"});
}

TEST_CASE("grid: start and end lie on multiples since local midnight") {
    Wish wish;
    wish.policy.grid_minutes = 30;
    CHECK(wish.broken_at(span("2026-11-23 09:30", "2026-11-24 00:00")).empty());
    CHECK(wish.broken_at(span("2026-11-23 09:15", "2026-11-23 10:00")) == Names{"grid"});
    CHECK(wish.broken_at(span("2026-11-23 09:00", "2026-11-23 10:10")) == Names{"grid"});
    CHECK(wish.broken_at(span("2026-11-23 09:00:30", "2026-11-23 10:00:30")) == Names{"grid"});
}

TEST_CASE("grid: in a zone of half hours the local clock counts, not UTC") {
    Wish wish;
    wish.policy.time_zone = support::zone("Asia/Kolkata");
    wish.policy.grid_minutes = 60;
    const auto& kolkata = wish.policy.time_zone;
    CHECK(wish.broken_at(span("2026-11-23 09:00", "2026-11-23 10:00", kolkata)).empty());
    CHECK(wish.broken_at(span("2026-11-23 09:30", "2026-11-23 10:30", kolkata)) == Names{"grid"});
}

TEST_CASE("min_notice: exactly the notice is enough, and the message tells the earliest start") {
    Wish wish;
    wish.policy.min_notice_minutes = 180;
    wish.now = at("2026-11-23 06:00");
    CHECK(wish.broken().empty());
    wish.now = at("2026-11-23 06:01");
    REQUIRE(wish.broken() == Names{"min_notice"});
    CHECK(mentions(wish.violations()[0].message, "3"));
    CHECK(parameter(wish.violations()[0], "min_notice_minutes") == "180");
    CHECK(parameter(wish.violations()[0], "earliest_start") == "2026-11-23T09:01:00+08:00");
}

TEST_CASE("min_notice and horizon do not hold for a change that keeps the start") {
    Wish wish;
    wish.policy.min_notice_minutes = 180;
    wish.policy.horizon_days = 1;
    wish.is_change = true;
    wish.old_start = wish.time.start;
    CHECK(wish.broken().empty());
    wish.now = wish.time.start - model::minutes{30};
    CHECK(wish.broken().empty());
    wish.old_start = wish.time.start + std::chrono::hours{24};
    CHECK(wish.broken() == Names{"min_notice"});
}

TEST_CASE("change_notice: holds for the old start, and only for changes") {
    Wish wish;
    wish.policy.change_notice_minutes = 60;
    wish.now = at("2026-11-23 08:00");
    wish.old_start = at("2026-11-23 08:59");
    CHECK(wish.broken().empty());
    wish.is_change = true;
    CHECK(wish.broken() == Names{"change_notice"});
    wish.old_start = at("2026-11-23 09:00");
    CHECK(wish.broken().empty());
}

TEST_CASE("change_notice: a booking that has begun cannot be moved, even without notice") {
    Wish wish;
    wish.is_change = true;
    wish.old_start = wish.now - model::seconds{1};
    REQUIRE(wish.broken() == Names{"change_notice"});
    CHECK(wish.violations()[0].message.en == "The booking has begun and cannot be moved");
}

TEST_CASE("horizon: the last allowed start is that many days from now") {
    Wish wish;
    wish.policy.horizon_days = 3;
    wish.now = at("2026-11-20 09:00");
    CHECK(wish.broken().empty());
    wish.now = at("2026-11-20 08:59");
    REQUIRE(wish.broken() == Names{"horizon"});
    CHECK(mentions(wish.violations()[0].message, "3"));
}

TEST_CASE("opening_hours: windows that touch join, within a day and over midnight") {
    Wish wish;
    wish.policy = support::policy_open("Mon 08:00-12:00,12:00-24:00; Tue 00:00-02:00");
    CHECK(wish.broken_at(span("2026-11-23 11:00", "2026-11-24 02:00")).empty());
    CHECK(wish.broken_at(span("2026-11-23 07:45", "2026-11-23 09:00")) == Names{"opening_hours"});
    CHECK(wish.broken_at(span("2026-11-23 23:00", "2026-11-24 02:15")) == Names{"opening_hours"});
    CHECK(wish.broken_at(span("2026-11-24 12:00", "2026-11-24 13:00")) == Names{"opening_hours"});
}

TEST_CASE("opening_hours: each window of a day serves, up to its edges") {
    Wish wish;
    wish.policy = support::policy_open("Mon-Fri 08:00-12:00,13:00-17:00");
    CHECK(wish.broken_at(span("2026-11-23 09:00", "2026-11-23 10:00")).empty());
    CHECK(wish.broken_at(span("2026-11-23 08:00", "2026-11-23 12:00")).empty());
    CHECK(wish.broken_at(span("2026-11-23 13:00", "2026-11-23 17:00")).empty());
    CHECK(wish.broken_at(span("2026-11-23 16:00", "2026-11-23 17:15")) == Names{"opening_hours"});
}

TEST_CASE("opening_hours: a pause inside is not bridged, and the message tells where it begins") {
    Wish wish;
    wish.policy = support::policy_open("Mon-Fri 08:00-12:00,13:00-17:00");
    wish.time = span("2026-11-23 11:00", "2026-11-23 14:00");
    REQUIRE(wish.broken() == Names{"opening_hours"});
    CHECK(mentions(wish.violations()[0].message, "2026-11-23 12:00"));
    CHECK(mentions(wish.violations()[0].message, "Mon-Fri 08:00-12:00,13:00-17:00"));
    CHECK(parameter(wish.violations()[0], "closed_from") == "2026-11-23T12:00:00+08:00");
}

TEST_CASE("opening_hours: local hours hold on both days of a daylight-saving change") {
    Wish wish;
    wish.policy = support::policy_open("Sun 01:00-04:00");
    wish.policy.time_zone = support::zone("Europe/Berlin");
    const auto& berlin = wish.policy.time_zone;
    wish.now = at("2026-03-01 00:00");
    CHECK(wish.broken_at(span("2026-03-29 01:00", "2026-03-29 04:00", berlin)).empty());
    CHECK(wish.broken_at(span("2026-03-29 01:00", "2026-03-29 04:15", berlin)) == Names{"opening_hours"});
    wish.now = at("2026-10-01 00:00");
    CHECK(wish.broken_at(span("2026-10-25 01:00", "2026-10-25 04:00", berlin)).empty());
}

TEST_CASE("opening_hours: a weekly pause ends the walk even for a wish of years") {
    Wish wish;
    wish.policy = support::policy_open("Mon-Sat 00:00-24:00; Sun 00:00-23:45");
    wish.policy.max_minutes = 527'040;
    wish.policy.horizon_days = 3660;
    CHECK(wish.broken_at({wish.time.start, at("2037-01-01 00:00")}) == Names{"max_length", "opening_hours"});
}

TEST_CASE("closure: names its reason, touching it is allowed") {
    Wish wish;
    wish.policy.closures = {{at("2026-11-23 12:00"), at("2026-11-23 13:00"), "later"},
                            {at("2026-11-23 10:00"), at("2026-11-23 11:00"), "校庆"}};
    CHECK(wish.broken().empty());
    wish.time = span("2026-11-23 10:45", "2026-11-23 12:15");
    REQUIRE(wish.broken() == Names{"closure"});
    CHECK(mentions(wish.violations()[0].message, "校庆"));
    CHECK(parameter(wish.violations()[0], "reason") == "校庆");
}

TEST_CASE("own_gap: zero lets own bookings touch, else the gap must lie between them") {
    Wish wish;
    wish.facts.own = {{model::BookingId{7}, span("2026-11-23 10:00", "2026-11-23 11:00")}};
    CHECK(wish.broken().empty());
    wish.policy.own_gap_minutes = 60;
    REQUIRE(wish.broken() == Names{"own_gap"});
    CHECK(parameter(wish.violations()[0], "booking_id") == "7");
    CHECK(wish.broken_at(span("2026-11-23 08:00", "2026-11-23 09:00")).empty());
    CHECK(wish.broken_at(span("2026-11-23 11:45", "2026-11-23 12:45")) == Names{"own_gap"});
    CHECK(wish.broken_at(span("2026-11-23 12:00", "2026-11-23 13:00")).empty());
}

TEST_CASE("training_required: the training must hold on the days of the use, not on the day of asking") {
    Wish wish;
    wish.policy.requires_training = true;
    CHECK(wish.broken() == Names{"training_required"});
    wish.facts.training = model::Training{{}, {}, std::nullopt};
    CHECK(wish.broken().empty());
    wish.facts.training->valid_until = at("2026-11-22 18:00");
    CHECK(wish.broken() == Names{"training_required"});
    // Until midnight is until the end of the day before.
    wish.facts.training->valid_until = at("2026-11-23 00:00");
    CHECK(wish.broken() == Names{"training_required"});
    wish.facts.training->valid_until = at("2026-11-23 00:01");
    CHECK(wish.broken().empty());
    CHECK(wish.broken_at(span("2026-11-23 23:00", "2026-11-24 00:00")).empty());
    CHECK(wish.broken_at(span("2026-11-23 23:00", "2026-11-24 00:15")) == Names{"training_required"});
    // Local days: 2026-11-23 00:30 in Shanghai is still the 22nd in Berlin.
    wish.policy.time_zone = support::zone("Europe/Berlin");
    wish.facts.training->valid_until = at("2026-11-23 00:30");
    CHECK(wish.broken() == Names{"training_required"});
}

TEST_CASE("instrument_unavailable: out of service and retired are told apart") {
    Wish wish;
    wish.instrument.status = model::InstrumentStatus::out_of_service;
    REQUIRE(wish.broken() == Names{"instrument_unavailable"});
    CHECK(parameter(wish.violations()[0], "status") == "out_of_service");
    wish.instrument.status = model::InstrumentStatus::retired;
    CHECK(parameter(wish.violations()[0], "status") == "retired");
}

TEST_CASE("cancel_notice: up to the notice before the start, never after it") {
    model::Policy policy;
    const auto start = at("2026-11-23 09:00");
    CHECK_FALSE(scheduler::cancel_notice_broken(policy, start, start));
    CHECK(scheduler::cancel_notice_broken(policy, start, start + model::seconds{1})->rule == "cancel_notice");
    policy.cancel_notice_minutes = 1440;
    CHECK_FALSE(scheduler::cancel_notice_broken(policy, start, at("2026-11-22 09:00")));
    const auto violation = scheduler::cancel_notice_broken(policy, start, at("2026-11-22 09:01"));
    REQUIRE(violation);
    CHECK(mentions(violation->message, "24"));
    CHECK(parameter(*violation, "cancel_notice_minutes") == "1440");
}
