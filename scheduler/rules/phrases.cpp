#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

model::Sentence duration_phrase(std::int64_t minutes) {
    constexpr std::int64_t hour = 60;
    constexpr std::int64_t day = 24 * hour;
    if (minutes >= 2 * day && minutes % day == 0) {
        return {fmt::format("{} 天", minutes / day), fmt::format("{} days", minutes / day)};
    }
    if (minutes >= 2 * hour && minutes % hour == 0) {
        return {fmt::format("{} 小时", minutes / hour), fmt::format("{} hours", minutes / hour)};
    }
    return {fmt::format("{} 分钟", minutes), fmt::format("{} minute{}", minutes, minutes == 1 ? "" : "s")};
}

std::string local_phrase(model::Instant at, const model::TimeZone& zone) {
    const auto local = zone.to_local(at);
    const auto date = model::civil_date(local.day);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", date.year, date.month, date.day, local.second / 3600,
                       local.second / 60 % 60);
}

model::Parameter instant_parameter(std::string name, model::Instant at, const model::TimeZone& zone) {
    return {std::move(name), model::format_instant(at, zone)};
}

model::Parameter number_parameter(std::string name, std::int64_t value) {
    return {std::move(name), fmt::format("{}", value)};
}

}  // namespace scheduler::rules
