// Who may do what, and what others may not even know.

#include "tests/support/demo_world.hpp"

#include <map>

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();

/// An instrument of another institution that needs no training.
std::string foreign_instrument(DemoWorld& world) {
    auto visitor = world.server().client();
    for (const auto& item : visitor.get("/instruments?limit=200&institution=DEMO-I02").json().at("items")) {
        if (item.at("requires_training") == false && item.at("status") == "available") {
            return item.at("id");
        }
    }
    throw std::runtime_error("the demonstration has no such instrument");
}
}  // namespace

TEST_CASE("Visitors see the catalogue, calendars and prices; whatever belongs to somebody asks them to sign in") {
    DemoWorld world;
    auto visitor = world.server().client();
    for (const char* open : {"/about", "/institutions", "/platforms", "/platforms/DEMO-P01", "/categories",
                             "/instruments", "/instruments/DEMO0002", "/instruments/DEMO0002/calendar",
                             "/instruments/DEMO0002/outages", "/openapi.json", "//healthz", "//readyz", "//metrics"}) {
        INFO(open);
        CHECK(visitor.get(open).status == 200);
    }
    const auto quoted = visitor.post("/quotes", wish(at(1, "09:00"), at(1, "10:00")));
    // The body of a quote has no purpose: the wish of a booking is refused, its price alone is not.
    CHECK(quoted.status == 400);
    auto price_only = wish(at(1, "09:00"), at(1, "10:00"));
    price_only.erase("purpose");
    CHECK(visitor.post("/quotes", price_only).json().at("total_fen") == 80'000);
    CHECK(visitor
              .post("/availability", {{"filter", nothing},
                                      {"duration_minutes", 60},
                                      {"from", at(1, "00:00")},
                                      {"to", at(3, "00:00")},
                                      {"limit", 3}})
              .status == 200);
    for (const char* closed :
         {"/me", "/bookings", "/bookings/1", "/bookings/1/facts", "/accounts/ORG-ACME", "/accounts/ORG-ACME/entries",
          "/statements", "/statements/ORG-ACME.2026-11", "/ledger/verify", "/trainings"}) {
        INFO(closed);
        const auto reply = visitor.get(closed);
        CHECK(reply.status == 401);
        CHECK(reply.code() == "not_signed_in");
    }
    CHECK(visitor.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).status == 401);
    CHECK(visitor.post("/bookings/1/approve", nothing).status == 401);
    CHECK(visitor.put("/instruments/DEMO0002/policy", nothing, {{"If-Match", "*"}}).status == 401);
}

TEST_CASE("Each role gets the main routes that belong to it and no others") {
    DemoWorld world;
    const std::vector<std::string> logins{
        "member@acme.example", "admin@acme.example",      "operator@p01.example",        "admin@p01.example",
        "admin@i01.example",   "finance@council.example", "secretariat@council.example", "system@council.example"};
    struct Row {
        const char* method;
        const char* path;
        /// For each login in the order above. 400 and 422 say that only the (empty) body was wrong.
        std::vector<int> expected;
    };
    const std::vector<Row> rows{
        {"GET", "/bookings", {200, 200, 200, 200, 200, 200, 200, 200}},
        {"GET", "/bookings?scope=organisation", {403, 200, 403, 403, 403, 403, 403, 200}},
        {"GET", "/bookings?scope=platform", {403, 403, 200, 200, 403, 403, 403, 200}},
        {"GET", "/bookings?scope=institution", {403, 403, 403, 403, 200, 403, 200, 200}},
        {"GET", "/accounts/ORG-ACME", {200, 200, 404, 404, 404, 200, 200, 200}},
        {"GET", "/accounts/ORG-ACME/entries", {404, 200, 404, 404, 404, 200, 200, 200}},
        {"GET", "/accounts/ORG-BOREALIS", {404, 404, 404, 404, 404, 200, 200, 200}},
        {"GET", "/statements?organisation=ORG-ACME", {404, 200, 404, 404, 404, 200, 200, 200}},
        {"GET", "/statements/ORG-ACME.2026-11", {404, 200, 404, 404, 404, 200, 200, 200}},
        {"GET", "/ledger/verify", {403, 403, 403, 403, 403, 200, 403, 200}},
        {"POST", "/payments", {403, 403, 403, 403, 403, 400, 403, 400}},
        {"POST", "/credit-notes", {403, 403, 403, 403, 403, 400, 403, 400}},
        {"PUT", "/billing-policy", {403, 403, 403, 403, 403, 200, 403, 200}},
        {"GET", "/bank-lines", {403, 403, 403, 403, 403, 200, 403, 200}},
        {"GET", "/disputes?organisation=ORG-ACME", {404, 200, 404, 404, 404, 200, 200, 200}},
        {"GET", "/corrections?organisation=ORG-ACME", {404, 200, 404, 404, 404, 200, 200, 200}},
        {"GET", "/accounts/ORG-ACME/projects", {200, 200, 404, 404, 404, 200, 404, 200}},
        {"GET", "/accounts/ORG-ACME/spending-limits", {200, 200, 404, 404, 404, 200, 404, 200}},
        {"POST", "/instruments/DEMO0002/outages", {403, 403, 400, 400, 400, 403, 403, 400}},
        {"POST", "/trainings", {403, 403, 400, 400, 400, 403, 403, 400}},
        {"PUT", "/instruments/DEMO0002/rates", {403, 403, 403, 400, 400, 403, 403, 400}},
        {"DELETE", "/outages/999", {403, 403, 404, 404, 404, 403, 403, 404}},
    };
    for (std::size_t i = 0; i < logins.size(); ++i) {
        auto client = world.client(logins[i]);
        for (const auto& row : rows) {
            INFO(logins[i] << " " << row.method << " " << row.path);
            const std::string body =
                row.method == std::string("GET") || row.method == std::string("DELETE") ? "" : "{}";
            CHECK(client.request(row.method, row.path, body, {{"If-Match", "*"}}).status == row.expected[i]);
        }
    }
}

