#pragma once
// The scheduler's transaction on SQL, and what else commands need of the store: people, sign-ins, answers
// for repeated requests, the inventory. Lives on the writer's thread.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "scheduler/calendar.hpp"
#include "scheduler/store.hpp"
#include "server/inventory/import.hpp"
#include "server/storage/catalogue.hpp"
#include "server/storage/database.hpp"
#include "server/storage/event_end.hpp"
#include "server/storage/sql_rule_facts.hpp"

namespace server {

/// The answer that a request with an idempotency key got.
struct KeptAnswer {
    std::string request_hash;
    std::int64_t status = 0;
    std::string body;
    std::string etag;     ///< of a refusal: its code
    std::string headers;  ///< the other headers, one "Name: value" a line
};

struct StoredPerson {
    model::User user;
    std::string password_hash;
};

struct SignIn {
    std::string token_hash;
    model::UserId user;
    std::string csrf_token;
    model::Instant created_at{};
    model::Instant expires_at{};
};

class SqlTransaction final : public scheduler::Transaction, public ImportTarget {
  public:
    SqlTransaction(Database& database, std::shared_ptr<const Catalogue> catalogue, std::int64_t last_seq,
                   std::string last_seal);

    // scheduler::Transaction
    scheduler::InstrumentPtr instrument(const model::InstrumentId& id) override;
    model::PolicyPtr policy_version(const model::InstrumentId& id, std::int64_t version) override;
    model::RatesPtr rates_version(const model::InstrumentId& id, std::int64_t version) override;
    model::PolicyPtr add_policy(const model::InstrumentId& id, const model::Policy& policy,
                                model::Instant since) override;
    model::RatesPtr add_rates(const model::InstrumentId& id, const model::Rates& rates, model::Instant since,
                              model::UserId by) override;
    model::HolidaysPtr holidays(std::int64_t version) override;
    bool prices_need_approval(const model::InstitutionId& institution) override;
    void set_prices_need_approval(const model::InstitutionId& institution, bool needed) override;
    model::RatesProposalId add_rates_proposal(const model::RatesProposal& proposal) override;
    std::optional<model::RatesProposal> rates_proposal(model::RatesProposalId id) override;
    std::optional<model::RatesProposal> pending_rates_proposal(const model::InstrumentId& instrument) override;
    void close_rates_proposal(const model::RatesProposal& proposal) override;
    std::vector<model::OwnClass> own_classes(const model::InstitutionId& institution) override;
    void put_own_classes(const model::InstitutionId& institution, const std::vector<model::OwnClass>& classes) override;
    std::int64_t organisations_of_class(const model::InstitutionId& institution, const std::string& name) override;
    void set_price_class(const model::OrganisationId& organisation, const model::InstitutionId& institution,
                         const std::string& name) override;
    std::optional<model::Organisation> organisation(const model::OrganisationId& id) override;
    void put_training(const model::Training& training) override;
    std::optional<model::Booking> booking(model::BookingId id) override;
    model::BookingId add_booking(const model::Booking& booking) override;
    void update_booking(const model::Booking& booking) override;
    std::vector<model::BookingId> open_requests(const model::InstrumentId& instrument, model::Interval range) override;
    std::vector<model::Booking> charged_bookings(const model::InstrumentId& instrument, model::Interval range) override;
    std::optional<int> free_lane(const model::InstrumentId& instrument, int capacity, model::Interval held) override;
    std::optional<int> occupy(const model::InstrumentId& instrument, int capacity, model::Holder holder,
                              model::Interval time, model::Interval held) override;
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
    std::optional<model::LedgerTransaction> posted(const std::string& key) override;
    std::optional<model::LedgerTransaction> posted(model::TransactionId id) override;
    std::vector<model::Posting> uncorrected(model::TransactionId charge) override;
    model::IncomeSplit income_split(const std::string& institution_id, model::Instant at) override;
    void append(model::Event event) override;
    // sql_due.cpp
    void set_due(const model::DueWork& work) override;
    void clear_due(model::DueKind kind, std::int64_t subject) override;
    std::optional<model::DueWork> first_due(model::Instant until) override;
    // sql_offers.cpp
    model::OfferId add_offer(const model::Offer& offer) override;
    std::optional<model::Offer> offer(model::OfferId id) override;
    void close_offer(model::OfferId id, model::OfferStatus status) override;
    std::vector<model::Offer> offers_of(model::OfferOrigin origin) override;

