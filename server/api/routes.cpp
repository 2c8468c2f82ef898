// The route table.

#include <fmt/format.h>

#include "server/api/accessory_views.hpp"
#include "server/api/booking_group_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/round_views.hpp"
#include "server/api/route_makers.hpp"
#include "server/api/shape.hpp"
#include "server/api/shifts.hpp"
#include "server/api/views.hpp"
#include "server/api/waitlist_input.hpp"
#include "server/api/waitlist_view.hpp"

namespace server {

namespace {
void add_session_routes(std::vector<Route>& t) {
    t.push_back(get("/api/v1/about", Audience::everybody, "Version, clock and, in a demonstration, its sign-ins",
                    SnapshotHandler(about), about_shape()));
    t.push_back(post("/api/v1/session", Audience::everybody, "Sign in", FreeHandler(sign_in), session_shape()));
    t.push_back(answering(
        "", {http::Method::delete_, "/api/v1/session", Audience::everybody, "Sign out", FreeHandler(sign_out)}));
    t.push_back(get("/api/v1/me", Audience::signed_in, "Who am I", SnapshotHandler(who_am_i), me_shape()));
}

void add_account_routes(std::vector<Route>& t) {
    t.push_back(post("/api/v1/registrations", Audience::everybody, "A company asks for an account",
                     PreparedHandler(register_company), register_shape()));
    t.push_back(get("/api/v1/registrations", Audience::council, "Companies that ask for an account",
                    ReadHandler(list_registrations), registrations_shape()));
    t.push_back(post("/api/v1/registrations/{id}/approve", Audience::council, "Open the account, with its first user",
                     CommandHandler(approve_registration), approve_registration_shape()));
    t.push_back(post("/api/v1/registrations/{id}/reject", Audience::council, "Decline an account, with the reason",
                     CommandHandler(reject_registration), reject_registration_shape()));
    t.push_back(post("/api/v1/api-tokens", Audience::signed_in, "Make a token for a program; it is shown once",
                     CommandHandler(make_api_token), api_token_shape()));
    t.push_back(get("/api/v1/api-tokens", Audience::signed_in, "One's own tokens", ReadHandler(list_api_tokens),
                    api_tokens_shape()));
    t.push_back(answering("", {http::Method::delete_, "/api/v1/api-tokens/{id}", Audience::signed_in, "Revoke a token",
                               CommandHandler(revoke_api_token)}));
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
    t.push_back(put_document("/api/v1/instruments/{id}/policy", Audience::admins, "Replace the booking rules",
                             CommandHandler(put_policy), json::schema<model::Policy>()));
    t.push_back(get("/api/v1/instruments/{id}/policy/versions", Audience::admins,
                    "The booking rules that it had, newest first, with who changed them",
                    ReadHandler(list_policy_versions), policy_versions_shape()));
    t.push_back(put_document("/api/v1/instruments/{id}/rates", Audience::admins, "Replace the prices",
                             CommandHandler(put_rates), json::schema<model::Rates>()));
    t.push_back(get("/api/v1/instruments/{id}/outages", everybody, "Outages from now on", ReadHandler(list_outages),
                    outages_shape()));
    t.push_back(post("/api/v1/instruments/{id}/outages", Audience::staff,
                     "Report an outage; with replan, hold a new place for each booking that it pushes aside",
                     PreparedHandler(report_outage), outage_shape()));
    t.push_back(answering("", {http::Method::delete_, "/api/v1/outages/{id}", Audience::staff, "End an outage",
                               CommandHandler(end_outage)}));
}

void add_replanning_routes(std::vector<Route>& t) {
    const auto signed_in = Audience::signed_in;
    t.push_back(post("/api/v1/instruments/{id}/outages/preview", Audience::staff,
                     "What an outage would push aside, and where it could go", ReadHandler(preview_outage),
                     outage_preview_shape()));
    t.push_back(get("/api/v1/outages/{id}/replan", Audience::staff,
                    "What became of the bookings that an outage pushed aside", ReadHandler(outage_replan),
                    replan_shape()));
    t.push_back(get("/api/v1/bookings/{id}/replan", signed_in, "What became of a displaced booking",
                    ReadHandler(booking_replan), displaced_shape()));
    auto replace = post("/api/v1/bookings/{id}/replace", signed_in, "Choose another place for a displaced booking",
                        CommandHandler(replace_booking), replace_shape());
    replace.addition = with_alternatives;
    t.push_back(std::move(replace));
    t.push_back(post("/api/v1/bookings/{id}/bump", Audience::admins,
                     "Push a booking aside, with a reason, in time, and with a new place for it", CommandHandler(bump),
                     bump_shape()));
    t.push_back(post("/api/v1/bookings/{id}/shift-proposal", signed_in,
                     "Ask the user of the next booking to start later", CommandHandler(ask_for_shift),
                     ask_shift_shape()));
    t.push_back(get("/api/v1/shift-proposals", signed_in, "Open ones that concern my bookings",
                    ReadHandler(list_shifts), shifts_shape()));
    t.push_back(post("/api/v1/shift-proposals/{id}/accept", signed_in, "Start later", CommandHandler(accept_shift),
                     accept_shift_shape()));
    t.push_back(post("/api/v1/shift-proposals/{id}/decline", signed_in, "Start as booked",
                     CommandHandler(decline_shift), shift_shape()));
}

void add_booking_routes(std::vector<Route>& t) {
    const auto booking = json::schema<BookingView>();
    const auto signed_in = Audience::signed_in;
    const auto action = [&](std::string_view path, std::string_view summary, CommandHandler handler, Shape shape) {
        t.push_back(post(path, signed_in, summary, std::move(handler), std::move(shape)));
    };
    t.push_back(post("/api/v1/quotes", Audience::everybody, "The price and the rules of a wish",
                     ReadHandler(make_quote), quote_shape()));
    t.push_back(get("/api/v1/alternatives", Audience::everybody, "What else would do for a wish, best first",
                    ReadHandler(list_alternatives), alternatives_shape()));
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
    action("/api/v1/bookings/{id}/approve", "Approve, setting rules aside where an administrator says so", approve,
           approval_shape());
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
    auto extend = post("/api/v1/booking-groups/{id}/extend", signed_in, "Lengthen a series, or preview it",
                       CommandHandler(extend_group), json::schema<GroupExtendInput>(), group);
    extend.addition = with_extension_alternatives;
    extend.adds_to_answers = true;
    t.push_back(std::move(extend));
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
                    ReadHandler(list_accessories), accessories_shape()));
    t.push_back(post("/api/v1/platforms/{id}/accessories", Audience::admins, "Add an accessory",
                     CommandHandler(create_accessory), json::schema<AccessoryData>(), accessory));
    t.push_back(Route{http::Method::put, "/api/v1/accessories/{id}", Audience::admins, "Replace an accessory",
                      CommandHandler(replace_accessory), json::schema<AccessoryData>(), accessory});
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
                    ReadHandler(list_clearances), clearances_shape()));
    t.push_back(post("/api/v1/clearances", Audience::staff, "Grant a clearance", CommandHandler(grant_clearance),
                     clearance_input_schema(), clearance_schema()));
    t.push_back({http::Method::delete_, "/api/v1/clearances/{id}", Audience::staff, "Withdraw a clearance",
                 CommandHandler(withdraw_clearance)});
    const auto credit = credit_schemas();
    const auto policy = json::schema<model::CreditPolicy>();
    t.push_back(get("/api/v1/me/credit", signed_in, "One's own credit", ReadHandler(my_credit), credit.credit));
    t.push_back(
        get("/api/v1/users/{id}/credit", signed_in, "The credit of a user", ReadHandler(user_credit), credit.credit));
    t.push_back(get("/api/v1/credit/appeals", Audience::staff_and_council,
                    "Open appeals that the caller may decide, oldest first", ReadHandler(list_appeals),
                    appeals_shape()));
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

