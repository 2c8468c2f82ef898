// What the catalogue keeps in memory follows what is changed.

#include "tests/support/demo_world.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

TEST_CASE("An instrument shows the policy, the rates and the price that hold now, however often it was read before") {
    DemoWorld world;
    auto visitor = world.server().client();
    const auto path = std::string("/instruments/") + spectrometer;
    const auto before = visitor.get(path).json();
    CHECK(visitor.get(path).json() == before);
    world.set_policy(open_policy({{"max_minutes", 120}}));
    const auto changed = visitor.get(path).json();
    CHECK(changed.at("policy").at("max_minutes") == 120);
    CHECK(changed.at("policy_version") == before.at("policy_version").get<int>() + 1);
    CHECK(changed.at("etag") != before.at("etag"));
    CHECK(changed.at("rates") == before.at("rates"));
    CHECK(visitor.get("/instruments?q=" + std::string(spectrometer)).json().at("items").at(0).at("policy") ==
          changed.at("policy"));

    // Another price from tomorrow on: nobody touches the instrument when it begins to hold.
    world.set_rates({{{"price_class", "enterprise"}, {"hourly_fen", 50'000}},
                     {{"price_class", "enterprise"}, {"hourly_fen", 60'000}, {"valid_from", at(1, "00:00")}}});
    CHECK(visitor.get(path).json().at("hourly_fen") == 50'000);
    world.set_clock(at(1, "00:00"));
    CHECK(visitor.get(path).json().at("hourly_fen") == 60'000);
}

TEST_CASE("The earliest few free times are the first of the earliest many") {
    DemoWorld world;
    auto visitor = world.server().client();
    const auto earliest = [&](int limit) {
        return visitor
            .post("/availability",
                  {{"duration_minutes", 240}, {"from", at(0, "08:00")}, {"to", at(14, "08:00")}, {"limit", limit}})
            .json()
            .at("items");
    };
    const auto many = earliest(200);
    REQUIRE(many.size() == 200);
    for (const int limit : {1, 2, 7, 20, 61, 199}) {
        INFO(limit);
        CHECK(earliest(limit) == json(std::vector<json>(many.begin(), many.begin() + limit)));
    }
}
