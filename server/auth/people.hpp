#pragma once
// People as the sign-in reads them.

#include <optional>
#include <string>

#include "model/people.hpp"
#include "server/auth/sign_ins.hpp"
#include "server/storage/database.hpp"

namespace server {

struct FoundPerson {
    model::User user;
    model::Organisation organisation;
    std::string password_hash;
};

std::optional<FoundPerson> find_person(Database& database, const std::string& login);

/// Makes `into` hold all sign-ins of the store.
void reload_sign_ins(Database& database, SignIns& into);

}  // namespace server
