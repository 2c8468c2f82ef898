// Changing one member of a group, this and those that follow, or all.

#include <algorithm>

#include <fmt/format.h>

#include "model/assert.hpp"
#include "scheduler/group_extension.hpp"
#include "server/api/addressed_booking.hpp"
#include "server/api/booking_group_input.hpp"
#include "server/api/handlers.hpp"

namespace server {

using namespace model;

namespace {
/// The members of the group in the path that the caller may see; not_found where there are none.
Result<std::vector<Booking>> visible_members(SqlTransaction& tx, const Call& call) {
    auto members = tx.group_members(BookingGroupId{json::id_number(call.path_parameter(0))});
    std::erase_if(members, [&](const Booking& member) {
        const auto instrument = tx.instrument(member.instrument_id);
        return !instrument || !may_see(*call.who, *instrument, member);
    });
    if (members.empty()) {
        return ErrorCode::not_found;
    }
    return members;
}

struct Change {
    std::optional<Booking> addressed;
    std::vector<scheduler::MemberChange> members;
};

/// The members in the scope with who changes them. Errors: not_found, not_allowed, invalid_field.
Result<Change> change_of(SqlTransaction& tx, const Call& call, scheduler::GroupScope scope,
                         const std::optional<BookingId>& booking_id) {
    TRY(const auto members, visible_members(tx, call));
    Change change;
    if (booking_id) {
        const auto found = std::ranges::find(members, *booking_id, &Booking::id);
        if (found == members.end()) {
            return field_error("booking_id", "unknown_booking", "不是该组的预约", "it is not a booking of this group");
        }
        change.addressed = *found;
    } else if (scope != scheduler::GroupScope::all) {
        return field_error("booking_id", "missing", "请说明是哪一个预约", "say which booking is meant");
    }
    const Booking* const addressed_member = change.addressed ? &*change.addressed : nullptr;
    for (auto& member : scheduler::members_to_change(members, scope, addressed_member, call.now)) {
        TRY(auto target, addressed(tx, member.id, *call.who, Need::act, ""));
        change.members.push_back({std::move(target.booking), target.actor});
    }
    return change;
}

Answer bookings_answer(SqlTransaction& tx, const Call& call, const std::vector<Booking>& bookings) {
    std::string items;
    for (const auto& booking : bookings) {
        items += items.empty() ? "" : ",";
        items += json::to_text(booking_view(call, booking, tx.party_names(booking)), call.style);
    }
    return Answer{200, fmt::format(R"({{"items":[{}]}})", items)};
}

/// From the addressed booking's old place to its new one, on the instrument's clock.
Result<scheduler::ClockShift> shift_of(SqlTransaction& tx, const GroupMoveInput& input,
                                       const std::optional<Booking>& moved) {
    if (input.shift_minutes) {
        return scheduler::ClockShift{*input.shift_minutes, *input.shift_minutes};
    }
    if (!moved) {
        return field_error("booking_id", "missing", "请说明是哪一个预约", "say which booking is meant");
    }
    const auto instrument = tx.instrument(moved->instrument_id);
    const auto& zone = instrument->policy->policy.time_zone;
    return scheduler::ClockShift{clock_minutes_between(moved->time.start, *input.start, zone),
                                 clock_minutes_between(moved->time.end, *input.end, zone)};
}

Result<CommandBody> decide_group(const Call& call, Decision decision) {
    return CommandBody([&call, decision = std::move(decision)](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto members, visible_members(tx, call));
        std::vector<BookingId> open;
        for (const auto& member : members) {
            if (member.status == BookingStatus::requested && member.time.end > call.now) {
                open.push_back(member.id);
            }
        }
        return decide_each(tx, call, open, decision);
    });
}
}  // namespace

Result<CommandBody> extend_group(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<GroupExtendInput>(body));
    if (input.more.has_value() == input.recurrence.has_value()) {
        return field_error("more", "one_of", "more 与 recurrence 须且只能有一个", "exactly one of more and recurrence");
    }
    return CommandBody([&call, input](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto members, visible_members(tx, call));
        const auto& last = members.back();
        if (!may_act_for(*call.who, last)) {
            return ErrorCode::not_allowed;
        }
        scheduler::ExtensionWish wish;
        wish.missing = input.missing.value_or(MissingDay::skip);
        if (input.more) {
            wish.more = static_cast<int>(input.more->value);
        } else {
            wish.recurrence = input.recurrence->value;
        }
        const auto group = tx.group(last.group_id);
        const auto instrument = tx.instrument(last.instrument_id);
        YIQI_ASSERT(group && instrument);
        TRY(auto extension, scheduler::lengthened(*group, members, wish, instrument->policy->policy.time_zone));
        scheduler::GroupRequest request;
        request.members = std::move(extension.members);
        request.recurrence = std::move(extension.recurrence);
        request.mode = group_mode(input.partial, input.preview);
        request.extends = group->id;
        if (input.quote_id) {
            TRY_VOID(apply_group_quote(call, input.quote_id->value, request.members));
        }
        return placed_answer(tx, call, request, {call.who->user.id, last.organisation_id, false});
    });
}

Result<CommandBody> reschedule_group(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<GroupMoveInput>(body));
    const bool to_a_place = input.start && input.end;
    if (to_a_place == input.shift_minutes.has_value() || input.start.has_value() != input.end.has_value()) {
        return field_error("shift_minutes", "one_of", "请填写 shift_minutes，或 start 与 end",
                           "give either shift_minutes, or start and end");
    }
    if (to_a_place) {
        TRY_VOID(checked_interval(*input.start, *input.end));
    }
    return CommandBody([&call, input](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto change, change_of(tx, call, input.scope, input.booking_id));
        TRY(const auto shift, shift_of(tx, input, change.addressed));
        TRY(const auto moved, scheduler::reschedule_group(tx, change.members, shift, call.now));
        return bookings_answer(tx, call, moved);
    });
}

Result<CommandBody> cancel_group(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<GroupCancelInput>(body));
    return CommandBody([&call, input](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto change, change_of(tx, call, input.scope, input.booking_id));
        const auto reason = input.reason ? input.reason->value : std::string();
        for (const auto& member : change.members) {
            if (reason.empty() && !may_act_for(*call.who, member.booking)) {
                return field_error("reason", "missing", "取消他人的预约须填写理由",
                                   "a reason is needed to cancel somebody else's booking");
            }
        }
        TRY(const auto cancelled, scheduler::cancel_group(tx, change.members, reason, call.now));
        return bookings_answer(tx, call, cancelled);
    });
}

Result<CommandBody> approve_group(const Call& call) {
    return decide_group(call, {});
}

Result<CommandBody> reject_group(const Call& call) {
    TRY(const auto input, optional_body<ReasonInput>(call));
    if (!input.reason || input.reason->empty()) {
        return field_error("reason", "missing", "请填写拒绝的理由", "give a reason for the rejection");
    }
    return decide_group(call, {.action = BatchAction::reject, .reason = input.reason->value});
}

}  // namespace server
