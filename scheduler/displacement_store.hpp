#pragma once
// The part of the store's port that is about displaced bookings.

#include <optional>

#include "model/displacement.hpp"

namespace scheduler {

class DisplacementStore {
  public:
    DisplacementStore() = default;
    DisplacementStore(const DisplacementStore&) = delete;
    DisplacementStore& operator=(const DisplacementStore&) = delete;
    virtual ~DisplacementStore() = default;

    virtual void add_displacement(const model::Displacement& displacement) = 0;
    /// nullopt where the booking never lost its place.
    virtual std::optional<model::Displacement> displacement(model::BookingId id) = 0;
    /// From open to a final end (an assertion).
    virtual void end_displacement(model::BookingId id, model::DisplacementEnd end, model::BookingId replaced_by) = 0;
    /// Once for an outage.
    virtual void add_replanning(model::OutageId id, const model::ReplanningFigures& figures) = 0;
};

}  // namespace scheduler
