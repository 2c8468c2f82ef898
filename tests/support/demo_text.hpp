#pragma once
// The files of the demo inventory as text.

#include <string>

#include "server/inventory/demo_data.hpp"

namespace support {

inline std::string demo_text(server::ImportKind kind) {
    for (const auto& [of, text] : server::demo_files()) {
        if (of == kind) {
            return std::string(text);
        }
    }
    return {};
}

}  // namespace support
