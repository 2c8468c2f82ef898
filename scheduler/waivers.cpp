#include "scheduler/waivers.hpp"

#include <algorithm>

#include "scheduler/rules.hpp"

namespace scheduler {

bool is_waivable(std::string_view rule) {
    if (rule == buffer_waiver) {
        return true;
    }
    const auto names = rule_names();
    return rule != "past_start" && rule != "instrument_unavailable" && std::ranges::find(names, rule) != names.end();
}

std::vector<std::string> take_waived(std::vector<model::Violation>& violations, const Waiver& waiver) {
    std::vector<std::string> waived;
    std::erase_if(violations, [&](const model::Violation& v) {
        if (!is_waivable(v.rule) || std::ranges::find(waiver.rules, v.rule) == waiver.rules.end()) {
            return false;
        }
        if (std::ranges::find(waived, v.rule) == waived.end()) {
            waived.push_back(v.rule);
        }
        return true;
    });
    return waived;
}

}  // namespace scheduler
