#pragma once
// Which weekday's opening hours a day has under a policy: the one place that knows about holidays.

#include <optional>

#include "model/policy.hpp"

namespace scheduler {

/// The calendar that the policy follows; nullptr where it follows none.
inline const model::Holidays* followed_holidays(const model::Policy& policy) {
    return policy.follows_holidays ? policy.holidays.get() : nullptr;
}

/// The weekday (0 = Monday) whose windows hold on a local day: the calendar's on a make-up working day,
/// else the day's own. Nothing on a holiday.
inline std::optional<int> hours_on(const model::Policy& policy, model::LocalDay day) {
    const auto* holidays = followed_holidays(policy);
    if (holidays == nullptr) {
        return model::weekday_of(day);
    }
    if (holidays->on(day) != nullptr) {
        return std::nullopt;
    }
    const auto worked_as = holidays->worked_as(day);
    return worked_as ? worked_as : model::weekday_of(day);
}

/// True where the hours alone never close it; closures still may.
inline bool never_closes(const model::Policy& policy) {
    return policy.opening_hours.always_open() && followed_holidays(policy) == nullptr;
}

}  // namespace scheduler
