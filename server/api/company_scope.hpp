#pragma once
// Lists of one's own things that a company's admin may see for the whole company.

#include "server/api/service.hpp"

namespace server {

/// Whether `?scope=organisation` is asked for; `mine` is the default. Errors: not_allowed unless the caller answers for
/// the company, malformed_request for any other scope.
model::Result<bool> company_scope(const Call& call);

}  // namespace server
