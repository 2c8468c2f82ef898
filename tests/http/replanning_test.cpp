// What happens to the bookings that an outage pushes aside, over HTTP.

#include "tests/support/waiter.hpp"

#include <algorithm>
#include <map>

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();
constexpr const char* stand_in = "DEMO0003";  ///< of the same kind and platform
constexpr const char* staff = "operator@p01.example";

json rates(std::int64_t hourly_fen) {
    return json::array({{{"price_class", "enterprise"}, {"hourly_fen", hourly_fen}}});
}

/// Two instruments of one platform, open at all times and at one price.
void open_both(DemoWorld& world, const json& changes = json::object()) {
    for (const char* instrument : {spectrometer, stand_in}) {
        world.set_policy(open_policy(changes), instrument);
        world.set_rates(rates(80'000), instrument);
    }
}

json outage(const std::string& start, const std::string& end) {
    return {{"start", start}, {"end", end}, {"reason", "真空泵故障"}, {"replan", true}};
}

std::string outages_of(const char* instrument = spectrometer) {
    return "/instruments/" + std::string(instrument) + "/outages";
}

/// The answer about each displaced booking, by its id.
std::map<std::string, json> by_booking(const json& replan) {
    std::map<std::string, json> found;
    for (const auto& one : replan.at("displaced")) {
        found[one.at("booking_id")] = one;
    }
    return found;
}

json answered(const Reply& reply, int status) {
    INFO(reply.body);
    REQUIRE(reply.status == status);
    return reply.json();
}

std::string offer_of(const json& displaced) {
    return displaced.at("proposal").at("offer_id");
}

std::string answer_to(HttpClient& client, const std::string& id) {
    return client.get("/bookings/" + id + "/replan").json().at("answer");
}

std::pair<std::int64_t, std::int64_t> owed_and_held(DemoWorld& world) {
    const auto account = world.client("admin@acme.example").get("/accounts/ORG-ACME").json();
    return {account.at("balance_fen"), account.at("held_fen")};
}
}  // namespace

TEST_CASE("R20: a preview of an outage plans for everybody and writes nothing; the outage holds what was planned") {
    DemoWorld world;
    open_both(world);
    auto member = world.client(acme);
    auto other = world.client(borealis);
    auto operator_ = world.client(staff);
    const auto first = booked(member, at(1, "09:00"), at(1, "10:00"));
    const auto second = booked(member, at(1, "10:00"), at(1, "12:00"));
    const auto third = booked(other, at(1, "12:00"), at(1, "13:00"));
    const auto time = json{{"start", at(1, "08:00")}, {"end", at(1, "18:00")}};

    const auto preview = answered(operator_.post(outages_of() + "/preview", time), 200);
    CHECK(preview.at("outage").at("id") == nullptr);
    CHECK(preview.at("plan").at("displaced") == 3);
    CHECK(preview.at("plan").at("placed") == 3);
    CHECK(preview.at("plan").at("proven") == true);
    CHECK(member.get("/bookings/" + first).json().at("status") == "approved");
    CHECK(count(world, "SELECT count(*) FROM offer") == 0);

    const auto reported = answered(operator_.post(outages_of(), outage(at(1, "08:00"), at(1, "18:00"))), 201);
    const auto planned = by_booking(preview);
    const auto held = by_booking(reported);
    REQUIRE(held.size() == 3);
    for (const auto& id : {first, second, third}) {
        INFO(held.at(id));
        CHECK(held.at(id).at("answer") == "waiting");
        CHECK(planned.at(id).at("answer") == "suggested");
        const auto& proposal = held.at(id).at("proposal");
        // The instrument next to it is free at the same times: nobody needs to come at another hour.
        CHECK(proposal.at("instrument_id") == stand_in);
        CHECK(proposal.at("shift_minutes") == 0);
        CHECK(proposal.at("price_difference_fen") == 0);
        CHECK(proposal.at("disruption") == 60);
        CHECK(proposal.at("start") == held.at(id).at("old").at("start"));
        CHECK(planned.at(id).at("proposal").at("instrument_id") == stand_in);
    }
    CHECK(member.get("/bookings/" + first).json().at("status") == "displaced");
    CHECK(reported.at("plan").at("disruption") == 180);
    CHECK(world.booked(at(1, "09:00"), at(1, "10:00"), stand_in).empty());
    CHECK(other.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"), stand_in)).code() == "slot_taken");

    const auto offers = member.get("/offers").json().at("items");
    REQUIRE(offers.size() == 2);
    CHECK(offers[0].at("origin") == "displaced");
    CHECK(offers[0].at("origin_id") == first);
    check_store(world);
}

TEST_CASE("Who lost a place takes the held one, chooses another, or cancels: free of charge") {
    DemoWorld world;
    open_both(world);
    auto member = world.client(acme);
    auto operator_ = world.client(staff);
    std::vector<std::string> ids;
    for (int hour = 10; hour < 14; ++hour) {
        ids.push_back(booked(member, at(1, std::to_string(hour) + ":00"), at(1, std::to_string(hour + 1) + ":00")));
    }
    // Too late to cancel for free, had it been his own wish.
    world.set_clock(at(1, "09:50"));
    const auto reported = answered(operator_.post(outages_of(), outage(at(1, "09:50"), at(1, "18:00"))), 201);
    CHECK(owed_and_held(world) == std::pair<std::int64_t, std::int64_t>(0, 0));
    const auto held = by_booking(reported);

    const auto taken = answered(member.post("/offers/" + offer_of(held.at(ids[0])) + "/accept", nothing), 200);
    CHECK(taken.at("status") == "approved");
    CHECK(taken.at("instrument_id") == stand_in);
    CHECK(taken.at("quote").at("total_fen") == 80'000);
    CHECK(answer_to(member, ids[0]) == "accepted");
    CHECK(member.get("/bookings/" + ids[0] + "/replan").json().at("new_booking_id") == taken.at("id"));

    const auto other_place = json{{"start", at(2, "09:00")}, {"end", at(2, "10:00")}};
    const auto chosen = answered(member.post("/bookings/" + ids[1] + "/replace", other_place), 201);
    CHECK(chosen.at("instrument_id") == spectrometer);
    CHECK(answer_to(member, ids[1]) == "chose_other");
    CHECK(member.post("/bookings/" + ids[1] + "/replace", other_place).code() == "wrong_state");
    CHECK(member.post("/bookings/" + ids[1] + "/cancel", nothing).code() == "wrong_state");

    CHECK(member.post("/bookings/" + ids[2] + "/cancel", nothing).json().at("status") == "cancelled");
    CHECK(answer_to(member, ids[2]) == "cancelled");
    CHECK(member.get("/me/credit").json().at("entries").empty());

    CHECK(member.post("/offers/" + offer_of(held.at(ids[3])) + "/decline", nothing).status == 200);
    CHECK(answer_to(member, ids[3]) == "declined");
    CHECK(member.get("/offers").json().at("items").empty());
    CHECK(owed_and_held(world) == std::pair<std::int64_t, std::int64_t>(0, 160'000));
    // All held places but the accepted one are free again.
    auto other = world.client(borealis);
    CHECK(other.post("/bookings", wish(at(1, "11:00"), at(1, "14:00"), stand_in)).status == 201);

    const auto now =
        answered(operator_.get("/outages/" + reported.at("outage").at("id").get<std::string>() + "/replan"), 200);
    CHECK(by_booking(now).at(ids[0]).at("answer") == "accepted");
    CHECK(by_booking(now).at(ids[1]).at("proposal").at("start") == at(2, "09:00"));
    check_store(world);
}

TEST_CASE("A dearer place needs its user's yes, and on its own instrument a booking keeps its old price") {
    DemoWorld world;
    open_both(world);
    auto member = world.client(acme);
    auto operator_ = world.client(staff);
    const auto id = booked(member, at(1, "09:00"), at(1, "10:00"));
    SECTION("Elsewhere it is dearer") {
        world.set_rates(rates(90'000), stand_in);
        const auto reported = answered(operator_.post(outages_of(), outage(at(0, "12:00"), at(6, "12:00"))), 201);
        const auto one = by_booking(reported).at(id);
        REQUIRE(one.at("proposal").at("instrument_id") == stand_in);
        CHECK(one.at("proposal").at("price_difference_fen") == 10'000);
        CHECK(one.at("proposal").at("disruption") == 160);
        const auto refused = member.post("/offers/" + offer_of(one) + "/accept", nothing);
        CHECK(refused.status == 422);
        CHECK(refused.json().at("violations").at(0).at("rule") == "dearer");
        CHECK(member.post("/offers/" + offer_of(one) + "/accept", {{"agreed_fen", 89'999}}).status == 422);
        const auto taken = member.post("/offers/" + offer_of(one) + "/accept", {{"agreed_fen", 90'000}});
        CHECK(answered(taken, 200).at("quote").at("total_fen") == 90'000);
    }
    SECTION("At home the prices have risen since") {
        world.set_rates(rates(99'000));
        world.set_policy(open_policy({{"opening_hours", "Sun 00:00-01:00"}}), stand_in);
        const auto reported = answered(operator_.post(outages_of(), outage(at(1, "09:00"), at(1, "11:00"))), 201);
        const auto one = by_booking(reported).at(id);
        REQUIRE(one.at("proposal").at("instrument_id") == spectrometer);
        CHECK(one.at("proposal").at("shift_minutes") == -60);
        CHECK(one.at("proposal").at("price_difference_fen") == 0);
        CHECK(answered(member.post("/offers/" + offer_of(one) + "/accept", nothing), 200).at("quote").at("total_fen") ==
              80'000);
    }
    check_store(world);
}

TEST_CASE("A held place that nobody answers for goes to who waits, and its user may still choose") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    open_both(world, {{"replan_answer_minutes", 120}});
    auto member = world.client(acme);
    const auto id = booked(member, at(1, "09:00"), at(1, "10:00"));
    const auto reported = answered(world.client(staff).post(outages_of(), outage(at(1, "08:00"), at(1, "18:00"))), 201);
    const auto one = by_booking(reported).at(id);
    const auto expires_at = one.at("proposal").at("expires_at").get<std::string>();
    CHECK((at(0, "10:00") <= expires_at && expires_at < at(0, "10:05")));
    auto wanted = waits(at(1, "09:00"), at(1, "10:00"), 60);
    wanted["instrument_id"] = stand_in;
    Waiter waiting(world, borealis, wanted);
    CHECK(waiting.status() == "waiting");
    world.set_clock(at(0, "10:05"));
    CHECK(answer_to(member, id) == "expired");
    CHECK(waiting.status() == "offered");
    CHECK(member.post("/offers/" + offer_of(one) + "/accept", nothing).code() == "wrong_state");
    const json place{{"start", at(2, "09:00")}, {"end", at(2, "10:00")}, {"instrument_id", stand_in}};
    CHECK(answered(member.post("/bookings/" + id + "/replace", place), 201).at("status") == "approved");
    check_store(world);
}

TEST_CASE("Of many answers to one held place exactly one counts") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    open_both(world);
    auto member = world.client(acme);
    const auto id = booked(member, at(1, "09:00"), at(1, "10:00"));
    const auto reported = answered(world.client(staff).post(outages_of(), outage(at(1, "08:00"), at(1, "18:00"))), 201);
    const auto offer = offer_of(by_booking(reported).at(id));
    auto clients = crowd(world.server(), 12, {acme});
    const auto replies = at_once(clients, [&](HttpClient& client, std::size_t i) {
        const json place{{"start", at(2, "09:00")}, {"end", at(2, "10:00")}};
        return i % 3 == 0   ? client.post("/offers/" + offer + "/accept", nothing)
               : i % 3 == 1 ? client.post("/bookings/" + id + "/replace", place)
                            : client.post("/bookings/" + id + "/cancel", nothing);
    });
    CHECK(count_of(replies, 200) + count_of(replies, 201) == 1);
    CHECK(count(world, "SELECT count(*) FROM displacement WHERE ended_as <> 'open'") == 1);
    CHECK(count(world, "SELECT count(*) FROM offer WHERE status = 'open'") == 0);
    check_store(world);
}

TEST_CASE("An outage is reported once per idempotency key, and only staff of the instrument sees its plan") {
    DemoWorld world;
    open_both(world);
    auto member = world.client(acme);
    auto operator_ = world.client(staff);
    const auto id = booked(member, at(1, "09:00"), at(1, "10:00"));
    const std::vector<std::pair<std::string, std::string>> key{{"Idempotency-Key", "pump"}};
    const auto first = operator_.post(outages_of(), outage(at(1, "08:00"), at(1, "18:00")), key);
    const auto again = operator_.post(outages_of(), outage(at(1, "08:00"), at(1, "18:00")), key);
    CHECK(first.status == 201);
    CHECK(again.body == first.body);
    CHECK(operator_.post(outages_of(), outage(at(1, "08:00"), at(1, "18:00"))).code() == "slot_taken");
    const auto outage_id = first.json().at("outage").at("id").get<std::string>();
    CHECK(member.get("/outages/" + outage_id + "/replan").status == 403);
    CHECK(member.post(outages_of() + "/preview", {{"start", at(1, "08:00")}, {"end", at(1, "18:00")}}).status == 403);
    CHECK(world.client(borealis).get("/bookings/" + id + "/replan").status == 404);
    CHECK(member.get("/bookings/" + booked(member, at(3, "09:00"), at(3, "10:00")) + "/replan").status == 404);
    const auto offer = offer_of(by_booking(first.json()).at(id));
    CHECK(world.client(borealis).post("/offers/" + offer + "/accept", nothing).status == 404);
}

TEST_CASE("C8: staff bumps a booking only with a reason and in time, and holds another place for it") {
    DemoWorld world;
    open_both(world);
    auto member = world.client(acme);
    auto admin = world.client("admin@p01.example");
    const auto id = booked(member, at(3, "09:00"), at(3, "10:00"));
    const auto soon = booked(member, at(0, "12:00"), at(0, "13:00"));
    const json why{{"reason", "校内抢修项目"}};
    CHECK(member.post("/bookings/" + id + "/bump", why).status == 403);
    CHECK(world.client(staff).post("/bookings/" + id + "/bump", why).status == 403);
    CHECK(admin.post("/bookings/" + id + "/bump", nothing).status == 400);
    const auto late = admin.post("/bookings/" + soon + "/bump", why);
    CHECK(late.status == 422);
    CHECK(late.json().at("violations").at(0).at("rule") == "bump_notice");

    auto for_somebody = why;
    for_somebody["for_login"] = borealis;
    const auto bumped = answered(admin.post("/bookings/" + id + "/bump", for_somebody), 200);
    CHECK(bumped.at("booking").at("status") == "approved");
    CHECK(bumped.at("booking").at("start") == at(3, "09:00"));
    const auto& displaced = bumped.at("displaced");
    CHECK(displaced.at("cause") == "bump");
    CHECK(displaced.at("reason") == "校内抢修项目");
    CHECK(displaced.at("answer") == "waiting");
    // An hour apart at home, or next door at the same time.
    CHECK(displaced.at("proposal").at("disruption") == 60);
    CHECK(count(world, "SELECT count(*) FROM event WHERE kind = 'booking_bumped'") == 1);
    CHECK(answered(member.post("/offers/" + offer_of(displaced) + "/accept", nothing), 200).at("status") == "approved");
    CHECK(admin.post("/bookings/" + id + "/bump", why).code() == "wrong_state");
    check_store(world);
}
