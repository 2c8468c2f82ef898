#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

// A change that keeps the start chooses no new start.
std::optional<model::Violation> horizon(const RuleInput& input) {
    const std::int64_t days = input.policy.horizon_days;
    const auto latest = input.now + std::chrono::days{days};
    const bool keeps_start = input.is_change && input.old_start == input.time.start;
    if (keeps_start || input.time.start <= latest) {
        return std::nullopt;
    }
    return broken(
        "horizon",
        {fmt::format("最多可提前 {} 天预约", days),
         fmt::format("A booking may start at most {} day{} from now", days, days == 1 ? "" : "s")},
        {number_parameter("horizon_days", days), instant_parameter("latest_start", latest, input.policy.time_zone)});
}

}  // namespace scheduler::rules
