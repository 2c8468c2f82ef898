#include "scheduler/group_extension.hpp"

#include <algorithm>
#include <ranges>

#include <fmt/format.h>

#include "model/assert.hpp"

namespace scheduler {

using namespace model;

namespace {
Error refused(const char* code, std::string zh, std::string en) {
    return invalid_field("recurrence", code, {std::move(zh), std::move(en)});
}

/// The text of a recurrence with this COUNT in the place of its COUNT or UNTIL.
std::string with_count(const std::string& recurrence, std::size_t count) {
    const auto begin = std::min(recurrence.find("COUNT="), recurrence.find("UNTIL="));
    YIQI_ASSERT(begin != std::string::npos);
    const auto end = std::min(recurrence.find_first_of(";\r\n", begin), recurrence.size());
    return fmt::format("{}COUNT={}{}", recurrence.substr(0, begin), count, recurrence.substr(end));
}

const Booking& last_live(std::span<const Booking> members) {
    for (const auto& member : members | std::views::reverse) {
        if (is_live(member.status) || member.status == BookingStatus::completed) {
            return member;
        }
    }
    return members.back();
}

/// The hours of one booking on the day of another.
Interval on_day_of(const Booking& day, const Booking& hours, const TimeZone& zone) {
    constexpr std::int64_t day_minutes = 24 * 60;
    const auto days = zone.to_local(day.time.start).day - zone.to_local(hours.time.start).day;
    const auto shift = static_cast<std::int64_t>(days) * day_minutes;
    return moved_by_the_clock(hours.time, shift, shift, zone);
}

Result<std::string> later_rule(const BookingGroup& group, const ExtensionWish& wish, const Recurrence& old,
                               Interval first, const TimeZone& zone) {
    if (wish.recurrence) {
        return *wish.recurrence;
    }
    auto whole = old;
    whole.exceptions.clear();
    whole.dates.clear();
    TRY(const auto dates, occurrences(whole, first, zone));
    const auto count = old.rule->count ? static_cast<std::size_t>(*old.rule->count) : dates.size();
    return with_count(group.recurrence, count + static_cast<std::size_t>(*wish.more));
}
}  // namespace

Result<Extension> lengthened(const BookingGroup& group, std::span<const Booking> members, const ExtensionWish& wish,
                             const TimeZone& zone) {
    YIQI_ASSERT(!members.empty() && wish.more.has_value() != wish.recurrence.has_value());
    if (group.recurrence.empty()) {
        return Error(ErrorCode::wrong_state, {"这不是周期预约，不能延长", "this is a bundle, not a series"});
    }
    TRY(auto old, parse_recurrence(group.recurrence));
    old.missing = wish.missing;
    if (!old.rule) {
        return Error(ErrorCode::wrong_state,
                     {"此周期预约没有重复规则，只有日期，不能延长", "this series has dates but no rule to go on with"});
    }
    const Booking& pattern = last_live(members);
    const auto first = on_day_of(members.front(), pattern, zone);
    Extension extension;
    TRY(extension.recurrence, later_rule(group, wish, old, first, zone));
    TRY(auto rule, parse_recurrence(extension.recurrence));
    rule.missing = wish.missing;
    TRY(const auto before, occurrences(old, first, zone));
    TRY(const auto after, occurrences(rule, first, zone));
    if (!std::ranges::includes(after, before)) {
        return refused("not_longer", "新的规则须包含原有的全部日期，只可推后结束",
                       "the rule must keep every date of the series; only its end may move");
    }
    std::vector<Interval> further;
    std::ranges::set_difference(after, before, std::back_inserter(further));
    if (further.empty()) {
        return refused("not_longer", "没有增加任何日期", "it adds no date");
    }
    if (members.size() + further.size() > series_max) {
        return refused("too_many", fmt::format("周期预约最多 {} 次", series_max),
                       fmt::format("a series has at most {} dates", series_max));
    }
    for (const auto& time : further) {
        BookingRequest member;
        member.instrument_id = pattern.instrument_id;
        member.time = time;
        member.purpose = pattern.purpose;
        member.samples = pattern.samples;
        member.staff_minutes = pattern.staff_minutes;
        member.extras = pattern.extras;
        member.accessories = pattern.accessories;
        member.for_person = Person{pattern.user_id, pattern.organisation_id};
        extension.members.push_back(std::move(member));
    }
    return extension;
}

}  // namespace scheduler
