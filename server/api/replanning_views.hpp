#pragma once
// What the API shows of displaced bookings and of the places that are proposed for them.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/displacement.hpp"
#include "scheduler/displacement.hpp"
#include "scheduler/replanning_steps.hpp"
#include "server/api/service.hpp"
#include "server/api/views.hpp"

namespace server {

struct OldPlaceView {
    model::InstrumentId instrument_id;
    std::string instrument_name_zh;
    std::string instrument_name_en;
    std::string institution_short;
    model::Instant start{};
    model::Instant end{};
    model::Money total_fen;
};
BOOST_DESCRIBE_STRUCT(OldPlaceView, (),
                      (instrument_id, instrument_name_zh, instrument_name_en, institution_short, start, end, total_fen))

/// The new place and what it changes.
struct ProposalView : OldPlaceView {
    std::optional<model::OfferId> offer_id;  ///< where the place is held, or was
    std::optional<model::Instant> expires_at;
    model::PlatformId platform_id;
    model::InstitutionId institution_id;
    std::int64_t shift_minutes = 0;
    bool other_instrument = false;
    bool other_platform = false;
    bool other_institution = false;
    bool needs_approval = false;
    model::Money price_difference_fen;
    std::int64_t disruption = 0;
    scheduler::Why why = scheduler::Why::later;
    model::Sentence why_text;
};
BOOST_DESCRIBE_STRUCT(ProposalView, (OldPlaceView),
                      (offer_id, expires_at, platform_id, institution_id, shift_minutes, other_instrument,
                       other_platform, other_institution, needs_approval, price_difference_fen, disruption, why,
                       why_text))

/// unplaced: no place was found, or none was looked for; suggested: a place that nobody holds. While it is declined,
/// expired or withdrawn another place may still be chosen.
enum class DisplacedAnswer {
    unplaced,
    suggested,
    waiting,
    accepted,
    declined,
    expired,
    withdrawn,
    chose_other,
    cancelled,
};
BOOST_DESCRIBE_ENUM(DisplacedAnswer, unplaced, suggested, waiting, accepted, declined, expired, withdrawn, chose_other,
                    cancelled)

struct DisplacedView {
    model::BookingId booking_id;
    std::string user_name;
    std::string organisation_name;
    std::string purpose;
    model::DisplacementCause cause = model::DisplacementCause::outage;
    std::string reason;
    std::optional<model::OutageId> outage_id;
    std::optional<model::Instant> displaced_at;  ///< none in a preview
    OldPlaceView old;
    std::optional<ProposalView> proposal;
    DisplacedAnswer answer = DisplacedAnswer::unplaced;
    std::optional<model::BookingId> new_booking_id;
    std::vector<std::string> may;
};
BOOST_DESCRIBE_STRUCT(DisplacedView, (),
                      (booking_id, user_name, organisation_name, purpose, cause, reason, outage_id, displaced_at, old,
                       proposal, answer, new_booking_id, may))

struct ReplanningFiguresView {
    std::int64_t displaced = 0;
    std::int64_t placed = 0;
    std::int64_t disruption = 0;
    std::int64_t bound = 0;
    bool proven = false;
    scheduler::DisruptionWeights weights;
};
BOOST_DESCRIBE_STRUCT(ReplanningFiguresView, (), (displaced, placed, disruption, bound, proven, weights))

struct ReplannedOutageView {
    std::optional<model::OutageId> id;  ///< none in a preview
    model::InstrumentId instrument_id;
    model::Instant start{};
    model::Instant end{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReplannedOutageView, (), (id, instrument_id, start, end, reason))

struct ReplanView {
    ReplannedOutageView outage;
    std::vector<DisplacedView> displaced;  ///< by old start
    std::optional<ReplanningFiguresView> plan;
};
BOOST_DESCRIBE_STRUCT(ReplanView, (), (outage, displaced, plan))

ReplanningFiguresView figures_view(const model::ReplanningFigures& figures);

/// A booking that would be displaced, or is without a held place, with the place that is planned for it.
DisplacedView suggested_view(const Call& call, SqlTransaction& tx, const scheduler::Proposal& proposal,
                             const std::string& reason);

/// A displaced booking as it stands.
DisplacedView displaced_view(const Call& call, SqlTransaction& tx, const model::Displacement& displacement);

}  // namespace server
