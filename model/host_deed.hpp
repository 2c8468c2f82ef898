#pragma once
// What a host did to bookings that its users remember: the other side of a user's credit.

#include <cstdint>
#include <optional>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/interval.hpp"

namespace model {

enum class HostDeedKind {
    answered,   ///< a request was approved or rejected by a person
    expired,    ///< a request that nobody answered
    cancelled,  ///< staff cancelled a booking or request of somebody else
    moved,      ///< staff moved it
    displaced,  ///< an outage took its place
    bumped,     ///< staff gave its place away
};
BOOST_DESCRIBE_ENUM(HostDeedKind, answered, expired, cancelled, moved, displaced, bumped)

/// Of `answered`: how long the request had waited, in whole minutes.
struct Wait {
    std::int64_t minutes = 0;
    std::int64_t open_minutes = 0;  ///< of them those in which the instrument was open
};

struct HostDeed {
    HostDeedKind kind = HostDeedKind::answered;
    PlatformId platform_id;
    InstrumentId instrument_id;
    BookingId booking_id;
    Instant at{};
    std::optional<Wait> wait;
};

}  // namespace model
