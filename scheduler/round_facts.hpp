#pragma once
// What a round takes from earlier ones and says of its options.

#include <cstdint>

#include <boost/describe.hpp>

#include "model/id.hpp"

namespace scheduler {

/// What an organisation asked and won in earlier rounds of the platform, in minutes, faded.
struct RoundShare {
    model::OrganisationId organisation;
    std::int64_t asked_minutes = 0;
    std::int64_t won_minutes = 0;
    friend bool operator==(const RoundShare&, const RoundShare&) = default;
};

/// Why an option was not granted.
enum class OptionFate {
    granted,
    not_needed,  ///< another option of the request was granted
    competitors,
    taken,    ///< by what was there before the round
    limit,    ///< a quota or the like; granted requests used it up
    refused,  ///< by a rule
    late,     ///< after the request's own deadline
};
BOOST_DESCRIBE_ENUM(OptionFate, granted, not_needed, competitors, taken, limit, refused, late)

}  // namespace scheduler
