#pragma once
// A store's transaction that does what another one does: the base of those that fail, or cheat, in a single verb.

#include "scheduler/store.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace contract {

class ForwardingTransaction : public scheduler::Transaction {
  public:
    explicit ForwardingTransaction(scheduler::Transaction& store) : store_(store) {}

    scheduler::InstrumentPtr instrument(const model::InstrumentId& id) override { return store_.instrument(id); }
    model::PolicyPtr policy_version(const model::InstrumentId& id, std::int64_t version) override {
        return store_.policy_version(id, version);
    }
    model::RatesPtr rates_version(const model::InstrumentId& id, std::int64_t version) override {
        return store_.rates_version(id, version);
    }
    model::PolicyPtr add_policy(const model::InstrumentId& id, const model::Policy& policy,
                                model::Instant since) override {
        return store_.add_policy(id, policy, since);
    }
    model::RatesPtr add_rates(const model::InstrumentId& id, const model::Rates& rates, model::Instant since,
                              model::UserId by) override {
        return store_.add_rates(id, rates, since, by);
    }
    model::HolidaysPtr holidays(std::int64_t version) override { return store_.holidays(version); }
    bool prices_need_approval(const model::InstitutionId& institution) override {
        return store_.prices_need_approval(institution);
    }
    void set_prices_need_approval(const model::InstitutionId& institution, bool needed) override {
        store_.set_prices_need_approval(institution, needed);
    }
    model::RatesProposalId add_rates_proposal(const model::RatesProposal& proposal) override {
        return store_.add_rates_proposal(proposal);
    }
    std::optional<model::RatesProposal> rates_proposal(model::RatesProposalId id) override {
        return store_.rates_proposal(id);
    }
    std::optional<model::RatesProposal> pending_rates_proposal(const model::InstrumentId& instrument) override {
        return store_.pending_rates_proposal(instrument);
    }
    void close_rates_proposal(const model::RatesProposal& proposal) override { store_.close_rates_proposal(proposal); }
    std::vector<model::OwnClass> own_classes(const model::InstitutionId& institution) override {
        return store_.own_classes(institution);
    }
    void put_own_classes(const model::InstitutionId& institution,
                         const std::vector<model::OwnClass>& classes) override {
        store_.put_own_classes(institution, classes);
    }
    std::int64_t organisations_of_class(const model::InstitutionId& institution, const std::string& name) override {
        return store_.organisations_of_class(institution, name);
    }
    void set_price_class(const model::OrganisationId& organisation, const model::InstitutionId& institution,
                         const std::string& name) override {
        store_.set_price_class(organisation, institution, name);
    }
    std::optional<model::Organisation> organisation(const model::OrganisationId& id) override {
        return store_.organisation(id);
    }
    void put_training(const model::Training& training) override { store_.put_training(training); }
    std::optional<model::Booking> booking(model::BookingId id) override { return store_.booking(id); }
    model::BookingId add_booking(const model::Booking& booking) override { return store_.add_booking(booking); }
    void update_booking(const model::Booking& booking) override { store_.update_booking(booking); }
    std::vector<model::BookingId> open_requests(const model::InstrumentId& instrument, model::Interval range) override {
        return store_.open_requests(instrument, range);
    }
    std::vector<model::Booking> charged_bookings(const model::InstrumentId& instrument,
                                                 model::Interval range) override {
        return store_.charged_bookings(instrument, range);
    }
    std::optional<int> free_lane(const model::InstrumentId& instrument, int capacity, model::Interval held) override {
        return store_.free_lane(instrument, capacity, held);
    }
    std::optional<int> occupy(const model::InstrumentId& instrument, int capacity, model::Holder holder,
                              model::Interval time, model::Interval held) override {
        return store_.occupy(instrument, capacity, holder, time, held);
    }
    bool holds_a_lane(model::Holder holder) override { return store_.holds_a_lane(holder); }
    void vacate(model::Holder holder) override { store_.vacate(holder); }
    std::vector<model::Occupancy> occupancies(const model::InstrumentId& instrument, model::Interval range,
                                              std::size_t limit) override {
        return store_.occupancies(instrument, range, limit);
    }
    model::OutageId add_outage(const model::Outage& outage) override { return store_.add_outage(outage); }
    std::optional<model::Outage> outage(model::OutageId id) override { return store_.outage(id); }
    void end_outage(model::OutageId id) override { store_.end_outage(id); }
    std::vector<model::Outage> open_outages(const model::InstrumentId& instrument, model::Instant now) override {
        return store_.open_outages(instrument, now);
    }
    void append(model::Event event) override { store_.append(std::move(event)); }

