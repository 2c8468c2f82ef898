// Making and moving bookings.

#include <fmt/format.h>

#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/views.hpp"

namespace server {

using namespace model;

Result<CommandBody> create_booking(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<BookingInput>(body));
    TRY(auto request, booking_request(input));
    request.purpose = input.purpose.value;
    if (input.quote_id) {
        TRY(request.quoted_rates_version, check_quote(call, input.quote_id->value, request));
    }
    const scheduler::Actor actor{call.who->user.id, call.who->organisation.id, false};
    return CommandBody([&call, request = std::move(request), actor](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto booking, scheduler::request_booking(tx, request, actor, call.now));
        const auto view = booking_view(call, booking, {call.who->user.name, call.who->organisation.name});
        Answer answer{201, json::to_text(view, call.style), view.etag};
        answer.headers.emplace_back("Location", fmt::format("/api/v1/bookings/{}", booking.id.value));
        return answer;
    });
}

std::string with_alternatives(const Call& call, Database& database, std::string answer) {
    InstrumentId instrument;
    Interval time;
    std::int64_t samples = 0;
    BookingId moving;
    if (const auto input = json::from_text<BookingInput>(call.request.body)) {
        instrument = input->instrument_id;
        time = {input->start, input->end};
        samples = input->samples.value_or(0);
    } else if (const auto moved = json::from_text<RescheduleInput>(call.request.body)) {
        time = {moved->start, moved->end};
        moving = BookingId{json::id_number(call.path_parameter(0))};
        const auto row = database.first<std::string, std::int64_t>(
            "SELECT instrument_id, samples FROM booking WHERE id = :id", moving.value);
        if (!row) {
            return answer;
        }
        instrument = moved->instrument_id.value_or(InstrumentId{std::get<0>(*row)});
        samples = std::get<1>(*row);
    } else {
        return answer;
    }
    auto person = personal_facts(database, call.who->user.id, call.now);
    person.moving = moving;
    answer.pop_back();
    answer += ",\"alternatives\":";
    json::write(
        answer,
        find_alternatives(call, call.snapshot->calendar, instrument, time, samples, person, &call.who->organisation),
        call.style);
    return answer + '}';
}

}  // namespace server
