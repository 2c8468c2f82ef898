#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

std::optional<model::Violation> max_future_bookings(const RuleInput& input) {
    if (!input.policy.max_future_bookings || input.time.end <= input.now) {
        return std::nullopt;
    }
    const std::int64_t most = *input.policy.max_future_bookings;
    const auto used = input.facts.future.bookings;
    if (used + 1 <= most) {
        return std::nullopt;
    }
    return broken("max_future_bookings",
                  {fmt::format("每位用户在该仪器上最多同时持有 {} 个未结束的预约，您已有 {} 个", most, used),
                   fmt::format("A user may hold at most {} booking{} of this instrument at a time; you have {}", most,
                               most == 1 ? "" : "s", used)},
                  {number_parameter("limit", most), number_parameter("used", used), number_parameter("wanted", 1)});
}

}  // namespace scheduler::rules