    std::vector<scheduler::OwnBooking> live_bookings(model::UserId user, const model::InstrumentId& instrument,
                                                     model::Interval range) override {
        return store_.live_bookings(user, instrument, range);
    }
    scheduler::FutureUse future_use(model::UserId user, const model::InstrumentId& instrument, model::Instant now,
                                    model::BookingId except) override {
        return store_.future_use(user, instrument, now, except);
    }
    std::vector<scheduler::OwnBooking> counted_bookings(model::UserId user, const model::InstrumentId& instrument,
                                                        model::Interval range) override {
        return store_.counted_bookings(user, instrument, range);
    }
    std::vector<scheduler::OwnBooking> counted_bookings(const model::OrganisationId& organisation,
                                                        const model::InstrumentId& instrument,
                                                        model::Interval range) override {
        return store_.counted_bookings(organisation, instrument, range);
    }
    std::optional<model::Training> training(model::UserId user, const model::InstrumentId& instrument) override {
        return store_.training(user, instrument);
    }
    std::vector<model::Clearance> clearances(const scheduler::Person& person,
                                             const model::PlatformId& platform) override {
        return store_.clearances(person, platform);
    }
    std::optional<model::Suspension> suspension(model::UserId user, model::Instant now) override {
        return store_.suspension(user, now);
    }

    void add_waiver(const scheduler::RecordedWaiver& waiver) override { store_.add_waiver(waiver); }
    model::CreditPolicy credit_policy() override { return store_.credit_policy(); }
    model::CreditEntryId add_credit_entry(const model::CreditEntry& entry) override {
        return store_.add_credit_entry(entry);
    }
    std::optional<model::CreditEntry> credit_entry(model::CreditEntryId id) override { return store_.credit_entry(id); }
    void update_credit_entry(const model::CreditEntry& entry) override { store_.update_credit_entry(entry); }
    std::int64_t count_credit_entries(model::UserId user, model::CreditCause cause, model::Instant since,
                                      model::Instant until) override {
        return store_.count_credit_entries(user, cause, since, until);
    }
    model::SuspensionId add_suspension(const model::Suspension& suspension) override {
        return store_.add_suspension(suspension);
    }
    std::optional<model::Suspension> suspension(model::SuspensionId id) override { return store_.suspension(id); }
    void lift_suspension(model::SuspensionId id, model::Instant at, const std::string& reason) override {
        store_.lift_suspension(id, at, reason);
    }

    void set_due(const model::DueWork& work) override { store_.set_due(work); }
    void clear_due(model::DueKind kind, std::int64_t subject) override { store_.clear_due(kind, subject); }
    std::optional<model::DueWork> first_due(model::Instant until) override { return store_.first_due(until); }

    model::OfferId add_offer(const model::Offer& offer) override { return store_.add_offer(offer); }
    std::optional<model::Offer> offer(model::OfferId id) override { return store_.offer(id); }
    void close_offer(model::OfferId id, model::OfferStatus status) override { store_.close_offer(id, status); }
    std::vector<model::Offer> offers_of(model::OfferOrigin origin) override { return store_.offers_of(origin); }

    model::WaitlistEntryId add_waitlist_entry(const model::WaitlistEntry& entry,
                                              std::span<const model::InstrumentId> instruments) override {
        return store_.add_waitlist_entry(entry, instruments);
    }
    std::optional<model::WaitlistEntry> waitlist_entry(model::WaitlistEntryId id) override {
        return store_.waitlist_entry(id);
    }
    void update_waitlist_entry(const model::WaitlistEntry& entry) override { store_.update_waitlist_entry(entry); }
    std::vector<model::WaitlistEntry> waiting_for(const model::InstrumentId& instrument,
                                                  model::Interval range) override {
        return store_.waiting_for(instrument, range);
    }
    std::vector<model::InstrumentId> waitlist_instruments(model::WaitlistEntryId id) override {
        return store_.waitlist_instruments(id);
    }
    std::int64_t open_waitlist_entries(model::UserId user) override { return store_.open_waitlist_entries(user); }
    std::int64_t no_shows(model::UserId user, model::Instant since) override { return store_.no_shows(user, since); }
    std::vector<scheduler::FreedTime> take_freed() override { return store_.take_freed(); }

