#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

std::optional<model::Violation> max_length(const RuleInput& input) {
    const std::int64_t most = input.policy.max_minutes;
    if (input.time.length() <= model::minutes{most}) {
        return std::nullopt;
    }
    const auto phrase = duration_phrase(most);
    return broken("max_length",
                  {fmt::format("每次预约最多 {}", phrase.zh), fmt::format("A booking takes at most {}", phrase.en)},
                  {number_parameter("max_minutes", most)});
}

}  // namespace scheduler::rules
