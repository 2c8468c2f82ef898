#pragma once
// What a wish for the waitlist may say.

#include <optional>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/interval.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/filter_input.hpp"

namespace server {

/// An instrument or a filter, how long, and between when. With `booking_id` the wish is an earlier place for that
/// booking, whose length and instrument it takes; with `notify` only to be told.
struct WaitlistInput {
    std::optional<model::InstrumentId> instrument_id;
    std::optional<FilterInput> filter;
    std::optional<model::Bounded<1, 527'040>> duration_minutes;
    std::optional<model::Instant> earliest;
    std::optional<model::Instant> latest;
    std::optional<model::Text<0, 2000>> purpose;
    std::optional<model::Bounded<0, 1'000'000>> samples;
    std::optional<std::vector<AccessoryInput>> accessories;  ///< without which the time is of no use
    std::optional<model::BookingId> booking_id;
    std::optional<bool> notify;
};
BOOST_DESCRIBE_STRUCT(WaitlistInput, (),
                      (instrument_id, filter, duration_minutes, earliest, latest, purpose, samples, accessories,
                       booking_id, notify))

}  // namespace server