    model::BookingGroupId add_group(const model::BookingGroup& group) override { return store_.add_group(group); }
    std::optional<model::BookingGroup> group(model::BookingGroupId id) override { return store_.group(id); }
    std::vector<model::Booking> group_members(model::BookingGroupId id) override { return store_.group_members(id); }
    void set_group_recurrence(model::BookingGroupId id, const std::string& recurrence) override {
        store_.set_group_recurrence(id, recurrence);
    }
    bool attempt(const std::function<bool()>& part) override { return store_.attempt(part); }

    void add_displacement(const model::Displacement& displacement) override { store_.add_displacement(displacement); }
    std::optional<model::Displacement> displacement(model::BookingId id) override { return store_.displacement(id); }
    void end_displacement(model::BookingId id, model::DisplacementEnd end, model::BookingId replaced_by) override {
        store_.end_displacement(id, end, replaced_by);
    }
    void add_replanning(model::OutageId id, const model::ReplanningFigures& figures) override {
        store_.add_replanning(id, figures);
    }
    model::ShiftId add_shift(const model::Shift& shift) override { return store_.add_shift(shift); }
    std::optional<model::Shift> shift(model::ShiftId id) override { return store_.shift(id); }
    std::optional<model::Shift> open_shift(model::BookingId booking) override { return store_.open_shift(booking); }
    void close_shift(model::ShiftId id, model::ShiftStatus status) override { store_.close_shift(id, status); }
    std::vector<std::string> waived_rules(model::BookingId booking) override { return store_.waived_rules(booking); }
    void add_host_deed(const model::HostDeed& deed) override { store_.add_host_deed(deed); }
    std::optional<model::Instant> asked_at(model::BookingId booking) override { return store_.asked_at(booking); }

    std::optional<model::Accessory> accessory(model::AccessoryId id) override { return store_.accessory(id); }
    model::AccessoryId put_accessory(const model::Accessory& accessory) override {
        return store_.put_accessory(accessory);
    }
    std::int64_t accessory_units_taken(model::AccessoryId id, model::Instant from) override {
        return store_.accessory_units_taken(id, from);
    }
    std::int64_t accessory_units_left(model::AccessoryId id, model::Interval time) override {
        return store_.accessory_units_left(id, time);
    }
    bool take_accessory(const model::AccessoryUse& use, model::Holder holder, model::Interval time) override {
        return store_.take_accessory(use, holder, time);
    }

    model::RoundId add_round(const model::Round& round) override { return store_.add_round(round); }
    std::optional<model::Round> round(model::RoundId id) override { return store_.round(id); }
    void set_round_status(model::RoundId id, model::RoundStatus status) override {
        store_.set_round_status(id, status);
    }
    void set_round_outcome(model::RoundId id, const scheduler::RoundOutcome& outcome) override {
        store_.set_round_outcome(id, outcome);
    }
    std::vector<model::RoundId> open_rounds(const model::InstrumentId& instrument, model::Interval range) override {
        return store_.open_rounds(instrument, range);
    }
    void put_wish(model::BookingId booking, const model::RoundWish& wish) override { store_.put_wish(booking, wish); }
    model::RoundWish wish(model::BookingId booking) override { return store_.wish(booking); }
    std::vector<model::BookingId> collected_requests(const model::InstrumentId& instrument, model::Interval window,
                                                     model::Instant before, std::size_t limit) override {
        return store_.collected_requests(instrument, window, before, limit);
    }
    void add_round_result(const scheduler::RoundResult& result) override { store_.add_round_result(result); }
    void set_round_seed(model::RoundId id, std::int64_t seed) override { store_.set_round_seed(id, seed); }
    std::optional<scheduler::RoundOutcome> round_outcome(model::RoundId id) override {
        return store_.round_outcome(id);
    }
    std::vector<model::InstrumentId> collecting_instruments(const model::PlatformId& platform) override {
        return store_.collecting_instruments(platform);
    }
    scheduler::RoundTally round_tally(model::RoundId id) override { return store_.round_tally(id); }
    void add_round_award(std::int64_t plan, const scheduler::RoundAward& award) override {
        store_.add_round_award(plan, award);
    }
    AwardCount count_round_awards(model::RoundId id, std::int64_t plan) override {
        return store_.count_round_awards(id, plan);
    }
    void keep_round_plan(model::RoundId id, std::int64_t plan) override { store_.keep_round_plan(id, plan); }
    std::vector<scheduler::RoundAward> round_awards(model::RoundId id, std::size_t limit) override {
        return store_.round_awards(id, limit);
    }
    void remove_round_award(model::RoundId id, model::BookingId booking) override {
        store_.remove_round_award(id, booking);
    }
    std::vector<model::BookingId> unserved_losers(model::RoundId id, std::size_t limit) override {
        return store_.unserved_losers(id, limit);
    }
    void mark_served(model::RoundId id, model::BookingId booking) override { store_.mark_served(id, booking); }
    std::vector<scheduler::RoundShare> round_shares(const model::PlatformId& platform) override {
        return store_.round_shares(platform);
    }
    void put_round_shares(const model::PlatformId& platform, std::span<const scheduler::RoundShare> shares) override {
        store_.put_round_shares(platform, shares);
    }
    bool occupy_lane(const model::InstrumentId& instrument, int lane, model::Holder holder, model::Interval time,
                     model::Interval held) override {
        return store_.occupy_lane(instrument, lane, holder, time, held);
    }

