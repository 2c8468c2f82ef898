#include "scheduler/alternatives.hpp"

#include "tests/support/instrument_record.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using model::CategoryCode;
using model::Interval;
using model::minutes;
using scheduler::Alternative;
using scheduler::InstrumentCalendar;
using scheduler::Kinship;
using scheduler::ReasonCode;
using scheduler::Why;
using support::instrument_record;
using support::span;
using support::taken;
using support::yuan;

namespace {

/// An instrument that is taken, what may stand in for it, and a wish.
struct Town {
    scheduler::InstrumentRecord wanted = instrument_record("I1", support::policy_open("Mon-Sun 08:00-18:00", 60));
    InstrumentCalendar wanted_calendar;
    std::vector<scheduler::InstrumentRecord> others;
    InstrumentCalendar free;
    Interval time = span("2026-11-23 09:00", "2026-11-23 12:00");
    scheduler::RuleFacts facts;
    bool other_lengths = true;

    [[nodiscard]] std::vector<Alternative> ask(std::size_t limit = 20) const {
        scheduler::Wish wish{{&wanted, &wanted_calendar},
                             time,
                             support::at("2026-11-22 12:00"),
                             [this](const scheduler::InstrumentRecord&) { return facts; }};
        wish.may_be_shorter = wish.may_be_split = other_lengths;
        std::vector<scheduler::Candidate> candidates;
        for (const auto& other : others) {
            candidates.push_back({&other, &free});
        }
        return scheduler::alternatives(wish, candidates, limit);
    }
};

const Alternative* first_of(const std::vector<Alternative>& found, Why why) {
    const auto at = std::ranges::find(found, why, &Alternative::why);
    return at == found.end() ? nullptr : &*at;
}

std::int64_t points_for(const Alternative& found, ReasonCode code) {
    const auto at = std::ranges::find(found.reasons, code, &scheduler::Reason::code);
    return at == found.reasons.end() ? -1 : at->points;
}

}  // namespace

TEST_CASE("kinship is the finest level of the classification that both share") {
    const auto kinship = [](const char* a, const char* b) {
        return scheduler::kinship_of(CategoryCode{a}, CategoryCode{b});
    };
    CHECK(kinship("010201", "010201") == Kinship::minor);
    CHECK(kinship("010201", "010202") == Kinship::middle);
    CHECK(kinship("010201", "010502") == Kinship::major);
    CHECK(kinship("010201", "020101") == Kinship::none);
}

TEST_CASE("a code of others names no kind of instrument") {
    const auto kinship = [](const char* code) { return scheduler::kinship_of(CategoryCode{code}, CategoryCode{code}); };
    CHECK(kinship("010299") == Kinship::middle);
    CHECK(kinship("019900") == Kinship::major);
    CHECK(kinship("990000") == Kinship::none);
}

TEST_CASE("places are compared by building, platform and institution") {
    const model::InstitutionId here{"I1"};
    const model::InstitutionId there{"I2"};
    const auto instrument = [](const char* platform, const char* location) {
        model::Instrument made;
        made.platform_id = model::PlatformId{platform};
        made.location = location;
        return made;
    };
    const auto wanted = instrument("P1", "海洋药物楼 B210室");
    using scheduler::Place;
    using scheduler::place_of;
    CHECK(place_of({wanted, here}, {instrument("P2", "海洋药物楼 A421室"), here}) == Place::building);
    CHECK(place_of({wanted, here}, {instrument("P1", "海洋生命楼 A421室"), here}) == Place::platform);
    CHECK(place_of({wanted, here}, {instrument("P2", "海洋生命楼 A421室"), here}) == Place::institution);
    CHECK(place_of({wanted, here}, {instrument("P3", "海洋药物楼 A421室"), there}) == Place::elsewhere);
    CHECK(place_of({instrument("P1", ""), here}, {instrument("P2", ""), here}) == Place::institution);
}

TEST_CASE("specifications are equal, or comparable by the words before their first digit") {
    const auto match = scheduler::compare_specs("磁场 14.1 T；5 mm 低温探头；1H/13C/15N/31P；变温",
                                                "磁场 9.4 T；5 mm 低温探头; 变温 -80 ℃；自动进样");
    CHECK(match.wanted == 4);
    CHECK(match.comparable == 3);
    CHECK(match.equal == 1);
    CHECK(scheduler::compare_specs("", "磁场 9.4 T").wanted == 0);
    CHECK(scheduler::compare_specs("磁场 9.4 T；；", "").comparable == 0);
}

