#pragma once
// The sign-ins of the demonstration.

#include <span>
#include <string_view>

#include "model/people.hpp"

namespace server {

inline constexpr std::string_view demo_password = "demo-password";

struct DemoPerson {
    std::string_view login;
    std::string_view name;
    model::Role role;
    std::string_view scope;         ///< of the role
    std::string_view organisation;  ///< id
    std::string_view title_zh;
    std::string_view title_en;
};

/// In the order in which the sign-in page offers them.
std::span<const DemoPerson> demo_people();

/// The companies and the council they belong to.
std::span<const model::Organisation> demo_organisations();

}  // namespace server