    model::AccountState account(const model::AccountKey& key) override { return store_.account(key); }
    bool post(const model::LedgerTransaction& transaction) override { return store_.post(transaction); }
    std::optional<model::LedgerTransaction> posted(const std::string& key) override { return store_.posted(key); }
    std::optional<model::LedgerTransaction> posted(model::TransactionId id) override { return store_.posted(id); }
    std::optional<model::LedgerTransaction> open_hold(model::BookingId booking) override {
        return store_.open_hold(booking);
    }
    std::vector<model::Posting> uncorrected(model::TransactionId charge) override { return store_.uncorrected(charge); }
    model::IncomeSplit income_split(const std::string& institution_id, model::Instant at) override {
        return store_.income_split(institution_id, at);
    }

    scheduler::CompanyMoney company_money(const model::OrganisationId& organisation) override {
        return store_.company_money(organisation);
    }
    std::optional<model::CompanyAccount> company_account(model::CompanyAccountId id) override {
        return store_.company_account(id);
    }
    model::CompanyAccountId put_company_account(const model::CompanyAccount& account) override {
        return store_.put_company_account(account);
    }
    scheduler::Unpaid unpaid(const model::OrganisationId& organisation, model::Instant charged_until) override {
        return store_.unpaid(organisation, charged_until);
    }
    model::BillingPolicy billing_policy() override { return store_.billing_policy(); }
    std::vector<model::SpendingLimit> spending_limits(const model::OrganisationId& organisation) override {
        return store_.spending_limits(organisation);
    }
    model::Money spent(const model::SpendingLimit& limit, model::Interval time, model::BookingId except) override {
        return store_.spent(limit, time, except);
    }
    void put_cost_centre(model::BookingId booking, const model::CostCentre& cost_centre) override {
        store_.put_cost_centre(booking, cost_centre);
    }
    model::CostCentre cost_centre(model::BookingId booking) override { return store_.cost_centre(booking); }

    std::vector<scheduler::KnownPayer> known_payers() override { return store_.known_payers(); }
    std::optional<model::BankLine> bank_line(const std::string& bank_reference) override {
        return store_.bank_line(bank_reference);
    }
    std::optional<model::BankLine> bank_line(model::BankLineId id) override { return store_.bank_line(id); }
    model::BankLineId add_bank_line(const model::BankLine& line) override { return store_.add_bank_line(line); }
    void update_bank_line(const model::BankLine& line) override { store_.update_bank_line(line); }

    model::CorrectionId add_correction(const model::Correction& correction) override {
        return store_.add_correction(correction);
    }
    std::optional<model::Correction> correction(model::CorrectionId id) override { return store_.correction(id); }
    void decide_correction(const model::Correction& correction) override { store_.decide_correction(correction); }
    model::Money proposed_reductions(const model::OrganisationId& organisation, model::TransactionId charge) override {
        return store_.proposed_reductions(organisation, charge);
    }
    model::DisputeId add_dispute(const model::Dispute& dispute) override { return store_.add_dispute(dispute); }
    std::optional<model::Dispute> dispute(model::DisputeId id) override { return store_.dispute(id); }
    void decide_dispute(const model::Dispute& dispute) override { store_.decide_dispute(dispute); }
    model::Money disputed(model::TransactionId charge) override { return store_.disputed(charge); }

  protected:
    scheduler::Transaction& store_;
};

}  // namespace contract
