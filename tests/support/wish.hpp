#pragma once
// A wish for a time on an instrument, to be held against the booking rules.

#include "scheduler/rules.hpp"
#include "tests/support/civil.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace support {

/// Everything a rule looks at, owned; a wish that breaks nothing until a test changes something.
struct Wish {
    model::Policy policy{};
    model::Instrument instrument{};
    model::Interval time = span("2026-11-23 09:00", "2026-11-23 10:00");
    model::Instant now = at("2026-11-20 12:00");
    bool is_change = false;
    std::optional<model::Instant> old_start{};
    scheduler::RuleFacts facts{};

    [[nodiscard]] std::vector<model::Violation> violations() const {
        return scheduler::broken_rules({.policy = policy,
                                        .instrument = instrument,
                                        .time = time,
                                        .now = now,
                                        .is_change = is_change,
                                        .old_start = old_start,
                                        .facts = facts});
    }

    /// The names of the broken rules.
    [[nodiscard]] std::vector<std::string> broken() const {
        std::vector<std::string> names;
        for (const auto& violation : violations()) {
            names.push_back(violation.rule);
        }
        return names;
    }

    [[nodiscard]] std::vector<std::string> broken_at(model::Interval other) const {
        Wish moved = *this;
        moved.time = other;
        return moved.broken();
    }
};

using Names = std::vector<std::string>;

}  // namespace support
