// Holidays, clearances, and the credit of users, over HTTP.

#include "tests/support/broken_rules.hpp"
#include "tests/support/demo_world.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();
using Names = std::vector<std::string>;

json calendar(HttpClient& who, const std::string& from, const std::string& to, const char* language = "zh-CN") {
    return who
        .get("/instruments/DEMO0002/calendar?from=" + from + "T00:00:00%2B08:00&to=" + to + "T00:00:00%2B08:00",
             {{"Accept-Language", language}})
        .json()
        .at("spans");
}

/// The council adopts the usual policy: the third no-show in a year suspends for 30 days.
void adopt_credit_policy(const DemoWorld& world) {
    const json usual{
        {"suspensions", {{{"cause", "no_show"}, {"times", 3}, {"within_days", 365}, {"suspend_days", 30}}}}};
    REQUIRE(world.client("secretariat@council.example").put("/credit-policy", usual, {{"If-Match", "*"}}).status ==
            200);
}

/// Books, lets the time pass, and is marked as a no-show by staff.
void miss(DemoWorld& world, HttpClient& member, HttpClient& staff, int day) {
    const auto made = member.post("/bookings", wish(at(day, "09:00"), at(day, "10:00")));
    INFO(made.body);
    REQUIRE(made.status == 201);
    world.set_clock(at(day, "09:30"));
    REQUIRE(staff.post("/bookings/" + made.json().at("id").get<std::string>() + "/no-show", nothing).status == 200);
}
}  // namespace

TEST_CASE("Holidays: the shipped calendar closes, make-up days open, and every search respects both") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_clock("2026-09-14T08:00:00+08:00");
    world.set_policy(open_policy({{"opening_hours", "Mon-Fri 09:00-17:00"}, {"follows_holidays", true}}));
    auto member = world.client("member@acme.example");
    const auto shipped = member.get("/holidays");
    CHECK(shipped.header("etag") == "\"h0\"");
    CHECK(shipped.json().at("years").at(0).at("status") == "published");
    CHECK(shipped.json().at("years").at(1).at("status") == "provisional");

    const auto book = [&](const char* day) {
        return member.post("/bookings",
                           wish(std::string(day) + "T09:00:00+08:00", std::string(day) + "T10:00:00+08:00"));
    };
    const auto refused = book("2026-10-01");
    CHECK(broken_rules(refused) == Names{"holiday"});
    CHECK(refused.json().at("violations").at(0).at("message").get<std::string>().find("National Day") !=
          std::string::npos);
    CHECK(book("2026-09-20").status == 201);
    CHECK(broken_rules(book("2026-09-19")) == Names{"opening_hours"});

    const auto spans = calendar(member, "2026-10-01", "2026-10-02");
    REQUIRE(spans.size() == 1);
    CHECK(spans.at(0).at("kind") == "closed");
    CHECK(spans.at(0).at("title") == "国庆节");
    CHECK(calendar(member, "2026-10-01", "2026-10-02", "en").at(0).at("title") == "National Day");
    CHECK(calendar(member, "2026-09-20", "2026-09-21").at(0).at("end") == "2026-09-20T09:00:00+08:00");

    // The first free slot after the holidays; a slot search never lands in them.
    const auto found = member.post("/availability", {{"filter", {{"q", "DEMO0002"}}},
                                                     {"duration_minutes", 60},
                                                     {"from", "2026-09-30T16:30:00+08:00"},
                                                     {"to", "2026-10-20T00:00:00+08:00"},
                                                     {"limit", 50}});
    for (const auto& item : found.json().at("items")) {
        if (item.at("instrument_id") == spectrometer) {
            CHECK(item.at("start") == "2026-10-08T09:00:00+08:00");
        }
    }
    REQUIRE(book("2026-09-30").status == 201);
    auto rival = world.client("member@borealis.example");
    const auto taken = rival.post("/bookings", wish("2026-09-30T09:00:00+08:00", "2026-09-30T10:00:00+08:00"));
    REQUIRE(taken.status == 409);
    for (const auto& alternative : taken.json().at("alternatives")) {
        if (alternative.at("instrument_id") == spectrometer) {
            const auto day = alternative.at("start").get<std::string>().substr(0, 10);
            CHECK((day <= "2026-09-30" || day >= "2026-10-08"));
        }
    }
}

