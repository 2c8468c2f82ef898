#pragma once
// The record of a host: how often it took back what was booked, and how long requests waited for its answer. Written
// with the event that it follows from, summed up over a window.

#include <cstdint>
#include <optional>
#include <vector>

#include "model/event.hpp"
#include "scheduler/bookings.hpp"

namespace scheduler {

/// What the event says of the host, if anything. Only people of the staff count as having cancelled, moved or
/// answered somebody else's booking: what the clock or a round decides does not.
std::optional<model::HostDeedKind> host_deed_of(model::EventKind kind, const model::Booking& booking,
                                                const Actor& actor);

/// Writes it down. After the event was appended.
void note_host_deed(Transaction& tx, model::EventKind kind, const model::Booking& booking, const Actor& actor,
                    model::Instant now);

struct HostRecord {
    std::int64_t answered = 0;
    std::int64_t expired = 0;
    std::int64_t cancelled = 0;
    std::int64_t moved = 0;
    std::int64_t displaced = 0;
    std::int64_t bumped = 0;
    /// Of the answers; none where nothing was answered. Nearest rank: the smallest that at least so many percent do
    /// not exceed.
    std::optional<model::Wait> median;
    std::optional<model::Wait> slowest_tenth;  ///< the 90th percentile
};
/// O(n log n).
HostRecord host_record(const std::vector<model::HostDeed>& deeds);

}  // namespace scheduler
