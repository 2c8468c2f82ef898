#pragma once
// Believable bookings for a demonstration: what a calendar looks like in the weeks around today.

#include "model/id.hpp"
#include "model/interval.hpp"
#include "server/inventory/import.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace server {

/// No instrument is occupied for more than this share of its open time, before and after now each.
inline constexpr int demo_occupied_percent_max = 35;

struct DemoBooking {
    model::InstrumentId instrument_id;
    std::size_t user = 0;  ///< 0 .. users - 1
    model::Interval time;
    std::string purpose{};  ///< Chinese, fitting a service domain of the instrument
    std::int64_t samples = 0;
};

/// About 40 % of `n` bookings end in the three weeks before `now`, the others start in the four
/// weeks after it; none runs at `now`. They keep the opening hours, closures, grid, shortest and
/// longest time of each policy, and never overlap on an instrument (every instrument is treated as
/// of capacity 1, its buffers kept free). Some 60 % of the instruments are used at all; most
/// bookings lie in working hours. Instruments that require training are booked by user 0 only (give
/// that user the training), and half of them not at all.
///
/// Sorted by start, then instrument. The same arguments give the same bookings. Fewer than `n` (at
/// most 1,000,000) where they do not fit. None when users == 0. `now` must be at least 60 days
/// inside the accepted instants. O(n log n) plus O(instruments * days).
std::vector<DemoBooking> demo_bookings(std::span<const InstrumentRow> instruments, std::size_t users, std::size_t n,
                                       model::Instant now, std::uint64_t seed);

}  // namespace server
