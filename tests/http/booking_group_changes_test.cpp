// Changing series and bundles over the real server, their accessories, and many at once.

#include "tests/support/booking_groups.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

TEST_CASE("D13: one, this and those that follow, or all of a running series; the past stays") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    const auto group =
        reply_json(member.post("/booking-groups",
                               weekly({{"booking", wish(at(1, "08:30"), at(1, "17:30"))}}, "FREQ=DAILY;COUNT=7")),
                   201);
    const auto path = "/booking-groups/" + group.at("id").get<std::string>();
    const auto id = [&](std::size_t i) { return group.at("items").at(i).at("booking").at("id").get<std::string>(); };
    world.set_clock(at(4, "07:00"));  // three days have passed

    const auto one = reply_json(
        member.post(path + "/reschedule",
                    {{"scope", "one"}, {"booking_id", id(4)}, {"start", at(5, "10:00")}, {"end", at(5, "18:00")}}),
        200);
    CHECK(starts(one.at("items")) == Starts{"2026-11-28T10:00"});
    const auto following = reply_json(
        member.post(path + "/reschedule", {{"scope", "following"}, {"booking_id", id(5)}, {"shift_minutes", 30}}), 200);
    CHECK(starts(following.at("items")) == Starts{"2026-11-29T09:00", "2026-11-30T09:00"});
    // All: the difference of the addressed one, for each of those to come.
    const auto all = reply_json(
        member.post(path + "/reschedule",
                    {{"scope", "all"}, {"booking_id", id(3)}, {"start", at(4, "09:30")}, {"end", at(4, "17:30")}}),
        200);
    CHECK(starts(all.at("items")) ==
          Starts{"2026-11-27T09:30", "2026-11-28T11:00", "2026-11-29T10:00", "2026-11-30T10:00"});
    CHECK(starts(reply_json(member.get(path), 200).at("items")) ==
          Starts{"2026-11-24T08:30", "2026-11-25T08:30", "2026-11-26T08:30", "2026-11-27T09:30", "2026-11-28T11:00",
                 "2026-11-29T10:00", "2026-11-30T10:00"});
    CHECK(member.post(path + "/reschedule", {{"scope", "one"}, {"booking_id", id(0)}, {"shift_minutes", 60}}).code() ==
          "wrong_state");
    CHECK(member.post(path + "/reschedule", {{"scope", "following"}, {"shift_minutes", 60}}).status == 422);
    CHECK(member.post(path + "/reschedule", {{"scope", "all"}}).status == 422);
    CHECK(member.post(path + "/reschedule", {{"scope", "all"}, {"booking_id", "999"}, {"shift_minutes", 60}}).status ==
          422);

    // One cannot move: none does.
    REQUIRE(world.client("member@borealis.example").post("/bookings", wish(at(7, "20:00"), at(7, "21:00"))).status ==
            201);
    const auto refused = member.post(path + "/reschedule", {{"scope", "all"}, {"shift_minutes", 180}});
    CHECK(refused.status == 409);
    REQUIRE(refused.json().at("items").size() == 1);
    CHECK(refused.json().at("items").at(0).at("index") == 3);
    CHECK(starts(reply_json(member.get(path), 200).at("items"))[3] == "2026-11-27T09:30");

    const auto cancelled = reply_json(
        member.post(path + "/cancel", {{"scope", "following"}, {"booking_id", id(5)}, {"reason", "done early"}}), 200);
    CHECK(cancelled.at("items").size() == 2);
    CHECK(reply_json(member.post(path + "/cancel", {{"scope", "all"}}), 200).at("items").size() == 2);
    CHECK(member.post(path + "/cancel", {{"scope", "all"}}).code() == "wrong_state");
    const auto left = reply_json(member.get(path), 200);
    CHECK(left.at("items").at(2).at("booking").at("status") == "approved");
    CHECK(left.at("total_fen") == 3 * 9 * 80'000);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("Approving one member approves just it; the group is decided with a result per booking") {
    DemoWorld world;
    world.set_policy(open_policy({{"approval", "platform_admin"}}));
    auto member = world.client("member@acme.example");
    auto admin = world.client("admin@p01.example");
    const auto group = reply_json(member.post("/booking-groups", weekly()), 201);
    const auto path = "/booking-groups/" + group.at("id").get<std::string>();
    const auto first = group.at("items").at(0).at("booking").at("id").get<std::string>();
    REQUIRE(admin.post("/bookings/" + first + "/approve", nothing).status == 200);
    std::size_t requested = 0;
    for (const auto& item : reply_json(member.get(path), 200).at("items")) {
        requested += item.at("booking").at("status") == "requested" ? 1 : 0;
    }
    CHECK(requested == 3);
    CHECK(member.post(path + "/approve", nothing).status == 403);
    const auto decided = reply_json(admin.post(path + "/approve", nothing), 200);
    CHECK(decided.at("ok") == 3);
    CHECK(decided.at("failed") == 0);
    CHECK(decided.at("results").at(0).at("status") == "approved");
    CHECK(reply_json(admin.post(path + "/approve", nothing), 200).at("results").empty());
    CHECK(admin.post(path + "/reject", nothing).status == 422);
    const auto second =
        reply_json(member.post("/booking-groups", weekly({{"booking", wish(at(1, "14:00"), at(1, "15:00"))}})), 201);
    CHECK(
        reply_json(
            admin.post("/booking-groups/" + second.at("id").get<std::string>() + "/reject", {{"reason", "full"}}), 200)
            .at("ok") == 4);
    const auto history = member.get("/bookings/" + first).json().at("history");
    CHECK(history.size() == 2);
}