    // sql_waitlist.cpp
    model::WaitlistEntryId add_waitlist_entry(const model::WaitlistEntry& entry,
                                              std::span<const model::InstrumentId> instruments) override;
    std::optional<model::WaitlistEntry> waitlist_entry(model::WaitlistEntryId id) override;
    void update_waitlist_entry(const model::WaitlistEntry& entry) override;
    std::vector<model::WaitlistEntry> waiting_for(const model::InstrumentId& instrument,
                                                  model::Interval range) override;
    std::vector<model::InstrumentId> waitlist_instruments(model::WaitlistEntryId id) override;
    std::int64_t open_waitlist_entries(model::UserId user) override;
    std::int64_t no_shows(model::UserId user, model::Instant since) override;
    std::vector<scheduler::FreedTime> take_freed() override;

    // scheduler::RuleFactsStore
    std::vector<scheduler::OwnBooking> live_bookings(model::UserId user, const model::InstrumentId& instrument,
                                                     model::Interval range) override {
        return facts_.live_bookings(user, instrument, range);
    }
    scheduler::FutureUse future_use(model::UserId user, const model::InstrumentId& instrument, model::Instant now,
                                    model::BookingId except) override {
        return facts_.future_use(user, instrument, now, except);
    }
    std::vector<scheduler::OwnBooking> counted_bookings(model::UserId user, const model::InstrumentId& instrument,
                                                        model::Interval range) override {
        return facts_.counted_bookings(user, instrument, range);
    }
    std::vector<scheduler::OwnBooking> counted_bookings(const model::OrganisationId& organisation,
                                                        const model::InstrumentId& instrument,
                                                        model::Interval range) override {
        return facts_.counted_bookings(organisation, instrument, range);
    }
    std::optional<model::Training> training(model::UserId user, const model::InstrumentId& instrument) override {
        return facts_.training(user, instrument);
    }
    std::vector<model::Clearance> clearances(const scheduler::Person& person,
                                             const model::PlatformId& platform) override {
        return facts_.clearances(person, platform);
    }
    std::optional<model::Suspension> suspension(model::UserId user, model::Instant now) override;

    // scheduler::WaiverStore, scheduler::CreditStore
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
    void lift_suspension(model::SuspensionId id, model::Instant at, const std::string& reason) override;

    // sql_host_record.cpp
    void add_host_deed(const model::HostDeed& deed) override;
    std::optional<model::Instant> asked_at(model::BookingId booking) override;

    // sql_groups.cpp, sql_accessories.cpp
    model::BookingGroupId add_group(const model::BookingGroup& group) override;
    std::optional<model::BookingGroup> group(model::BookingGroupId id) override;
    void set_group_recurrence(model::BookingGroupId id, const std::string& recurrence) override;
    std::vector<model::Booking> group_members(model::BookingGroupId id) override;
    bool attempt(const std::function<bool()>& part) override;
    std::optional<model::Accessory> accessory(model::AccessoryId id) override;
    model::AccessoryId put_accessory(const model::Accessory& accessory) override;
    std::int64_t accessory_units_taken(model::AccessoryId id, model::Instant from) override;
    std::int64_t accessory_units_left(model::AccessoryId id, model::Interval time) override;
    bool take_accessory(const model::AccessoryUse& use, model::Holder holder, model::Interval time) override;

    // sql_rounds.cpp
    model::RoundId add_round(const model::Round& round) override;
    std::optional<model::Round> round(model::RoundId id) override;
    void set_round_status(model::RoundId id, model::RoundStatus status) override;
    void set_round_seed(model::RoundId id, std::int64_t seed) override;
    std::optional<scheduler::RoundOutcome> round_outcome(model::RoundId id) override;
    std::vector<model::InstrumentId> collecting_instruments(const model::PlatformId& platform) override;
    void set_round_outcome(model::RoundId id, const scheduler::RoundOutcome& outcome) override;
    std::vector<model::RoundId> open_rounds(const model::InstrumentId& instrument, model::Interval range) override;
    void put_wish(model::BookingId booking, const model::RoundWish& wish) override;
    model::RoundWish wish(model::BookingId booking) override;
    std::vector<model::BookingId> collected_requests(const model::InstrumentId& instrument, model::Interval window,
                                                     model::Instant before, std::size_t limit) override;
    void add_round_result(const scheduler::RoundResult& result) override;
    scheduler::RoundTally round_tally(model::RoundId id) override;
    // sql_round_awards.cpp
    void add_round_award(std::int64_t plan, const scheduler::RoundAward& award) override;
    AwardCount count_round_awards(model::RoundId id, std::int64_t plan) override;
    void keep_round_plan(model::RoundId id, std::int64_t plan) override;
    std::vector<scheduler::RoundAward> round_awards(model::RoundId id, std::size_t limit) override;
    void remove_round_award(model::RoundId id, model::BookingId booking) override;
    // sql_rounds.cpp
    std::vector<model::BookingId> unserved_losers(model::RoundId id, std::size_t limit) override;
    void mark_served(model::RoundId id, model::BookingId booking) override;
    std::vector<scheduler::RoundShare> round_shares(const model::PlatformId& platform) override;
    void put_round_shares(const model::PlatformId& platform, std::span<const scheduler::RoundShare> shares) override;
    bool occupy_lane(const model::InstrumentId& instrument, int lane, model::Holder holder, model::Interval time,
                     model::Interval held) override;