TEST_CASE("time costs a point for each five minutes up to four hours, then for each half hour") {
    using std::chrono::hours;
    CHECK(scheduler::time_points(minutes{0}) == 0);
    CHECK(scheduler::time_points(minutes{1}) == 1);
    CHECK(scheduler::time_points(minutes{45}) == 9);
    CHECK(scheduler::time_points(-minutes{45}) == 9);
    CHECK(scheduler::time_points(hours{4}) == 48);
    CHECK(scheduler::time_points(hours{4} + minutes{1}) == 49);
    CHECK(scheduler::time_points(hours{24}) == 88);
}

TEST_CASE("an explanation says what differs with its numbers, in both languages") {
    CHECK(scheduler::time_reason(minutes{45}).text.en == "45 min later");
    CHECK(scheduler::time_reason(-minutes{75}).text.zh == "提前 1 小时 15 分钟");
    CHECK(scheduler::price_reason(yuan(100), yuan(88)).text.en == "12 % cheaper");
    CHECK(scheduler::price_reason(yuan(100), yuan(88)).points == 0);
    CHECK(scheduler::price_reason(yuan(100), yuan(113)).text.zh == "贵 13 %");
    CHECK(scheduler::price_reason(yuan(100), yuan(113)).points == 7);
    CHECK(scheduler::price_reason(yuan(100), yuan(900)).points == 50);
    CHECK(scheduler::specs_reason({4, 3, 1}).points == 20);
    CHECK(scheduler::shorter_reason(minutes{180}, minutes{120}).points == 20 + 34);
    CHECK(scheduler::shorter_reason(minutes{180}, minutes{120}).text.en == "only 2 h instead of 3 h");
    const auto whole =
        scheduler::explanation_of({scheduler::time_reason(minutes{45}), scheduler::category_reason(Kinship::minor),
                                   scheduler::price_reason(yuan(100), yuan(88))});
    CHECK(whole.en == "45 min later, same category, 12 % cheaper");
    CHECK(whole.zh == "推后 45 分钟，同类仪器，便宜 12 %");
}

TEST_CASE("the same instrument a little later comes before an equivalent far away, that before a day later") {
    Town town;
    town.wanted_calendar = {taken(span("2026-11-23 08:00", "2026-11-23 10:00"))};
    town.others.push_back(instrument_record("I2", town.wanted.policy->policy));
    town.others.back().institution_id = model::InstitutionId{"I2"};
    const auto found = town.ask();
    REQUIRE(found.size() >= 3);
    CHECK(found[0].record == &town.wanted);
    CHECK(found[0].time == span("2026-11-23 10:00", "2026-11-23 13:00"));
    CHECK(found[0].points == 12);
    CHECK(found[1].why == Why::equivalent);
    CHECK(found[1].points == 10 + 25);
    CHECK(std::ranges::is_sorted(found, {}, &Alternative::points));
    for (const auto& alternative : found) {
        CHECK(alternative.points == scheduler::sum_of_points(alternative.reasons));
    }
}

TEST_CASE("of equivalents the one with more of the specifications, then the cheaper one comes first") {
    Town town;
    town.wanted.instrument.specs = "分辨率 480000；质量精度 1 ppm";
    town.wanted_calendar = {taken(span("2026-11-23 08:00", "2026-11-23 18:00"))};
    const auto& policy = town.wanted.policy->policy;
    town.others.push_back(instrument_record("I2", policy, yuan(100)));
    town.others.push_back(instrument_record("I3", policy, yuan(90)));
    town.others.push_back(instrument_record("I4", policy, yuan(100)));
    town.others.back().instrument.specs = "分辨率 120000；质量精度 1 ppm";
    const auto found = town.ask();
    std::vector<std::string> order;
    for (const auto& alternative : found) {
        if (alternative.why == Why::equivalent && alternative.time == town.time) {
            order.push_back(alternative.record->instrument.id.value);
        }
    }
    CHECK(order == std::vector<std::string>{"I4", "I3", "I2"});
    CHECK(points_for(*first_of(found, Why::equivalent), ReasonCode::specs) == 10);
}

TEST_CASE("an instrument that takes no samples costs more where samples are handed in") {
    Town town;
    town.wanted.instrument.sample_service = true;
    town.wanted_calendar = {taken(town.time)};
    town.others.push_back(instrument_record("I2", town.wanted.policy->policy));
    const auto found = town.ask();
    REQUIRE(first_of(found, Why::equivalent) != nullptr);
    CHECK(points_for(*first_of(found, Why::equivalent), ReasonCode::samples) == 15);
}

TEST_CASE("another middle class stands in only with a comparable specification, another major class never") {
    Town town;
    town.wanted.instrument.specs = "分辨率 480000";
    town.wanted_calendar = {taken(town.time)};
    const auto& policy = town.wanted.policy->policy;
    const auto add = [&](const char* id, const char* code, const char* specs) {
        town.others.push_back(instrument_record(id, policy));
        town.others.back().instrument.category_code = CategoryCode{code};
        town.others.back().instrument.specs = specs;
    };
    add("I2", "010502", "流速 5 mL/min");
    add("I3", "010502", "分辨率 1 nm");
    add("I4", "020101", "分辨率 480000");
    for (const auto& alternative : town.ask()) {
        CHECK((alternative.record == &town.wanted || alternative.record->instrument.id.value == "I3"));
    }
    CHECK(first_of(town.ask(), Why::equivalent) != nullptr);
}

