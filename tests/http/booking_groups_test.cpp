// Series and bundles over the real server: what a customer previews, gets, changes and sees.

#include "tests/support/booking_groups.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

TEST_CASE("A weekly series is previewed with its price, booked under that quote, and shown as a group") {
    DemoWorld world(GENERATE(Backend::sqlite, Backend::postgresql));
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");

    auto body = weekly({{"preview", true}});
    const auto preview = reply_json(member.post("/booking-groups", body), 200);
    CHECK(preview.at("id").is_null());
    CHECK(preview.at("total_fen") == 4 * 2 * 80'000);
    CHECK(preview.at("refused") == 0);
    CHECK(starts(preview.at("items")) ==
          Starts{"2026-11-24T09:00", "2026-12-01T09:00", "2026-12-08T09:00", "2026-12-15T09:00"});
    CHECK(preview.at("items").at(0).at("total_fen") == 160'000);
    CHECK(bookings_of(member) == 0);

    // The prices change, the quote holds; for another series it does not.
    world.set_rates(json::array({{{"price_class", "enterprise"}, {"hourly_fen", 99'000}}}));
    body = weekly({{"quote_id", preview.at("quote_id")}});
    auto longer = body;
    longer["recurrence"] = "RRULE:FREQ=WEEKLY;COUNT=5";
    CHECK(member.post("/booking-groups", longer).code() == "quote_invalid");
    const auto booked = member.post("/booking-groups", body, {{"Idempotency-Key", "series"}});
    const auto group = reply_json(booked, 201);
    CHECK(group.at("total_fen") == 640'000);
    const auto id = group.at("id").get<std::string>();
    CHECK(booked.header("location") == "/api/v1/booking-groups/" + id);
    CHECK(reply_json(member.post("/booking-groups", body, {{"Idempotency-Key", "series"}}), 201).at("id") == id);
    CHECK(bookings_of(member) == 4);

    const auto first = group.at("items").at(0).at("booking");
    CHECK(first.at("group_id") == id);
    CHECK(member.get("/bookings/" + first.at("id").get<std::string>()).json().at("group_id") == id);
    const auto read = reply_json(member.get("/booking-groups/" + id), 200);
    CHECK(read.at("items").size() == 4);
    CHECK(read.at("recurrence") == "RRULE:FREQ=WEEKLY;COUNT=4");
    CHECK(read.at("total_fen") == 640'000);

    // Another company sees nothing of it; who runs the instrument does.
    auto stranger = world.client("member@borealis.example");
    CHECK(stranger.get("/booking-groups/" + id).status == 404);
    CHECK(stranger.post("/booking-groups/" + id + "/cancel", {{"scope", "all"}}).status == 404);
    CHECK(world.client("operator@p01.example").get("/booking-groups/" + id).json().at("items").size() == 4);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE(
    "C16: a series with a taken date is refused with its place and alternatives, and made without it if partial") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto rival = world.client("member@borealis.example");
    REQUIRE(rival.post("/bookings", wish(at(8, "10:00"), at(8, "12:00"))).status == 201);
    auto member = world.client("member@acme.example");

    const auto reply = member.post("/booking-groups", weekly(), {{"Idempotency-Key", "c16"}});
    CHECK(reply.status == 409);
    CHECK(reply.code() == "slot_taken");
    const auto clash = reply.json().at("items");
    REQUIRE(clash.size() == 1);
    CHECK(clash.at(0).at("index") == 1);
    CHECK(clash.at(0).at("start") == at(8, "09:00"));
    const auto alternatives = clash.at(0).at("refused").at("alternatives");
    REQUIRE_FALSE(alternatives.empty());
    for (const auto& place : alternatives) {
        CHECK(place.at("total_fen").get<std::int64_t>() > 0);
    }
    CHECK(bookings_of(member) == 0);
    const auto again = member.post("/booking-groups", weekly(), {{"Idempotency-Key", "c16"}});
    CHECK(again.status == 409);
    CHECK(again.json().at("items").at(0).at("refused").contains("alternatives"));

    const auto preview = reply_json(member.post("/booking-groups", weekly({{"preview", true}})), 200);
    CHECK(preview.at("refused") == 1);
    CHECK(preview.at("total_fen") == 3 * 160'000);
    REQUIRE(refused_items(preview).size() == 1);
    CHECK(refused_items(preview).at(0).at("total_fen") == 160'000);
    CHECK_FALSE(refused_items(preview).at(0).at("refused").at("alternatives").empty());

    const auto partial = reply_json(
        member.post("/booking-groups", weekly({{"partial", true}, {"quote_id", preview.at("quote_id")}})), 201);
    CHECK(partial.at("refused") == 1);
    CHECK(partial.at("total_fen") == 3 * 160'000);
    CHECK(bookings_of(member) == 3);
    // With all dates taken there is nothing to make.
    CHECK(member.post("/booking-groups", weekly({{"partial", true}})).status == 409);
    // The taken one may be left out by name as well.
    CHECK(reply_json(rival.post("/booking-groups", weekly({{"booking", wish(at(1, "13:00"), at(1, "14:00"))},
                                                           {"exceptions", {"2026-12-01", at(15, "13:00")}}})),
                     201)
              .at("items")
              .size() == 2);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("C11: a bundle of two instruments of two institutions is booked as a whole or not at all") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto visitor = world.server().client();
    std::string far;
    const auto own = visitor.get(std::string("/instruments/") + spectrometer).json().at("institution_id");
    for (const auto& item : visitor.get("/instruments?limit=200").json().at("items")) {
        if (item.at("institution_id") != own) {
            far = item.at("id");
            break;
        }
    }
    REQUIRE_FALSE(far.empty());
    world.set_policy(open_policy(), far);
    auto member = world.client("member@acme.example");
    const json bundle{{"bookings", {wish(at(1, "09:00"), at(1, "11:00")), wish(at(1, "09:00"), at(1, "11:00"), far)}}};
    REQUIRE(
        world.client("member@borealis.example").post("/bookings", wish(at(1, "10:00"), at(2, "10:00"), far)).status ==
        201);
    const auto refused = member.post("/booking-groups", bundle);
    CHECK(refused.status == 409);
    CHECK(refused.json().at("items").at(0).at("index") == 1);
    CHECK(refused.json().at("items").at(0).at("instrument_id") == far);
    CHECK(bookings_of(member) == 0);
    auto later = bundle;
    for (auto& booking : later["bookings"]) {
        booking["start"] = at(3, "09:00");
        booking["end"] = at(3, "11:00");
    }
    const auto made = reply_json(member.post("/booking-groups", later), 201);
    CHECK(made.at("items").size() == 2);
    CHECK(made.at("recurrence") == "");
    // Each side sees its own part.
    CHECK(world.client("operator@p01.example")
              .get("/booking-groups/" + made.at("id").get<std::string>())
              .json()
              .at("items")
              .size() == 1);
}

TEST_CASE("C5: bookings of one bundle conflict with each other on an instrument and not across two") {
    DemoWorld world;
    world.set_policy(open_policy());
    world.set_policy(open_policy(), other);
    auto member = world.client("member@acme.example");
    for (const auto& [from, to] :
         {std::pair("10:00", "10:30"), std::pair("10:15", "10:45"), std::pair("09:45", "10:15")}) {
        const json bundle{{"bookings", {wish(at(1, "10:00"), at(1, "11:00")), wish(at(1, from), at(1, to))}}};
        const auto reply = member.post("/booking-groups", bundle);
        CHECK(reply.status == 409);
        CHECK(reply.json().at("items").at(0).at("index") == 1);
        CHECK(reply.json().at("items").at(0).at("refused").at("detail").get<std::string>().find("same group") !=
              std::string::npos);
    }
    for (const auto& place :
         member
             .post("/booking-groups",
                   {{"bookings", {wish(at(1, "10:00"), at(1, "11:00")), wish(at(1, "10:00"), at(1, "11:00"))}}})
             .json()
             .at("items")
             .at(0)
             .at("refused")
             .at("alternatives")) {
        // Nothing is proposed that the other member needs.
        const bool same = place.at("instrument_id") == spectrometer;
        CHECK((!same || place.at("start") >= at(1, "11:00") || place.at("end") <= at(1, "10:00")));
    }
    CHECK(member
              .post("/booking-groups",
                    {{"bookings", {wish(at(1, "10:00"), at(1, "11:00")), wish(at(1, "10:00"), at(1, "11:00"), other)}}})
              .status == 201);
}

TEST_CASE("Rules hold for each member, and a series says which dates break which") {
    DemoWorld world;
    world.set_policy(open_policy({{"opening_hours", "Mon-Fri 08:00-18:00"}, {"max_minutes", 240}}));
    auto member = world.client("member@acme.example");
    const auto reply = member.post("/booking-groups", weekly(nothing, "FREQ=DAILY;COUNT=7"));
    CHECK(reply.status == 422);
    CHECK(reply.code() == "rule_violated");
    const auto items = reply.json().at("items");
    REQUIRE(items.size() == 2);
    CHECK(items.at(0).at("start") == at(5, "09:00"));
    CHECK(items.at(1).at("start") == at(6, "09:00"));
    CHECK(items.at(0).at("refused").at("violations").at(0).at("rule") == "opening_hours");
    CHECK(reply_json(member.post("/booking-groups", weekly({{"partial", true}}, "FREQ=DAILY;COUNT=7")), 201)
              .at("items")
              .size() == 7);
    CHECK(bookings_of(member) == 5);
}

TEST_CASE("T19: a series over different hours on different days is refused where one date does not fit") {
    DemoWorld world;
    // As 2024-07-01, the first day is a Monday: the series begins on 30 November.
    world.set_policy(open_policy({{"opening_hours", "Mon-Sun 11:00-12:00; Tue-Wed 12:00-14:00"}}));
    auto member = world.client("member@acme.example");
    const auto status = [&](int from_day, int to_day, const char* from, const char* to) {
        json body{{"booking", wish(at(from_day, from), at(from_day, to))},
                  {"recurrence", "FREQ=DAILY;COUNT=" + std::to_string(to_day - from_day + 1)},
                  {"preview", false}};
        const auto reply = member.post("/booking-groups", body);
        if (reply.status == 201) {
            const auto id = reply.json().at("id").get<std::string>();
            REQUIRE(member.post("/booking-groups/" + id + "/cancel", {{"scope", "all"}}).status == 200);
        }
        return reply.status;
    };
    CHECK(status(7, 7, "10:00", "11:00") == 422);
    CHECK(status(7, 7, "11:30", "11:45") == 201);
    CHECK(status(7, 14, "11:00", "12:00") == 201);
    CHECK(status(7, 9, "12:00", "14:00") == 422);
    CHECK(status(9, 9, "12:00", "14:00") == 201);
    CHECK(status(8, 9, "11:00", "14:00") == 201);
}

TEST_CASE("R12: where nothing may run overnight no member of a group may") {
    DemoWorld world;
    world.set_policy(open_policy({{"opening_hours", "Mon-Sun 06:00-22:00"}}));
    world.set_policy(open_policy(), other);
    auto member = world.client("member@acme.example");
    CHECK(member.post("/booking-groups", {{"bookings", {wish(at(1, "12:00"), at(1, "14:00"))}}}).status == 201);
    const auto refused = member.post(
        "/booking-groups",
        {{"bookings", {wish(at(2, "12:00"), at(3, "12:00"), other), wish(at(2, "12:00"), at(3, "12:00"))}}});
    CHECK(refused.status == 422);
    CHECK(refused.json().at("items").at(0).at("index") == 1);
    CHECK(member.post("/booking-groups", {{"bookings", {wish(at(2, "12:00"), at(3, "12:00"), other)}}}).status == 201);
}

TEST_CASE("A series that overlaps itself, has no end or says what is not understood is refused") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    const auto code = [&](const json& body) {
        const auto reply = member.post("/booking-groups", body);
        INFO(reply.body);
        REQUIRE(reply.status == 422);
        return reply.json().at("errors").at(0).at("code").get<std::string>();
    };
    json too_long = weekly({{"booking", wish(at(1, "09:00"), at(2, "09:30"))}}, "FREQ=DAILY;COUNT=3");
    CHECK(code(too_long) == "overlaps_itself");
    too_long["partial"] = true;
    CHECK(code(too_long) == "overlaps_itself");
    CHECK(code(weekly(nothing, "FREQ=WEEKLY")) == "endless");
    CHECK(code(weekly(nothing, "FREQ=WEEKLY;COUNT=2;BYHOUR=9")) == "unknown_part");
    CHECK(code(weekly(nothing, "FREQ=DAILY;COUNT=400")) == "too_many");
    CHECK(code(weekly({{"exceptions", {"tomorrow"}}})) == "not_a_date");
    CHECK(code({{"booking", wish(at(1, "09:00"), at(1, "11:00"))}}) == "one_of");
    CHECK(code({{"bookings", json::array()}}) == "out_of_range");
    CHECK(member.post("/booking-groups", weekly({{"unknown", 1}})).status == 400);
    auto with_quote = weekly();
    with_quote["booking"]["quote_id"] = "1.2.3";
    CHECK(code(with_quote) == "not_here");
    CHECK(world.server().client().post("/booking-groups", weekly()).status == 401);
    CHECK(bookings_of(member) == 0);
}

TEST_CASE("Monthly on the 31st: the months without one are left out or end early, as asked") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    json body{{"booking", wish(at(38, "09:00"), at(38, "10:00"))},  // 31 December
              {"recurrence", "FREQ=MONTHLY;COUNT=3"},
              {"preview", true}};
    CHECK(starts(reply_json(member.post("/booking-groups", body), 200).at("items")) ==
          Starts{"2026-12-31T09:00", "2027-01-31T09:00", "2027-03-31T09:00"});
    body["missing"] = "last";
    CHECK(starts(reply_json(member.post("/booking-groups", body), 200).at("items")) ==
          Starts{"2026-12-31T09:00", "2027-01-31T09:00", "2027-02-28T09:00"});
}

TEST_CASE("A series keeps its local hours over a change of clocks") {
    DemoWorld world;
    world.set_policy(open_policy({{"time_zone", "Europe/Berlin"}}));
    auto member = world.client("member@acme.example");
    json body =
        weekly({{"booking", wish("2027-03-22T09:00:00+01:00", "2027-03-22T11:00:00+01:00")}}, "FREQ=WEEKLY;COUNT=2");
    const auto items = reply_json(member.post("/booking-groups", body), 201).at("items");
    // Answers are in the institution's zone: one hour earlier there, 09:00 in Berlin on both days.
    CHECK(starts(items) == Starts{"2027-03-22T16:00", "2027-03-29T15:00"});
    CHECK(items.at(1).at("total_fen") == 160'000);
    // Moved as a whole across the change, too.
    const auto id = items.at(0).at("booking").at("group_id").get<std::string>();
    const auto moved = reply_json(
        member.post("/booking-groups/" + id + "/reschedule", {{"scope", "all"}, {"shift_minutes", 1440}}), 200);
    CHECK(starts(moved.at("items")) == Starts{"2027-03-23T16:00", "2027-03-30T15:00"});
}