TEST_CASE("A booking of one company does not exist for another, whatever it tries") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto acme = world.client("member@acme.example");
    auto borealis = world.client("member@borealis.example");
    const auto id = acme.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).json().at("id").get<std::string>();
    CHECK(borealis.get("/bookings/" + id).status == 404);
    for (const char* action : {"approve", "cancel", "check-in", "check-out", "no-show"}) {
        INFO(action);
        CHECK(borealis.post("/bookings/" + id + "/" + action, nothing).status == 404);
    }
    CHECK(borealis.post("/bookings/" + id + "/reject", {{"reason", "mine"}}).status == 404);
    CHECK(
        borealis.post("/bookings/" + id + "/reschedule", {{"start", at(2, "09:00")}, {"end", at(2, "10:00")}}).status ==
        404);
    // The same as for a booking that never was.
    CHECK(borealis.get("/bookings/999999").code() == borealis.get("/bookings/" + id).code());
    CHECK(borealis.get("/bookings").json().at("total") == 0);
    CHECK(acme.get("/bookings/" + id).status == 200);
    CHECK(world.client("admin@acme.example").get("/bookings/" + id).status == 200);

    const auto calendar = [&](HttpClient client) {
        const auto spans =
            client.get("/instruments/DEMO0002/calendar?from=2026-11-24T00:00:00Z&to=2026-11-24T12:00:00Z")
                .json()
                .at("spans");
        REQUIRE(spans.size() == 1);
        return spans.at(0);
    };
    for (const auto* stranger : {"member@borealis.example", ""}) {
        const auto span = calendar(*stranger == '\0' ? world.server().client() : world.client(stranger));
        CHECK(span.at("kind") == "booked");
        CHECK(span.size() == 3);  // start, end and kind alone
    }
    const auto own = calendar(world.client("member@acme.example"));
    CHECK(own.at("booking_id") == id);
    CHECK(own.at("mine") == true);
    CHECK(calendar(world.client("operator@p01.example")).at("mine") == false);
}

TEST_CASE("Within a company a member sees its own bookings, its administrator sees and cancels all of them") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    auto admin = world.client("admin@acme.example");
    const auto own = member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).json().at("id").get<std::string>();
    const auto others =
        admin.post("/bookings", wish(at(1, "10:00"), at(1, "11:00"))).json().at("id").get<std::string>();
    CHECK(member.get("/bookings/" + others).status == 404);
    CHECK(member.get("/bookings").json().at("total") == 1);
    CHECK(admin.get("/bookings?scope=organisation").json().at("total") == 2);
    CHECK(admin.post("/bookings/" + own + "/cancel", {{"reason", "not needed"}}).json().at("status") == "cancelled");
}

