// The steps in the life of a booking.

#include <algorithm>

#include <fmt/format.h>

#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/views.hpp"
#include "server/http/problem.hpp"

namespace server {

using namespace model;

namespace {
struct ReasonInput {
    std::optional<Text<0, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(ReasonInput, (), (reason))

struct ConsumableInput {
    Text<1, 100> name;
    Bounded<1, 1'000'000> quantity;
};
BOOST_DESCRIBE_STRUCT(ConsumableInput, (), (name, quantity))

struct CheckOutInput {
    std::optional<Bounded<0, 1'000'000>> samples;
    std::optional<std::vector<ConsumableInput>> consumables;
    std::optional<Text<0, 2000>> note;
};
BOOST_DESCRIBE_STRUCT(CheckOutInput, (), (samples, consumables, note))

enum class BatchAction { approve, reject };
BOOST_DESCRIBE_ENUM(BatchAction, approve, reject)

struct BatchInput {
    BatchAction action = BatchAction::approve;
    std::vector<BookingId> ids;
    std::optional<Text<0, 500>> reason;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(BatchInput, (), (action, ids, reason, dry_run))

/// A body that may be left out altogether.
template <class T>
Result<T> optional_body(const Call& call) {
    TRY(const auto body, json_body(call));
    return body.find_first_not_of(" \r\n\t") == std::string_view::npos ? Result<T>(T{}) : json::from_text<T>(body);
}

enum class Need { decide, act, operate };

/// The booking behind an action, when the caller may take it. Who may not even see it gets not_found.
struct Addressed {
    Booking booking;
    scheduler::InstrumentPtr instrument;
    scheduler::Actor actor;
};
Result<Addressed> addressed(SqlTransaction& tx, BookingId id, const Principal& who, Need need,
                            const std::string& if_match) {
    auto booking = tx.booking(id);
    if (!booking) {
        return ErrorCode::not_found;
    }
    auto instrument = tx.instrument(booking->instrument_id);
    if (!instrument || !may_see(who, *instrument, *booking)) {
        return ErrorCode::not_found;
    }
    const bool operates = may_operate(who, *instrument);
    bool allowed = false;
    switch (need) {
        case Need::decide:
            allowed = may_approve(who, *instrument, instrument->policy->policy.approval);
            break;
        case Need::act:
            allowed = operates || may_act_for(who, *booking);
            break;
        case Need::operate:
            allowed = operates;
            break;
    }
    if (!allowed) {
        return ErrorCode::not_allowed;
    }
    if (!if_match.empty() && if_match != "*" && if_match != booking_etag(*booking)) {
        return ErrorCode::stale_etag;
    }
    const scheduler::Actor actor{who.user.id, who.organisation.id, operates};
    return Addressed{*std::move(booking), std::move(instrument), actor};
}

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
    TRY(const auto input, optional_body<ReasonInput>(call));
    return step_command(call, Need::decide, [&call](SqlTransaction& tx, const Addressed& a) {
        return scheduler::approve_booking(tx, a.booking.id, a.actor, call.now);
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
    for (const auto& item : input.consumables.value_or(std::vector<ConsumableInput>{})) {
        what.note += fmt::format("{}{} × {}", what.note.empty() ? "" : "\n", item.name.value, item.quantity.value);
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

namespace {
/// One of a batch, in a savepoint of its own: the others stand whatever happens to it.
Result<Booking> decide_one(SqlTransaction& tx, const Call& call, const BatchInput& input, BookingId id) {
    TRY(const auto target, addressed(tx, id, *call.who, Need::decide, ""));
    if (input.action == BatchAction::approve) {
        return scheduler::approve_booking(tx, id, target.actor, call.now);
    }
    return scheduler::reject_booking(tx, id, input.reason->value, target.actor, call.now);
}
}  // namespace

Result<CommandBody> decide_batch(const Call& call) {
    constexpr std::size_t batch_ids_max = 200;
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<BatchInput>(body));
    if (input.ids.empty() || input.ids.size() > batch_ids_max) {
        return field_error("ids", "out_of_range", "须为 1 至 200 个", "1 to 200 ids");
    }
    if (input.action == BatchAction::reject && (!input.reason || input.reason->empty())) {
        return field_error("reason", "missing", "请填写拒绝的理由", "give a reason for the rejection");
    }
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        const bool dry_run = input.dry_run.value_or(false);
        std::string results;
        std::int64_t good = 0;
        for (const auto id : input.ids) {
            const auto part = tx.begin_part();
            const auto decided = decide_one(tx, call, input, id);
            tx.end_part(part, decided.has_value());
            good += decided ? 1 : 0;
            fmt::format_to(std::back_inserter(results), R"({}{{"id":"{}","ok":{},"status":{},"problem":{}}})",
                           results.empty() ? "" : ",", id.value, decided.has_value(),
                           decided ? fmt::format("\"{}\"", json::enum_name(decided->status)) : "null",
                           decided
                               ? "null"
                               : http::problem_text(decided.error(), call.request.language(), call.request.request_id));
        }
        const auto text = fmt::format(R"({{"results":[{}],"ok":{},"failed":{}}})", results, good,
                                      static_cast<std::int64_t>(input.ids.size()) - good);
        if (dry_run) {
            tx.discard();
        }
        return Answer{200, text};
    });
}

}  // namespace server
