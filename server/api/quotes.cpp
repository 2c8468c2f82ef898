// Prices before asking. A quote is not stored: its id carries what it froze, signed by the server.

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "scheduler/pricing.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/views.hpp"
#include "server/auth/secrets.hpp"

namespace server {

using namespace model;

std::string quote_text(const scheduler::BookingRequest& r, PriceClass price_class, std::int64_t rates_version) {
    return fmt::format("{}|{}|{}|{}|{}|{}|{}", r.instrument_id.value, seconds_of(r.time.start), seconds_of(r.time.end),
                       r.samples, r.staff_minutes, json::enum_name(price_class), rates_version);
}

namespace {
std::string signed_text(const scheduler::BookingRequest& r, PriceClass price_class, std::int64_t rates_version,
                        std::int64_t valid_until) {
    return fmt::format("{}|{}", quote_text(r, price_class, rates_version), valid_until);
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

namespace {
Result<std::vector<AccessoryUse>> accessory_uses(const OptionsInput& options) {
    constexpr std::size_t accessories_max = 20;
    std::vector<AccessoryUse> uses;
    for (const auto& wanted : options.accessories.value_or(std::vector<AccessoryInput>{})) {
        if (std::ranges::find(uses, wanted.id, &AccessoryUse::id) != uses.end()) {
            return field_error("options.accessories", "repeated", "附件重复", "an accessory is given twice");
        }
        uses.push_back({wanted.id, wanted.quantity});
    }
    if (uses.size() > accessories_max) {
        return field_error("options.accessories", "out_of_range", "最多 20 种附件", "at most 20 accessories");
    }
    return uses;
}
}  // namespace

Result<scheduler::BookingRequest> booking_request(const QuoteInput& input) {
    scheduler::BookingRequest request;
    TRY(request.time, checked_interval(input.start, input.end));
    request.instrument_id = input.instrument_id;
    request.samples = input.samples.value_or(0);
    if (!input.options) {
        return request;
    }
    request.staff_minutes = input.options->staff_minutes ? input.options->staff_minutes->value : 0;
    TRY(request.accessories, accessory_uses(*input.options));
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

    std::string out =
        fmt::format("{{\"quote_id\":\"{}.{}.{}\",", quoted.rates_version, seconds_of(valid_until), signature);
    const auto price = json::to_text(price_view(quoted.price), call.style);
    out += std::string_view(price).substr(1, price.size() - 2);
    fmt::format_to(std::back_inserter(out),
                   ",\"currency\":\"CNY\",\"price_class\":\"{}\",\"approval\":\"{}\",\"taken\":{},\"valid_until\":",
                   json::enum_name(price_class), json::enum_name(quoted.approval), taken);
    json::write(out, valid_until, call.style);
    out += ",\"violations\":";
    json::write(out, violation_views(violations), call.style);
    out += ",\"alternatives\":";
    json::write(out,
                taken ? find_alternatives(call, call.snapshot->calendar, request.instrument_id, request.time,
                                          request.samples, person, call.who ? &call.who->organisation : nullptr)
                      : std::vector<AlternativeView>{},
                call.style);
    out += '}';
    return Answer{200, std::move(out)};
}

}  // namespace server
