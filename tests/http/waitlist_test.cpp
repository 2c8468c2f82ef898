// Waiting for time that is taken: who gets what becomes free, for how long, and by the clock alone. The numbers are
// those of the scenarios W1 to W9.

#include "tests/support/waiter.hpp"

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();
}  // namespace

TEST_CASE("W9: of three who wait for 09-11 exactly one gets an exclusive offer; the next only when it ends") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy());
    auto holder = world.client(acme);
    const auto id = booked(holder, at(1, "09:00"), at(1, "11:00"));
    const auto wanted = waits(at(1, "09:00"), at(1, "11:00"), 120);
    Waiter first(world, borealis, wanted);
    world.set_clock(at(0, "08:01"));
    Waiter second(world, finance, wanted);
    world.set_clock(at(0, "08:02"));
    Waiter third(world, secretariat, wanted);
    CHECK(first.entry().at("position") == 1);
    CHECK(third.entry().at("position") == 3);
    CHECK(third.entry().at("position_text").get<std::string>().find("2 have waited longer") != std::string::npos);
    CHECK(first.entry().at("offer") == nullptr);
    CHECK(world.client(borealis).post("/waitlist", wanted).code() == "already_exists");

    REQUIRE(holder.post("/bookings/" + id + "/cancel", {{"reason", "plans changed"}}).status == 200);
    const auto offered = first.entry();
    REQUIRE(offered.at("status") == "offered");
    CHECK(offered.at("offer").at("start") == at(1, "09:00"));
    CHECK(offered.at("offer").at("end") == at(1, "11:00"));
    CHECK(offered.at("offer").at("total_fen") == 160'000);
    CHECK(second.status() == "waiting");
    CHECK(third.status() == "waiting");
    // It is held: nobody else can book it, not even a part.
    CHECK(holder.post("/bookings", wish(at(1, "09:00"), at(1, "09:30"))).code() == "slot_taken");
    CHECK(second.accept().code() == "wrong_state");
    CHECK(world.client(finance).post("/waitlist/" + first.id() + "/accept", nothing).status == 404);

    CHECK(first.decline().json().at("status") == "waiting");
    CHECK(second.status() == "offered");
    CHECK(first.status() == "waiting");
    world.set_clock(at(0, "08:33"));
    CHECK(second.status() == "expired");
    CHECK(!second.entry().at("note").get<std::string>().empty());
    REQUIRE(third.status() == "offered");
    CHECK(first.status() == "waiting");
    const auto accepted = third.accept();
    INFO(accepted.body);
    REQUIRE(accepted.status == 200);
    CHECK(accepted.json().at("status") == "approved");
    CHECK(accepted.json().at("start") == at(1, "09:00"));
    CHECK(third.entry().at("booking_id") == accepted.json().at("id"));
    CHECK(third.accept().code() == "wrong_state");
    CHECK(world.booked(at(1, "00:00"), at(2, "00:00")).size() == 1);
    check_store(world);
}

TEST_CASE("W9: nothing is offered of time under a closure or in the past, and past entries end with a note") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto holder = world.client(acme);
    const auto closed = booked(holder, at(1, "09:00"), at(1, "11:00"));
    const auto past = booked(holder, at(0, "09:00"), at(0, "11:00"));
    Waiter for_closed(world, borealis, waits(at(1, "09:00"), at(1, "11:00"), 120));
    Waiter for_past(world, borealis, waits(at(0, "09:00"), at(0, "11:00"), 120));
    world.set_policy(open_policy(
        {{"closures", json::array({{{"start", at(1, "10:00")}, {"end", at(1, "12:00")}, {"reason", "move"}}})}}));
    auto staff = world.client("admin@p01.example");
    REQUIRE(holder.post("/bookings/" + closed + "/cancel", nothing).status == 200);
    CHECK(for_closed.status() == "waiting");
    world.set_clock(at(0, "10:30"));
    REQUIRE(staff.post("/bookings/" + past + "/cancel", {{"reason", "broken"}}).status == 200);
    CHECK(for_past.status() == "waiting");
    world.set_clock(at(0, "11:00"));
    CHECK(for_past.status() == "expired");
    CHECK(for_past.entry().at("note").get<std::string>().find("has passed") != std::string::npos);
    world.set_clock(at(1, "11:00"));
    CHECK(for_closed.status() == "expired");
    CHECK(count(world, "SELECT count(*) FROM offer") == 0);
}