TEST_CASE("Holidays: the council edits the calendar by version, and what it says holds at once") {
    DemoWorld world;
    world.set_policy(open_policy({{"follows_holidays", true}}));
    auto member = world.client("member@acme.example");
    auto secretariat = world.client("secretariat@council.example");
    const auto asked = wish(at(2, "09:00"), at(2, "10:00"));
    json document{{"years", json::array()},
                  {"holidays",
                   {{{"from", "2026-11-25"}, {"to", "2026-11-25"}, {"name_zh", "校庆"}, {"name_en", "Founders' day"}}}},
                  {"working_days", json::array()}};
    CHECK(member.put("/holidays", document, {{"If-Match", "*"}}).status == 403);
    CHECK(secretariat.put("/holidays", document).status == 428);
    CHECK(secretariat.put("/holidays", document, {{"If-Match", "\"h7\""}}).status == 412);
    const auto put = secretariat.put("/holidays", document, {{"If-Match", "\"h0\""}});
    INFO(put.body);
    REQUIRE(put.status == 200);
    CHECK(put.header("etag") == "\"h1\"");
    CHECK(broken_rules(member.post("/bookings", asked)) == Names{"holiday"});
    CHECK(secretariat.put("/holidays", document, {{"If-Match", "\"h0\""}}).status == 412);
    document["holidays"] = json::array();
    REQUIRE(secretariat.put("/holidays", document, {{"If-Match", "\"h1\""}}).status == 200);
    CHECK(member.post("/bookings", asked).status == 201);
    // It is checked as a whole.
    document["holidays"] = {{{"from", "2026-12-05"}, {"to", "2026-12-04"}, {"name_zh", "x"}, {"name_en", "x"}},
                            {{"from", "2026-12-31"}, {"to", "2027-01-02"}, {"name_zh", "x"}, {"name_en", "x"}},
                            {{"from", "2027-01-01"}, {"to", "2027-01-01"}, {"name_zh", "x"}, {"name_en", "x"}}};
    document["working_days"] = {{{"date", "2026-12-31"}}};
    const auto wrong = secretariat.put("/holidays", document, {{"If-Match", "*"}});
    CHECK(wrong.status == 422);
    CHECK(wrong.json().at("errors").size() == 3);
    document["holidays"] = {{{"from", "2026-02-30"}, {"to", "2026-03-01"}, {"name_zh", "x"}, {"name_en", "x"}}};
    CHECK(secretariat.put("/holidays", document, {{"If-Match", "*"}}).status == 400);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("Gates: what must be on record is named, staff grants and withdraws it") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(
        open_policy({{"gates",
                      {{{"name", "contract"}, {"zh", "服务合同"}, {"en", "a signed contract"}, {"of", "organisation"}},
                       {{"name", "laser"}, {"zh", "激光安全"}, {"en", "laser safety"}, {"of", "user"}}}}}));
    auto member = world.client("member@acme.example");
    auto colleague = world.client("admin@acme.example");
    auto staff = world.client("operator@p01.example");
    const auto refused = member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00")));
    CHECK(broken_rules(refused) == Names{"gate_missing", "gate_missing"});
    CHECK(refused.json().at("violations").at(0).at("message").get<std::string>().find("a signed contract") !=
          std::string::npos);
    CHECK(refused.json().at("violations").at(0).at("params").at("gate") == "contract");

    json contract{{"gate", "contract"},
                  {"platform_id", "DEMO-P01"},
                  {"organisation_id", "ORG-ACME"},
                  {"valid_until", at(5, "00:00")},
                  {"note", "2026-117"}};
    CHECK(member.post("/clearances", contract).status == 403);
    CHECK(world.client("secretariat@council.example").post("/clearances", contract).status == 403);
    auto foreign = contract;
    foreign["platform_id"] = "DEMO-P02";
    CHECK(staff.post("/clearances", foreign).status == 403);
    const auto granted = staff.post("/clearances", contract);
    INFO(granted.body);
    REQUIRE(granted.status == 201);
    CHECK(broken_rules(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00")))) == Names{"gate_missing"});
    REQUIRE(
        staff.post("/clearances", {{"gate", "laser"}, {"platform_id", "DEMO-P01"}, {"login", "member@acme.example"}})
            .status == 201);
    CHECK(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).status == 201);
    // The contract holds for the company, the exam for the person; both on the day of use.
    CHECK(broken_rules(colleague.post("/bookings", wish(at(1, "11:00"), at(1, "12:00")))) == Names{"gate_missing"});
    CHECK(broken_rules(member.post("/bookings", wish(at(5, "09:00"), at(5, "10:00")))) == Names{"gate_missing"});
    CHECK(member.get("/clearances").json().at("total") == 2);
    CHECK(colleague.get("/clearances").json().at("total") == 1);
    CHECK(world.client("member@borealis.example").get("/clearances").json().at("total") == 0);
    CHECK(member.get("/clearances?platform=DEMO-P01").status == 403);
    CHECK(staff.get("/clearances?platform=DEMO-P01").json().at("total") == 2);
    const auto id = granted.json().at("id").get<std::string>();
    CHECK(member.remove("/clearances/" + id).status == 403);
    CHECK(staff.remove("/clearances/" + id).status == 204);
    CHECK(staff.remove("/clearances/" + id).status == 404);
    CHECK(broken_rules(member.post("/bookings", wish(at(2, "09:00"), at(2, "10:00")))) == Names{"gate_missing"});
    CHECK(staff.post("/clearances", {{"gate", "contract"}, {"platform_id", "DEMO-P01"}}).status == 422);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("Until the council has set a credit policy, no-shows are counted and nobody is suspended") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    auto staff = world.client("operator@p01.example");
    for (int day = 0; day < 4; ++day) {
        miss(world, member, staff, day);
    }
    CHECK(member.get("/me/credit").json().at("score") == 60);
    CHECK(member.get("/credit-policy").json().at("suspensions").empty());
    CHECK(member.post("/bookings", wish(at(5, "09:00"), at(5, "10:00"))).status == 201);
}

TEST_CASE("R31: the third no-show in a year suspends, until staff lifts it with a reason or the time is over") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    auto staff = world.client("operator@p01.example");
    auto admin = world.client("admin@p01.example");
    CHECK(member.get("/me/credit").json().at("score") == 100);
    adopt_credit_policy(world);
    for (int day = 0; day < 3; ++day) {
        miss(world, member, staff, day);
    }
    const auto refused = member.post("/bookings", wish(at(4, "09:00"), at(4, "10:00")));
    CHECK(broken_rules(refused) == Names{"suspended"});
    const auto until = refused.json().at("violations").at(0).at("params").at("until").get<std::string>();
    CHECK(until.substr(0, 16) == "2026-12-25T09:30");
    CHECK(world.client("admin@acme.example").post("/bookings", wish(at(4, "09:00"), at(4, "10:00"))).status == 201);

    const auto credit = member.get("/me/credit").json();
    CHECK(credit.at("score") == 70);
    CHECK(credit.at("entries").size() == 3);
    const auto suspension = credit.at("suspension").at("id").get<std::string>();
    CHECK(credit.at("suspension").at("reason") == "3 no-shows in 365 days");
    const auto in_chinese = member.get("/me/credit", {{"Accept-Language", "zh-CN"}}).json();
    CHECK(in_chinese.at("suspension").at("reason") == "365 天内爽约 3 次");
    CHECK(refused.json().at("violations").at(0).at("message").get<std::string>().find(" / ") == std::string::npos);
    const auto lift = "/suspensions/" + suspension + "/lift";
    CHECK(member.post(lift, {{"reason", "please"}}).status == 403);
    CHECK(staff.post(lift, {{"reason", "please"}}).status == 404);
    CHECK(admin.post(lift, nothing).status == 400);
    CHECK(admin.post(lift, {{"reason", "ill in hospital"}}).status == 200);
    CHECK(admin.post(lift, {{"reason", "again"}}).code() == "wrong_state");
    CHECK(member.get("/me/credit").json().at("suspension").is_null());
    CHECK(member.post("/bookings", wish(at(5, "09:00"), at(5, "10:00"))).status == 201);

    miss(world, member, staff, 6);
    CHECK(broken_rules(member.post("/bookings", wish(at(40, "09:00"), at(40, "10:00")))) == Names{"suspended"});
    world.set_clock(at(36, "10:00"));
    CHECK(member.post("/bookings", wish(at(40, "09:00"), at(40, "10:00"))).status == 201);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("Credit: a late cancellation costs points, an appeal is decided by who administers, forgiven points return") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    auto staff = world.client("operator@p01.example");
    auto admin = world.client("admin@p01.example");
    const auto id = member.post("/bookings", wish(at(0, "12:00"), at(0, "13:00"))).json().at("id").get<std::string>();
    REQUIRE(member.post("/bookings/" + id + "/cancel", nothing).status == 200);
    const auto far = member.post("/bookings", wish(at(9, "12:00"), at(9, "13:00"))).json().at("id").get<std::string>();
    REQUIRE(member.post("/bookings/" + far + "/cancel", nothing).status == 200);
    const auto credit = member.get("/me/credit").json();
    CHECK(credit.at("score") == 97);
    REQUIRE(credit.at("entries").size() == 1);
    CHECK(credit.at("entries").at(0).at("cause") == "late_cancel");
    const auto entry = "/credit/" + credit.at("entries").at(0).at("id").get<std::string>();

    CHECK(world.client("admin@acme.example").post(entry + "/appeal", {{"text", "not mine"}}).status == 404);
    CHECK(member.post(entry + "/appeal", {{"text", "the train was cancelled"}}).json().at("state") == "appealed");
    CHECK(member.post(entry + "/appeal", {{"text", "again"}}).code() == "wrong_state");
    const auto appeals = [&](const char* login) { return world.client(login).get("/credit/appeals"); };
    CHECK(appeals("member@acme.example").status == 403);
    CHECK(appeals("operator@p01.example").json().at("total") == 0);
    for (const char* login : {"admin@p01.example", "admin@i01.example", "secretariat@council.example"}) {
        const auto open = appeals(login).json().at("items");
        REQUIRE(open.size() == 1);
        CHECK(open.at(0).at("entry").at("id") == credit.at("entries").at(0).at("id"));
        CHECK(open.at(0).at("entry").at("appeal") == "the train was cancelled");
        CHECK(open.at(0).at("user_name") == "陈明");
        CHECK(open.at(0).at("organisation_id") == "ORG-ACME");
        CHECK(open.at(0).at("score") == 97);
    }
    const json decision{{"forgive", true}, {"reason", "force majeure"}};
    CHECK(member.post(entry + "/decide", decision).status == 403);
    CHECK(staff.post(entry + "/decide", decision).status == 403);
    CHECK(admin.post(entry + "/decide", {{"forgive", true}}).status == 400);
    CHECK(admin.post(entry + "/decide", decision).json().at("state") == "forgiven");
    CHECK(appeals("admin@p01.example").json().at("total") == 0);
    CHECK(admin.post(entry + "/decide", decision).code() == "wrong_state");
    CHECK(member.get("/me/credit").json().at("score") == 100);

    // Who sees it: the user, the company's administrator, hosts, the council; others do not know of it.
    const auto user = credit.at("user_id").get<std::string>();
    const auto status = [&](const char* login) { return world.client(login).get("/users/" + user + "/credit").status; };
    CHECK(status("member@acme.example") == 200);
    CHECK(status("admin@acme.example") == 200);
    CHECK(status("operator@p01.example") == 200);
    CHECK(status("secretariat@council.example") == 200);
    CHECK(status("member@borealis.example") == 404);
    CHECK(world.client("secretariat@council.example").get("/users/999999/credit").status == 404);
}

