#pragma once
// Lists of names in one column: "a;b;c". The names hold no semicolon.

#include <string>
#include <string_view>
#include <vector>

namespace server {

/// An empty text is an empty list.
inline std::vector<std::string> split_names(std::string_view joined) {
    std::vector<std::string> names;
    while (!joined.empty()) {
        const auto end = joined.find(';');
        names.emplace_back(joined.substr(0, end));
        joined.remove_prefix(end == std::string_view::npos ? joined.size() : end + 1);
    }
    return names;
}

}  // namespace server
