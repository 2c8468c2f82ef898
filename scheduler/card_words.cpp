#include "scheduler/card_words.hpp"

#include <fmt/format.h>

#include "model/booking.hpp"
#include "scheduler/price_words.hpp"
#include "scheduler/yuan.hpp"

namespace scheduler {

using namespace model;

namespace {
/// The rule of a line that such an entry would make.
Sentence rule_of(LineCode code, Money unit, std::int64_t percent, std::string rule) {
    PriceLine line;
    line.code = code;
    line.unit_fen = unit;
    line.percent = percent;
    line.rule = std::move(rule);
    return describe_rule(line);
}

void add_time(const RateCard& card, std::vector<Sentence>& words) {
    for (const auto& tier : card.tiers) {
        words.push_back(rule_of(LineCode::reserved_time, tier.hourly_fen, 100, time_rule(card, &tier, 0)));
    }
    for (std::size_t i = 0; i < card.bands.size(); ++i) {
        words.push_back(rule_of(LineCode::reserved_time, card.hourly_fen, card.bands[i].percent,
                                time_rule(card, nullptr, std::uint64_t{1} << i)));
    }
}

void add_goods(const RateCard& card, std::vector<Sentence>& words) {
    for (const auto& tier : card.sample_tiers) {
        words.push_back(rule_of(LineCode::samples, tier.per_sample_fen, 100, sample_rule(tier)));
    }
    for (const auto& item : card.consumables) {
        const std::string unit = item.unit ? item.unit->value : "";
        words.push_back(
            {fmt::format("{} ¥{}{}{}", item.name_zh.value, yuan(item.unit_fen), unit.empty() ? "" : "/", unit),
             fmt::format("{}: CNY {}{}{}", item.name_en.value, yuan(item.unit_fen), unit.empty() ? "" : " per ",
                         unit)});
    }
}

void add_fees(const RateCard& card, std::vector<Sentence>& words) {
    if (card.urgent) {
        words.push_back(rule_of(LineCode::urgent, Money{}, card.urgent->percent - 100, urgent_rule(*card.urgent)));
    }
    for (const auto& fee : card.cancellation) {
        auto words_of = rule_of(LineCode::cancellation_fee, Money{}, fee.percent.value_or(100), cancellation_rule(fee));
        if (fee.fee_fen) {
            words_of.zh += fmt::format("收取 ¥{}", yuan(*fee.fee_fen));
            words_of.en += fmt::format(": CNY {}", yuan(*fee.fee_fen));
        } else if (*fee.percent == 100) {
            words_of.zh += "按全价";
            words_of.en += ": the full price";
        }
        words.push_back(std::move(words_of));
    }
    words.push_back(rule_of(LineCode::no_show_fee, Money{}, card.no_show_percent, {}));
}
}  // namespace

std::vector<Sentence> conditions_of(const RateCard& card) {
    std::vector<Sentence> words;
    add_time(card, words);
    add_goods(card, words);
    add_fees(card, words);
    return words;
}

Sentence describe_basis(ChargeBasis basis) {
    switch (basis) {
        case ChargeBasis::reserved:
            return {"按预约时间", "as booked"};
        case ChargeBasis::used:
            return {"按实际使用时间", "as used"};
        case ChargeBasis::greater:
            return {"按预约时间加超时", "as booked, plus overtime"};
        case ChargeBasis::union_:
            return {"按预约与使用合计，扣除他人使用", "booked and used together, less what others used"};
    }
    return {};
}

Sentence describe_class(PriceClass price_class) {
    switch (price_class) {
        case PriceClass::enterprise:
            return {"企业", "Companies"};
        case PriceClass::academic:
            return {"高校院所", "Other institutions"};
        case PriceClass::internal:
            return {"本单位", "The institution itself"};
    }
    return {};
}

}  // namespace scheduler
