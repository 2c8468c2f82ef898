// The calendar of one instrument.

#include <algorithm>

#include <fmt/format.h>

#include "scheduler/open_days.hpp"
#include "scheduler/slots.hpp"
#include "server/api/handlers.hpp"

namespace server {

using namespace model;

namespace {
enum class SpanKind { booked, outage, closed, held };
BOOST_DESCRIBE_ENUM(SpanKind, booked, outage, closed, held)

struct Span {
    Interval time;
    SpanKind kind = SpanKind::booked;
    std::int64_t booking_id = 0;
    std::string title;
    std::string status;
    bool mine = false;
};

struct ShownBooking {
    BookingStatus status = BookingStatus::requested;
    UserId user;
    OrganisationId organisation;
    std::string user_name;
    std::string organisation_name;
};

std::optional<ShownBooking> shown_booking(Database& database, std::int64_t id) {
    const auto row = database.first<std::string, std::int64_t, std::string, std::string, std::string>(
        "SELECT b.status, b.person_id, b.organisation_id, p.name, o.name FROM booking b JOIN person p ON p.id = "
        "b.person_id "
        "JOIN organisation o ON o.id = b.organisation_id WHERE b.id = :id",
        id);
    if (!row) {
        return std::nullopt;
    }
    return ShownBooking{json::enum_value<BookingStatus>(std::get<0>(*row)).value(), UserId{std::get<1>(*row)},
                        OrganisationId{std::get<2>(*row)}, std::get<3>(*row), std::get<4>(*row)};
}

/// Names and ids only for those who may see the booking.
void add_booking(std::vector<Span>& spans, const Call& call, Database& database,
                 const scheduler::InstrumentRecord& record, const scheduler::Taken& taken) {
    Span span{taken.time(), SpanKind::booked, 0, {}, {}, false};
    if (call.who) {
        const auto shown = shown_booking(database, taken.holder_id);
        Booking booking;
        if (shown) {
            booking.user_id = shown->user;
            booking.organisation_id = shown->organisation;
        }
        if (shown && may_see(*call.who, record, booking)) {
            span.booking_id = taken.holder_id;
            span.title = fmt::format("{} · {}", shown->user_name, shown->organisation_name);
            span.status = json::enum_name(shown->status);
            span.mine = may_act_for(*call.who, booking);
        }
    }
    spans.push_back(std::move(span));
}

void add_buffers(std::vector<Span>& spans, const scheduler::Taken& taken, Interval range) {
    for (const Interval buffer :
         {Interval{taken.held().start, taken.time().start}, Interval{taken.time().end, taken.held().end}}) {
        if (buffer.overlaps(range)) {
            spans.push_back({buffer, SpanKind::closed, 0, "buffer", {}, false});
        }
    }
}

/// Closed spans are split at midnight, so a holiday is told by the start.
std::string holiday_name(const Call& call, const Policy& policy, Instant start) {
    const auto* holidays = scheduler::followed_holidays(policy);
    const auto* holiday = holidays != nullptr ? holidays->on(policy.time_zone.to_local(start).day) : nullptr;
    if (holiday == nullptr) {
        return {};
    }
    return call.style.language == Language::zh ? holiday->name_zh.value : holiday->name_en.value;
}

std::string calendar_text(const Call& call, const std::string& id, Interval range, const std::vector<Span>& spans) {
    std::string out = "{\"instrument_id\":";
    json::append_string(out, id);
    out += ",\"from\":";
    json::write(out, range.start, call.style);
    out += ",\"to\":";
    json::write(out, range.end, call.style);
    out += ",\"spans\":[";
    for (const auto& span : spans) {
        out += out.ends_with('[') ? "{\"start\":" : ",{\"start\":";
        json::write(out, span.time.start, call.style);
        out += ",\"end\":";
        json::write(out, span.time.end, call.style);
        fmt::format_to(std::back_inserter(out), ",\"kind\":\"{}\"", json::enum_name(span.kind));
        if (span.booking_id != 0) {
            fmt::format_to(std::back_inserter(out), ",\"booking_id\":\"{}\",\"status\":\"{}\",\"mine\":{}",
                           span.booking_id, span.status, span.mine);
        }
        if (!span.title.empty()) {
            out += ",\"title\":";
            json::append_string(out, span.title);
        }
        out += '}';
    }
    out += "]}";
    return out;
}
}  // namespace

Result<Answer> instrument_calendar(const Call& call, Database& database) {
    constexpr std::chrono::days range_max{92};
    const InstrumentId id{call.path_parameter(0)};
    const auto& catalogue = *call.snapshot->catalogue;
    const auto* ordinal = catalogue.find(id);
    if (ordinal == nullptr) {
        return ErrorCode::not_found;
    }
    TRY(const auto from, instant_parameter(call, "from"));
    TRY(const auto to, instant_parameter(call, "to"));
    const auto start = from.value_or(call.now);
    const Interval range{start, to.value_or(start + std::chrono::days{7})};
    if (range.empty() || range.length() > range_max) {
        return field_error("to", "out_of_range", "范围须为正且不超过 92 天",
                           "the range must be positive and at most 92 days");
    }
    const auto& record = *catalogue.instruments()[*ordinal];
    std::vector<Span> spans;
    const bool in_memory = range.start > call.now - calendar_memory + std::chrono::days{1};
    const auto taken_before =
        in_memory ? scheduler::InstrumentCalendar{} : load_calendar(database, id, range.start - std::chrono::days{1});
    for (const auto& taken : in_memory ? call.snapshot->calendar.at(*ordinal) : taken_before) {
        if (!taken.held().overlaps(range)) {
            continue;
        }
        if (taken.kind == HolderKind::outage) {
            spans.push_back({taken.time(), SpanKind::outage, 0, {}, {}, false});
        } else if (taken.kind == HolderKind::offer) {
            spans.push_back({taken.time(), SpanKind::held, 0, {}, {}, false});
        } else if (taken.time().overlaps(range)) {
            add_booking(spans, call, database, record, taken);
        }
        add_buffers(spans, taken, range);
    }
    for (const auto& closed : scheduler::closed_spans(record.policy->policy, range)) {
        spans.push_back(
            {closed, SpanKind::closed, 0, holiday_name(call, record.policy->policy, closed.start), {}, false});
    }
    std::ranges::sort(spans, {}, [](const Span& s) { return std::tuple(s.time.start, s.kind, s.booking_id); });
    return Answer{200, calendar_text(call, id.value, range, spans)};
}

}  // namespace server
