#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

namespace {

/// The first instant of `time` outside the windows, which join where they touch. Walks the windows
/// instead of building open_in's list, because every booking passes here. A week that is not always
/// open has a gap, so this ends within eight days.
std::optional<model::Instant> first_closed(const model::Policy& policy, model::Interval time) {
    if (policy.opening_hours.always_open() || time.empty()) {
        return std::nullopt;
    }
    const auto& zone = policy.time_zone;
    model::Instant at = time.start;
    for (model::LocalDay day = zone.to_local(at).day; at < time.end; ++day) {
        for (const auto& window : policy.opening_hours.windows()) {
            if (window.weekday != model::weekday_of(day)) {
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
