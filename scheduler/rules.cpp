#include "scheduler/rules.hpp"

#include "scheduler/rules/rule.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

// The list of all rules, in the order in which they are told. A macro, so that one line both
// declares a rule and enters it. MANY rules may be broken in several ways at once.
#define YIQI_RULES(RULE, MANY) \
    RULE(past_start)           \
    RULE(min_length)           \
    RULE(max_length)           \
    RULE(grid)                 \
    RULE(min_notice)           \
    RULE(change_notice)        \
    RULE(horizon)              \
    RULE(opening_hours)        \
    RULE(holiday)              \
    RULE(closure)              \
    RULE(own_gap)              \
    RULE(max_future_bookings)  \
    RULE(max_future_minutes)   \
    MANY(quota)                \
    RULE(training_required)    \
    MANY(gate_missing)         \
    RULE(suspended)            \
    RULE(instrument_unavailable)

namespace scheduler {

namespace rules {

#define YIQI_DECLARE_RULE(name) std::optional<model::Violation> name(const RuleInput& input);
#define YIQI_DECLARE_MANY(name) std::vector<model::Violation> name(const RuleInput& input);
YIQI_RULES(YIQI_DECLARE_RULE, YIQI_DECLARE_MANY)
#undef YIQI_DECLARE_RULE
#undef YIQI_DECLARE_MANY

}  // namespace rules

namespace {

void append(std::vector<model::Violation>& all, std::optional<model::Violation> one) {
    if (one) {
        all.push_back(*std::move(one));
    }
}

void append(std::vector<model::Violation>& all, std::vector<model::Violation> many) {
    std::ranges::move(many, std::back_inserter(all));
}

struct NamedRule {
    std::string_view name;
    void (*check)(const RuleInput&, std::vector<model::Violation>&);
};

#define YIQI_ENTER_RULE(name) \
    NamedRule{#name, [](const RuleInput& i, std::vector<model::Violation>& all) { append(all, rules::name(i)); }},
constexpr NamedRule all_rules[] = {YIQI_RULES(YIQI_ENTER_RULE, YIQI_ENTER_RULE)};
#undef YIQI_ENTER_RULE

}  // namespace

std::vector<model::Violation> broken_rules(const RuleInput& input) {
    std::vector<model::Violation> violations;
    for (const auto& rule : all_rules) {
        rule.check(input, violations);
    }
    return violations;
}

std::vector<std::string_view> rule_names() {
    std::vector<std::string_view> names;
    for (const auto& rule : all_rules) {
        names.push_back(rule.name);
    }
    return names;
}

std::optional<model::Violation> cancel_notice_broken(const model::Policy& policy, model::Instant start,
                                                     model::Instant now) {
    const std::int64_t notice = policy.cancel_notice_minutes;
    if (!rules::is_too_late(start, now, notice)) {
        return std::nullopt;
    }
    std::vector<model::Parameter> params{rules::number_parameter("cancel_notice_minutes", notice),
                                         rules::instant_parameter("start", start, policy.time_zone)};
    if (start < now) {
        return rules::broken("cancel_notice",
                             {"预约已经开始，不能取消", "The booking has begun and cannot be cancelled"},
                             std::move(params));
    }
    const auto phrase = rules::duration_phrase(notice);
    return rules::broken("cancel_notice",
                         {fmt::format("取消须在开始前至少 {} 提出", phrase.zh),
                          fmt::format("A booking can be cancelled until {} before its start", phrase.en)},
                         std::move(params));
}

}  // namespace scheduler
