#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

// A change that keeps the start chooses no new start; change_notice alone speaks about that one.
// That a start has passed is said by past_start.
std::optional<model::Violation> min_notice(const RuleInput& input) {
    const std::int64_t notice = input.policy.min_notice_minutes;
    const bool keeps_start = input.is_change && input.old_start == input.time.start;
    if (notice == 0 || keeps_start || !is_too_late(input.time.start, input.now, notice)) {
        return std::nullopt;
    }
    const auto phrase = duration_phrase(notice);
    const auto earliest = input.now + model::minutes{notice};
    return broken(
        "min_notice",
        {fmt::format("须至少提前 {} 预约", phrase.zh), fmt::format("Book at least {} before the start", phrase.en)},
        {number_parameter("min_notice_minutes", notice),
         instant_parameter("earliest_start", earliest, input.policy.time_zone)});
}

}  // namespace scheduler::rules
