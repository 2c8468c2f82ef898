#pragma once
// What people book instruments for, by service domain, in Chinese.

#include <span>
#include <string_view>

namespace server {

/// Purposes of a service domain; general ones for a domain that is not known. Never empty.
std::span<const std::string_view> demo_purposes(std::string_view domain);

}  // namespace server
