#pragma once
// Lengthening a series: further dates of the same rule, booked as its last member is. Pure.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/booking_group.hpp"
#include "model/recurrence.hpp"
#include "scheduler/bookings.hpp"

namespace scheduler {

/// A series has at most this many dates, lengthened or not.
inline constexpr std::size_t series_max = 366;

/// Exactly one of the two.
struct ExtensionWish {
    std::optional<int> more;                ///< so many further dates
    std::optional<std::string> recurrence;  ///< the whole rule with its later end
    model::MissingDay missing = model::MissingDay::skip;
};

struct Extension {
    std::string recurrence;  ///< of the whole series from now on
    std::vector<BookingRequest> members;
};

/// `members` are all of the group by start, at least one. The further dates count from the first member's day and keep
/// the local hours, the instrument and what else is asked for of the last one that is not cancelled.
/// Errors: wrong_state (a bundle, or a series without a rule), invalid_field `recurrence` (as parse_recurrence and
/// occurrences; a rule that leaves out a date of the series, or adds none; more than series_max).
model::Result<Extension> lengthened(const model::BookingGroup& group, std::span<const model::Booking> members,
                                    const ExtensionWish& wish, const model::TimeZone& zone);

}  // namespace scheduler
