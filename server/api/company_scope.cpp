#include "server/api/company_scope.hpp"

namespace server {

using namespace model;

Result<bool> company_scope(const Call& call) {
    const auto& scope = call.query("scope");
    if (scope.empty() || scope == "mine") {
        return false;
    }
    if (scope != "organisation") {
        return Error(ErrorCode::malformed_request)
            .with_field({"scope", "unknown", {"应为 mine 或 organisation", "must be mine or organisation"}});
    }
    if (!answers_for_company(*call.who)) {
        return ErrorCode::not_allowed;
    }
    return true;
}

}  // namespace server
