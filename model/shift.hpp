#pragma once
// A use that runs over and the booking after it: its user is asked to start later.

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/interval.hpp"

namespace model {

enum class ShiftStatus { open, accepted, declined, expired };
BOOST_DESCRIBE_ENUM(ShiftStatus, open, accepted, declined, expired)

struct Shift {
    ShiftId id;
    BookingId booking_id;  ///< the use that runs over
    BookingId next_id;     ///< the booking that would start later
    InstrumentId instrument_id;
    Instant end{};       ///< the new end of the use
    Interval next_time;  ///< the new time of the booking
    UserId asked_by;
    Instant created_at{};
    Instant expires_at{};
    ShiftStatus status = ShiftStatus::open;
};

}  // namespace model