TEST_CASE("W1: a turn of 5 minutes passes on by the clock: U1, U2, and then the list is empty") {
    DemoWorld world;
    world.set_policy(open_policy({{"offer_minutes", 5}, {"grid_minutes", 5}}));
    auto user = world.client(acme);
    const auto use = booked(user, at(0, "09:00"), at(0, "12:00"));
    Waiter u1(world, borealis, waits(at(0, "09:00"), at(0, "12:00"), 90));
    world.set_clock(at(0, "08:01"));
    Waiter u2(world, finance, waits(at(0, "09:00"), at(0, "12:00"), 90));
    world.set_clock(at(0, "09:00"));
    REQUIRE(user.post("/bookings/" + use + "/check-in", nothing).status == 200);
    world.set_clock(at(0, "10:00"));
    REQUIRE(user.post("/bookings/" + use + "/check-out", nothing).status == 200);
    CHECK(u1.status() == "offered");
    CHECK(u2.status() == "waiting");

    SECTION("W1: nobody answers") {
        world.set_clock(at(0, "10:05"));
        CHECK(u1.status() == "expired");
        CHECK(u2.status() == "offered");
        world.set_clock(at(0, "10:11"));
        CHECK(u2.status() == "expired");
        CHECK(count(world, "SELECT count(*) FROM occupancy WHERE holder_kind = 2") == 0);
    }
    SECTION("W2: U1 leaves at t+1; the turn of U2 begins then and ends 5 minutes later") {
        world.set_clock(at(0, "10:01"));
        REQUIRE(u1.leave().json().at("status") == "left");
        CHECK(u2.status() == "offered");
        world.set_clock(at(0, "10:05"));
        CHECK(u2.status() == "offered");
        world.set_clock(at(0, "10:07"));
        CHECK(u2.status() == "expired");
    }
    check_store(world);
}

TEST_CASE("W4: inside the buffer before the next use nobody is offered; when that use ends, U1 is") {
    DemoWorld world;
    world.set_policy(open_policy({{"buffer_before_minutes", 10}, {"grid_minutes", 1}, {"min_minutes", 5}}));
    auto user = world.client(acme);
    const auto use = booked(user, at(0, "09:00"), at(0, "10:10"));
    auto next_user = world.client(secretariat);
    const auto next = booked(next_user, at(0, "10:20"), at(0, "11:00"));
    auto last_user = world.client("admin@acme.example");
    (void)booked(last_user, at(0, "11:10"), at(0, "18:00"));
    Waiter u1(world, borealis, waits(at(0, "09:00"), at(0, "12:00"), 10));
    world.set_clock(at(0, "09:00"));
    REQUIRE(user.post("/bookings/" + use + "/check-in", nothing).status == 200);
    world.set_clock(at(0, "10:07"));
    REQUIRE(user.post("/bookings/" + use + "/check-out", nothing).status == 200);
    CHECK(u1.status() == "waiting");
    world.set_clock(at(0, "10:20"));
    REQUIRE(next_user.post("/bookings/" + next + "/check-in", nothing).status == 200);
    CHECK(u1.status() == "waiting");
    world.set_clock("2026-11-23T10:30:30+08:00");
    REQUIRE(next_user.post("/bookings/" + next + "/check-out", nothing).status == 200);
    REQUIRE(u1.status() == "offered");
    CHECK(u1.entry().at("offer").at("start") == at(0, "10:41"));
}

TEST_CASE("W6: who wanted to hear of freed time hears of 180 minutes that staff freed, not of what he freed himself") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto user = world.client(acme);
    auto staff = world.client("admin@p01.example");
    json wanted = waits(at(0, "08:00"), at(7, "08:00"), 120);
    wanted["notify"] = true;
    Waiter other(world, borealis, wanted);
    Waiter own(world, acme, wanted);
    const auto cancelled = booked(user, at(0, "09:00"), at(0, "12:00"));
    REQUIRE(staff.post("/bookings/" + cancelled + "/cancel", {{"reason", "broken"}}).status == 200);
    for (auto* subscriber : {&other, &own}) {
        const auto notices = subscriber->entry().at("notices");
        REQUIRE(notices.size() == 1);
        CHECK(notices.at(0).at("minutes") == 180);
        CHECK(notices.at(0).at("start") == at(0, "09:00"));
        CHECK(subscriber->status() == "waiting");
    }
    const auto short_one = booked(user, at(1, "09:00"), at(1, "10:45"));
    REQUIRE(staff.post("/bookings/" + short_one + "/cancel", {{"reason", "broken"}}).status == 200);
    const auto mine = booked(user, at(2, "09:00"), at(2, "12:00"));
    REQUIRE(user.post("/bookings/" + mine + "/cancel", nothing).status == 200);
    CHECK(own.entry().at("notices").size() == 1);
    CHECK(other.entry().at("notices").size() == 2);
    const auto past = booked(user, at(0, "09:00"), at(0, "12:00"));
    world.set_clock(at(0, "12:30"));
    REQUIRE(staff.post("/bookings/" + past + "/cancel", {{"reason", "late"}}).status == 200);
    CHECK(other.entry().at("notices").size() == 2);
}

