// Policies: documents that are replaced as a whole, each change a new version.

#include <algorithm>

#include <fmt/format.h>

#include "scheduler/documents.hpp"
#include "server/api/handlers.hpp"
#include "server/json/read.hpp"

namespace server {

using namespace model;

namespace {
Result<void> check_policy(const Policy& policy) {
    constexpr std::size_t quotas_max = 50;
    constexpr std::size_t closures_max = 1'000;
    json::Findings findings;
    if (policy.quotas.size() > quotas_max) {
        json::report_range(findings, "quotas", 0, quotas_max);
    }
    constexpr std::size_t priorities_max = 3;
    if (policy.waitlist_priority.size() > priorities_max) {
        json::report_range(findings, "waitlist_priority", 0, priorities_max);
    }
    if (policy.closures.size() > closures_max) {
        json::report_range(findings, "closures", 0, closures_max);
    }
    for (std::size_t i = 0; i < policy.closures.size(); ++i) {
        if (policy.closures[i].end <= policy.closures[i].start) {
            findings.value(fmt::format("closures[{}].end", i), "end_before_start",
                           {"结束须晚于开始", "the end must lie after the start"});
        }
    }
    constexpr std::size_t gates_max = 20;
    if (policy.gates.size() > gates_max) {
        json::report_range(findings, "gates", 0, gates_max);
    }
    for (std::size_t i = 0; i < policy.gates.size(); ++i) {
        if (std::ranges::count(policy.gates, policy.gates[i].name, &Gate::name) > 1) {
            findings.value(fmt::format("gates[{}].name", i), "duplicate", {"名称重复", "this name appears twice"});
        }
    }
    for (std::size_t i = 0; i < policy.quotas.size(); ++i) {
        if (!policy.quotas[i].max_bookings && !policy.quotas[i].max_minutes) {
            findings.value(fmt::format("quotas[{}]", i), "no_limit",
                           {"须有 max_bookings 或 max_minutes", "max_bookings or max_minutes is needed"});
        }
    }
    if (!findings.empty()) {
        return findings.error();
    }
    return {};
}

}  // namespace

Result<void> check_editable(SqlTransaction& tx, const InstrumentId& id, const Principal& who,
                            const std::string& if_match) {
    const auto record = tx.instrument(id);
    if (!record) {
        return ErrorCode::not_found;
    }
    if (!may_administer(who, *record)) {
        return ErrorCode::not_allowed;
    }
    if (if_match != "*" && if_match.find(instrument_etag(*record)) == std::string::npos) {
        return ErrorCode::stale_etag;
    }
    return {};
}

Result<CommandBody> put_policy(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto policy, json::from_text<Policy>(body));
    TRY_VOID(check_policy(policy));
    return CommandBody([&call, id = InstrumentId{call.path_parameter(0)},
                        policy = std::move(policy)](SqlTransaction& tx) -> Result<Answer> {
        TRY_VOID(check_editable(tx, id, *call.who, call.request.if_match));
        scheduler::change_policy(tx, id, policy, {call.who->user.id, call.who->organisation.id, true}, call.now);
        Answer answer;
        json::write(answer.body, policy, call.style);
        answer.etag = instrument_etag(*tx.instrument(id));
        return answer;
    });
}

}  // namespace server
