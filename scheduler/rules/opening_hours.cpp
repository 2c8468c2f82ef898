#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

namespace {

/// The first instant of `time` outside the windows, which join where they touch. Walks the windows
/// instead of building open_in's list, because every booking passes here. A week that is not always
/// open has a gap, so this ends soon. A holiday counts as open here: the rule of that name speaks of it.
std::optional<model::Instant> first_closed(const model::Policy& policy, model::Interval time) {
    if (never_closes(policy) || time.empty()) {
        return std::nullopt;
    }
    const auto& zone = policy.time_zone;
    model::Instant at = time.start;
    for (model::LocalDay day = zone.to_local(at).day; at < time.end; ++day) {
        const auto hours_of = hours_on(policy, day);
        if (!hours_of) {
            at = std::max(at, zone.to_instant(day + 1, 0));
        }
        for (const auto& window : policy.opening_hours.windows()) {
            if (window.weekday != hours_of) {
                continue;
            }
            if (zone.to_instant(day, window.from) > at) {
                return at;
            }
            at = std::max(at, zone.to_instant(day, window.to));
            if (at >= time.end) {
                return std::nullopt;
            }
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<model::Violation> opening_hours(const RuleInput& input) {
    const auto closed = first_closed(input.policy, input.time);
    if (!closed) {
        return std::nullopt;
    }
    const auto& zone = input.policy.time_zone;
    const auto& hours = input.policy.opening_hours.text();
    const auto from = local_phrase(*closed, zone);
    return broken("opening_hours",
                  {fmt::format("{} 起不在开放时间内（{}）", from, hours),
                   fmt::format("From {} on it is closed (open {})", from, hours)},
                  {{"opening_hours", hours}, instant_parameter("closed_from", *closed, zone)});
}

}  // namespace scheduler::rules
