#pragma once
// The wish that quotes and bookings share, and the facts about a person that rules need.

#include <optional>

#include <boost/describe.hpp>

#include "scheduler/alternatives.hpp"
#include "scheduler/bookings.hpp"
#include "server/api/service.hpp"
#include "server/json/read.hpp"

namespace server {

struct AccessoryInput {
    model::AccessoryId id;
    model::Bounded<1, 1'000> quantity;
};
BOOST_DESCRIBE_STRUCT(AccessoryInput, (), (id, quantity))

/// A consumable, by the code or a name that the rate card gives it.
struct ConsumableInput {
    model::Text<1, 100> name;
    model::Bounded<1, 1'000'000> quantity;
};
BOOST_DESCRIBE_STRUCT(ConsumableInput, (), (name, quantity))

struct OptionsInput {
    std::optional<model::Bounded<0, 1'000'000>> staff_minutes;
    std::optional<std::vector<AccessoryInput>> accessories;
    std::optional<std::vector<ConsumableInput>> consumables;
    std::optional<bool> urgent;
    std::optional<bool> training;
};
BOOST_DESCRIBE_STRUCT(OptionsInput, (), (staff_minutes, accessories, consumables, urgent, training))

struct QuoteInput {
    model::InstrumentId instrument_id;
    model::Instant start{};
    model::Instant end{};
    std::optional<model::Bounded<0, 1'000'000>> samples;
    std::optional<OptionsInput> options;
};
BOOST_DESCRIBE_STRUCT(QuoteInput, (), (instrument_id, start, end, samples, options))

struct WaiverInput {
    std::optional<std::vector<model::Text<1, 40>>> waive;  ///< names of rules
    std::optional<model::Text<1, 500>> waive_reason;
};
BOOST_DESCRIBE_STRUCT(WaiverInput, (), (waive, waive_reason))

struct AlternativeInput {
    model::Instant start{};
    model::Instant end{};
    std::optional<model::InstrumentId> instrument_id;  ///< the request's own where it is left out
};
BOOST_DESCRIBE_STRUCT(AlternativeInput, (), (start, end, instrument_id))

struct BookingInput : QuoteInput, WaiverInput {
    model::Text<0, 2000> purpose;
    std::optional<model::Text<1, 400>> quote_id;
    std::optional<std::vector<AlternativeInput>> alternatives;  ///< in a round, best first, at most 7
    std::optional<model::Instant> needed_by;                    ///< in a round: later is of no use
    /// The login of the person that staff books for.
    std::optional<model::Text<1, 200>> for_login;
    std::optional<model::Text<1, 40>> project;  ///< the code of one of the organisation's
    std::optional<model::Text<1, 100>> purchase_order;
};
BOOST_DESCRIBE_STRUCT(BookingInput, (QuoteInput, WaiverInput),
                      (purpose, quote_id, for_login, alternatives, needed_by, project, purchase_order))

struct RescheduleInput : WaiverInput {
    model::Instant start{};
    model::Instant end{};
    std::optional<model::InstrumentId> instrument_id;
};
BOOST_DESCRIBE_STRUCT(RescheduleInput, (WaiverInput), (start, end, instrument_id))

/// invalid_field where the end does not lie after the start or the time is longer than 366 days.
model::Result<model::Interval> checked_interval(model::Instant start, model::Instant end);
model::Result<scheduler::BookingRequest> booking_request(const QuoteInput& input);
/// invalid_field `field` where one is given twice or there are more than 20.
model::Result<std::vector<model::AccessoryUse>> accessory_uses(
    const std::optional<std::vector<AccessoryInput>>& accessories, const char* field);
/// invalid_field where there are more than 100.
model::Result<void> check_consumables_count(std::size_t count);

/// Whose booking it becomes: staff of the instrument may book for somebody. Errors: not_allowed, invalid_field.
model::Result<std::optional<scheduler::Person>> person_for(SqlTransaction& tx, const Call& call,
                                                           const scheduler::BookingRequest& request,
                                                           const std::optional<model::Text<1, 200>>& login);

struct ReasonInput {
    std::optional<model::Text<0, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(ReasonInput, (), (reason))

/// A body that may be left out altogether.
template <class T>
model::Result<T> optional_body(const Call& call) {
    TRY(const auto body, json_body(call));
    return body.find_first_not_of(" \r\n\t") == std::string_view::npos ? model::Result<T>(T{})
                                                                       : json::from_text<T>(body);
}

/// The waiver that the input asks for, if any: it needs a reason, and names only rules that may be waived.
/// Error: invalid_field.
model::Result<std::optional<scheduler::Waiver>> waiver_of(const WaiverInput& input);

/// Reads the rule facts of a person for wishes around `time`. Without a user nothing is on record.
scheduler::FactsOf facts_reader(Database& database, const scheduler::Person& person, model::Interval time,
                                model::Instant now, model::BookingId moving = model::BookingId{});

}  // namespace server
