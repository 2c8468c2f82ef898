// Prices before asking. A quote is not stored: its id carries what it froze, signed by the server.

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "scheduler/booking_steps.hpp"
#include "scheduler/price_words.hpp"
#include "scheduler/pricing.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"
#include "server/auth/secrets.hpp"

namespace server {

using namespace model;

std::string quote_text(const scheduler::BookingRequest& r, const Payer& payer, const scheduler::FrozenPrice& frozen) {
    return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", r.instrument_id.value, seconds_of(r.time.start),
                       seconds_of(r.time.end), r.samples, r.staff_minutes, extras_text(r.extras), class_of(payer).value,
                       frozen.rates_version, frozen.calendar_version, seconds_of(frozen.at));
}

struct QuoteView : PriceView {
    std::string quote_id;
    std::string currency = "CNY";
    ClassName price_class;
    Approval approval = Approval::none;
    bool taken = false;
    Instant valid_until{};
    Sentence rounding;
    std::vector<ViolationView> violations;
    std::vector<AlternativeView> alternatives;
};
BOOST_DESCRIBE_STRUCT(QuoteView, (PriceView),
                      (quote_id, currency, price_class, approval, taken, valid_until, rounding, violations,
                       alternatives))

Result<Interval> checked_interval(Instant start, Instant end) {
    constexpr std::chrono::days longest{366};
    if (end <= start) {
        return field_error("end", "end_before_start", "结束须晚于开始", "the end must lie after the start");
    }
    if (end - start > longest) {
        return field_error("end", "too_long", "最长 366 天", "at most 366 days");
    }
    return Interval{start, end};
}

Result<std::vector<AccessoryUse>> accessory_uses(const std::optional<std::vector<AccessoryInput>>& accessories,
                                                 const char* field) {
    constexpr std::size_t accessories_max = 20;
    std::vector<AccessoryUse> uses;
    for (const auto& wanted : accessories.value_or(std::vector<AccessoryInput>{})) {
        if (std::ranges::find(uses, wanted.id, &AccessoryUse::id) != uses.end()) {
            return field_error(field, "repeated", "附件重复", "an accessory is given twice");
        }
        uses.push_back({wanted.id, wanted.quantity});
    }
    if (uses.size() > accessories_max) {
        return field_error(field, "out_of_range", "最多 20 种附件", "at most 20 accessories");
    }
    return uses;
}

Result<scheduler::BookingRequest> booking_request(const QuoteInput& input) {
    scheduler::BookingRequest request;
    TRY(request.time, checked_interval(input.start, input.end));
    request.instrument_id = input.instrument_id;
    request.samples = input.samples.value_or(0);
    if (!input.options) {
        return request;
    }
    request.staff_minutes = input.options->staff_minutes ? input.options->staff_minutes->value : 0;
    TRY(request.accessories, accessory_uses(input.options->accessories, "options.accessories"));
    request.extras.urgent = input.options->urgent.value_or(false);
    request.extras.training = input.options->training.value_or(false);
    const auto consumables = input.options->consumables.value_or(std::vector<ConsumableInput>{});
    TRY_VOID(check_consumables_count(consumables.size()));
    for (const auto& wanted : consumables) {
        request.extras.consumables.push_back({wanted.name, wanted.quantity});
    }
    return request;
}

Result<void> check_consumables_count(std::size_t count) {
    constexpr std::size_t consumables_max = 100;
    if (count > consumables_max) {
        return field_error("consumables", "out_of_range", "最多 100 种耗材", "at most 100 consumables");
    }
    return {};
}

Result<std::optional<scheduler::Waiver>> waiver_of(const WaiverInput& input) {
    constexpr std::size_t rules_max = 30;
    if (!input.waive || input.waive->empty()) {
        return std::optional<scheduler::Waiver>();
    }
    json::Findings findings;
    if (input.waive->size() > rules_max) {
        json::report_range(findings, "waive", 0, rules_max);
    }
    scheduler::Waiver waiver;
    for (std::size_t i = 0; i < input.waive->size(); ++i) {
        const auto& rule = (*input.waive)[i].value;
        if (!scheduler::is_waivable(rule)) {
            findings.value(fmt::format("waive[{}]", i), "not_waivable",
                           {"没有这条规则，或该规则不能豁免", "there is no such rule, or it cannot be waived"});
        }
        waiver.rules.push_back(rule);
    }
    if (!input.waive_reason) {
        findings.value("waive_reason", "missing", {"请填写豁免的理由", "give a reason for the waiver"});
    }
    if (!findings.empty()) {
        return findings.error();
    }
    waiver.reason = input.waive_reason->value;
    return std::optional(std::move(waiver));
}

