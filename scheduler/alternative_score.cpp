#include "scheduler/alternative_score.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "model/assert.hpp"

namespace scheduler {

using namespace model;

namespace {
constexpr minutes near_step{5};
constexpr minutes near_reach{240};
constexpr minutes far_step{30};
constexpr std::int64_t length_points = 20;
constexpr std::int64_t split_points = 30;
constexpr std::int64_t specs_points_max = 40;
constexpr std::int64_t percent_a_price_point = 2;
constexpr std::int64_t price_points_max = 50;

std::int64_t started(std::int64_t amount, std::int64_t step) {
    return (amount + step - 1) / step;
}

std::int64_t started(seconds amount, minutes step) {
    return started(amount.count(), seconds{step}.count());
}

minutes apart(seconds shift) {
    return std::chrono::ceil<minutes>(shift < seconds{0} ? -shift : shift);
}
}  // namespace

Sentence short_duration(minutes length) {
    constexpr std::int64_t hour = 60;
    constexpr std::int64_t day = 24 * hour;
    const auto total = length.count();
    if (total < hour) {
        return {fmt::format("{} 分钟", total), fmt::format("{} min", total)};
    }
    if (total < day) {
        const auto rest = total % hour;
        return {rest == 0 ? fmt::format("{} 小时", total / hour) : fmt::format("{} 小时 {} 分钟", total / hour, rest),
                rest == 0 ? fmt::format("{} h", total / hour) : fmt::format("{} h {} min", total / hour, rest)};
    }
    const auto hours = total % day / hour;
    return {hours == 0 ? fmt::format("{} 天", total / day) : fmt::format("{} 天 {} 小时", total / day, hours),
            hours == 0 ? fmt::format("{} d", total / day) : fmt::format("{} d {} h", total / day, hours)};
}

std::int64_t time_points(seconds shift) {
    const seconds distance = shift < seconds{0} ? -shift : shift;
    const auto near = started(std::min<seconds>(distance, near_reach), near_step);
    return distance <= near_reach ? near : near + started(distance - near_reach, far_step);
}

std::int64_t category_points(Kinship kinship) {
    switch (kinship) {
        case Kinship::minor:
            return 10;
        case Kinship::middle:
            return 60;
        case Kinship::major:
        case Kinship::none:
            return 150;
    }
    return 150;
}

std::int64_t place_points(Place place) {
    switch (place) {
        case Place::building:
            return 0;
        case Place::platform:
            return 2;
        case Place::institution:
            return 8;
        case Place::elsewhere:
            return 25;
    }
    return 25;
}

std::int64_t samples_points(bool asked) {
    return asked ? 60 : 15;
}

Reason time_reason(seconds shift) {
    if (shift == seconds{0}) {
        return {ReasonCode::same_time, 0, 0, {"相同时间", "the same time"}};
    }
    const auto distance = apart(shift);
    const auto phrase = short_duration(distance);
    const auto points = time_points(shift);
    if (shift < seconds{0}) {
        return {ReasonCode::earlier,
                points,
                distance.count(),
                {fmt::format("提前 {}", phrase.zh), fmt::format("{} earlier", phrase.en)}};
    }
    return {ReasonCode::later,
            points,
            distance.count(),
            {fmt::format("推后 {}", phrase.zh), fmt::format("{} later", phrase.en)}};
}

Reason split_reason(Interval first, Interval second, seconds shift) {
    const auto phrase = [](Interval part) { return short_duration(std::chrono::ceil<minutes>(part.length())); };
    const auto a = phrase(first);
    const auto b = phrase(second);
    const auto gap = short_duration(std::chrono::ceil<minutes>(second.start - first.end));
    return {ReasonCode::split,
            split_points + time_points(shift),
            apart(shift).count(),
            {fmt::format("分两段：{} 与 {}，间隔 {}", a.zh, b.zh, gap.zh),
             fmt::format("in two parts of {} and {}, {} apart", a.en, b.en, gap.en)}};
}

Reason shorter_reason(minutes wished, minutes length) {
    const auto missing = wished - length;
    const auto is = short_duration(length);
    const auto was = short_duration(wished);
    return {ReasonCode::shorter,
            length_points + started(missing.count() * 100, wished.count()),
            missing.count(),
            {fmt::format("只有 {}，而不是 {}", is.zh, was.zh), fmt::format("only {} instead of {}", is.en, was.en)}};
}

Reason same_instrument_reason() {
    return {ReasonCode::category, 0, 0, {"同一仪器", "the same instrument"}};
}

Reason category_reason(Kinship kinship) {
    const auto points = category_points(kinship);
    switch (kinship) {
        case Kinship::minor:
            return {ReasonCode::category, points, 0, {"同类仪器", "same category"}};
        case Kinship::middle:
            return {ReasonCode::category, points, 0, {"相近类别的仪器", "a neighbouring category"}};
        case Kinship::major:
        case Kinship::none:
            return {ReasonCode::category, points, 0, {"同一大类的仪器", "the same broad class"}};
    }
    return {};
}

Reason specs_reason(const SpecMatch& match) {
    YIQI_ASSERT(match.wanted > 0);
    const auto halves_missing = 2 * match.wanted - match.comparable - match.equal;
    return {
        ReasonCode::specs,
        started(specs_points_max * halves_missing, 2 * match.wanted),
        match.comparable,
        {fmt::format("{} 项主要指标中 {} 项可比，{} 项相同", match.wanted, match.comparable, match.equal),
         fmt::format("{} of {} key specifications comparable, {} equal", match.comparable, match.wanted, match.equal)}};
}

Reason samples_reason(bool asked) {
    return {ReasonCode::samples, samples_points(asked), 0, {"不接受送样", "takes no samples"}};
}

Reason place_reason(Place place) {
    const auto points = place_points(place);
    switch (place) {
        case Place::building:
            return {ReasonCode::place, points, 0, {"同一楼宇", "in the same building"}};
        case Place::platform:
            return {ReasonCode::place, points, 0, {"同一平台", "on the same platform"}};
        case Place::institution:
            return {ReasonCode::place, points, 0, {"同一单位的另一平台", "on another platform of the institution"}};
        case Place::elsewhere:
            return {ReasonCode::place, points, 0, {"另一单位", "another institution"}};
    }
    return {};
}

Reason price_reason(Money wished, Money total) {
    YIQI_ASSERT(wished > Money{});
    const auto percent = scaled(total - wished, 100, wished.fen()).fen();
    if (percent == 0) {
        return {ReasonCode::price, 0, 0, {"价格相当", "about the same price"}};
    }
    if (percent < 0) {
        return {
            ReasonCode::price, 0, percent, {fmt::format("便宜 {} %", -percent), fmt::format("{} % cheaper", -percent)}};
    }
    return {ReasonCode::price,
            std::min(price_points_max, started(percent, percent_a_price_point)),
            percent,
            {fmt::format("贵 {} %", percent), fmt::format("{} % dearer", percent)}};
}

std::int64_t sum_of_points(const std::vector<Reason>& reasons) {
    std::int64_t sum = 0;
    for (const auto& reason : reasons) {
        sum += reason.points;
    }
    return sum;
}

Sentence explanation_of(const std::vector<Reason>& reasons) {
    Sentence all;
    for (const auto& reason : reasons) {
        all.zh += (all.zh.empty() ? "" : "，") + reason.text.zh;
        all.en += (all.en.empty() ? "" : ", ") + reason.text.en;
    }
    return all;
}

}  // namespace scheduler
