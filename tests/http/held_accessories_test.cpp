// Offers hold the accessories that their users asked for, and what is left of them at a time can be seen.

#include "tests/support/waiter.hpp"

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();
constexpr const char* second_spectrometer = "DEMO0003";

/// Two instruments of a platform that share an accessory of which there are two.
struct Bench {
    explicit Bench(Backend backend = Backend::sqlite) : world(backend) {
        world.set_policy(open_policy());
        world.set_policy(open_policy(), second_spectrometer);
        const auto made =
            admin.post("/platforms/DEMO-P01/accessories", {{"name_zh", "样品杆"}, {"name_en", "holder"}, {"stock", 2}});
        REQUIRE(made.status == 201);
        id = made.json().at("id");
    }
    json use(int quantity) { return json::array({{{"id", id}, {"quantity", quantity}}}); }
    json with(const std::string& start, const std::string& end, const char* instrument, int quantity) {
        auto body = wish(start, end, instrument);
        body["options"] = {{"accessories", use(quantity)}};
        return body;
    }
    json waits_with(const std::string& start, const std::string& end, int quantity) {
        auto body = waits(start, end, 60);
        body["accessories"] = use(quantity);
        return body;
    }
    json left(const std::string& from, const std::string& to) {
        const auto escaped = [](std::string text) { return text.replace(text.find('+'), 1, "%2B"); };
        const auto listed = member.get(std::string("/instruments/") + spectrometer +
                                       "/accessories?start=" + escaped(at(1, from)) + "&end=" + escaped(at(1, to)));
        INFO(listed.body);
        REQUIRE(listed.status == 200);
        return listed.json().at("items").at(0).at("left");
    }

    DemoWorld world;
    HttpClient admin = world.client("admin@p01.example");
    HttpClient member = world.client(acme);
    HttpClient rival = world.client(borealis);
    std::string id;
};
}  // namespace

TEST_CASE("What is left of an accessory is told for a time") {
    Bench bench;
    REQUIRE(bench.member.post("/bookings", bench.with(at(1, "09:00"), at(1, "11:00"), spectrometer, 1)).status == 201);
    CHECK(bench.left("09:00", "10:00") == 1);
    CHECK(bench.left("10:30", "12:00") == 1);
    CHECK(bench.left("11:00", "12:00") == 2);
    const auto path = std::string("/instruments/") + spectrometer + "/accessories";
    CHECK(bench.member.get(path).json().at("items").at(0).at("left").is_null());
    CHECK(bench.member.get(path + "?start=2026-11-24T01:00:00Z").status == 422);
    CHECK(bench.member.get(path + "?start=2026-11-24T01:00:00Z&end=2026-11-24T01:00:00Z").status == 422);
}

TEST_CASE("An offer from the waitlist holds the accessories, and the booking takes them over") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    Bench bench(backend);
    const auto first = bench.member.post("/bookings", bench.with(at(1, "09:00"), at(1, "10:00"), spectrometer, 2));
    REQUIRE(first.status == 201);
    Waiter waiting(bench.world, borealis, bench.waits_with(at(1, "09:00"), at(1, "10:00"), 2));
    CHECK(waiting.entry().at("accessories") == bench.use(2));
    REQUIRE(bench.member.post("/bookings/" + first.json().at("id").get<std::string>() + "/cancel", nothing).status ==
            200);
    REQUIRE(waiting.status() == "offered");
    CHECK(waiting.entry().at("offer").at("accessories") == bench.use(2));
    CHECK(bench.left("09:00", "10:00") == 0);
    CHECK(bench.member.post("/bookings", bench.with(at(1, "09:00"), at(1, "10:00"), second_spectrometer, 1)).code() ==
          "accessory_taken");
    SECTION("accepted") {
        const auto accepted = waiting.accept();
        INFO(accepted.body);
        REQUIRE(accepted.status == 200);
        CHECK(accepted.json().at("options").at("accessories") == bench.use(2));
        CHECK(bench.left("09:00", "10:00") == 0);
    }
    SECTION("declined") {
        REQUIRE(waiting.decline().status == 200);
        CHECK(bench.left("09:00", "10:00") == 2);
    }
    SECTION("unanswered") {
        bench.world.set_clock(at(0, "08:35"));
        CHECK(waiting.status() == "expired");
        CHECK(bench.left("09:00", "10:00") == 2);
    }
    check_store(bench.world);
}

