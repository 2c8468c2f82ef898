#include "scheduler/rules/rule.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace scheduler::rules {

namespace {
bool opens(const model::Clearance& clearance, const model::Gate& gate, const RuleInput& input) {
    const bool right_kind = gate.of == model::GateOf::user ? bool(clearance.user_id) : !clearance.user_id;
    const auto& zone = input.policy.time_zone;
    return right_kind && clearance.gate == gate.name.value &&
           zone.to_local(clearance.valid_from).day <= zone.to_local(input.time.start).day &&
           (!clearance.valid_until || last_day(input.time.end, zone) <= last_day(*clearance.valid_until, zone));
}
}  // namespace

// One clearance must hold on all days of the use.
std::vector<model::Violation> gate_missing(const RuleInput& input) {
    std::vector<model::Violation> found;
    for (const auto& gate : input.policy.gates) {
        const auto open = [&](const model::Clearance& c) { return opens(c, gate, input); };
        if (std::ranges::any_of(input.facts.clearances, open)) {
            continue;
        }
        const bool is_user = gate.of == model::GateOf::user;
        found.push_back(
            broken("gate_missing",
                   {fmt::format("{}须先具备“{}”且在使用当日有效", is_user ? "使用人" : "单位", gate.zh.value),
                    fmt::format("\"{}\" of the {} must be on record and valid on the day of use", gate.en.value,
                                is_user ? "user" : "organisation")},
                   {{"gate", gate.name.value}, {"of", is_user ? "user" : "organisation"}}));
    }
    return found;
}

}  // namespace scheduler::rules
