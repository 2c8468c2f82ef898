#pragma once
// What the API shows of alternatives, and how they are found for a caller.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "scheduler/alternatives.hpp"
#include "server/api/service.hpp"

namespace server {

/// One visit of an alternative in two parts.
struct VisitView {
    model::Instant start{};
    model::Instant end{};
    model::Money total_fen;
};
BOOST_DESCRIBE_STRUCT(VisitView, (), (start, end, total_fen))

struct ReasonView {
    scheduler::ReasonCode code = scheduler::ReasonCode::same_time;
    std::int64_t points = 0;
    std::int64_t amount = 0;
    model::Sentence text;
};
BOOST_DESCRIBE_STRUCT(ReasonView, (), (code, points, amount, text))

/// `start`, `end` and `total_fen` are what one booking takes; of a split that is the first of its `parts`.
struct AlternativeView {
    model::InstrumentId instrument_id;
    std::string instrument_name_zh;
    std::string instrument_name_en;
    std::string institution_short;
    model::Instant start{};
    model::Instant end{};
    model::Money total_fen;
    scheduler::Why why = scheduler::Why::later;
    model::Sentence why_text;
    std::vector<VisitView> parts;  ///< one, of a split two
    model::Money whole_total_fen;  ///< of all parts
    std::int64_t shift_minutes = 0;
    std::int64_t points = 0;  ///< the ranking: fewer are nearer to the wish
    std::vector<ReasonView> reasons;
};
BOOST_DESCRIBE_STRUCT(AlternativeView, (),
                      (instrument_id, instrument_name_zh, instrument_name_en, institution_short, start, end, total_fen,
                       why, why_text, parts, whole_total_fen, shift_minutes, points, reasons))

/// What may differ from the wish beside time and instrument.
struct AlternativesAsked {
    std::size_t limit = 8;
    bool may_be_shorter = false;
    bool may_be_split = false;
    std::int64_t staff_minutes = 0;
};

/// Alternatives for a wish on `calendar`, priced for `payer` (null: a visitor), best first.
std::vector<AlternativeView> find_alternatives(const Call& call, const scheduler::CalendarIndex& calendar,
                                               const model::InstrumentId& instrument, model::Interval time,
                                               std::int64_t samples, const scheduler::FactsOf& facts_of,
                                               model::BookingId moving, const model::Organisation* payer,
                                               const AlternativesAsked& asked = {});

}  // namespace server
