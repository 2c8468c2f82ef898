#pragma once
// The proofs about the ledger's rows.

#include "server/storage/verify.hpp"
#include "server/storage/verify_problems.hpp"

namespace server {

class Database;

/// Fills in everything of the report but the audit chain.
void verify_ledger_rows(Database& database, BooksReport& report, Problems& problems);

}  // namespace server
