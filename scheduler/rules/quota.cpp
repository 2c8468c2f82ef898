#include "scheduler/quota.hpp"
#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

namespace {
using model::Quota;
using model::QuotaPeriod;
using model::QuotaScope;

struct Count {
    std::int64_t bookings = 0;
    model::seconds time{0};
};

Count count_in(const Quota& quota, const model::TimeZone& zone, model::Interval period,
               const std::vector<OwnBooking>& bookings) {
    Count count;
    for (const auto& booking : bookings) {
        const auto time = counted_time(quota, zone, period, booking.time);
        count.bookings += time > model::seconds{0} ? 1 : 0;
        count.time += time;
    }
    return count;
}

model::Sentence period_phrase(QuotaPeriod per, const std::string& first) {
    switch (per) {
        case QuotaPeriod::day:
            return {first + " 当日", "on " + first};
        case QuotaPeriod::week:
            return {first + " 起的一周", "in the week from " + first};
        case QuotaPeriod::month:
            return {first.substr(0, 7) + " 月", "in the month " + first.substr(0, 7)};
        case QuotaPeriod::year:
            return {first.substr(0, 4) + " 年", "in the year " + first.substr(0, 4)};
    }
    return {};
}

std::string_view name_of(QuotaPeriod per) {
    constexpr std::string_view names[] = {"day", "week", "month", "year"};
    return names[static_cast<std::size_t>(per)];
}

struct Excess {
    const char* measure;
    const char* unit_zh;
    const char* unit_en;
    std::int64_t limit;
    std::int64_t used;
    std::int64_t wanted;
};

model::Violation exceeded(const RuleInput& input, const Quota& quota, model::Interval period, const Excess& e) {
    const bool is_user = quota.scope == QuotaScope::user;
    const auto first = local_phrase(period.start, input.policy.time_zone).substr(0, 10);
    const auto when = period_phrase(quota.per, first);
    const char* each_zh[] = {"每天", "每周", "每月", "每年"};
    return broken(
        "quota",
        {fmt::format("{}{}在该仪器上最多预约 {} {}：{}已有 {}，本次 {}", is_user ? "每位用户" : "每个单位",
                     each_zh[static_cast<std::size_t>(quota.per)], e.limit, e.unit_zh, when.zh, e.used, e.wanted),
         fmt::format("At most {} {} of this instrument per {} and {}: {} used {}, this takes {}", e.limit, e.unit_en,
                     name_of(quota.per), is_user ? "user" : "organisation", e.used, when.en, e.wanted)},
        {{"per", std::string(name_of(quota.per))},
         {"scope", is_user ? "user" : "organisation"},
         {"period", first},
         {"measure", e.measure},
         number_parameter("limit", e.limit),
         number_parameter("used", e.used),
         number_parameter("wanted", e.wanted)});
}

/// One violation for each maximum, about the first period in which it is exceeded.
void check(const RuleInput& input, const Quota& quota, std::vector<model::Violation>& found) {
    const auto& zone = input.policy.time_zone;
    const auto& others =
        quota.scope == QuotaScope::user ? input.facts.counted_of_user : input.facts.counted_of_organisation;
    bool bookings_told = !quota.max_bookings;
    bool minutes_told = !quota.max_minutes;
    for (model::Instant at = input.time.start; at < input.time.end && !(bookings_told && minutes_told);) {
        const auto period = period_of(quota, zone, at);
        at = period.end;
        const auto wanted = counted_time(quota, zone, period, input.time);
        if (wanted == model::seconds{0}) {
            continue;
        }
        const auto used = count_in(quota, zone, period, others);
        if (!bookings_told && used.bookings + 1 > *quota.max_bookings) {
            bookings_told = true;
            found.push_back(exceeded(input, quota, period,
                                     {"bookings", "次", *quota.max_bookings == 1 ? "booking" : "bookings",
                                      *quota.max_bookings, used.bookings, 1}));
        }
        if (!minutes_told && used.time + wanted > model::minutes{quota.max_minutes->value}) {
            minutes_told = true;
            found.push_back(exceeded(
                input, quota, period,
                {"minutes", "分钟", "minutes", *quota.max_minutes, whole_minutes(used.time), whole_minutes(wanted)}));
        }
    }
}
}  // namespace

std::vector<model::Violation> quota(const RuleInput& input) {
    std::vector<model::Violation> found;
    for (const auto& one : input.policy.quotas) {
        check(input, one, found);
    }
    return found;
}

}  // namespace scheduler::rules
