#pragma once
// The life of a booking: one function per command. Each runs inside one store transaction, reads what it
// needs, decides, writes everything or returns a refusal (the caller then rolls back). Pure but for the
// transaction: no clock, no threads, no I/O.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/booking.hpp"
#include "model/people.hpp"
#include "model/result.hpp"
#include "scheduler/pricing.hpp"
#include "scheduler/store.hpp"

namespace scheduler {

/// Who acts. Permissions were checked before; `is_staff` says that the actor runs or administers the
/// instrument, so notice periods and fees that protect its owner do not bind.
struct Actor {
    model::UserId user;
    model::OrganisationId organisation;
    bool is_staff = false;
    bool for_company = false;  ///< may answer what its organisation's other users are offered
};

/// What freezes a price: the rates, the moment as of which a card is chosen and urgency is judged, the holidays.
struct FrozenPrice {
    std::int64_t rates_version = 0;
    model::Instant at{};
    std::int64_t calendar_version = 0;
};

struct BookingRequest {
    model::InstrumentId instrument_id;
    model::Interval time;
    std::string purpose;
    std::int64_t samples = 0;
    std::int64_t staff_minutes = 0;
    /// What a valid quote froze; otherwise what is in force.
    std::optional<FrozenPrice> quoted{};
    /// Whose booking it becomes when staff makes it for somebody; nobody: the actor's own.
    std::optional<Person> for_person = {};
    std::optional<Waiver> waiver = {};
    /// Where an offer held the time: when it was made. Notice is judged as of then, and the booking takes its lane
    /// even where requests wait for a round.
    std::optional<model::Instant> offered_at{};
    std::vector<model::AccessoryUse> accessories = {};
    model::Extras extras = {};  ///< consumables by code or name
    model::BookingGroupId group_id = {};
    /// The booking that lost its place and that this one makes up for: a suspension does not stand in its way.
    model::BookingId replaces = {};
    /// What was approved there needs no further approval here.
    bool approved_before = false;
    model::CostCentre cost_centre = {};
};

/// The class in which an organisation pays for an instrument: its owner internal, another institution
/// (or the council) academic, a company enterprise.
model::PriceClass price_class_of(const model::Organisation& organisation, const model::InstitutionId& owner);
/// The same with the class that the owner gave it.
model::Payer payer_of(const model::Organisation& organisation, const model::InstitutionId& owner);

/// Price and broken rules of a wish, without writing anything.
struct Quote {
    model::Price price;
    model::PriceClass price_class = model::PriceClass::enterprise;
    std::string named_class{};
    FrozenPrice frozen{};
    model::Extras extras{};  ///< with consumables by the codes of the card
    model::Approval approval = model::Approval::none;
};
/// What a quote looks at besides rates: time zone, approval; and the holidays.
struct QuoteBasis {
    const model::Policy& policy;
    const model::Holidays* holidays = nullptr;
};
/// By the card in force at `at`; `request.quoted` is not looked at. Errors: price_unavailable, as price_of.
model::Result<Quote> quote_by(const model::RatesVersion& rates, const model::Payer& payer,
                              const BookingRequest& request, model::Instant at, const QuoteBasis& basis);
/// The same with the instrument's policy and its holidays.
model::Result<Quote> quote(const InstrumentRecord& instrument, const model::RatesVersion& rates,
                           const model::Payer& payer, const BookingRequest& request, model::Instant at);

/// Who has to approve a booking of this price: none, or the policy's level.
model::Approval approval_needed(const model::Policy& policy, model::Money total);

/// The interval that a booking occupies: with the policy's buffers.
model::Interval held_interval(const model::Policy& policy, model::Interval time);

/// Where requests are collected, it stays `requested` without a lane and waits for its round, which opens by itself
/// (round_schedule.hpp); an offer that held the time, and what was approved before, need no round.
/// Errors: not_found (instrument), rule_violated with all violations, slot_taken, price_unavailable,
/// insufficient_credit (when it is approved at once), invalid_field (an accessory that does not go with the
/// instrument), accessory_taken.
model::Result<model::Booking> request_booking(Transaction& tx, const BookingRequest& request, const Actor& actor,
                                              model::Instant now);

/// Places the hold. What the request must keep is judged anew by the policy that it was made under: a training or a
/// clearance may have ended since. Rules of when to ask (notice, horizon) and those that were set aside for it before
/// do not count again. Errors: wrong_state, rule_violated, insufficient_credit, slot_taken (contention: collect). With
/// `collect`, requests for the same time that no longer fit are rejected in the same transaction.
model::Result<model::Booking> approve_booking(Transaction& tx, model::BookingId id, const Actor& actor,
                                              model::Instant now, const std::optional<Waiver>& waiver = std::nullopt);

/// Errors: wrong_state.
model::Result<model::Booking> reject_booking(Transaction& tx, model::BookingId id, const std::string& reason,
                                             const Actor& actor, model::Instant now);

/// Frees the lane, releases the hold, charges the fee of the rate card where one is due (an approved
/// booking, cancelled by its own side). Errors: wrong_state, rule_violated (cancel_notice).
model::Result<model::Booking> cancel_booking(Transaction& tx, model::BookingId id, const std::string& reason,
                                             const Actor& actor, model::Instant now);

/// Moves to another time and, if given, another instrument; priced anew. An approved booking that needs
/// approval, or goes where requests are collected, becomes `requested` again unless staff moves it. `offered_at` as in
/// BookingRequest. Errors as
/// request_booking, and wrong_state.
model::Result<model::Booking> reschedule_booking(Transaction& tx, model::BookingId id, model::Interval time,
                                                 const std::optional<model::InstrumentId>& instrument,
                                                 const Actor& actor, model::Instant now,
                                                 const std::optional<Waiver>& waiver = std::nullopt,
                                                 std::optional<model::Instant> offered_at = std::nullopt);

/// From check_in_early_minutes before the start until the end. Errors: wrong_state, rule_violated.
model::Result<model::Booking> check_in(Transaction& tx, model::BookingId id, const Actor& actor, model::Instant now);

struct CheckOut {
    struct Consumed {
        std::string name;
        std::int64_t quantity = 1;
    };
    std::optional<std::int64_t> samples;
    std::string note;
    /// What was used up, instead of what was booked. What the card lists by this code or name is charged; other things
    /// are added to the note.
    std::optional<std::vector<Consumed>> consumables{};
};
/// Ends the use, frees the rest of the slot, computes and posts the charge. Errors: wrong_state.
model::Result<model::Booking> check_out(Transaction& tx, model::BookingId id, const CheckOut& what, const Actor& actor,
                                        model::Instant now);

/// From no_show_after_minutes after the start; frees the slot and charges. Marking twice answers the
/// booking as it is. Errors: wrong_state, rule_violated (too early).
model::Result<model::Booking> mark_no_show(Transaction& tx, model::BookingId id, const Actor& actor,
                                           model::Instant now);

/// What an outage would push aside, by start.
struct InTheWay {
    std::vector<model::Booking> bookings;
    std::vector<model::OfferId> offers;
};
/// At most displaced_max bookings and offers. Errors: not_found, slot_taken where another outage covers part of the
/// time, a use is running or has been.
model::Result<InTheWay> in_the_way(Transaction& tx, const model::InstrumentId& instrument, model::Interval time);
inline constexpr std::size_t displaced_max = 2000;

/// Takes every lane for the time. Bookings in the way lose their place and become `displaced`, free of
/// charge. Errors as in_the_way.
struct ReportedOutage {
    model::Outage outage;
    std::vector<model::BookingId> displaced;
    /// Displaced earlier, and now the place that was held for them is gone, too.
    std::vector<model::BookingId> proposal_lost;
};
model::Result<ReportedOutage> report_outage(Transaction& tx, const model::InstrumentId& instrument,
                                            model::Interval time, const std::string& reason, const Actor& actor,
                                            model::Instant now);

/// Errors: not_found.
model::Result<model::Outage> end_outage(Transaction& tx, model::OutageId id, const Actor& actor, model::Instant now);

}  // namespace scheduler
