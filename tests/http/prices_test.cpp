// Prices over HTTP: what a card can say, quotes that bind, drafts, approval, classes, the public list.

#include "tests/support/broken_rules.hpp"
#include "tests/support/demo_world.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();
const std::string rates_path = std::string("/instruments/") + spectrometer + "/rates";

json card(const json& changes = nothing) {
    json card{{"price_class", "enterprise"}, {"hourly_fen", 60'000}};
    card.update(changes);
    return card;
}

struct Town {
    DemoWorld world;
    HttpClient member = world.client("member@acme.example");
    HttpClient admin = world.client("admin@p01.example");
    HttpClient finance = world.client("finance@council.example");
    HttpClient institution = world.client("admin@i01.example");
    HttpClient visitor = world.server().client();

    Town() { world.set_policy(open_policy({{"check_in_early_minutes", 600}})); }
    Reply put_rates(const json& rates) { return admin.put(rates_path, rates, {{"If-Match", "*"}}); }
    json quote(const json& wanted) {
        auto asked = wanted;
        asked.erase("purpose");
        const auto reply = member.post("/quotes", asked);
        INFO(reply.body);
        REQUIRE(reply.status == 200);
        return reply.json();
    }
    std::string book(const json& wanted) {
        const auto reply = member.post("/bookings", wanted);
        INFO(reply.body);
        REQUIRE(reply.status == 201);
        return reply.json().at("id");
    }
    json booking(const std::string& id) { return member.get("/bookings/" + id).json(); }
    void use(const std::string& id, const std::string& from, const std::string& to, const json& what = nothing) {
        world.set_clock(from);
        REQUIRE(member.post("/bookings/" + id + "/check-in", nothing).status == 200);
        world.set_clock(to);
        const auto reply = member.post("/bookings/" + id + "/check-out", what);
        INFO(reply.body);
        REQUIRE(reply.status == 200);
    }
};

}  // namespace

TEST_CASE("A card with everything: the quote names each line's rule, and the charge is the quote") {
    Town town;
    town.world.set_rates(json::array(
        {card({{"sample_tiers", {{{"from_sample", 3}, {"per_sample_fen", 500}}}},
               {"per_sample_fen", 1'000},
               {"per_use_fen", 2'000},
               {"urgent", {{"within_minutes", 0}, {"percent", 150}}},
               {"training_fen", 30'000},
               {"consumables",
                {{{"code", "he"}, {"name_zh", "液氦"}, {"name_en", "Helium"}, {"unit", "L"}, {"unit_fen", 12'000}}}},
               {"basis", "used"}})}));
    auto wanted = wish(at(1, "09:00"), at(1, "11:00"));
    wanted["samples"] = 5;
    wanted["options"] = {{"urgent", true}, {"training", true}, {"consumables", {{{"name", "he"}, {"quantity", 2}}}}};
    const auto quote = town.quote(wanted);
    // 120,000 + 2,000 + 2 * 1,000 + 3 * 500 = 125,500, half of it for urgency
    CHECK(quote.at("total_fen") == 125'500 + 62'750 + 24'000 + 30'000);
    for (const auto& line : quote.at("lines")) {
        CHECK_FALSE(line.at("rule").get<std::string>().empty());
        CHECK(line.at("corrected_at").is_null());
    }
    CHECK_FALSE(quote.at("rounding").get<std::string>().empty());
    wanted["quote_id"] = quote.at("quote_id");
    const auto id = town.book(wanted);
    auto shown = town.booking(id);
    CHECK(shown.at("quote").at("lines") == quote.at("lines"));
    CHECK(shown.at("options").at("consumables").at(0) == json{{"code", "he"}, {"quantity", 2}});
    town.use(id, at(1, "09:00"), at(1, "11:00"));
    CHECK(town.booking(id).at("charge").at("total_fen") == quote.at("total_fen"));
    CHECK(town.booking(id).at("provisional") == false);

    wanted.erase("quote_id");
    wanted["options"]["consumables"][0]["name"] = "gold";
    CHECK(town.member.post("/bookings", wanted).status == 422);
    CHECK(town.world.verify().exit_code == 0);
}

TEST_CASE("A quote binds until it ends: new rates, and a card that comes into force, do not change it") {
    Town town;
    town.world.set_rates(json::array({card(), card({{"hourly_fen", 90'000}, {"valid_from", at(0, "08:10")}})}));
    auto wanted = wish(at(2, "09:00"), at(2, "11:00"));
    const auto quote = town.quote(wanted);
    CHECK(quote.at("total_fen") == 120'000);
    town.world.set_clock(at(0, "08:20"));
    CHECK(town.quote(wanted).at("total_fen") == 180'000);
    town.world.set_rates(json::array({card({{"hourly_fen", 99'000}})}));
    CHECK(town.quote(wanted).at("total_fen") == 198'000);
    wanted["quote_id"] = quote.at("quote_id");
    const auto id = town.book(wanted);
    CHECK(town.booking(id).at("quote").at("total_fen") == 120'000);
    town.use(id, at(2, "09:00"), at(2, "11:00"));
    CHECK(town.booking(id).at("charge").at("total_fen") == 120'000);
}

TEST_CASE("A quote that ended, was changed or is another's is refused") {
    Town town;
    auto wanted = wish(at(2, "09:00"), at(2, "11:00"));
    const std::string quote = town.quote(wanted).at("quote_id");
    auto other = wanted;
    other["quote_id"] = quote;
    other["options"] = {{"training", true}};
    CHECK(town.member.post("/bookings", other).code() == "quote_invalid");
    wanted["quote_id"] = "9" + quote;
    CHECK(town.member.post("/bookings", wanted).code() == "quote_invalid");
    wanted["quote_id"] = quote;
    town.world.set_clock(at(0, "08:30"));
    CHECK(town.member.post("/bookings", wanted).status == 201);
    town.world.set_clock(at(0, "08:31"));
    wanted["start"] = at(3, "09:00");
    wanted["end"] = at(3, "11:00");
    CHECK(town.member.post("/bookings", wanted).code() == "quote_invalid");
}

TEST_CASE("A late cancellation costs less by what the next one took; the statement shows the correction") {
    Town town;
    town.world.set_rates(json::array({card({{"cancellation", {{{"within_minutes", 10'000}, {"percent", 50}}}}})}));
    const auto late = town.book(wish(at(1, "09:00"), at(1, "12:00")));
    const auto cancelled = town.member.post("/bookings/" + late + "/cancel", nothing).json();
    CHECK(cancelled.at("charge").at("total_fen") == 90'000);
    CHECK(cancelled.at("provisional") == true);
    auto other = town.world.client("member@borealis.example");
    const std::string taker = other.post("/bookings", wish(at(1, "10:00"), at(1, "11:00"))).json().at("id");
    town.world.set_clock(at(1, "10:00"));
    REQUIRE(other.post("/bookings/" + taker + "/check-in", nothing).status == 200);
    CHECK(town.booking(late).at("charge").at("total_fen") == 90'000);
    town.world.set_clock(at(1, "10:40"));
    REQUIRE(other.post("/bookings/" + taker + "/check-out", nothing).status == 200);

    const auto corrected = town.booking(late);
    CHECK(corrected.at("charge").at("total_fen") == 60'000);
    const auto& lines = corrected.at("charge").at("lines");
    REQUIRE(lines.size() == 2);
    CHECK(lines.at(1).at("code") == "taken_by_others");
    CHECK(lines.at(1).at("quantity") == 60);
    CHECK(lines.at(1).at("per") == 180);
    CHECK(lines.at(1).at("unit_fen") == -90'000);
    CHECK(lines.at(1).at("amount_fen") == -30'000);
    CHECK(lines.at(1).at("corrected_at") == at(1, "10:40"));
    const auto& history = corrected.at("history");
    CHECK(std::ranges::any_of(history, [](const json& entry) { return entry.at("kind") == "booking_corrected"; }));

    const auto statement = town.world.client("admin@acme.example").get("/statements/ORG-ACME.2026-11").json();
    CHECK(statement.at("closing_fen") == 60'000);
    for (const auto& line : statement.at("lines")) {
        std::int64_t sum = 0;
        for (const auto& part : line.at("lines")) {
            sum += part.at("amount_fen").get<std::int64_t>();
        }
        CHECK(sum == line.at("amount_fen"));
    }
    CHECK(town.world.verify().exit_code == 0);
}

TEST_CASE("G26 over HTTP: the next one's early use corrects the charge before it") {
    Town town;
    town.world.set_rates(json::array({card({{"basis", "union"}})}));
    const auto a = town.book(wish(at(1, "19:00"), at(1, "20:00")));
    auto other = town.world.client("member@borealis.example");
    const std::string b = other.post("/bookings", wish(at(1, "20:30"), at(1, "21:00"))).json().at("id");
    town.use(a, at(1, "19:10"), at(1, "19:40"));
    CHECK(town.booking(a).at("charge").at("total_fen") == 60'000);
    CHECK(town.booking(a).at("provisional") == true);
    town.world.set_clock(at(1, "19:50"));
    REQUIRE(other.post("/bookings/" + b + "/check-in", nothing).status == 200);
    town.world.set_clock(at(1, "20:40"));
    CHECK(other.post("/bookings/" + b + "/check-out", nothing).json().at("charge").at("total_fen") == 70'000);
    CHECK(town.booking(a).at("charge").at("total_fen") == 50'000);
    CHECK(town.world.client("admin@acme.example").get("/accounts/ORG-ACME").json().at("balance_fen") == 50'000);
    CHECK(town.world.verify().exit_code == 0);
}

TEST_CASE("A draft is priced beside the prices in force, and nothing is written") {
    Town town;
    town.world.set_rates(json::array({card()}));
    const json example{{"rates", json::array({card({{"hourly_fen", 50'000}}), {{"price_class", "academic"}}})},
                       {"start", at(1, "09:00")},
                       {"end", at(1, "11:00")}};
    const auto reply = town.admin.post(rates_path + "/example", example);
    REQUIRE(reply.status == 200);
    CHECK(reply.json().at("draft").at("total_fen") == 100'000);
    CHECK(reply.json().at("in_force").at("total_fen") == 120'000);
    auto academic = example;
    academic["price_class"] = "academic";
    CHECK(town.admin.post(rates_path + "/example", academic).json().at("draft").at("total_fen") == 0);
    auto wrong = example;
    wrong["rates"][0]["price_class"] = "partner";
    const auto refused = town.admin.post(rates_path + "/example", wrong);
    CHECK(refused.status == 422);
    CHECK(refused.json().at("errors").at(0).at("field") == "rates[0].price_class");
    CHECK(town.member.post(rates_path + "/example", example).status == 404);
    CHECK(town.quote(wish(at(1, "09:00"), at(1, "11:00"))).at("total_fen") == 120'000);
}

TEST_CASE("Where finance approves prices, a change waits; the one in force stays meanwhile") {
    Town town;
    town.world.set_rates(json::array({card()}));
    const std::string setting = "/institutions/DEMO-I01/price-approval";
    CHECK(town.visitor.get(setting).json().at("required") == false);
    CHECK(town.member.put(setting, {{"required", true}}).status == 403);
    REQUIRE(town.institution.put(setting, {{"required", true}}).status == 200);

    const auto before = town.admin.get(std::string("/instruments/") + spectrometer).json().at("rates_version");
    const auto proposed = town.put_rates(json::array({card({{"hourly_fen", 70'000}})}));
    CHECK(proposed.status == 202);
    const auto first = proposed.header("location");
    REQUIRE(first.starts_with("/api/v1/rates-proposals/"));
    CHECK(town.quote(wish(at(1, "09:00"), at(1, "11:00"))).at("total_fen") == 120'000);
    // Another one takes its place.
    const auto second = town.put_rates(json::array({card({{"hourly_fen", 80'000}})})).header("location");
    const auto path = second.substr(std::string("/api/v1").size());
    CHECK(town.finance.get(first.substr(std::string("/api/v1").size())).json().at("status") == "withdrawn");
    const auto waiting = town.finance.get("/rates-proposals").json();
    REQUIRE(waiting.at("total") == 1);
    CHECK(waiting.at("items").at(0).at("may") == json{"reject", "approve"});
    const auto whole = town.finance.get(path).json();
    CHECK(whole.at("rates").at(0).at("hourly_fen") == 80'000);
    CHECK(whole.at("in_force").at(0).at("hourly_fen") == 60'000);
    CHECK(town.member.get(path).status == 404);
    CHECK(town.member.get("/rates-proposals").json().at("total") == 0);
    CHECK(town.admin.post(path + "/approve", nothing).status == 403);

    CHECK(town.finance.post(path + "/reject", nothing).status == 422);
    REQUIRE(town.finance.post(path + "/reject", {{"reason", "too dear"}}).json().at("status") == "rejected");
    CHECK(town.finance.post(path + "/approve", nothing).code() == "wrong_state");
    const auto third = town.put_rates(json::array({card({{"hourly_fen", 75'000}})})).header("location");
    const auto approved = town.finance.post(third.substr(std::string("/api/v1").size()) + "/approve", nothing).json();
    CHECK(approved.at("status") == "approved");
    CHECK(approved.at("version_in_force") == before.get<std::int64_t>() + 1);
    CHECK(town.quote(wish(at(1, "09:00"), at(1, "11:00"))).at("total_fen") == 150'000);

    const auto versions = town.admin.get(rates_path + "/versions").json();
    CHECK(versions.at("total") == before.get<std::int64_t>() + 1);
    CHECK_FALSE(versions.at("items").at(0).at("by_name").get<std::string>().empty());
    CHECK(versions.at("items").at(0).at("rates").at(0).at("hourly_fen") == 75'000);
    CHECK(town.member.get(rates_path + "/versions").status == 404);
    CHECK(town.world.verify().exit_code == 0);
}

TEST_CASE("An institution's own class has its price; organisations get it; without a card they fall back") {
    Town town;
    const std::string classes = "/institutions/DEMO-I01/price-classes";
    const json partner{{"name", "partner"}, {"name_zh", "共建企业"}, {"name_en", "Partners"}};
    CHECK(town.put_rates(json::array({card(), card({{"price_class", "partner"}})})).status == 422);
    CHECK(town.member.put(classes, {{"items", {partner}}}).status == 403);
    REQUIRE(town.institution.put(classes, {{"items", {partner}}}).status == 200);
    REQUIRE(town.put_rates(json::array({card(), card({{"price_class", "partner"}, {"hourly_fen", 40'000}})})).status ==
            200);
    const json given{{"institution_id", "DEMO-I01"}, {"price_class", "partner"}};
    CHECK(town.institution.put("/organisations/ORG-NONE/price-class", given).status == 404);
    REQUIRE(town.institution.put("/organisations/ORG-ACME/price-class", given).status == 200);
    CHECK(town.institution.get(classes).json().at("organisations").size() == 1);
    CHECK(town.visitor.get(classes).json().at("organisations").is_null());

    const auto wanted = wish(at(1, "09:00"), at(1, "11:00"));
    auto member = town.world.client("member@acme.example");
    const auto reply = member.post("/bookings", wanted).json();
    CHECK(reply.at("price_class") == "partner");
    CHECK(reply.at("quote").at("total_fen") == 80'000);
    CHECK(town.institution.put(classes, {{"items", json::array()}}).status == 422);
    REQUIRE(town.institution
                .put("/organisations/ORG-ACME/price-class", {{"institution_id", "DEMO-I01"}, {"price_class", nullptr}})
                .status == 200);
    CHECK(town.institution.put(classes, {{"items", json::array()}}).status == 200);
    // What was booked keeps its price.
    CHECK(town.booking(reply.at("id")).at("quote").at("total_fen") == 80'000);
}

TEST_CASE("The fees of an institution are public, as a list and for spreadsheets, safe from formulas") {
    Town town;
    town.world.set_rates(json::array(
        {card({{"consumables",
                {{{"code", "x"}, {"name_zh", "x"}, {"name_en", "=HYPERLINK(\"http://x\")"}, {"unit_fen", 100}}}}})}));
    const auto fees = town.visitor.get("/institutions/DEMO-I01/fees?limit=200").json();
    REQUIRE(fees.at("total").get<std::int64_t>() > 0);
    const auto& items = fees.at("items");
    const auto shown =
        std::ranges::find(items, json(spectrometer), [](const json& i) { return i.at("instrument_id"); });
    REQUIRE(shown != items.end());
    CHECK(shown->at("fees").at(0).at("hourly_fen") == 60'000);
    CHECK(shown->at("fees").at(0).at("class_name") == "Companies");
    CHECK(town.visitor.get("/institutions/NONE/fees").status == 404);
    const auto csv = town.visitor.get("/institutions/DEMO-I01/fees.csv");
    CHECK(csv.status == 200);
    CHECK(csv.header("content-type").starts_with("text/csv"));
    CHECK(csv.body.starts_with("\xEF\xBB\xBF\"Instrument\""));
    CHECK(csv.body.contains("\"600.00\""));
    CHECK(csv.body.contains("'=HYPERLINK(\"\"http://x\"\")"));
}
