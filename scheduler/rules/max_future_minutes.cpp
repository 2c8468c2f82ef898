#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

std::optional<model::Violation> max_future_minutes(const RuleInput& input) {
    const auto ahead = input.time.intersection({input.now, input.time.end}).length();
    if (!input.policy.max_future_minutes || ahead == model::seconds{0}) {
        return std::nullopt;
    }
    const std::int64_t most = *input.policy.max_future_minutes;
    if (input.facts.future.time + ahead <= model::minutes{most}) {
        return std::nullopt;
    }
    const auto used = whole_minutes(input.facts.future.time);
    const auto wanted = whole_minutes(ahead);
    return broken(
        "max_future_minutes",
        {fmt::format("每位用户在该仪器上未结束的预约最多共 {} 分钟：已有 {} 分钟，本次 {} 分钟", most, used, wanted),
         fmt::format("A user may hold at most {} minutes of this instrument ahead: {} are booked and this takes {}",
                     most, used, wanted)},
        {number_parameter("limit", most), number_parameter("used", used), number_parameter("wanted", wanted)});
}

}  // namespace scheduler::rules
