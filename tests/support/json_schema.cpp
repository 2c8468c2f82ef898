#include "tests/support/json_schema.hpp"

#include <algorithm>

namespace support {

using nlohmann::json;

namespace {
bool is_of(const json& value, const std::string& type) {
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "integer" && value.is_number_integer()) ||
           (type == "boolean" && value.is_boolean()) || (type == "null" && value.is_null());
}

bool has_type(const json& value, const json& type) {
    return type.is_string()
               ? is_of(value, type)
               : std::ranges::any_of(type, [&](const json& one) { return is_of(value, one.get<std::string>()); });
}

void check_members(const json& value, const json& schema, const std::string& path, std::vector<std::string>& found) {
    const auto properties = schema.value("properties", json::object());
    for (const auto& name : schema.value("required", json::array())) {
        if (!value.contains(name.get<std::string>())) {
            found.push_back(path + " lacks " + name.get<std::string>());
        }
    }
    for (const auto& [name, member] : value.items()) {
        const auto here = path + "." + name;
        if (properties.contains(name)) {
            std::ranges::move(misfits(member, properties.at(name), here), std::back_inserter(found));
        } else if (schema.contains("additionalProperties")) {
            std::ranges::move(misfits(member, schema.at("additionalProperties"), here), std::back_inserter(found));
        } else if (!properties.empty()) {
            found.push_back(here + " is not described");
        }
    }
}
}  // namespace

std::vector<std::string> misfits(const json& value, const json& schema, const std::string& path) {
    std::vector<std::string> found;
    if (schema.contains("anyOf")) {
        const bool fits = std::ranges::any_of(schema.at("anyOf"),
                                              [&](const json& choice) { return misfits(value, choice, path).empty(); });
        if (!fits) {
            found.push_back(path + " fits none of " + schema.at("anyOf").dump().substr(0, 300) + ": " +
                            value.dump().substr(0, 200));
        }
        return found;
    }
    if (schema.contains("type") && !has_type(value, schema.at("type"))) {
        found.push_back(path + " should be " + schema.at("type").dump() + ": " + value.dump().substr(0, 200));
        return found;
    }
    if (schema.contains("enum") && std::ranges::find(schema.at("enum"), value) == schema.at("enum").end()) {
        found.push_back(path + " should be one of " + schema.at("enum").dump() + ": " + value.dump());
    }
    if (value.is_object()) {
        check_members(value, schema, path, found);
    }
    if (value.is_array() && schema.contains("items")) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            std::ranges::move(misfits(value[i], schema.at("items"), path + "[" + std::to_string(i) + "]"),
                              std::back_inserter(found));
        }
    }
    return found;
}

}  // namespace support