TEST_CASE("Staff of one platform is nobody's staff on another") {
    DemoWorld world;
    const auto foreign = foreign_instrument(world);
    auto admin = world.client("admin@p01.example");
    CHECK(admin.put("/instruments/" + foreign + "/policy", open_policy(), {{"If-Match", "*"}}).status == 403);
    CHECK(admin
              .post("/instruments/" + foreign + "/outages",
                    {{"start", at(1, "09:00")}, {"end", at(1, "10:00")}, {"reason", "x"}})
              .status == 403);
    CHECK(admin.post("/trainings", {{"login", "member@acme.example"}, {"instrument_id", foreign}}).status == 403);

    world.set_policy(open_policy({{"approval", "platform_admin"}}), foreign);
    auto member = world.client("member@acme.example");
    const auto id =
        member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"), foreign)).json().at("id").get<std::string>();
    CHECK(admin.get("/bookings/" + id).status == 404);
    CHECK(admin.post("/bookings/" + id + "/approve", nothing).status == 404);

    // An approved booking that its staff moves to another platform's instrument needs that platform's approval.
    world.set_policy(open_policy());
    const auto here = member.post("/bookings", wish(at(2, "09:00"), at(2, "10:00"))).json();
    REQUIRE(here.at("status") == "approved");
    auto staff = world.client("operator@p01.example");
    const auto moved = staff.post("/bookings/" + here.at("id").get<std::string>() + "/reschedule",
                                  {{"start", at(2, "09:00")}, {"end", at(2, "10:00")}, {"instrument_id", foreign}});
    INFO(moved.body);
    CHECK((moved.status == 403 || moved.json().at("status") == "requested"));
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("R17: who may approve follows the policy, and what needs no approval cannot be approved") {
    DemoWorld world;
    auto member = world.client("member@acme.example");
    const auto request = [&](int day) {
        return member.post("/bookings", wish(at(day, "09:00"), at(day, "10:00"))).json().at("id").get<std::string>();
    };
    struct Level {
        const char* approval;
        std::map<std::string, int> expected;
    };
    int day = 1;
    for (const auto& level : std::vector<Level>{
             {"operator", {{"member@acme.example", 403}, {"operator@p01.example", 200}}},
             {"platform_admin", {{"operator@p01.example", 403}, {"admin@p01.example", 200}}},
             {"institution_admin",
              {{"admin@p01.example", 403}, {"operator@p01.example", 403}, {"admin@i01.example", 200}}},
         }) {
        world.set_policy(open_policy({{"approval", level.approval}}));
        for (const auto& [login, status] : level.expected) {
            INFO(level.approval << " " << login);
            const auto id = request(day++);
            CHECK(world.client(login).post("/bookings/" + id + "/approve", nothing).status == status);
        }
    }
    world.set_policy(open_policy());
    const auto free = request(day);
    CHECK(world.client("admin@p01.example").post("/bookings/" + free + "/approve", nothing).code() == "wrong_state");
}

TEST_CASE("The approver's inbox decides many requests, each alone, and a dry run decides none") {
    DemoWorld world;
    world.set_policy(open_policy({{"approval", "platform_admin"}}));
    auto member = world.client("member@acme.example");
    json ids = json::array();
    for (int day = 1; day <= 3; ++day) {
        ids.push_back(member.post("/bookings", wish(at(day, "09:00"), at(day, "10:00"))).json().at("id"));
    }
    ids.push_back("999999");
    auto admin = world.client("admin@p01.example");
    const auto tried = admin.post("/bookings/batch", {{"action", "approve"}, {"ids", ids}, {"dry_run", true}}).json();
    CHECK(tried.at("ok") == 3);
    CHECK(member.get("/bookings?status=requested").json().at("total") == 3);
    const auto done = admin.post("/bookings/batch", {{"action", "approve"}, {"ids", ids}}).json();
    CHECK(done.at("ok") == 3);
    CHECK(done.at("failed") == 1);
    CHECK(done.at("results").at(3).at("problem").at("code") == "not_found");
    CHECK(member.get("/bookings?status=approved").json().at("total") == 3);
    CHECK(member.post("/bookings/batch", {{"action", "approve"}, {"ids", ids}}).json().at("ok") == 0);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("Two companies that agree on a shift do not learn each other's people") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    auto other = world.client("member@borealis.example");
    const auto booked = [](HttpClient& who, const char* from, const char* to) {
        return who.post("/bookings", wish(at(0, from), at(0, to))).json().at("id").get<std::string>();
    };
    const auto use = booked(member, "09:00", "11:00");
    const auto next = booked(other, "11:00", "12:00");
    world.set_clock(at(0, "09:00"));
    REQUIRE(member.post("/bookings/" + use + "/check-in", nothing).status == 200);
    const auto shift = member.post("/bookings/" + use + "/shift-proposal", {{"end", at(0, "11:30")}});
    INFO(shift.body);
    REQUIRE(shift.status == 201);
    const auto accept = "/shift-proposals/" + shift.json().at("id").get<std::string>() + "/accept";
    REQUIRE(other.post(accept, nothing).status == 200);
    const auto named = [](HttpClient& who, const std::string& id, const std::string& kind) {
        for (const auto& entry : who.get("/bookings/" + id).json().at("history")) {
            if (entry.at("kind") == kind) {
                return entry.at("actor_name").get<std::string>();
            }
        }
        return "no " + kind;
    };
    CHECK(named(other, next, "booking_shift_asked").empty());
    CHECK(named(member, use, "booking_extended").empty());
    CHECK(!named(other, next, "booking_shift_agreed").empty());
    CHECK(!named(member, use, "booking_checked_in").empty());
}
