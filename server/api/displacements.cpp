// Displaced bookings: their state, choosing another place, and staff that bumps a booking.

#include <fmt/format.h>

#include "scheduler/displacement.hpp"
#include "server/api/addressed_booking.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/replanning_input.hpp"
#include "server/api/replanning_views.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"

namespace server {

using namespace model;

namespace {
struct ReplaceInput {
    Instant start{};
    Instant end{};
    std::optional<InstrumentId> instrument_id;
    std::optional<Money> agreed_fen;  ///< the most that the user agrees to pay; otherwise what he paid before
};
BOOST_DESCRIBE_STRUCT(ReplaceInput, (), (start, end, instrument_id, agreed_fen))

struct BumpInput {
    Text<1, 500> reason;
    std::optional<Text<1, 200>> for_login;  ///< who gets the place
    std::optional<Text<0, 2000>> purpose;
};
BOOST_DESCRIBE_STRUCT(BumpInput, (), (reason, for_login, purpose))

struct BumpView {
    DisplacedView displaced;
    std::optional<BookingView> booking;  ///< of who gets the place
};
BOOST_DESCRIBE_STRUCT(BumpView, (), (displaced, booking))

BookingId addressed_id(const Call& call) {
    return BookingId{json::id_number(call.path_parameter(0))};
}

/// The booking that gets the place of the bumped one.
Result<std::optional<BookingView>> book_instead(const Call& call, SqlTransaction& tx, const BumpInput& input,
                                                const Addressed& bumped) {
    if (!input.for_login) {
        return std::optional<BookingView>();
    }
    scheduler::BookingRequest request{.instrument_id = bumped.booking.instrument_id,
                                      .time = bumped.booking.time,
                                      .purpose = input.purpose ? input.purpose->value : "",
                                      .quoted = {}};
    TRY(request.for_person, person_for(tx, call, request, input.for_login));
    TRY(const auto booking, scheduler::request_booking(tx, request, bumped.actor, call.now));
    return std::optional(booking_view(call, booking, tx.party_names(booking)));
}
}  // namespace

Result<Answer> booking_replan(const Call& call, Database& database) {
    SqlTransaction tx(database, call.snapshot->catalogue, call.snapshot->seq, {});
    const auto booking = tx.booking(addressed_id(call));
    const auto displacement = tx.displacement(addressed_id(call));
    const auto record = booking ? tx.instrument(booking->instrument_id) : nullptr;
    if (!displacement || !record || !may_see(*call.who, *record, *booking)) {
        return ErrorCode::not_found;
    }
    return Answer{200, json::to_text(displaced_view(call, tx, *displacement), call.style)};
}

Result<CommandBody> replace_booking(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<ReplaceInput>(body));
    TRY(const auto time, checked_interval(input.start, input.end));
    return CommandBody([&call, input, time](SqlTransaction& tx) -> Result<Answer> {
        TRY(auto target, addressed(tx, addressed_id(call), *call.who, Need::act, call.request.if_match));
        if (!may_act_for(*call.who, target.booking)) {
            return ErrorCode::not_allowed;
        }
        target.actor.is_staff = false;
        const scheduler::OtherPlace place{input.instrument_id.value_or(target.booking.instrument_id), time,
                                          input.agreed_fen};
        TRY(const auto booking, scheduler::choose_other_place(tx, target.booking.id, place, target.actor, call.now));
        const auto view = booking_view(call, booking, tx.party_names(booking));
        Answer answer{201, json::to_text(view, call.style), view.etag};
        answer.headers.emplace_back("Location", fmt::format("/api/v1/bookings/{}", booking.id.value));
        return answer;
    });
}

Result<CommandBody> bump(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<BumpInput>(body));
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto target, addressed(tx, addressed_id(call), *call.who, Need::operate, call.request.if_match));
        if (!may_administer(*call.who, *target.instrument)) {
            return ErrorCode::not_allowed;
        }
        const auto id = target.booking.id;
        TRY(const auto bumped, scheduler::bump_booking(tx, id, input.reason.value, target.actor, call.now));
        BumpView view;
        TRY(view.booking, book_instead(call, tx, input, target));
        const auto push = push_of(call, tx, bumped.instrument_id, bumped.time);
        (void)scheduler::hold_places(tx, push, {id}, scheduler::replan(tx, push, {bumped}, call.now), call.now);
        view.displaced = displaced_view(call, tx, tx.displacement(id).value());
        return Answer{200, json::to_text(view, call.style)};
    });
}

Shape displaced_shape() {
    return {json::schema<DisplacedView>()};
}

Shape replace_shape() {
    return {json::schema<BookingView>(), json::schema<ReplaceInput>()};
}

Shape bump_shape() {
    return {json::schema<BumpView>(), json::schema<BumpInput>()};
}

}  // namespace server
