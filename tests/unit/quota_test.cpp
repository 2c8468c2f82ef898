#include "scheduler/quota.hpp"

#include "scheduler/rule_facts.hpp"
#include "tests/support/wish.hpp"

#include <catch2/catch.hpp>

using model::minutes;
using model::Quota;
using model::QuotaPeriod;
using support::at;
using support::Names;
using support::span;
using support::Wish;

namespace {

const auto berlin = support::zone("Europe/Berlin");

model::Interval period(QuotaPeriod per, std::string_view moment, std::optional<model::Weekday> starts = {}) {
    Quota quota;
    quota.per = per;
    quota.week_starts = starts;
    return scheduler::period_of(quota, berlin, at(moment, berlin));
}

std::string parameter(const model::Violation& violation, std::string_view name) {
    const auto found = std::ranges::find(violation.params, name, &model::Parameter::name);
    return found == violation.params.end() ? "" : found->value;
}

}  // namespace

TEST_CASE("quota: periods begin and end at local midnight") {
    CHECK(period(QuotaPeriod::day, "2026-03-29 12:00") == span("2026-03-29 00:00", "2026-03-30 00:00", berlin));
    CHECK(period(QuotaPeriod::day, "2026-03-29 12:00").length() == std::chrono::hours{23});
    CHECK(period(QuotaPeriod::day, "2026-10-25 02:30").length() == std::chrono::hours{25});
    CHECK(period(QuotaPeriod::week, "2026-11-29 23:59") == span("2026-11-23 00:00", "2026-11-30 00:00", berlin));
    CHECK(period(QuotaPeriod::week, "2026-11-29 00:00", model::Weekday::Sun) ==
          span("2026-11-29 00:00", "2026-12-06 00:00", berlin));
    CHECK(period(QuotaPeriod::week, "2026-11-28 23:59", model::Weekday::Sun) ==
          span("2026-11-22 00:00", "2026-11-29 00:00", berlin));
    CHECK(period(QuotaPeriod::month, "2026-12-31 23:59") == span("2026-12-01 00:00", "2027-01-01 00:00", berlin));
    CHECK(period(QuotaPeriod::year, "2026-01-01 00:00") == span("2026-01-01 00:00", "2027-01-01 00:00", berlin));
}

TEST_CASE("quota: the violation names the period and its numbers in both languages") {
    Wish wish;
    Quota quota;
    quota.max_minutes = 120;
    quota.max_bookings = 1;
    wish.policy.quotas = {quota};
    wish.facts.counted_of_user = {{model::BookingId{7}, span("2026-11-25 09:00", "2026-11-25 10:30")}};
    const auto found = wish.violations();
    REQUIRE(found.size() == 2);
    CHECK(found[0].rule == "quota");
    CHECK(parameter(found[0], "measure") == "bookings");
    CHECK(parameter(found[0], "used") == "1");
    CHECK(parameter(found[1], "measure") == "minutes");
    CHECK(parameter(found[1], "limit") == "120");
    CHECK(parameter(found[1], "used") == "90");
    CHECK(parameter(found[1], "wanted") == "60");
    CHECK(parameter(found[1], "period") == "2026-11-23");
    CHECK(parameter(found[1], "per") == "week");
    CHECK(parameter(found[1], "scope") == "user");
    for (const char* number : {"120", "90", "60", "2026-11-23"}) {
        CHECK(found[1].message.zh.find(number) != std::string::npos);
        CHECK(found[1].message.en.find(number) != std::string::npos);
    }
}

TEST_CASE("quota: every period that the wish touches is looked at, each broken quota is told") {
    Wish wish;
    Quota day;
    day.per = QuotaPeriod::day;
    day.max_minutes = 60;
    Quota week;
    week.max_bookings = 1;
    wish.policy.quotas = {day, week};
    wish.time = span("2026-11-29 23:30", "2026-11-30 01:00");
    CHECK(wish.broken().empty());
    wish.facts.counted_of_user = {{model::BookingId{7}, span("2026-11-30 09:00", "2026-11-30 09:15")}};
    CHECK(wish.broken() == Names{"quota", "quota"});
    CHECK(parameter(wish.violations()[0], "period") == "2026-11-30");
}

