#include "scheduler/charged_time.hpp"

#include "model/assert.hpp"

#include <algorithm>
#include <utility>

namespace scheduler {

using model::Band;
using model::ChargeBasis;
using model::DayKind;
using model::Interval;
using model::IntervalSet;
using model::Result;

namespace {

model::Error ends_too_early(const char* field) {
    return model::invalid_field(field, "end_not_after_start",
                                {"结束时间须晚于开始时间", "the end must be after the start"});
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

BandTable::BandTable(const std::vector<Band>& bands, const model::Holidays* holidays)
    : bands_(bands), holidays_(holidays) {
    YIQI_ASSERT(bands.size() <= max_bands);
    if (bands.empty()) {
        return;
    }
    edges_[edge_count_++] = 0;
    edges_[edge_count_++] = 24 * 60;
    for (const auto& band : bands) {
        edges_[edge_count_++] = static_cast<std::int16_t>(band.from.minute);
        edges_[edge_count_++] = static_cast<std::int16_t>(band.to.minute);
        by_calendar_ = by_calendar_ || band.holds_on != DayKind::any;
    }
    const auto first = edges_.begin();
    const auto last = first + static_cast<std::ptrdiff_t>(edge_count_);
    std::sort(first, last);
    edge_count_ = static_cast<std::size_t>(std::unique(first, last) - first);
    // Without a calendar a day is its weekday: 1970-01-05 was a Monday.
    constexpr model::LocalDay a_monday = 4;
    for (int weekday = 0; weekday < 7 && !by_calendar_; ++weekday) {
        for (std::size_t i = 0; i + 1 < edge_count_; ++i) {
            by_weekday_[static_cast<std::size_t>(weekday)][i] = winner(a_monday + weekday, edges_[i]);
        }
    }
}

bool BandTable::starts_on(const Band& band, model::LocalDay day) const {
    const int weekday = model::weekday_of(day);
    if (!band.days.has(weekday)) {
        return false;
    }
    if (band.holds_on == DayKind::any) {
        return true;
    }
    const bool holiday = holidays_ != nullptr && holidays_->on(day) != nullptr;
    if (band.holds_on == DayKind::holiday) {
        return holiday;
    }
    const bool made_up = holidays_ != nullptr && holidays_->worked_as(day).has_value();
    constexpr int saturday = 5;
    const bool off = holiday || (weekday >= saturday && !made_up);
    return off == (band.holds_on == DayKind::off_day);
}

BandTable::Held BandTable::winner(model::LocalDay day, int minute) const {
    for (auto i = bands_.size(); i-- > 0;) {
        const Band& band = bands_[i];
        const int from = band.from.minute;
        const int to = band.to.minute;
        const bool holds = from < to
                               ? from <= minute && minute < to && starts_on(band, day)
                               : (from <= minute && starts_on(band, day)) || (minute < to && starts_on(band, day - 1));
        if (holds) {
            return {static_cast<std::int16_t>(band.percent.value), static_cast<std::int16_t>(i)};
        }
    }
    return {};
}

}  // namespace scheduler