TEST_CASE("Credit: a forgiven no-show lifts the suspension that it caused") {
    DemoWorld world;
    world.set_policy(open_policy());
    adopt_credit_policy(world);
    auto member = world.client("member@acme.example");
    auto staff = world.client("operator@p01.example");
    for (int day = 0; day < 3; ++day) {
        miss(world, member, staff, day);
    }
    const auto credit = member.get("/me/credit").json();
    REQUIRE_FALSE(credit.at("suspension").is_null());
    const auto entry = "/credit/" + credit.at("entries").at(1).at("id").get<std::string>();
    REQUIRE(world.client("secretariat@council.example")
                .post(entry + "/decide", {{"forgive", true}, {"reason", "the door was locked"}})
                .status == 200);
    CHECK(member.get("/me/credit").json().at("suspension").is_null());
    CHECK(member.post("/bookings", wish(at(5, "09:00"), at(5, "10:00"))).status == 201);
}

TEST_CASE("Credit: the policy is data of the council, and a threshold of one suspends at once") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    auto staff = world.client("operator@p01.example");
    auto secretariat = world.client("secretariat@council.example");
    const auto shipped = member.get("/credit-policy");
    CHECK(shipped.json().at("start_points") == 100);
    CHECK(shipped.json().at("suspensions").empty());
    const json strict{{"no_show_points", 50},
                      {"suspensions", {{{"cause", "no_show"}, {"times", 1}, {"suspend_days", 7}}}}};
    CHECK(staff.put("/credit-policy", strict, {{"If-Match", "*"}}).status == 403);
    CHECK(secretariat.put("/credit-policy", {{"start", 3}}, {{"If-Match", "*"}}).status == 400);
    CHECK(secretariat.put("/credit-policy", strict, {{"If-Match", shipped.header("etag")}}).status == 200);
    CHECK(secretariat.put("/credit-policy", strict, {{"If-Match", shipped.header("etag")}}).status == 412);
    miss(world, member, staff, 1);
    CHECK(member.get("/me/credit").json().at("score") == 50);
    CHECK(broken_rules(member.post("/bookings", wish(at(9, "09:00"), at(9, "10:00")))) == Names{"suspended"});
    world.set_clock(at(8, "10:00"));
    CHECK(member.post("/bookings", wish(at(9, "09:00"), at(9, "10:00"))).status == 201);
}

TEST_CASE("Presets: each is a policy that an instrument takes as it is") {
    DemoWorld world;
    auto visitor = world.server().client();
    const auto presets = visitor.get("/policy-presets").json().at("items");
    CHECK(presets.size() >= 5);
    for (const auto& preset : presets) {
        INFO(preset.at("id"));
        CHECK(!preset.at("name_zh").get<std::string>().empty());
        CHECK(!preset.at("source").get<std::string>().empty());
        world.set_policy(preset.at("policy"));
    }
}
