// Making series and bundles, and reading them.

#include <algorithm>

#include <fmt/format.h>

#include "server/api/booking_group_input.hpp"
#include "server/api/booking_rows.hpp"
#include "server/api/handlers.hpp"
#include "server/http/problem.hpp"

namespace server {

using namespace model;

namespace {
constexpr std::size_t bundle_max = 50;
constexpr std::size_t exceptions_max = 366;

Result<scheduler::BookingRequest> member_request(const BookingInput& input) {
    if (input.quote_id) {
        return field_error("quote_id", "not_here", "组内预约没有单独的报价，请使用整组的报价",
                           "a member has no quote of its own; give the group's");
    }
    TRY(auto request, booking_request(input));
    request.purpose = input.purpose.value;
    return request;
}

Result<std::vector<scheduler::BookingRequest>> bundle_members(const std::vector<BookingInput>& bookings) {
    if (bookings.empty() || bookings.size() > bundle_max) {
        return field_error("bookings", "out_of_range", "须为 1 至 50 个", "1 to 50 bookings");
    }
    std::vector<scheduler::BookingRequest> members;
    for (const auto& booking : bookings) {
        TRY(auto member, member_request(booking));
        members.push_back(std::move(member));
    }
    return members;
}

Result<std::vector<scheduler::BookingRequest>> series_members(const Call& call, const GroupInput& input) {
    TRY(const auto first, member_request(*input.booking));
    TRY(auto recurrence, parse_recurrence(input.recurrence->value));
    recurrence.missing = input.missing.value_or(MissingDay::skip);
    const auto& exceptions = input.exceptions ? *input.exceptions : std::vector<Text<1, 40>>{};
    if (exceptions.size() > exceptions_max) {
        return field_error("exceptions", "out_of_range", "最多 366 个", "at most 366 dates");
    }
    for (std::size_t i = 0; i < exceptions.size(); ++i) {
        const auto date = parse_date_or_time(exceptions[i].value);
        if (!date) {
            const auto& why = date.error().fields().front();
            return invalid_field(fmt::format("exceptions[{}]", i), why.code, why.message);
        }
        recurrence.exceptions.push_back(*date);
    }
    const auto record = call.snapshot->catalogue->instrument(first.instrument_id);
    if (!record) {
        return ErrorCode::not_found;
    }
    TRY(const auto times, occurrences(recurrence, first.time, record->policy->policy.time_zone));
    std::vector<scheduler::BookingRequest> members(times.size(), first);
    for (std::size_t i = 0; i < times.size(); ++i) {
        members[i].time = times[i];
    }
    return members;
}

RefusalView refusal_view(const Call& call, const Error& error) {
    RefusalView view;
    view.code = facts_of(error.code()).name;
    view.detail = http::detail_of(error, call.request.language());
    for (const auto& field : error.fields()) {
        view.errors.push_back({field.field, field.code, field.message});
    }
    view.violations = violation_views(error.violations());
    return view;
}

GroupItemView item_view(const Call& call, std::size_t index, const scheduler::BookingRequest& request,
                        const scheduler::PlacedMember& member, const PartyNames& names) {
    GroupItemView item;
    item.index = static_cast<std::int64_t>(index);
    item.instrument_id = request.instrument_id;
    item.start = request.time.start;
    item.end = request.time.end;
    if (member.quote) {
        item.total_fen = member.quote->price.total;
    }
    if (member.booking) {
        item.booking = booking_view(call, *member.booking, names);
    } else {
        item.refused = refusal_view(call, member.booking.error());
    }
    return item;
}

GroupView placed_view(const Call& call, const std::vector<scheduler::BookingRequest>& members,
                      const scheduler::PlacedGroup& placed, const PartyNames& names) {
    GroupView view;
    view.id = placed.group.id;
    view.recurrence = placed.group.recurrence;
    view.created_at = placed.group.created_at;
    view.total_fen = placed.total;
    view.refused = placed.refused;
    for (std::size_t i = 0; i < members.size(); ++i) {
        view.items.push_back(item_view(call, i, members[i], placed.members[i], names));
    }
    return view;
}

/// Nothing stays: no ids, and the quote at which the same group can be booked.
GroupView preview_view(const Call& call, const scheduler::GroupRequest& request, const scheduler::PlacedGroup& placed,
                       const PartyNames& names) {
    auto view = placed_view(call, request.members, placed, names);
    view.id = {};
    std::vector<scheduler::FrozenPrice> frozen;
    for (std::size_t i = 0; i < view.items.size(); ++i) {
        if (view.items[i].booking) {
            view.items[i].booking->id = {};
            view.items[i].booking->group_id = {};
            view.items[i].booking->etag.clear();
            view.items[i].booking->may.clear();
        }
        if (placed.members[i].quote) {
            frozen.push_back(placed.members[i].quote->frozen);
        }
    }
    if (frozen.size() == request.members.size()) {
        view.valid_until = call.now + quote_valid;
        view.quote_id = group_quote_id(call, request.members, frozen, *view.valid_until);
    }
    return view;
}

/// Of the person whose bookings they are.
PartyNames names_for(SqlTransaction& tx, const Call& call, const scheduler::GroupRequest& request) {
    const auto& person = request.members.front().for_person;
    if (!person || person->user == call.who->user.id) {
        return {call.who->user.name, call.who->organisation.name};
    }
    Booking booking;
    booking.user_id = person->user;
    booking.organisation_id = person->organisation;
    return tx.party_names(booking);
}
}  // namespace

Result<std::vector<scheduler::BookingRequest>> requested_members(const Call& call, const GroupInput& input) {
    const bool series = input.booking && input.recurrence && !input.bookings;
    const bool bundle = input.bookings && !input.booking && !input.recurrence && !input.exceptions && !input.missing;
    if (!series && !bundle) {
        return field_error("bookings", "one_of", "请填写 bookings，或 booking 与 recurrence",
                           "give either bookings, or booking and recurrence");
    }
    return series ? series_members(call, input) : bundle_members(*input.bookings);
}

Result<CommandBody> create_group(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<GroupInput>(body));
    scheduler::GroupRequest request;
    TRY(request.members, requested_members(call, input));
    if (input.quote_id) {
        TRY_VOID(apply_group_quote(call, input.quote_id->value, request.members));
    }
    request.recurrence = input.recurrence ? input.recurrence->value : "";
    request.mode = group_mode(input.partial, input.preview);
    const scheduler::Actor actor{call.who->user.id, call.who->organisation.id, false};
    return CommandBody([&call, request = std::move(request), actor](SqlTransaction& tx) {
        return placed_answer(tx, call, request, actor);
    });
}

