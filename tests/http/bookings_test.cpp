// The life of a booking, in fen and minutes, from the search to the statement.

#include "tests/support/broken_rules.hpp"
#include "tests/support/demo_world.hpp"

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
const json nothing = json::object();

json rates(const json& changes = nothing) {
    json card{{"price_class", "enterprise"}, {"hourly_fen", 80'000}};
    card.update(changes);
    return json::array({card});
}

std::string id_of(const Reply& reply) {
    INFO(reply.body);
    REQUIRE(reply.status == 201);
    return reply.json().at("id");
}

using Names = std::vector<std::string>;

struct Account {
    std::int64_t owed;
    std::int64_t held;
    friend bool operator==(const Account&, const Account&) = default;
};
Account account(DemoWorld& world) {
    const auto answer = world.client("admin@acme.example").get("/accounts/ORG-ACME").json();
    CHECK(answer.at("available_fen").get<std::int64_t>() == answer.at("credit_limit_fen").get<std::int64_t>() -
                                                                answer.at("balance_fen").get<std::int64_t>() -
                                                                answer.at("held_fen").get<std::int64_t>());
    return {answer.at("balance_fen"), answer.at("held_fen")};
}
}  // namespace

TEST_CASE("Journey: find, price, book, approve, use, charge, statement, payment") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    INFO(name_of(backend));
    DemoWorld world(backend);
    auto member = world.client("member@acme.example");

    const auto found = member.get("/instruments?q=Orbitrap").json();
    const auto shown =
        std::ranges::find(found.at("items"), json(spectrometer), [](const json& item) { return item.at("id"); });
    REQUIRE(shown != found.at("items").end());
    CHECK(shown->at("hourly_fen") == 80'000);

    json wanted = wish(at(1, "09:00"), at(1, "11:00"));
    wanted["samples"] = 2;
    auto asked = wanted;
    asked.erase("purpose");
    const auto quote = member.post("/quotes", asked).json();
    CHECK(quote.at("total_fen") == 2 * 80'000 + 2 * 90'000);
    CHECK(quote.at("price_class") == "enterprise");
    CHECK(quote.at("approval") == "platform_admin");
    CHECK(quote.at("violations").empty());
    CHECK(quote.at("taken") == false);

    wanted["quote_id"] = quote.at("quote_id");
    const auto booked = member.post("/bookings", wanted);
    const auto id = id_of(booked);
    CHECK(booked.header("location") == "/api/v1/bookings/" + id);
    CHECK(booked.json().at("status") == "requested");
    CHECK(booked.json().at("quote").at("total_fen") == 340'000);
    CHECK(account(world) == Account{0, 0});
    wanted["samples"] = 3;
    CHECK(member.post("/bookings", wanted).code() == "quote_invalid");

    auto admin = world.client("admin@p01.example");
    REQUIRE(admin.post("/bookings/" + id + "/approve", nothing).json().at("status") == "approved");
    CHECK(account(world) == Account{0, 340'000});

    CHECK(broken_rules(member.post("/bookings/" + id + "/check-in", nothing)) == Names{"check_in_early"});
    world.set_clock(at(1, "08:50"));
    CHECK(member.post("/bookings/" + id + "/check-in", nothing).json().at("status") == "in_use");
    world.set_clock(at(1, "10:29"));
    const auto done = member.post("/bookings/" + id + "/check-out", {{"samples", 3}, {"note", "good"}}).json();
    CHECK(done.at("status") == "completed");
    CHECK(done.at("charge").at("total_fen") == 2 * 80'000 + 3 * 90'000);
    CHECK(account(world) == Account{430'000, 0});
    // The rest of the slot is free for others.
    world.set_clock(at(1, "10:20"));
    CHECK(world.client("member@borealis.example").post("/bookings", wish(at(1, "10:30"), at(1, "11:30"))).status ==
          201);

    auto company = world.client("admin@acme.example");
    const auto statement = company.get("/statements/ORG-ACME.2026-11").json();
    CHECK(statement.at("opening_fen") == 0);
    CHECK(statement.at("charges_fen") == 430'000);
    CHECK(statement.at("closing_fen") == 430'000);
    REQUIRE(statement.at("lines").size() == 1);
    const auto& line = statement.at("lines").at(0);
    CHECK(line.at("booking_id") == id);
    CHECK(line.at("amount_fen") == 430'000);
    std::int64_t sum = 0;
    for (const auto& part : line.at("lines")) {
        sum += part.at("amount_fen").get<std::int64_t>();
    }
    CHECK(sum == 430'000);

    auto finance = world.client("finance@council.example");
    CHECK(
        finance.post("/payments", {{"organisation_id", "ORG-ACME"}, {"amount_fen", 400'000}, {"reference", "bank 17"}})
            .status == 201);
    const auto paid = company.get("/statements/ORG-ACME.2026-11").json();
    CHECK(paid.at("payments_fen") == 400'000);
    CHECK(paid.at("closing_fen") == 30'000);
    CHECK(company.get("/statements/ORG-ACME.2026-12").json().at("opening_fen") == 30'000);
    const auto verified = finance.get("/ledger/verify").json();
    CHECK(verified.at("sum_fen") == 0);
    CHECK(verified.at("audit_chain") == "ok");
    CHECK(verified.at("problems").empty());

    std::vector<std::string> kinds;
    for (const auto& step : member.get("/bookings/" + id).json().at("history")) {
        kinds.push_back(step.at("kind"));
    }
    CHECK(kinds == Names{"booking_requested", "booking_approved", "booking_checked_in", "booking_completed"});
    CHECK(world.verify().exit_code == 0);
}

// The clock of the demonstration runs on while a test talks to it, so these tests keep a minute from every border; the
// exact borders are the business of the price scenarios.
TEST_CASE("R32: cancelling more than two hours before is free, less than that costs the fee of the rate card") {
    DemoWorld world;
    world.set_policy(open_policy());
    world.set_rates(rates({{"cancellation", json::array({{{"within_minutes", 120}, {"fee_fen", 3'000}},
                                                         {{"within_minutes", 30}, {"percent", 50}}})}}));
    auto member = world.client("member@acme.example");
    const auto cancelled_at = [&](int day, const char* now) {
        const auto id = id_of(member.post("/bookings", wish(at(day, "12:00"), at(day, "13:00"))));
        CHECK(account(world).held == 80'000);
        world.set_clock(at(day, now));
        const auto owed = account(world).owed;
        CHECK(member.post("/bookings/" + id + "/cancel", nothing).json().at("status") == "cancelled");
        CHECK(account(world).held == 0);
        return account(world).owed - owed;
    };
    CHECK(cancelled_at(1, "09:59") == 0);
    CHECK(cancelled_at(2, "10:01") == 3'000);
    CHECK(cancelled_at(3, "11:31") == 40'000);
    // Its place is free again, and the fee is on the statement.
    CHECK(world.booked(at(0, "00:00"), at(9, "00:00")).empty());
    CHECK(world.client("admin@acme.example").get("/statements/ORG-ACME.2026-11").json().at("charges_fen") == 43'000);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("A no-show is marked by staff after the start, once, and costs its share of the quote") {
    DemoWorld world;
    world.set_policy(open_policy({{"no_show_after_minutes", 30}}));
    world.set_rates(rates({{"no_show_percent", 50}}));
    auto member = world.client("member@acme.example");
    auto staff = world.client("operator@p01.example");
    const auto id = id_of(member.post("/bookings", wish(at(1, "09:00"), at(1, "11:00"))));
    world.set_clock(at(1, "09:29"));
    CHECK(broken_rules(staff.post("/bookings/" + id + "/no-show", nothing)) == Names{"no_show_after"});
    world.set_clock(at(1, "09:30"));
    CHECK(member.post("/bookings/" + id + "/no-show", nothing).status == 403);
    CHECK(staff.post("/bookings/" + id + "/no-show", nothing).json().at("status") == "no_show");
    CHECK(staff.post("/bookings/" + id + "/no-show", nothing).json().at("status") == "no_show");
    CHECK(account(world) == Account{80'000, 0});
    CHECK(world.client("member@borealis.example").post("/bookings", wish(at(1, "09:45"), at(1, "10:45"))).status ==
          201);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("R20: an outage displaces what it touches, proposes other times, and is in the way until it ends") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    auto staff = world.client("operator@p01.example");
    const auto first = id_of(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))));
    const auto second = id_of(member.post("/bookings", wish(at(1, "10:00"), at(1, "11:00"))));
    const auto untouched = id_of(member.post("/bookings", wish(at(1, "11:00"), at(1, "12:00"))));
    const auto reported = staff.post("/instruments/DEMO0002/outages",
                                     {{"start", at(1, "09:30")}, {"end", at(1, "11:00")}, {"reason", "pump"}});
    REQUIRE(reported.status == 201);
    const auto displaced = reported.json().at("displaced");
    REQUIRE(displaced.size() == 2);
    for (const auto& one : displaced) {
        CHECK((one.at("booking_id") == first || one.at("booking_id") == second));
        REQUIRE(one.at("proposal").is_object());
        const auto& proposal = one.at("proposal");
        auto taken = wish(proposal.at("start"), proposal.at("end"), proposal.at("instrument_id"));
        taken.erase("purpose");
        CHECK(member.post("/quotes", taken).json().at("taken") == false);
    }
    CHECK(member.get("/bookings/" + first).json().at("status") == "displaced");
    CHECK(member.get("/bookings/" + untouched).json().at("status") == "approved");
    CHECK(account(world) == Account{0, 80'000});
    for (const auto& [from, to] :
         std::vector<std::pair<const char*, const char*>>{{"09:30", "11:00"}, {"09:00", "09:45"}, {"10:45", "11:00"}}) {
        INFO(from);
        CHECK(member.post("/bookings", wish(at(1, from), at(1, to))).code() == "slot_taken");
    }
    CHECK(member.post("/bookings", wish(at(1, "09:00"), at(1, "09:30"))).status == 201);
    const auto outage = reported.json().at("outage").at("id").get<std::string>();
    CHECK(staff.remove("/outages/" + outage).status == 204);
    CHECK(member.post("/bookings", wish(at(1, "09:30"), at(1, "11:00"))).status == 201);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE(
    "Bug 10 of others: capacity 2 takes two bookings at once and no third, and a displaced move keeps its place") {
    DemoWorld world;
    world.set_policy(open_policy({{"capacity", 2}}));
    auto member = world.client("member@acme.example");
    const auto first = id_of(member.post("/bookings", wish(at(1, "09:00"), at(1, "11:00"))));
    id_of(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))));
    CHECK(member.post("/bookings", wish(at(1, "09:30"), at(1, "10:30"))).code() == "slot_taken");
    id_of(member.post("/bookings", wish(at(1, "10:00"), at(1, "11:00"))));
    const auto later = id_of(member.post("/bookings", wish(at(1, "11:00"), at(1, "12:00"))));
    CHECK(member.post("/bookings/" + later + "/reschedule", {{"start", at(1, "10:30")}, {"end", at(1, "11:30")}})
              .code() == "slot_taken");
    CHECK(member.get("/bookings/" + later).json().at("start") == at(1, "11:00"));
    // C17: moved within its own time it is not in its own way.
    CHECK(member.post("/bookings/" + first + "/reschedule", {{"start", at(1, "09:15")}, {"end", at(1, "11:00")}})
              .status == 200);
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("C13: a buffer of 60 minutes refuses what touches it on either side, through every door") {
    DemoWorld world;
    world.set_policy(open_policy({{"buffer_after_minutes", 60}}));
    auto member = world.client("member@acme.example");
    struct Case {
        const char *from, *to;
        int status;
    };
    int day = 1;
    for (const auto& existing : std::vector<Case>{
             {"04:00", "06:00", 409}, {"07:00", "08:00", 409}, {"02:30", "05:00", 201}, {"08:00", "09:00", 201}}) {
        INFO(existing.from);
        id_of(member.post("/bookings", wish(at(day, existing.from), at(day, existing.to))));
        // Bug 8 of others: moving a booking there is no way around it.
        const auto elsewhere = id_of(member.post("/bookings", wish(at(day, "20:00"), at(day, "21:00"))));
        const auto moved = member.post("/bookings/" + elsewhere + "/reschedule",
                                       {{"start", at(day, "06:00")}, {"end", at(day, "07:00")}});
        CHECK(moved.status == (existing.status == 201 ? 200 : 409));
        if (moved.status != 200) {
            CHECK(member.post("/bookings", wish(at(day, "06:00"), at(day, "07:00"))).status == existing.status);
        }
        ++day;
    }
    CHECK(world.verify().exit_code == 0);
}

TEST_CASE("C19: a closed day refuses what overlaps it and nothing that touches it") {
    DemoWorld world;
    world.set_policy(open_policy(
        {{"closures",
          json::array({json{{"start", at(5, "00:00")}, {"end", at(6, "00:00")}, {"reason", "holiday"}}})}}));
    auto member = world.client("member@acme.example");
    CHECK(broken_rules(member.post("/bookings", wish(at(4, "23:00"), at(5, "01:00")))) == Names{"closure"});
    CHECK(broken_rules(member.post("/bookings", wish(at(5, "00:00"), at(5, "00:15")))) == Names{"closure"});
    CHECK(member.post("/bookings", wish(at(4, "23:00"), at(5, "00:00"))).status == 201);
    CHECK(member.post("/bookings", wish(at(6, "00:00"), at(6, "01:00"))).status == 201);
}

TEST_CASE("R23, R21, R22, R1: every broken rule is told, in one answer, with its numbers") {
    DemoWorld world;
    auto member = world.client("member@acme.example");
    world.set_policy(open_policy({{"min_minutes", 90}, {"max_minutes", 30}}));
    CHECK(broken_rules(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00")))) ==
          Names{"min_length", "max_length"});
    world.set_policy(open_policy({{"horizon_days", 2}, {"grid_minutes", 15}}));
    const auto far = member.post("/bookings", wish(at(3, "09:00"), at(3, "10:00")));
    CHECK(broken_rules(far) == Names{"horizon"});
    CHECK(far.json().at("violations").at(0).at("message").get<std::string>().find('2') != std::string::npos);
    CHECK(broken_rules(member.post("/bookings", wish(at(0, "07:00"), at(0, "08:00")))) == Names{"past_start"});
    CHECK(broken_rules(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:05")))) == Names{"grid"});
    // R19: the end before the start is no booking at all.
    const auto turned = member.post("/bookings", wish(at(1, "10:00"), at(1, "09:00")));
    CHECK(turned.code() == "invalid_field");
    CHECK(turned.json().at("errors").at(0).at("field") == "end");
    CHECK(member.post("/bookings", wish(at(1, "09:00"), at(1, "09:00"))).status == 422);
    // The quote says the same without refusing.
    world.set_policy(open_policy({{"opening_hours", "Mon-Fri 09:00-17:00"}, {"max_minutes", 60}}));
    auto asked = wish(at(1, "08:00"), at(1, "10:00"));
    asked.erase("purpose");
    const auto quote = member.post("/quotes", asked).json();
    CHECK(quote.at("violations").size() == 2);
    CHECK(quote.at("total_fen") == 160'000);
}

TEST_CASE("Bug 7 of others: a day of 23 or of 25 hours costs the hours that it has") {
    DemoWorld world;
    world.set_policy(open_policy({{"time_zone", "America/New_York"}}));
    world.set_rates(rates());
    auto visitor = world.server().client();
    const auto total = [&](const char* start, const char* end) {
        const auto reply = visitor.post("/quotes", {{"instrument_id", spectrometer}, {"start", start}, {"end", end}});
        INFO(reply.body);
        CHECK(reply.json().at("violations").empty());
        return reply.json().at("total_fen").get<std::int64_t>();
    };
    CHECK(total("2027-03-14T00:00:00-05:00", "2027-03-15T00:00:00-04:00") == 23 * 80'000);
    CHECK(total("2027-11-07T00:00:00-04:00", "2027-11-08T00:00:00-05:00") == 25 * 80'000);
    CHECK(total("2027-03-13T00:00:00-05:00", "2027-03-14T00:00:00-05:00") == 24 * 80'000);
}

TEST_CASE("A booking keeps the price under which it was made, whatever is changed later") {
    DemoWorld world;
    world.set_policy(open_policy());
    world.set_rates(rates());
    auto member = world.client("member@acme.example");
    const auto id = id_of(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))));
    world.set_rates(rates({{"hourly_fen", 1'000'000}}));
    world.set_clock(at(1, "09:00"));
    REQUIRE(member.post("/bookings/" + id + "/check-in", nothing).status == 200);
    world.set_clock(at(1, "10:00"));
    CHECK(member.post("/bookings/" + id + "/check-out", nothing).json().at("charge").at("total_fen") == 80'000);
    CHECK(member.post("/bookings", wish(at(1, "11:00"), at(1, "12:00"))).json().at("quote").at("total_fen") ==
          1'000'000);
}

TEST_CASE("A step that the state does not allow answers wrong_state and changes nothing") {
    DemoWorld world;
    world.set_policy(open_policy());
    auto member = world.client("member@acme.example");
    auto admin = world.client("admin@p01.example");
    const auto id = id_of(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))));
    CHECK(admin.post("/bookings/" + id + "/reject", {{"reason", "no"}}).code() == "wrong_state");
    CHECK(member.post("/bookings/" + id + "/check-out", nothing).code() == "wrong_state");
    REQUIRE(member.post("/bookings/" + id + "/cancel", nothing).status == 200);
    for (const char* action : {"cancel", "check-in", "check-out", "approve"}) {
        INFO(action);
        CHECK(admin.post("/bookings/" + id + "/" + action, {{"reason", "x"}}).status >= 400);
    }
    CHECK(member.post("/bookings/" + id + "/reschedule", {{"start", at(2, "09:00")}, {"end", at(2, "10:00")}}).code() ==
          "wrong_state");
    CHECK(account(world) == Account{0, 0});
}

TEST_CASE("The calendar shows closed time, split at local midnight, from outside the opening hours") {
    DemoWorld world;
    auto visitor = world.server().client();
    const auto calendar = [&](const char* from, const char* to) {
        std::vector<std::string> spans;
        const auto path = std::string("/instruments/DEMO0002/calendar?from=") + from + "&to=" + to;
        for (const auto& span : visitor.get(path).json().at("spans")) {
            CHECK(span.at("kind") == "closed");
            spans.push_back(span.at("start").get<std::string>() + " " + span.at("end").get<std::string>());
        }
        return spans;
    };
    const auto span = [](int from_day, const char* from, int to_day, const char* to) {
        return at(from_day, from) + " " + at(to_day, to);
    };
    CHECK(calendar("2026-11-24T12:00:00%2B08:00", "2026-11-25T12:00:00%2B08:00") ==
          Names{span(1, "17:30", 2, "00:00"), span(2, "00:00", 2, "08:30")});
    CHECK(calendar("2026-11-28T00:00:00%2B08:00", "2026-11-30T00:00:00%2B08:00") ==
          Names{span(5, "00:00", 6, "00:00"), span(6, "00:00", 7, "00:00")});
    CHECK(visitor.get("/instruments/DEMO0002/calendar?from=2026-01-01T00:00:00Z&to=2026-06-01T00:00:00Z").status ==
          422);
}

TEST_CASE("An instrument that needs training refuses whoever has none, until staff grants it") {
    DemoWorld world;
    world.set_policy(open_policy({{"requires_training", true}}));
    auto member = world.client("member@acme.example");
    CHECK(broken_rules(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00")))) == Names{"training_required"});
    const auto granted =
        world.client("operator@p01.example")
            .post("/trainings",
                  {{"login", "member@acme.example"}, {"instrument_id", spectrometer}, {"valid_until", at(2, "00:00")}});
    CHECK(granted.status == 201);
    CHECK(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).status == 201);
    CHECK(broken_rules(member.post("/bookings", wish(at(3, "09:00"), at(3, "10:00")))) == Names{"training_required"});
}
