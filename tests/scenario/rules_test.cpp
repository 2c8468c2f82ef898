// Scenarios C and R as far as a single wish and the instrument's rules decide them.

#include "scheduler/rules.hpp"

#include "scheduler/slots.hpp"
#include "scheduler/waivers.hpp"
#include "tests/support/wish.hpp"

#include <catch2/catch.hpp>

using model::Interval;
using model::minutes;
using support::at;
using support::Names;
using support::policy_open;
using support::span;
using support::Wish;

namespace {

/// A wish of some length, starting at 2026-11-23 00:00, with no other limits than a test sets.
Wish wish_of(minutes length) {
    Wish wish;
    wish.policy.grid_minutes = 1;
    wish.policy.min_minutes = 1;
    wish.time = {at("2026-11-23 00:00"), at("2026-11-23 00:00") + length};
    return wish;
}

std::string message_of(const Wish& wish) {
    std::string all;
    for (const auto& violation : wish.violations()) {
        all += violation.message.zh + " " + violation.message.en + " ";
    }
    return all;
}

}  // namespace

TEST_CASE("C1: outside the opening hours is refused, the first hours inside are not") {
    Wish wish;
    wish.policy = policy_open("Mon-Sun 09:00-17:00");
    CHECK(wish.broken_at(span("2026-11-23 08:00", "2026-11-23 09:00")) == Names{"opening_hours"});
    CHECK(wish.broken_at(span("2026-11-23 09:00", "2026-11-23 10:00")).empty());
    CHECK(wish.broken_at(span("2026-11-23 10:00", "2026-11-23 11:00")).empty());
}

TEST_CASE("C2: two hours are too long where an hour is the most") {
    Wish wish;
    wish.policy = policy_open("Mon-Sun 09:00-17:00");
    wish.policy.max_minutes = 60;
    CHECK(wish.broken_at(span("2026-11-23 09:00", "2026-11-23 11:00")) == Names{"max_length"});
}

TEST_CASE("C19: a closed day refuses what overlaps it, not what touches it") {
    Wish wish = wish_of(minutes{60});
    wish.now = at("2014-11-20 00:00");
    wish.policy.closures = {{at("2014-12-05 00:00"), at("2014-12-06 00:00"), "closed"}};
    CHECK(wish.broken_at(span("2014-12-04 00:00", "2014-12-06 00:00")) == Names{"closure"});
    CHECK(wish.broken_at(span("2014-12-05 00:01", "2014-12-05 00:02")) == Names{"closure"});
    CHECK(wish.broken_at(span("2014-12-01 00:00", "2014-12-05 00:00")).empty());
    CHECK(wish.broken_at(span("2014-12-06 00:00", "2014-12-07 00:00")).empty());
}

