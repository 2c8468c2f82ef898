// One booking that the caller may see, and what an approver needs to know beside a request.

#include <algorithm>

#include "scheduler/company_money.hpp"
#include "server/api/booking_rows.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"
#include "server/storage/company_money_rows.hpp"

namespace server {

using namespace model;

namespace {
/// What an approver needs to know beside a request.
struct TrainingFacts {
    bool required = false;
    bool held = false;
    std::optional<Instant> valid_until;
};
BOOST_DESCRIBE_STRUCT(TrainingFacts, (), (required, held, valid_until))

struct AccountFacts {
    Money balance_fen;
    Money held_fen;
    Money credit_limit_fen;
    Money available_fen;
};
BOOST_DESCRIBE_STRUCT(AccountFacts, (), (balance_fen, held_fen, credit_limit_fen, available_fen))

struct PersonFacts {
    std::int64_t completed = 0;
    std::int64_t no_shows = 0;
    std::int64_t cancelled = 0;
    std::int64_t upcoming = 0;
};
BOOST_DESCRIBE_STRUCT(PersonFacts, (), (completed, no_shows, cancelled, upcoming))

struct NeighbourFacts {
    BookingId booking_id;
    Instant start{};
    Instant end{};
    BookingStatus status = BookingStatus::requested;
    std::string organisation_name;
    std::string user_name;
};
BOOST_DESCRIBE_STRUCT(NeighbourFacts, (), (booking_id, start, end, status, organisation_name, user_name))

struct PriceFacts {
    Money total_fen;
};
BOOST_DESCRIBE_STRUCT(PriceFacts, (), (total_fen))

struct FactsView {
    TrainingFacts training;
    AccountFacts account;
    PersonFacts history;
    std::vector<NeighbourFacts> neighbours;
    std::vector<NeighbourFacts> competing;
    PriceFacts price;
};
BOOST_DESCRIBE_STRUCT(FactsView, (), (training, account, history, neighbours, competing, price))

std::optional<ListedBooking> find_booking(Database& database, BookingId id) {
    std::optional<ListedBooking> found;
    each_booking(
        database,
        "SELECT " YIQI_BOOKING_COLUMNS
        ", pe.name, o.name FROM booking b JOIN person pe ON pe.id = b.person_id "
        "JOIN organisation o ON o.id = b.organisation_id WHERE b.id = :id",
        [&](ListedBooking row) { found = std::move(row); }, id.value);
    return found;
}
}  // namespace

Result<ListedBooking> visible_booking(const Call& call, Database& database) {
    auto found = find_booking(database, BookingId{json::id_number(call.path_parameter(0))});
    const auto record = found ? call.snapshot->catalogue->instrument(found->booking.instrument_id) : nullptr;
    if (!record || !may_see(*call.who, *record, found->booking)) {
        return ErrorCode::not_found;
    }
    return *std::move(found);
}

namespace {
std::vector<NeighbourFacts> neighbours_of(Database& database, const Booking& booking, Interval range) {
    std::vector<NeighbourFacts> found;
    each_booking(
        database,
        "SELECT " YIQI_BOOKING_COLUMNS
        ", pe.name, o.name FROM booking b JOIN person pe ON pe.id = b.person_id "
        "JOIN organisation o ON o.id = b.organisation_id WHERE b.instrument_id = :instrument AND b.start_at < :end AND "
        "b.end_at > :start "
        "AND b.status IN ('requested', 'approved', 'in_use') AND b.id <> :id ORDER BY b.start_at LIMIT 50",
        [&](const ListedBooking& row) {
            found.push_back({row.booking.id, row.booking.time.start, row.booking.time.end, row.booking.status,
                             row.names.organisation_name, row.names.user_name});
        },
        booking.instrument_id.value, seconds_of(range.end), seconds_of(range.start), booking.id.value);
    return found;
}
}  // namespace

Result<Answer> booking_facts(const Call& call, Database& database) {
    TRY(const auto row, visible_booking(call, database));
    const auto& b = row.booking;
    const auto record = call.snapshot->catalogue->instrument(b.instrument_id);
    if (!may_operate(*call.who, *record)) {
        return ErrorCode::not_allowed;
    }
    const auto training = database.first<std::optional<std::int64_t>>(
        "SELECT valid_until FROM training WHERE person_id = :person AND instrument_id = :instrument", b.user_id.value,
        b.instrument_id.value);
    FactsView view;
    view.training = {
        record->policy->policy.requires_training, training.has_value(),
        training && std::get<0>(*training) ? std::optional(instant_of(*std::get<0>(*training))) : std::nullopt};
    const auto money = find_company_money(database, b.organisation_id);
    const auto limit = find_organisation(database, b.organisation_id).value_or(Organisation{}).credit_limit;
    view.account = {money.owed - money.prepaid, money.held, limit, scheduler::available(limit, money)};
    const auto counts = database.first<std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT coalesce(sum(CASE WHEN status IN ('completed', 'settled') THEN 1 ELSE 0 END), 0), "
        "coalesce(sum(CASE WHEN status = 'no_show' THEN 1 ELSE 0 END), 0), coalesce(sum(CASE WHEN status = 'cancelled' "
        "THEN 1 ELSE 0 END), 0), "
        "coalesce(sum(CASE WHEN status IN ('requested', 'approved') THEN 1 ELSE 0 END), 0) FROM booking WHERE "
        "person_id = :person",
        b.user_id.value);
    view.history = {std::get<0>(*counts), std::get<1>(*counts), std::get<2>(*counts), std::get<3>(*counts)};
    view.neighbours =
        neighbours_of(database, b, {b.time.start - std::chrono::days{1}, b.time.end + std::chrono::days{1}});
    view.competing = neighbours_of(database, b, b.time);
    std::erase_if(view.competing, [](const NeighbourFacts& other) { return other.status != BookingStatus::requested; });
    view.price = {b.quote.total};
    return Answer{200, json::to_text(view, call.style)};
}

Shape facts_shape() {
    return {json::schema<FactsView>()};
}

}  // namespace server