    // sql_displacements.cpp
    void add_displacement(const model::Displacement& displacement) override;
    std::optional<model::Displacement> displacement(model::BookingId id) override;
    void end_displacement(model::BookingId id, model::DisplacementEnd end, model::BookingId replaced_by) override;
    void add_replanning(model::OutageId id, const model::ReplanningFigures& figures) override;

    // sql_shifts.cpp
    model::ShiftId add_shift(const model::Shift& shift) override;
    std::optional<model::Shift> shift(model::ShiftId id) override;
    std::optional<model::Shift> open_shift(model::BookingId booking) override;
    void close_shift(model::ShiftId id, model::ShiftStatus status) override;

    // sql_company_money.cpp
    scheduler::CompanyMoney company_money(const model::OrganisationId& organisation) override;
    std::optional<model::CompanyAccount> company_account(model::CompanyAccountId id) override;
    model::CompanyAccountId put_company_account(const model::CompanyAccount& account) override;
    scheduler::Unpaid unpaid(const model::OrganisationId& organisation, model::Instant charged_until) override;
    model::BillingPolicy billing_policy() override;
    std::vector<model::SpendingLimit> spending_limits(const model::OrganisationId& organisation) override;
    model::Money spent(const model::SpendingLimit& limit, model::Interval time, model::BookingId except) override;
    void put_cost_centre(model::BookingId booking, const model::CostCentre& cost_centre) override;
    model::CostCentre cost_centre(model::BookingId booking) override;

    // sql_bank_lines.cpp
    std::vector<scheduler::KnownPayer> known_payers() override;
    std::optional<model::BankLine> bank_line(const std::string& bank_reference) override;
    std::optional<model::BankLine> bank_line(model::BankLineId id) override;
    model::BankLineId add_bank_line(const model::BankLine& line) override;
    void update_bank_line(const model::BankLine& line) override;

    // sql_corrections.cpp
    model::CorrectionId add_correction(const model::Correction& correction) override;
    std::optional<model::Correction> correction(model::CorrectionId id) override;
    void decide_correction(const model::Correction& correction) override;
    model::Money proposed_reductions(const model::OrganisationId& organisation, model::TransactionId charge) override;
    model::DisputeId add_dispute(const model::Dispute& dispute) override;
    std::optional<model::Dispute> dispute(model::DisputeId id) override;
    void decide_dispute(const model::Dispute& dispute) override;
    model::Money disputed(model::TransactionId charge) override;

    // ImportTarget
    bool has_institution(const std::string& id) override;
    bool has_platform(const std::string& id) override;
    bool has_instrument(const std::string& id) override;
    std::optional<model::Category> category(const std::string& code, int level) override;
    std::vector<std::string> ids(ImportKind kind) override;
    void add(const model::Institution& institution) override;
    void add(const model::Platform& platform) override;
    void add(const InstrumentRow& row) override;
    void add(const model::Category& category) override;

    /// Makes instruments that this transaction imported known to its own commands; their platforms are in the
    /// store already.
    void adopt(const std::vector<InstrumentRow>& rows);

    // People and sign-ins.
    void add_organisation(const model::Organisation& organisation);
    /// The id is set by the store. StoreError unique where the login exists.
    model::UserId add_person(const StoredPerson& person);
    std::optional<model::User> person(const std::string& login);
    void add_sign_in(const SignIn& sign_in);
    void remove_sign_in(const std::string& token_hash);

    // Standing.
    /// The next version of the holiday calendar; policies follow it from the next transaction on.
    void put_holidays(const model::Holidays& holidays, model::Instant since);
    void put_credit_policy(const model::CreditPolicy& policy, std::int64_t version, model::Instant since);
    /// The id is set by the store.
    model::ClearanceId add_clearance(const model::Clearance& clearance);
    void remove_clearance(model::ClearanceId id);

