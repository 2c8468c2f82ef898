// Who may act on a booking, and deciding many at once.

#include <fmt/format.h>

#include "server/api/addressed_booking.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
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
struct BatchInput {
    BatchAction action = BatchAction::approve;
    std::vector<BookingId> ids;
    std::optional<Text<0, 500>> reason;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(BatchInput, (), (action, ids, reason, dry_run))

Result<Booking> decide_one(SqlTransaction& tx, const Call& call, BatchAction action, BookingId id,
                           const std::string& reason) {
    TRY(const auto target, addressed(tx, id, *call.who, Need::decide, ""));
    if (action == BatchAction::approve) {
        return scheduler::approve_booking(tx, id, target.actor, call.now);
    }
    return scheduler::reject_booking(tx, id, reason, target.actor, call.now);
}
}  // namespace

Answer decide_each(SqlTransaction& tx, const Call& call, BatchAction action, const std::vector<BookingId>& ids,
                   const std::string& reason) {
    std::string results;
    std::int64_t good = 0;
    for (const auto id : ids) {
        const auto part = tx.begin_part();
        const auto decided = decide_one(tx, call, action, id, reason);
        tx.end_part(part, decided.has_value());
        good += decided ? 1 : 0;
        fmt::format_to(
            std::back_inserter(results), R"({}{{"id":"{}","ok":{},"status":{},"problem":{}}})",
            results.empty() ? "" : ",", id.value, decided.has_value(),
            decided ? fmt::format("\"{}\"", json::enum_name(decided->status)) : "null",
            decided ? "null" : http::problem_text(decided.error(), call.request.language(), call.request.request_id));
    }
    return Answer{200, fmt::format(R"({{"results":[{}],"ok":{},"failed":{}}})", results, good,
                                   static_cast<std::int64_t>(ids.size()) - good)};
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
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        auto answer = decide_each(tx, call, input.action, input.ids, input.reason ? input.reason->value : "");
        if (input.dry_run.value_or(false)) {
            tx.discard();
        }
        return answer;
    });
}

}  // namespace server
