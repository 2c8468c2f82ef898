#pragma once
// Who waits for time that is taken.

#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/booking.hpp"
#include "model/id.hpp"
#include "model/interval.hpp"

namespace model {

/// book: offer me a new booking. move_up: offer me an earlier place for a booking that I have. notify: offer nothing,
/// only tell me when at least the duration becomes free.
enum class WaitlistKind { book, move_up, notify };
BOOST_DESCRIBE_ENUM(WaitlistKind, book, move_up, notify)

/// waiting and offered are open; the others are final.
enum class WaitlistStatus { waiting, offered, accepted, left, expired };
BOOST_DESCRIBE_ENUM(WaitlistStatus, waiting, offered, accepted, left, expired)

constexpr bool is_open(WaitlistStatus s) {
    return s == WaitlistStatus::waiting || s == WaitlistStatus::offered;
}

/// Why an entry is expired.
enum class WaitlistEnd { none, offer_unanswered, time_passed, booking_gone };
BOOST_DESCRIBE_ENUM(WaitlistEnd, none, offer_unanswered, time_passed, booking_gone)

struct WaitlistEntry {
    WaitlistEntryId id;
    WaitlistKind kind = WaitlistKind::book;
    UserId user_id;
    OrganisationId organisation_id;
    InstrumentId instrument_id;  ///< empty where any of several will do
    std::string filter;          ///< by which those were found, as given; empty for one instrument
    minutes duration{0};
    Interval range;  ///< earliest start, latest end
    std::string purpose;
    std::int64_t samples = 0;
    std::vector<AccessoryUse> accessories;  ///< without which the time is of no use
    BookingId booking_id;                   ///< the booking to move up; of an accepted entry the one it was made into
    Instant created_at{};
    WaitlistStatus status = WaitlistStatus::waiting;
    WaitlistEnd ended_by = WaitlistEnd::none;
};

}  // namespace model
