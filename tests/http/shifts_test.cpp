// Shift by agreement over HTTP: who runs over asks the user of the next booking, and only he can say yes.

#include "tests/support/waiter.hpp"

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();

/// A use until 11:00 with another company's booking behind it, at 10:30.
struct Encounter {
    explicit Encounter(Backend backend = Backend::sqlite) : world(backend) {
        world.set_policy(open_policy());
        use = booked(user, at(0, "09:00"), at(0, "11:00"));
        next = booked(next_user, at(0, "11:00"), at(0, "12:00"));
        world.set_clock(at(0, "09:00"));
        REQUIRE(user.post("/bookings/" + use + "/check-in", nothing).status == 200);
        world.set_clock(at(0, "10:30"));
    }

    Reply ask(HttpClient& who, const std::string& end) {
        return who.post("/bookings/" + use + "/shift-proposal", {{"end", at(0, end)}});
    }
    std::string asked(const std::string& end = "11:30") {
        const auto reply = ask(user, end);
        INFO(reply.body);
        REQUIRE(reply.status == 201);
        return reply.json().at("id");
    }
    Reply answer(HttpClient& who, const std::string& id, const std::string& word) {
        return who.post("/shift-proposals/" + id + "/" + word, nothing);
    }
    std::string start_of(HttpClient& who, const std::string& id) {
        return who.get("/bookings/" + id).json().at("start");
    }
    json open_ones(HttpClient& who) { return who.get("/shift-proposals").json().at("items"); }

    DemoWorld world;
    HttpClient user = world.client(acme);
    HttpClient next_user = world.client(borealis);
    HttpClient stranger = world.client(finance);
    std::string use;
    std::string next;
};
}  // namespace

TEST_CASE("A shift that is agreed to moves the next booking and lengthens the use, in one step") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    Encounter meet(backend);
    const auto reply = meet.ask(meet.user, "11:30");
    REQUIRE(reply.status == 201);
    const auto shift = reply.json();
    CHECK(shift.at("booking_id") == meet.use);
    CHECK(shift.at("next_booking_id") == meet.next);
    CHECK(shift.at("status") == "open");
    CHECK(shift.at("next_start") == at(0, "11:30"));
    CHECK(shift.at("next_end") == at(0, "12:30"));
    CHECK(shift.at("expires_at") == at(0, "11:00"));
    CHECK(meet.open_ones(meet.user).size() == 1);
    CHECK(meet.open_ones(meet.next_user).at(0).at("id") == shift.at("id"));
    CHECK(meet.start_of(meet.next_user, meet.next) == at(0, "11:00"));

    const auto agreed = meet.answer(meet.next_user, shift.at("id"), "accept");
    INFO(agreed.body);
    REQUIRE(agreed.status == 200);
    CHECK(agreed.json().at("status") == "accepted");
    const auto moved = meet.next_user.get("/bookings/" + meet.next).json();
    CHECK(moved.at("start") == at(0, "11:30"));
    CHECK(moved.at("end") == at(0, "12:30"));
    CHECK(moved.at("status") == "approved");
    const auto longer = meet.user.get("/bookings/" + meet.use).json();
    CHECK(longer.at("end") == at(0, "11:30"));
    CHECK(longer.at("quote").at("total_fen") == 200'000);
    CHECK(longer.at("status") == "in_use");
    CHECK(meet.answer(meet.next_user, shift.at("id"), "decline").code() == "wrong_state");
    CHECK(meet.open_ones(meet.next_user).empty());
    CHECK(meet.world.booked(at(0, "00:00"), at(1, "00:00")).size() == 2);
    check_store(meet.world);
}

TEST_CASE("A shift that is refused, or that nobody answers in time, changes nothing") {
    Encounter meet;
    const auto refused = meet.asked();
    CHECK(meet.ask(meet.user, "11:15").code() == "already_exists");
    CHECK(meet.answer(meet.next_user, refused, "decline").json().at("status") == "declined");
    CHECK(meet.answer(meet.next_user, refused, "accept").code() == "wrong_state");
    CHECK(meet.open_ones(meet.user).empty());

    const auto lapsed = meet.asked("11:15");
    meet.world.set_clock(at(0, "11:00"));
    CHECK(meet.open_ones(meet.next_user).empty());
    CHECK(meet.answer(meet.next_user, lapsed, "accept").code() == "wrong_state");
    CHECK(meet.start_of(meet.next_user, meet.next) == at(0, "11:00"));
    CHECK(meet.user.get("/bookings/" + meet.use).json().at("end") == at(0, "11:00"));
    const auto history = meet.next_user.get("/bookings/" + meet.next).json().at("history");
    const auto times_refused =
        std::ranges::count(history, json("booking_shift_refused"), [](const json& h) { return h.at("kind"); });
    CHECK(times_refused == 2);
    check_store(meet.world);
}

TEST_CASE("Only who acts for the next booking answers, and only who acts for the use asks; others do not learn of it") {
    Encounter meet;
    CHECK(meet.ask(meet.next_user, "11:30").status == 404);
    CHECK(meet.ask(meet.stranger, "11:30").status == 403);
    const auto id = meet.asked();
    for (auto* who : {&meet.user, &meet.stranger}) {
        CHECK(meet.answer(*who, id, "accept").status == 404);
        CHECK(meet.answer(*who, id, "decline").status == 404);
    }
    CHECK(meet.open_ones(meet.stranger).empty());
    auto visitor = meet.world.server().client();
    CHECK(meet.answer(visitor, id, "accept").status == 401);
    CHECK(meet.answer(meet.next_user, "999999", "accept").status == 404);
    CHECK(meet.start_of(meet.next_user, meet.next) == at(0, "11:00"));
}

TEST_CASE("A shift is asked for a running use, later than its end, and only where somebody is in the way") {
    Encounter meet;
    CHECK(meet.ask(meet.user, "10:45").status == 422);
    CHECK(meet.user.post("/bookings/" + meet.use + "/shift-proposal", {{"end", at(2, "00:00")}}).status == 422);
    CHECK(meet.user.post("/bookings/" + meet.use + "/shift-proposal", nothing).status == 400);
    CHECK(meet.next_user.post("/bookings/" + meet.next + "/shift-proposal", {{"end", at(0, "13:00")}}).code() ==
          "wrong_state");
    REQUIRE(meet.next_user.post("/bookings/" + meet.next + "/cancel", nothing).status == 200);
    CHECK(meet.ask(meet.user, "11:30").code() == "wrong_state");
}

TEST_CASE("A next booking that cannot start later is not asked") {
    Encounter meet;
    auto third = meet.world.client("admin@acme.example");
    (void)booked(third, at(0, "12:00"), at(0, "13:00"));
    CHECK(meet.ask(meet.user, "11:30").code() == "slot_taken");
    CHECK(meet.open_ones(meet.next_user).empty());
}
