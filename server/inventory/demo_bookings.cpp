#include "server/inventory/demo_bookings.hpp"

#include "scheduler/slots.hpp"
#include "server/inventory/demo_purposes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace server {

namespace {
constexpr auto past_span = std::chrono::days(21);
constexpr auto future_span = std::chrono::days(28);
constexpr std::size_t bookings_max = 1'000'000;
constexpr int attempts_per_booking = 60;
constexpr std::uint64_t past_percent = 40;
constexpr std::uint64_t used_percent = 75;
constexpr std::uint64_t used_percent_with_training = 50;
constexpr std::uint64_t working_hours_percent = 85;
constexpr int workday_starts_minute = 8 * 60 + 30;
constexpr int workday_ends_minute = 17 * 60;
constexpr int usual_minutes_max = 8 * 60;
constexpr int samples_max = 20;

// SplitMix64: the same numbers on every platform, which the standard's distributions do not
// promise.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        auto z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    /// 0 .. n - 1; n > 0.
    std::uint64_t below(std::uint64_t n) { return next() % n; }

    bool percent(std::uint64_t chance) { return below(100) < chance; }

  private:
    std::uint64_t state_;
};

/// The time before or after now on one instrument.
struct Half {
    model::Interval span;
    model::IntervalSet open;
    model::seconds left{};  ///< that may still be occupied
};

/// An instrument with what is booked on it so far.
struct Calendar {
    const InstrumentRow* row = nullptr;
    std::array<Half, 2> halves;
    std::map<model::Instant, model::Instant> taken;  ///< start to end, buffers included
};

Calendar calendar_of(const InstrumentRow& row, model::Instant now) {
    Calendar calendar;
    calendar.row = &row;
    const auto notice = model::minutes(row.policy.min_notice_minutes.value);
    calendar.halves[0].span = {now - past_span, now};
    calendar.halves[1].span = {now + notice, now + future_span};
    for (auto& half : calendar.halves) {
        half.open = scheduler::open_times(row.policy, half.span);
        half.left = model::total_length(half.open) * demo_occupied_percent_max / 100;
    }
    return calendar;
}

// Most bookings are short: the shortest possible time or a few times that, seldom over a working
// day.
model::minutes believable_length(const model::Policy& policy, Random& random) {
    const auto least = policy.min_minutes.value;
    const auto grid = policy.grid_minutes.value;
    const auto usual_most = std::max<std::int64_t>(least * 2, usual_minutes_max);
    const auto most = std::min(policy.max_minutes.value, usual_most);
    const auto step = std::max<std::int64_t>((least < 60 ? 30 : least) / grid * grid, grid);
    const auto first = (least + grid - 1) / grid * grid;
    const auto steps = most > first ? static_cast<std::uint64_t>((most - first) / step) + 1 : 1;
    const auto n = std::min(random.below(steps), random.below(steps));
    return model::minutes(first + static_cast<std::int64_t>(n) * step);
}

bool on_grid(const model::Policy& policy, model::Instant at) {
    return policy.time_zone.to_local(at).second % (policy.grid_minutes.value * 60) == 0;
}

// A start on the grid on a random day of the half, mostly at a time at which people are at work.
model::Instant believable_start(const model::Policy& policy, const Half& half, Random& random) {
    const auto& zone = policy.time_zone;
    const auto days = static_cast<std::uint64_t>(half.span.length() / std::chrono::days(1)) + 1;
    auto day = zone.to_local(half.span.start).day + static_cast<model::LocalDay>(random.below(days));
    int from = 0;
    int to = 24 * 60;
    if (random.percent(working_hours_percent)) {
        from = workday_starts_minute;
        to = workday_ends_minute;
        if (model::weekday_of(day) > 4) {
            day -= 2;
        }
    }
    const auto grid = static_cast<int>(policy.grid_minutes.value);
    const int first = (from + grid - 1) / grid * grid;
    const int steps = std::max((to - first) / grid, 1);
    const int minute = first + grid * static_cast<int>(random.below(static_cast<std::uint64_t>(steps)));
    return zone.to_instant(day, std::min(minute, 24 * 60));
}

