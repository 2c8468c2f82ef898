// Making and moving bookings.

#include <fmt/format.h>

#include "scheduler/round_commands.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/views.hpp"

namespace server {

using namespace model;

namespace {
/// Only who administers the instrument may set its rules aside.
Result<void> check_privileges(SqlTransaction& tx, const Call& call, const scheduler::BookingRequest& request) {
    const auto record = request.waiver ? tx.instrument(request.instrument_id) : nullptr;
    if (request.waiver && (!record || !may_administer(*call.who, *record))) {
        return ErrorCode::not_allowed;
    }
    return {};
}

/// What the request tells the round that will decide it.
Result<RoundWish> wish_of(const BookingInput& input) {
    RoundWish wish;
    wish.needed_by = input.needed_by;
    if (!input.alternatives) {
        return wish;
    }
    constexpr std::size_t alternatives_max = scheduler::RoundRequest::options_max - 1;
    if (input.alternatives->size() > alternatives_max) {
        return field_error("alternatives", "too_many", "备选最多 7 个", "at most 7 alternatives");
    }
    for (const auto& option : *input.alternatives) {
        TRY(const auto time, checked_interval(option.start, option.end));
        wish.alternatives.push_back({option.instrument_id.value_or(input.instrument_id), time});
    }
    return wish;
}

/// What the company's books want to know. Error: invalid_field.
Result<CostCentre> cost_centre_of(SqlTransaction& tx, const OrganisationId& organisation, const BookingInput& input) {
    CostCentre cost_centre;
    if (input.project) {
        const auto project = tx.project(organisation, input.project->value);
        if (!project || !project->active) {
            return field_error("project", "unknown", "没有这个项目，或项目已关闭", "there is no such open project");
        }
        cost_centre.project = project->id;
    }
    if (input.purchase_order) {
        cost_centre.purchase_order = input.purchase_order->value;
    }
    return cost_centre;
}
}  // namespace

Result<std::optional<scheduler::Person>> person_for(SqlTransaction& tx, const Call& call,
                                                    const scheduler::BookingRequest& request,
                                                    const std::optional<Text<1, 200>>& login) {
    if (!login) {
        return std::optional<scheduler::Person>();
    }
    const auto record = tx.instrument(request.instrument_id);
    if (!record || !may_operate(*call.who, *record)) {
        return ErrorCode::not_allowed;
    }
    const auto person = tx.person(login->value);
    if (!person) {
        return field_error("for_login", "unknown", "没有这个账号", "there is no such login");
    }
    return std::optional(scheduler::Person{person->id, person->organisation_id});
}

namespace {
/// The institution gave the caller another price class since the quote.
bool is_of_another_class(const Call& call, const Booking& booking) {
    const auto record = call.snapshot->catalogue->instrument(booking.instrument_id);
    return !record || payer_for(call, *record) != Payer{booking.price_class, booking.named_class};
}
}  // namespace

Result<CommandBody> create_booking(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<BookingInput>(body));
    TRY(auto request, booking_request(input));
    request.purpose = input.purpose.value;
    if (input.quote_id) {
        TRY(request.quoted, check_quote(call, input.quote_id->value, request));
    }
    TRY(request.waiver, waiver_of(input));
    TRY(const auto wish, wish_of(input));
    return CommandBody([&call, request = std::move(request), input = std::move(input),
                        wish](SqlTransaction& tx) mutable -> Result<Answer> {
        const scheduler::Actor actor{call.who->user.id, call.who->organisation.id, false};
        TRY_VOID(check_privileges(tx, call, request));
        TRY(request.for_person, person_for(tx, call, request, input.for_login));
        const auto payer = request.for_person ? request.for_person->organisation : actor.organisation;
        TRY(request.cost_centre, cost_centre_of(tx, payer, input));
        TRY(const auto booking, scheduler::request_booking(tx, request, actor, call.now));
        if (request.quoted && !request.for_person && is_of_another_class(call, booking)) {
            return ErrorCode::quote_invalid;
        }
        TRY_VOID(scheduler::set_wish(tx, booking, wish, call.now));
        const auto names =
            request.for_person ? tx.party_names(booking) : PartyNames{call.who->user.name, call.who->organisation.name};
        auto view = booking_view(call, booking, names);
        show_competition(call, tx.reader(), booking, view);
        show_cost_centre(tx.reader(), booking, view);
        Answer answer{201, json::to_text(view, call.style), view.etag};
        answer.headers.emplace_back("Location", fmt::format("/api/v1/bookings/{}", booking.id.value));
        return answer;
    });
}

std::string with_alternatives(const Call& call, Database& database, std::string answer) {
    InstrumentId instrument;
    Interval time;
    std::int64_t samples = 0;
    AlternativesAsked asked{.may_be_shorter = true};
    BookingId moving;
    scheduler::Person person{call.who->user.id, call.who->organisation.id};
    if (const auto input = json::from_text<BookingInput>(call.request.body)) {
        instrument = input->instrument_id;
        time = {input->start, input->end};
        samples = input->samples.value_or(0);
        asked.may_be_split = true;
        asked.staff_minutes =
            input->options && input->options->staff_minutes ? input->options->staff_minutes->value : 0;
        if (input->for_login) {
            const auto row = database.first<std::int64_t, std::string>(
                "SELECT id, organisation_id FROM person WHERE login = :login", input->for_login->value);
            person = row ? scheduler::Person{UserId{std::get<0>(*row)}, OrganisationId{std::get<1>(*row)}} : person;
        }
    } else if (const auto moved = json::from_text<RescheduleInput>(call.request.body)) {
        time = {moved->start, moved->end};
        moving = BookingId{json::id_number(call.path_parameter(0))};
        const auto row = database.first<std::string, std::int64_t, std::int64_t, std::string>(
            "SELECT instrument_id, samples, person_id, organisation_id FROM booking WHERE id = :id", moving.value);
        if (!row) {
            return answer;
        }
        instrument = moved->instrument_id.value_or(InstrumentId{std::get<0>(*row)});
        samples = std::get<1>(*row);
        person = {UserId{std::get<2>(*row)}, OrganisationId{std::get<3>(*row)}};
    } else {
        return answer;
    }
    const auto facts_of = facts_reader(database, person, time, call.now, moving);
    answer.pop_back();
    answer += ",\"alternatives\":";
    json::write(answer,
                find_alternatives(call, call.snapshot->calendar, instrument, time, samples, facts_of, moving,
                                  &call.who->organisation, asked),
                call.style);
    return answer + '}';
}

}  // namespace server
