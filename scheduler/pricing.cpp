#include "scheduler/pricing.hpp"

#include "scheduler/charged_time.hpp"

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

namespace {

constexpr std::int64_t day_minutes = 24 * 60;

PriceLine line_of(LineCode code, std::int64_t quantity, LineUnit unit, Money unit_price, std::int64_t percent = 100) {
    const std::int64_t per_unit = unit == LineUnit::minute ? 60 : 1;
    return {code, quantity, unit, unit_price, percent, model::scaled(unit_price, quantity * percent, per_unit * 100)};
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

    void add(std::int64_t count, std::int64_t percent) {
        while (count > 0) {
            const auto [hourly, until] = hourly_at(elapsed_);
            const bool priced = elapsed_ >= skipped_;
            std::int64_t step = priced ? count : std::min(count, skipped_ - elapsed_);
            if (until) {
                step = std::min(step, *until - elapsed_);
            }
            if (priced) {
                count_minutes(hourly, percent, step);
            }
            elapsed_ += step;
            count -= step;
        }
    }

    [[nodiscard]] std::vector<PriceLine> take() {
        for (auto& line : lines_) {
            line = line_of(line.code, line.quantity, line.unit, line.unit_fen, line.percent);
        }
        return std::move(lines_);
    }

  private:
    struct Hourly {
        Money price;
        std::optional<std::int64_t> until;  ///< the charged minute of the next tier
    };

    [[nodiscard]] Hourly hourly_at(std::int64_t minute) const {
        Hourly hourly{card_.hourly_fen, std::nullopt};
        for (const auto& tier : card_.tiers) {
            if (tier.from_minutes > minute) {
                hourly.until = tier.from_minutes.value;
                break;
            }
            hourly.price = tier.hourly_fen;
        }
        return hourly;
    }

    void count_minutes(Money hourly, std::int64_t percent, std::int64_t count) {
        const auto same = std::ranges::find_if(
            lines_, [&](const PriceLine& l) { return l.unit_fen == hourly && l.percent == percent; });
        if (same != lines_.end()) {
            same->quantity += count;
        } else {
            lines_.push_back({time_code(card_.basis), count, LineUnit::minute, hourly, percent, Money{}});
        }
    }

    const RateCard& card_;
    std::int64_t skipped_;
    std::int64_t elapsed_ = 0;
    std::vector<PriceLine> lines_;
};

void add_time(Price& price, const RateCard& card, const model::IntervalSet& charged, const model::TimeZone& zone) {
    const std::int64_t total = std::chrono::duration_cast<model::minutes>(model::total_length(charged)).count();
    std::int64_t days = 0;
    if (card.daily_fen) {
        const bool only_by_day = card.hourly_fen == Money{} && card.tiers.empty();
        days = total / day_minutes + (only_by_day && total % day_minutes != 0 ? 1 : 0);
    }
    const std::int64_t in_days = days * day_minutes;
    if (total > in_days) {
        const BandTable bands(card.bands);
        TimeLines lines(card, in_days);
        for (const auto& piece : charged) {
            bands.walk(piece, zone, [&](std::int64_t count, std::int64_t percent) { lines.add(count, percent); });
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

/// A share of the quoted total, or nothing when it is 0.
Price fee(LineCode code, Money base, std::int64_t percent) {
    Price price;
    add_unless_free(price, line_of(code, 1, LineUnit::once, base, percent));
    price.total = sum_of(price.lines);
    return price;
}

}  // namespace

const RateCard* card_for(const model::Rates& rates, PriceClass price_class, model::Instant at) {
    constexpr std::array fallback{PriceClass::internal, PriceClass::academic, PriceClass::enterprise};
    for (auto wanted = std::ranges::find(fallback, price_class); wanted != fallback.end(); ++wanted) {
        const RateCard* best = nullptr;
        for (const auto& card : rates) {
            const bool in_force = !card.valid_from || *card.valid_from <= at;
            if (card.price_class == *wanted && in_force && (best == nullptr || card.valid_from >= best->valid_from)) {
                best = &card;
            }
        }
        if (best != nullptr) {
            return best;
        }
    }
    return nullptr;
}

Result<Price> price_of(const RateCard& card, const PriceInput& input, const model::TimeZone& zone) {
    if (input.samples < 0 || input.samples > max_samples) {
        return out_of_bounds("samples", max_samples);
    }
    if (input.staff_minutes < 0 || input.staff_minutes > max_staff_minutes) {
        return out_of_bounds("options.staff_minutes", max_staff_minutes);
    }
    TRY(const auto charged, charged_time(card.basis, input));
    Price price;
    add_time(price, card, charged, zone);
    if (!charged.empty()) {
        add_unless_free(price, line_of(LineCode::start_up, 1, LineUnit::use, card.per_use_fen));
    }
    add_unless_free(price, line_of(LineCode::samples, input.samples, LineUnit::sample, card.per_sample_fen));
    add_unless_free(price, line_of(LineCode::staff, input.staff_minutes, LineUnit::minute, card.staff_hourly_fen));
    price.total = sum_of(price.lines);
    if (!charged.empty() && price.total < card.minimum_fen) {
        add_unless_free(price, line_of(LineCode::minimum, 1, LineUnit::once, card.minimum_fen - price.total));
        price.total = card.minimum_fen;
    }
    if (price.total > Money{model::max_fen}) {
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
        return fee(LineCode::cancellation_fee, *entry->fee_fen, 100);
    }
    return fee(LineCode::cancellation_fee, quoted.total, entry->percent.value_or(0));
}

Price no_show_price(const RateCard& card, const Price& quoted) {
    return fee(LineCode::no_show_fee, quoted.total, card.no_show_percent);
}

model::Sentence describe(const PriceLine& line) {
    model::Sentence sentence;
    switch (line.code) {
        case LineCode::reserved_time:
            sentence = {"预约机时", "Booked time"};
            break;
        case LineCode::used_time:
            sentence = {"使用机时", "Time of use"};
            break;
        case LineCode::charged_time:
            sentence = {"计费机时（预约与实际使用合计）", "Charged time (booked and used together)"};
            break;
        case LineCode::full_day:
            sentence = {"整日（24 小时）", "Full days (24 hours)"};
            break;
        case LineCode::day_cap:
            sentence = {"按日封顶减免", "Reduction to the daily price"};
            break;
        case LineCode::start_up:
            sentence = {"开机费", "Start-up fee"};
            break;
        case LineCode::samples:
            sentence = {"样品测试", "Samples"};
            break;
        case LineCode::staff:
            sentence = {"技术人员协助", "Help by staff"};
            break;
        case LineCode::minimum:
            sentence = {"补足最低收费", "Difference to the minimum charge"};
            break;
        case LineCode::cancellation_fee:
            sentence = {"取消费", "Cancellation fee"};
            break;
        case LineCode::no_show_fee:
            sentence = {"爽约费", "No-show fee"};
            break;
    }
    if (line.percent != 100) {
        sentence.zh += fmt::format("（按 {}% 计）", line.percent);
        sentence.en += fmt::format(" at {}%", line.percent);
    }
    return sentence;
}

}  // namespace scheduler
