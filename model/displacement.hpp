#pragma once
// Bookings that lost their place through no fault of their users, and what became of them.

#include <cstdint>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/interval.hpp"

namespace model {

enum class DisplacementCause { outage, bump };
BOOST_DESCRIBE_ENUM(DisplacementCause, outage, bump)

/// Every end but `open` is final.
enum class DisplacementEnd { open, accepted, chose_other, cancelled };
BOOST_DESCRIBE_ENUM(DisplacementEnd, open, accepted, chose_other, cancelled)

/// There is one for each displaced booking. The booking's own row keeps the old place and price.
struct Displacement {
    BookingId booking_id;
    DisplacementCause cause = DisplacementCause::outage;
    OutageId outage_id;  ///< none for a bump
    Instant at{};
    bool was_approved = false;
    DisplacementEnd end = DisplacementEnd::open;
    BookingId replaced_by;  ///< of accepted and chose_other
};

/// What the replanning for an outage came to, in points of disruption.
struct ReplanningFigures {
    std::int64_t displaced = 0;
    std::int64_t placed = 0;
    std::int64_t disruption = 0;
    std::int64_t bound = 0;  ///< no plan among the places looked at has fewer
};

}  // namespace model
