#include "scheduler/rules/rule.hpp"
#include "scheduler/slots.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

std::optional<model::Violation> grid(const RuleInput& input) {
    if (on_grid(input.policy, input.time.start) && on_grid(input.policy, input.time.end)) {
        return std::nullopt;
    }
    const std::int64_t step = input.policy.grid_minutes;
    const auto phrase = duration_phrase(step);
    return broken("grid",
                  {fmt::format("开始和结束时间须为当日零点起 {} 的整数倍", phrase.zh),
                   fmt::format("Start and end must lie on steps of {} since midnight", phrase.en)},
                  {number_parameter("grid_minutes", step)});
}

}  // namespace scheduler::rules
