// The route table.

#include <fmt/format.h>

#include "server/api/accessory_views.hpp"
#include "server/api/booking_group_input.hpp"
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
    t.push_back(Route{http::Method::put,
                      "/api/v1/instruments/{id}/policy",
                      Audience::admins,
                      "Replace the booking rules",
                      CommandHandler(put_policy),
                      json::schema<model::Policy>(),
                      json::schema<model::Policy>(),
                      {},
                      true});
    t.push_back(Route{http::Method::put,
                      "/api/v1/instruments/{id}/rates",
                      Audience::admins,
                      "Replace the prices",
                      CommandHandler(put_rates),
                      json::schema<model::Rates>(),
                      json::schema<model::Rates>(),
                      {},
                      true});
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

void add_group_routes(std::vector<Route>& t) {
    const auto signed_in = Audience::signed_in;
    const auto group = json::schema<GroupView>();
    auto create = post("/api/v1/booking-groups", signed_in, "Book a series or a bundle, or preview it and its quote",
                       CommandHandler(create_group), json::schema<GroupInput>(), group);
    create.addition = with_item_alternatives;
    create.adds_to_answers = true;
    t.push_back(std::move(create));
    t.push_back(
        get("/api/v1/booking-groups/{id}", signed_in, "One group with its bookings", ReadHandler(one_group), group));
    const auto bookings = fmt::format(R"({{"type":"object","properties":{{"items":{{"type":"array","items":{}}}}}}})",
                                      json::schema<BookingView>());
    t.push_back(post("/api/v1/booking-groups/{id}/reschedule", signed_in, "Move one, this and those after it, or all",
                     CommandHandler(reschedule_group), json::schema<GroupMoveInput>(), bookings));
    t.push_back(post("/api/v1/booking-groups/{id}/cancel", signed_in, "Cancel one, this and those after it, or all",
                     CommandHandler(cancel_group), json::schema<GroupCancelInput>(), bookings));
    t.push_back(post("/api/v1/booking-groups/{id}/approve", Audience::staff, "Approve what is requested of a group",
                     CommandHandler(approve_group)));
    t.push_back(post("/api/v1/booking-groups/{id}/reject", Audience::staff, "Reject what is requested of a group",
                     CommandHandler(reject_group), json::schema<ReasonInput>()));
    const auto accessory = json::schema<AccessoryView>();
    t.push_back(get("/api/v1/instruments/{id}/accessories", Audience::everybody, "What can be booked along with it",
                    ReadHandler(list_accessories), list_schema<AccessoryView>()));
    t.push_back(post("/api/v1/platforms/{id}/accessories", Audience::admins, "Add an accessory",
                     CommandHandler(create_accessory), json::schema<AccessoryData>(), accessory));
    t.push_back(Route{http::Method::put, "/api/v1/accessories/{id}", Audience::admins, "Replace an accessory",
                      CommandHandler(replace_accessory), json::schema<AccessoryData>(), accessory});
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
    add_group_routes(table);
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