TEST_CASE("Accessories have a stock that bookings share") {
    DemoWorld world;
    world.set_policy(open_policy());
    world.set_policy(open_policy(), other);
    auto admin = world.client("admin@p01.example");
    const auto made = reply_json(
        admin.post("/platforms/DEMO-P01/accessories", {{"name_zh", "样品杆"}, {"name_en", "holder"}, {"stock", 2}}),
        201);
    const auto id = made.at("id").get<std::string>();
    auto member = world.client("member@acme.example");
    CHECK(member.post("/platforms/DEMO-P01/accessories", {{"name_zh", "x"}, {"name_en", ""}, {"stock", 1}}).status ==
          403);
    const auto listed = member.get(std::string("/instruments/") + spectrometer + "/accessories").json();
    REQUIRE(listed.at("items").size() == 1);
    CHECK(listed.at("items").at(0).at("stock") == 2);

    const auto with = [&](const std::string& instrument, int quantity) {
        auto body = wish(at(1, "09:00"), at(1, "10:00"), instrument);
        body["options"] = {{"accessories", {{{"id", id}, {"quantity", quantity}}}}};
        return body;
    };
    CHECK(member.post("/bookings", with(spectrometer, 3)).code() == "accessory_taken");
    const auto bundle = member.post("/booking-groups", {{"bookings", {with(spectrometer, 1), with(other, 2)}}});
    CHECK(bundle.status == 409);
    CHECK(bundle.json().at("items").at(0).at("refused").at("code") == "accessory_taken");
    const auto booked =
        reply_json(member.post("/booking-groups", {{"bookings", {with(spectrometer, 1), with(other, 1)}}}), 201);
    CHECK(booked.at("items").at(0).at("booking").at("options").at("accessories").at(0) ==
          json{{"id", id}, {"quantity", 1}});
    // The stock cannot fall below what bookings rely on.
    CHECK(admin.put("/accessories/" + id, {{"name_zh", "样品杆"}, {"name_en", "holder"}, {"stock", 1}}).code() ==
          "wrong_state");
    CHECK(admin.put("/accessories/" + id, {{"name_zh", "样品杆"}, {"name_en", "holder"}, {"stock", 5}}).status == 200);
    CHECK(world.client("admin@i01.example")
              .put("/accessories/999", {{"name_zh", "x"}, {"name_en", ""}, {"stock", 1}})
              .status == 404);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("Two series pressed at the same moment for the same dates: one is made, whole, and the other is not") {
    DemoWorld world(GENERATE(Backend::sqlite, Backend::postgresql));
    world.set_policy(open_policy());
    auto clients = crowd(world.server(), 8, {"member@acme.example", "member@borealis.example"});
    const auto replies = at_once(clients, [](HttpClient& client, std::size_t i) {
        // Each begins on another day of the same fortnight, so that all of them meet.
        json body{{"booking", wish(at(1 + static_cast<int>(i % 4), "09:00"), at(1 + static_cast<int>(i % 4), "11:00"))},
                  {"recurrence", "FREQ=DAILY;COUNT=14"}};
        return client.post("/booking-groups", body);
    });
    CHECK(count_of(replies, 201) == 1);
    CHECK(count_of(replies, 409) == 7);
    CHECK(world.booked(at(0, "00:00"), at(30, "00:00")).size() == 14);
    CHECK(world.verify().exit_code == 0);
}
