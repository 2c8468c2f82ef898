#pragma once
// A store in memory: rows as maps, searched from end to end, written without cleverness. Whatever is written notes how
// to undo it. It knows nothing of SQL, so a town that lives on both says whether the two mean the same.

#include "scheduler/store.hpp"
#include "tests/contract/audited_rows.hpp"

#include <compare>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace contract {

struct MemoryRows {
    struct Instrument {
        scheduler::InstrumentPtr record;
        std::map<std::int64_t, model::PolicyPtr> policies;
        std::map<std::int64_t, model::RatesPtr> rates;
    };
    using Place = std::tuple<std::string, int, model::Instant>;  ///< instrument, lane, start with buffers

    std::map<std::string, Instrument> instruments;
    std::map<std::string, model::Organisation> organisations;
    std::map<std::int64_t, model::Booking> bookings;
    std::map<Place, model::Occupancy> occupancy;
    std::map<std::int64_t, model::Outage> outages;
    std::map<model::AccountKey, model::AccountState> accounts;
    std::map<std::string, model::LedgerTransaction> ledger;  ///< by key
    std::map<std::int64_t, std::vector<std::string>> ledger_of_booking;
    std::map<std::pair<std::int64_t, std::string>, model::DueWork> due;  ///< by subject and kind
    std::map<std::int64_t, model::Offer> offers;
    std::map<std::int64_t, model::WaitlistEntry> entries;
    std::map<std::int64_t, std::vector<model::InstrumentId>> waits_for;
    std::map<std::int64_t, model::BookingGroup> groups;
    std::map<std::int64_t, std::vector<std::string>> waived;  ///< by booking
    std::map<std::int64_t, model::Displacement> displacements;
    std::map<std::int64_t, model::Shift> shifts;
    std::map<std::int64_t, model::CreditEntry> credit;
    std::map<std::int64_t, model::Suspension> suspensions;
    std::map<std::int64_t, model::Round> rounds;
    std::map<std::int64_t, model::RoundWish> wishes;
    struct Result {
        std::int64_t points = 0;
        bool granted = false;
        bool served = false;
    };
    std::map<std::pair<std::int64_t, std::int64_t>, Result> round_results;  ///< by round and booking
    std::map<std::int64_t, scheduler::RoundOutcome> outcomes;
    std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, scheduler::RoundAward> awards;  ///< and by plan
    std::map<std::string, std::vector<scheduler::RoundShare>> shares;
    std::map<std::int64_t, model::Accessory> accessories;
    struct HeldUnit {
        model::Interval time;
        model::Holder holder;
    };
    std::map<std::tuple<std::int64_t, std::int64_t, model::Instant>, HeldUnit> held_units;  ///< accessory, unit, start
    std::map<std::pair<std::int64_t, std::string>, std::string> answers;                    ///< by user and key
    std::map<std::string, std::int64_t> last_ids;                                           ///< by table
    std::vector<model::Event> log;

    // Where to look first; what is found there is looked at again.
    std::map<std::string, std::set<std::int64_t>> bookings_of_instrument;
    std::map<std::int64_t, std::set<std::int64_t>> bookings_of_user;
    std::map<model::Holder, std::vector<Place>> places_of;
};

