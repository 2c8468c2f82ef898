#pragma once
// The part of the store's port that is about shifts by agreement.

#include <optional>

#include "model/shift.hpp"

namespace scheduler {

class ShiftStore {
  public:
    ShiftStore() = default;
    ShiftStore(const ShiftStore&) = delete;
    ShiftStore& operator=(const ShiftStore&) = delete;
    virtual ~ShiftStore() = default;

    /// The returned id is set by the store. The store refuses a second open one for a use.
    virtual model::ShiftId add_shift(const model::Shift& shift) = 0;
    virtual std::optional<model::Shift> shift(model::ShiftId id) = 0;
    /// The open one that concerns the booking, on either side.
    virtual std::optional<model::Shift> open_shift(model::BookingId booking) = 0;
    /// From open to a final state (an assertion).
    virtual void close_shift(model::ShiftId id, model::ShiftStatus status) = 0;
};

}  // namespace scheduler
