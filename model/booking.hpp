#pragma once
// Bookings, their states, and what they cost.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/error.hpp"
#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/money.hpp"
#include "model/rates.hpp"
#include "model/text.hpp"

namespace model {

enum class BookingStatus {
    requested,
    approved,
    in_use,
    completed,
    settled,
    rejected,
    cancelled,
    expired,
    no_show,
    displaced,
};
BOOST_DESCRIBE_ENUM(BookingStatus, requested, approved, in_use, completed, settled, rejected, cancelled, expired,
                    no_show, displaced)

/// States in which the booking still lies ahead or is running.
constexpr bool is_live(BookingStatus s) {
    return s == BookingStatus::requested || s == BookingStatus::approved || s == BookingStatus::in_use;
}

/// The table of the state machine: true where a booking may go directly from one state to the other.
constexpr bool may_become(BookingStatus from, BookingStatus to) {
    using enum BookingStatus;
    switch (from) {
        case requested:
            return to == approved || to == rejected || to == cancelled || to == expired || to == displaced;
        case approved:
            return to == in_use || to == cancelled || to == no_show || to == displaced || to == requested;
        case in_use:
            return to == completed;
        case completed:
            return to == settled;
        case settled:
        case rejected:
        case cancelled:
        case expired:
        case no_show:
            return false;
        case displaced:
            return to == cancelled;
    }
    return false;
}

/// What a line of a quote or charge is about. The description in both languages follows from it.
enum class LineCode {
    reserved_time,  ///< booked time at the hourly price
    used_time,      ///< used time at the hourly price
    charged_time,   ///< booked plus overtime, or the union of booked and used
    full_day,       ///< whole days at the daily price
    day_cap,        ///< what the daily price takes off a shorter rest (negative)
    start_up,       ///< per use
    samples,        ///< per sample
    staff,          ///< staff help
    minimum,        ///< what is missing to the minimum
    cancellation_fee,
    no_show_fee,
    consumable,
    urgent,           ///< what an urgent booking costs more
    training,         ///< a training with the booking
    taken_by_others,  ///< what a fee is reduced by, for time that others then took (negative)
};
BOOST_DESCRIBE_ENUM(LineCode, reserved_time, used_time, charged_time, full_day, day_cap, start_up, samples, staff,
                    minimum, cancellation_fee, no_show_fee, consumable, urgent, training, taken_by_others)

enum class LineUnit { minute, day, use, sample, once, piece };
BOOST_DESCRIBE_ENUM(LineUnit, minute, day, use, sample, once, piece)

/// One line of a price: `unit_fen` is the price of `per` units (of an hour where minutes are counted), so
/// amount = quantity * unit_fen * percent / (per * 100), rounded half up once. A correcting line has the quantity by
/// which an earlier line was too high, negative, and as its amount the difference of two amounts rounded so.
struct PriceLine {
    LineCode code = LineCode::reserved_time;
    std::int64_t quantity = 0;
    LineUnit unit = LineUnit::once;
    Money unit_fen;
    std::int64_t percent = 100;
    Money amount_fen;
    std::int64_t per = 1;
    std::string rule{};      ///< the entry of the card that made it, as scheduler/price_words.hpp reads it
    Sentence name{};         ///< of a consumable
    Instant corrected_at{};  ///< when a correcting line was added; none: it is no correction
    [[nodiscard]] bool is_correction() const { return corrected_at != Instant{}; }
    friend bool operator==(const PriceLine&, const PriceLine&) = default;
};

struct Price {
    std::vector<PriceLine> lines;
    Money total;
    friend bool operator==(const Price&, const Price&) = default;
};

/// So many of a consumable of the rate card.
struct ConsumableUse {
    Text<1, 100> code;  ///< in a request also its name
    std::int64_t quantity = 1;
    friend bool operator==(const ConsumableUse&, const ConsumableUse&) = default;
};
BOOST_DESCRIBE_STRUCT(ConsumableUse, (), (code, quantity))

/// What is asked for along with the time, and priced.
struct Extras {
    std::vector<ConsumableUse> consumables;
    bool urgent = false;
    bool training = false;
    friend bool operator==(const Extras&, const Extras&) = default;
};
BOOST_DESCRIBE_STRUCT(Extras, (), (consumables, urgent, training))

/// What really happened.
struct Usage {
    Instant start{};
    std::optional<Instant> end;
    std::int64_t samples = 0;
    std::string note;
    std::vector<ConsumableUse> consumables{};
};

/// So many units of an accessory, for the time of a booking.
struct AccessoryUse {
    AccessoryId id;
    std::int64_t quantity = 1;
    friend bool operator==(const AccessoryUse&, const AccessoryUse&) = default;
};
BOOST_DESCRIBE_STRUCT(AccessoryUse, (), (id, quantity))

struct Booking {
    BookingId id;
    InstrumentId instrument_id;
    UserId user_id;
    OrganisationId organisation_id;
    Interval time;
    BookingStatus status = BookingStatus::requested;
    std::string purpose;
    std::int64_t samples = 0;
    std::int64_t staff_minutes = 0;
    PriceClass price_class = PriceClass::enterprise;
    std::int64_t policy_version = 0;
    std::int64_t rates_version = 0;
    std::string named_class{};          ///< the class that the institution gave the organisation; empty: none
    Instant priced_at{};                ///< as of when the price was frozen: which card was in force, how urgent it was
    std::int64_t calendar_version = 0;  ///< of the holidays that the price went by
    Extras extras{};
    Price quote;
    std::optional<Price> charge;
    std::optional<Usage> usage;
    Instant created_at{};
    BookingGroupId group_id;
    std::vector<AccessoryUse> accessories;
    std::int64_t revision = 1;
    std::string reason;  ///< of the last rejection or cancellation
};

/// Who holds a lane.
enum class HolderKind { booking, outage, offer };
BOOST_DESCRIBE_ENUM(HolderKind, booking, outage, offer)

struct Holder {
    HolderKind kind = HolderKind::booking;
    std::int64_t id = 0;
    friend auto operator<=>(const Holder&, const Holder&) = default;
};

/// The fact that something holds a lane of an instrument. `time` is without the buffers, `held` with.
struct Occupancy {
    InstrumentId instrument_id;
    int lane = 0;
    Holder holder;
    Interval time;
    Interval held;
};

struct Outage {
    OutageId id;
    InstrumentId instrument_id;
    Interval time;
    std::string reason;
    UserId created_by;
    Instant created_at{};
    bool ended = false;
};

}  // namespace model
