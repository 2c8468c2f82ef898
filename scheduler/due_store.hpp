#pragma once
// The store's port for work that waits for its time. Part of a command's transaction: what is due is written
// with the state that needs it, and removed with what doing it changes.

#include <cstdint>
#include <optional>

#include "model/due.hpp"

namespace scheduler {

class DueStore {
  public:
    DueStore() = default;
    DueStore(const DueStore&) = delete;
    DueStore& operator=(const DueStore&) = delete;
    virtual ~DueStore() = default;

    /// Replaces work of the same kind about the same subject.
    virtual void set_due(const model::DueWork& work) = 0;
    /// Nothing happens where there is none.
    virtual void clear_due(model::DueKind kind, std::int64_t subject) = 0;
    /// The first by time, among equals by subject, at or before `until`; nullopt where there is none.
    virtual std::optional<model::DueWork> first_due(model::Instant until) = 0;
};

}  // namespace scheduler