bool is_open(const model::IntervalSet& open, const model::Interval& time) {
    const auto after = std::ranges::upper_bound(open, time.start, {}, &model::Interval::start);
    return after != open.begin() && std::prev(after)->contains(time);
}

bool is_free(const Calendar& calendar, const model::Interval& occupied) {
    const auto after = calendar.taken.lower_bound(occupied.end);
    return after == calendar.taken.begin() || std::prev(after)->second <= occupied.start;
}

std::optional<model::Interval> place(Calendar& calendar, Half& half, Random& random) {
    const auto& policy = calendar.row->policy;
    const auto length = believable_length(policy, random);
    const auto start = believable_start(policy, half, random);
    const model::Interval time{start, start + length};
    const model::Interval occupied{time.start - model::minutes(policy.buffer_before_minutes.value),
                                   time.end + model::minutes(policy.buffer_after_minutes.value)};
    if (occupied.length() > half.left || length > model::minutes(policy.max_minutes.value) ||
        !half.span.contains(time) || !on_grid(policy, time.start) || !on_grid(policy, time.end) ||
        !is_open(half.open, time) || !is_free(calendar, occupied)) {
        return std::nullopt;
    }
    half.left -= occupied.length();
    calendar.taken.emplace(occupied.start, occupied.end);
    return time;
}

std::string purpose_of(const model::Instrument& instrument, Random& random) {
    const auto domain = instrument.domains.empty()
                            ? std::string_view{}
                            : std::string_view(instrument.domains[random.below(instrument.domains.size())]);
    const auto purposes = demo_purposes(domain);
    return std::string(purposes[random.below(purposes.size())]);
}

DemoBooking booking_of(const Calendar& calendar, model::Interval time, std::size_t users, Random& random) {
    const auto& [instrument, policy, rates] = *calendar.row;
    DemoBooking booking{.instrument_id = instrument.id, .time = time, .purpose = purpose_of(instrument, random)};
    booking.user = policy.requires_training ? 0 : random.below(users);
    const bool by_sample =
        std::ranges::any_of(rates, [](const model::RateCard& card) { return card.per_sample_fen.fen() > 0; });
    booking.samples = by_sample ? 1 + static_cast<std::int64_t>(random.below(samples_max)) : 0;
    return booking;
}

std::vector<Calendar> used_calendars(std::span<const InstrumentRow> instruments, model::Instant now, Random& random) {
    std::vector<Calendar> calendars;
    for (const auto& row : instruments) {
        if (random.percent(row.policy.requires_training ? used_percent_with_training : used_percent)) {
            calendars.push_back(calendar_of(row, now));
        }
    }
    for (std::size_t i = calendars.size(); i > 1; --i) {
        std::swap(calendars[i - 1], calendars[random.below(i)]);
    }
    return calendars;
}
}  // namespace

std::vector<DemoBooking> demo_bookings(std::span<const InstrumentRow> instruments, std::size_t users, std::size_t n,
                                       model::Instant now, std::uint64_t seed) {
    Random random(seed);
    std::vector<DemoBooking> bookings;
    auto calendars = used_calendars(instruments, now, random);
    if (users == 0 || calendars.empty()) {
        return bookings;
    }
    const auto wanted = std::min(n, bookings_max);
    for (std::size_t i = 0; i < wanted; ++i) {
        const std::size_t half = i * past_percent / 100 != (i + 1) * past_percent / 100 ? 0 : 1;
        for (int attempt = 0; attempt < attempts_per_booking; ++attempt) {
            // The lesser of two draws: some instruments are sought after, most are not.
            const auto at = std::min(random.below(calendars.size()), random.below(calendars.size()));
            auto& calendar = calendars[at];
            if (const auto time = place(calendar, calendar.halves.at(half), random)) {
                bookings.push_back(booking_of(calendar, *time, users, random));
                break;
            }
        }
    }
    std::ranges::sort(bookings, [](const DemoBooking& a, const DemoBooking& b) {
        return std::tie(a.time.start, a.instrument_id) < std::tie(b.time.start, b.instrument_id);
    });
    return bookings;
}

}  // namespace server
