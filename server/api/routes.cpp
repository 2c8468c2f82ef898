// The route table.

#include <fmt/format.h>

#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/views.hpp"
#include "server/json/schema.hpp"

namespace server {

namespace {
template <class Item>
std::string list_schema() {
    return fmt::format(
        R"({{"type":"object","properties":{{"items":{{"type":"array","items":{}}},"next_cursor":{{"type":["string","null"]}},"total":{{"type":"integer"}}}},"required":["items","next_cursor","total"]}})",
        json::schema<Item>());
}

Route get(std::string_view path, Audience audience, std::string_view summary, Handler handler,
          std::string answer = {}) {
    return Route{http::Method::get, path, audience, summary, std::move(handler), {}, std::move(answer)};
}

Route post(std::string_view path, Audience audience, std::string_view summary, Handler handler,
           std::string request = {}, std::string answer = {}) {
    return Route{http::Method::post, path, audience, summary, std::move(handler), std::move(request),
                 std::move(answer)};
}

Route put_document(std::string_view path, Audience audience, std::string_view summary, Handler handler,
                   const std::string& schema) {
    return Route{http::Method::put, path, audience, summary, std::move(handler), schema, schema, {}, true};
}

void add_session_routes(std::vector<Route>& t) {
    t.push_back(get("/api/v1/about", Audience::everybody, "Version, clock and, in a demonstration, its sign-ins",
                    SnapshotHandler(about)));
    t.push_back(post("/api/v1/session", Audience::everybody, "Sign in", FreeHandler(sign_in)));
    t.push_back({http::Method::delete_, "/api/v1/session", Audience::everybody, "Sign out", FreeHandler(sign_out)});
    t.push_back(get("/api/v1/me", Audience::signed_in, "Who am I", SnapshotHandler(who_am_i)));
}

void add_catalogue_routes(std::vector<Route>& t) {
    const auto everybody = Audience::everybody;
    t.push_back(get("/api/v1/institutions", everybody, "The institutions", SnapshotHandler(list_institutions)));
    t.push_back(get("/api/v1/platforms", everybody, "The platforms", SnapshotHandler(list_platforms)));
    t.push_back(get("/api/v1/platforms/{id}", everybody, "One platform", SnapshotHandler(one_platform)));
    t.push_back(get("/api/v1/categories", everybody, "The classification", SnapshotHandler(list_categories)));
    t.push_back(get("/api/v1/instruments", everybody, "Search the catalogue", SnapshotHandler(list_instruments)));
    t.push_back(get("/api/v1/instruments/{id}", everybody, "One instrument", SnapshotHandler(one_instrument)));
    t.push_back(get("/api/v1/instruments/{id}/calendar", everybody, "What is taken and closed",
                    ReadHandler(instrument_calendar)));
    t.push_back(post("/api/v1/availability", everybody, "The earliest free slots across instruments",
                     SnapshotHandler(find_availability)));
    t.push_back(put_document("/api/v1/instruments/{id}/policy", Audience::admins, "Replace the booking rules",
                             CommandHandler(put_policy), json::schema<model::Policy>()));
    t.push_back(put_document("/api/v1/instruments/{id}/rates", Audience::admins, "Replace the prices",
                             CommandHandler(put_rates), json::schema<model::Rates>()));
    t.push_back(get("/api/v1/instruments/{id}/outages", everybody, "Outages from now on", ReadHandler(list_outages)));
    t.push_back(
        post("/api/v1/instruments/{id}/outages", Audience::staff, "Report an outage", CommandHandler(report_outage)));
    t.push_back(
        {http::Method::delete_, "/api/v1/outages/{id}", Audience::staff, "End an outage", CommandHandler(end_outage)});
}

void add_booking_routes(std::vector<Route>& t) {
    const auto booking = json::schema<BookingView>();
    const auto signed_in = Audience::signed_in;
    const auto action = [&](std::string_view path, std::string_view summary, CommandHandler handler) {
        t.push_back(post(path, signed_in, summary, std::move(handler), {}, booking));
    };
    t.push_back(post("/api/v1/quotes", Audience::everybody, "The price and the rules of a wish",
                     ReadHandler(make_quote), json::schema<QuoteInput>()));
    auto create = post("/api/v1/bookings", signed_in, "Book", CommandHandler(create_booking),
                       json::schema<BookingInput>(), booking);
    create.addition = with_alternatives;
    t.push_back(std::move(create));
    t.push_back(get("/api/v1/bookings", signed_in, "Bookings by scope", ReadHandler(list_bookings),
                    list_schema<BookingView>()));
    t.push_back(post("/api/v1/bookings/batch", signed_in, "Decide many requests", CommandHandler(decide_batch)));
    t.push_back(
        get("/api/v1/bookings/{id}", signed_in, "One booking with its history", ReadHandler(one_booking), booking));
    t.push_back(get("/api/v1/bookings/{id}/facts", Audience::staff, "What an approver needs to know",
                    ReadHandler(booking_facts)));
    action("/api/v1/bookings/{id}/approve", "Approve", approve);
    action("/api/v1/bookings/{id}/reject", "Reject with a reason", reject);
    action("/api/v1/bookings/{id}/cancel", "Cancel", cancel);
    auto move = post("/api/v1/bookings/{id}/reschedule", signed_in, "Move", CommandHandler(reschedule),
                     json::schema<RescheduleInput>(), booking);
    move.addition = with_alternatives;
    t.push_back(std::move(move));
    action("/api/v1/bookings/{id}/check-in", "Start the use", check_in_booking);
    action("/api/v1/bookings/{id}/check-out", "End the use and charge it", check_out_booking);
    action("/api/v1/bookings/{id}/no-show", "Nobody came", no_show);
    t.push_back(get("/api/v1/trainings", signed_in, "Who may operate what", ReadHandler(list_trainings)));
    t.push_back(post("/api/v1/trainings", Audience::staff, "Grant a training", CommandHandler(grant_training)));
}

void add_rule_routes(std::vector<Route>& t) {
    const auto everybody = Audience::everybody;
    const auto signed_in = Audience::signed_in;
    const auto holidays = json::schema<model::HolidayDocument>();
    t.push_back(get("/api/v1/policy-presets", everybody, "Booking rules of real services",
                    SnapshotHandler(list_policy_presets), preset_schema()));
    t.push_back(get("/api/v1/holidays", everybody, "Public holidays and make-up working days",
                    SnapshotHandler(get_holidays), holidays));
    t.push_back(put_document("/api/v1/holidays", Audience::council, "Replace the holiday calendar",
                             CommandHandler(put_holidays), holidays));
    t.push_back(get("/api/v1/clearances", signed_in, "Clearances of a platform, or one's own",
                    ReadHandler(list_clearances), clearance_schema()));
    t.push_back(post("/api/v1/clearances", Audience::staff, "Grant a clearance", CommandHandler(grant_clearance),
                     clearance_input_schema(), clearance_schema()));
    t.push_back({http::Method::delete_, "/api/v1/clearances/{id}", Audience::staff, "Withdraw a clearance",
                 CommandHandler(withdraw_clearance)});
    const auto credit = credit_schemas();
    const auto policy = json::schema<model::CreditPolicy>();
    t.push_back(get("/api/v1/me/credit", signed_in, "One's own credit", ReadHandler(my_credit), credit.credit));
    t.push_back(
        get("/api/v1/users/{id}/credit", signed_in, "The credit of a user", ReadHandler(user_credit), credit.credit));
    t.push_back(post("/api/v1/credit/{id}/appeal", signed_in, "Ask to forgive an entry", CommandHandler(appeal_credit),
                     credit.appeal, credit.entry));
    t.push_back(post("/api/v1/credit/{id}/decide", Audience::staff_and_council, "Forgive an entry, or not",
                     CommandHandler(decide_credit_entry), credit.decision, credit.entry));
    t.push_back(post("/api/v1/suspensions/{id}/lift", Audience::staff_and_council, "Lift a suspension",
                     CommandHandler(lift_user_suspension), credit.lift, credit.suspension));
    t.push_back(get("/api/v1/credit-policy", everybody, "What costs points, and what suspends",
                    ReadHandler(get_credit_policy), policy));
    t.push_back(put_document("/api/v1/credit-policy", Audience::council, "Replace the credit policy",
                             CommandHandler(put_credit_policy), policy));
}

void add_money_routes(std::vector<Route>& t) {
    const auto signed_in = Audience::signed_in;
    t.push_back(get("/api/v1/accounts/{id}", signed_in, "Balance, holds and limit", ReadHandler(one_account)));
    t.push_back(
        get("/api/v1/accounts/{id}/entries", signed_in, "Postings of the account", ReadHandler(account_entries)));
    t.push_back(get("/api/v1/statements", signed_in, "Monthly statements", ReadHandler(list_statements)));
    t.push_back(get("/api/v1/statements/{id}", signed_in, "One statement with its lines", ReadHandler(one_statement)));
    t.push_back(post("/api/v1/payments", Audience::money, "Record a payment", CommandHandler(receive_payment)));
    t.push_back(
        get("/api/v1/ledger/verify", Audience::money, "Prove that the books balance", ReadHandler(verify_ledger)));
}

void add_operations_routes(std::vector<Route>& t, bool demo) {
    const auto everybody = Audience::everybody;
    t.push_back(get("/api/v1/events", everybody, "Live changes (server-sent events)", FreeHandler(live_events)));
    t.push_back(get("/events", everybody, "Live changes (server-sent events)", FreeHandler(live_events)));
    t.push_back(get("/healthz", everybody, "The process lives", SnapshotHandler(health)));
    t.push_back(get("/readyz", everybody, "The process takes requests", SnapshotHandler(readiness)));
    t.push_back(get("/metrics", everybody, "Figures for Prometheus", FreeHandler(metrics)));
    if (demo) {
        t.push_back({http::Method::put, "/api/v1/demo/clock", Audience::everybody, "Move the server's clock",
                     FreeHandler(move_clock)});
    }
}
}  // namespace

std::vector<Route> route_table(const Services& services) {
    std::vector<Route> table;
    add_session_routes(table);
    add_catalogue_routes(table);
    add_booking_routes(table);
    add_rule_routes(table);
    add_money_routes(table);
    add_operations_routes(table, services.demo);
    // The document describes the table as it stands, itself included.
    table.push_back(get("/api/v1/openapi.json", Audience::everybody, "This document", {}));
    const auto document = std::make_shared<const std::string>(openapi_text(table));
    table.back().handler =
        SnapshotHandler([document](const Call&) -> model::Result<Answer> { return Answer{200, *document}; });
    return table;
}

}  // namespace server