TEST_CASE("Time without the accessory is no use: it goes to the next in line, and one that does not exist is refused") {
    Bench bench;
    REQUIRE(bench.member.post("/bookings", bench.with(at(1, "09:00"), at(1, "10:00"), second_spectrometer, 1)).status ==
            201);
    const auto freed = booked(bench.member, at(1, "09:00"), at(1, "10:00"));
    Waiter both(bench.world, borealis, bench.waits_with(at(1, "09:00"), at(1, "10:00"), 2));
    Waiter next(bench.world, "admin@i01.example", bench.waits_with(at(1, "09:00"), at(1, "10:00"), 1));
    REQUIRE(bench.member.post("/bookings/" + freed + "/cancel", nothing).status == 200);
    CHECK(both.status() == "waiting");
    CHECK(next.status() == "offered");
    auto unknown = waits(at(2, "09:00"), at(2, "10:00"), 60);
    unknown["accessories"] = {{{"id", "999"}, {"quantity", 1}}};
    CHECK(bench.rival.post("/waitlist", unknown).json().at("errors").at(0).at("field") == "accessories[0].id");
    check_store(bench.world);
}

TEST_CASE("The place that is held for a displaced booking holds its accessories, too") {
    Bench bench;
    const auto made = bench.member.post("/bookings", bench.with(at(1, "09:00"), at(1, "10:00"), spectrometer, 2));
    REQUIRE(made.status == 201);
    const auto reported =
        bench.admin.post(std::string("/instruments/") + spectrometer + "/outages",
                         {{"start", at(1, "08:00")}, {"end", at(1, "18:00")}, {"reason", "broken"}, {"replan", true}});
    INFO(reported.body);
    REQUIRE(reported.status == 201);
    const auto offers = bench.member.get("/offers").json().at("items");
    REQUIRE(offers.size() == 1);
    CHECK(offers.at(0).at("accessories") == bench.use(2));
    CHECK(count(bench.world, "SELECT count(*) FROM accessory_hold WHERE holder_kind = 2") == 2);
    const auto accepted = bench.member.post("/offers/" + offers.at(0).at("id").get<std::string>() + "/accept", nothing);
    INFO(accepted.body);
    REQUIRE(accepted.status == 200);
    CHECK(accepted.json().at("options").at("accessories") == bench.use(2));
    CHECK(count(bench.world, "SELECT count(*) FROM accessory_hold WHERE holder_kind = 2") == 0);
    CHECK(count(bench.world, "SELECT count(*) FROM accessory_hold WHERE holder_kind = 0") == 2);
    check_store(bench.world);
}

TEST_CASE("A round awards the accessories with the time, and its counter-offers hold them") {
    Bench bench;
    bench.world.set_policy(open_policy({{"contention", "collect"}}));
    const auto ask = [&](HttpClient& who) {
        const auto reply = who.post("/bookings", bench.with(at(2, "09:00"), at(2, "10:00"), spectrometer, 2));
        REQUIRE(reply.status == 201);
        return reply.json().at("id").get<std::string>();
    };
    const auto first = ask(bench.member);
    (void)ask(bench.rival);
    bench.world.set_clock(at(1, "08:05"));
    const bool won = bench.member.get("/bookings/" + first).json().at("status") == "approved";
    auto& loser = won ? bench.rival : bench.member;
    CHECK(count(bench.world, "SELECT count(*) FROM accessory_hold WHERE holder_kind = 0") == 2);
    const auto offers = loser.get("/offers").json().at("items");
    REQUIRE(offers.size() == 1);
    CHECK(offers.at(0).at("accessories") == bench.use(2));
    const auto accepted = loser.post("/offers/" + offers.at(0).at("id").get<std::string>() + "/accept", nothing);
    INFO(accepted.body);
    REQUIRE(accepted.status == 200);
    CHECK(accepted.json().at("options").at("accessories") == bench.use(2));
    check_store(bench.world);
}

TEST_CASE("Whoever lets a neighbour come closer, or runs over by agreement, keeps his accessories") {
    Bench bench;
    bench.world.set_policy(open_policy({{"buffer_before_minutes", 60}}));
    REQUIRE(bench.member.post("/bookings", bench.with(at(1, "09:00"), at(1, "11:00"), spectrometer, 1)).status == 201);
    auto close = bench.with(at(1, "11:00"), at(1, "12:00"), spectrometer, 1);
    close.update({{"waive", json::array({"buffer"})}, {"waive_reason", "cleaned by hand"}});
    const auto made = bench.admin.post("/bookings", close);
    INFO(made.body);
    REQUIRE(made.status == 201);
    CHECK(bench.left("09:00", "11:00") == 1);
    CHECK(bench.left("11:00", "12:00") == 1);
}
