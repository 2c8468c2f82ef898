#pragma once
// Holds a JSON value against a schema, as far as the server's document uses JSON Schema. Stricter than the standard in
// one point: a member that an object's schema does not name is a finding.

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace support {

/// Sentences with the path of each finding; empty where the value fits.
std::vector<std::string> misfits(const nlohmann::json& value, const nlohmann::json& schema,
                                 const std::string& path = "$");

}  // namespace support
