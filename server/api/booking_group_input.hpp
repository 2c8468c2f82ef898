#pragma once
// What a group of bookings is asked with and answered with.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/recurrence.hpp"
#include "scheduler/booking_groups.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/views.hpp"

namespace server {

/// Either `bookings` (a bundle) or `booking` and `recurrence` (a series).
struct GroupInput {
    std::optional<std::vector<BookingInput>> bookings;  ///< 1 .. 50
    std::optional<BookingInput> booking;
    std::optional<model::Text<1, 2000>> recurrence;             ///< RRULE, or lines of RRULE, RDATE and EXDATE
    std::optional<std::vector<model::Text<1, 40>>> exceptions;  ///< dates or instants left out
    std::optional<model::MissingDay> missing;                   ///< default skip
    std::optional<bool> partial;                                ///< make those that can be made
    std::optional<bool> preview;                                ///< write nothing
    std::optional<model::Text<1, 2000>> quote_id;               ///< of a preview
};
BOOST_DESCRIBE_STRUCT(GroupInput, (), (bookings, booking, recurrence, exceptions, missing, partial, preview, quote_id))

struct FieldErrorView {
    std::string field;
    std::string code;
    model::Sentence message;
};
BOOST_DESCRIBE_STRUCT(FieldErrorView, (), (field, code, message))

/// Why a member is refused.
struct RefusalView {
    std::string code;
    std::string detail;
    std::vector<FieldErrorView> errors;
    std::vector<ViolationView> violations;
    std::optional<std::vector<AlternativeView>> alternatives;  ///< where the slot is taken
};
BOOST_DESCRIBE_STRUCT(RefusalView, (), (code, detail, errors, violations, alternatives))

struct GroupItemView {
    std::int64_t index = 0;
    model::InstrumentId instrument_id;
    model::Instant start{};
    model::Instant end{};
    std::optional<model::Money> total_fen;
    std::optional<BookingView> booking;
    std::optional<RefusalView> refused;
};
BOOST_DESCRIBE_STRUCT(GroupItemView, (), (index, instrument_id, start, end, total_fen, booking, refused))

struct GroupView {
    model::BookingGroupId id;  ///< null in a preview
    std::string recurrence;    ///< empty = a bundle
    model::Instant created_at{};
    std::vector<GroupItemView> items;
    model::Money total_fen;               ///< of the items that are or would be booked
    std::int64_t refused = 0;             ///< how many items are
    std::optional<std::string> quote_id;  ///< of a preview: what freezes its prices
    std::optional<model::Instant> valid_until;
};
BOOST_DESCRIBE_STRUCT(GroupView, (), (id, recurrence, created_at, items, total_fen, refused, quote_id, valid_until))

/// Either `more` or `recurrence`.
struct GroupExtendInput {
    std::optional<model::Bounded<1, 365>> more;      ///< further dates
    std::optional<model::Text<1, 2000>> recurrence;  ///< the whole rule, with a later end
    std::optional<model::MissingDay> missing;        ///< default skip
    std::optional<bool> partial;
    std::optional<bool> preview;
    std::optional<model::Text<1, 2000>> quote_id;  ///< of a preview
};
BOOST_DESCRIBE_STRUCT(GroupExtendInput, (), (more, recurrence, missing, partial, preview, quote_id))

struct GroupMoveInput {
    scheduler::GroupScope scope = scheduler::GroupScope::one;
    std::optional<model::BookingId> booking_id;
    std::optional<model::Bounded<-527'040, 527'040>> shift_minutes;  ///< or where the addressed booking goes
    std::optional<model::Instant> start;
    std::optional<model::Instant> end;
};
BOOST_DESCRIBE_STRUCT(GroupMoveInput, (), (scope, booking_id, shift_minutes, start, end))

struct GroupCancelInput {
    scheduler::GroupScope scope = scheduler::GroupScope::one;
    std::optional<model::BookingId> booking_id;
    std::optional<model::Text<0, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(GroupCancelInput, (), (scope, booking_id, reason))

/// The members that the input asks for, on the calendar of now. Errors: invalid_field, not_found.
model::Result<std::vector<scheduler::BookingRequest>> requested_members(const Call& call, const GroupInput& input);

scheduler::GroupMode group_mode(const std::optional<bool>& partial, const std::optional<bool>& preview);

/// Makes the members and answers 201, or for a preview 200 and leaves nothing behind.
model::Result<Answer> placed_answer(SqlTransaction& tx, const Call& call, const scheduler::GroupRequest& request,
                                    const scheduler::Actor& actor);

/// The id of a quote that freezes what each member costs, until `valid_until`.
std::string group_quote_id(const Call& call, const std::vector<scheduler::BookingRequest>& members,
                           const std::vector<scheduler::FrozenPrice>& frozen, model::Instant valid_until);

/// Sets the rates versions that the quote froze for exactly these members. Error: quote_invalid.
model::Result<void> apply_group_quote(const Call& call, const std::string& quote_id,
                                      std::vector<scheduler::BookingRequest>& members);

}  // namespace server