    // Companies' money.
    void add_income_split(const model::IncomeSplitVersion& version, model::UserId by, model::Instant now);
    void set_credit_limit(const model::OrganisationId& organisation, model::Money limit);
    void put_billing_policy(const model::BillingPolicy& policy, std::int64_t version, model::Instant since);
    /// By its code; nullopt where the organisation has none such.
    std::optional<model::Project> project(const model::OrganisationId& organisation, const std::string& code);
    /// Adds it, or renames, closes or reopens the one with the code.
    model::ProjectId put_project(const model::Project& project);
    /// Replaces the limit of the same member or project and period.
    model::SpendingLimitId put_spending_limit(const model::SpendingLimit& limit);
    void remove_spending_limit(model::SpendingLimitId id);
    /// Organisations that owe anything.
    std::vector<model::OrganisationId> debtors();

    // Repeated requests.
    std::optional<KeptAnswer> kept_answer(model::UserId user, const std::string& key);
    void keep_answer(model::UserId user, const std::string& key, const KeptAnswer& answer, model::Instant at);
    /// Forgets at most `limit` answers from before `until`.
    void forget_answers(model::Instant until, std::int64_t limit);

    /// The names of a booking's user and organisation.
    struct PartyNames {
        std::string user_name;
        std::string organisation_name;
    };
    PartyNames party_names(const model::Booking& booking);

    /// A part of a command that can be undone alone. Parts may nest; the inner one ends first.
    struct Part;
    std::shared_ptr<Part> begin_part();
    void end_part(const std::shared_ptr<Part>& part, bool keep);
    /// The command will be undone although it answers well (a dry run).
    void discard() { discarded_ = true; }
    [[nodiscard]] bool discarded() const { return discarded_; }

    /// What to write in the place of this command, in the same transaction, should it be undone: the refusal that its
    /// idempotency key keeps. Must not refuse itself.
    void write_instead(std::function<void()> work) { instead_ = std::move(work); }

    void set_setting(const std::string& name, const std::string& value);

    /// For reads that have no verb here; they see this command's writes.
    [[nodiscard]] Database& reader() { return database_; }

    /// What the committed commands changed, for the readers of the log.
    struct Effects {
        std::vector<scheduler::OccupancyChange> occupancy;
        std::vector<model::Event> events;
        std::map<std::string, scheduler::InstrumentPtr> instruments;  ///< new documents
        bool inventory = false;                                       ///< the catalogue must be read anew
        std::optional<model::Instant> earliest_due;  ///< of new work; at most too early where a command was undone
    };
    /// One command begins or is undone: its effects are forgotten with it, and what it left to be written instead is
    /// written.
    void begin_command();
    void undo_command();
    /// Notes where the event log ends now; once, before the commit.
    void finish();
    [[nodiscard]] const Effects& effects() const { return effects_; }
    [[nodiscard]] std::int64_t last_seq() const { return last_seq_; }
    [[nodiscard]] const std::string& last_seal() const { return last_seal_; }

  private:
    void add_occupancy(const model::Occupancy& occupancy);
    std::int64_t account_id(const model::AccountKey& key);
    /// What was read of rows that never change, for the commands of this transaction; forgotten when one is undone,
    /// which may have written them.
    std::unordered_map<std::string, model::Organisation> organisations_;
    std::map<model::AccountKey, std::int64_t> account_ids_;

    Database& database_;
    SqlRuleFacts facts_{database_};
    std::optional<bool> anybody_suspended_;  ///< unknown until somebody asks
    std::shared_ptr<const Catalogue> catalogue_;
    std::int64_t last_seq_;
    std::string last_seal_;
    Effects effects_;
    std::vector<scheduler::FreedTime> freed_;
    /// The effects up to a point, to return to.
    struct Mark {
        std::size_t freed = 0;
        std::size_t occupancy = 0;
        std::size_t events = 0;
        std::map<std::string, scheduler::InstrumentPtr> instruments;
        bool inventory = false;
        std::int64_t seq = 0;
        std::string seal;
    };
    [[nodiscard]] Mark mark() const;
    void return_to(const Mark& mark);
    Mark mark_;
    bool discarded_ = false;
    std::function<void()> instead_;
    EventEnd end_before_;  ///< where the log ended when the transaction began
};

/// The seal of an event: a hash over it and the seal before it, 43 characters. The chain starts with "".
std::string seal_of(const model::Event& event, const std::string& facts, const std::string& previous);

}  // namespace server
