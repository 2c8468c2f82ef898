#pragma once
// Bookings that belong together, and the accessories that go with them.

#include <cstdint>
#include <string>

#include "model/id.hpp"
#include "model/interval.hpp"

namespace model {

/// A series (one instrument, many dates) or a bundle (several bookings made as one). Its members are bookings like
/// any other, which carry its id.
struct BookingGroup {
    BookingGroupId id;
    UserId user_id;
    OrganisationId organisation_id;
    std::string recurrence;  ///< as it was asked for; empty = a bundle
    Instant created_at{};
};

/// A thing that is booked along with an instrument, of which there are so many: a holder, a detector.
struct Accessory {
    AccessoryId id;
    PlatformId platform_id;
    InstrumentId instrument_id;  ///< empty = it goes with every instrument of the platform
    std::string name_zh;
    std::string name_en;
    std::int64_t stock = 0;
};

}  // namespace model