void add_price_routes(std::vector<Route>& t) {
    const auto everybody = Audience::everybody;
    const auto signed_in = Audience::signed_in;
    t.push_back(get("/api/v1/instruments/{id}/rates/versions", signed_in,
                    "All versions of the prices, with who changed them", ReadHandler(rates_versions),
                    rates_versions_shape()));
    t.push_back(post("/api/v1/instruments/{id}/rates/example", signed_in,
                     "What a draft of the prices would charge, beside those in force; writes nothing",
                     ReadHandler(price_example), price_example_shape()));
    t.push_back(get("/api/v1/rates-proposals", signed_in, "Changes of prices that wait, or were decided",
                    ReadHandler(list_rates_proposals), rates_proposals_shape()));
    t.push_back(get("/api/v1/rates-proposals/{id}", signed_in, "One of them, beside the prices in force",
                    ReadHandler(one_rates_proposal), rates_proposal_shape()));
    t.push_back(post("/api/v1/rates-proposals/{id}/approve", Audience::money, "Put the prices in force",
                     CommandHandler(approve_rates), rates_proposal_shape()));
    t.push_back(post("/api/v1/rates-proposals/{id}/reject", Audience::money, "Reject with a reason",
                     CommandHandler(reject_rates), rates_decision_shape()));
    t.push_back(get("/api/v1/institutions/{id}/price-approval", everybody, "Whether changed prices wait for finance",
                    ReadHandler(get_price_approval), Shape{price_approval_shape().answer}));
    t.push_back(shaped({http::Method::put, "/api/v1/institutions/{id}/price-approval", signed_in, "Say whether they do",
                        CommandHandler(put_price_approval)},
                       price_approval_shape()));
    t.push_back(get("/api/v1/institutions/{id}/price-classes", everybody, "The institution's own price classes",
                    ReadHandler(list_price_classes), price_classes_shape()));
    t.push_back(shaped({http::Method::put, "/api/v1/institutions/{id}/price-classes", signed_in, "Replace them",
                        CommandHandler(put_price_classes)},
                       price_classes_input_shape()));
    t.push_back(shaped({http::Method::put, "/api/v1/organisations/{id}/price-class", signed_in,
                        "Give an organisation a class, or none", CommandHandler(put_organisation_class)},
                       organisation_class_shape()));
    t.push_back(get("/api/v1/institutions/{id}/fees", everybody, "The public list of fees", ReadHandler(list_fees),
                    fees_shape()));
    t.push_back(answering("text/csv", get("/api/v1/institutions/{id}/fees.csv", everybody, "The same for spreadsheets",
                                          ReadHandler(fees_csv))));
}

