#pragma once
// What a new password must be. After NIST SP 800-63B, 5.1.1.2: long, not among those that everybody tries first, not
// the login itself; no rules about kinds of characters.

#include <string>

#include "model/result.hpp"

namespace server {

inline constexpr std::size_t password_characters_min = 10;
inline constexpr std::size_t password_characters_max = 200;

/// Errors: invalid_field about `field` with the code too_short, too_long, well_known or like_login.
model::Result<void> check_new_password(const std::string& field, const std::string& password, const std::string& login);

}  // namespace server
