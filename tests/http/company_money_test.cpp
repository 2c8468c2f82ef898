// Companies' money over HTTP: what a company sees and sets, what finance does, and what others never learn.

#include "tests/support/demo_world.hpp"

#include <catch2/catch.hpp>

using nlohmann::json;
using support::at;
using support::DemoWorld;
using support::HttpClient;
using support::open_policy;
using support::Reply;
using support::wish;

namespace {
const json nothing = json::object();

/// Finance, a company's admin and member, and a booking that was used and charged 800 yuan an hour.
struct Town {
    explicit Town(support::Backend backend = support::Backend::sqlite) : world(backend) {
        world.set_policy(open_policy());
    }
    json used(int day, const std::string& from, const std::string& to) {
        const auto booked = member.post("/bookings", wish(at(day, from), at(day, to)));
        INFO(booked.body);
        REQUIRE(booked.status == 201);
        const auto path = "/bookings/" + booked.json().at("id").get<std::string>();
        world.set_clock(at(day, from));
        REQUIRE(member.post(path + "/check-in", nothing).status == 200);
        world.set_clock(at(day, to));
        const auto done = member.post(path + "/check-out", nothing);
        REQUIRE(done.status == 200);
        return done.json();
    }
    json account() { return admin.get("/accounts/ORG-ACME").json(); }
    bool sound() { return finance.get("/ledger/verify").json().at("problems").empty(); }

    DemoWorld world;
    HttpClient member = world.client("member@acme.example");
    HttpClient admin = world.client("admin@acme.example");
    HttpClient other = world.client("member@borealis.example");
    HttpClient finance = world.client("finance@council.example");
    HttpClient system = world.client("system@council.example");
};

std::string id_of(const Reply& reply) {
    INFO(reply.body);
    REQUIRE(reply.status / 100 == 2);
    return reply.json().at("id");
}

Reply upload(HttpClient& client, const std::string& rows, const std::string& query) {
    return client.request("POST", "/payments/import" + query,
                          "bank_reference,paid_on,payer_name,payer_account,amount,text\r\n" + rows,
                          {{"Content-Type", "text/csv"}});
}
}  // namespace

