// The town's life against the auditor. The quick one runs always; YIQI_TOWN_DAYS=91 lives the quarter (with YIQI_SEED
// another one).

#include "tests/contract/town.hpp"

#include <chrono>
#include <iostream>

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace contract;

namespace {
TownPlan plan() {
    TownPlan plan;
    plan.seed = support::number_from_environment("YIQI_SEED", 1);
    plan.days = static_cast<int>(support::number_from_environment("YIQI_TOWN_DAYS", 0));
    if (plan.days == 0) {
        plan = {.seed = plan.seed,
                .instruments = 60,
                .users = 300,
                .days = 3,
                .bookings_a_day = 150,
                .faults_in_thousand = 30};
    }
    return plan;
}
}  // namespace

TEST_CASE("A town books, breaks, waits and pays, and an auditor who knows only the events agrees with every row",
          "[town]") {
    const auto host = GENERATE(HostKind::memory, HostKind::sqlite, HostKind::postgresql);
    INFO(name_of(host));
    const auto begun = std::chrono::steady_clock::now();
    auto lived = plan();
    if (std::getenv("YIQI_TOWN_DAYS") == nullptr) {
        // The less a command costs, the longer the life.
        lived.days = host == HostKind::memory ? 15 : host == HostKind::sqlite ? 3 : 2;
    }
    Town town(host, lived);
    town.live();
    const auto took = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begun);
    if (std::getenv("YIQI_TOWN_DAYS") != nullptr) {
        std::cout << name_of(host) << ", " << took.count() << " s: " << town.figures_text() << '\n';
    }
    for (const auto& problem : town.auditor().problems()) {
        FAIL_CHECK(problem);
    }
    const auto& figures = town.figures();
    CHECK(figures.failed > 0);
    CHECK(figures.answered_again > 0);
    CHECK(figures.restarts > 0);
    CHECK(figures.rounds > 0);
    CHECK(town.auditor().counts().contains(model::EventKind::offer_accepted));
    CHECK(town.auditor().counts().contains(model::EventKind::booking_no_show));
    CHECK(town.auditor().counts().contains(model::EventKind::booking_displaced));
    CHECK(town.auditor().counts().contains(model::EventKind::booking_waived));
    if (host == HostKind::memory) {
        // It lives long enough for what is rare.
        using enum model::EventKind;
        for (const auto rare : {booking_bumped, booking_replaced, booking_shift_asked, booking_shift_agreed,
                                booking_extended, round_opened}) {
            CHECK(town.auditor().counts().contains(rare));
        }
    }
}

namespace {
std::string text_of(const model::Event& event) {
    auto text = fmt::format("{} at {}: {} {} by {} on {} for {}", event.seq.value, event.at.time_since_epoch().count(),
                            static_cast<int>(event.kind), event.subject, event.actor.value, event.instrument_id.value,
                            event.organisation_id.value);
    for (const auto& fact : event.facts) {
        text += " " + fact.name + "=" + fact.value;
    }
    return text;
}
}  // namespace

TEST_CASE("The same town leaves the same log in memory and in SQLite, word for word", "[town]") {
    auto same = plan();
    same.faults_in_thousand = 0;
    Town in_memory(HostKind::memory, same);
    Town in_sqlite(HostKind::sqlite, same);
    in_memory.live();
    in_sqlite.live();
    const auto& a = in_memory.log();
    const auto& b = in_sqlite.log();
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        REQUIRE(text_of(a[i]) == text_of(b[i]));
    }
    CHECK(a.size() == b.size());
    CHECK(a.size() > 1000);
}