TEST_CASE("W7: a booking that shrinks or moves frees what it gives up, one that grows frees nothing") {
    DemoWorld world;
    world.set_policy(open_policy({{"grid_minutes", 10}, {"min_minutes", 10}}));
    auto user = world.client(acme);
    json wanted = waits(at(0, "08:00"), at(7, "08:00"), 120);
    wanted["notify"] = true;
    Waiter subscriber(world, borealis, wanted);
    const auto id = booked(user, at(1, "09:00"), at(1, "15:00"));
    const auto move = [&](const std::string& start, const std::string& end) {
        const auto reply = user.post("/bookings/" + id + "/reschedule", {{"start", start}, {"end", end}});
        INFO(reply.body);
        REQUIRE(reply.status == 200);
        return subscriber.entry().at("notices");
    };
    auto notices = move(at(1, "09:00"), at(1, "12:50"));
    REQUIRE(notices.size() == 1);
    CHECK(notices.at(0).at("start") == at(1, "12:50"));
    CHECK(notices.at(0).at("end") == at(1, "15:00"));
    CHECK(move(at(1, "09:00"), at(1, "15:00")).size() == 1);
    notices = move(at(1, "11:10"), at(1, "17:10"));
    REQUIRE(notices.size() == 2);
    CHECK(notices.at(0).at("start") == at(1, "09:00"));
    CHECK(notices.at(0).at("minutes") == 130);
    notices = move(at(1, "09:00"), at(1, "15:00"));
    REQUIRE(notices.size() == 3);
    CHECK(notices.at(0).at("start") == at(1, "15:00"));
    CHECK(notices.at(0).at("end") == at(1, "17:10"));
}

