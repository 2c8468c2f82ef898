#pragma once
// The store as the scheduler sees it: one command's transaction, in domain verbs. Implemented by
// server/storage on SQLite and PostgreSQL, and by tests in memory.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/booking.hpp"
#include "model/event.hpp"
#include "model/instrument.hpp"
#include "model/people.hpp"
#include "model/result.hpp"
#include "scheduler/accessory_store.hpp"
#include "scheduler/bank_line_store.hpp"
#include "scheduler/company_money_store.hpp"
#include "scheduler/correction_store.hpp"
#include "scheduler/credit_store.hpp"
#include "scheduler/displacement_store.hpp"
#include "scheduler/due_store.hpp"
#include "scheduler/group_store.hpp"
#include "scheduler/host_record_store.hpp"
#include "scheduler/ledger_store.hpp"
#include "scheduler/offer_store.hpp"
#include "scheduler/rates_store.hpp"
#include "scheduler/round_store.hpp"
#include "scheduler/rule_facts.hpp"
#include "scheduler/rules.hpp"
#include "scheduler/shift_store.hpp"
#include "scheduler/waitlist_store.hpp"
#include "scheduler/waivers.hpp"

namespace scheduler {

/// An instrument with what holds for it now.
struct InstrumentRecord {
    model::Instrument instrument;
    model::InstitutionId institution_id;
    model::PolicyPtr policy;
    model::RatesPtr rates;
};
using InstrumentPtr = std::shared_ptr<const InstrumentRecord>;

/// The reads and writes of one command. It sees its own writes; commands run one after the other, so
/// what a command read still holds when it commits. Used by one thread. Every method may throw the
/// store's exception (disk, connection); the command then counts as not run.
class Transaction : public RuleFactsStore,
                    public WaiverStore,
                    public HostRecordStore,
                    public CreditStore,
                    public DueStore,
                    public OfferStore,
                    public WaitlistStore,
                    public GroupStore,
                    public AccessoryStore,
                    public RoundStore,
                    public DisplacementStore,
                    public ShiftStore,
                    public LedgerStore,
                    public CompanyMoneyStore,
                    public BankLineStore,
                    public CorrectionStore,
                    public RatesStore {
  public:
    using CreditStore::suspension;
    using RuleFactsStore::suspension;

    /// nullptr where there is none.
    virtual InstrumentPtr instrument(const model::InstrumentId& id) = 0;
    /// A version that was once in force; nullptr where there is none.
    virtual model::PolicyPtr policy_version(const model::InstrumentId& id, std::int64_t version) = 0;
    virtual model::RatesPtr rates_version(const model::InstrumentId& id, std::int64_t version) = 0;
    /// Stores the next version and returns it.
    virtual model::PolicyPtr add_policy(const model::InstrumentId& id, const model::Policy& policy,
                                        model::Instant since) = 0;
    virtual model::RatesPtr add_rates(const model::InstrumentId& id, const model::Rates& rates, model::Instant since,
                                      model::UserId by) = 0;
    /// A version of the holiday calendar that was once in force; nullptr where there is none.
    virtual model::HolidaysPtr holidays(std::int64_t version) = 0;

    virtual std::optional<model::Organisation> organisation(const model::OrganisationId& id) = 0;
    virtual void put_training(const model::Training& training) = 0;

    virtual std::optional<model::Booking> booking(model::BookingId id) = 0;
    /// Stores a new booking; the returned id is set by the store.
    virtual model::BookingId add_booking(const model::Booking& booking) = 0;
    /// Stores all fields; `booking.revision` must be one more than the stored one (an assertion).
    virtual void update_booking(const model::Booking& booking) = 0;
    /// Requests that hold no lane yet (contention: collect) and overlap `range`, at most 200.
    virtual std::vector<model::BookingId> open_requests(const model::InstrumentId& instrument,
                                                        model::Interval range) = 0;

    /// Bookings with a charge whose booked time or whose use reaches into `range`, by id, at most 500. A use that ran
    /// on for more than 31 days after its booked end is not found.
    virtual std::vector<model::Booking> charged_bookings(const model::InstrumentId& instrument,
                                                         model::Interval range) = 0;

    /// The first lane below `capacity` that is free throughout `held`. Lanes from before the capacity was
    /// lowered still count: nullopt where as many as `capacity` are taken, whichever they are.
    virtual std::optional<int> free_lane(const model::InstrumentId& instrument, int capacity, model::Interval held) = 0;
    /// Takes `free_lane` for `held`; nullopt where there is none. The store itself refuses an overlap in a
    /// lane, whatever the caller does.
    virtual std::optional<int> occupy(const model::InstrumentId& instrument, int capacity, model::Holder holder,
                                      model::Interval time, model::Interval held) = 0;
    virtual bool holds_a_lane(model::Holder holder) = 0;
    /// Removes all that the holder holds.
    virtual void vacate(model::Holder holder) = 0;
    /// Holders of any lane that overlap `range`, by start, at most `limit`.
    virtual std::vector<model::Occupancy> occupancies(const model::InstrumentId& instrument, model::Interval range,
                                                      std::size_t limit) = 0;

    virtual model::OutageId add_outage(const model::Outage& outage) = 0;
    virtual std::optional<model::Outage> outage(model::OutageId id) = 0;
    virtual void end_outage(model::OutageId id) = 0;
    /// Outages of the instrument that nobody ended and that last beyond `now`, by start, at most 1,000.
    virtual std::vector<model::Outage> open_outages(const model::InstrumentId& instrument, model::Instant now) = 0;

    /// Appends to the event log; the sequence number is set by the store.
    virtual void append(model::Event event) = 0;
};

}  // namespace scheduler
