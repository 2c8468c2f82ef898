#pragma once
// One writing process per SQLite store: SQLite 3.40 can damage a WAL that two processes write and checkpoint at
// once (fixed upstream in 3.51.3), and only one process can keep the calendar in memory right.

#include "server/storage/database.hpp"

namespace server {

/// Held while it lives; released by the system however the process ends. PostgreSQL needs none.
class StoreLock {
  public:
    /// Throws std::runtime_error with one sentence when another process has it.
    explicit StoreLock(const DatabaseUrl& url);
    ~StoreLock();
    StoreLock(const StoreLock&) = delete;
    StoreLock& operator=(const StoreLock&) = delete;

  private:
    int file_ = -1;
};

}  // namespace server
