// Alternatives over HTTP: ranked, explained, priced, and bookable as they are told.

#include "tests/support/demo_world.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using nlohmann::json;
using support::at;
using support::DemoWorld;
using support::open_policy;
using support::spectrometer;
using support::wish;

namespace {

constexpr const char* sibling = "DEMO0003";

/// The spectrometer is taken from 10:00 to 11:00 tomorrow.
struct Town {
    Town() {
        world.set_policy(open_policy({{"opening_hours", "Mon-Sun 08:00-18:00"}, {"grid_minutes", 60}}));
        world.set_policy(open_policy(), sibling);
        REQUIRE(rival.post("/bookings", wish(at(1, "10:00"), at(1, "11:00"))).status == 201);
    }
    [[nodiscard]] std::string question(const std::string& more = {}) const {
        return "/alternatives?instrument_id=DEMO0002&start=2026-11-24T09:00:00%2B08:00&end=2026-11-24T12:00:00%2B08:"
               "00" +
               more;
    }
    DemoWorld world;
    support::HttpClient member = world.client("member@acme.example");
    support::HttpClient rival = world.client("member@borealis.example");
};

json of_kind(const json& items, const std::string& why) {
    json found = json::array();
    std::ranges::copy_if(items, std::back_inserter(found), [&](const json& item) { return item.at("why") == why; });
    return found;
}

}  // namespace

TEST_CASE("Alternatives of a taken time come ranked by their points, each explained and at its quoted price") {
    Town town;
    const auto refused = town.member.post("/bookings", wish(at(1, "09:00"), at(1, "12:00")));
    REQUIRE(refused.status == 409);
    const auto items = refused.json().at("alternatives");
    REQUIRE(items.size() >= 4);
    CHECK(std::ranges::is_sorted(items, {}, [](const json& item) { return item.at("points").get<std::int64_t>(); }));
    for (const auto& item : items) {
        INFO(item.dump());
        std::int64_t points = 0;
        for (const auto& reason : item.at("reasons")) {
            points += reason.at("points").get<std::int64_t>();
            CHECK(item.at("why_text").get<std::string>().find(reason.at("text").get<std::string>()) !=
                  std::string::npos);
        }
        CHECK(item.at("points") == points);
        std::int64_t whole = 0;
        for (const auto& part : item.at("parts")) {
            const auto quote = town.member.post(
                "/quotes",
                {{"instrument_id", item.at("instrument_id")}, {"start", part.at("start")}, {"end", part.at("end")}});
            CHECK(quote.json().at("violations").empty());
            CHECK_FALSE(quote.json().at("taken").get<bool>());
            CHECK(quote.json().at("total_fen") == part.at("total_fen"));
            whole += part.at("total_fen").get<std::int64_t>();
        }
        CHECK(item.at("whole_total_fen") == whole);
        CHECK(item.at("parts").at(0).at("start") == item.at("start"));
        CHECK(item.at("parts").at(0).at("total_fen") == item.at("total_fen"));
        CHECK(item.at("parts").size() == (item.at("why") == "split" ? 2U : 1U));
    }
}

TEST_CASE("A wish can be had shorter or in two parts, and the parts can be booked together") {
    Town town;
    const auto items = town.member.get(town.question("&limit=20")).json().at("items");
    const auto shorter = of_kind(items, "shorter");
    CHECK(shorter.empty());  // one free hour before the taken one, and one behind it: less than half
    const auto split = of_kind(items, "split");
    REQUIRE(split.size() == 1);
    json bookings = json::array();
    for (const auto& part : split.at(0).at("parts")) {
        bookings.push_back(wish(part.at("start"), part.at("end")));
    }
    const auto made = town.member.post("/booking-groups", {{"bookings", bookings}});
    INFO(made.body);
    CHECK(made.status == 201);
}

TEST_CASE("Alternatives are told before anything is refused, to visitors too, in their language") {
    Town town;
    auto visitor = town.world.server().client();
    const auto answer = visitor.get(town.question(), {{"Accept-Language", "en"}}).json();
    CHECK(answer.at("taken") == true);
    const auto later = of_kind(answer.at("items"), "later");
    REQUIRE_FALSE(later.empty());
    CHECK(later.at(0).at("why_text") == "2 h later, the same instrument");
    CHECK(later.at(0).at("shift_minutes") == 120);
    CHECK(later.at(0).at("points") == 24);
    const auto equivalent = of_kind(answer.at("items"), "equivalent");
    REQUIRE_FALSE(equivalent.empty());
    CHECK(equivalent.at(0).at("instrument_id") == sibling);
    CHECK(equivalent.at(0).at("why_text").get<std::string>().starts_with("the same time, same category, "));

    const auto chinese = visitor.get(town.question(), {{"Accept-Language", "zh-CN"}}).json();
    CHECK(of_kind(chinese.at("items"), "later").at(0).at("why_text") == "推后 2 小时，同一仪器");

    const auto same_length = visitor.get(town.question("&same_length=true&limit=20")).json();
    CHECK(of_kind(same_length.at("items"), "split").empty());
}

TEST_CASE("A booking that moves is offered no split") {
    Town town;
    const auto mine = town.member.post("/bookings", wish(at(2, "09:00"), at(2, "12:00")));
    REQUIRE(mine.status == 201);
    const auto moved = town.member.post("/bookings/" + mine.json().at("id").get<std::string>() + "/reschedule",
                                        {{"start", at(1, "09:00")}, {"end", at(1, "12:00")}});
    REQUIRE(moved.status == 409);
    CHECK_FALSE(moved.json().at("alternatives").empty());
    CHECK(of_kind(moved.json().at("alternatives"), "split").empty());
}

TEST_CASE("A question for alternatives that lacks a part, or names no instrument, is refused") {
    Town town;
    CHECK(town.member.get("/alternatives?instrument_id=DEMO0002&start=2026-11-24T09:00:00Z").status == 400);
    CHECK(town.member.get("/alternatives?start=2026-11-24T09:00:00Z&end=2026-11-24T10:00:00Z").status == 400);
    CHECK(town.member.get("/alternatives?instrument_id=NONE&start=2026-11-24T09:00:00Z&end=2026-11-24T10:00:00Z")
              .status == 404);
    CHECK(town.member.get("/alternatives?instrument_id=DEMO0002&start=2026-11-24T10:00:00Z&end=2026-11-24T10:00:00Z")
              .status == 422);
    CHECK(town.member.get(town.question("&limit=21")).status == 400);
}