TEST_CASE("C25: slots against busy times") {
    struct Row {
        const char* slot;
        std::int64_t slot_seconds;
        std::vector<std::pair<const char*, const char*>> busy;
        bool conflict;
    };

    const std::vector<Row> rows{
        {"01 09:00", 1800, {{"01 08:00", "01 08:30"}}, false},
        {"01 09:00", 1800, {{"01 10:00", "01 10:30"}}, false},
        {"01 09:15", 1800, {{"01 09:00", "01 09:30"}}, true},
        {"01 08:45", 1800, {{"01 09:00", "01 09:30"}}, true},
        {"01 09:00", 3600, {{"01 09:15", "01 09:45"}}, true},
        {"01 09:15", 1800, {{"01 09:00", "01 10:00"}}, true},
        {"01 09:30", 1800, {{"01 08:00", "01 09:00"}, {"01 10:00", "01 11:00"}}, false},
        {"01 09:30", 1800, {{"01 08:00", "01 09:00"}, {"01 09:45", "01 10:00"}}, true},
        {"01 09:30", 1800, {{"01 09:00", "01 09:30"}}, false},
        {"01 08:30", 1800, {{"01 09:00", "01 09:30"}}, false},
        {"01 09:00", 1800, {{"01 09:00", "01 09:15"}}, true},
        {"01 09:15", 1800, {{"01 09:30", "01 09:45"}}, true},
        {"01 09:00", 60, {{"01 09:00:30", "01 09:01:30"}}, true},
        {"01 09:00", 28'800, {{"01 12:00", "01 13:00"}}, true},
        {"01 23:45", 1800, {{"02 00:00", "02 00:30"}}, true},
        // A busy time without length blocks nothing; input refuses such times.
        {"01 09:00", 1800, {{"01 09:15", "01 09:15"}}, false},
    };
    for (const auto& row : rows) {
        const auto moment = [](const char* text) { return at(std::string("2023-01-") + text, support::zone("UTC")); };
        const Interval slot{moment(row.slot), moment(row.slot) + model::seconds{row.slot_seconds}};
        const bool conflict = std::ranges::any_of(
            row.busy, [&](const auto& busy) { return slot.overlaps({moment(busy.first), moment(busy.second)}); });
        INFO(row.slot << " " << row.busy.front().first);
        CHECK(conflict == row.conflict);
    }
    const Interval with_offset{model::parse_instant("2023-01-01T09:00:00-05:00").value(),
                               model::parse_instant("2023-01-01T09:30:00-05:00").value()};
    CHECK(with_offset.overlaps(span("2023-01-01 14:15", "2023-01-01 14:45", support::zone("UTC"))));
}

TEST_CASE("R1: on a grid of 15 minutes an hour is fine and 65 minutes are not") {
    auto wish = wish_of(minutes{60});
    wish.policy.grid_minutes = 15;
    CHECK(wish.broken().empty());
    wish.time.end += minutes{5};
    CHECK(wish.broken() == Names{"grid"});
}

TEST_CASE("R2: with a notice of 2 hours, in 3 hours is fine and in 1 hour is not; the message says 2") {
    auto wish = wish_of(minutes{60});
    wish.policy.min_notice_minutes = 120;
    wish.now = wish.time.start - std::chrono::hours{3};
    CHECK(wish.broken().empty());
    wish.now = wish.time.start - std::chrono::hours{1};
    CHECK(wish.broken() == Names{"min_notice"});
    CHECK(message_of(wish).find("2 小时") != std::string::npos);
    CHECK(message_of(wish).find("2 hours") != std::string::npos);
}

TEST_CASE("R3: one minute more than the maximum or less than the minimum is refused with the number") {
    auto wish = wish_of(minutes{60});
    wish.policy.max_minutes = 60;
    CHECK(wish.broken().empty());
    wish.time.end += minutes{1};
    CHECK(wish.broken() == Names{"max_length"});
    CHECK(message_of(wish).find("60") != std::string::npos);

    wish = wish_of(minutes{30});
    wish.policy.min_minutes = 30;
    CHECK(wish.broken().empty());
    wish.time.end -= minutes{1};
    CHECK(wish.broken() == Names{"min_length"});
    CHECK(message_of(wish).find("30") != std::string::npos);
}

TEST_CASE("R3: the same by days, at most 4 and at least 2") {
    constexpr std::int64_t day = 1440;
    const auto broken = [](std::int64_t days) {
        auto wish = wish_of(minutes{days * day});
        wish.policy.max_minutes = 4 * day;
        wish.policy.min_minutes = 2 * day;
        return wish.broken();
    };
    CHECK(broken(1) == Names{"min_length"});
    CHECK(broken(2).empty());
    CHECK(broken(3).empty());
    CHECK(broken(4).empty());
    CHECK(broken(6) == Names{"max_length"});
}

TEST_CASE("R5: closed hours refuse what lies outside and what reaches out") {
    Wish wish;
    wish.policy = policy_open("Mon-Sun 00:00-17:00");
    CHECK(wish.broken_at(span("2026-11-23 18:00", "2026-11-23 19:00")) == Names{"opening_hours"});
    CHECK(wish.broken_at(span("2026-11-23 17:30", "2026-11-23 18:30")) == Names{"opening_hours"});
    CHECK(wish.broken_at(span("2026-11-23 16:30", "2026-11-23 17:30")) == Names{"opening_hours"});
    CHECK(wish.broken_at(span("2026-11-23 16:00", "2026-11-23 17:00")).empty());
}

TEST_CASE("R7: off the grid and outside the hours is told twice; only a waiver of both lets it through") {
    Wish wish;
    wish.policy = policy_open("Mon-Sun 09:00-17:00");
    wish.time = span("2026-11-23 17:01", "2026-11-23 18:01");
    auto violations = wish.violations();
    REQUIRE(violations.size() == 2);
    CHECK(scheduler::take_waived(violations, {{"opening_hours"}, "group X"}) == Names{"opening_hours"});
    REQUIRE(violations.size() == 1);
    CHECK(violations[0].rule == "grid");
    CHECK(scheduler::take_waived(violations, {{"grid", "closure"}, "group X"}) == Names{"grid"});
    CHECK(violations.empty());
    wish.now = wish.time.end;
    violations = wish.violations();
    CHECK(scheduler::take_waived(violations, {{"past_start", "grid", "opening_hours"}, "late"}).size() == 2);
    REQUIRE(violations.size() == 1);
    CHECK(violations[0].rule == "past_start");
}

TEST_CASE("R8: impossible opening hours and overlapping windows are refused") {
    const auto valid = [](const std::string& text) { return model::OpeningHours::parse(text).has_value(); };
    for (const auto* bad : {"Mon -1:00-10:00", "Mon 25:00-26:00", "Mon 09:60-10:00", "Mon 00:00-24:01",
                            "Mon 10:00-10:00", "Mon 10:00-09:00"}) {
        INFO(bad);
        CHECK_FALSE(valid(bad));
    }
    CHECK(valid("Mon 00:00-24:00"));
    for (const auto* added :
         {"09:00-17:00", "09:00-10:00", "10:00-11:00", "15:00-17:00", "07:00-10:00", "16:00-22:00", "08:00-20:00"}) {
        INFO(added);
        CHECK_FALSE(valid(std::string("Mon-Sun 09:00-17:00; Tue ") + added));
    }
    CHECK(valid("Mon-Sun 09:00-17:00; Tue 07:00-09:00"));
    CHECK(valid("Mon-Sun 09:00-17:00; Tue 17:00-24:00"));
}

TEST_CASE("R8: a week of 09-17 has 14 closed blocks, two windows on one day leave 9") {
    const auto week = span("2026-11-22 00:00", "2026-11-29 00:00");
    CHECK(scheduler::closed_spans(policy_open("Mon-Sun 09:00-17:00"), week).size() == 14);
    const auto closed = scheduler::closed_spans(policy_open("Tue 01:00-03:00,07:00-09:00"), week);
    REQUIRE(closed.size() == 9);
    CHECK(closed[2] == span("2026-11-24 00:00", "2026-11-24 01:00"));
    CHECK(closed[3] == span("2026-11-24 03:00", "2026-11-24 07:00"));
    CHECK(closed[4] == span("2026-11-24 09:00", "2026-11-24 24:00"));
    CHECK(closed[5] == span("2026-11-25 00:00", "2026-11-25 24:00"));
}

TEST_CASE("R9: a notice of 25 hours refuses tomorrow at this time, a notice of 1 hour does not") {
    auto wish = wish_of(minutes{60});
    wish.now = wish.time.start - std::chrono::hours{24};
    wish.policy.min_notice_minutes = 25 * 60;
    CHECK(wish.broken() == Names{"min_notice"});
    wish.policy.min_notice_minutes = 60;
    CHECK(wish.broken().empty());
}

TEST_CASE("R11: what starts now is within any horizon, what starts later than it is not") {
    auto wish = wish_of(minutes{60});
    wish.policy.horizon_days = 1;
    wish.now = wish.time.start;
    CHECK(wish.broken().empty());
    wish.now = wish.time.start - std::chrono::hours{25};
    CHECK(wish.broken() == Names{"horizon"});
}

TEST_CASE("R12: where nights are closed two hours of a day are fine, and a day that crosses one is not") {
    const auto chicago = support::zone("America/Chicago");
    Wish wish;
    wish.policy = policy_open("Mon-Sun 00:00-23:45");
    wish.policy.time_zone = chicago;
    wish.now = at("2012-12-31 12:00", support::zone("UTC"));
    CHECK(wish.broken_at(span("2013-01-01 12:00", "2013-01-01 14:00", support::zone("UTC"))).empty());
    CHECK(wish.broken_at({wish.now, wish.now + std::chrono::days{1}}) == Names{"opening_hours"});
}

TEST_CASE("R19: an end before the start is refused") {
    auto wish = wish_of(minutes{-60});
    CHECK(wish.broken() == Names{"min_length"});
}

TEST_CASE("R20: a closed hour refuses the same hour and one minute at either end, with its reason") {
    auto wish = wish_of(minutes{60});
    wish.policy.closures = {{at("2026-11-24 02:00"), at("2026-11-24 03:00"), "冷却水检修"}};
    for (const auto& [from, to] : {std::pair{"02:00", "03:00"}, {"01:00", "02:01"}, {"02:59", "04:00"}}) {
        wish.time = span(std::string("2026-11-24 ") + from, std::string("2026-11-24 ") + to);
        CHECK(wish.broken() == Names{"closure"});
        CHECK(message_of(wish).find("冷却水检修") != std::string::npos);
    }
}

TEST_CASE("R21: a start in the past is refused, naming it") {
    auto wish = wish_of(minutes{60});
    wish.now = wish.time.start + minutes{1};
    CHECK(wish.broken() == Names{"past_start"});
    CHECK(message_of(wish).find("2026-11-23 00:00") != std::string::npos);
}

TEST_CASE("R22: with a horizon of 2 days, in 3 days is refused; the message says 2") {
    auto wish = wish_of(minutes{60});
    wish.policy.horizon_days = 2;
    wish.now = wish.time.start - std::chrono::days{3};
    CHECK(wish.broken() == Names{"horizon"});
    CHECK(message_of(wish).find("2 days") != std::string::npos);
    CHECK(message_of(wish).find("2 天") != std::string::npos);
}

TEST_CASE("R23: a time both too short and too long is told so in one answer") {
    auto wish = wish_of(minutes{60});
    wish.policy.min_minutes = 90;
    wish.policy.max_minutes = 30;
    CHECK(wish.broken() == Names{"min_length", "max_length"});
}

TEST_CASE("R27: a booking cannot be shrunk to nothing nor moved before now") {
    auto wish = wish_of(minutes{0});
    wish.is_change = true;
    wish.old_start = wish.time.start;
    CHECK(wish.broken() == Names{"min_length"});
    wish.time = {wish.now - minutes{120}, wish.now - minutes{60}};
    CHECK(wish.broken() == Names{"past_start"});
}

TEST_CASE("R28: two hours are refused where 12 minutes are the most, and so is an end before the start") {
    auto wish = wish_of(minutes{120});
    wish.policy.max_minutes = 12;
    CHECK(wish.broken() == Names{"max_length"});
    wish.time.end = wish.time.start - minutes{1};
    CHECK(wish.broken() == Names{"min_length"});
}

TEST_CASE("R29: five minutes before the start it is too late to cancel with a notice of 666 minutes") {
    model::Policy policy;
    policy.cancel_notice_minutes = 666;
    const auto start = at("2026-11-23 12:00");
    CHECK(scheduler::cancel_notice_broken(policy, start, start - minutes{5}));
    CHECK_FALSE(scheduler::cancel_notice_broken(policy, start, start - minutes{666}));
}

TEST_CASE("R31: a platform that asks for a day of notice refuses less") {
    auto wish = wish_of(minutes{60});
    wish.policy.min_notice_minutes = 1440;
    wish.now = wish.time.start - minutes{1439};
    CHECK(wish.broken() == Names{"min_notice"});
    wish.now = wish.time.start - minutes{1440};
    CHECK(wish.broken().empty());
}