scheduler::GroupMode group_mode(const std::optional<bool>& partial, const std::optional<bool>& preview) {
    if (preview.value_or(false)) {
        return scheduler::GroupMode::preview;
    }
    return partial.value_or(false) ? scheduler::GroupMode::partial : scheduler::GroupMode::all_or_nothing;
}

Result<Answer> placed_answer(SqlTransaction& tx, const Call& call, const scheduler::GroupRequest& request,
                             const scheduler::Actor& actor) {
    const auto names = names_for(tx, call, request);
    if (request.mode == scheduler::GroupMode::preview) {
        const auto part = tx.begin_part();
        const auto placed = scheduler::request_group(tx, request, actor, call.now);
        tx.end_part(part, false);
        if (!placed) {
            return placed.error();
        }
        return Answer{200, json::to_text(preview_view(call, request, *placed, names), call.style)};
    }
    TRY(const auto placed, scheduler::request_group(tx, request, actor, call.now));
    Answer answer{201, json::to_text(placed_view(call, request.members, placed, names), call.style)};
    answer.headers.emplace_back("Location", fmt::format("/api/v1/booking-groups/{}", placed.group.id.value));
    return answer;
}

Result<Answer> one_group(const Call& call, Database& database) {
    const BookingGroupId id{json::id_number(call.path_parameter(0))};
    const auto group = find_group(database, id);
    if (!group) {
        return ErrorCode::not_found;
    }
    GroupView view;
    view.id = id;
    view.recurrence = group->recurrence;
    view.created_at = group->created_at;
    each_booking(
        database,
        "SELECT " YIQI_BOOKING_COLUMNS
        ", pe.name, o.name FROM booking b JOIN person pe ON pe.id = b.person_id JOIN organisation o ON o.id = "
        "b.organisation_id WHERE b.group_id = :group ORDER BY b.start_at, b.id LIMIT 400",
        [&](const ListedBooking& row) {
            const auto& b = row.booking;
            const auto record = call.snapshot->catalogue->instrument(b.instrument_id);
            if (!record || !may_see(*call.who, *record, b)) {
                return;
            }
            GroupItemView item{
                std::ssize(view.items),           b.instrument_id, b.time.start, b.time.end, b.quote.total,
                booking_view(call, b, row.names), std::nullopt};
            view.total_fen += is_live(b.status) ? b.quote.total : Money{};
            view.items.push_back(std::move(item));
        },
        id.value);
    if (view.items.empty()) {
        return ErrorCode::not_found;
    }
    return Answer{200, json::to_text(view, call.style)};
}

}  // namespace server
