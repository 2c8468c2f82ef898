#include "scheduler/charged_time.hpp"

#include "model/assert.hpp"

#include <algorithm>
#include <utility>

namespace scheduler {

using model::Band;
using model::ChargeBasis;
using model::Interval;
using model::IntervalSet;
using model::Result;

namespace {

model::Error ends_too_early(const char* field) {
    return model::invalid_field(field, "end_not_after_start",
                                {"结束时间须晚于开始时间", "the end must be after the start"});
}

bool holds(const Band& band, int weekday, int minute) {
    const int from = band.from.minute;
    const int to = band.to.minute;
    if (from < to) {
        return band.days.has(weekday) && from <= minute && minute < to;
    }
    const int day_before = (weekday + 6) % 7;
    return (band.days.has(weekday) && from <= minute) || (band.days.has(day_before) && minute < to);
}

}  // namespace

Interval whole_minutes(Interval interval) {
    const auto start = model::floor_to_minute(interval.start);
    const auto end = model::floor_to_minute(interval.end);
    return {start, std::max(end, start + model::minutes{1})};
}

Result<IntervalSet> charged_time(ChargeBasis basis, const PriceInput& input) {
    if (input.reserved.empty()) {
        return ends_too_early("end");
    }
    if (std::ranges::any_of(input.used, &Interval::empty)) {
        return ends_too_early("used");
    }
    const Interval reserved = whole_minutes(input.reserved);
    if (basis == ChargeBasis::reserved || (input.used.empty() && basis == ChargeBasis::greater)) {
        return IntervalSet{reserved};
    }
    if (basis == ChargeBasis::used && input.used.empty()) {
        if (input.closed) {
            return model::Error(
                model::ErrorCode::price_unavailable,
                {"没有实际使用时间，暂不能计费", "there is no time of use yet, so there is no price yet"});
        }
        return IntervalSet{reserved};
    }
    IntervalSet used;
    used.reserve(input.used.size() + 1);
    for (const auto& piece : input.used) {
        used.push_back(whole_minutes(piece));
    }
    switch (basis) {
        case ChargeBasis::reserved:
        case ChargeBasis::used:
            return model::normalised(std::move(used));
        case ChargeBasis::greater: {
            const auto last = std::ranges::max(used, {}, &Interval::end).end;
            return IntervalSet{{reserved.start, std::max(reserved.end, last)}};
        }
        case ChargeBasis::union_:
            break;
    }
    used.push_back(reserved);
    IntervalSet others;
    others.reserve(input.others_used.size());
    for (const auto& piece : input.others_used) {
        if (!piece.empty()) {
            others.push_back(whole_minutes(piece));
        }
    }
    return model::subtract(model::normalised(std::move(used)), model::normalised(std::move(others)));
}

BandTable::BandTable(const std::vector<Band>& bands) {
    YIQI_ASSERT(bands.size() <= max_bands);
    if (bands.empty()) {
        return;
    }
    edges_[edge_count_++] = 0;
    edges_[edge_count_++] = 24 * 60;
    for (const auto& band : bands) {
        edges_[edge_count_++] = static_cast<std::int16_t>(band.from.minute);
        edges_[edge_count_++] = static_cast<std::int16_t>(band.to.minute);
    }
    const auto first = edges_.begin();
    const auto last = first + static_cast<std::ptrdiff_t>(edge_count_);
    std::sort(first, last);
    edge_count_ = static_cast<std::size_t>(std::unique(first, last) - first);
    for (int weekday = 0; weekday < 7; ++weekday) {
        for (std::size_t i = 0; i + 1 < edge_count_; ++i) {
            const auto winner = std::find_if(bands.rbegin(), bands.rend(),
                                             [&](const Band& band) { return holds(band, weekday, edges_[i]); });
            percents_[static_cast<std::size_t>(weekday)][i] =
                winner == bands.rend() ? std::int16_t{100} : static_cast<std::int16_t>(winner->percent.value);
        }
    }
}

}  // namespace scheduler
