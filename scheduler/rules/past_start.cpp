#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

std::optional<model::Violation> past_start(const RuleInput& input) {
    if (input.time.start >= input.now) {
        return std::nullopt;
    }
    const auto& zone = input.policy.time_zone;
    const auto start = local_phrase(input.time.start, zone);
    return broken("past_start",
                  {fmt::format("开始时间 {} 已经过去", start), fmt::format("The start, {}, has already passed", start)},
                  {instant_parameter("start", input.time.start, zone)});
}

}  // namespace scheduler::rules
