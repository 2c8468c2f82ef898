// Lengthening a series over HTTP.

#include "tests/support/booking_groups.hpp"

using namespace support;
using nlohmann::json;

namespace {
struct Town {
    Town() { world.set_policy(open_policy()); }
    json made(const std::string& rule = "RRULE:FREQ=WEEKLY;COUNT=3") {
        return reply_json(member.post("/booking-groups", weekly(nothing, rule)), 201);
    }
    Reply extend(const json& group, const json& what) {
        return member.post("/booking-groups/" + group.at("id").get<std::string>() + "/extend", what);
    }
    DemoWorld world;
    HttpClient member = world.client("member@acme.example");
    HttpClient rival = world.client("member@borealis.example");
};
}  // namespace

TEST_CASE("D13: lengthening a series keeps what is booked and adds the further dates of its rule") {
    Town town;
    const auto group = town.made();
    const auto longer = reply_json(town.extend(group, {{"more", 2}}), 201);
    CHECK(longer.at("id") == group.at("id"));
    CHECK(longer.at("recurrence") == "RRULE:FREQ=WEEKLY;COUNT=5");
    CHECK(starts(longer.at("items")) == Starts{at(22, "09:00").substr(0, 16), at(29, "09:00").substr(0, 16)});
    const auto all = reply_json(town.member.get("/booking-groups/" + group.at("id").get<std::string>()), 200);
    CHECK(all.at("items").size() == 5);
    CHECK(all.at("recurrence") == "RRULE:FREQ=WEEKLY;COUNT=5");
    CHECK(bookings_of(town.member) == 5);
}

TEST_CASE("A series with an end date goes on by a count, and by a whole rule with a later end") {
    Town town;
    const auto group = town.made("RRULE:FREQ=WEEKLY;UNTIL=20261209");
    REQUIRE(group.at("items").size() == 3);
    CHECK(reply_json(town.extend(group, {{"more", 1}}), 201).at("recurrence") == "RRULE:FREQ=WEEKLY;COUNT=4");
    const auto later = reply_json(town.extend(group, {{"recurrence", "RRULE:FREQ=WEEKLY;UNTIL=20270105"}}), 201);
    CHECK(later.at("items").size() == 3);
    CHECK(later.at("recurrence") == "RRULE:FREQ=WEEKLY;UNTIL=20270105");
}

TEST_CASE("Further dates are previewed, refused as a whole, or made in part") {
    Town town;
    const auto group = town.made();
    REQUIRE(town.rival.post("/bookings", wish(at(22, "10:00"), at(22, "12:00"))).status == 201);
    const auto preview = reply_json(town.extend(group, {{"more", 2}, {"preview", true}}), 200);
    CHECK(preview.at("refused") == 1);
    CHECK(preview.at("id") == nullptr);
    const auto& taken = preview.at("items").at(0).at("refused");
    CHECK(taken.at("code") == "slot_taken");
    REQUIRE(taken.at("alternatives").size() >= 3);
    for (const auto& choice : taken.at("alternatives")) {
        // Nothing that the other further date needs, and nothing that is taken.
        CHECK((choice.at("instrument_id") != spectrometer || choice.at("start") != at(29, "09:00")));
        CHECK(choice.at("total_fen") > 0);
    }
    CHECK(preview.at("items").at(1).at("refused").is_null());
    CHECK(bookings_of(town.member) == 3);
    CHECK(town.extend(group, {{"more", 2}}).code() == "slot_taken");
    CHECK(town.member.get("/booking-groups/" + group.at("id").get<std::string>()).json().at("recurrence") ==
          "RRULE:FREQ=WEEKLY;COUNT=3");
    const auto in_part = reply_json(town.extend(group, {{"more", 2}, {"partial", true}}), 201);
    CHECK(in_part.at("refused") == 1);
    CHECK(in_part.at("items").at(0).at("refused").at("alternatives").size() >= 3);
    CHECK(bookings_of(town.member) == 4);
}

TEST_CASE("A series whose hours were moved goes on at its new hours") {
    Town town;
    const auto group = town.made();
    const auto path = "/booking-groups/" + group.at("id").get<std::string>();
    REQUIRE(town.member.post(path + "/reschedule", {{"scope", "all"}, {"shift_minutes", 120}}).status == 200);
    const auto longer = reply_json(town.extend(group, {{"more", 1}}), 201);
    CHECK(starts(longer.at("items")) == Starts{at(22, "11:00").substr(0, 16)});
}

TEST_CASE("Only a series can be lengthened, by its own side, and only at its end") {
    Town town;
    const auto group = town.made();
    CHECK(town.extend(group, nothing).status == 422);
    CHECK(town.extend(group, {{"more", 1}, {"recurrence", "RRULE:FREQ=WEEKLY;COUNT=9"}}).status == 422);
    CHECK(town.extend(group, {{"recurrence", "RRULE:FREQ=WEEKLY;COUNT=3"}}).status == 422);
    CHECK(town.extend(group, {{"recurrence", "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=9"}}).status == 422);
    CHECK(town.extend(group, {{"more", 365}}).status == 422);
    CHECK(town.rival.post("/booking-groups/" + group.at("id").get<std::string>() + "/extend", {{"more", 1}}).status ==
          404);
    auto staff = town.world.client("admin@p01.example");
    CHECK(staff.post("/booking-groups/" + group.at("id").get<std::string>() + "/extend", {{"more", 1}}).status == 403);
    const auto bundle = reply_json(
        town.member.post(
            "/booking-groups",
            {{"bookings", json::array({wish(at(2, "09:00"), at(2, "10:00")), wish(at(2, "12:00"), at(2, "13:00"))})}}),
        201);
    CHECK(town.extend(bundle, {{"more", 1}}).code() == "wrong_state");
}

TEST_CASE("The admin of a company lengthens a colleague's series; it stays the colleague's") {
    Town town;
    const auto group = town.made();
    auto company = town.world.client("admin@acme.example");
    const auto longer = reply_json(
        company.post("/booking-groups/" + group.at("id").get<std::string>() + "/extend", {{"more", 1}}), 201);
    CHECK(longer.at("items").at(0).at("booking").at("user_id") == group.at("items").at(0).at("booking").at("user_id"));
    CHECK(bookings_of(town.member) == 4);
}
