// The town's life against the auditor. The quick one runs always; YIQI_TOWN_DAYS=91 lives the quarter (with YIQI_SEED
// another one).

#include "tests/contract/town.hpp"

#include <chrono>
#include <iostream>

#include <catch2/catch.hpp>

using namespace contract;
using support::Backend;

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
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(support::name_of(backend));
    const auto begun = std::chrono::steady_clock::now();
    Town town(backend, plan());
    town.live();
    const auto took = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begun);
    if (std::getenv("YIQI_TOWN_DAYS") != nullptr) {
        std::cout << support::name_of(backend) << ", " << took.count() << " s: " << town.figures_text() << '\n';
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
}
