#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

std::optional<model::Violation> holiday(const RuleInput& input) {
    const auto* holidays = followed_holidays(input.policy);
    if (holidays == nullptr || input.time.empty()) {
        return std::nullopt;
    }
    const auto& zone = input.policy.time_zone;
    const auto last = last_day(input.time.end, zone);
    for (auto day = zone.to_local(input.time.start).day; day <= last; ++day) {
        const auto* found = holidays->on(day);
        if (found == nullptr) {
            continue;
        }
        const auto date = model::format_date({day});
        return broken("holiday",
                      {fmt::format("{} 为{}假期，不开放", date, found->name_zh.value),
                       fmt::format("{} is a public holiday ({}); it is closed", date, found->name_en.value)},
                      {{"date", date}, {"name_zh", found->name_zh.value}, {"name_en", found->name_en.value}});
    }
    return std::nullopt;
}

}  // namespace scheduler::rules
