// Deciding many requests at once while rules are set aside with a reason.

#include "tests/support/broken_rules.hpp"
#include "tests/support/waiter.hpp"

using namespace support;
using nlohmann::json;

TEST_CASE("An administrator approves many at once and sets rules aside for those that break them, on record") {
    DemoWorld world;
    world.set_policy(open_policy({{"requires_training", true}, {"approval", "operator"}}));
    auto member = world.client(acme);
    auto rival = world.client(borealis);
    auto admin = world.client("admin@p01.example");
    auto staff = world.client("operator@p01.example");
    const auto train = [&](const std::string& login, const std::string& until) {
        REQUIRE(admin.post("/trainings", {{"login", login}, {"instrument_id", spectrometer}, {"valid_until", until}})
                    .status < 300);
    };
    train(acme, at(30, "00:00"));
    train(borealis, at(30, "00:00"));
    const auto lapsed = booked(member, at(5, "09:00"), at(5, "10:00"));
    const auto sound = booked(rival, at(5, "11:00"), at(5, "12:00"));
    train(acme, at(2, "00:00"));

    const auto decide = [&](HttpClient& who, const json& more) {
        json body{{"action", "approve"}, {"ids", {lapsed, sound}}};
        body.update(more);
        return who.post("/bookings/batch", body);
    };
    const json waiver{{"waive", {"training_required"}}, {"waive_reason", "supervised"}};
    const auto plain = decide(admin, {{"dry_run", true}}).json();
    CHECK(plain.at("ok") == 1);
    CHECK(plain.at("results").at(0).at("problem").at("code") == "rule_violated");
    CHECK(decide(admin, {{"waive", {"training_required"}}}).json().at("errors").at(0).at("field") == "waive_reason");
    CHECK(decide(admin, {{"waive", {"slot_taken"}}, {"waive_reason", "x"}}).status == 422);
    auto rejecting = waiver;
    rejecting.update({{"action", "reject"}, {"reason", "no"}});
    CHECK(decide(admin, rejecting).json().at("errors").at(0).at("field") == "waive");
    const auto by_staff = decide(staff, waiver).json();
    CHECK(by_staff.at("ok") == 0);
    CHECK(by_staff.at("results").at(0).at("problem").at("code") == "not_allowed");

    auto tried = waiver;
    tried["dry_run"] = true;
    CHECK(decide(admin, tried).json().at("ok") == 2);
    CHECK(member.get("/bookings/" + lapsed).json().at("status") == "requested");
    CHECK(decide(admin, waiver).json().at("ok") == 2);
    const auto seen = member.get("/bookings/" + lapsed).json();
    CHECK(seen.at("status") == "approved");
    REQUIRE(seen.at("waivers").size() == 1);
    CHECK(seen.at("waivers").at(0).at("reason") == "supervised");
    // What broke no rule needed no waiver.
    CHECK(rival.get("/bookings/" + sound).json().at("waivers").empty());
    check_store(world);
}
