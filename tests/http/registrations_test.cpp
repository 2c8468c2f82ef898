// A company asks for an account; the council decides.

#include "tests/support/demo_world.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
constexpr const char* secretariat = "secretariat@council.example";

json asking(const json& company = json::object(), const json& user = json::object()) {
    json input{{"organisation",
                {{"name", "海川检测有限公司"},
                 {"credit_code", "91350100M000100Y43"},
                 {"address", "青岛市 1 号"},
                 {"contact_phone", "+86 532-1234 5678"}}},
               {"user",
                {{"name", "周敏"},
                 {"login", "zhou@haichuan.example"},
                 {"email", "zhou@haichuan.example"},
                 {"password", "four plain words here"}}}};
    input["organisation"].update(company);
    input["user"].update(user);
    return input;
}

std::string field_of(const Reply& reply) {
    INFO(reply.body);
    const auto document = reply.json();
    return document.contains("errors") && !document["errors"].empty() ? document["errors"][0]["field"] : "";
}
}  // namespace

TEST_CASE("A company registers, the secretariat approves, and its first user books for it and is its administrator") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto visitor = world.server().client();
    const auto asked = visitor.post("/registrations", asking(), {{"Idempotency-Key", "once"}});
    INFO(asked.body);
    REQUIRE(asked.status == 201);
    CHECK(asked.json().at("status") == "pending");
    CHECK(asked.body.find("four plain words") == std::string::npos);
    CHECK(visitor.post("/registrations", asking(), {{"Idempotency-Key", "once"}}).json() == asked.json());
    CHECK(visitor.sign_in("zhou@haichuan.example", "four plain words here").status == 401);

    auto council = world.client(secretariat);
    const auto waiting = council.get("/registrations?status=pending").json();
    REQUIRE(waiting.at("total") == 1);
    CHECK(waiting.at("items").at(0).at("organisation").at("credit_code") == "91350100M000100Y43");
    const auto id = waiting.at("items").at(0).at("id").get<std::string>();
    const auto approved =
        council.post("/registrations/" + id + "/approve", {{"credit_limit_fen", 200'000}}, {{"Idempotency-Key", "a"}});
    INFO(approved.body);
    REQUIRE(approved.status == 200);
    CHECK(approved.json().at("status") == "approved");
    CHECK(council.get("/registrations?status=pending").json().at("total") == 0);
    CHECK(council.post("/registrations/" + id + "/reject", {{"reason", "late"}}).code() == "wrong_state");

    auto zhou = world.server().client();
    const auto signed_in = zhou.sign_in("zhou@haichuan.example", "four plain words here");
    REQUIRE(signed_in.status == 200);
    const auto organisation = approved.json().at("organisation_id").get<std::string>();
    CHECK(signed_in.json().at("user").at("organisation_id") == organisation);
    CHECK(signed_in.json().at("user").at("roles").size() == 2);
    CHECK(zhou.get("/accounts/" + organisation).json().at("credit_limit_fen") == 200'000);
    CHECK(zhou.post("/bookings", wish(at(1, "09:00"), at(1, "11:00"))).status == 201);
    CHECK(zhou.post("/bookings", wish(at(2, "09:00"), at(2, "11:00"))).code() == "insufficient_credit");
    CHECK(zhou.get("/registrations").status == 403);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("A rejected company is told why, may ask again, and no password of it is kept") {
    DemoWorld world;
    auto visitor = world.server().client();
    REQUIRE(visitor.post("/registrations", asking()).status == 201);
    auto council = world.client(secretariat);
    const auto id = council.get("/registrations").json().at("items").at(0).at("id").get<std::string>();
    CHECK(council.post("/registrations/" + id + "/reject", json::object()).status == 400);
    const auto rejected = council.post("/registrations/" + id + "/reject", {{"reason", "地址不完整"}});
    REQUIRE(rejected.status == 200);
    CHECK(rejected.json().at("reason") == "地址不完整");
    CHECK(rejected.json().at("organisation_id").is_null());
    CHECK(visitor.sign_in("zhou@haichuan.example", "four plain words here").status == 401);
    CHECK(visitor.post("/registrations", asking()).status == 201);
    CHECK(council.get("/registrations?status=rejected").json().at("total") == 1);
    CHECK(council.get("/registrations?status=perhaps").status == 400);
    CHECK(council.post("/registrations/999/approve", json::object()).status == 404);
}

TEST_CASE("A registration with a wrong credit code, address or password is refused at its field") {
    DemoWorld world;
    auto visitor = world.server().client();
    const json as_it_is = json::object();
    const auto refused = [&](const json& company, const json& user) {
        const auto reply = visitor.post("/registrations", asking(company, user));
        CHECK(reply.status == 422);
        return field_of(reply);
    };
    CHECK(refused({{"credit_code", "91350100M000100Y44"}}, as_it_is) == "organisation.credit_code");
    CHECK(refused({{"credit_code", "91350100M000100Y4"}}, as_it_is) == "organisation.credit_code");
    CHECK(refused({{"name", ""}}, as_it_is) == "organisation.name");
    CHECK(refused({{"contact_phone", "call me"}}, as_it_is) == "organisation.contact_phone");
    CHECK(visitor.post("/registrations", asking({{"owner", "x"}})).status == 400);
    CHECK(refused(as_it_is, {{"email", "zhou"}}) == "user.email");
    CHECK(refused(as_it_is, {{"email", "a@b@c"}}) == "user.email");
    CHECK(refused(as_it_is, {{"login", "zhou min"}}) == "user.login");
    CHECK(refused(as_it_is, {{"password", "short"}}) == "user.password");
    CHECK(refused(as_it_is, {{"password", "Qwerty123456"}}) == "user.password");
    CHECK(refused(as_it_is, {{"password", "zzzzzzzzzzzz"}}) == "user.password");
    CHECK(refused(as_it_is, {{"password", "ZHOU@haichuan.example"}}) == "user.password");
    CHECK(world.client(secretariat).get("/registrations").json().at("total") == 0);
}

TEST_CASE("A company or login that is there, or waits, cannot be registered again, also not twice at once") {
    DemoWorld world;
    std::vector<HttpClient> visitors;
    for (int i = 0; i < 8; ++i) {
        visitors.push_back(world.server().client());
    }
    const auto replies =
        at_once(visitors, [](HttpClient& visitor, std::size_t) { return visitor.post("/registrations", asking()); });
    CHECK(count_of(replies, 201) == 1);
    CHECK(count_of(replies, 409) == 7);
    auto council = world.client(secretariat);
    const auto id = council.get("/registrations").json().at("items").at(0).at("id").get<std::string>();
    std::vector<HttpClient> members = crowd(world.server(), 4, {secretariat});
    const auto decisions = at_once(members, [&](HttpClient& member, std::size_t i) {
        return i % 2 == 0 ? member.post("/registrations/" + id + "/approve", json::object())
                          : member.post("/registrations/" + id + "/reject", {{"reason", "no"}});
    });
    CHECK(count_of(decisions, 200) == 1);
    CHECK(count_of(decisions, 409) == 3);
    auto visitor = world.server().client();
    const auto other = visitor.post(
        "/registrations", asking({{"credit_code", "91440300708461136T"}}, {{"login", "member@acme.example"}}));
    CHECK(other.status == 409);
    CHECK(field_of(other) == "user.login");
}

TEST_CASE("Registrations from one address are slowed down") {
    DemoWorld world;
    auto visitor = world.server().client();
    const std::vector<std::string> codes{"91350100M000100Y43", "91440300708461136T", "9144030071526726XG"};
    for (std::size_t i = 0; i < 10; ++i) {
        const auto login = "user" + std::to_string(i) + "@many.example";
        const auto status =
            visitor.post("/registrations", asking({{"credit_code", codes[i % codes.size()]}}, {{"login", login}}))
                .status;
        CHECK(status == (i < codes.size() ? 201 : 409));
    }
    CHECK(visitor.post("/registrations", asking()).status == 429);
}
