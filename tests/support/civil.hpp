#pragma once
// Short ways to write times, policies and cards in tests.

#include "model/interval.hpp"
#include "model/opening_hours.hpp"
#include "model/policy.hpp"
#include "model/rates.hpp"
#include "model/time_zone.hpp"

#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>

namespace support {

inline model::TimeZone zone(std::string_view name) {
    return model::TimeZone::find(name).value();
}

/// "2017-04-27 12:00" or "2017-04-27 12:00:30" in the zone; 24:00 is the next midnight.
inline model::Instant at(std::string_view text, const model::TimeZone& in = {}) {
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        const auto* first = text.data() + from;
        if (from + count > text.size() || std::from_chars(first, first + count, value).ptr != first + count) {
            throw std::invalid_argument("not a time: " + std::string(text));
        }
        return value;
    };
    const auto day =
        model::local_day({number(0, 4), static_cast<unsigned>(number(5, 2)), static_cast<unsigned>(number(8, 2))});
    const int second = text.size() > 16 ? number(17, 2) : 0;
    return in.to_instant(day, number(11, 2) * 60 + number(14, 2)) + model::seconds{second};
}

inline model::Interval span(std::string_view from, std::string_view to, const model::TimeZone& in = {}) {
    return {at(from, in), at(to, in)};
}

inline model::OpeningHours hours(std::string_view text) {
    return model::OpeningHours::parse(text).value();
}

inline model::Policy policy_open(std::string_view opening_hours, std::int64_t grid_minutes = 15) {
    model::Policy policy;
    policy.opening_hours = hours(opening_hours);
    policy.grid_minutes = grid_minutes;
    return policy;
}

inline model::Money yuan(std::int64_t whole, std::int64_t fen = 0) {
    return model::Money{whole * 100 + fen};
}

inline model::RateCard hourly_card(model::Money hourly, model::ChargeBasis basis = model::ChargeBasis::reserved) {
    model::RateCard card;
    card.hourly_fen = hourly;
    card.basis = basis;
    return card;
}

/// "Mon-Fri"-like sets as a mask: from and to are 0 = Monday.
inline model::DaySet days(int from, int to) {
    model::DaySet set{0};
    for (int day = from; day <= to; ++day) {
        set.mask = static_cast<std::uint8_t>(set.mask | (1U << day));
    }
    return set;
}

inline model::Band band(model::DaySet on, int from_hour, int to_hour, std::int64_t percent) {
    return {on, {from_hour * 60}, {to_hour * 60}, percent};
}

}  // namespace support
