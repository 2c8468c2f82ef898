#include "server/auth/principal.hpp"

#include <algorithm>

namespace server {

using namespace model;

bool Principal::has(Role role, const std::string& scope) const {
    return std::ranges::any_of(user.grants,
                               [&](const Grant& g) { return g.role == role && (g.scope.empty() || g.scope == scope); });
}

bool Principal::has_anywhere(Role role) const {
    return std::ranges::any_of(user.grants, [&](const Grant& g) { return g.role == role; });
}

bool Principal::covers(TokenScope scope) const {
    return !scopes || std::ranges::find(*scopes, scope) != scopes->end();
}

bool may_administer(const Principal& who, const scheduler::InstrumentRecord& i) {
    return who.has(Role::platform_admin, i.instrument.platform_id.value) ||
           who.has(Role::institution_admin, i.institution_id.value) || who.has_anywhere(Role::system_admin);
}

bool may_approve_prices(const Principal& who, const InstitutionId& institution) {
    return who.has(Role::finance, institution.value) || who.has_anywhere(Role::system_admin);
}

bool may_settle_prices(const Principal& who, const InstitutionId& institution) {
    return may_approve_prices(who, institution) || who.has(Role::institution_admin, institution.value);
}

bool may_see_price_changes(const Principal& who, const scheduler::InstrumentRecord& i) {
    return may_administer(who, i) || may_approve_prices(who, i.institution_id);
}

bool may_operate(const Principal& who, const scheduler::InstrumentRecord& i) {
    return who.has(Role::operator_, i.instrument.platform_id.value) || may_administer(who, i);
}

bool may_operate_platform(const Principal& who, const Platform& platform) {
    return who.has(Role::operator_, platform.id.value) || who.has(Role::platform_admin, platform.id.value) ||
           who.has(Role::institution_admin, platform.institution_id.value) || who.has_anywhere(Role::system_admin);
}

bool may_approve(const Principal& who, const scheduler::InstrumentRecord& i, Approval level) {
    switch (level) {
        case Approval::none:
        case Approval::platform_admin:
            return may_administer(who, i);
        case Approval::operator_:
            return may_operate(who, i);
        case Approval::institution_admin:
            return who.has(Role::institution_admin, i.institution_id.value) || who.has_anywhere(Role::system_admin);
    }
    return false;
}

bool may_act_for(const Principal& who, UserId user, const OrganisationId& organisation) {
    return who.user.id == user || who.has(Role::company_admin, organisation.value);
}

bool may_act_for(const Principal& who, const Booking& b) {
    return may_act_for(who, b.user_id, b.organisation_id);
}

bool may_see(const Principal& who, const scheduler::InstrumentRecord& i, UserId user,
             const OrganisationId& organisation) {
    return may_act_for(who, user, organisation) || may_operate(who, i) || who.has_anywhere(Role::secretariat) ||
           may_see_account(who, organisation);
}

bool may_see(const Principal& who, const scheduler::InstrumentRecord& i, const Booking& b) {
    return may_see(who, i, b.user_id, b.organisation_id);
}

bool answers_for_company(const Principal& who) {
    return who.has(Role::company_admin, who.organisation.id.value);
}

bool keeps_the_books(const Principal& who) {
    return who.has(Role::finance, "") || who.has_anywhere(Role::system_admin);
}

bool may_correct(const Principal& who, const std::string& institution_id) {
    return who.has(Role::finance, institution_id) || keeps_the_books(who);
}

bool manages_money_of(const Principal& who, const OrganisationId& organisation) {
    return who.has(Role::company_admin, organisation.value) || keeps_the_books(who);
}

bool may_see_account(const Principal& who, const OrganisationId& organisation) {
    // A finance role is scoped to an institution's own account, or to all of them at the council.
    return who.has(Role::company_admin, organisation.value) || who.has(Role::finance, organisation.value) ||
           who.has(Role::institution_admin, organisation.value) || who.has_anywhere(Role::secretariat) ||
           who.has_anywhere(Role::system_admin);
}

}  // namespace server
