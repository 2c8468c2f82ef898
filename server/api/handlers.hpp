#pragma once
// The handlers, one group per resource, and the shapes of what they take and answer; the route table puts them
// together.

#include "scheduler/bookings.hpp"
#include "server/api/router.hpp"
#include "server/storage/rows.hpp"

namespace server {

// session.cpp
boost::asio::awaitable<http::Response> sign_in(Call& call);
boost::asio::awaitable<http::Response> sign_out(Call& call);
model::Result<Answer> who_am_i(const Call& call);
model::Result<Answer> about(const Call& call);
Shape session_shape();
Shape me_shape();
Shape about_shape();

// registrations.cpp
model::Result<CommandBody> register_company(const Call& call, Database& database);
model::Result<Answer> list_registrations(const Call& call, Database& database);
model::Result<CommandBody> approve_registration(const Call& call);
model::Result<CommandBody> reject_registration(const Call& call);
Shape register_shape();
Shape registrations_shape();
Shape approve_registration_shape();
Shape reject_registration_shape();

// api_tokens.cpp
model::Result<CommandBody> make_api_token(const Call& call);
model::Result<Answer> list_api_tokens(const Call& call, Database& database);
model::Result<CommandBody> revoke_api_token(const Call& call);
Shape api_token_shape();
Shape api_tokens_shape();

// inventory.cpp
model::Result<Answer> list_institutions(const Call& call);
model::Result<Answer> list_platforms(const Call& call);
model::Result<Answer> one_platform(const Call& call);
model::Result<Answer> list_categories(const Call& call);
model::Result<Answer> one_instrument(const Call& call);
/// Of both documents: it changes with each of them.
std::string instrument_etag(const scheduler::InstrumentRecord& record);
std::string instrument_json(const Call& call, const scheduler::InstrumentRecord& record, const std::string& extra = {});

Shape institutions_shape();
Shape platforms_shape();
Shape platform_shape();
Shape categories_shape();
Shape instrument_shape();

// catalogue_search.cpp
model::Result<Answer> list_instruments(const Call& call);
model::Result<Answer> find_availability(const Call& call);
Shape instruments_shape();
Shape availability_shape();

// calendar.cpp
model::Result<Answer> instrument_calendar(const Call& call, Database& database);
Shape calendar_shape();

// documents.cpp
model::Result<CommandBody> put_policy(const Call& call);
/// The caller's right and the version it edits, checked where nothing can change any more. Errors: not_found,
/// not_allowed, stale_etag.
model::Result<void> check_editable(SqlTransaction& tx, const model::InstrumentId& id, const Principal& who,
                                   const std::string& if_match);

// rates.cpp
model::Result<CommandBody> put_rates(const Call& call);
model::Result<Answer> rates_versions(const Call& call, Database& database);
model::Result<Answer> price_example(const Call& call, Database& database);
Shape rates_versions_shape();
Shape price_example_shape();

// rates_proposals.cpp
model::Result<Answer> list_rates_proposals(const Call& call, Database& database);
model::Result<Answer> one_rates_proposal(const Call& call, Database& database);
model::Result<CommandBody> approve_rates(const Call& call);
model::Result<CommandBody> reject_rates(const Call& call);
model::Result<Answer> get_price_approval(const Call& call, Database& database);
model::Result<CommandBody> put_price_approval(const Call& call);
Shape rates_proposals_shape();
Shape rates_proposal_shape();
Shape rates_decision_shape();
Shape price_approval_shape();

// price_classes.cpp
model::Result<Answer> list_price_classes(const Call& call, Database& database);
model::Result<CommandBody> put_price_classes(const Call& call);
model::Result<CommandBody> put_organisation_class(const Call& call);
Shape price_classes_shape();
Shape price_classes_input_shape();
Shape organisation_class_shape();

// fees.cpp
model::Result<Answer> list_fees(const Call& call, Database& database);
model::Result<Answer> fees_csv(const Call& call, Database& database);
Shape fees_shape();

// policy_versions.cpp
model::Result<Answer> list_policy_versions(const Call& call, Database& database);
Shape policy_versions_shape();

// quotes.cpp
model::Result<Answer> make_quote(const Call& call, Database& database);
/// What a quote signs: everything that the price depends on.
std::string quote_text(const scheduler::BookingRequest& request, const model::Payer& payer,
                       const scheduler::FrozenPrice& frozen);
inline constexpr std::chrono::minutes quote_valid{30};
Shape quote_shape();
/// What a quote froze for exactly this wish. Error: quote_invalid.
model::Result<scheduler::FrozenPrice> check_quote(const Call& call, const std::string& quote_id,
                                                  const scheduler::BookingRequest& request);

// alternatives.cpp
model::Result<Answer> list_alternatives(const Call& call, Database& database);
Shape alternatives_shape();

// bookings.cpp, booking_actions.cpp
model::Result<CommandBody> create_booking(const Call& call);
model::Result<CommandBody> approve(const Call& call);
model::Result<CommandBody> reject(const Call& call);
model::Result<CommandBody> cancel(const Call& call);
model::Result<CommandBody> reschedule(const Call& call);
model::Result<CommandBody> check_in_booking(const Call& call);
model::Result<CommandBody> check_out_booking(const Call& call);
model::Result<CommandBody> no_show(const Call& call);
/// With "alternatives" for the wish in the request.
std::string with_alternatives(const Call& call, Database& database, std::string answer);

// booking_decisions.cpp
model::Result<CommandBody> decide_batch(const Call& call);
Shape batch_shape();
Shape decisions_shape();

// booking_groups.cpp, booking_group_actions.cpp
model::Result<CommandBody> create_group(const Call& call);
model::Result<Answer> one_group(const Call& call, Database& database);
model::Result<CommandBody> extend_group(const Call& call);
model::Result<CommandBody> reschedule_group(const Call& call);
model::Result<CommandBody> cancel_group(const Call& call);
model::Result<CommandBody> approve_group(const Call& call);
model::Result<CommandBody> reject_group(const Call& call);
/// With "alternatives" for each item whose slot is taken.
std::string with_item_alternatives(const Call& call, Database& database, std::string answer);
/// The same for an answer about a lengthened series.
std::string with_extension_alternatives(const Call& call, Database& database, std::string answer);

// accessories.cpp
model::Result<Answer> list_accessories(const Call& call, Database& database);
Shape accessories_shape();
model::Result<CommandBody> create_accessory(const Call& call);
model::Result<CommandBody> replace_accessory(const Call& call);
Shape approval_shape();
Shape reason_shape();
Shape check_out_shape();

// booking_lists.cpp
model::Result<Answer> list_bookings(const Call& call, Database& database);
model::Result<Answer> one_booking(const Call& call, Database& database);
Shape bookings_shape();

// booking_facts.cpp
model::Result<Answer> booking_facts(const Call& call, Database& database);
Shape facts_shape();

// waitlist.cpp
model::Result<CommandBody> join_waitlist(const Call& call);
model::Result<CommandBody> accept_offer(const Call& call);
model::Result<CommandBody> decline_offer(const Call& call);
model::Result<CommandBody> leave_waitlist(const Call& call);
model::Result<Answer> list_waitlist(const Call& call, Database& database);

// rounds.cpp, round_lists.cpp
model::Result<CommandBody> open_round(const Call& call);
model::Result<CommandBody> cancel_round(const Call& call);
boost::asio::awaitable<http::Response> allocate_round(Call& call);
model::Result<Answer> list_rounds(const Call& call, Database& database);
model::Result<Answer> one_round(const Call& call, Database& database);
model::Result<Answer> round_results(const Call& call, Database& database);
Shape round_input_shape();
Shape rounds_shape();
Shape round_results_shape();
Shape allocation_shape();

// offers.cpp
model::Result<Answer> list_offers(const Call& call, Database& database);
model::Result<CommandBody> accept_counter_offer(const Call& call);
model::Result<CommandBody> decline_counter_offer(const Call& call);
Shape accept_offer_shape();

// host_record.cpp
model::Result<Answer> institution_record(const Call& call, Database& database);
model::Result<Answer> platform_record(const Call& call, Database& database);
model::Result<Answer> instrument_record(const Call& call, Database& database);
Shape institution_record_shape();
Shape platform_record_shape();
Shape instrument_record_shape();

// outages.cpp
model::Result<CommandBody> report_outage(const Call& call, Database& database);
model::Result<Answer> preview_outage(const Call& call, Database& database);
model::Result<Answer> outage_replan(const Call& call, Database& database);
model::Result<CommandBody> end_outage(const Call& call);
model::Result<Answer> list_outages(const Call& call, Database& database);
Shape outage_shape();
Shape outages_shape();
Shape outage_preview_shape();
Shape replan_shape();

// displacements.cpp
model::Result<Answer> booking_replan(const Call& call, Database& database);
model::Result<CommandBody> replace_booking(const Call& call);
model::Result<CommandBody> bump(const Call& call);
Shape displaced_shape();
Shape replace_shape();
Shape bump_shape();

// trainings.cpp
model::Result<Answer> list_trainings(const Call& call, Database& database);
model::Result<CommandBody> grant_training(const Call& call);
Shape trainings_shape();
Shape training_shape();

// holidays.cpp
model::Result<Answer> get_holidays(const Call& call);
model::Result<CommandBody> put_holidays(const Call& call);

// clearances.cpp
std::string clearance_input_schema();
std::string clearance_schema();
Shape clearances_shape();
model::Result<Answer> list_clearances(const Call& call, Database& database);
model::Result<CommandBody> grant_clearance(const Call& call);
model::Result<CommandBody> withdraw_clearance(const Call& call);

// credit.cpp
struct CreditSchemas {
    std::string credit;
    std::string entry;
    std::string suspension;
    std::string appeal;
    std::string decision;
    std::string lift;
};
CreditSchemas credit_schemas();
model::Result<Answer> my_credit(const Call& call, Database& database);
model::Result<Answer> user_credit(const Call& call, Database& database);
model::Result<CommandBody> appeal_credit(const Call& call);
model::Result<CommandBody> decide_credit_entry(const Call& call);
model::Result<CommandBody> lift_user_suspension(const Call& call);
model::Result<Answer> get_credit_policy(const Call& call, Database& database);
model::Result<CommandBody> put_credit_policy(const Call& call);

// credit_appeals.cpp
model::Result<Answer> list_appeals(const Call& call, Database& database);
Shape appeals_shape();

// policy_presets.cpp
std::string preset_schema();
model::Result<Answer> list_policy_presets(const Call& call);

// accounts.cpp
model::Result<Answer> one_account(const Call& call, Database& database);
model::Result<Answer> account_entries(const Call& call, Database& database);
model::Result<Answer> verify_ledger(const Call& call, Database& database);
Shape account_shape();
Shape entries_shape();
Shape ledger_shape();

// organisations.cpp
model::Result<Answer> list_organisations(const Call& call, Database& database);
Shape organisations_shape();

// statements.cpp
model::Result<Answer> list_statements(const Call& call, Database& database);
model::Result<Answer> one_statement(const Call& call, Database& database);
Shape statements_shape();
Shape statement_shape();

// operations.cpp
boost::asio::awaitable<http::Response> live_events(Call& call);
model::Result<Answer> health(const Call& call);
model::Result<Answer> readiness(const Call& call);
boost::asio::awaitable<http::Response> metrics(Call& call);
boost::asio::awaitable<http::Response> move_clock(Call& call);
Shape status_shape();
Shape clock_shape();

}  // namespace server
