// Outages of instruments.

#include <fmt/format.h>

#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/views.hpp"

namespace server {

using namespace model;

namespace {
struct OutageInput {
    Instant start{};
    Instant end{};
    Text<1, 500> reason;
    std::optional<bool> replan;
};
BOOST_DESCRIBE_STRUCT(OutageInput, (), (start, end, reason, replan))

struct OutageView {
    OutageId id;
    InstrumentId instrument_id;
    Instant start{};
    Instant end{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(OutageView, (), (id, instrument_id, start, end, reason))

OutageView outage_view(const Outage& o) {
    return {o.id, o.instrument_id, o.time.start, o.time.end, o.reason};
}
scheduler::CalendarIndex calendar_with(const Call& call, const std::vector<scheduler::OccupancyChange>& changes) {
    scheduler::CalendarEdit edit(call.snapshot->calendar);
    for (const auto& change : changes) {
        const auto* ordinal = call.snapshot->catalogue->find(change.occupancy.instrument_id);
        if (ordinal != nullptr && change.added) {
            edit.add(*ordinal, scheduler::Taken::of(change.occupancy));
        } else if (ordinal != nullptr) {
            edit.remove(*ordinal, change.occupancy.holder);
        }
    }
    return edit.finish(call.now - calendar_memory);
}
}  // namespace

Result<CommandBody> report_outage(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<OutageInput>(body));
    TRY(const auto time, checked_interval(input.start, input.end));
    return CommandBody([&call, time, reason = input.reason.value](SqlTransaction& tx) -> Result<Answer> {
        const InstrumentId id{call.path_parameter(0)};
        const auto record = tx.instrument(id);
        if (!record) {
            return ErrorCode::not_found;
        }
        if (!may_operate(*call.who, *record)) {
            return ErrorCode::not_allowed;
        }
        const scheduler::Actor actor{call.who->user.id, call.who->organisation.id, true};
        TRY(const auto reported, scheduler::report_outage(tx, id, time, reason, actor, call.now));
        // Proposals must see the outage itself, which is not in the snapshot yet.
        const auto calendar = calendar_with(call, tx.effects().occupancy);
        std::string displaced;
        for (const auto booking_id : reported.displaced) {
            const auto booking = tx.booking(booking_id);
            const auto payer = tx.organisation(booking->organisation_id);
            const auto facts_of = facts_reader(tx.reader(), {booking->user_id, booking->organisation_id}, booking->time,
                                               call.now, booking_id);
            const auto proposals = find_alternatives(call, calendar, id, booking->time, booking->samples, facts_of,
                                                     booking_id, payer ? &*payer : nullptr);
            fmt::format_to(std::back_inserter(displaced), "{}{{\"booking_id\":\"{}\",\"proposal\":{}}}",
                           displaced.empty() ? "" : ",", booking_id.value,
                           proposals.empty() ? "null" : json::to_text(proposals.front(), call.style));
        }
        return Answer{201, fmt::format("{{\"outage\":{},\"displaced\":[{}]}}",
                                       json::to_text(outage_view(reported.outage), call.style), displaced)};
    });
}

Result<CommandBody> end_outage(const Call& call) {
    return CommandBody([&call](SqlTransaction& tx) -> Result<Answer> {
        const OutageId id{json::id_number(call.path_parameter(0))};
        const auto outage = tx.outage(id);
        const auto record = outage ? tx.instrument(outage->instrument_id) : nullptr;
        if (!record) {
            return ErrorCode::not_found;
        }
        if (!may_operate(*call.who, *record)) {
            return ErrorCode::not_allowed;
        }
        TRY(const auto ended,
            scheduler::end_outage(tx, id, {call.who->user.id, call.who->organisation.id, true}, call.now));
        return Answer{204, {}};
    });
}

Result<Answer> list_outages(const Call& call, Database& database) {
    const InstrumentId id{call.path_parameter(0)};
    if (!call.snapshot->catalogue->instrument(id)) {
        return ErrorCode::not_found;
    }
    std::vector<std::string> items;
    database.each<std::int64_t, std::int64_t, std::int64_t, std::string>(
        "SELECT id, start_at, end_at, reason FROM outage WHERE instrument_id = :id AND ended = 0 AND end_at > :now "
        "ORDER BY start_at LIMIT 200",
        [&](std::int64_t outage, std::int64_t start, std::int64_t end, const std::string& reason) {
            items.push_back(json::to_text(OutageView{OutageId{outage}, id, instant_of(start), instant_of(end), reason},
                                          call.style));
        },
        id.value, seconds_of(call.now));
    return Answer{200, list_text(items, Page{}, static_cast<std::int64_t>(items.size()))};
}

}  // namespace server
