#pragma once
// What the booking rules need to know of a person on one instrument beyond the policy, and how it is
// gathered: once for all wishes within a range of time.

#include <cstdint>
#include <optional>
#include <vector>

#include "model/id.hpp"
#include "model/instrument.hpp"
#include "model/interval.hpp"
#include "model/people.hpp"
#include "model/policy.hpp"
#include "model/standing.hpp"

namespace scheduler {

/// Who is to use the booking, and who pays. Without a user (a visitor) nothing is on record.
struct Person {
    model::UserId user;
    model::OrganisationId organisation;
};

struct OwnBooking {
    model::BookingId id;
    model::Interval time;
};

/// Live bookings that have not ended, and their time from now on.
struct FutureUse {
    std::int64_t bookings = 0;
    model::seconds time{0};
};

/// Of one person on one instrument. Only what the policy asks for is filled.
struct RuleFacts {
    std::vector<OwnBooking> own;  ///< the user's live bookings near the wishes
    FutureUse future;             ///< of the user
    /// Bookings that count for quotas, in every period that the wishes touch.
    std::vector<OwnBooking> counted_of_user;
    std::vector<OwnBooking> counted_of_organisation;
    std::optional<model::Training> training;
    std::vector<model::Clearance> clearances;  ///< of the user and of the organisation
    std::optional<model::Suspension> suspension;

    /// As if this wish were booked already; for wishes that are checked one after the other before any is written.
    void add(const OwnBooking& booking, model::Instant now);
};

/// The store's verbs for the facts. All are bounded queries along an index.
class RuleFactsStore {
  public:
    RuleFactsStore() = default;
    RuleFactsStore(const RuleFactsStore&) = delete;
    RuleFactsStore& operator=(const RuleFactsStore&) = delete;
    virtual ~RuleFactsStore() = default;

    /// The user's live bookings of the instrument that overlap `range`, by start, at most 2,000.
    virtual std::vector<OwnBooking> live_bookings(model::UserId user, const model::InstrumentId& instrument,
                                                  model::Interval range) = 0;
    /// The user's live bookings of the instrument that end after `now`, without `except`.
    virtual FutureUse future_use(model::UserId user, const model::InstrumentId& instrument, model::Instant now,
                                 model::BookingId except) = 0;
    /// Bookings that overlap `range`, neither cancelled, rejected, expired nor displaced; at most 50,000.
    virtual std::vector<OwnBooking> counted_bookings(model::UserId user, const model::InstrumentId& instrument,
                                                     model::Interval range) = 0;
    virtual std::vector<OwnBooking> counted_bookings(const model::OrganisationId& organisation,
                                                     const model::InstrumentId& instrument, model::Interval range) = 0;
    virtual std::optional<model::Training> training(model::UserId user, const model::InstrumentId& instrument) = 0;
    /// The user's and the organisation's clearances on a platform, at most 200.
    virtual std::vector<model::Clearance> clearances(const Person& person, const model::PlatformId& platform) = 0;
    /// The suspension that holds at `now`; the one that ends last.
    virtual std::optional<model::Suspension> suspension(model::UserId user, model::Instant now) = 0;
};

/// All facts for wishes of this person that lie within `range`. `leave_out` is a booking that is about to
/// leave its old place: it counts for nothing.
RuleFacts gather_facts(RuleFactsStore& store, const model::Policy& policy, const model::Instrument& instrument,
                       const Person& person, model::Interval range, model::Instant now,
                       model::BookingId leave_out = model::BookingId{});

}  // namespace scheduler
