#pragma once
// The store's port for the waitlist.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/waitlist.hpp"

namespace scheduler {

/// Time of which somebody gave up a lane.
struct FreedTime {
    model::InstrumentId instrument_id;
    model::Interval time;  ///< without buffers
    model::Interval held;  ///< with
    friend bool operator==(const FreedTime&, const FreedTime&) = default;
};

class WaitlistStore {
  public:
    WaitlistStore() = default;
    WaitlistStore(const WaitlistStore&) = delete;
    WaitlistStore& operator=(const WaitlistStore&) = delete;
    virtual ~WaitlistStore() = default;

    /// Stores a new entry that waits for any of the instruments; the returned id is set by the store.
    virtual model::WaitlistEntryId add_waitlist_entry(const model::WaitlistEntry& entry,
                                                      std::span<const model::InstrumentId> instruments) = 0;
    virtual std::optional<model::WaitlistEntry> waitlist_entry(model::WaitlistEntryId id) = 0;
    /// Stores status, end and booking.
    virtual void update_waitlist_entry(const model::WaitlistEntry& entry) = 0;
    /// Entries with status waiting for the instrument whose range overlaps `range`, oldest first, at most 500.
    virtual std::vector<model::WaitlistEntry> waiting_for(const model::InstrumentId& instrument,
                                                          model::Interval range) = 0;
    /// The instruments of an open entry, at most 1,000.
    virtual std::vector<model::InstrumentId> waitlist_instruments(model::WaitlistEntryId id) = 0;
    virtual std::int64_t open_waitlist_entries(model::UserId user) = 0;
    /// How many of the user's bookings that began after `since` are no-shows.
    virtual std::int64_t no_shows(model::UserId user, model::Instant since) = 0;

    /// What this command has freed since the last call, in order; a changed policy frees all that lies ahead. Part of
    /// it may have been taken again.
    virtual std::vector<FreedTime> take_freed() = 0;
};

}  // namespace scheduler
