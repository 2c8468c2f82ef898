#pragma once
// What the auditor rebuilt from the events, held against the rows of the store.

#include "server/storage/database.hpp"
#include "tests/contract/auditor.hpp"

namespace contract {

/// Blames the auditor's store for every row that says otherwise.
void compare_with_rows(Auditor& auditor, server::Database& database);

}  // namespace contract
