#pragma once
// An auditor who knows only the events, and the documents that are published by version: who and what there is, and
// the policies. He rebuilds the states, who holds what, and the money, with nothing of the scheduler's, and says
// whatever cannot be right. What he rebuilt is held against the rows of the store in audited_rows.hpp.

#include "model/booking.hpp"
#include "model/event.hpp"
#include "model/policy.hpp"
#include "tests/support/minute_grid.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace contract {

enum class AuditedState { requested, approved, in_use, completed, rejected, cancelled, expired, no_show, displaced };

struct AuditedBooking {
    AuditedState state = AuditedState::requested;
    model::InstrumentId instrument;
    model::UserId user;
    model::OrganisationId organisation;
    model::Interval time;
    std::int64_t quote = 0;
    std::int64_t hold = 0;
    std::int64_t charge = 0;
    model::Instant checked_in{};
    std::int64_t policy_version = 0;
    std::vector<model::AccessoryUse> accessories;
    bool asked_to_shift = false;
    bool replaced = false;  ///< displaced, and made up for
};

struct AuditedOffer {
    bool open = true;
    model::InstrumentId instrument;
    model::UserId user;
    model::Interval time;
    model::Instant expires_at{};
    std::int64_t waitlist_entry = 0;  ///< of the three that it may be for the others are 0
    std::int64_t lost_booking = 0;
    std::int64_t displaced_booking = 0;
};

enum class AuditedWait { waiting, offered, ended };

struct AuditedEntry {
    AuditedWait state = AuditedWait::waiting;
    std::string kind;
    model::InstrumentId instrument;  ///< empty where any of several will do
    model::UserId user;
    model::OrganisationId organisation;
    model::Interval range;
    model::minutes duration{0};
    model::Instant since{};
    std::vector<model::Interval> declined;
};

/// What holds an instrument: a booking 'b', an outage 'o' or an offer 'f'.
struct AuditedHolder {
    char kind = 'b';
    std::int64_t id = 0;
    friend auto operator<=>(const AuditedHolder&, const AuditedHolder&) = default;
};
struct AuditedPlace {
    model::Interval time;
    model::Interval held;
};
struct AuditedAccount {
    std::int64_t owed = 0;
    std::int64_t held = 0;
};

class Auditor {
  public:
    /// The first and last day of which anything is booked; quotas are counted by the minutes in between.
    Auditor(model::Instant first, int days);

    // What is published.
    void know(const model::InstrumentId& instrument, const model::InstitutionId& owner);
    void know(const model::OrganisationId& organisation, const std::string& kind);
    void know(model::AccessoryId accessory, std::int64_t stock);
    void publish(const model::InstrumentId& instrument, std::int64_t version, const model::Policy& policy);

    /// Events in order, as they were committed.
    void hear(std::span<const model::Event> events);
    /// What a client was told. Told twice, it must have happened twice.
    void acknowledge(model::EventKind kind, std::int64_t subject);
    /// When all that is due at `now` is done: nothing waits that should not.
    void check_due(model::Instant now);
    /// At the end: each acknowledgement has its event, and nothing was booked but what somebody was told of.
    void check_acknowledged();

