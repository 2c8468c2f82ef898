#include "scheduler/pricing.hpp"

#include "scheduler/charged_time.hpp"
#include "scheduler/price_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>

namespace scheduler {

using model::ChargeBasis;
using model::LineCode;
using model::LineUnit;
using model::Money;
using model::Price;
using model::PriceClass;
using model::PriceLine;
using model::RateCard;
using model::Result;
using model::Tier;

namespace {

constexpr std::int64_t day_minutes = 24 * 60;

PriceLine line_of(LineCode code, std::int64_t quantity, LineUnit unit, Money unit_price, std::int64_t percent = 100,
                  std::string rule = {}) {
    const std::int64_t per = unit == LineUnit::minute ? 60 : 1;
    PriceLine line{code, quantity, unit, unit_price, percent, model::scaled(unit_price, quantity * percent, per * 100)};
    line.per = per;
    line.rule = std::move(rule);
    return line;
}

void add_unless_free(Price& price, PriceLine line) {
    if (line.amount_fen != Money{}) {
        price.lines.push_back(std::move(line));
    }
}

Money sum_of(const std::vector<PriceLine>& lines) {
    Money sum;
    for (const auto& line : lines) {
        sum += line.amount_fen;
    }
    return sum;
}

LineCode time_code(ChargeBasis basis) {
    switch (basis) {
        case ChargeBasis::reserved:
            return LineCode::reserved_time;
        case ChargeBasis::used:
            return LineCode::used_time;
        case ChargeBasis::greater:
        case ChargeBasis::union_:
            break;
    }
    return LineCode::charged_time;
}

/// Adds up minutes of the same price and percent; the lines keep the order of first appearance.
class TimeLines {
  public:
    /// The first `skipped` charged minutes count for the tiers but are not priced here.
    TimeLines(const RateCard& card, std::int64_t skipped) : card_(card), skipped_(skipped) {}

    void add(std::int64_t count, BandTable::Held held) {
        while (count > 0) {
            const auto [hourly, tier, until] = hourly_at(elapsed_);
            const bool priced = elapsed_ >= skipped_;
            std::int64_t step = priced ? count : std::min(count, skipped_ - elapsed_);
            if (until) {
                step = std::min(step, *until - elapsed_);
            }
            if (priced) {
                count_minutes(hourly, tier, held, step);
            }
            elapsed_ += step;
            count -= step;
        }
    }

    [[nodiscard]] std::vector<PriceLine> take() const {
        std::vector<PriceLine> lines;
        lines.reserve(groups_.size());
        for (const auto& group : groups_) {
            lines.push_back(line_of(time_code(card_.basis), group.minutes, LineUnit::minute, group.hourly,
                                    group.percent, time_rule(card_, group.tier, group.bands)));
        }
        return lines;
    }

  private:
    struct Hourly {
        Money price;
        const Tier* tier = nullptr;
        std::optional<std::int64_t> until;  ///< the charged minute of the next tier
    };
    struct Group {
        Money hourly;
        std::int64_t percent = 100;
        const Tier* tier = nullptr;
        std::uint64_t bands = 0;  ///< a bit for each that held
        std::int64_t minutes = 0;
    };

    [[nodiscard]] Hourly hourly_at(std::int64_t minute) const {
        Hourly hourly{card_.hourly_fen, nullptr, std::nullopt};
        for (const auto& tier : card_.tiers) {
            if (tier.from_minutes > minute) {
                hourly.until = tier.from_minutes.value;
                break;
            }
            hourly.price = tier.hourly_fen;
            hourly.tier = &tier;
        }
        return hourly;
    }

    void count_minutes(Money hourly, const Tier* tier, BandTable::Held held, std::int64_t count) {
        const std::uint64_t band = held.band < 0 ? 0 : std::uint64_t{1} << static_cast<unsigned>(held.band);
        const auto same = std::ranges::find_if(
            groups_, [&](const Group& g) { return g.hourly == hourly && g.percent == held.percent; });
        if (same != groups_.end()) {
            same->minutes += count;
            same->bands |= band;
        } else {
            groups_.push_back({hourly, held.percent, tier, band, count});
        }
    }