/// The row with the key, where there is one.
template <class Map, class Key>
auto found_in(const Map& map, const Key& key) -> std::optional<typename Map::mapped_type> {
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

class MemoryTransaction final : public scheduler::Transaction {
  public:
    explicit MemoryTransaction(MemoryRows& rows) : rows_(rows) {}

    /// Everything since the mark is as if it had not been.
    using Mark = std::size_t;
    [[nodiscard]] Mark mark() const { return undo_.size(); }
    void return_to(Mark mark);
    /// Nothing before can be undone any more.
    void commit() { undo_.clear(); }
    void begin_command() { freed_.clear(); }

    void keep_answer(model::UserId user, const std::string& key, const std::string& answer) {
        put(rows_.answers, {user.value, key}, answer);
    }

    scheduler::InstrumentPtr instrument(const model::InstrumentId& id) override;
    model::PolicyPtr policy_version(const model::InstrumentId& id, std::int64_t version) override;
    model::RatesPtr rates_version(const model::InstrumentId& id, std::int64_t version) override;
    model::PolicyPtr add_policy(const model::InstrumentId& id, const model::Policy& policy,
                                model::Instant since) override;
    model::RatesPtr add_rates(const model::InstrumentId& id, const model::Rates& rates, model::Instant since,
                              model::UserId by) override;
    model::HolidaysPtr holidays(std::int64_t version) override;
    std::optional<model::Organisation> organisation(const model::OrganisationId& id) override;
    std::optional<model::Booking> booking(model::BookingId id) override;
    model::BookingId add_booking(const model::Booking& booking) override;
    void update_booking(const model::Booking& booking) override;
    std::vector<model::BookingId> open_requests(const model::InstrumentId& instrument, model::Interval range) override;
    std::vector<model::Booking> charged_bookings(const model::InstrumentId& instrument, model::Interval range) override;
    std::optional<int> free_lane(const model::InstrumentId& instrument, int capacity, model::Interval held) override;
    std::optional<int> occupy(const model::InstrumentId& instrument, int capacity, model::Holder holder,
                              model::Interval time, model::Interval held) override;
    bool occupy_lane(const model::InstrumentId& instrument, int lane, model::Holder holder, model::Interval time,
                     model::Interval held) override;
    bool holds_a_lane(model::Holder holder) override;
    void vacate(model::Holder holder) override;
    std::vector<model::Occupancy> occupancies(const model::InstrumentId& instrument, model::Interval range,
                                              std::size_t limit) override;
    model::OutageId add_outage(const model::Outage& outage) override;
    std::optional<model::Outage> outage(model::OutageId id) override;
    void end_outage(model::OutageId id) override;
    std::vector<model::Outage> open_outages(const model::InstrumentId& instrument, model::Instant now) override;
    model::AccountState account(const model::AccountKey& key) override;
    bool post(const model::LedgerTransaction& transaction) override;
    std::optional<model::LedgerTransaction> open_hold(model::BookingId booking) override;
    void append(model::Event event) override;

    std::vector<scheduler::OwnBooking> live_bookings(model::UserId user, const model::InstrumentId& instrument,
                                                     model::Interval range) override;
    scheduler::FutureUse future_use(model::UserId user, const model::InstrumentId& instrument, model::Instant now,
                                    model::BookingId except) override;
    std::vector<scheduler::OwnBooking> counted_bookings(model::UserId user, const model::InstrumentId& instrument,
                                                        model::Interval range) override;
    std::vector<scheduler::OwnBooking> counted_bookings(const model::OrganisationId& organisation,
                                                        const model::InstrumentId& instrument,
                                                        model::Interval range) override;

    void set_due(const model::DueWork& work) override;
    void clear_due(model::DueKind kind, std::int64_t subject) override;
    std::optional<model::DueWork> first_due(model::Instant until) override;
    model::OfferId add_offer(const model::Offer& offer) override;
    std::optional<model::Offer> offer(model::OfferId id) override;
    void close_offer(model::OfferId id, model::OfferStatus status) override;
    std::vector<model::Offer> offers_of(model::OfferOrigin origin) override;
    model::WaitlistEntryId add_waitlist_entry(const model::WaitlistEntry& entry,
                                              std::span<const model::InstrumentId> instruments) override;
    std::optional<model::WaitlistEntry> waitlist_entry(model::WaitlistEntryId id) override;
    void update_waitlist_entry(const model::WaitlistEntry& entry) override;
    std::vector<model::WaitlistEntry> waiting_for(const model::InstrumentId& instrument,
                                                  model::Interval range) override;
    std::vector<model::InstrumentId> waitlist_instruments(model::WaitlistEntryId id) override;
    std::int64_t open_waitlist_entries(model::UserId user) override;
    std::int64_t no_shows(model::UserId user, model::Instant since) override;
    std::vector<scheduler::FreedTime> take_freed() override { return std::exchange(freed_, {}); }

    model::BookingGroupId add_group(const model::BookingGroup& group) override;
    std::optional<model::BookingGroup> group(model::BookingGroupId id) override;
    std::vector<model::Booking> group_members(model::BookingGroupId id) override;
    void set_group_recurrence(model::BookingGroupId id, const std::string& recurrence) override;
    bool attempt(const std::function<bool()>& part) override;

    void add_displacement(const model::Displacement& displacement) override;
    std::optional<model::Displacement> displacement(model::BookingId id) override;
    void end_displacement(model::BookingId id, model::DisplacementEnd end, model::BookingId replaced_by) override;
    model::ShiftId add_shift(const model::Shift& shift) override;
    std::optional<model::Shift> shift(model::ShiftId id) override;
    std::optional<model::Shift> open_shift(model::BookingId booking) override;
    void close_shift(model::ShiftId id, model::ShiftStatus status) override;
    std::optional<model::Instant> asked_at(model::BookingId booking) override;

    // Nothing of the town asks for these again.
    void add_replanning(model::OutageId, const model::ReplanningFigures&) override {}
    void add_host_deed(const model::HostDeed&) override {}

    // Nobody in the town approves prices or has a class of its own.
    bool prices_need_approval(const model::InstitutionId&) override { return false; }
    void set_prices_need_approval(const model::InstitutionId&, bool) override {}
    model::RatesProposalId add_rates_proposal(const model::RatesProposal&) override { return {}; }
    std::optional<model::RatesProposal> rates_proposal(model::RatesProposalId) override { return std::nullopt; }
    std::optional<model::RatesProposal> pending_rates_proposal(const model::InstrumentId&) override {
        return std::nullopt;
    }
    void close_rates_proposal(const model::RatesProposal&) override {}
    std::vector<model::OwnClass> own_classes(const model::InstitutionId&) override { return {}; }
    void put_own_classes(const model::InstitutionId&, const std::vector<model::OwnClass>&) override {}
    std::int64_t organisations_of_class(const model::InstitutionId&, const std::string&) override { return 0; }
    void set_price_class(const model::OrganisationId&, const model::InstitutionId&, const std::string&) override {}

    model::RoundId add_round(const model::Round& round) override;
    std::optional<model::Round> round(model::RoundId id) override;
    void set_round_status(model::RoundId id, model::RoundStatus status) override;
    void set_round_seed(model::RoundId id, std::int64_t seed) override;
    std::optional<scheduler::RoundOutcome> round_outcome(model::RoundId id) override;
    std::vector<model::InstrumentId> collecting_instruments(const model::PlatformId& platform) override;
    scheduler::RoundTally round_tally(model::RoundId id) override;
    void add_round_award(std::int64_t plan, const scheduler::RoundAward& award) override;
    AwardCount count_round_awards(model::RoundId id, std::int64_t plan) override;
    void keep_round_plan(model::RoundId id, std::int64_t plan) override;
    std::vector<scheduler::RoundAward> round_awards(model::RoundId id, std::size_t limit) override;
    void remove_round_award(model::RoundId id, model::BookingId booking) override;
    void set_round_outcome(model::RoundId id, const scheduler::RoundOutcome& outcome) override;
    std::vector<model::RoundId> open_rounds(const model::InstrumentId& instrument, model::Interval range) override;
    void put_wish(model::BookingId booking, const model::RoundWish& wish) override;
    model::RoundWish wish(model::BookingId booking) override;
    std::vector<model::BookingId> collected_requests(const model::InstrumentId& instrument, model::Interval window,
                                                     model::Instant before, std::size_t limit) override;
    void add_round_result(const scheduler::RoundResult& result) override;
    std::vector<model::BookingId> unserved_losers(model::RoundId id, std::size_t limit) override;
    void mark_served(model::RoundId id, model::BookingId booking) override;
    std::vector<scheduler::RoundShare> round_shares(const model::PlatformId& platform) override;
    void put_round_shares(const model::PlatformId& platform, std::span<const scheduler::RoundShare> shares) override;

    void add_waiver(const scheduler::RecordedWaiver& waiver) override;
    std::vector<std::string> waived_rules(model::BookingId booking) override;
    model::CreditPolicy credit_policy() override;
    model::CreditEntryId add_credit_entry(const model::CreditEntry& entry) override;
    std::optional<model::CreditEntry> credit_entry(model::CreditEntryId id) override;
    void update_credit_entry(const model::CreditEntry& entry) override;
    std::int64_t count_credit_entries(model::UserId user, model::CreditCause cause, model::Instant since,
                                      model::Instant until) override;
    model::SuspensionId add_suspension(const model::Suspension& suspension) override;
    std::optional<model::Suspension> suspension(model::SuspensionId id) override;
    std::optional<model::Suspension> suspension(model::UserId user, model::Instant now) override;
    void lift_suspension(model::SuspensionId id, model::Instant at, const std::string& reason) override;

    std::optional<model::Accessory> accessory(model::AccessoryId id) override;
    model::AccessoryId put_accessory(const model::Accessory& accessory) override;
    std::int64_t accessory_units_left(model::AccessoryId id, model::Interval time) override;
    bool take_accessory(const model::AccessoryUse& use, model::Holder holder, model::Interval time) override;
    std::optional<model::LedgerTransaction> posted(const std::string& key) override;
    std::optional<model::LedgerTransaction> posted(model::TransactionId id) override;
    std::vector<model::Posting> uncorrected(model::TransactionId charge) override;
    scheduler::CompanyMoney company_money(const model::OrganisationId& organisation) override;

    // The town has none of these.
    model::IncomeSplit income_split(const std::string&, model::Instant) override { return {}; }
    std::optional<model::CompanyAccount> company_account(model::CompanyAccountId) override { return {}; }
    model::CompanyAccountId put_company_account(const model::CompanyAccount&) override { return {}; }
    scheduler::Unpaid unpaid(const model::OrganisationId&, model::Instant) override { return {}; }
    model::BillingPolicy billing_policy() override { return {}; }
    std::vector<model::SpendingLimit> spending_limits(const model::OrganisationId&) override { return {}; }
    model::Money spent(const model::SpendingLimit&, model::Interval, model::BookingId) override { return {}; }
    void put_cost_centre(model::BookingId, const model::CostCentre&) override {}
    model::CostCentre cost_centre(model::BookingId) override { return {}; }
    std::vector<scheduler::KnownPayer> known_payers() override { return {}; }
    std::optional<model::BankLine> bank_line(const std::string&) override { return {}; }
    std::optional<model::BankLine> bank_line(model::BankLineId) override { return {}; }
    model::BankLineId add_bank_line(const model::BankLine&) override { return {}; }
    void update_bank_line(const model::BankLine&) override {}
    model::CorrectionId add_correction(const model::Correction&) override { return {}; }
    std::optional<model::Correction> correction(model::CorrectionId) override { return {}; }
    void decide_correction(const model::Correction&) override {}
    model::Money proposed_reductions(const model::OrganisationId&, model::TransactionId) override { return {}; }
    model::DisputeId add_dispute(const model::Dispute&) override { return {}; }
    std::optional<model::Dispute> dispute(model::DisputeId) override { return {}; }
    void decide_dispute(const model::Dispute&) override {}
    model::Money disputed(model::TransactionId) override { return {}; }
    void put_training(const model::Training&) override {}
    std::optional<model::Training> training(model::UserId, const model::InstrumentId&) override { return std::nullopt; }
    std::vector<model::Clearance> clearances(const scheduler::Person&, const model::PlatformId&) override { return {}; }
    std::int64_t accessory_units_taken(model::AccessoryId, model::Instant) override { return 0; }

  private:
    template <class Key, class Value>
    void put(std::map<Key, Value>& map, const Key& key, const Value& value) {
        const auto found = map.find(key);
        auto old = found == map.end() ? std::optional<Value>() : std::optional<Value>(found->second);
        undo_.push_back([&map, key, old = std::move(old)] {
            if (old) {
                map.insert_or_assign(key, *old);
            } else {
                map.erase(key);
            }
        });
        map.insert_or_assign(key, value);
    }
    template <class Key, class Value>
    void erase(std::map<Key, Value>& map, const Key& key) {
        const auto found = map.find(key);
        if (found != map.end()) {
            undo_.push_back([&map, key, old = found->second] { map.insert_or_assign(key, old); });
            map.erase(found);
        }
    }
    std::int64_t next_id(const char* table);
    void index(const model::Booking& booking);
    void add_occupancy(const model::Occupancy& occupancy);
    void free(const scheduler::FreedTime& time);
    template <class Keep>
    std::vector<scheduler::OwnBooking> own_bookings(const std::set<std::int64_t>& candidates, Keep keep);

    MemoryRows& rows_;
    std::vector<std::function<void()>> undo_;
    std::vector<scheduler::FreedTime> freed_;
};

/// What the auditor compares.
AuditedRows rows_of(const MemoryRows& rows);

}  // namespace contract