scheduler::FactsOf facts_reader(Database& database, const scheduler::Person& person, Interval time, Instant now,
                                BookingId moving) {
    const Interval around{time.start - scheduler::look_back, time.end + scheduler::look_ahead + time.length()};
    return [&database, person, around, now, moving](const scheduler::InstrumentRecord& record) {
        SqlRuleFacts store(database);
        return scheduler::gather_facts(store, record.policy->policy, record.instrument, person, around, now, moving);
    };
}

// "<rates version>.<calendar version>.<valid until>.<signature>"
namespace {
std::string quote_id_of(const scheduler::FrozenPrice& frozen, const std::string& text, const std::string& secret) {
    return fmt::format("{}.{}.{}.{}", frozen.rates_version, frozen.calendar_version,
                       seconds_of(frozen.at + quote_valid), hash_of(text, secret));
}
}  // namespace

Result<scheduler::FrozenPrice> check_quote(const Call& call, const std::string& quote_id,
                                           const scheduler::BookingRequest& request) {
    std::array<std::int64_t, 3> numbers{};
    const char* at = quote_id.data();
    const char* end = at + quote_id.size();
    for (auto& number : numbers) {
        const auto read = std::from_chars(at, end, number);
        if (read.ec != std::errc{} || read.ptr == end || *read.ptr != '.') {
            return ErrorCode::quote_invalid;
        }
        at = read.ptr + 1;
    }
    const auto record = call.snapshot->catalogue->instrument(request.instrument_id);
    if (!record) {
        return ErrorCode::not_found;
    }
    const auto valid_until = instant_of(numbers[2]);
    const scheduler::FrozenPrice frozen{numbers[0], valid_until - quote_valid, numbers[1]};
    const auto text = quote_text(request, payer_for(call, *record), frozen);
    const std::string_view signature(at, static_cast<std::size_t>(end - at));
    if (!same_secret(signature, hash_of(text, call.services.secret)) || call.now > valid_until) {
        return ErrorCode::quote_invalid;
    }
    return frozen;
}

namespace {
scheduler::Person person_of(const Call& call) {
    return call.who ? scheduler::Person{call.who->user.id, call.who->organisation.id} : scheduler::Person{};
}
}  // namespace

Result<Answer> make_quote(const Call& call, Database& database) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<QuoteInput>(body));
    TRY(const auto request, booking_request(input));
    const auto& catalogue = *call.snapshot->catalogue;
    const auto* ordinal = catalogue.find(request.instrument_id);
    if (ordinal == nullptr) {
        return ErrorCode::not_found;
    }
    const auto& record = *catalogue.instruments()[*ordinal];
    const auto payer = payer_for(call, record);
    TRY(const auto quoted, scheduler::quote(record, *record.rates, payer, request, call.now));

    const auto person = person_of(call);
    const auto facts_of = facts_reader(database, person, request.time, call.now);
    const scheduler::RuleWish wish{.time = request.time, .person = person};
    const auto violations = scheduler::broken_rules(record, wish, facts_of(record), call.now);
    const bool taken = !scheduler::is_free(record.policy->policy, call.snapshot->calendar.at(*ordinal), request.time);

    QuoteView view;
    static_cast<PriceView&>(view) = price_view(quoted.price);
    view.quote_id = quote_id_of(quoted.frozen, quote_text(request, payer, quoted.frozen), call.services.secret);
    view.price_class = class_of(payer);
    view.approval = quoted.approval;
    view.taken = taken;
    view.valid_until = call.now + quote_valid;
    view.rounding = scheduler::rounding();
    view.violations = violation_views(violations);
    if (taken) {
        view.alternatives =
            find_alternatives(call, call.snapshot->calendar, request.instrument_id, request.time, request.samples,
                              facts_of, {}, call.who ? &call.who->organisation : nullptr,
                              {.may_be_shorter = true, .may_be_split = true, .staff_minutes = request.staff_minutes});
    }
    return Answer{200, json::to_text(view, call.style)};
}

Shape quote_shape() {
    return {json::schema<QuoteView>(), json::schema<QuoteInput>()};
}

}  // namespace server
