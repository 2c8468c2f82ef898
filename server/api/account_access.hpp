#pragma once
// Whose account a caller may look at: one check for accounts, their entries and statements.

#include "server/api/service.hpp"

namespace server {

/// The organisation, when the caller may see its account; not_found otherwise, also where there is none.
model::Result<model::Organisation> visible_organisation(const Call& call, Database& database,
                                                        const model::OrganisationId& id);

}  // namespace server
