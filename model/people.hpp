#pragma once
// Users, organisations and roles with their scopes.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/money.hpp"

namespace model {

/// enterprise: a company with an account; institution: one of the owners (its id is the institution's);
/// council: the operator of the whole.
enum class OrganisationKind { enterprise, institution, council };
BOOST_DESCRIBE_ENUM(OrganisationKind, enterprise, institution, council)

/// The class of its own in which an institution prices an organisation.
struct ClassAt {
    InstitutionId institution;
    std::string class_name;
};

struct Organisation {
    OrganisationId id;
    OrganisationKind kind = OrganisationKind::enterprise;
    std::string name;
    std::string credit_code;               ///< unified social credit code, 18 characters; empty for institutions
    Money credit_limit;                    ///< how much may be owed and held together
    std::vector<ClassAt> price_classes{};  ///< at most one per institution
};

enum class Role {
    visitor,
    member,
    company_admin,
    operator_,
    platform_admin,
    institution_admin,
    finance,
    secretariat,
    system_admin,
};
BOOST_DESCRIBE_ENUM(Role, visitor, member, company_admin, operator_, platform_admin, institution_admin, finance,
                    secretariat, system_admin)

/// A role with its scope: the id of an organisation, platform or institution; empty = everything.
struct Grant {
    Role role = Role::member;
    std::string scope;
    friend bool operator==(const Grant&, const Grant&) = default;
};
BOOST_DESCRIBE_STRUCT(Grant, (), (role, scope))

struct User {
    UserId id;
    std::string login;
    std::string name;
    std::string email;
    OrganisationId organisation_id;
    std::vector<Grant> grants;
    bool active = true;
};

/// That a user may operate an instrument, until the end of validity.
struct Training {
    UserId user_id;
    InstrumentId instrument_id;
    std::optional<Instant> valid_until;
};

}  // namespace model
