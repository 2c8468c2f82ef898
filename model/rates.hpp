#pragma once
// The prices of an instrument as a document: one rate card per price class. Prices include tax. Like a
// policy it is versioned; a booking is charged by the version it was quoted with.

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/describe.hpp>

#include "model/interval.hpp"
#include "model/money.hpp"
#include "model/text.hpp"

namespace model {

/// enterprise: a company; academic: another institution; internal: the owner itself.
enum class PriceClass { enterprise, academic, internal };
BOOST_DESCRIBE_ENUM(PriceClass, enterprise, academic, internal)

/// The class that a card is for: one of the three, or one that the institution defined itself.
struct ClassName : Text<1, 40> {
    using Text::Text;
    ClassName() : ClassName(PriceClass::enterprise) {}
    ClassName(PriceClass of)  // NOLINT(google-explicit-constructor)
        : Text(of == PriceClass::enterprise ? "enterprise"
               : of == PriceClass::academic ? "academic"
                                            : "internal") {}
    friend auto operator<=>(const ClassName&, const ClassName&) = default;
};

/// As whom somebody pays: by what it is, and by the class that the institution gave it (empty: none). Where no card is
/// for that class, the card of `base` holds.
struct Payer {
    PriceClass base = PriceClass::enterprise;
    std::string named{};
    Payer() = default;
    Payer(PriceClass of, std::string class_name = {})  // NOLINT(google-explicit-constructor)
        : base(of), named(std::move(class_name)) {}
    friend bool operator==(const Payer&, const Payer&) = default;
};

/// A class of an institution's own: partners, start-ups of its park.
struct OwnClass {
    Text<1, 40> name;  ///< lower-case letters, digits, '_'; none of the three
    Text<1, 50> name_zh;
    Text<1, 100> name_en;
    friend bool operator==(const OwnClass&, const OwnClass&) = default;
};
BOOST_DESCRIBE_STRUCT(OwnClass, (), (name, name_zh, name_en))

/// Which time is charged: reserved = as booked; used = as used; greater = booked plus overtime after
/// the end; union = booked and used together, minus what others' use took.
enum class ChargeBasis { reserved, used, greater, union_ };
BOOST_DESCRIBE_ENUM(ChargeBasis, reserved, used, greater, union_)

/// From this charged minute of the booking on, another hourly price.
struct Tier {
    Bounded<0, 1'000'000> from_minutes;
    Money hourly_fen;
    friend bool operator==(const Tier&, const Tier&) = default;
};
BOOST_DESCRIBE_STRUCT(Tier, (), (from_minutes, hourly_fen))

/// Days such as "Mon-Fri" or "Sat,Sun" (also "Mon-Fri,Sun"), a subset of the week.
struct DaySet {
    std::uint8_t mask = 0x7F;  ///< bit 0 = Monday
    [[nodiscard]] bool has(int weekday) const { return ((mask >> weekday) & 1U) != 0; }
    friend bool operator==(const DaySet&, const DaySet&) = default;
};

/// A minute of the local day, "HH:MM", 0 .. 1440.
struct MinuteOfDay {
    int minute = 0;
    friend bool operator==(const MinuteOfDay&, const MinuteOfDay&) = default;
};

/// Which of its weekdays a band holds on, by the holiday calendar of the platform: any = all of them, whatever the
/// calendar says; holiday = public holidays; off_day = days that are not worked (holidays, and Saturdays and Sundays
/// that are not made up); working_day = all others, make-up working days among them.
enum class DayKind { any, holiday, off_day, working_day };
BOOST_DESCRIBE_ENUM(DayKind, any, holiday, off_day, working_day)

/// A share of the full price on some days between two local times; where several bands hold, the last
/// one listed wins. 100 = full price. A band over midnight belongs to the day on which it starts.
struct Band {
    DaySet days;
    MinuteOfDay from{0};
    MinuteOfDay to{1440};
    Bounded<0, 1000> percent = 100;
    DayKind holds_on = DayKind::any;
    friend bool operator==(const Band&, const Band&) = default;
};
BOOST_DESCRIBE_STRUCT(Band, (), (days, from, to, percent, holds_on))

/// From this sample of the booking on (the first is 1), another price for each.
struct SampleTier {
    Bounded<2, 1'000'000> from_sample;
    Money per_sample_fen;
    friend bool operator==(const SampleTier&, const SampleTier&) = default;
};
BOOST_DESCRIBE_STRUCT(SampleTier, (), (from_sample, per_sample_fen))

/// Something that is used up and has its price.
struct Consumable {
    Text<1, 40> code;
    Text<1, 50> name_zh;
    Text<1, 100> name_en;
    std::optional<Text<1, 20>> unit;  ///< such as "mL"; pieces where there is none
    Money unit_fen;
    friend bool operator==(const Consumable&, const Consumable&) = default;
};
BOOST_DESCRIBE_STRUCT(Consumable, (), (code, name_zh, name_en, unit, unit_fen))

/// What an urgent booking costs in percent of time, start-up, samples and staff: urgent is what asks for it
/// (options.urgent) and what is asked for less than within_minutes before it starts.
struct Urgency {
    Bounded<0, 527'040> within_minutes;  ///< 0 = only what asks for it
    Bounded<100, 1'000> percent;
    friend bool operator==(const Urgency&, const Urgency&) = default;
};
BOOST_DESCRIBE_STRUCT(Urgency, (), (within_minutes, percent))

/// The fee of a cancellation less than `within_minutes` before the start. The entry with the smallest
/// bound that still holds applies. Exactly one of fee_fen and percent (of the quoted total).
struct CancellationFee {
    Bounded<0, 527'040> within_minutes;
    std::optional<Money> fee_fen;
    std::optional<Bounded<0, 100>> percent;
    friend bool operator==(const CancellationFee&, const CancellationFee&) = default;
};
BOOST_DESCRIBE_STRUCT(CancellationFee, (), (within_minutes, fee_fen, percent))

struct RateCard {
    ClassName price_class;
    ChargeBasis basis = ChargeBasis::reserved;
    Money hourly_fen;
    std::vector<Tier> tiers;         ///< at most 20, ascending
    std::vector<Band> bands;         ///< at most 50
    std::optional<Money> daily_fen;  ///< each full 24 h, and the most that a shorter rest costs
    Money per_use_fen;               ///< start-up fee, for each use of a booking
    Money per_sample_fen;
    std::vector<SampleTier> sample_tiers;       ///< at most 20, ascending
    Money staff_hourly_fen;                     ///< staff help, by options.staff_minutes
    std::vector<Consumable> consumables;        ///< at most 100
    std::optional<Urgency> urgent;              ///< none: nothing is urgent
    Money training_fen;                         ///< of a training with the booking, by options.training
    Money minimum_fen;                          ///< least total of a booking that is charged
    std::vector<CancellationFee> cancellation;  ///< at most 20; none = free
    Bounded<0, 100> no_show_percent = 100;      ///< of the quoted total
    Bounded<0, 10'000> tax_rate_bp = 600;       ///< basis points, included in the prices
    std::optional<Instant> valid_from;          ///< for what is booked from then on; default at once
    friend bool operator==(const RateCard&, const RateCard&) = default;
};
BOOST_DESCRIBE_STRUCT(RateCard, (),
                      (price_class, basis, hourly_fen, tiers, bands, daily_fen, per_use_fen, per_sample_fen,
                       sample_tiers, staff_hourly_fen, consumables, urgent, training_fen, minimum_fen, cancellation,
                       no_show_percent, tax_rate_bp, valid_from))

using Rates = std::vector<RateCard>;

struct RatesVersion {
    std::int64_t version = 0;
    Instant since{};
    Rates rates;
};
using RatesPtr = std::shared_ptr<const RatesVersion>;

}  // namespace model
