// The booking rules that an instrument had: which, since when, and who changed them.

#include "tests/support/waiter.hpp"

using namespace support;
using nlohmann::json;

TEST_CASE("Every version of the rules is kept with who changed it and when, for those who may change them") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    auto admin = world.client("admin@p01.example");
    const auto path = std::string("/instruments/") + spectrometer + "/policy";
    REQUIRE(admin.put(path, open_policy({{"capacity", 2}}), {{"If-Match", "*"}}).status == 200);
    world.set_clock(at(1, "10:00"));
    world.set_policy(open_policy({{"capacity", 3}}));

    const auto versions = admin.get(path + "/versions").json();
    REQUIRE(versions.at("total") == 3);
    const auto& items = versions.at("items");
    CHECK(items.at(0).at("version") == 3);
    CHECK(items.at(0).at("policy").at("capacity") == 3);
    CHECK(items.at(0).at("by").at("name") == "系统管理员");
    CHECK(items.at(0).at("since").get<std::string>().substr(0, 16) == at(1, "10:00").substr(0, 16));
    CHECK(items.at(1).at("policy").at("capacity") == 2);
    CHECK(items.at(1).at("by").at("name") == "刘洋");
    CHECK(items.at(2).at("version") == 1);
    CHECK(items.at(2).at("by").is_null());
    CHECK(items.at(2).at("since").is_null());
    // Every document is whole, also what the version did not know yet.
    CHECK(items.at(2).at("policy").at("rounds").at("window_weeks") == 1);
    const auto page = admin.get(path + "/versions?limit=1&cursor=1").json();
    CHECK(page.at("items").size() == 1);
    CHECK(page.at("items").at(0).at("version") == 2);
    CHECK(page.at("next_cursor") == "2");

    CHECK(world.client("operator@p01.example").get(path + "/versions").status == 403);
    CHECK(world.client(acme).get(path + "/versions").status == 403);
    CHECK(world.server().client().get(path + "/versions").status == 401);
    CHECK(admin.get("/instruments/NONE/policy/versions").status == 404);
}
