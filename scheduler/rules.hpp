#pragma once
// Whether a wished time keeps the instrument's booking rules. All broken rules are told at once.
// Pure and thread-safe; does not allocate when nothing is broken (but for quotas with a window).
//
// A new rule is one file in scheduler/rules/, one line in the list of rules.cpp, and one test.

#include "model/error.hpp"
#include "model/instrument.hpp"
#include "model/interval.hpp"
#include "model/policy.hpp"
#include "scheduler/rule_facts.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace scheduler {

/// What the rules look at. The references must outlive the call.
struct RuleInput {
    const model::Policy& policy;
    const model::Instrument& instrument;
    model::Interval time;  ///< the wished time, without buffers
    model::Instant now;
    bool is_change = false;                     ///< a reschedule: change_notice also holds
    std::optional<model::Instant> old_start{};  ///< of the booking that is moved
    const RuleFacts& facts;                     ///< gathered for a range that holds `time`
};

/// Every rule that the wish breaks, in the fixed order of the list. A rule that can be broken in several
/// ways at once (quota, gate_missing) is told once for each.
std::vector<model::Violation> broken_rules(const RuleInput& input);

/// The names of all rules in the order of the list; they are the `rule` of a violation.
std::vector<std::string_view> rule_names();

/// Whether it is too late for a user to cancel a booking: less than cancel_notice_minutes before
/// its start, or after it. The violation's rule is "cancel_notice".
std::optional<model::Violation> cancel_notice_broken(const model::Policy& policy, model::Instant start,
                                                     model::Instant now);

}  // namespace scheduler
