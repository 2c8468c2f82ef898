#include "scheduler/credit.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace scheduler {

using namespace model;

namespace {
Event event_of(EventKind kind, std::int64_t subject, UserId actor, Instant now) {
    Event event;
    event.at = now;
    event.kind = kind;
    event.actor = actor;
    event.subject = subject;
    return event;
}

bool reaches(Transaction& tx, const SuspensionThreshold& threshold, UserId user, Instant until) {
    const auto since = until - std::chrono::days{threshold.within_days.value} + seconds{1};
    return tx.count_credit_entries(user, threshold.cause, since, until) >= threshold.times;
}

Sentence cause_phrase(const SuspensionThreshold& threshold) {
    const bool no_show = threshold.cause == CreditCause::no_show;
    const auto days = threshold.within_days.value;
    const auto times = threshold.times.value;
    return {fmt::format("{} 天内{} {} 次", days, no_show ? "爽约" : "临期取消", times),
            fmt::format("{} {} in {} days", times, no_show ? "no-shows" : "late cancellations", days)};
}

void note(Transaction& tx, CreditCause cause, std::int64_t points, const CreditPolicy& policy, const Booking& booking,
          Instant now) {
    CreditEntry entry;
    entry.user_id = booking.user_id;
    entry.booking_id = booking.id;
    entry.instrument_id = booking.instrument_id;
    entry.cause = cause;
    entry.points = points;
    entry.at = now;
    entry.id = tx.add_credit_entry(entry);
    auto noted = event_of(EventKind::credit_noted, entry.id.value, UserId{}, now);
    noted.facts = {{"user", std::to_string(booking.user_id.value)},
                   {"booking", std::to_string(booking.id.value)},
                   {"points", std::to_string(points)}};
    tx.append(std::move(noted));
    for (const auto& threshold : policy.suspensions) {
        if (threshold.cause != cause || !reaches(tx, threshold, booking.user_id, now)) {
            continue;
        }
        Suspension suspension;
        suspension.user_id = booking.user_id;
        suspension.instrument_id = booking.instrument_id;
        suspension.since = now;
        suspension.until = now + std::chrono::days{threshold.suspend_days.value};
        suspension.reason = cause_phrase(threshold);
        suspension.id = tx.add_suspension(suspension);
        auto suspended = event_of(EventKind::user_suspended, suspension.id.value, UserId{}, now);
        suspended.facts = {{"user", std::to_string(booking.user_id.value)},
                           {"reason_zh", suspension.reason.zh},
                           {"reason_en", suspension.reason.en}};
        tx.append(std::move(suspended));
    }
}

void lift(Transaction& tx, const Suspension& suspension, const std::string& reason, const Actor& actor, Instant now) {
    tx.lift_suspension(suspension.id, now, reason);
    auto event = event_of(EventKind::suspension_lifted, suspension.id.value, actor.user, now);
    event.facts = {{"user", std::to_string(suspension.user_id.value)}, {"reason", reason}};
    tx.append(std::move(event));
}

Result<CreditEntry> entry_in(Transaction& tx, CreditEntryId id, std::initializer_list<CreditState> states) {
    auto entry = tx.credit_entry(id);
    if (!entry) {
        return ErrorCode::not_found;
    }
    if (std::ranges::find(states, entry->state) == states.end()) {
        const char* state = boost::describe::enum_to_string(entry->state, "");
        return Error(ErrorCode::wrong_state,
                     {fmt::format("该记录当前状态为 {}", state), fmt::format("the entry is {}", state)});
    }
    return *std::move(entry);
}
}  // namespace

std::int64_t credit_score(const CreditPolicy& policy, std::span<const CreditEntry> entries, Instant now) {
    std::int64_t score = policy.start_points;
    for (const auto& entry : entries) {
        const bool counts = entry.state != CreditState::forgiven && entry.at <= now &&
                            now - entry.at < std::chrono::days{policy.memory_days.value};
        score -= counts ? entry.points : 0;
    }
    return std::max<std::int64_t>(score, 0);
}

void note_no_show(Transaction& tx, const Booking& booking, Instant now) {
    const auto policy = tx.credit_policy();
    note(tx, CreditCause::no_show, policy.no_show_points, policy, booking, now);
}

void note_cancellation(Transaction& tx, const Booking& booking, Instant now) {
    const auto policy = tx.credit_policy();
    if (booking.time.start - now < minutes{policy.late_cancel_minutes.value}) {
        note(tx, CreditCause::late_cancel, policy.late_cancel_points, policy, booking, now);
    }
}

Result<CreditEntry> appeal(Transaction& tx, CreditEntryId id, const std::string& text, const Actor& actor,
                           Instant now) {
    TRY(auto entry, entry_in(tx, id, {CreditState::counted}));
    entry.state = CreditState::appealed;
    entry.appeal = text;
    tx.update_credit_entry(entry);
    tx.append(event_of(EventKind::credit_appealed, id.value, actor.user, now));
    return entry;
}

Result<CreditEntry> decide_credit(Transaction& tx, CreditEntryId id, bool forgive, const std::string& reason,
                                  const Actor& actor, Instant now) {
    TRY(auto entry, entry_in(tx, id, {CreditState::counted, CreditState::appealed}));
    entry.state = forgive ? CreditState::forgiven : CreditState::upheld;
    entry.decision = reason;
    tx.update_credit_entry(entry);
    auto event = event_of(EventKind::credit_decided, id.value, actor.user, now);
    event.facts = {{"state", boost::describe::enum_to_string(entry.state, "")}, {"reason", reason}};
    tx.append(std::move(event));
    constexpr int suspensions_at_once_max = 20;
    for (int i = 0; forgive && i < suspensions_at_once_max; ++i) {
        const auto suspension = tx.suspension(entry.user_id, now);
        if (!suspension) {
            break;
        }
        const auto policy = tx.credit_policy();
        if (std::ranges::any_of(policy.suspensions, [&](const SuspensionThreshold& threshold) {
                return reaches(tx, threshold, entry.user_id, suspension->since);
            })) {
            break;
        }
        lift(tx, *suspension, reason, actor, now);
    }
    return entry;
}

Result<Suspension> lift_suspension(Transaction& tx, SuspensionId id, const std::string& reason, const Actor& actor,
                                   Instant now) {
    auto suspension = tx.suspension(id);
    if (!suspension) {
        return ErrorCode::not_found;
    }
    if (suspension->lifted_at || suspension->until <= now) {
        return Error(ErrorCode::wrong_state, {"该暂停已经结束", "the suspension is over"});
    }
    lift(tx, *suspension, reason, actor, now);
    suspension->lifted_at = now;
    suspension->lift_reason = reason;
    return *std::move(suspension);
}

}  // namespace scheduler
