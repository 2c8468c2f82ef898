// Who may act on a booking, and deciding many at once.

#include "server/api/addressed_booking.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"
#include "server/http/problem.hpp"

namespace server {

using namespace model;

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

namespace {
struct BatchInput : WaiverInput {
    BatchAction action = BatchAction::approve;
    std::vector<BookingId> ids;
    std::optional<Text<0, 500>> reason;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(BatchInput, (WaiverInput), (action, ids, reason, dry_run))

struct DecisionView {
    BookingId id;
    bool ok = false;
    std::optional<BookingStatus> status;
    json::Raw problem;  ///< a problem document, or null
};
BOOST_DESCRIBE_STRUCT(DecisionView, (), (id, ok, status, problem))

struct BatchView {
    std::vector<DecisionView> results;
    std::int64_t ok = 0;
    std::int64_t failed = 0;
};
BOOST_DESCRIBE_STRUCT(BatchView, (), (results, ok, failed))

Result<Booking> decide_one(SqlTransaction& tx, const Call& call, BookingId id, const Decision& decision) {
    TRY(const auto target, addressed(tx, id, *call.who, Need::decide, ""));
    if (decision.action == BatchAction::approve) {
        if (decision.waiver && !may_administer(*call.who, *target.instrument)) {
            return ErrorCode::not_allowed;
        }
        return scheduler::approve_booking(tx, id, target.actor, call.now, decision.waiver);
    }
    return scheduler::reject_booking(tx, id, decision.reason, target.actor, call.now);
}
}  // namespace

Answer decide_each(SqlTransaction& tx, const Call& call, const std::vector<BookingId>& ids, const Decision& decision) {
    BatchView view;
    for (const auto id : ids) {
        const auto part = tx.begin_part();
        const auto decided = decide_one(tx, call, id, decision);
        tx.end_part(part, decided.has_value());
        ++(decided ? view.ok : view.failed);
        view.results.push_back({id, decided.has_value(), decided ? std::optional(decided->status) : std::nullopt,
                                json::Raw{decided ? "null"
                                                  : http::problem_text(decided.error(), call.request.language(),
                                                                       call.request.request_id)}});
    }
    return Answer{200, json::to_text(view, call.style)};
}

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
    TRY(auto waiver, waiver_of(input));
    if (waiver && input.action == BatchAction::reject) {
        return field_error("waive", "not_for_reject", "拒绝时没有可豁免的规则", "a rejection sets no rules aside");
    }
    const Decision decision{input.action, input.reason ? input.reason->value : "", std::move(waiver)};
    return CommandBody([&call, input = std::move(input), decision](SqlTransaction& tx) -> Result<Answer> {
        auto answer = decide_each(tx, call, input.ids, decision);
        if (input.dry_run.value_or(false)) {
            tx.discard();
        }
        return answer;
    });
}

Shape batch_shape() {
    return {json::schema<BatchView>(), json::schema<BatchInput>()};
}

Shape decisions_shape() {
    return {json::schema<BatchView>()};
}

}  // namespace server
