#pragma once
// Whether a wished time keeps the instrument's booking rules. All broken rules are told at once.
// Pure and thread-safe; does not allocate when nothing is broken.
//
// A new rule is one file in scheduler/rules/, one line in the list of rules.cpp, and one test.

#include "model/error.hpp"
#include "model/id.hpp"
#include "model/instrument.hpp"
#include "model/interval.hpp"
#include "model/people.hpp"
#include "model/policy.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace scheduler {

struct OwnBooking {
    model::BookingId id;
    model::Interval time;
};

/// What the rules look at. The references must outlive the call.
struct RuleInput {
    const model::Policy& policy;
    const model::Instrument& instrument;
    model::Interval time;  ///< the wished time, without buffers
    model::Instant now;
    bool is_change = false;                     ///< a reschedule: change_notice also holds
    std::optional<model::Instant> old_start{};  ///< of the booking that is moved
    /// The user's other live bookings of this instrument near `time` (within own_gap_minutes).
    const std::vector<OwnBooking>& own;
    std::optional<model::Training> training{};  ///< of the user on this instrument
};

/// Every rule that the wish breaks, in the fixed order of the list.
std::vector<model::Violation> broken_rules(const RuleInput& input);

/// The names of all rules in the order of the list; they are the `rule` of a violation.
std::vector<std::string_view> rule_names();

/// Whether it is too late for a user to cancel a booking: less than cancel_notice_minutes before
/// its start, or after it. The violation's rule is "cancel_notice".
std::optional<model::Violation> cancel_notice_broken(const model::Policy& policy, model::Instant start,
                                                     model::Instant now);

}  // namespace scheduler
