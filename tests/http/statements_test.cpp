// Statements over HTTP, in the form that is asked for.

#include "tests/support/demo_world.hpp"
#include "tests/support/zip_member.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();
const std::string november = "/statements/ORG-ACME.2026-11";
const std::string workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Books, uses and leaves the spectrometer on a day, for 800 yuan an hour.
void use(DemoWorld& world, int day) {
    auto member = world.client("member@acme.example");
    const auto booked = member.post("/bookings", wish(at(day, "09:00"), at(day, "11:00")));
    INFO(booked.body);
    REQUIRE(booked.status == 201);
    const std::string id = booked.json().at("id");
    world.set_clock(at(day, "09:01"));
    REQUIRE(member.post("/bookings/" + id + "/check-in", nothing).status == 200);
    world.set_clock(at(day, "10:30"));
    REQUIRE(member.post("/bookings/" + id + "/check-out", nothing).status == 200);
}

Reply as(HttpClient& client, const std::string& path, const std::string& accept) {
    return client.get(path, {{"Accept", accept}});
}
}  // namespace

TEST_CASE("A statement tells its tax, its amount in capitals, and what each institution charged") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy());
    use(world, 1);
    auto company = world.client("admin@acme.example");
    const auto statement = company.get(november).json();
    CHECK(statement.at("provisional") == true);
    CHECK(statement.at("charges_fen") == 160'000);
    CHECK(statement.at("tax_lines").at(0).at("tax_fen") == 9'057);
    CHECK(statement.at("amount_in_capitals") == "壹仟陆佰元整");
    CHECK(statement.at("fee_statements") == json::array({"ORG-ACME.2026-11.DEMO-I01"}));
    CHECK(company.get("/statements").json().at("items").size() == 1);
    const auto fees = company.get(november + ".DEMO-I01").json();
    CHECK(fees.at("total_fen") == 160'000);
    CHECK(fees.at("issuer").at("id") == "DEMO-I01");
    CHECK(world.client("admin@i01.example").get(november + ".DEMO-I01").status == 200);
    CHECK(world.client("admin@i01.example").get(november).status == 404);
    CHECK(world.client("member@borealis.example").get(november + ".DEMO-I01").status == 404);
    CHECK(company.get(november + ".DEMO-I02").status == 404);
}

TEST_CASE("A statement comes as JSON, PDF, Excel or CSV, by what the caller accepts") {
    DemoWorld world;
    world.set_policy(open_policy());
    use(world, 1);
    auto company = world.client("admin@acme.example");
    for (const auto* accept : {"", "*/*", "application/json", "text/html, application/*;q=0.8, */*;q=0.1",
                               "application/pdf;q=0.3, application/json;q=0.5"}) {
        INFO(accept);
        const auto reply = as(company, november, accept);
        CHECK(reply.status == 200);
        CHECK(reply.header("content-type") == "application/json");
        CHECK(reply.header("content-disposition").empty());
    }
    const auto pdf = as(company, november, "application/pdf");
    CHECK(pdf.status == 200);
    CHECK(pdf.header("content-type") == "application/pdf");
    CHECK(pdf.body.starts_with("%PDF-"));
    const auto name = pdf.header("content-disposition");
    CHECK(name.starts_with("attachment; filename=\"statement-ORG-ACME.2026-11.pdf\"; filename*=UTF-8''%E5%AF%B9"));
    CHECK(name.find(".pdf", name.find("filename*")) != std::string::npos);
    CHECK(pdf.header("cache-control").find("private") != std::string::npos);
    CHECK(pdf.header("vary").find("Accept") != std::string::npos);

    const auto book = as(company, november, "text/html;q=0.2, " + workbook);
    CHECK(book.header("content-type") == workbook);
    CHECK_FALSE(zip_member(book.body, "xl/worksheets/sheet1.xml").empty());

    const auto csv = as(company, november, "text/csv");
    CHECK(csv.header("content-type").starts_with("text/csv; charset=utf-8"));
    CHECK(csv.body.starts_with("\xEF\xBB\xBF"));
    CHECK(csv.body.find(",1600.00,") != std::string::npos);

    for (const auto* accept :
         {"text/html", "image/png, application/xml", "application/pdf;q=0", "application/json;q=0"}) {
        INFO(accept);
        const auto reply = as(company, november, accept);
        CHECK(reply.status == 406);
        CHECK(reply.code() == "not_acceptable");
    }
    CHECK(as(company, "/statements/ORG-BOREALIS.2026-11", "application/pdf").status == 404);
    CHECK(as(company, "/statements/ORG-ACME.2026-13", "application/pdf").status == 404);
    auto stranger = world.client("member@borealis.example");
    CHECK(as(stranger, november, "application/pdf").status == 404);
    auto visitor = world.server().client();
    CHECK(as(visitor, november, "application/pdf").status == 401);
}

TEST_CASE("The tax on a statement is what the books have, by the rate of the card that was charged") {
    DemoWorld world;
    world.set_policy(open_policy());
    world.set_rates(json::array({{{"price_class", "enterprise"}, {"hourly_fen", 51'500}, {"tax_rate_bp", 300}}}));
    use(world, 1);
    const auto taxes = world.client("admin@acme.example").get(november).json().at("tax_lines");
    REQUIRE(taxes.size() == 1);
    CHECK(taxes.at(0).at("category") == "small_scale");
    CHECK(taxes.at(0).at("percent") == 3);
    CHECK(taxes.at(0).at("net_fen") == 100'000);
    CHECK(taxes.at(0).at("tax_fen") == 3'000);
}
