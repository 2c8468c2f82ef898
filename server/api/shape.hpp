#pragma once
// Shapes of routes from the described types: for the OpenAPI document, next to the handlers that they describe.

#include "server/api/router.hpp"
#include "server/json/schema.hpp"

namespace server {

inline constexpr std::string_view instant_schema = R"({"type":"string","format":"date-time"})";
inline constexpr std::string_view natural_schema = R"({"type":"integer","minimum":0})";
inline constexpr std::string_view boolean_schema = R"({"type":"boolean"})";

/// The parameters of a list that comes in pages, after its own.
inline std::vector<QueryParameter> paged(std::vector<QueryParameter> own = {}) {
    own.push_back({"limit", R"({"type":"integer","minimum":1,"maximum":200})"});
    own.push_back({"cursor"});
    return own;
}

/// The schema of an object with one more member.
inline std::string with_member(std::string object, std::string_view name, std::string_view schema) {
    constexpr std::string_view begin = R"("properties":{)";
    object.insert(object.find(begin) + begin.size(), fmt::format("\"{}\":{},", name, schema));
    return object;
}

inline std::string list_schema_of(std::string_view item) {
    return fmt::format(
        R"({{"type":"object","properties":{{"items":{{"type":"array","items":{}}},"next_cursor":{{"type":["string","null"]}},"total":{{"type":"integer"}}}},"required":["items","next_cursor","total"]}})",
        item);
}

template <class Item>
std::string list_schema() {
    return list_schema_of(json::schema<Item>());
}

}  // namespace server
