#pragma once
// What each file in this folder shares. A rule is one function `optional<Violation> name(input)`,
// defined in the file of its name and entered in the list of scheduler/rules.cpp. It answers
// nothing, without allocating, when the wish keeps it; else one sentence with the numbers of the
// policy.

#include "model/error.hpp"
#include "model/interval.hpp"
#include "model/time_zone.hpp"
#include "scheduler/open_days.hpp"
#include "scheduler/rules.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scheduler::rules {

inline model::Violation broken(std::string_view rule, model::Sentence message, std::vector<model::Parameter> params) {
    return {std::string(rule), std::move(message), std::move(params)};
}

/// "60 分钟" / "60 minutes", from two hours on "2 小时" / "2 hours", from two days on "2 天" / "2
/// days", where they come out even.
model::Sentence duration_phrase(std::int64_t minutes);

/// "2026-11-23 09:00" in the zone.
std::string local_phrase(model::Instant at, const model::TimeZone& zone);

/// A parameter with an instant, in RFC 3339.
model::Parameter instant_parameter(std::string name, model::Instant at, const model::TimeZone& zone);

model::Parameter number_parameter(std::string name, std::int64_t value);

/// Started minutes count whole.
constexpr std::int64_t whole_minutes(model::seconds time) {
    return std::chrono::ceil<model::minutes>(time).count();
}

/// The last local day of something that ends at `end`: at midnight the day before.
inline model::LocalDay last_day(model::Instant end, const model::TimeZone& zone) {
    return zone.to_local(end - model::seconds{1}).day;
}

/// True where less than `notice` minutes lie between `now` and `start`, or `start` has passed.
constexpr bool is_too_late(model::Instant start, model::Instant now, std::int64_t notice) {
    return start - now < model::minutes{notice};
}

}  // namespace scheduler::rules
