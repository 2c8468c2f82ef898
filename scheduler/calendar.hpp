#pragma once
// The calendar index: what is taken, in memory. Immutable; a change makes a new index that shares all
// untouched parts, so a reader holds one consistent picture for as long as it likes. Thread-safe.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "model/booking.hpp"
#include "model/interval.hpp"

namespace scheduler {

/// One taken stretch in 32 bytes: seconds since 1970 fit into 32 bits until 2106.
struct Taken {
    std::uint32_t held_start = 0;  ///< with buffers
    std::uint32_t held_end = 0;
    std::uint32_t start = 0;  ///< without
    std::uint32_t end = 0;
    std::int64_t holder_id = 0;
    std::uint16_t lane = 0;
    model::HolderKind kind = model::HolderKind::booking;

    [[nodiscard]] model::Interval held() const { return {at(held_start), at(held_end)}; }
    [[nodiscard]] model::Interval time() const { return {at(start), at(end)}; }
    [[nodiscard]] model::Holder holder() const { return {kind, holder_id}; }
    static model::Instant at(std::uint32_t s) { return model::Instant{model::seconds{s}}; }
    static Taken of(const model::Occupancy& occupancy);
};

/// What is taken of one instrument, sorted by (lane, held_start); within a lane nothing overlaps, so it is
/// sorted by held_end as well. An instrument without bookings is a null pointer.
using InstrumentCalendar = std::vector<Taken>;
using CalendarPtr = std::shared_ptr<const InstrumentCalendar>;

/// A change of one occupancy.
struct OccupancyChange {
    bool added = true;
    model::Occupancy occupancy;  ///< of a removal only the instrument and the holder matter
};

class CalendarIndex {
    friend class CalendarEdit;

  public:
    CalendarIndex() = default;
    /// Of `instruments` instruments by ordinal; `taken` in any order.
    CalendarIndex(std::size_t instruments, std::vector<std::pair<std::uint32_t, Taken>> taken);

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// By the instrument's ordinal in the catalogue. O(1).
    [[nodiscard]] const InstrumentCalendar& at(std::size_t ordinal) const;

  private:
    static constexpr std::size_t chunk_size = 256;
    using Chunk = std::vector<CalendarPtr>;
    std::size_t size_ = 0;
    std::vector<std::shared_ptr<const Chunk>> chunks_;
};

/// A copy of an index with some instruments' calendars changed. Costs one chunk of 256 pointers for each
/// chunk touched and the list of chunks. Used by one thread.
class CalendarEdit {
  public:
    explicit CalendarEdit(const CalendarIndex& from) : index_(from) {}
    void add(std::size_t ordinal, const Taken& taken);
    void remove(std::size_t ordinal, model::Holder holder);
    void replace(std::size_t ordinal, InstrumentCalendar calendar);
    /// The new index; drops what ended before `horizon` of the instruments that were edited.
    [[nodiscard]] CalendarIndex finish(model::Instant horizon);

  private:
    InstrumentCalendar& open(std::size_t ordinal);
    CalendarIndex index_;
    std::vector<std::pair<std::size_t, std::shared_ptr<InstrumentCalendar>>> opened_;
};

}  // namespace scheduler