TEST_CASE("the longest free time inside the wish is proposed, not less than half of it") {
    Town town;
    town.wanted_calendar = {taken(span("2026-11-23 11:00", "2026-11-23 12:00"))};
    const auto found = town.ask();
    const auto* shorter = first_of(found, Why::shorter);
    REQUIRE(shorter != nullptr);
    CHECK(shorter->time == span("2026-11-23 09:00", "2026-11-23 11:00"));
    CHECK(shorter->total == yuan(200));

    town.wanted_calendar = {taken(span("2026-11-23 10:00", "2026-11-23 12:00"))};
    CHECK(first_of(town.ask(), Why::shorter) == nullptr);
}

TEST_CASE("a shorter time is not shorter than the policy's minimum") {
    Town town;
    auto policy = town.wanted.policy->policy;
    policy.min_minutes = 180;
    town.wanted = instrument_record("I1", policy);
    town.wanted_calendar = {taken(span("2026-11-23 11:00", "2026-11-23 12:00"))};
    CHECK(first_of(town.ask(), Why::shorter) == nullptr);
}

TEST_CASE("a wish around a booking is split before and behind it") {
    Town town;
    town.wanted_calendar = {taken(span("2026-11-23 10:00", "2026-11-23 11:00"))};
    const auto found = town.ask();
    const auto* split = first_of(found, Why::split);
    REQUIRE(split != nullptr);
    CHECK(split->time == span("2026-11-23 09:00", "2026-11-23 10:00"));
    REQUIRE(split->second);
    CHECK(split->second->time == span("2026-11-23 11:00", "2026-11-23 13:00"));
    CHECK(split->total == yuan(100));
    CHECK(split->second->total == yuan(200));
    CHECK(split->points == 30 + 12);
    CHECK(scheduler::explanation_of(split->reasons).en ==
          "in two parts of 1 h and 2 h, 1 h apart, the same instrument");
}

TEST_CASE("a wish that can be had is neither shortened nor split, one that is too long is") {
    Town town;
    CHECK(first_of(town.ask(), Why::shorter) == nullptr);
    CHECK(first_of(town.ask(), Why::split) == nullptr);
    auto policy = town.wanted.policy->policy;
    policy.max_minutes = 120;
    town.wanted = instrument_record("I1", policy);
    REQUIRE(first_of(town.ask(), Why::shorter) != nullptr);
    CHECK(first_of(town.ask(), Why::shorter)->time.length() == minutes{120});
    CHECK(first_of(town.ask(), Why::split) != nullptr);
}

TEST_CASE("the second part of a split keeps the rules as if the first were booked") {
    Town town;
    auto policy = town.wanted.policy->policy;
    policy.max_future_bookings = model::Bounded<0, 100'000>{1};
    town.wanted = instrument_record("I1", policy);
    town.wanted_calendar = {taken(span("2026-11-23 10:00", "2026-11-23 11:00"))};
    CHECK(first_of(town.ask(), Why::split) == nullptr);
    CHECK(first_of(town.ask(), Why::later) != nullptr);
}

TEST_CASE("where the length is fixed, nothing shorter and nothing split is proposed") {
    Town town;
    town.other_lengths = false;
    town.wanted_calendar = {taken(span("2026-11-23 10:00", "2026-11-23 11:00"))};
    for (const auto& alternative : town.ask()) {
        CHECK(alternative.time.length() == town.time.length());
    }
}

TEST_CASE("the nearest earlier time is found, however fine the grid") {
    for (const int grid : {1, 5, 15, 60}) {
        Town town;
        town.wanted = instrument_record("I1", support::policy_open("Mon-Sun 00:00-24:00", grid));
        town.time = span("2026-11-29 09:00", "2026-11-29 12:00");
        town.wanted_calendar = {taken(span("2026-11-29 10:00", "2026-11-30 12:00"))};
        const auto found = town.ask();
        const auto* earlier = first_of(found, Why::earlier);
        REQUIRE(earlier != nullptr);
        CHECK(earlier->time == span("2026-11-29 07:00", "2026-11-29 10:00"));
    }
}

TEST_CASE("an instrument without a price is not proposed") {
    Town town;
    town.others.push_back(instrument_record("I2", town.wanted.policy->policy));
    town.others.back().rates = std::make_shared<model::RatesVersion>();
    CHECK(first_of(town.ask(), Why::equivalent) == nullptr);
}
