// Signing in and out, and what protects it.

#include "tests/support/demo_world.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

TEST_CASE("Signing in answers who one is; the cookie is for the browser alone; signing out ends it") {
    DemoWorld world;
    auto visitor = world.server().client();
    CHECK(visitor.get("/me").status == 401);

    auto client = world.server().client();
    const auto reply = client.sign_in("member@acme.example");
    REQUIRE(reply.status == 200);
    const auto user = reply.json().at("user");
    CHECK(user.at("login") == "member@acme.example");
    CHECK(user.at("organisation_id") == "ORG-ACME");
    CHECK(user.at("organisation_kind") == "enterprise");
    CHECK(user.at("roles").at(0) == json{{"role", "member"}, {"scope", "ORG-ACME"}});
    CHECK_FALSE(reply.body.find("password") != std::string::npos);
    const auto cookie = reply.header("set-cookie");
    CHECK(cookie.find("HttpOnly") != std::string::npos);
    CHECK(cookie.find("SameSite=Lax") != std::string::npos);
    CHECK(cookie.find("Secure") == std::string::npos);
    CHECK(client.get("/me").json().at("csrf_token") == reply.json().at("csrf_token"));

    auto thief = world.server().client();
    thief.share_sign_in(client);
    CHECK(client.remove("/session").status == 204);
    CHECK(client.get("/me").status == 401);
    CHECK(thief.get("/me").status == 401);
    CHECK(thief.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).status == 401);
}

TEST_CASE("A sign-in outlives a restart of the server, a sign-out too") {
    DemoWorld world;
    auto stays = world.client("member@acme.example");
    auto leaves = world.client("member@borealis.example");
    REQUIRE(leaves.remove("/session").status == 204);
    REQUIRE(world.server().stop() == 0);
    world.server().restart();
    stays.point_at(world.server().port());
    leaves.point_at(world.server().port());
    CHECK(stays.get("/me").status == 200);
    CHECK(stays.post("/quotes", wish(at(1, "09:00"), at(1, "10:00"))).status != 401);
    CHECK(leaves.get("/me").status == 401);
}

TEST_CASE("Wrong passwords and unknown logins look alike, and the eleventh try is put off") {
    DemoWorld world;
    auto client = world.server().client();
    const auto wrong = client.sign_in("member@acme.example", "not the password");
    const auto unknown = client.sign_in("nobody@acme.example", "not the password");
    CHECK(wrong.status == 401);
    CHECK(wrong.code() == "wrong_credentials");
    CHECK(unknown.status == 401);
    CHECK(unknown.code() == wrong.code());
    CHECK(unknown.json().at("title") == wrong.json().at("title"));
    for (int i = 0; i < 9; ++i) {
        CHECK(client.sign_in("member@acme.example", "guess").status == 401);
    }
    const auto late = client.sign_in("member@acme.example");
    CHECK(late.status == 429);
    CHECK(late.code() == "too_many_requests");
    CHECK(!late.header("retry-after").empty());
    // Others are not held up by it.
    CHECK(client.sign_in("admin@acme.example").status == 200);
}

TEST_CASE("A write without the page's CSRF token is refused, a read is not") {
    DemoWorld world;
    auto client = world.client("member@acme.example");
    client.forget_csrf_token();
    CHECK(client.get("/bookings").status == 200);
    const auto refused = client.post("/bookings", wish(at(1, "09:00"), at(1, "10:00")));
    CHECK(refused.status == 403);
    CHECK(refused.code() == "csrf_token_wrong");
    CHECK(client.post("/bookings", wish(at(1, "09:00"), at(1, "10:00")), {{"X-CSRF-Token", "guess"}}).status == 403);
    auto other = world.client("member@borealis.example");
    const auto foreign = other.get("/me").json().at("csrf_token").get<std::string>();
    CHECK(client.post("/bookings", wish(at(1, "09:00"), at(1, "10:00")), {{"X-CSRF-Token", foreign}}).status == 403);
}

TEST_CASE("The demonstration's clock and sign-ins exist only with --demo") {
    const ServerProcess server({.db = {}, .demo = false});
    auto client = server.client();
    CHECK(client.put("/demo/clock", {{"now", at(0, "08:00")}}).status == 404);
    const auto about = client.get("/about").json();
    CHECK(about.at("demo") == false);
    CHECK(about.at("demo_sign_ins").empty());
    CHECK(about.at("demo_password").is_null());
    CHECK(client.sign_in("system@council.example").status == 401);
}