    const RateCard& card_;
    std::int64_t skipped_;
    std::int64_t elapsed_ = 0;
    std::vector<Group> groups_;
};

void add_time(Price& price, const RateCard& card, const model::IntervalSet& charged, const model::TimeZone& zone,
              const model::Holidays* holidays) {
    const std::int64_t total = std::chrono::duration_cast<model::minutes>(model::total_length(charged)).count();
    std::int64_t days = 0;
    if (card.daily_fen) {
        const bool only_by_day = card.hourly_fen == Money{} && card.tiers.empty();
        days = total / day_minutes + (only_by_day && total % day_minutes != 0 ? 1 : 0);
    }
    const std::int64_t in_days = days * day_minutes;
    if (total > in_days) {
        const BandTable bands(card.bands, holidays);
        TimeLines lines(card, in_days);
        for (const auto& piece : charged) {
            bands.walk(piece, zone, [&](std::int64_t count, BandTable::Held held) { lines.add(count, held); });
        }
        price.lines = lines.take();
    }
    const Money rest = sum_of(price.lines);
    if (days > 0) {
        add_unless_free(price, line_of(LineCode::full_day, days, LineUnit::day, *card.daily_fen));
    }
    if (card.daily_fen && rest > *card.daily_fen) {
        add_unless_free(price, line_of(LineCode::day_cap, 1, LineUnit::once, *card.daily_fen - rest));
    }
}

model::Error out_of_bounds(const char* field, std::int64_t highest) {
    return model::invalid_field(
        field, "out_of_range",
        {fmt::format("须在 0 至 {} 之间", highest), fmt::format("must lie in 0 to {}", highest)});
}

void add_samples(Price& price, const RateCard& card, std::int64_t samples) {
    Money each = card.per_sample_fen;
    std::string rule;
    std::int64_t from = 1;
    for (const auto& tier : card.sample_tiers) {
        if (tier.from_sample > samples) {
            break;
        }
        add_unless_free(price, line_of(LineCode::samples, tier.from_sample - from, LineUnit::sample, each, 100, rule));
        each = tier.per_sample_fen;
        rule = sample_rule(tier);
        from = tier.from_sample;
    }
    add_unless_free(price, line_of(LineCode::samples, samples - from + 1, LineUnit::sample, each, 100, rule));
}

/// Above what the system accepts.
bool is_too_much(const Price& price) {
    return sum_of(price.lines) > Money{model::max_fen};
}

/// Stops where the total is too much already.
void add_consumables(Price& price, const RateCard& card, const std::vector<model::ConsumableUse>& used) {
    for (const auto& listed : card.consumables) {
        const auto use = std::ranges::find_if(
            used, [&](const model::ConsumableUse& u) { return u.code.value == listed.code.value; });
        if (use == used.end()) {
            continue;
        }
        if (is_too_much(price)) {
            return;
        }
        auto line = line_of(LineCode::consumable, use->quantity, LineUnit::piece, listed.unit_fen);
        line.rule = consumable_rule(listed);
        line.name = {listed.name_zh, listed.name_en};
        add_unless_free(price, std::move(line));
    }
}

Result<void> check_consumables(const RateCard& card, const std::vector<model::ConsumableUse>& used) {
    for (auto use = used.begin(); use != used.end(); ++use) {
        if (use->quantity < 0 || use->quantity > max_consumed) {
            return out_of_bounds("options.consumables", max_consumed);
        }
        if (listed_consumable(card, use->code) == nullptr) {
            return model::invalid_field("options.consumables", "not_listed",
                                        {fmt::format("收费标准中没有耗材“{}”", use->code.value),
                                         fmt::format("the rate card does not list \"{}\"", use->code.value)});
        }
        if (std::ranges::find(used.begin(), use, use->code, &model::ConsumableUse::code) != use) {
            return model::invalid_field("options.consumables", "repeated",
                                        {"同一耗材出现两次", "a consumable is given twice"});
        }
    }
    return {};
}

/// A share of the quoted total, or nothing when it is 0.
Price fee(LineCode code, Money base, std::int64_t percent, std::string rule) {
    Price price;
    add_unless_free(price, line_of(code, 1, LineUnit::once, base, percent, std::move(rule)));
    price.total = sum_of(price.lines);
    return price;
}

}  // namespace

namespace {
/// The latest card of a class that is in force.
const RateCard* latest(const model::Rates& rates, const model::ClassName& wanted, model::Instant at) {
    const RateCard* best = nullptr;
    for (const auto& card : rates) {
        const bool in_force = !card.valid_from || *card.valid_from <= at;
        if (in_force && card.price_class == wanted && (best == nullptr || card.valid_from >= best->valid_from)) {
            best = &card;
        }
    }
    return best;
}
}  // namespace

const RateCard* card_for(const model::Rates& rates, const model::Payer& payer, model::Instant at) {
    if (!payer.named.empty()) {
        if (const auto* own = latest(rates, model::ClassName(payer.named), at)) {
            return own;
        }
    }
    constexpr std::array fallback{PriceClass::internal, PriceClass::academic, PriceClass::enterprise};
    for (auto wanted = std::ranges::find(fallback, payer.base); wanted != fallback.end(); ++wanted) {
        if (const auto* card = latest(rates, *wanted, at)) {
            return card;
        }
    }
    return nullptr;
}

const model::Consumable* listed_consumable(const RateCard& card, std::string_view code_or_name) {
    const auto listed = std::ranges::find_if(card.consumables, [&](const model::Consumable& c) {
        return c.code.value == code_or_name || c.name_zh.value == code_or_name || c.name_en.value == code_or_name;
    });
    return listed == card.consumables.end() ? nullptr : &*listed;
}

bool is_urgent(const RateCard& card, bool wished, model::Instant asked_at, model::Instant start) {
    return card.urgent && (wished || start - asked_at < model::minutes{card.urgent->within_minutes.value});
}

Result<Price> price_of(const RateCard& card, const PriceInput& input, const model::TimeZone& zone,
                       const model::Holidays* holidays) {
    if (input.samples < 0 || input.samples > max_samples) {
        return out_of_bounds("samples", max_samples);
    }
    if (input.staff_minutes < 0 || input.staff_minutes > max_staff_minutes) {
        return out_of_bounds("options.staff_minutes", max_staff_minutes);
    }
    TRY_VOID(check_consumables(card, input.consumables));
    TRY(const auto charged, charged_time(card.basis, input));
    Price price;
    add_time(price, card, charged, zone, holidays);
    if (!charged.empty()) {
        const auto uses = std::max<std::int64_t>(1, std::ssize(model::normalised(input.used)));
        add_unless_free(price, line_of(LineCode::start_up, uses, LineUnit::use, card.per_use_fen));
    }
    add_samples(price, card, input.samples);
    add_unless_free(price, line_of(LineCode::staff, input.staff_minutes, LineUnit::minute, card.staff_hourly_fen));
    if (card.urgent && input.urgent && !is_too_much(price)) {
        add_unless_free(price, line_of(LineCode::urgent, 1, LineUnit::once, sum_of(price.lines),
                                       card.urgent->percent - 100, urgent_rule(*card.urgent)));
    }
    const Money so_far = sum_of(price.lines);
    if (!charged.empty() && so_far < card.minimum_fen) {
        add_unless_free(price, line_of(LineCode::minimum, 1, LineUnit::once, card.minimum_fen - so_far));
    }
    add_consumables(price, card, input.consumables);
    if (input.training) {
        add_unless_free(price, line_of(LineCode::training, 1, LineUnit::once, card.training_fen));
    }
    price.total = sum_of(price.lines);
    if (is_too_much(price)) {
        return model::Error(
            model::ErrorCode::price_unavailable,
            {"金额超出系统上限，请联系平台", "the price is above what the system accepts; ask the platform"});
    }
    return price;
}

Price cancellation_price(const RateCard& card, const Price& quoted, model::Instant start, model::Instant cancelled_at) {
    const model::CancellationFee* entry = nullptr;
    for (const auto& candidate : card.cancellation) {
        const bool holds = start - cancelled_at < model::minutes{candidate.within_minutes.value};
        if (holds && (entry == nullptr || candidate.within_minutes < entry->within_minutes)) {
            entry = &candidate;
        }
    }
    if (entry == nullptr) {
        return {};
    }
    if (entry->fee_fen) {
        return fee(LineCode::cancellation_fee, *entry->fee_fen, 100, cancellation_rule(*entry));
    }
    return fee(LineCode::cancellation_fee, quoted.total, entry->percent.value_or(0), cancellation_rule(*entry));
}

Price no_show_price(const RateCard& card, const Price& quoted) {
    return fee(LineCode::no_show_fee, quoted.total, card.no_show_percent, {});
}

Price less_taken(Price fee, std::int64_t taken, std::int64_t booked) {
    if (taken > 0 && fee.total > Money{}) {
        PriceLine line{LineCode::taken_by_others,
                       taken,
                       LineUnit::minute,
                       -fee.total,
                       100,
                       model::scaled(-fee.total, taken, booked)};
        line.per = booked;
        add_unless_free(fee, std::move(line));
        fee.total = sum_of(fee.lines);
    }
    return fee;
}

}  // namespace scheduler
