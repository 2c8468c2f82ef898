#pragma once
// The files of demo_data/, compiled in.

#include <array>
#include <string_view>
#include <utility>

#include "server/inventory/import.hpp"

namespace server {

/// In the order in which they import.
std::array<std::pair<ImportKind, std::string_view>, 4> demo_files();

}  // namespace server