void add_record_routes(std::vector<Route>& t) {
    const auto signed_in = Audience::signed_in;
    t.push_back(get("/api/v1/institutions/{id}/record", signed_in,
                    "How an institution keeps its word: cancellations, outages, answer times",
                    ReadHandler(institution_record), institution_record_shape()));
    t.push_back(get("/api/v1/platforms/{id}/record", signed_in, "The same of a platform, by instrument",
                    ReadHandler(platform_record), platform_record_shape()));
    t.push_back(get("/api/v1/instruments/{id}/record", signed_in, "The same of an instrument",
                    ReadHandler(instrument_record), instrument_record_shape()));
}

void add_waitlist_routes(std::vector<Route>& t) {
    const auto signed_in = Audience::signed_in;
    const auto entry = json::schema<WaitlistView>();
    t.push_back(post("/api/v1/waitlist", signed_in, "Wait for time that is taken", CommandHandler(join_waitlist),
                     json::schema<WaitlistInput>(), entry));
    t.push_back(get("/api/v1/waitlist", signed_in, "My entries, newest first, with my place in line",
                    ReadHandler(list_waitlist), Shape{list_schema<WaitlistView>(), {}, paged({{"scope"}})}));
    t.push_back(post("/api/v1/waitlist/{id}/accept", signed_in, "Take the offered time", CommandHandler(accept_offer),
                     {}, json::schema<BookingView>()));
    t.push_back(post("/api/v1/waitlist/{id}/decline", signed_in, "Pass on the offered time",
                     CommandHandler(decline_offer), {}, entry));
    t.push_back(Route{http::Method::delete_,
                      "/api/v1/waitlist/{id}",
                      signed_in,
                      "Leave the waitlist",
                      CommandHandler(leave_waitlist),
                      {},
                      entry});
}

void add_round_routes(std::vector<Route>& t) {
    const auto signed_in = Audience::signed_in;
    const auto admins = Audience::admins;
    const auto round = json::schema<RoundView>();
    t.push_back(
        post("/api/v1/rounds", admins, "Open an allocation round", CommandHandler(open_round), round_input_shape()));
    t.push_back(
        get("/api/v1/rounds", signed_in, "Allocation rounds, newest first", ReadHandler(list_rounds), rounds_shape()));
    t.push_back(get("/api/v1/rounds/{id}", signed_in, "One round", ReadHandler(one_round), round));
    t.push_back(get("/api/v1/rounds/{id}/results", signed_in, "Results of one's own requests; of all, for staff",
                    ReadHandler(round_results), round_results_shape()));
    t.push_back(post("/api/v1/rounds/{id}/allocate", admins,
                     "Decide a closed round; with dry_run=true, show what it would decide now",
                     FreeHandler(allocate_round), allocation_shape()));
    t.push_back({http::Method::delete_,
                 "/api/v1/rounds/{id}",
                 admins,
                 "Cancel a round that collects",
                 CommandHandler(cancel_round),
                 {},
                 round});
    t.push_back(get("/api/v1/offers", signed_in, "One's open offers", ReadHandler(list_offers),
                    Shape{list_schema<CounterOfferView>(), {}, {{"scope"}}}));
    t.push_back(post("/api/v1/offers/{id}/accept", signed_in, "Book what is offered",
                     CommandHandler(accept_counter_offer), accept_offer_shape()));
    t.push_back(post("/api/v1/offers/{id}/decline", signed_in, "Decline what is offered",
                     CommandHandler(decline_counter_offer), {}, json::schema<CounterOfferView>()));
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
    add_account_routes(table);
    add_catalogue_routes(table);
    add_booking_routes(table);
    add_replanning_routes(table);
    add_group_routes(table);
    add_rule_routes(table);
    add_price_routes(table);
    add_record_routes(table);
    add_waitlist_routes(table);
    add_round_routes(table);
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
