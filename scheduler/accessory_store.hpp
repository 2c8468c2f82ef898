#pragma once
// The part of the store's port that is about accessories.

#include <optional>

#include "model/booking.hpp"
#include "model/booking_group.hpp"

namespace scheduler {

class AccessoryStore {
  public:
    AccessoryStore() = default;
    AccessoryStore(const AccessoryStore&) = delete;
    AccessoryStore& operator=(const AccessoryStore&) = delete;
    virtual ~AccessoryStore() = default;

    virtual std::optional<model::Accessory> accessory(model::AccessoryId id) = 0;
    /// Stores a new one (no id) or replaces one; the returned id is set by the store.
    virtual model::AccessoryId put_accessory(const model::Accessory& accessory) = 0;
    /// The number of units, from the first on, that bookings which end after `from` rely on.
    virtual std::int64_t accessory_units_taken(model::AccessoryId id, model::Instant from) = 0;
    /// The number of units that are free throughout `time`.
    virtual std::int64_t accessory_units_left(model::AccessoryId id, model::Interval time) = 0;
    /// Takes units for the time of a booking or an offer that holds a lane; false, and nothing taken, where not enough
    /// are free. The store itself refuses to give a unit twice, whatever the caller does; they come back when the
    /// holder leaves its lane.
    virtual bool take_accessory(const model::AccessoryUse& use, model::Holder holder, model::Interval time) = 0;
};

}  // namespace scheduler
