#include "server/api/shifts.hpp"

#include <fmt/format.h>

#include "scheduler/shifts.hpp"
#include "server/api/addressed_booking.hpp"
#include "server/api/agreement_input.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/shape.hpp"
#include "server/storage/shift_rows.hpp"

namespace server {

using namespace model;

namespace {
struct ShiftInput {
    Instant end{};
};
BOOST_DESCRIBE_STRUCT(ShiftInput, (), (end))

struct ShiftView {
    ShiftId id;
    BookingId booking_id;
    BookingId next_booking_id;
    InstrumentId instrument_id;
    Instant end{};
    Instant next_start{};
    Instant next_end{};
    Instant expires_at{};
    ShiftStatus status = ShiftStatus::open;
};
BOOST_DESCRIBE_STRUCT(ShiftView, (),
                      (id, booking_id, next_booking_id, instrument_id, end, next_start, next_end, expires_at, status))

ShiftView shift_view(const Shift& s) {
    return {s.id,         s.booking_id, s.next_id, s.instrument_id, s.end, s.next_time.start, s.next_time.end,
            s.expires_at, s.status};
}

ShiftId shift_id(const Call& call) {
    return ShiftId{json::id_number(call.path_parameter(0))};
}

/// Who may answer acts for the next booking; others do not learn that it exists.
Result<scheduler::Actor> answering(const Call& call, SqlTransaction& tx) {
    const auto shift = tx.shift(shift_id(call));
    const auto next = shift ? tx.booking(shift->next_id) : std::nullopt;
    if (!next || !may_act_for(*call.who, *next)) {
        return ErrorCode::not_found;
    }
    return scheduler::Actor{call.who->user.id, call.who->organisation.id, false};
}
}  // namespace

Result<CommandBody> ask_for_shift(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<ShiftInput>(body));
    return CommandBody([&call, end = input.end](SqlTransaction& tx) -> Result<Answer> {
        const BookingId id{json::id_number(call.path_parameter(0))};
        TRY(const auto target, addressed(tx, id, *call.who, Need::act, call.request.if_match));
        TRY(const auto shift, scheduler::ask_for_shift(tx, id, end, target.actor, call.now));
        return Answer{201, json::to_text(shift_view(shift), call.style)};
    });
}

Result<CommandBody> accept_shift(const Call& call) {
    TRY(const auto input, optional_body<AgreementInput>(call));
    return CommandBody([&call, agreed = input.agreed_fen](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto actor, answering(call, tx));
        TRY(const auto shift, scheduler::agree_to_shift(tx, shift_id(call), agreed, actor, call.now));
        return Answer{200, json::to_text(shift_view(shift), call.style)};
    });
}

Result<CommandBody> decline_shift(const Call& call) {
    return CommandBody([&call](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto actor, answering(call, tx));
        TRY(const auto shift, scheduler::refuse_shift(tx, shift_id(call), actor, call.now));
        return Answer{200, json::to_text(shift_view(shift), call.style)};
    });
}

Result<Answer> list_shifts(const Call& call, Database& database) {
    std::vector<std::string> items;
    each_shift(
        database,
        "SELECT " YIQI_SHIFT_COLUMNS
        " FROM shift s WHERE s.status = 'open' AND s.expires_at > :now AND EXISTS (SELECT 1 FROM booking b WHERE b.id "
        "IN (s.booking_id, s.next_id) AND b.person_id = :person) ORDER BY s.id LIMIT 200",
        [&](const Shift& shift) { items.push_back(json::to_text(shift_view(shift), call.style)); },
        seconds_of(call.now), call.who->user.id.value);
    return Answer{200, list_text(items, Page{}, static_cast<std::int64_t>(items.size()))};
}

Shape ask_shift_shape() {
    return {json::schema<ShiftView>(), json::schema<ShiftInput>()};
}

Shape accept_shift_shape() {
    return {json::schema<ShiftView>(), json::schema<AgreementInput>()};
}

Shape shift_shape() {
    return {json::schema<ShiftView>()};
}

Shape shifts_shape() {
    return {list_schema<ShiftView>()};
}

}  // namespace server