    void blame(std::string sentence);
    /// What cannot be right, at most 20 sentences.
    [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
    [[nodiscard]] std::size_t events() const { return heard_; }

    using Places = std::map<AuditedHolder, AuditedPlace>;
    [[nodiscard]] const std::map<std::int64_t, AuditedBooking>& bookings() const { return bookings_; }
    [[nodiscard]] const std::map<std::int64_t, AuditedOffer>& offers() const { return offers_; }
    [[nodiscard]] const std::map<std::int64_t, AuditedEntry>& entries() const { return entries_; }
    [[nodiscard]] const std::map<std::string, Places>& places() const { return places_; }
    [[nodiscard]] const std::map<std::string, AuditedAccount>& accounts() const { return accounts_; }
    [[nodiscard]] const std::map<std::int64_t, model::Interval>& outages() const { return outages_; }
    [[nodiscard]] const std::map<std::int64_t, std::string>& rounds() const { return rounds_; }
    [[nodiscard]] const std::map<model::EventKind, std::uint64_t>& counts() const { return counts_; }

  private:
    struct Heard {
        const model::Event& event;
        const model::Event* next;  ///< of the same commit
    };
    void hear_booking(const Heard& heard);
    void hear_new_booking(const Heard& heard);
    void hear_move(const Heard& heard);
    void hear_approval(const model::Event& event);
    void hear_end_of_use(const model::Event& event);
    void hear_replacement(const model::Event& event);
    void hear_shift(const model::Event& event);
    void hear_extension(const model::Event& event);
    void hear_offer(const model::Event& event);
    void hear_new_offer(const model::Event& event);
    void hear_waitlist(const model::Event& event);
    void hear_outage(const model::Event& event);
    void hear_round(const model::Event& event);

    AuditedBooking* booking_in(const model::Event& event, std::initializer_list<AuditedState> states);
    void end_booking(const model::Event& event, std::initializer_list<AuditedState> from, AuditedState to,
                     bool is_charged);
    void place(const model::Event& event, AuditedHolder holder, model::Interval time, bool without_buffers);
    void leave(const model::InstrumentId& instrument, AuditedHolder holder);
    void hold_accessories(const model::Event& event, AuditedHolder holder,
                          const std::vector<model::AccessoryUse>& accessories, model::Interval time);
    void give_back_accessories(AuditedHolder holder);
    void trim_neighbours(const model::InstrumentId& instrument, model::Interval time);
    void put_hold(AuditedBooking& booking, std::int64_t amount);
    void charge(const model::Event& event, AuditedBooking& booking);
    void correct(const model::Event& event);
    void check_quotas(const Heard& heard, const AuditedBooking& wish);
    void check_order(const model::Event& event, const AuditedOffer& offer);
    [[nodiscard]] bool comes_before(const AuditedEntry& a, std::int64_t a_id, const AuditedEntry& b, std::int64_t b_id,
                                    const model::InstrumentId& instrument, model::Instant now) const;
    [[nodiscard]] bool is_waived(const Heard& heard, const std::string& rule) const;
    [[nodiscard]] bool follows_an_offer(const model::Event& event, model::Interval time) const;
    [[nodiscard]] const model::Policy& policy(const model::InstrumentId& instrument) const;
    void blame(const model::Event& event, const std::string& sentence);

    support::WallClock clock_;
    std::map<std::string, std::string> owners_;
    std::map<std::string, std::string> kinds_;
    std::map<std::pair<std::string, std::int64_t>, model::Policy> documents_;
    std::map<std::string, std::int64_t> in_force_;

    std::map<std::int64_t, AuditedBooking> bookings_;
    std::map<std::string, std::vector<std::int64_t>> counted_;  ///< bookings of instruments that have quotas
    std::map<std::int64_t, AuditedOffer> offers_;
    std::map<std::int64_t, AuditedEntry> entries_;
    std::map<std::int64_t, model::Interval> outages_;
    std::map<std::int64_t, std::string> rounds_;
    std::map<std::string, Places> places_;
    std::map<std::string, AuditedAccount> accounts_;
    std::map<std::int64_t, std::int64_t> stocks_;
    struct HeldAccessory {
        model::Interval time;
        std::int64_t quantity = 0;
    };
    std::map<std::int64_t, std::map<AuditedHolder, HeldAccessory>> accessories_;

    std::vector<model::Event> before_;  ///< the last few, for what belongs together
    model::UserId freed_by_;
    model::Instant last_at_{};
    std::size_t heard_ = 0;
    std::map<model::EventKind, std::uint64_t> counts_;
    std::map<std::pair<model::EventKind, std::int64_t>, int> happened_;
    std::map<std::pair<model::EventKind, std::int64_t>, int> told_;
    std::vector<std::string> problems_;
};

/// By how many holders any moment of `held` is taken.
int most_at_once(const Auditor::Places& places, model::Interval held, AuditedHolder except);

}  // namespace contract
