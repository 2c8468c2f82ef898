#pragma once
// The part of the store's port that is about groups of bookings.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/booking.hpp"
#include "model/booking_group.hpp"

namespace scheduler {

class GroupStore {
  public:
    GroupStore() = default;
    GroupStore(const GroupStore&) = delete;
    GroupStore& operator=(const GroupStore&) = delete;
    virtual ~GroupStore() = default;

    /// The returned id is set by the store.
    virtual model::BookingGroupId add_group(const model::BookingGroup& group) = 0;
    virtual std::optional<model::BookingGroup> group(model::BookingGroupId id) = 0;
    virtual void set_group_recurrence(model::BookingGroupId id, const std::string& recurrence) = 0;
    /// All bookings of a group by start, at most 400.
    virtual std::vector<model::Booking> group_members(model::BookingGroupId id) = 0;

    /// Runs a part of the command and undoes what it wrote where it answers false. Parts may nest.
    virtual bool attempt(const std::function<bool()>& part) = 0;
};

}  // namespace scheduler
