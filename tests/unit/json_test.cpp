// Values to JSON and back, strictly.

#include "server/json/read.hpp"
#include "server/json/schema.hpp"
#include "tests/support/civil.hpp"

#include <catch2/catch.hpp>

using model::ErrorCode;
namespace json = server::json;

namespace {

struct Sample {
    model::Text<1, 5> name;
    model::Bounded<0, 10> count;
    std::optional<model::Money> price_fen;
};
BOOST_DESCRIBE_STRUCT(Sample, (), (name, count, price_fen))

model::Error refusal(std::string_view text) {
    const auto value = json::from_text<Sample>(text);
    REQUIRE_FALSE(value.has_value());
    return value.error();
}

}  // namespace

TEST_CASE("a described struct is read from and written to the same JSON") {
    const auto value = json::from_text<Sample>(R"({"name":"海蓝","count":3,"price_fen":1200})");
    REQUIRE(value.has_value());
    CHECK(value->name.value == "海蓝");
    CHECK(value->count == 3);
    CHECK(json::to_text(*value) == R"({"name":"海蓝","count":3,"price_fen":1200})");
}

TEST_CASE("an optional member may be null or missing, any other may not") {
    CHECK(json::from_text<Sample>(R"({"name":"a","count":0})").has_value());
    CHECK(json::from_text<Sample>(R"({"name":"a","count":0,"price_fen":null})").has_value());
    const auto error = refusal(R"({"name":"a"})");
    CHECK(error.code() == ErrorCode::malformed_request);
    CHECK(error.fields().front().field == "count");
    CHECK(error.fields().front().code == "missing");
}

TEST_CASE("unknown, repeated and wrongly typed members are malformed") {
    CHECK(refusal(R"({"name":"a","count":1,"extra":1})").fields().front().code == "unknown_field");
    CHECK(refusal(R"({"name":"a","name":"b","count":1})").code() == ErrorCode::malformed_request);
    CHECK(refusal(R"({"name":5,"count":1})").fields().front().code == "wrong_type");
    CHECK(refusal(R"({"name":"a","count":"1"})").fields().front().code == "wrong_type");
    CHECK(refusal(R"({"name":"a","count":1.0})").fields().front().code == "wrong_type");
    CHECK(refusal("[]").code() == ErrorCode::malformed_request);
    CHECK(refusal("{").code() == ErrorCode::malformed_request);
    CHECK(refusal("").code() == ErrorCode::malformed_request);
}

TEST_CASE("values outside their bounds are invalid, all of them at once") {
    const auto error = refusal(R"({"name":"abcdef","count":11,"price_fen":-1})");
    CHECK(error.code() == ErrorCode::invalid_field);
    CHECK(error.fields().size() == 3);
    CHECK(refusal(R"({"name":"a","count":18446744073709551615})").code() == ErrorCode::invalid_field);
}

TEST_CASE("text may not hold control characters or broken UTF-8") {
    CHECK(refusal("{\"name\":\"a\\u0000b\",\"count\":1}").fields().front().code == "control_character");
    CHECK(refusal("{\"name\":\"\xff\",\"count\":1}").code() == ErrorCode::malformed_request);
}

TEST_CASE("nesting deeper than the limit is malformed") {
    const auto deep = std::string(200, '[') + std::string(200, ']');
    CHECK(json::parse_document(deep).error().code() == ErrorCode::malformed_request);
}

TEST_CASE("an empty policy has every documented default") {
    const auto policy = json::from_text<model::Policy>("{}");
    REQUIRE(policy.has_value());
    CHECK(*policy == model::Policy{});
    CHECK(policy->opening_hours.always_open());
    CHECK(policy->approval == model::Approval::platform_admin);
}

TEST_CASE("a policy and rates survive the way to text and back") {
    auto policy = support::policy_open("Mon-Fri 08:30-17:30; Sat 09:00-12:00", 30);
    policy.approval = model::Approval::operator_;
    policy.closures = {{support::at("2026-10-01 00:00"), support::at("2026-10-08 00:00"), "国庆"}};
    policy.quotas = {{model::QuotaPeriod::week, model::QuotaScope::organisation, 3, {}, model::Weekday::Sun, {}}};
    CHECK(json::from_text<model::Policy>(json::to_text(policy)).value() == policy);

    auto card = support::hourly_card(support::yuan(420), model::ChargeBasis::union_);
    card.bands = {support::band(support::days(5, 6), 0, 24, 75)};
    card.tiers = {{180, support::yuan(300)}};
    card.cancellation = {{1440, {}, 50}};
    card.valid_from = support::at("2026-01-01 00:00");
    const model::Rates rates{card};
    CHECK(json::from_text<model::Rates>(json::to_text(rates)).value() == rates);
}

TEST_CASE("days of a band are read as a range, a list or an array") {
    CHECK(json::parse_days("Mon-Fri")->mask == 0x1F);
    CHECK(json::parse_days("Sat,Sun")->mask == 0x60);
    CHECK(json::parse_days("Sat-Mon")->mask == 0x61);
    CHECK_FALSE(json::parse_days("Monday").has_value());
    CHECK_FALSE(json::parse_days("").has_value());
    CHECK(json::days_text(model::DaySet{0x61}) == "Mon,Sat,Sun");
}

TEST_CASE("text is escaped so that it stays inside its string") {
    std::string out;
    json::append_string(out, "a\"b\\c\n\x01");
    CHECK(out == "\"a\\\"b\\\\c\\n\\u0001\"");
}

TEST_CASE("the schema tells bounds and required members") {
    const auto schema = nlohmann::json::parse(json::schema<Sample>());
    CHECK(schema["properties"]["count"]["maximum"] == 10);
    CHECK(schema["properties"]["name"]["maxLength"] == 5);
    CHECK(schema["required"] == nlohmann::json::array({"name", "count"}));
}