TEST_CASE("A payment settles what is owed, the rest is paid ahead and can be given back; a deposit stands apart") {
    Town town;
    (void)town.used(1, "09:00", "10:00");
    const auto pay = [&](const char* path, std::int64_t fen) {
        return town.finance.post(path, {{"organisation_id", "ORG-ACME"}, {"amount_fen", fen}, {"reference", "x"}});
    };
    CHECK(town.account().at("owed_fen") == 80'000);
    REQUIRE(pay("/payments", 100'000).status == 201);
    REQUIRE(pay("/deposits", 50'000).status == 201);
    auto account = town.account();
    CHECK(account.at("owed_fen") == 0);
    CHECK(account.at("prepaid_fen") == 20'000);
    CHECK(account.at("deposit_fen") == 50'000);
    CHECK(account.at("balance_fen") == -20'000);
    CHECK(pay("/refunds", 20'001).code() == "invalid_field");
    CHECK(pay("/refunds", 20'000).status == 201);
    CHECK(pay("/deposits", -50'001).code() == "invalid_field");
    CHECK(pay("/deposits", -50'000).status == 201);
    CHECK(town.account().at("prepaid_fen") == 0);
    CHECK(
        town.admin.post("/refunds", {{"organisation_id", "ORG-ACME"}, {"amount_fen", 1}, {"reference", "x"}}).status ==
        403);
    const auto verified = town.finance.get("/ledger/verify").json();
    CHECK(verified.at("sum_fen") == 0);
    CHECK(verified.at("problems").empty());
    std::int64_t accounts = 0;
    for (const auto& kind : verified.at("kinds")) {
        accounts += kind.at("accounts").get<std::int64_t>();
    }
    CHECK(accounts == verified.at("accounts"));
}

TEST_CASE("A company names its projects, books for them with an order's number, and limits what they may spend") {
    Town town;
    const std::string projects = "/accounts/ORG-ACME/projects";
    CHECK(town.member.post(projects, {{"code", "R-17"}, {"name", "Coating"}}).status == 403);
    CHECK(town.other.post(projects, {{"code", "R-17"}, {"name", "Coating"}}).status == 404);
    CHECK(town.other.get(projects).status == 404);
    REQUIRE(town.admin.post(projects, {{"code", "R-17"}, {"name", "Coating"}}).status == 201);
    CHECK(town.member.get(projects).json().at("items").at(0).at("code") == "R-17");

    auto wanted = wish(at(1, "09:00"), at(1, "10:00"));
    wanted["project"] = "NONE";
    CHECK(town.member.post("/bookings", wanted).code() == "invalid_field");
    wanted["project"] = "R-17";
    wanted["purchase_order"] = "PO-4711";
    const auto booked = town.member.post("/bookings", wanted);
    const auto id = id_of(booked);
    CHECK(booked.json().at("cost_centre").at("purchase_order") == "PO-4711");
    CHECK(town.member.get("/bookings/" + id).json().at("cost_centre").at("project") == "R-17");

    const std::string limits = "/accounts/ORG-ACME/spending-limits";
    const auto set = [&](json limit) { return town.admin.post(limits, limit); };
    CHECK(set({{"period", "total"}, {"amount_fen", 1}}).code() == "invalid_field");
    CHECK(set({{"login", "member@borealis.example"}, {"period", "month"}, {"amount_fen", 1}}).code() ==
          "invalid_field");
    const auto limit = set({{"project", "R-17"}, {"period", "total"}, {"amount_fen", 150'000}});
    const auto limit_id = id_of(limit);
    CHECK(limit.json().at("spent_fen") == 80'000);
    wanted["start"] = at(1, "11:00");
    wanted["end"] = at(1, "12:00");
    CHECK(town.member.post("/bookings", wanted).code() == "spending_limit_reached");
    CHECK(town.member.remove("/spending-limits/" + limit_id).status == 403);
    CHECK(town.other.remove("/spending-limits/" + limit_id).status == 404);
    CHECK(town.admin.remove("/spending-limits/" + limit_id).status == 204);
    CHECK(town.member.post("/bookings", wanted).status == 201);

    REQUIRE(set({{"login", "member@acme.example"}, {"period", "month"}, {"amount_fen", 200'000}}).status == 201);
    CHECK(town.member.post("/bookings", wish(at(1, "13:00"), at(1, "14:00"))).code() == "spending_limit_reached");
    CHECK(town.sound());
}

TEST_CASE("The bank's list is looked at first, then imported once; finance decides about the rest") {
    Town town;
    (void)town.used(1, "09:00", "10:00");
    const std::string rows =
        "B1,2026-11-24,,,300.00,ORG-ACME.2026-11\r\nB2,2026-11-24,,,500.00,\r\nB3,2026-11-24,Somebody,,7.00,hello\r\n";
    CHECK(upload(town.admin, rows, "").status == 403);
    CHECK(town.finance.post("/payments/import", nothing).status == 415);
    CHECK(upload(town.finance, rows, "?commit=perhaps").status == 400);
    const auto looked = upload(town.finance, rows, "").json();
    CHECK(looked.at("committed") == false);
    CHECK(looked.at("matched") == 2);
    CHECK(looked.at("lines").at(0).at("matched_by") == "reference");
    CHECK(looked.at("lines").at(1).at("matched_by") == "amount");
    CHECK(looked.at("lines").at(2).at("status") == "unmatched");
    CHECK(town.account().at("owed_fen") == 80'000);
    CHECK(town.finance.get("/bank-lines").json().at("total") == 0);

    CHECK(upload(town.finance, rows, "?commit=true").json().at("committed") == true);
    CHECK(town.account().at("owed_fen") == 0);
    const auto again = upload(town.finance, rows, "?commit=true").json();
    CHECK(again.at("known") == 3);
    CHECK(town.account().at("prepaid_fen") == 0);
    CHECK(upload(town.finance, "B1,2026-11-24,,,300.01,ORG-ACME.2026-11\r\n", "?commit=true").code() ==
          "already_exists");
    const auto bad =
        upload(town.finance, "B8,2026-11-24,,,1.00,ORG-ACME\r\nB9,2026-11-24,,,x,ORG-ACME\r\n", "?commit=true").json();
    CHECK(bad.at("committed") == false);
    CHECK(bad.at("problems").at(0).at("code") == "bad_amount");
    CHECK(town.finance.get("/bank-lines").json().at("total") == 3);

    const auto rest = town.finance.get("/bank-lines?status=unmatched").json();
    REQUIRE(rest.at("total") == 1);
    const auto line = "/bank-lines/" + rest.at("items").at(0).at("id").get<std::string>();
    CHECK(town.admin.get("/bank-lines").status == 403);
    CHECK(town.finance.post(line + "/assign", {{"organisation_id", "ORG-NONE"}}).code() == "invalid_field");
    CHECK(town.finance.post(line + "/assign", {{"organisation_id", "ORG-ACME"}}).json().at("status") == "assigned");
    CHECK(town.finance.post(line + "/ignore", {{"reason", "no"}}).code() == "wrong_state");
    CHECK(town.account().at("prepaid_fen") == 700);
    CHECK(town.sound());
}

TEST_CASE("A company disputes a line of its bill; finance answers by a credit note that stands on the statement") {
    Town town;
    const auto booking = town.used(1, "09:00", "10:00");
    const auto id = booking.at("id").get<std::string>();
    const json wrong{{"booking_id", id}, {"line", 0}, {"amount_fen", 30'000}, {"reason", "the detector was off"}};
    CHECK(town.other.post("/disputes", wrong).status == 404);
    CHECK(town.member.post("/disputes", {{"reason", "neither"}}).code() == "invalid_field");
    const auto dispute = id_of(town.member.post("/disputes", wrong));
    CHECK(town.admin.get("/disputes?status=open").json().at("total") == 1);
    CHECK(town.other.get("/disputes?organisation=ORG-ACME").status == 404);
    CHECK(town.admin.post("/disputes/" + dispute + "/resolve", {{"decision", "rejection"}, {"reason", "no"}}).status ==
          403);
    const auto resolved =
        town.finance.post("/disputes/" + dispute + "/resolve", {{"decision", "credit_note"}, {"reason", "agreed"}});
    INFO(resolved.body);
    CHECK(resolved.json().at("status") == "credited");
    CHECK(town.account().at("owed_fen") == 50'000);
    const auto statement = town.admin.get("/statements/ORG-ACME.2026-11").json();
    CHECK(statement.at("charges_fen") == 80'000);
    CHECK(statement.at("corrections_fen") == -30'000);
    CHECK(statement.at("closing_fen") == 50'000);
    REQUIRE(statement.at("lines").size() == 2);
    CHECK(statement.at("lines").at(1).at("kind") == "credit_note");
    CHECK(statement.at("lines").at(1).at("booking_id") == id);
    // A line of the statement can be disputed by its number, too.
    const auto transaction = statement.at("lines").at(0).at("transaction_id").get<std::string>();
    CHECK(town.admin.post("/disputes", {{"transaction_id", transaction}, {"reason", "all of it"}})
              .json()
              .at("amount_fen") == 50'000);
    CHECK(town.sound());
}

TEST_CASE("A correction above the limit and every write-off need a second person") {
    Town town;
    const auto id = town.used(1, "09:00", "12:00").at("id").get<std::string>();
    const auto small = town.finance.post("/credit-notes", {{"booking_id", id}, {"amount_fen", 100}, {"reason", "x"}});
    CHECK(small.json().at("status") == "posted");
    const auto large =
        town.finance.post("/adjustments", {{"booking_id", id}, {"amount_fen", -150'000}, {"reason", "x"}});
    CHECK(large.json().at("status") == "proposed");
    const auto path = "/corrections/" + id_of(large);
    CHECK(town.account().at("owed_fen") == 239'900);
    CHECK(town.finance.post(path + "/approve", nothing).status == 403);
    CHECK(town.system.post(path + "/approve", nothing).json().at("status") == "posted");
    CHECK(town.account().at("owed_fen") == 89'900);
    const auto off =
        town.finance.post("/write-offs", {{"organisation_id", "ORG-ACME"}, {"amount_fen", 900}, {"reason", "small"}});
    CHECK(off.json().at("status") == "proposed");
    CHECK(town.system.post("/corrections/" + id_of(off) + "/refuse", {{"reason", "not that small"}})
              .json()
              .at("status") == "refused");
    CHECK(town.finance.post("/credit-notes", {{"booking_id", id}, {"amount_fen", 89'901}, {"reason", "x"}}).code() ==
          "invalid_field");
    CHECK(town.admin.get("/corrections").json().at("total") == 3);
    CHECK(town.other.get("/corrections?organisation=ORG-ACME").status == 404);
    CHECK(town.member.post("/credit-notes", {{"booking_id", id}, {"amount_fen", 1}, {"reason", "x"}}).status == 403);
    CHECK(town.sound());
}

TEST_CASE("A company that does not pay is reminded, warned and blocked by the clock, until it pays") {
    Town town;
    const json policy{{"payment_days", 30},
                      {"dunning",
                       {{{"after_days", 0}, {"action", "remind"}},
                        {{"after_days", 15}, {"action", "warn"}},
                        {{"after_days", 30}, {"action", "block"}}}}};
    CHECK(town.admin.put("/billing-policy", policy, {{"If-Match", "*"}}).status == 403);
    CHECK(town.finance.put("/billing-policy", policy).status == 428);
    CHECK(town.finance
              .put("/billing-policy",
                   {{"dunning", {{{"after_days", 9}, {"action", "warn"}}, {{"after_days", 1}, {"action", "block"}}}}},
                   {{"If-Match", "*"}})
              .code() == "invalid_field");
    REQUIRE(town.finance.put("/billing-policy", policy, {{"If-Match", "*"}}).status == 200);
    CHECK(town.member.get("/billing-policy").json().at("second_approval_above_fen") == 100'000);
    (void)town.used(1, "09:00", "10:00");
    town.world.set_clock(at(60, "09:00"));
    CHECK(town.account().at("blocked") == false);
    CHECK(town.account().at("overdue_fen") == 80'000);
    town.world.set_clock(at(61, "10:00"));
    CHECK(town.account().at("blocked") == true);
    CHECK(town.member.post("/bookings", wish(at(62, "09:00"), at(62, "10:00"))).code() == "account_blocked");
    REQUIRE(
        town.finance.post("/payments", {{"organisation_id", "ORG-ACME"}, {"amount_fen", 80'000}, {"reference", "late"}})
            .status == 201);
    CHECK(town.account().at("blocked") == false);
    CHECK(town.member.post("/bookings", wish(at(62, "09:00"), at(62, "10:00"))).status == 201);
    CHECK(town.sound());
}

TEST_CASE("The credit line and the notice of a low balance are set by who may, and the notice is an event") {
    Town town;
    CHECK(town.admin.put("/accounts/ORG-ACME/credit-limit", {{"credit_limit_fen", 1}}).status == 403);
    CHECK(town.finance.put("/accounts/ORG-NONE/credit-limit", {{"credit_limit_fen", 1}}).status == 404);
    CHECK(town.finance.put("/accounts/ORG-ACME/credit-limit", {{"credit_limit_fen", 100'000}}).status == 200);
    CHECK(town.other.put("/accounts/ORG-ACME/notices", {{"low_balance_fen", 50'000}}).status == 404);
    CHECK(town.admin.put("/accounts/ORG-ACME/notices", {{"low_balance_fen", 50'000}}).json().at("low_balance_fen") ==
          50'000);
    CHECK(town.account().at("available_fen") == 100'000);
    REQUIRE(town.member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).status == 201);
    CHECK(town.account().at("low_balance_fen") == 50'000);
    CHECK(town.member.post("/bookings", wish(at(1, "11:00"), at(1, "12:00"))).code() == "insufficient_credit");
    CHECK(town.sound());
}

TEST_CASE("The income is divided anew from a date on, never in the past, and only by shares that sum to 10,000") {
    Town town;
    const json split{{"operator_bp", 1'000}, {"platform_bp", 7'000}, {"institution_bp", 1'500}, {"council_bp", 500}};
    auto short_of_one = split;
    short_of_one["council_bp"] = 499;
    CHECK(town.finance.post("/income-splits", short_of_one).code() == "invalid_field");
    auto past = split;
    past["valid_from"] = at(-1, "00:00");
    CHECK(town.finance.post("/income-splits", past).code() == "invalid_field");
    CHECK(town.admin.post("/income-splits", split).status == 403);
    REQUIRE(town.finance.post("/income-splits", split).status == 201);
    CHECK(town.finance.get("/income-splits").json().at("items").at(0).at("platform_bp") == 7'000);
    const auto income = [&](const std::string& kind) {
        for (const auto& total : town.finance.get("/ledger/verify").json().at("kinds")) {
            if (total.at("kind") == kind) {
                return total.at("balance_fen").get<std::int64_t>();
            }
        }
        return std::int64_t{0};
    };
    const auto council_before = income("council_income");
    (void)town.used(1, "09:00", "10:00");
    CHECK(council_before - income("council_income") == 3'774);  // 5 % of 75,472 without tax
    CHECK(town.sound());
}

TEST_CASE("Parallel commands about money with one idempotency key are posted once") {
    const auto backend = GENERATE(support::Backend::sqlite, support::Backend::postgresql);
    INFO(support::name_of(backend));
    Town town(backend);
    const auto id = town.used(1, "09:00", "12:00").at("id").get<std::string>();
    auto clients = support::crowd(town.world.server(), 20, {"finance@council.example"});
    const auto all = [&](const std::string& path, const json& body, const std::string& key) {
        const auto replies = support::at_once(clients, [&](HttpClient& client, std::size_t) {
            return client.post(path, body, {{"Idempotency-Key", key}});
        });
        return support::count_of(replies, 201);
    };
    CHECK(all("/credit-notes", {{"booking_id", id}, {"amount_fen", 40'000}, {"reason", "x"}}, "c1") == 20);
    CHECK(town.account().at("owed_fen") == 200'000);
    CHECK(all("/payments", {{"organisation_id", "ORG-ACME"}, {"amount_fen", 250'000}, {"reference", "x"}}, "p1") == 20);
    CHECK(town.account().at("prepaid_fen") == 50'000);
    CHECK(all("/refunds", {{"organisation_id", "ORG-ACME"}, {"amount_fen", 50'000}, {"reference", "x"}}, "r1") == 20);
    CHECK(town.account().at("prepaid_fen") == 0);
    CHECK(town.sound());
    CHECK(town.world.verify().exit_code == 0);
}
