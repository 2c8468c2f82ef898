#pragma once
// The booking rules of an instrument as a document. It is edited as a whole; each change is a new
// version, and a booking keeps the version it was made under. Every field has the default shown here.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/date.hpp"
#include "model/holidays.hpp"
#include "model/interval.hpp"
#include "model/money.hpp"
#include "model/opening_hours.hpp"
#include "model/rates.hpp"
#include "model/round.hpp"
#include "model/text.hpp"
#include "model/time_zone.hpp"

namespace model {

enum class QuotaPeriod { day, week, month, year };
BOOST_DESCRIBE_ENUM(QuotaPeriod, day, week, month, year)
enum class QuotaScope { user, organisation };
BOOST_DESCRIBE_ENUM(QuotaScope, user, organisation)
/// Who must approve a request; each includes the roles above it.
enum class Approval { none, operator_, platform_admin, institution_admin };
BOOST_DESCRIBE_ENUM(Approval, none, operator_, platform_admin, institution_admin)
enum class Contention { first_come, collect };
BOOST_DESCRIBE_ENUM(Contention, first_come, collect)

/// A limit on this instrument's bookings per period and scope; at least one of the two maxima, and 0
/// allows nothing. Periods are days, weeks, months and years of the policy's time zone. A booking counts
/// by its true overlap: it is cut at the borders of the periods, and only its time inside the window
/// counts. Cancelled, rejected, expired and displaced bookings do not count.
struct Quota {
    QuotaPeriod per = QuotaPeriod::week;
    QuotaScope scope = QuotaScope::user;
    std::optional<Bounded<0, 100'000>> max_bookings;  ///< that have any counted time in the period
    std::optional<Bounded<0, 1'000'000>> max_minutes;
    std::optional<Weekday> week_starts;  ///< default Mon
    std::optional<OpeningHours> window;  ///< count only time inside; default all
    friend bool operator==(const Quota&, const Quota&) = default;
};
BOOST_DESCRIBE_STRUCT(Quota, (), (per, scope, max_bookings, max_minutes, week_starts, window))

/// A time at which nobody can book, e.g. a holiday of the platform.
struct Closure {
    Instant start{};
    Instant end{};
    Text<0, 200> reason;
    friend bool operator==(const Closure&, const Closure&) = default;
};
BOOST_DESCRIBE_STRUCT(Closure, (), (start, end, reason))

/// A requirement that must be on record, as a clearance of the instrument's platform, for the day of use:
/// customs status, hazard class, insurance, a signed contract.
enum class GateOf { user, organisation };
BOOST_DESCRIBE_ENUM(GateOf, user, organisation)
struct Gate {
    Text<1, 40> name;  ///< the clearances' `gate`
    Text<1, 100> zh;
    Text<1, 200> en;
    GateOf of = GateOf::organisation;
    friend bool operator==(const Gate&, const Gate&) = default;
};
BOOST_DESCRIBE_STRUCT(Gate, (), (name, zh, en, of))

struct Policy {
    OpeningHours opening_hours;          ///< always open
    TimeZone time_zone;                  ///< Asia/Shanghai
    Bounded<1, 64> capacity = 1;         ///< bookings at once, each in a lane
    Bounded<1, 1440> grid_minutes = 15;  ///< starts and ends lie on multiples since local midnight
    Bounded<1, 527'040> min_minutes = 15;
    Bounded<1, 527'040> max_minutes = 43'200;       ///< 30 days
    Bounded<0, 527'040> min_notice_minutes = 0;     ///< between now and the start of a new booking
    Bounded<0, 527'040> change_notice_minutes = 0;  ///< between now and the start when a user moves it
    Bounded<0, 527'040> cancel_notice_minutes = 0;  ///< between now and the start when a user cancels it
    Bounded<1, 3'660> horizon_days = 180;           ///< how far ahead a booking may start
    Bounded<0, 10'080> buffer_before_minutes = 0;   ///< occupied before a booking (setting up)
    Bounded<0, 10'080> buffer_after_minutes = 0;    ///< occupied after a booking (cleaning)
    Bounded<0, 527'040> own_gap_minutes = 0;        ///< between two bookings of one user; 0 = may touch
    /// Of one user, bookings that have not ended, with the wished one; their minutes from now on.
    std::optional<Bounded<0, 100'000>> max_future_bookings;
    std::optional<Bounded<0, 10'000'000>> max_future_minutes;
    std::vector<Quota> quotas;  ///< at most 50
    Approval approval = Approval::platform_admin;
    std::optional<Money> approval_above_fen;  ///< approval only for prices above this
    bool requires_training = false;
    Bounded<0, 10'080> check_in_early_minutes = 15;
    /// After the start; from then on staff may mark it, and unless it is 0 the clock does.
    Bounded<0, 527'040> no_show_after_minutes = 0;
    /// After its booked end a use without check-out is closed as of that end; 0 = never.
    Bounded<0, 527'040> forgotten_check_out_minutes = 720;
    Bounded<1, 10'080> offer_minutes = 30;  ///< how long freed time is held for who waits for it
    /// How long the new place of a booking that lost its own is held for an answer.
    Bounded<1, 10'080> replan_answer_minutes = 1440;
    Bounded<0, 527'040> bump_notice_minutes = 1440;  ///< between now and the start when staff bumps a booking
    /// Who comes first on the waitlist; classes that are not named come last. At most 3.
    std::vector<PriceClass> waitlist_priority;
    Contention contention = Contention::first_come;
    RoundSchedule rounds;           ///< where requests are collected
    std::vector<Closure> closures;  ///< at most 1,000
    /// Closed on public holidays; on a make-up working day open with the hours of the weekday that the
    /// calendar names, else of Monday.
    bool follows_holidays = false;
    std::vector<Gate> gates;  ///< at most 20
    /// The calendar that it follows; no part of the document, set by the store where it is needed to know
    /// when the instrument is open. None: no day is a holiday.
    HolidaysPtr holidays = {};
    friend bool operator==(const Policy&, const Policy&) = default;
};
BOOST_DESCRIBE_STRUCT(Policy, (),
                      (opening_hours, time_zone, capacity, grid_minutes, min_minutes, max_minutes, min_notice_minutes,
                       change_notice_minutes, cancel_notice_minutes, horizon_days, buffer_before_minutes,
                       buffer_after_minutes, own_gap_minutes, max_future_bookings, max_future_minutes, quotas, approval,
                       approval_above_fen, requires_training, check_in_early_minutes, no_show_after_minutes,
                       forgotten_check_out_minutes, offer_minutes, replan_answer_minutes, bump_notice_minutes,
                       waitlist_priority, contention, rounds, closures, follows_holidays, gates))

/// A policy with the version under which it is stored: 1, 2, ... per instrument.
struct PolicyVersion {
    std::int64_t version = 0;
    Instant since{};
    Policy policy;
};
using PolicyPtr = std::shared_ptr<const PolicyVersion>;

}  // namespace model
