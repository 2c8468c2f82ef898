#pragma once
// What the API shows of rounds and of requests that compete.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/offer.hpp"
#include "scheduler/round_store.hpp"
#include "server/api/service.hpp"
#include "server/json/round_documents.hpp"

namespace server {

struct RoundWindow {
    model::Instant start{};
    model::Instant end{};
};
BOOST_DESCRIBE_STRUCT(RoundWindow, (), (start, end))

struct RoundInput {
    std::optional<model::PlatformId> platform_id;  ///< with no instruments named: all of it that collect requests
    std::optional<std::vector<model::InstrumentId>> instrument_ids;
    RoundWindow window;
    model::Instant cut_off{};
    std::optional<model::RoundTerms> terms;
};
BOOST_DESCRIBE_STRUCT(RoundInput, (), (platform_id, instrument_ids, window, cut_off, terms))

struct RoundOutcomeView {
    model::Instant decided_at{};
    std::int64_t requests = 0;
    std::int64_t granted = 0;
    std::int64_t lost = 0;
    std::int64_t value = 0;
    std::int64_t bound = 0;
    std::int64_t gap_ppm = 0;
    scheduler::SolvedBy solved_by = scheduler::SolvedBy::exact;
    std::int64_t tries = 0;
};
BOOST_DESCRIBE_STRUCT(RoundOutcomeView, (),
                      (decided_at, requests, granted, lost, value, bound, gap_ppm, solved_by, tries))

/// Of earlier rounds of the platform, faded.
struct RoundShareView {
    model::OrganisationId organisation_id;
    std::string organisation_name;
    std::int64_t asked_minutes = 0;
    std::int64_t won_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(RoundShareView, (), (organisation_id, organisation_name, asked_minutes, won_minutes))

struct RoundView {
    model::RoundId id;
    model::PlatformId platform_id;
    std::vector<model::InstrumentId> instrument_ids;
    RoundWindow window;
    model::Instant cut_off{};
    model::RoundStatus status = model::RoundStatus::collecting;
    std::optional<std::int64_t> seed;  ///< of the lots, which are drawn after the cut-off
    model::RoundTerms terms;
    model::Instant created_at{};
    bool opened_by_policy = false;  ///< and by no person
    std::int64_t requests = 0;      ///< that take part
    std::optional<RoundOutcomeView> outcome;
    RoundShareView all_shares;           ///< of everybody together; no organisation
    std::vector<RoundShareView> shares;  ///< staff: of each organisation; others: of their own
    std::vector<std::string> may;
};
BOOST_DESCRIBE_STRUCT(RoundView, (),
                      (id, platform_id, instrument_ids, window, cut_off, status, seed, terms, created_at,
                       opened_by_policy, requests, outcome, all_shares, shares, may))

struct CounterOfferView {
    model::OfferId id;
    model::InstrumentId instrument_id;
    model::Instant start{};
    model::Instant end{};
    model::Instant expires_at{};
    model::OfferStatus status = model::OfferStatus::open;
    model::OfferOriginKind origin = model::OfferOriginKind::round;
    std::string origin_id;
    std::vector<model::AccessoryUse> accessories;  ///< held along with the time
};
BOOST_DESCRIBE_STRUCT(CounterOfferView, (),
                      (id, instrument_id, start, end, expires_at, status, origin, origin_id, accessories))

struct DecidedOptionView {
    model::InstrumentId instrument_id;
    model::Instant start{};
    model::Instant end{};
    scheduler::OptionFate fate = scheduler::OptionFate::competitors;
    scheduler::Points points;
    std::int64_t competitors = 0;
    model::Sentence why;
};
BOOST_DESCRIBE_STRUCT(DecidedOptionView, (), (instrument_id, start, end, fate, points, competitors, why))

struct RoundResultView {
    model::BookingId booking_id;
    std::string organisation_name;  ///< of one's own, or for staff
    std::optional<std::int64_t> granted;
    std::int64_t points = 0;
    model::Sentence explanation;
    std::vector<DecidedOptionView> options;
    std::optional<CounterOfferView> offer;
};
BOOST_DESCRIBE_STRUCT(RoundResultView, (),
                      (booking_id, organisation_name, granted, points, explanation, options, offer))

/// What a round would decide now.
struct RoundPreviewView {
    bool dry_run = true;
    std::optional<RoundOutcomeView> outcome;
    std::vector<RoundResultView> results;  ///< the first 1,000
};
BOOST_DESCRIBE_STRUCT(RoundPreviewView, (), (dry_run, outcome, results))

CounterOfferView counter_offer_view(const model::Offer& offer);
DecidedOptionView decided_view(const scheduler::DecidedOption& option);
std::optional<RoundOutcomeView> outcome_view(const std::optional<scheduler::RoundOutcome>& outcome);

RoundView round_view(const Call& call, Database& database, const model::Round& round);

}  // namespace server
