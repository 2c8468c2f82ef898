// Policies and rates: documents that are replaced as a whole, each change a new version.

#include <algorithm>

#include <fmt/format.h>

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

void check_card(const RateCard& card, const std::string& path, json::Findings& findings) {
    std::int64_t last = -1;
    for (std::size_t i = 0; i < card.tiers.size(); ++i) {
        if (card.tiers[i].from_minutes <= last) {
            findings.value(fmt::format("{}.tiers[{}].from_minutes", path, i), "not_ascending",
                           {"须递增", "tiers must ascend"});
        }
        last = card.tiers[i].from_minutes;
    }
    for (std::size_t i = 0; i < card.cancellation.size(); ++i) {
        if (card.cancellation[i].fee_fen.has_value() == card.cancellation[i].percent.has_value()) {
            findings.value(fmt::format("{}.cancellation[{}]", path, i), "one_of",
                           {"fee_fen 与 percent 须且只能有一个", "exactly one of fee_fen and percent"});
        }
    }
    constexpr std::size_t tiers_max = 20;
    constexpr std::size_t bands_max = 50;
    if (card.tiers.size() > tiers_max || card.bands.size() > bands_max || card.cancellation.size() > tiers_max) {
        findings.value(path, "too_many", {"条目过多", "too many entries"});
    }
}

Result<void> check_rates(const Rates& rates) {
    constexpr std::size_t cards_max = 50;
    json::Findings findings;
    if (rates.empty() || rates.size() > cards_max) {
        json::report_range(findings, "rates", 1, cards_max);
    }
    for (std::size_t i = 0; i < rates.size(); ++i) {
        check_card(rates[i], fmt::format("[{}]", i), findings);
        const bool twice = std::ranges::any_of(
            rates.begin(), rates.begin() + static_cast<std::ptrdiff_t>(i), [&](const RateCard& other) {
                return other.price_class == rates[i].price_class && other.valid_from == rates[i].valid_from;
            });
        if (twice) {
            findings.value(fmt::format("[{}].price_class", i), "duplicate",
                           {"同一类别和日期出现两次", "this class and date appear twice"});
        }
    }
    if (!findings.empty()) {
        return findings.error();
    }
    return {};
}

/// The caller's right and the version it edits, checked where nothing can change any more.
Result<scheduler::InstrumentPtr> editable(SqlTransaction& tx, const InstrumentId& id, const Principal& who,
                                          const std::string& if_match) {
    auto record = tx.instrument(id);
    if (!record) {
        return ErrorCode::not_found;
    }
    if (!may_administer(who, *record)) {
        return ErrorCode::not_allowed;
    }
    if (if_match != "*" && if_match.find(instrument_etag(*record)) == std::string::npos) {
        return ErrorCode::stale_etag;
    }
    return record;
}

void record_change(SqlTransaction& tx, EventKind kind, const InstrumentId& id, std::int64_t version, UserId actor,
                   Instant now) {
    Event event;
    event.at = now;
    event.kind = kind;
    event.actor = actor;
    event.instrument_id = id;
    event.facts = {{"version", std::to_string(version)}};
    tx.append(std::move(event));
}
}  // namespace

Result<CommandBody> put_policy(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto policy, json::from_text<Policy>(body));
    TRY_VOID(check_policy(policy));
    return CommandBody([&call, id = InstrumentId{call.path_parameter(0)},
                        policy = std::move(policy)](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto before, editable(tx, id, *call.who, call.request.if_match));
        const auto version = tx.add_policy(id, policy, call.now);
        record_change(tx, EventKind::policy_changed, id, version->version, call.who->user.id, call.now);
        Answer answer;
        json::write(answer.body, policy, call.style);
        answer.etag = instrument_etag(*tx.instrument(id));
        return answer;
    });
}

Result<CommandBody> put_rates(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto rates, json::from_text<Rates>(body));
    TRY_VOID(check_rates(rates));
    return CommandBody([&call, id = InstrumentId{call.path_parameter(0)},
                        rates = std::move(rates)](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto before, editable(tx, id, *call.who, call.request.if_match));
        const auto version = tx.add_rates(id, rates, call.now);
        record_change(tx, EventKind::rates_changed, id, version->version, call.who->user.id, call.now);
        Answer answer;
        json::write(answer.body, rates, call.style);
        answer.etag = instrument_etag(*tx.instrument(id));
        return answer;
    });
}

}  // namespace server
