#pragma once
// Counting for quotas: the periods of a quota and the time of a booking that counts in one. Pure.

#include "model/interval.hpp"
#include "model/policy.hpp"

namespace scheduler {

/// The period of the quota that contains `at`: from local midnight to local midnight, so that a day of
/// 23 or 25 hours is one day.
model::Interval period_of(const model::Quota& quota, const model::TimeZone& zone, model::Instant at);

/// The part of `time` that counts: inside the period and inside the quota's window. O(days of overlap).
model::seconds counted_time(const model::Quota& quota, const model::TimeZone& zone, model::Interval period,
                            model::Interval time);

}  // namespace scheduler
