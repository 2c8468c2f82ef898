#include "server/auth/people.hpp"

#include "server/json/write.hpp"
#include "server/storage/rows.hpp"

namespace server {

using namespace model;

namespace {
void load_grants(Database& database, User& user) {
    database.each<std::string, std::string>(
        "SELECT role, scope FROM role_grant WHERE person_id = :id ORDER BY role, scope",
        [&](const std::string& role, const std::string& scope) {
            user.grants.push_back({json::enum_value<Role>(role).value(), scope});
        },
        user.id.value);
}
}  // namespace

std::optional<FoundPerson> find_person(Database& database, const std::string& login) {
    const auto row = database.first<std::int64_t, std::string, std::string, std::string, std::string, std::int64_t>(
        "SELECT id, name, email, organisation_id, password_hash, active FROM person WHERE login = :login", login);
    if (!row) {
        return std::nullopt;
    }
    FoundPerson found;
    found.user.id = UserId{std::get<0>(*row)};
    found.user.login = login;
    found.user.name = std::get<1>(*row);
    found.user.email = std::get<2>(*row);
    found.user.organisation_id = OrganisationId{std::get<3>(*row)};
    found.password_hash = std::get<4>(*row);
    found.user.active = std::get<5>(*row) != 0;
    load_grants(database, found.user);
    found.organisation = find_organisation(database, found.user.organisation_id).value_or(Organisation{});
    return found;
}

void reload_sign_ins(Database& database, SignIns& into) {
    struct Row {
        std::string token_hash, csrf_token, login;
        Instant expires_at{};
    };
    const auto mark = into.mark();
    std::vector<Row> rows;
    database.each<std::string, std::string, std::string, std::int64_t>(
        "SELECT s.token_hash, s.csrf_token, p.login, s.expires_at FROM sign_in s JOIN person p ON p.id = s.person_id "
        "WHERE p.active = 1",
        [&](const std::string& hash, const std::string& csrf, const std::string& login, std::int64_t expires) {
            rows.push_back({hash, csrf, login, instant_of(expires)});
        });
    std::vector<SignIns::Open> open;
    for (auto& sign_in : rows) {
        auto person = find_person(database, sign_in.login);
        auto principal = std::make_shared<Principal>();
        principal->user = std::move(person->user);
        principal->organisation = std::move(person->organisation);
        principal->csrf_token = sign_in.csrf_token;
        principal->token_hash = sign_in.token_hash;
        open.push_back({std::move(principal), sign_in.expires_at});
    }
    into.replace(std::move(open), mark);
}

}  // namespace server
