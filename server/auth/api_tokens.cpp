#include "server/auth/api_tokens.hpp"

#include "server/auth/people.hpp"
#include "server/auth/secrets.hpp"
#include "server/json/write.hpp"
#include "server/storage/joined_names.hpp"
#include "server/storage/rows.hpp"

namespace server {

using namespace model;

std::string scopes_text(const TokenScopes& scopes) {
    std::string text;
    for (const auto scope : scopes) {
        text += (text.empty() ? "" : ";") + std::string(json::enum_name(scope));
    }
    return text;
}

TokenScopes scopes_of(std::string_view text) {
    TokenScopes scopes;
    for (const auto& name : split_names(text)) {
        scopes.push_back(json::enum_value<TokenScope>(name).value());
    }
    return scopes;
}

PrincipalPtr principal_of_token(Database& database, std::string_view token, Instant now) {
    if (!token.starts_with(token_prefix)) {
        return nullptr;
    }
    const auto row = database.first<std::string, std::string>(
        "SELECT p.login, t.scopes FROM api_token t JOIN person p ON p.id = t.person_id WHERE t.token_hash = :hash AND "
        "p.active = 1 AND (t.expires_at IS NULL OR t.expires_at > :now)",
        hash_of(token), seconds_of(now));
    if (!row) {
        return nullptr;
    }
    auto person = find_person(database, std::get<0>(*row));
    auto principal = std::make_shared<Principal>();
    principal->user = std::move(person->user);
    principal->organisation = std::move(person->organisation);
    principal->scopes = scopes_of(std::get<1>(*row));
    return principal;
}

}  // namespace server
