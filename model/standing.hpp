#pragma once
// What an organisation or a person has on record: clearances that open gates, the credit score with its
// entries, suspensions.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/error.hpp"
#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/text.hpp"

namespace model {

/// That a gate of a platform's instruments is open for a user or for an organisation (exactly one of the
/// two is set), on the local days from valid_from to valid_until.
struct Clearance {
    ClearanceId id;
    std::string gate;
    PlatformId platform_id;
    UserId user_id;
    OrganisationId organisation_id;
    Instant valid_from{};
    std::optional<Instant> valid_until;
    std::string note;
    UserId granted_by;
    Instant granted_at{};
};

/// What costs points.
enum class CreditCause { no_show, late_cancel };
BOOST_DESCRIBE_ENUM(CreditCause, no_show, late_cancel)
/// counted: takes its points; appealed: still does until decided; upheld: the appeal failed; forgiven: takes none.
enum class CreditState { counted, appealed, upheld, forgiven };
BOOST_DESCRIBE_ENUM(CreditState, counted, appealed, upheld, forgiven)

struct CreditEntry {
    CreditEntryId id;
    UserId user_id;
    BookingId booking_id;
    InstrumentId instrument_id;
    CreditCause cause = CreditCause::no_show;
    std::int64_t points = 0;
    Instant at{};
    CreditState state = CreditState::counted;
    std::string appeal;  ///< the user's words
    std::string decision;
};
BOOST_DESCRIBE_STRUCT(CreditEntry, (),
                      (id, user_id, booking_id, instrument_id, cause, points, at, state, appeal, decision))

/// A user may book nothing from `since` until `until`, unless it was lifted.
struct Suspension {
    SuspensionId id;
    UserId user_id;
    InstrumentId instrument_id;  ///< of the entry that caused it
    Instant since{};
    Instant until{};
    Sentence reason;
    std::optional<Instant> lifted_at;
    std::string lift_reason;
};

/// So many causes within so many days suspend for so many days.
struct SuspensionThreshold {
    CreditCause cause = CreditCause::no_show;
    Bounded<1, 100> times = 3;
    Bounded<1, 3'660> within_days = 365;
    Bounded<1, 3'660> suspend_days = 30;
};
BOOST_DESCRIBE_STRUCT(SuspensionThreshold, (), (cause, times, within_days, suspend_days))

/// How the credit score is kept, for the whole house. The score is start_points less the points of the
/// entries of the last memory_days that were not forgiven, never below 0.
struct CreditPolicy {
    Bounded<1, 1'000> start_points = 100;
    Bounded<0, 1'000> no_show_points = 10;
    Bounded<0, 1'000> late_cancel_points = 3;
    Bounded<0, 527'040> late_cancel_minutes = 1'440;  ///< a cancellation closer to the start is late
    Bounded<1, 3'660> memory_days = 365;
    std::vector<SuspensionThreshold> suspensions{SuspensionThreshold{}};  ///< at most 10
};
BOOST_DESCRIBE_STRUCT(CreditPolicy, (),
                      (start_points, no_show_points, late_cancel_points, late_cancel_minutes, memory_days, suspensions))

}  // namespace model
