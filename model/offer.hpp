#pragma once
// An offer holds time for one user until it is answered or expires.

#include <cstdint>
#include <vector>

#include <boost/describe.hpp>

#include "model/booking.hpp"
#include "model/id.hpp"
#include "model/interval.hpp"

namespace model {

/// open is the only state that holds a lane; the others are final. withdrawn: the house took it back.
enum class OfferStatus { open, accepted, declined, expired, withdrawn };
BOOST_DESCRIBE_ENUM(OfferStatus, open, accepted, declined, expired, withdrawn)

/// Why it is made: for a waitlist entry, for a booking that lost its place, by a round for one of its requests.
enum class OfferOriginKind { waitlist, displaced, round };
BOOST_DESCRIBE_ENUM(OfferOriginKind, waitlist, displaced, round)

struct OfferOrigin {
    OfferOriginKind kind = OfferOriginKind::waitlist;
    std::int64_t id = 0;  ///< of the waitlist entry, the displaced booking, the request that lost in the round
    friend bool operator==(const OfferOrigin&, const OfferOrigin&) = default;
};

struct Offer {
    OfferId id;
    InstrumentId instrument_id;
    Interval time;
    UserId user_id;
    OrganisationId organisation_id;
    OfferOrigin origin;
    Instant created_at{};
    Instant expires_at{};  ///< from then on it can no longer be accepted
    OfferStatus status = OfferStatus::open;
    std::vector<AccessoryUse> accessories = {};  ///< held with the time
};

}  // namespace model
