// The document that describes the API: every route is in it whole, and what the server answers fits it.

#include "tests/support/demo_world.hpp"
#include "tests/support/json_schema.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
bool says_something(const json& schema) {
    return schema.is_object() && (schema.contains("type") || schema.contains("anyOf"));
}

/// Requests of all kinds, each answer held against the document.
class Reader {
  public:
    explicit Reader(DemoWorld& world) : world_(world), document_(world.server().client().get("/openapi.json").json()) {}

    json check(const std::string& login, const std::string& method, const std::string& route,
               const std::string& path = {}, const json& body = nullptr, const HttpClient::Headers& headers = {}) {
        auto client = login.empty() ? world_.server().client() : world_.client(login);
        const auto shown = path.empty() ? route : path;
        const auto reply = client.request(method, shown, body.is_null() ? std::string() : body.dump(), headers);
        INFO(method << ' ' << shown << " -> " << reply.status << ' ' << reply.body.substr(0, 300));
        CHECK(reply.status / 100 == 2);
        auto lower = method;
        std::ranges::transform(lower, lower.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
        const auto name = route.starts_with("//") ? route.substr(1) : "/api/v1" + route;
        const auto& operation = document_.at("paths").at(name).at(lower);
        if (reply.status == 204) {
            CHECK(operation.at("responses").contains("204"));
            return nullptr;
        }
        const auto answer = reply.json();
        for (const auto& misfit :
             misfits(answer, operation.at("responses").at("2XX").at("content").at("application/json").at("schema"))) {
            UNSCOPED_INFO(misfit);
            CHECK(misfit.empty());
        }
        if (!body.is_null()) {
            const auto wrong =
                misfits(body, operation.at("requestBody").at("content").at("application/json").at("schema"));
            INFO((wrong.empty() ? std::string() : wrong.front()));
            CHECK(wrong.empty());
        }
        return answer;
    }

  private:
    DemoWorld& world_;
    json document_;
};
}  // namespace

TEST_CASE("Every route of the document says what it answers, what it takes, and which parameters it knows") {
    DemoWorld world;
    const auto document = world.server().client().get("/openapi.json").json();
    CHECK(document.at("openapi") == "3.1.0");
    const std::vector<std::string> without_body{
        "/api/v1/bookings/{id}/check-in",      "/api/v1/bookings/{id}/no-show",
        "/api/v1/booking-groups/{id}/approve", "/api/v1/waitlist/{id}/accept",
        "/api/v1/waitlist/{id}/decline",       "/api/v1/rounds/{id}/allocate",
        "/api/v1/offers/{id}/decline",         "/api/v1/shift-proposals/{id}/decline",
        "/api/v1/corrections/{id}/approve",    "/api/v1/rates-proposals/{id}/approve"};
    for (const auto& [path, operations] : document.at("paths").items()) {
        for (const auto& [method, operation] : operations.items()) {
            INFO(method << ' ' << path);
            CHECK(!operation.at("summary").get<std::string>().empty());
            const auto& responses = operation.at("responses");
            CHECK(responses.contains("4XX"));
            if (responses.contains("204")) {
                CHECK(method == "delete");
            } else {
                for (const auto& [type, content] : responses.at("2XX").at("content").items()) {
                    CHECK(says_something(content.at("schema")));
                }
            }
            const bool takes_body =
                (method == "post" || method == "put") && std::ranges::find(without_body, path) == without_body.end();
            CHECK(operation.contains("requestBody") == takes_body);
            if (operation.contains("requestBody")) {
                for (const auto& [type, content] : operation.at("requestBody").at("content").items()) {
                    CHECK(says_something(content.at("schema")));
                }
            }
            for (const auto& parameter : operation.value("parameters", json::array())) {
                CHECK(says_something(parameter.at("schema")));
            }
        }
    }
}

