#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

std::optional<model::Violation> closure(const RuleInput& input) {
    const model::Closure* first = nullptr;
    for (const auto& candidate : input.policy.closures) {
        const bool meets = input.time.overlaps({candidate.start, candidate.end});
        if (meets && (first == nullptr || candidate.start < first->start)) {
            first = &candidate;
        }
    }
    if (first == nullptr) {
        return std::nullopt;
    }
    const auto& zone = input.policy.time_zone;
    const auto start = local_phrase(first->start, zone);
    const auto end = local_phrase(first->end, zone);
    const std::string& reason = first->reason;
    return broken("closure",
                  {fmt::format("{} 至 {} 关闭{}{}", start, end, reason.empty() ? "" : "：", reason),
                   fmt::format("Closed from {} to {}{}{}", start, end, reason.empty() ? "" : ": ", reason)},
                  {instant_parameter("start", first->start, zone),
                   instant_parameter("end", first->end, zone),
                   {"reason", reason}});
}

}  // namespace scheduler::rules
