#pragma once
// What the API shows of things. One description of each drives its JSON and its schema.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/round.hpp"
#include "scheduler/bookings.hpp"
#include "server/api/alternative_view.hpp"
#include "server/api/service.hpp"

namespace server {

struct PriceLineView {
    model::LineCode code = model::LineCode::reserved_time;
    model::Sentence description;
    std::int64_t quantity = 0;
    model::LineUnit unit = model::LineUnit::once;
    model::Money unit_fen;
    std::int64_t per = 1;  ///< so many units cost unit_fen
    std::int64_t percent = 100;
    model::Money amount_fen;
    model::Sentence rule;  ///< which entry of the rate card made the line
    /// When a correcting line was added, for what others did in the booking's time.
    std::optional<model::Instant> corrected_at;
};
BOOST_DESCRIBE_STRUCT(PriceLineView, (),
                      (code, description, quantity, unit, unit_fen, per, percent, amount_fen, rule, corrected_at))

struct PriceView {
    std::vector<PriceLineView> lines;
    model::Money total_fen;
};
BOOST_DESCRIBE_STRUCT(PriceView, (), (lines, total_fen))

struct ViolationView {
    std::string rule;
    model::Sentence message;
    std::vector<model::Parameter> params;
};
BOOST_DESCRIBE_STRUCT(ViolationView, (), (rule, message, params))

struct OptionsView {
    std::int64_t staff_minutes = 0;
    std::vector<model::AccessoryUse> accessories;
    std::vector<model::ConsumableUse> consumables;
    bool urgent = false;
    bool training = false;
};
BOOST_DESCRIBE_STRUCT(OptionsView, (), (staff_minutes, accessories, consumables, urgent, training))

struct UsageView {
    model::Instant start{};
    std::optional<model::Instant> end;
    std::int64_t samples = 0;
    std::string note;
    std::vector<model::ConsumableUse> consumables;
};
BOOST_DESCRIBE_STRUCT(UsageView, (), (start, end, samples, note, consumables))

struct HistoryView {
    model::Instant at{};
    std::string kind;
    std::string actor_name;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(HistoryView, (), (at, kind, actor_name, reason))

/// Rules that were set aside for a booking.
struct WaiverView {
    std::vector<std::string> rules;
    std::string reason;
    std::string by_name;
    model::Instant at{};
};
BOOST_DESCRIBE_STRUCT(WaiverView, (), (rules, reason, by_name, at))

struct AlternativeWish {
    model::InstrumentId instrument_id;
    model::Instant start{};
    model::Instant end{};
};
BOOST_DESCRIBE_STRUCT(AlternativeWish, (), (instrument_id, start, end))

/// The open round that will decide a request, and what the request told it.
struct RoundPlace {
    model::RoundId id;
    model::Instant cut_off{};
    std::vector<AlternativeWish> alternatives;
    std::optional<model::Instant> needed_by;
};
BOOST_DESCRIBE_STRUCT(RoundPlace, (), (id, cut_off, alternatives, needed_by))

/// What the company's own books know of a booking.
struct CostCentreView {
    std::optional<std::string> project;  ///< its code
    std::string project_name;
    std::string purchase_order;
};
BOOST_DESCRIBE_STRUCT(CostCentreView, (), (project, project_name, purchase_order))

struct BookingView {
    model::BookingId id;
    model::InstrumentId instrument_id;
    std::string instrument_name_zh;
    std::string instrument_name_en;
    model::PlatformId platform_id;
    model::InstitutionId institution_id;
    model::UserId user_id;
    std::string user_name;
    model::OrganisationId organisation_id;
    std::string organisation_name;
    model::Instant start{};
    model::Instant end{};
    model::BookingStatus status = model::BookingStatus::requested;
    std::string purpose;
    std::int64_t samples = 0;
    OptionsView options;
    model::ClassName price_class;
    PriceView quote;
    std::optional<PriceView> charge;
    /// While others can still lower the charge by what they do in the booking's time.
    bool provisional = false;
    std::optional<UsageView> usage;
    model::Instant created_at{};
    std::string reason;
    std::int64_t policy_version = 0;
    std::int64_t rates_version = 0;
    std::optional<model::BookingGroupId> group_id;
    std::string etag;
    std::vector<std::string> may;
    std::optional<model::Sentence> warning;  ///< runs past its end, or the use before it does
    std::optional<std::vector<HistoryView>> history;
    std::optional<std::vector<WaiverView>> waivers;
    std::optional<std::int64_t> competing;  ///< other requests for an overlapping time, while it is undecided
    std::optional<RoundPlace> round;
    std::optional<CostCentreView> cost_centre;  ///< of one booking, not in lists
};
BOOST_DESCRIBE_STRUCT(BookingView, (),
                      (id, instrument_id, instrument_name_zh, instrument_name_en, platform_id, institution_id, user_id,
                       user_name, organisation_id, organisation_name, start, end, status, purpose, samples, options,
                       price_class, quote, charge, provisional, usage, created_at, reason, policy_version,
                       rates_version, group_id, etag, may, warning, history, waivers, competing, round, cost_centre))

PriceView price_view(const model::Price& price);
std::vector<ViolationView> violation_views(const std::vector<model::Violation>& violations);

using PartyNames = SqlTransaction::PartyNames;
std::string booking_etag(const model::Booking& booking);
BookingView booking_view(const Call& call, const model::Booking& booking, const PartyNames& names);

/// Fills in `competing` and `round` of a request that waits for a decision together with others.
void show_competition(const Call& call, Database& database, const model::Booking& booking, BookingView& view);
/// Fills in `cost_centre` where the booking has one.
void show_cost_centre(Database& database, const model::Booking& booking, BookingView& view);

/// What the caller may do with the booking now.
std::vector<std::string> allowed_actions(const Principal& who, const scheduler::InstrumentRecord& instrument,
                                         const model::Booking& booking, model::Instant now);

/// As whom the caller pays (visitors: enterprise).
model::Payer payer_for(const Call& call, const scheduler::InstrumentRecord& instrument);
/// The class that the API names: the one of the institution's own, else the payer's.
model::ClassName class_of(const model::Payer& payer);

}  // namespace server
