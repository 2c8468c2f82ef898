// Tokens with which programs act for a person.

#include "tests/support/demo_world.hpp"

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
HttpClient::Headers bearer(const std::string& token) {
    return {{"Authorization", "Bearer " + token}};
}

json made(HttpClient& person, const json& scopes, const json& more = json::object()) {
    json input{{"name", "script"}, {"scopes", scopes}};
    input.update(more);
    const auto reply = person.post("/api-tokens", input);
    INFO(reply.body);
    REQUIRE(reply.status == 201);
    return reply.json();
}
}  // namespace

TEST_CASE("A program reads and books with a token of its person, without cookie or CSRF token, until it is revoked") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto person = world.client("member@acme.example");
    const auto token = made(person, {"book", "read"});
    const auto secret = token.at("token").get<std::string>();
    CHECK(secret.starts_with("yiqi_"));
    CHECK(token.at("scopes") == json{"read", "book"});

    auto program = world.server().client();
    CHECK(program.get("/me", bearer(secret)).json().at("user").at("login") == "member@acme.example");
    const auto booked = program.post("/bookings", wish(at(1, "09:00"), at(1, "10:00")), bearer(secret));
    INFO(booked.body);
    REQUIRE(booked.status == 201);
    CHECK(person.get("/bookings").json().at("total") == 1);
    CHECK(program.get("/bookings", bearer(secret)).json().at("total") == 1);

    const auto listed = person.get("/api-tokens").json();
    REQUIRE(listed.at("total") == 1);
    CHECK(listed.at("items").at(0).at("token").is_null());
    const auto path = "/api-tokens/" + token.at("id").get<std::string>();
    CHECK(world.client("member@borealis.example").remove(path).status == 404);
    CHECK(person.remove(path).status == 204);
    const auto refused = program.get("/instruments", bearer(secret));
    CHECK(refused.status == 401);
    CHECK(refused.header("www-authenticate").starts_with("Bearer"));
    CHECK(person.remove(path).status == 404);
}

TEST_CASE("A token does no more than its scopes, and no more than its person") {
    DemoWorld world;
    auto admin = world.client("admin@p01.example");
    auto program = world.server().client();
    const auto policy = admin.get("/instruments/DEMO0002").json();
    const auto outage =
        json{{"start", at(1, "09:00")}, {"end", at(1, "10:00")}, {"reason", "service"}, {"replan", false}};
    const auto write = [&](const std::string& secret) {
        auto headers = bearer(secret);
        headers.emplace_back("If-Match", policy.at("etag"));
        return program.put("/instruments/DEMO0002/policy", open_policy(), headers).status;
    };
    const auto read = made(admin, {"read"}).at("token").get<std::string>();
    CHECK(program.get("/bookings?scope=platform", bearer(read)).status == 200);
    auto question = wish(at(1, "09:00"), at(1, "10:00"));
    question.erase("purpose");
    CHECK(program.post("/quotes", question, bearer(read)).status == 200);
    const auto refused = program.post("/instruments/DEMO0002/outages", outage, bearer(read));
    CHECK(refused.status == 403);
    CHECK(refused.json().at("detail").get<std::string>().find("operate") != std::string::npos);
    CHECK(write(read) == 403);
    const auto operate = made(admin, {"operate"}).at("token").get<std::string>();
    CHECK(program.post("/instruments/DEMO0002/outages", outage, bearer(operate)).status == 201);
    CHECK(program.get("/bookings", bearer(operate)).status == 403);
    CHECK(write(operate) == 403);
    const auto administer = made(admin, {"administer"}).at("token").get<std::string>();
    CHECK(write(administer) == 200);

    auto member = world.client("member@acme.example");
    const auto all = made(member, {"read", "book", "operate", "administer", "money"}).at("token").get<std::string>();
    CHECK(program.post("/instruments/DEMO0002/outages", outage, bearer(all)).status == 403);
    CHECK(write(all) == 403);
    CHECK(program.get("/ledger/verify", bearer(all)).status == 403);
    // A token that could make tokens would outlive its own end.
    CHECK(program.post("/api-tokens", {{"name", "child"}, {"scopes", {"read"}}}, bearer(all)).status == 403);
    CHECK(program.get("/api-tokens", bearer(all)).status == 200);
}

TEST_CASE("A token is neither kept in the store nor repeated; a cookie is no token, and a token no cookie") {
    DemoWorld world;
    auto person = world.client("member@acme.example");
    const json input{{"name", "once"}, {"scopes", {"read"}}};
    const auto first = person.post("/api-tokens", input, {{"Idempotency-Key", "t"}});
    REQUIRE(first.status == 201);
    const auto secret = first.json().at("token").get<std::string>();
    const auto again = person.post("/api-tokens", input, {{"Idempotency-Key", "t"}});
    CHECK(again.status == 201);
    CHECK(again.json().at("id") == first.json().at("id"));
    CHECK(again.json().at("token").is_null());

    auto program = world.server().client();
    const auto cookie = person.cookie().substr(person.cookie().find('=') + 1);
    CHECK(program.get("/me", bearer(cookie)).status == 401);
    CHECK(program.get("/me", {{"Cookie", "yiqi_session=" + secret}}).status == 401);
    for (const std::string wrong : {"", "yiqi_", "yiqi_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
        CHECK(program.get("/me", bearer(wrong)).status == 401);
    }
    REQUIRE(world.server().stop() == 0);
    std::ifstream file(world.server().db(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    CHECK(bytes.find("once") != std::string::npos);
    CHECK(bytes.find(secret.substr(5)) == std::string::npos);
    CHECK(bytes.find(cookie) == std::string::npos);
    CHECK(world.server().log().find(secret.substr(5)) == std::string::npos);
}

TEST_CASE("What a token may be is checked") {
    DemoWorld world;
    auto person = world.client("member@acme.example");
    for (const json& wrong :
         {json{{"name", "x"}, {"scopes", json::array()}}, json{{"name", "x"}, {"scopes", {"all"}}},
          json{{"name", "x"}, {"scopes", {"read", "read"}}}, json{{"name", ""}, {"scopes", {"read"}}},
          json{{"name", "x"}, {"scopes", {"read"}}, {"expires_at", "2020-01-01T00:00:00Z"}}}) {
        INFO(wrong.dump());
        CHECK(person.post("/api-tokens", wrong).status == 422);
    }
    CHECK(world.server().client().post("/api-tokens", {{"name", "x"}, {"scopes", {"read"}}}).status == 401);
    for (int i = 0; i < 50; ++i) {
        made(person, {"read"}, {{"name", std::to_string(i)}, {"expires_at", "2037-01-01T00:00:00Z"}});
    }
    CHECK(person.post("/api-tokens", {{"name", "51"}, {"scopes", {"read"}}}).code() == "wrong_state");
}
