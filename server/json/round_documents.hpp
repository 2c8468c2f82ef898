#pragma once
// How the documents of rounds are read back from the store.

#include <stdexcept>
#include <string_view>

#include "model/round.hpp"
#include "server/json/read.hpp"

namespace server::json {

/// A value that this program wrote; throws std::runtime_error where the text is something else.
template <class T>
T stored(std::string_view text) {
    auto value = from_text<T>(text);
    if (!value) {
        throw std::runtime_error("a stored document does not parse");
    }
    return *std::move(value);
}

}  // namespace server::json