TEST_CASE("holiday: closed on holidays, a make-up day has Monday's hours unless the calendar says whose") {
    Wish wish;
    wish.policy = support::policy_open("Mon-Fri 09:00-17:00; Fri 18:00-20:00");
    wish.policy.follows_holidays = true;
    wish.now = at("2026-09-01 00:00");
    auto document = model::shipped_holidays();
    document.working_days.push_back({{model::local_day({2026, 10, 11})}, model::Weekday::Fri});
    wish.policy.holidays = std::make_shared<model::Holidays>(document, 1);
    const auto broken = [&](const char* from, const char* to) { return wish.broken_at(span(from, to)); };
    CHECK(broken("2026-10-01 09:00", "2026-10-01 10:00") == Names{"holiday"});
    CHECK(broken("2026-10-07 20:00", "2026-10-07 21:00") == Names{"holiday"});
    CHECK(broken("2026-10-08 09:00", "2026-10-08 10:00").empty());
    CHECK(broken("2026-10-10 09:00", "2026-10-10 17:00").empty());
    CHECK(broken("2026-10-10 18:00", "2026-10-10 19:00") == Names{"opening_hours"});
    CHECK(broken("2026-10-11 18:00", "2026-10-11 20:00").empty());
    CHECK(broken("2026-10-17 09:00", "2026-10-17 10:00") == Names{"opening_hours"});
    const auto message = wish.policy.holidays->on(model::local_day({2026, 10, 1}));
    REQUIRE(message != nullptr);
    CHECK(message->name_zh.value == "国庆节");
    wish.policy.follows_holidays = false;
    CHECK(broken("2026-10-01 09:00", "2026-10-01 10:00").empty());
    CHECK(broken("2026-10-10 09:00", "2026-10-10 17:00") == Names{"opening_hours"});
}

TEST_CASE("holiday: what never closes otherwise closes on a holiday, to the minute") {
    Wish wish;
    wish.policy.follows_holidays = true;
    wish.policy.holidays = std::make_shared<model::Holidays>(model::shipped_holidays(), 0);
    wish.now = at("2026-04-01 00:00");
    CHECK(wish.broken_at(span("2026-04-03 23:00", "2026-04-04 00:00")).empty());
    CHECK(wish.broken_at(span("2026-04-03 23:00", "2026-04-04 00:15")) == Names{"holiday"});
    CHECK(wish.broken_at(span("2026-04-07 00:00", "2026-04-07 01:00")).empty());
}

TEST_CASE("gate_missing: a clearance of the right gate and kind must hold on the days of use") {
    Wish wish;
    wish.policy.gates = {{"contract", "服务合同", "a signed contract", model::GateOf::organisation},
                         {"safety", "安全考试", "a safety exam", model::GateOf::user}};
    CHECK(wish.broken() == Names{"gate_missing", "gate_missing"});
    CHECK(wish.violations()[0].message.zh.find("服务合同") != std::string::npos);
    CHECK(wish.violations()[0].message.en.find("a signed contract") != std::string::npos);
    model::Clearance contract;
    contract.gate = "contract";
    contract.organisation_id = model::OrganisationId{"ACME"};
    contract.valid_from = at("2026-11-23 12:00");
    model::Clearance safety;
    safety.gate = "safety";
    safety.user_id = model::UserId{1};
    wish.facts.clearances = {contract, safety};
    CHECK(wish.broken().empty());
    CHECK(wish.broken_at(span("2026-11-22 09:00", "2026-11-22 10:00")) == Names{"gate_missing"});
    wish.facts.clearances[1].valid_until = at("2026-11-23 00:00");
    CHECK(wish.broken() == Names{"gate_missing"});
    wish.facts.clearances[1].valid_until = at("2026-11-23 09:30");
    CHECK(wish.broken().empty());
    wish.facts.clearances[1].user_id = {};
    CHECK(wish.broken() == Names{"gate_missing"});
}

TEST_CASE("suspended: until the end of the suspension, unless it was lifted") {
    Wish wish;
    wish.facts.suspension = model::Suspension{};
    wish.facts.suspension->until = wish.now;
    CHECK(wish.broken().empty());
    wish.facts.suspension->until = at("2026-12-20 12:00");
    REQUIRE(wish.broken() == Names{"suspended"});
    CHECK(parameter(wish.violations()[0], "until") == "2026-12-20T12:00:00+08:00");
    wish.facts.suspension->lifted_at = wish.now;
    CHECK(wish.broken().empty());
}

TEST_CASE("facts: wishes that are checked one after the other count for the next ones") {
    scheduler::RuleFacts facts;
    const auto now = at("2026-11-23 09:30");
    facts.add({model::BookingId{1}, span("2026-11-23 09:00", "2026-11-23 10:00")}, now);
    facts.add({model::BookingId{2}, span("2026-11-23 08:00", "2026-11-23 09:00")}, now);
    CHECK(facts.future.bookings == 1);
    CHECK(facts.future.time == minutes{30});
    CHECK(facts.own.size() == 2);
    CHECK(facts.counted_of_user.size() == 2);
    CHECK(facts.counted_of_organisation.size() == 2);
}
