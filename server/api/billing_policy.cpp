// The document that says when companies have to pay and what follows where they do not.

#include <algorithm>

#include <fmt/format.h>

#include "scheduler/dunning.hpp"
#include "server/api/money_handlers.hpp"
#include "server/json/read.hpp"
#include "server/storage/money_rows.hpp"

namespace server {

using namespace model;

namespace {
std::string etag_of(const BillingPolicyVersion& version) {
    return fmt::format("\"billing-policy-{}\"", version.version);
}

Result<void> check_policy(const BillingPolicy& policy) {
    if (policy.dunning.size() > BillingPolicy::steps_max) {
        json::Findings findings;
        json::report_range(findings, "dunning", 0, BillingPolicy::steps_max);
        return findings.error();
    }
    const auto days = [](const DunningStep& step) { return step.after_days.value; };
    if (!std::ranges::is_sorted(policy.dunning, {}, days)) {
        return field_error("dunning", "not_ascending", "各步骤须按天数递增", "the steps must ascend in days");
    }
    return {};
}
}  // namespace

Result<Answer> get_billing_policy(const Call& call, Database& database) {
    const auto version = stored_billing_policy(database);
    return Answer{200, json::to_text(version.policy, call.style), etag_of(version)};
}

Result<CommandBody> put_billing_policy(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto policy, json::from_text<BillingPolicy>(body));
    TRY_VOID(check_policy(policy));
    return CommandBody([&call, policy = std::move(policy)](SqlTransaction& tx) -> Result<Answer> {
        if (!keeps_the_books(*call.who)) {
            return ErrorCode::not_allowed;
        }
        const auto before = stored_billing_policy(tx.reader());
        const auto& if_match = call.request.if_match;
        if (if_match != "*" && if_match.find(etag_of(before)) == std::string::npos) {
            return ErrorCode::stale_etag;
        }
        const BillingPolicyVersion next{before.version + 1, policy};
        tx.put_billing_policy(policy, next.version, call.now);
        Event event;
        event.at = call.now;
        event.kind = EventKind::billing_policy_changed;
        event.actor = call.who->user.id;
        event.facts = {{"version", std::to_string(next.version)}};
        tx.append(std::move(event));
        for (const auto& debtor : tx.debtors()) {
            scheduler::review_dunning(tx, debtor, call.now);
        }
        return Answer{200, json::to_text(policy, call.style), etag_of(next)};
    });
}

}  // namespace server
