#pragma once
// Series and bundles. A group adds nothing to its members' rules, prices, lanes or holds: each is made, moved and
// cancelled as a single booking is, in one transaction, seeing those before it. Commands as in bookings.hpp.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/booking_group.hpp"
#include "scheduler/bookings.hpp"

namespace scheduler {

/// What happens when members are refused: everything is, or the others are made, or nothing is written in any case
/// and the answer tells what would happen (the caller undoes it).
enum class GroupMode { all_or_nothing, partial, preview };

struct GroupRequest {
    /// 1 .. 366. They are placed in this order and conflict with each other as with anybody's.
    std::vector<BookingRequest> members;
    std::string recurrence;  ///< empty = a bundle
    GroupMode mode = GroupMode::all_or_nothing;
    model::BookingGroupId extends = {};  ///< the series that they lengthen; none: a new group
};

struct PlacedMember {
    model::Result<model::Booking> booking;
    std::optional<Quote> quote;  ///< also of a refused one, if there is a price
};

struct PlacedGroup {
    model::BookingGroup group;
    std::vector<PlacedMember> members;  ///< in the order of the request
    model::Money total;                 ///< of those that are made
    std::int64_t refused = 0;
};

/// Errors: not_found; where members are refused (all_or_nothing: any, partial: all), the error of the first clash,
/// else of the first refusal, with all of them as its items.
model::Result<PlacedGroup> request_group(Transaction& tx, const GroupRequest& request, const Actor& actor,
                                         model::Instant now);

enum class GroupScope { one, following, all };
BOOST_DESCRIBE_ENUM(GroupScope, one, following, all)

/// The members that a change is about: of `following`, the addressed one and those that start later; of `all`, all.
/// Only those that are requested or approved and have not begun; the past, the cancelled and the finished stay as they
/// are. `addressed` may be null for `all`. In the order of `members`.
std::vector<model::Booking> members_to_change(std::span<const model::Booking> members, GroupScope scope,
                                              const model::Booking* addressed, model::Instant now);

/// A member and who changes it, which may be staff on one instrument and a customer on another.
struct MemberChange {
    model::Booking booking;
    Actor actor;
};

/// By how many wall-clock minutes a series moves, in each instrument's zone.
struct ClockShift {
    std::int64_t start_minutes = 0;
    std::int64_t end_minutes = 0;
};

/// All or nothing; `changes` are by start, as is the answer. Errors: wrong_state where there is nothing to change; else
/// as request_group.
model::Result<std::vector<model::Booking>> reschedule_group(Transaction& tx, std::span<const MemberChange> changes,
                                                            ClockShift shift, model::Instant now);
model::Result<std::vector<model::Booking>> cancel_group(Transaction& tx, std::span<const MemberChange> changes,
                                                        const std::string& reason, model::Instant now);

}  // namespace scheduler
