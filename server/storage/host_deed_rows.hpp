#pragma once
// What hosts did, as rows.

#include <vector>

#include "model/host_deed.hpp"
#include "server/storage/database.hpp"

namespace server {

/// At most this many of a window are read.
inline constexpr std::int64_t host_deeds_max = 100'000;

/// Of a platform within [from, to), the latest first, at most host_deeds_max.
std::vector<model::HostDeed> find_host_deeds(Database& database, const model::PlatformId& platform,
                                             model::Interval window);

}  // namespace server
