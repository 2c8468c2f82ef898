#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

std::optional<model::Violation> own_gap(const RuleInput& input) {
    const std::int64_t gap = input.policy.own_gap_minutes;
    if (gap == 0) {
        return std::nullopt;
    }
    const model::minutes around{gap};
    const model::Interval wide{input.time.start - around, input.time.end + around};
    for (const auto& own : input.facts.own) {
        if (!wide.overlaps(own.time)) {
            continue;
        }
        const auto& zone = input.policy.time_zone;
        const auto phrase = duration_phrase(gap);
        const auto start = local_phrase(own.time.start, zone);
        return broken("own_gap",
                      {fmt::format("与您 {} 的预约之间须间隔至少 {}", start, phrase.zh),
                       fmt::format("At least {} must lie between this and your booking of {}", phrase.en, start)},
                      {number_parameter("own_gap_minutes", gap), number_parameter("booking_id", own.id.value)});
    }
    return std::nullopt;
}

}  // namespace scheduler::rules
