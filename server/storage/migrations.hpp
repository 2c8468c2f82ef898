#pragma once
// The schema as an ordered list of steps, forward only. Each database remembers the last step it took.

#include <cstdint>

#include "server/storage/database.hpp"

namespace server {

/// The version that this program needs.
std::int64_t newest_schema_version();

/// 0 for an empty database.
std::int64_t schema_version(Database& database);

/// Takes all missing steps up to `until`, each in a transaction of its own. Throws StoreError; a database that is
/// newer than the program is refused.
void migrate(Database& database, std::int64_t until = newest_schema_version());

}  // namespace server