TEST_CASE(
    "R31: who is not checked in 60 minutes after the start is a no-show by the clock; the rest goes to who waits") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy({{"no_show_after_minutes", 60}}));
    world.set_rates(json::array({{{"price_class", "enterprise"}, {"hourly_fen", 80'000}, {"no_show_percent", 50}}}));
    auto user = world.client(acme);
    const auto id = booked(user, at(0, "09:00"), at(0, "12:00"));
    Waiter waiting(world, borealis, waits(at(0, "09:00"), at(0, "12:00"), 60));
    world.set_clock(at(0, "09:59"));
    CHECK(user.get("/bookings/" + id).json().at("status") == "approved");
    world.set_clock(at(0, "10:00"));
    const auto booking = user.get("/bookings/" + id).json();
    CHECK(booking.at("status") == "no_show");
    CHECK(booking.at("charge").at("total_fen") == 120'000);
    REQUIRE(waiting.status() == "offered");
    CHECK(waiting.entry().at("offer").at("start") == at(0, "10:15"));
    CHECK(waiting.entry().at("offer").at("expires_at") == at(0, "10:15"));
    CHECK(waiting.accept().status == 200);
    check_store(world);
}

TEST_CASE("An entry for any instrument of a filter gets one offer, and ends with one booking") {
    DemoWorld world;
    constexpr const char* other = "DEMO0003";
    for (const auto* instrument : {spectrometer, other}) {
        world.set_policy(open_policy(), instrument);
    }
    auto user = world.client(acme);
    const auto first = booked(user, at(1, "09:00"), at(1, "11:00"));
    const auto second = user.post("/bookings", wish(at(1, "09:00"), at(1, "11:00"), other)).json().at("id");
    json wanted = waits(at(1, "09:00"), at(1, "11:00"), 120);
    wanted.erase("instrument_id");
    wanted["filter"] = {{"platform", "DEMO-P01"}, {"category", "010201"}};
    Waiter any(world, borealis, wanted);
    CHECK(any.entry().at("instruments").get<int>() >= 2);
    CHECK(any.entry().at("instrument_id") == nullptr);
    REQUIRE(user.post("/bookings/" + first + "/cancel", nothing).status == 200);
    REQUIRE(user.post("/bookings/" + second.get<std::string>() + "/cancel", nothing).status == 200);
    CHECK(any.entry().at("offer").at("instrument_id") == spectrometer);
    CHECK(any.accept().status == 200);
    CHECK(count(world, "SELECT count(*) FROM offer") == 1);
    check_store(world);
}

TEST_CASE("Who wants something earlier than what he has is moved up in one step") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto user = world.client(acme);
    auto mover = world.client(borealis);
    const auto early = booked(user, at(1, "09:00"), at(1, "11:00"));
    const auto late = booked(mover, at(1, "14:00"), at(1, "16:00"));
    Waiter up(world, borealis, {{"booking_id", late}, {"earliest", at(1, "09:00")}});
    CHECK(world.client(acme).post("/waitlist", {{"booking_id", late}}).status == 404);
    CHECK(up.entry().at("duration_minutes") == 120);
    REQUIRE(user.post("/bookings/" + early + "/cancel", nothing).status == 200);
    REQUIRE(up.status() == "offered");
    const auto moved = up.accept();
    INFO(moved.body);
    REQUIRE(moved.status == 200);
    CHECK(moved.json().at("id") == late);
    CHECK(moved.json().at("start") == at(1, "09:00"));
    CHECK(world.booked(at(1, "00:00"), at(2, "00:00")).size() == 1);
    check_store(world);
}

TEST_CASE("The class that the policy names first is served first, whoever came first") {
    DemoWorld world;
    world.set_policy(open_policy({{"waitlist_priority", {"academic", "enterprise"}}}));
    auto user = world.client(acme);
    const auto id = booked(user, at(1, "09:00"), at(1, "11:00"));
    Waiter company(world, borealis, waits(at(1, "09:00"), at(1, "11:00"), 120));
    Waiter academic(world, finance, waits(at(1, "09:00"), at(1, "11:00"), 120));
    CHECK(company.entry().at("position") == 2);
    CHECK(company.entry().at("position_text").get<std::string>().find("higher priority") != std::string::npos);
    REQUIRE(user.post("/bookings/" + id + "/cancel", nothing).status == 200);
    CHECK(academic.status() == "offered");
    CHECK(company.status() == "waiting");
}

TEST_CASE("An outage takes back the offers in its way; its end gives the time to who waits") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto user = world.client(acme);
    auto staff = world.client("operator@p01.example");
    const auto id = booked(user, at(1, "09:00"), at(1, "11:00"));
    Waiter waiting(world, borealis, waits(at(1, "09:00"), at(1, "11:00"), 120));
    REQUIRE(user.post("/bookings/" + id + "/cancel", nothing).status == 200);
    REQUIRE(waiting.status() == "offered");
    const auto outage = staff.post("/instruments/" + std::string(spectrometer) + "/outages",
                                   {{"start", at(1, "08:00")}, {"end", at(1, "18:00")}, {"reason", "vacuum"}});
    INFO(outage.body);
    REQUIRE(outage.status == 201);
    CHECK(waiting.status() == "waiting");
    REQUIRE(staff.remove("/outages/" + outage.json().at("outage").at("id").get<std::string>()).status < 300);
    CHECK(waiting.status() == "offered");
    check_store(world);
}

TEST_CASE("What an offer cannot become leaves it open: without credit it is refused and still held") {
    DemoWorld world;
    world.set_policy(open_policy());
    world.set_rates(json::array({{{"price_class", "enterprise"}, {"hourly_fen", 80'000}}}));
    auto user = world.client(acme);
    const auto id = booked(user, at(1, "09:00"), at(1, "11:00"));
    Waiter waiting(world, borealis, waits(at(1, "09:00"), at(1, "11:00"), 120));
    REQUIRE(user.post("/bookings/" + id + "/cancel", nothing).status == 200);
    world.set_rates(json::array({{{"price_class", "enterprise"}, {"hourly_fen", 900'000'000}}}));
    CHECK(waiting.accept().code() == "insufficient_credit");
    CHECK(waiting.status() == "offered");
    CHECK(user.post("/bookings", wish(at(1, "09:00"), at(1, "11:00"))).code() == "slot_taken");
    check_store(world);
}

TEST_CASE("A wish for the waitlist is validated") {
    DemoWorld world;
    auto user = world.client(acme);
    CHECK(world.server().client().post("/waitlist", waits(at(1, "09:00"), at(1, "11:00"), 60)).status == 401);
    CHECK(user.post("/waitlist", waits(at(1, "09:00"), at(1, "10:00"), 61)).status == 422);
    CHECK(user.post("/waitlist", waits(at(-1, "09:00"), at(-1, "11:00"), 60)).status == 422);
    CHECK(user.post("/waitlist", waits(at(1, "11:00"), at(1, "09:00"), 60)).status == 422);
    json both = waits(at(1, "09:00"), at(1, "11:00"), 60);
    both["filter"] = {{"q", "x"}};
    CHECK(user.post("/waitlist", both).status == 422);
    json unknown = waits(at(1, "09:00"), at(1, "11:00"), 60);
    unknown["instrument_id"] = "NOWHERE";
    CHECK(user.post("/waitlist", unknown).status == 404);
    CHECK(user.remove("/waitlist/4711").status == 404);
    CHECK(user.post("/waitlist/x/accept", nothing).status == 404);
}
