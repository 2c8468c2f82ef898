#pragma once
// The store's port for the record of hosts.

#include <optional>

#include "model/host_deed.hpp"

namespace scheduler {

class HostRecordStore {
  public:
    HostRecordStore() = default;
    HostRecordStore(const HostRecordStore&) = delete;
    HostRecordStore& operator=(const HostRecordStore&) = delete;
    virtual ~HostRecordStore() = default;

    /// Rows are never edited or deleted.
    virtual void add_host_deed(const model::HostDeed& deed) = 0;
    /// When the booking was last asked for: made, or moved. By the event log.
    virtual std::optional<model::Instant> asked_at(model::BookingId booking) = 0;
};

}  // namespace scheduler
