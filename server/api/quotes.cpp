// Prices before asking. A quote is not stored: its id carries what it froze, signed by the server.

#include <charconv>

#include <fmt/format.h>

#include "scheduler/pricing.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"
#include "server/auth/secrets.hpp"

namespace server {

using namespace model;

namespace {
constexpr std::chrono::minutes quote_valid{30};

struct QuoteView : PriceView {
    std::string quote_id;
    std::string currency = "CNY";
    PriceClass price_class = PriceClass::enterprise;
    Approval approval = Approval::none;
    bool taken = false;
    Instant valid_until{};
    std::vector<ViolationView> violations;
    std::vector<AlternativeView> alternatives;
};
BOOST_DESCRIBE_STRUCT(QuoteView, (PriceView),
                      (quote_id, currency, price_class, approval, taken, valid_until, violations, alternatives))

/// Everything that the price depends on.
std::string signed_text(const scheduler::BookingRequest& r, PriceClass price_class, std::int64_t rates_version,
                        std::int64_t valid_until) {
    return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}", r.instrument_id.value, seconds_of(r.time.start),
                       seconds_of(r.time.end), r.samples, r.staff_minutes, json::enum_name(price_class), rates_version,
                       valid_until);
}
}  // namespace

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

Result<scheduler::BookingRequest> booking_request(const QuoteInput& input) {
    scheduler::BookingRequest request;
    TRY(request.time, checked_interval(input.start, input.end));
    request.instrument_id = input.instrument_id;
    request.samples = input.samples.value_or(0);
    request.staff_minutes = input.options && input.options->staff_minutes ? input.options->staff_minutes->value : 0;
    return request;
}

scheduler::PersonalFacts personal_facts(Database& database, UserId user, Instant now) {
    scheduler::PersonalFacts facts;
    facts.user = user;
    database.each<std::string, std::optional<std::int64_t>>(
        "SELECT instrument_id, valid_until FROM training WHERE person_id = :person LIMIT 500",
        [&](const std::string& instrument, const std::optional<std::int64_t>& until) {
            facts.trainings.push_back(
                {user, InstrumentId{instrument}, until ? std::optional(instant_of(*until)) : std::nullopt});
        },
        user.value);
    database.each<std::int64_t, std::string, std::int64_t, std::int64_t>(
        "SELECT id, instrument_id, start_at, end_at FROM booking WHERE person_id = :person AND start_at > :since "
        "AND status IN ('requested', 'approved', 'in_use') ORDER BY start_at LIMIT 500",
        [&](std::int64_t id, const std::string& instrument, std::int64_t start, std::int64_t end) {
            facts.own.push_back({InstrumentId{instrument}, {BookingId{id}, {instant_of(start), instant_of(end)}}});
        },
        user.value, seconds_of(now - std::chrono::days{31}));
    return facts;
}

Result<std::int64_t> check_quote(const Call& call, const std::string& quote_id,
                                 const scheduler::BookingRequest& request) {
    // "<rates version>.<valid until>.<signature>"
    std::int64_t version = 0;
    std::int64_t valid_until = 0;
    const char* end = quote_id.data() + quote_id.size();
    const auto first = std::from_chars(quote_id.data(), end, version);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '.') {
        return ErrorCode::quote_invalid;
    }
    const auto second = std::from_chars(first.ptr + 1, end, valid_until);
    if (second.ec != std::errc{} || second.ptr == end || *second.ptr != '.') {
        return ErrorCode::quote_invalid;
    }
    const std::string_view signature(second.ptr + 1, static_cast<std::size_t>(end - second.ptr - 1));
    const auto record = call.snapshot->catalogue->instrument(request.instrument_id);
    if (!record) {
        return ErrorCode::not_found;
    }
    const auto text = signed_text(request, price_class_for(call, *record), version, valid_until);
    if (!same_secret(signature, hash_of(text, call.services.secret)) || seconds_of(call.now) > valid_until) {
        return ErrorCode::quote_invalid;
    }
    return version;
}

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
    const auto price_class = price_class_for(call, record);
    TRY(const auto quoted, scheduler::quote(record, *record.rates, price_class, request, call.now));

    scheduler::PersonalFacts person;
    if (call.who) {
        person = personal_facts(database, call.who->user.id, call.now);
    }
    std::vector<scheduler::OwnBooking> own;
    std::optional<Training> training;
    for (const auto& [instrument, booking] : person.own) {
        if (instrument == request.instrument_id) {
            own.push_back(booking);
        }
    }
    for (const auto& held : person.trainings) {
        if (held.instrument_id == request.instrument_id) {
            training = held;
        }
    }
    const scheduler::RuleInput rules{.policy = record.policy->policy,
                                     .instrument = record.instrument,
                                     .time = request.time,
                                     .now = call.now,
                                     .is_change = false,
                                     .old_start = std::nullopt,
                                     .own = own,
                                     .training = training};
    const auto violations = scheduler::broken_rules(rules);
    const bool taken = !scheduler::is_free(record.policy->policy, call.snapshot->calendar.at(*ordinal), request.time);
    const auto valid_until = call.now + quote_valid;
    const auto signature =
        hash_of(signed_text(request, price_class, quoted.rates_version, seconds_of(valid_until)), call.services.secret);

    QuoteView view;
    static_cast<PriceView&>(view) = price_view(quoted.price);
    view.quote_id = fmt::format("{}.{}.{}", quoted.rates_version, seconds_of(valid_until), signature);
    view.price_class = price_class;
    view.approval = quoted.approval;
    view.taken = taken;
    view.valid_until = valid_until;
    view.violations = violation_views(violations);
    if (taken) {
        view.alternatives = find_alternatives(call, call.snapshot->calendar, request.instrument_id, request.time,
                                              request.samples, person, call.who ? &call.who->organisation : nullptr);
    }
    return Answer{200, json::to_text(view, call.style)};
}

Shape quote_shape() {
    return {json::schema<QuoteView>(), json::schema<QuoteInput>()};
}

}  // namespace server
