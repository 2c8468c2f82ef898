#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

std::optional<model::Violation> change_notice(const RuleInput& input) {
    const std::int64_t notice = input.policy.change_notice_minutes;
    if (!input.is_change || !input.old_start || !is_too_late(*input.old_start, input.now, notice)) {
        return std::nullopt;
    }
    std::vector<model::Parameter> params{number_parameter("change_notice_minutes", notice),
                                         instant_parameter("start", *input.old_start, input.policy.time_zone)};
    if (*input.old_start < input.now) {
        return broken("change_notice", {"预约已经开始，不能改期", "The booking has begun and cannot be moved"},
                      std::move(params));
    }
    const auto phrase = duration_phrase(notice);
    return broken("change_notice",
                  {fmt::format("改期须在开始前至少 {} 提出", phrase.zh),
                   fmt::format("A booking can be moved until {} before its start", phrase.en)},
                  std::move(params));
}

}  // namespace scheduler::rules
