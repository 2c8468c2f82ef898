#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

std::optional<model::Violation> min_length(const RuleInput& input) {
    const std::int64_t least = input.policy.min_minutes;
    if (input.time.length() >= model::minutes{least}) {
        return std::nullopt;
    }
    const auto phrase = duration_phrase(least);
    return broken("min_length",
                  {fmt::format("每次预约至少 {}", phrase.zh), fmt::format("A booking takes at least {}", phrase.en)},
                  {number_parameter("min_minutes", least)});
}

}  // namespace scheduler::rules
