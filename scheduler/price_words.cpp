#include "scheduler/price_words.hpp"

#include <array>
#include <charconv>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "scheduler/yuan.hpp"

namespace scheduler {

using model::LineCode;
using model::PriceLine;
using model::Sentence;

namespace {
void add_part(std::string& rule, const std::string& part) {
    rule += rule.empty() ? "" : "|";
    rule += part;
}

std::vector<std::string_view> parts_of(std::string_view text, char between) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(between), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::int64_t number(std::string_view text) {
    std::int64_t value = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string hours_zh(std::int64_t minutes) {
    if (minutes % 1440 == 0) {
        return fmt::format("{} 天", minutes / 1440);
    }
    return minutes % 60 == 0 ? fmt::format("{} 小时", minutes / 60) : fmt::format("{} 分钟", minutes);
}

std::string hours_en(std::int64_t minutes) {
    const auto of = [](std::int64_t count, const char* unit) {
        return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
    };
    if (minutes % 1440 == 0) {
        return of(minutes / 1440, "day");
    }
    return minutes % 60 == 0 ? of(minutes / 60, "hour") : of(minutes, "minute");
}

constexpr std::array<const char*, 7> days_zh{"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
constexpr std::array<const char*, 7> days_en{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

/// Runs of days: "周一至周五、周日".
std::string days(std::int64_t mask, const std::array<const char*, 7>& names, const char* until, const char* between) {
    std::string text;
    for (std::size_t day = 0; day < names.size(); ++day) {
        if ((mask >> day & 1) == 0) {
            continue;
        }
        std::size_t last = day;
        while (last + 1 < names.size() && (mask >> (last + 1) & 1) != 0) {
            ++last;
        }
        text += text.empty() ? "" : between;
        text += names[day];
        if (last > day) {
            text += last == day + 1 ? between : until;
            text += names[last];
        }
        day = last;
    }
    return text;
}

Sentence band_words(const std::vector<std::string_view>& fields) {
    constexpr std::int64_t all_days = 0x7F;
    constexpr std::array<const char*, 4> kinds_zh{"", "法定节假日", "休息日（含节假日）", "工作日（含调休上班日）"};
    constexpr std::array<const char*, 4> kinds_en{"", "public holidays", "days off (holidays included)",
                                                  "working days (make-up days included)"};
    if (fields.size() != 5) {
        return {};
    }
    const auto mask = number(fields[1]);
    const auto from = number(fields[2]);
    const auto to = number(fields[3]);
    const auto kind = static_cast<std::size_t>(number(fields[4])) % kinds_zh.size();
    Sentence words{kinds_zh[kind], kinds_en[kind]};
    if (mask != all_days || kind == 0) {
        const bool every = mask == all_days;
        words.zh += every ? "每天" : (kind == 0 ? "" : "的") + days(mask, days_zh, "至", "、");
        words.en += every ? "every day" : (kind == 0 ? "" : " on ") + days(mask, days_en, "-", ", ");
    }
    if (from != 0 || to != 1440) {
        const auto hours = fmt::format(" {:02}:{:02}–{:02}:{:02}", from / 60, from % 60, to / 60, to % 60);
        words.zh += hours;
        words.en += hours;
    }
    return words;
}

Sentence time_words(const PriceLine& line) {
    Sentence price{fmt::format("小时价 ¥{}", yuan(line.unit_fen)),
                   fmt::format("hourly price CNY {}", yuan(line.unit_fen))};
    Sentence bands;
    for (const auto part : parts_of(line.rule, '|')) {
        const auto fields = parts_of(part, ':');
        if (fields.size() == 2 && fields[0] == "tier") {
            const auto from = number(fields[1]);
            price = {fmt::format("满 {}后的小时价 ¥{}", hours_zh(from), yuan(line.unit_fen)),
                     fmt::format("hourly price after the first {}: CNY {}", hours_en(from), yuan(line.unit_fen))};
        } else if (fields[0] == "band") {
            const auto words = band_words(fields);
            bands.zh += (bands.zh.empty() ? "" : "；") + words.zh;
            bands.en += (bands.en.empty() ? "" : "; ") + words.en;
        }
    }
    if (!bands.zh.empty()) {
        price.zh += fmt::format("，{}按 {}% 计", bands.zh, line.percent);
        price.en += fmt::format(", {} at {}%", bands.en, line.percent);
    }
    return price;
}

Sentence with_correction(const PriceLine& line, Sentence words) {
    return line.is_correction() ? Sentence{"更正：" + words.zh, "Correction: " + words.en} : words;
}

std::int64_t first_number(const PriceLine& line) {
    const auto fields = parts_of(line.rule, ':');
    return fields.size() == 2 ? number(fields[1]) : 0;
}

Sentence sample_words(const PriceLine& line) {
    if (line.rule.empty()) {
        return {fmt::format("每个样品 ¥{}", yuan(line.unit_fen)), fmt::format("CNY {} a sample", yuan(line.unit_fen))};
    }
    return {fmt::format("自第 {} 个样品起每个 ¥{}", first_number(line), yuan(line.unit_fen)),
            fmt::format("CNY {} each from sample {} on", yuan(line.unit_fen), first_number(line))};
}

Sentence urgent_words(const PriceLine& line) {
    const auto within = first_number(line);
    const auto percent = line.percent;
    if (within == 0) {
        return {fmt::format("加急预约加收 {}%", percent), fmt::format("urgent bookings cost {}% more", percent)};
    }
    return {fmt::format("加急预约或开始前不足 {}提出的预约加收 {}%", hours_zh(within), percent),
            fmt::format("urgent, or asked for less than {} before the start: {}% more", hours_en(within), percent)};
}

Sentence cancellation_words(const PriceLine& line) {
    const auto within = first_number(line);
    Sentence of = line.percent == 100 ? Sentence{}
                                      : Sentence{fmt::format("，按报价的 {}%", line.percent),
                                                 fmt::format(", {}% of the quote", line.percent)};
    return {fmt::format("开始前不足 {}取消{}", hours_zh(within), of.zh),
            fmt::format("cancelled less than {} before the start{}", hours_en(within), of.en)};
}
}  // namespace

std::string time_rule(const model::RateCard& card, const model::Tier* tier, std::uint64_t bands) {
    std::string rule;
    if (tier != nullptr) {
        add_part(rule, fmt::format("tier:{}", tier->from_minutes.value));
    }
    for (std::size_t i = 0; bands != 0; ++i, bands >>= 1U) {
        if ((bands & 1U) != 0) {
            const auto& band = card.bands[i];
            add_part(rule, fmt::format("band:{}:{}:{}:{}", band.days.mask, band.from.minute, band.to.minute,
                                       static_cast<int>(band.holds_on)));
        }
    }
    return rule;
}

std::string sample_rule(const model::SampleTier& tier) {
    return fmt::format("sample:{}", tier.from_sample.value);
}

std::string urgent_rule(const model::Urgency& urgency) {
    return fmt::format("urgent:{}", urgency.within_minutes.value);
}

std::string consumable_rule(const model::Consumable& consumable) {
    return "item:" + consumable.code.value;
}

std::string cancellation_rule(const model::CancellationFee& fee) {
    return fmt::format("within:{}", fee.within_minutes.value);
}

Sentence describe(const PriceLine& line) {
    Sentence sentence;
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
        case LineCode::consumable:
            sentence = {"耗材：" + line.name.zh, "Consumable: " + line.name.en};
            break;
        case LineCode::urgent:
            return with_correction(line, {"加急费", "Urgency"});
        case LineCode::training:
            sentence = {"培训费", "Training"};
            break;
        case LineCode::taken_by_others:
            sentence = {"他人使用时段的退减", "Less time that others took"};
            break;
    }
    if (line.percent != 100) {
        sentence.zh += fmt::format("（按 {}% 计）", line.percent);
        sentence.en += fmt::format(" at {}%", line.percent);
    }
    return with_correction(line, std::move(sentence));
}

Sentence describe_rule(const PriceLine& line) {
    switch (line.code) {
        case LineCode::reserved_time:
        case LineCode::used_time:
        case LineCode::charged_time:
            return time_words(line);
        case LineCode::full_day:
            return {fmt::format("每满 24 小时 ¥{}", yuan(line.unit_fen)),
                    fmt::format("CNY {} for each full 24 hours", yuan(line.unit_fen))};
        case LineCode::day_cap:
            return {"不足一天的部分不超过一天的价格", "the rest of a day never costs more than a day"};
        case LineCode::start_up:
            return {fmt::format("每次使用开机费 ¥{}", yuan(line.unit_fen)),
                    fmt::format("start-up fee of CNY {} a use", yuan(line.unit_fen))};
        case LineCode::samples:
            return sample_words(line);
        case LineCode::staff:
            return {fmt::format("技术人员每小时 ¥{}", yuan(line.unit_fen)),
                    fmt::format("staff at CNY {} an hour", yuan(line.unit_fen))};
        case LineCode::minimum:
            return {"未达到每次最低收费的部分", "what is missing to the minimum of a booking"};
        case LineCode::cancellation_fee:
            return cancellation_words(line);
        case LineCode::no_show_fee:
            return {fmt::format("未到场，按报价的 {}%", line.percent),
                    fmt::format("not used: {}% of the quote", line.percent)};
        case LineCode::consumable:
            return {fmt::format("耗材价目：每单位 ¥{}", yuan(line.unit_fen)),
                    fmt::format("list of consumables: CNY {} each", yuan(line.unit_fen))};
        case LineCode::urgent:
            return urgent_words(line);
        case LineCode::training:
            return {"随预约进行的培训", "a training with the booking"};
        case LineCode::taken_by_others:
            return {fmt::format("预约的 {} 分钟中有 {} 分钟后由他人使用，按比例退减", line.per, line.quantity),
                    fmt::format("others then took {} of the {} booked minutes; the fee is less by that share",
                                line.quantity, line.per)};
    }
    return {};
}

Sentence rounding() {
    return {"每一行四舍五入到分，合计为各行之和",
            "each line is rounded half up to a fen; the total is the sum of the lines"};
}

}  // namespace scheduler