TEST_CASE("What the server answers is what its document says") {
    DemoWorld world;
    world.set_policy(open_policy({{"approval", "platform_admin"}}));
    Reader reader(world);
    const std::string member = "member@acme.example";
    const std::string admin = "admin@p01.example";
    const std::string finance = "finance@council.example";
    const std::string here = "/instruments/" + std::string(spectrometer);
    for (const char* route : {"/about", "/institutions", "/platforms", "/categories", "/instruments", "//healthz",
                              "//readyz", "/openapi.json"}) {
        (void)reader.check("", "GET", route);
    }
    (void)reader.check("", "GET", "/instruments",
                       "/instruments?q=guang&free_from=2026-11-24T00:00:00Z&free_until=2026-11-28T00:00:00Z");
    (void)reader.check("", "GET", "/platforms/{id}", "/platforms/DEMO-P01");
    const auto instrument = reader.check("", "GET", "/instruments/{id}", here);
    (void)reader.check(member, "GET", "/me");
    (void)reader.check("", "POST", "/session", {}, {{"login", member}, {"password", "demo-password"}});
    (void)reader.check(
        "", "POST", "/availability", {},
        {{"duration_minutes", 60}, {"from", at(1, "00:00")}, {"to", at(5, "00:00")}, {"filter", {{"q", "光"}}}});

    const auto time = json{{"instrument_id", spectrometer}, {"start", at(1, "09:00")}, {"end", at(1, "10:00")}};
    (void)reader.check(member, "POST", "/quotes", {}, time);
    std::vector<std::string> ids;
    for (int day = 1; day <= 6; ++day) {
        ids.push_back(reader.check(member, "POST", "/bookings", {}, wish(at(day, "09:00"), at(day, "10:00"))).at("id"));
    }
    (void)reader.check(member, "POST", "/quotes", {}, time);
    (void)reader.check(member, "GET", "/alternatives",
                       "/alternatives?instrument_id=DEMO0002&start=2026-11-24T01:00:00Z&end=2026-11-24T02:00:00Z");
    (void)reader.check(member, "GET", "/instruments/{id}/calendar",
                       here + "/calendar?from=2026-11-24T00:00:00Z&to=2026-11-30T00:00:00Z");
    (void)reader.check(member, "GET", "/bookings");
    (void)reader.check(admin, "GET", "/bookings/{id}/facts", "/bookings/" + ids[0] + "/facts");
    const auto act = [&](const std::string& who, std::size_t i, const std::string& action, const json& body = nullptr) {
        (void)reader.check(who, "POST", "/bookings/{id}/" + action, "/bookings/" + ids[i] + "/" + action, body);
    };
    act(admin, 0, "approve", json::object());
    (void)reader.check(admin, "POST", "/bookings/batch", {},
                       {{"action", "approve"}, {"ids", json::array({ids[1], ids[0]})}});
    act(admin, 2, "reject", {{"reason", "full"}});
    act(member, 3, "cancel", {{"reason", "ill"}});
    act(member, 4, "reschedule", {{"start", at(7, "09:00")}, {"end", at(7, "10:00")}});
    world.set_clock(at(1, "09:00"));
    act(member, 0, "check-in");
    world.set_clock(at(1, "09:50"));
    act(member, 0, "check-out", {{"samples", 2}, {"note", "fine"}});
    world.set_clock(at(2, "10:30"));
    act(admin, 1, "no-show");
    (void)reader.check(member, "GET", "/bookings/{id}", "/bookings/" + ids[0]);

    (void)reader.check(admin, "POST", "/instruments/{id}/outages/preview", here + "/outages/preview",
                       {{"start", at(6, "00:00")}, {"end", at(8, "00:00")}});
    const auto reported =
        reader.check(admin, "POST", "/instruments/{id}/outages", here + "/outages",
                     {{"start", at(6, "00:00")}, {"end", at(8, "00:00")}, {"reason", "broken"}, {"replan", true}});
    (void)reader.check(admin, "GET", "/outages/{id}/replan",
                       "/outages/" + reported.at("outage").at("id").get<std::string>() + "/replan");
    (void)reader.check(member, "GET", "/bookings/{id}/replan", "/bookings/" + ids[5] + "/replan");
    (void)reader.check(member, "GET", "/offers");
    (void)reader.check(member, "GET", "/shift-proposals");
    (void)reader.check("", "GET", "/instruments/{id}/outages", here + "/outages");
    (void)reader.check(admin, "DELETE", "/outages/{id}",
                       "/outages/" + reported.at("outage").at("id").get<std::string>());
    const HttpClient::Headers any{{"If-Match", "*"}};
    (void)reader.check(admin, "PUT", "/instruments/{id}/policy", here + "/policy", open_policy(), any);
    (void)reader.check(admin, "PUT", "/instruments/{id}/rates", here + "/rates", instrument.at("rates"), any);
    (void)reader.check(admin, "POST", "/trainings", {}, {{"login", member}, {"instrument_id", spectrometer}});
    (void)reader.check(member, "GET", "/trainings");

    (void)reader.check(finance, "POST", "/payments", {},
                       {{"organisation_id", "ORG-ACME"}, {"amount_fen", 100}, {"reference", "bank"}});
    (void)reader.check(finance, "GET", "/organisations");
    (void)reader.check(member, "GET", "/accounts/{id}", "/accounts/ORG-ACME");
    (void)reader.check(finance, "GET", "/ledger/verify");
    const std::string company = "admin@acme.example";
    (void)reader.check(finance, "GET", "/billing-policy");
    (void)reader.check(finance, "POST", "/income-splits", {},
                       {{"operator_bp", 0}, {"platform_bp", 9'000}, {"institution_bp", 1'000}, {"council_bp", 0}});
    (void)reader.check(finance, "GET", "/income-splits");
    (void)reader.check(finance, "GET", "/bank-lines");
    (void)reader.check(finance, "GET", "/corrections");
    (void)reader.check(company, "GET", "/disputes");
    (void)reader.check(company, "PUT", "/accounts/{id}/notices", "/accounts/ORG-ACME/notices",
                       {{"low_balance_fen", 100}});
    (void)reader.check(company, "POST", "/accounts/{id}/projects", "/accounts/ORG-ACME/projects",
                       {{"code", "P1"}, {"name", "Project"}});
    (void)reader.check(company, "GET", "/accounts/{id}/projects", "/accounts/ORG-ACME/projects");
    (void)reader.check(company, "POST", "/accounts/{id}/spending-limits", "/accounts/ORG-ACME/spending-limits",
                       {{"project", "P1"}, {"period", "year"}, {"amount_fen", 100'000}});
    (void)reader.check(company, "GET", "/accounts/{id}/spending-limits", "/accounts/ORG-ACME/spending-limits");
    (void)reader.check(company, "GET", "/accounts/{id}/entries", "/accounts/ORG-ACME/entries");
    (void)reader.check(company, "GET", "/statements");
    (void)reader.check(company, "GET", "/statements/{id}", "/statements/ORG-ACME.2026-11");
    (void)reader.check("", "PUT", "/demo/clock", {}, {{"now", at(9, "08:00")}});
    (void)reader.check(member, "DELETE", "/session");
}
