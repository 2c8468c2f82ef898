// The steps in the life of a booking.

#include <fmt/format.h>

#include "scheduler/displacement.hpp"
#include "server/api/addressed_booking.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"

namespace server {

using namespace model;

namespace {
struct CheckOutInput {
    std::optional<Bounded<0, 1'000'000>> samples;
    std::optional<std::vector<ConsumableInput>> consumables;
    std::optional<Text<0, 2000>> note;
};
BOOST_DESCRIBE_STRUCT(CheckOutInput, (), (samples, consumables, note))

struct ApprovalInput : ReasonInput, WaiverInput {};
BOOST_DESCRIBE_STRUCT(ApprovalInput, (ReasonInput, WaiverInput), ())

using Step = std::function<Result<Booking>(SqlTransaction&, const Addressed&)>;

/// The command that takes one step and answers the booking.
CommandBody step_command(const Call& call, Need need, Step step) {
    return CommandBody([&call, need, step = std::move(step)](SqlTransaction& tx) -> Result<Answer> {
        const BookingId id{json::id_number(call.path_parameter(0))};
        TRY(const auto target, addressed(tx, id, *call.who, need, call.request.if_match));
        TRY(const auto booking, step(tx, target));
        const auto view = booking_view(call, booking, tx.party_names(booking));
        return Answer{200, json::to_text(view, call.style), view.etag};
    });
}
}  // namespace

Result<CommandBody> approve(const Call& call) {
    TRY(const auto input, optional_body<ApprovalInput>(call));
    TRY(auto waiver, waiver_of(input));
    return step_command(call, Need::decide,
                        [&call, waiver = std::move(waiver)](SqlTransaction& tx, const Addressed& a) -> Result<Booking> {
                            if (waiver && !may_administer(*call.who, *a.instrument)) {
                                return ErrorCode::not_allowed;
                            }
                            return scheduler::approve_booking(tx, a.booking.id, a.actor, call.now, waiver);
                        });
}

Result<CommandBody> reject(const Call& call) {
    TRY(const auto input, optional_body<ReasonInput>(call));
    if (!input.reason || input.reason->empty()) {
        return field_error("reason", "missing", "请填写拒绝的理由", "give a reason for the rejection");
    }
    return step_command(call, Need::decide,
                        [&call, reason = input.reason->value](SqlTransaction& tx, const Addressed& a) {
                            return scheduler::reject_booking(tx, a.booking.id, reason, a.actor, call.now);
                        });
}

Result<CommandBody> cancel(const Call& call) {
    TRY(const auto input, optional_body<ReasonInput>(call));
    return step_command(call, Need::act,
                        [&call, reason = input.reason ? input.reason->value : ""](
                            SqlTransaction& tx, const Addressed& a) -> Result<Booking> {
                            if (reason.empty() && !may_act_for(*call.who, a.booking)) {
                                return field_error("reason", "missing", "取消他人的预约须填写理由",
                                                   "a reason is needed to cancel somebody else's booking");
                            }
                            if (a.booking.status == BookingStatus::displaced) {
                                return scheduler::cancel_displaced(tx, a.booking.id, reason, a.actor, call.now);
                            }
                            return scheduler::cancel_booking(tx, a.booking.id, reason, a.actor, call.now);
                        });
}

Result<CommandBody> reschedule(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<RescheduleInput>(body));
    TRY(const auto time, checked_interval(input.start, input.end));
    TRY(auto waiver, waiver_of(input));
    return step_command(call, Need::act,
                        [&call, time, instrument = input.instrument_id, waiver = std::move(waiver)](
                            SqlTransaction& tx, const Addressed& a) -> Result<Booking> {
                            const auto target = instrument ? tx.instrument(*instrument) : a.instrument;
                            if (waiver && (!target || !may_administer(*call.who, *target))) {
                                return ErrorCode::not_allowed;
                            }
                            // Who runs the old instrument is nobody's staff on another platform's.
                            auto actor = a.actor;
                            actor.is_staff = actor.is_staff && target && may_operate(*call.who, *target);
                            return scheduler::reschedule_booking(tx, a.booking.id, time, instrument, actor, call.now,
                                                                 waiver);
                        });
}

Result<CommandBody> check_in_booking(const Call& call) {
    return step_command(call, Need::act, [&call](SqlTransaction& tx, const Addressed& a) {
        return scheduler::check_in(tx, a.booking.id, a.actor, call.now);
    });
}

Result<CommandBody> check_out_booking(const Call& call) {
    TRY(const auto input, optional_body<CheckOutInput>(call));
    scheduler::CheckOut what;
    if (input.samples) {
        what.samples = input.samples->value;
    }
    what.note = input.note ? input.note->value : "";
    if (input.consumables) {
        TRY_VOID(check_consumables_count(input.consumables->size()));
        what.consumables.emplace();
        for (const auto& item : *input.consumables) {
            what.consumables->push_back({item.name.value, item.quantity.value});
        }
    }
    return step_command(call, Need::act, [&call, what](SqlTransaction& tx, const Addressed& a) {
        return scheduler::check_out(tx, a.booking.id, what, a.actor, call.now);
    });
}

Result<CommandBody> no_show(const Call& call) {
    return step_command(call, Need::operate, [&call](SqlTransaction& tx, const Addressed& a) {
        return scheduler::mark_no_show(tx, a.booking.id, a.actor, call.now);
    });
}

Shape approval_shape() {
    return {json::schema<BookingView>(), json::schema<ApprovalInput>()};
}

Shape reason_shape() {
    return {json::schema<BookingView>(), json::schema<ReasonInput>()};
}

Shape check_out_shape() {
    return {json::schema<BookingView>(), json::schema<CheckOutInput>()};
}

}  // namespace server
