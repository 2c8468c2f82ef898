#pragma once
// Tokens of programs that act for a person: never more than the person may, and only what their scopes name. The store
// keeps a hash alone. They are read from it at each request, so that one that is revoked ends at once, everywhere.

#include <string_view>

#include "model/interval.hpp"
#include "server/auth/principal.hpp"
#include "server/storage/database.hpp"

namespace server {

/// So that a token is known for what it is where it was left by mistake.
inline constexpr std::string_view token_prefix = "yiqi_";

/// Who the token acts for; nullptr where it does not exist, is over, or its person is not active. `now` is real time.
PrincipalPtr principal_of_token(Database& database, std::string_view token, model::Instant now);

/// "read;book" and back.
std::string scopes_text(const TokenScopes& scopes);
TokenScopes scopes_of(std::string_view text);

}  // namespace server
