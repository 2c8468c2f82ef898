// The route table.

#include <fmt/format.h>

#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"

namespace server {

namespace {
Route get(std::string_view path, Audience audience, std::string_view summary, Handler handler,
          std::string answer = {}) {
    return Route{http::Method::get, path, audience, summary, std::move(handler), {}, std::move(answer)};
}

Route post(std::string_view path, Audience audience, std::string_view summary, Handler handler,
           std::string request = {}, std::string answer = {}) {
    return Route{http::Method::post, path, audience, summary, std::move(handler), std::move(request),
                 std::move(answer)};
}

Route shaped(Route route, Shape shape) {
    route.request_schema = std::move(shape.request);
    route.answer_schema = std::move(shape.answer);
    route.query = std::move(shape.query);
    return route;
}

Route get(std::string_view path, Audience audience, std::string_view summary, Handler handler, Shape shape) {
    return shaped(get(path, audience, summary, std::move(handler)), std::move(shape));
}

Route post(std::string_view path, Audience audience, std::string_view summary, Handler handler, Shape shape) {
    return shaped(post(path, audience, summary, std::move(handler)), std::move(shape));
}

/// Answers something else than JSON; nothing at all where `type` is empty.
Route answering(std::string_view type, Route route) {
    route.answer_type = type;
    return route;
}

void add_session_routes(std::vector<Route>& t) {
    t.push_back(get("/api/v1/about", Audience::everybody, "Version, clock and, in a demonstration, its sign-ins",
                    SnapshotHandler(about), about_shape()));
    t.push_back(post("/api/v1/session", Audience::everybody, "Sign in", FreeHandler(sign_in), session_shape()));
    t.push_back(answering(
        "", {http::Method::delete_, "/api/v1/session", Audience::everybody, "Sign out", FreeHandler(sign_out)}));
    t.push_back(get("/api/v1/me", Audience::signed_in, "Who am I", SnapshotHandler(who_am_i), me_shape()));
}

void add_catalogue_routes(std::vector<Route>& t) {
    const auto everybody = Audience::everybody;
    t.push_back(get("/api/v1/institutions", everybody, "The institutions", SnapshotHandler(list_institutions),
                    institutions_shape()));
    t.push_back(
        get("/api/v1/platforms", everybody, "The platforms", SnapshotHandler(list_platforms), platforms_shape()));
    t.push_back(
        get("/api/v1/platforms/{id}", everybody, "One platform", SnapshotHandler(one_platform), platform_shape()));
    t.push_back(get("/api/v1/categories", everybody, "The classification", SnapshotHandler(list_categories),
                    categories_shape()));
    t.push_back(get("/api/v1/instruments", everybody, "Search the catalogue", SnapshotHandler(list_instruments),
                    instruments_shape()));
    t.push_back(get("/api/v1/instruments/{id}", everybody, "One instrument", SnapshotHandler(one_instrument),
                    instrument_shape()));
    t.push_back(get("/api/v1/instruments/{id}/calendar", everybody, "What is taken and closed",
                    ReadHandler(instrument_calendar), calendar_shape()));
    t.push_back(post("/api/v1/availability", everybody, "The earliest free slots across instruments",
                     SnapshotHandler(find_availability), availability_shape()));
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
    t.push_back(get("/api/v1/instruments/{id}/outages", everybody, "Outages from now on", ReadHandler(list_outages),
                    outages_shape()));
    t.push_back(post("/api/v1/instruments/{id}/outages", Audience::staff, "Report an outage",
                     CommandHandler(report_outage), outage_shape()));
    t.push_back(answering("", {http::Method::delete_, "/api/v1/outages/{id}", Audience::staff, "End an outage",
                               CommandHandler(end_outage)}));
}

void add_booking_routes(std::vector<Route>& t) {
    const auto booking = json::schema<BookingView>();
    const auto signed_in = Audience::signed_in;
    const auto action = [&](std::string_view path, std::string_view summary, CommandHandler handler, Shape shape) {
        t.push_back(post(path, signed_in, summary, std::move(handler), std::move(shape)));
    };
    t.push_back(post("/api/v1/quotes", Audience::everybody, "The price and the rules of a wish",
                     ReadHandler(make_quote), quote_shape()));
    auto create = post("/api/v1/bookings", signed_in, "Book", CommandHandler(create_booking),
                       json::schema<BookingInput>(), booking);
    create.addition = with_alternatives;
    t.push_back(std::move(create));
    t.push_back(get("/api/v1/bookings", signed_in, "Bookings by scope", ReadHandler(list_bookings), bookings_shape()));
    t.push_back(
        post("/api/v1/bookings/batch", signed_in, "Decide many requests", CommandHandler(decide_batch), batch_shape()));
    t.push_back(
        get("/api/v1/bookings/{id}", signed_in, "One booking with its history", ReadHandler(one_booking), booking));
    t.push_back(get("/api/v1/bookings/{id}/facts", Audience::staff, "What an approver needs to know",
                    ReadHandler(booking_facts), facts_shape()));
    action("/api/v1/bookings/{id}/approve", "Approve", approve, reason_shape());
    action("/api/v1/bookings/{id}/reject", "Reject with a reason", reject, reason_shape());
    action("/api/v1/bookings/{id}/cancel", "Cancel", cancel, reason_shape());
    auto move = post("/api/v1/bookings/{id}/reschedule", signed_in, "Move", CommandHandler(reschedule),
                     json::schema<RescheduleInput>(), booking);
    move.addition = with_alternatives;
    t.push_back(std::move(move));
    action("/api/v1/bookings/{id}/check-in", "Start the use", check_in_booking, Shape{booking});
    action("/api/v1/bookings/{id}/check-out", "End the use and charge it", check_out_booking, check_out_shape());
    action("/api/v1/bookings/{id}/no-show", "Nobody came", no_show, Shape{booking});
    t.push_back(
        get("/api/v1/trainings", signed_in, "Who may operate what", ReadHandler(list_trainings), trainings_shape()));
    t.push_back(post("/api/v1/trainings", Audience::staff, "Grant a training", CommandHandler(grant_training),
                     training_shape()));
}

void add_money_routes(std::vector<Route>& t) {
    const auto signed_in = Audience::signed_in;
    t.push_back(get("/api/v1/organisations", signed_in, "Whose accounts the caller may see",
                    ReadHandler(list_organisations), organisations_shape()));
    t.push_back(
        get("/api/v1/accounts/{id}", signed_in, "Balance, holds and limit", ReadHandler(one_account), account_shape()));
    t.push_back(get("/api/v1/accounts/{id}/entries", signed_in, "Postings of the account", ReadHandler(account_entries),
                    entries_shape()));
    t.push_back(
        get("/api/v1/statements", signed_in, "Monthly statements", ReadHandler(list_statements), statements_shape()));
    t.push_back(get("/api/v1/statements/{id}", signed_in, "One statement with its lines", ReadHandler(one_statement),
                    statement_shape()));
    t.push_back(post("/api/v1/payments", Audience::money, "Record a payment", CommandHandler(receive_payment),
                     payment_shape()));
    t.push_back(get("/api/v1/ledger/verify", Audience::money, "Prove that the books balance",
                    ReadHandler(verify_ledger), ledger_shape()));
}

void add_operations_routes(std::vector<Route>& t, bool demo) {
    const auto everybody = Audience::everybody;
    for (const std::string_view path : {"/api/v1/events", "/events"}) {
        t.push_back(answering("text/event-stream",
                              get(path, everybody, "Live changes (server-sent events)", FreeHandler(live_events))));
    }
    t.push_back(get("/healthz", everybody, "The process lives", SnapshotHandler(health), status_shape()));
    t.push_back(get("/readyz", everybody, "The process takes requests", SnapshotHandler(readiness), status_shape()));
    t.push_back(answering("text/plain", get("/metrics", everybody, "Figures for Prometheus", FreeHandler(metrics))));
    if (demo) {
        t.push_back(shaped({http::Method::put, "/api/v1/demo/clock", Audience::everybody, "Move the server's clock",
                            FreeHandler(move_clock)},
                           clock_shape()));
    }
}
}  // namespace

std::vector<Route> route_table(const Services& services) {
    std::vector<Route> table;
    add_session_routes(table);
    add_catalogue_routes(table);
    add_booking_routes(table);
    add_money_routes(table);
    add_operations_routes(table, services.demo);
    // The document describes the table as it stands, itself included.
    table.push_back(
        get("/api/v1/openapi.json", Audience::everybody, "This document", {}, Shape{R"({"type":"object"})"}));
    const auto document = std::make_shared<const std::string>(openapi_text(table));
    table.back().handler =
        SnapshotHandler([document](const Call&) -> model::Result<Answer> { return Answer{200, *document}; });
    return table;
}

}  // namespace server
