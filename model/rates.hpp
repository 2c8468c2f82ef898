#pragma once
// The prices of an instrument as a document: one rate card per price class. Prices include tax. Like a
// policy it is versioned; a booking is charged by the version it was quoted with.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/interval.hpp"
#include "model/money.hpp"
#include "model/text.hpp"

namespace model {

/// enterprise: a company; academic: another institution; internal: the owner itself.
enum class PriceClass { enterprise, academic, internal };
BOOST_DESCRIBE_ENUM(PriceClass, enterprise, academic, internal)

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

/// A share of the full price on some days between two local times; where several bands hold, the last
/// one listed wins. 100 = full price.
struct Band {
    DaySet days;
    MinuteOfDay from{0};
    MinuteOfDay to{1440};
    Bounded<0, 1000> percent = 100;
    friend bool operator==(const Band&, const Band&) = default;
};
BOOST_DESCRIBE_STRUCT(Band, (), (days, from, to, percent))

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
    PriceClass price_class = PriceClass::enterprise;
    ChargeBasis basis = ChargeBasis::reserved;
    Money hourly_fen;
    std::vector<Tier> tiers;         ///< at most 20, ascending
    std::vector<Band> bands;         ///< at most 50
    std::optional<Money> daily_fen;  ///< each full 24 h, and the most that a shorter rest costs
    Money per_use_fen;               ///< start-up fee, once a booking
    Money per_sample_fen;
    Money staff_hourly_fen;                     ///< staff help, by options.staff_minutes
    Money minimum_fen;                          ///< least total of a booking that is charged
    std::vector<CancellationFee> cancellation;  ///< at most 20; none = free
    Bounded<0, 100> no_show_percent = 100;      ///< of the quoted total
    Bounded<0, 10'000> tax_rate_bp = 600;       ///< basis points, included in the prices
    std::optional<Instant> valid_from;          ///< since when it holds; default at once
    friend bool operator==(const RateCard&, const RateCard&) = default;
};
BOOST_DESCRIBE_STRUCT(RateCard, (),
                      (price_class, basis, hourly_fen, tiers, bands, daily_fen, per_use_fen, per_sample_fen,
                       staff_hourly_fen, minimum_fen, cancellation, no_show_percent, tax_rate_bp, valid_from))

using Rates = std::vector<RateCard>;

struct RatesVersion {
    std::int64_t version = 0;
    Instant since{};
    Rates rates;
};
using RatesPtr = std::shared_ptr<const RatesVersion>;

}  // namespace model
