#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

std::optional<model::Violation> suspended(const RuleInput& input) {
    const auto& suspension = input.facts.suspension;
    if (!suspension || suspension->lifted_at || suspension->until <= input.now) {
        return std::nullopt;
    }
    const auto& zone = input.policy.time_zone;
    const auto until = local_phrase(suspension->until, zone);
    const auto& reason = suspension->reason;
    return broken(
        "suspended",
        {fmt::format("您的预约资格已暂停至 {}{}{}", until, reason.zh.empty() ? "" : "：", reason.zh),
         fmt::format("You may not book until {}{}{}", until, reason.en.empty() ? "" : ": ", reason.en)},
        {instant_parameter("until", suspension->until, zone), {"reason_zh", reason.zh}, {"reason_en", reason.en}});
}

}  // namespace scheduler::rules
