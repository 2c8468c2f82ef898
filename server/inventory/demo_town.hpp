#pragma once
// The demonstration: a university town with its inventory, people and some weeks of bookings.

#include <cstddef>

#include "model/interval.hpp"
#include "server/storage/writer.hpp"

namespace server {

/// Fills an empty database; does nothing where there is an institution already. All or nothing.
/// Throws std::runtime_error when the store refuses.
void found_demo_town(Writer& writer, model::Instant now, std::size_t bookings);

}  // namespace server
