// The organisations whose accounts the caller may look at.

#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"

namespace server {

using namespace model;

namespace {
struct OrganisationView {
    OrganisationId id;
    OrganisationKind kind = OrganisationKind::enterprise;
    std::string name;
    std::string credit_code;
};
BOOST_DESCRIBE_STRUCT(OrganisationView, (), (id, kind, name, credit_code))

/// `text` so that LIKE takes every character of it as it is; the escape is '!'.
std::string like_pattern(const std::string& text) {
    std::string out = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '!') {
            out += '!';
        }
        out += c;
    }
    return out + "%";
}
}  // namespace

Result<Answer> list_organisations(const Call& call, Database& database) {
    constexpr std::size_t query_max = 100;
    TRY(const auto page, page_of(call));
    const auto& q = call.query("q");
    if (q.size() > query_max) {
        return Error(ErrorCode::malformed_request)
            .with_field({"q", "too_long", {"最多 100 个字节", "at most 100 bytes"}});
    }
    // Few, and who may see which is said in one place: they are filtered here, not in SQL.
    std::vector<std::string> found;
    database.each<std::string, std::string, std::string, std::string>(
        "SELECT id, kind, name, credit_code FROM organisation WHERE lower(name) LIKE lower(:name) ESCAPE '!' OR "
        "lower(id) LIKE lower(:id) ESCAPE '!' OR lower(credit_code) LIKE lower(:code) ESCAPE '!' ORDER BY name, id "
        "LIMIT 20000",
        [&](const std::string& id, const std::string& kind, const std::string& name, const std::string& code) {
            if (may_see_account(*call.who, OrganisationId{id})) {
                found.push_back(json::to_text(OrganisationView{
                    OrganisationId{id}, json::enum_value<OrganisationKind>(kind).value(), name, code}));
            }
        },
        like_pattern(q), like_pattern(q), like_pattern(q));
    const auto first = std::min(static_cast<std::size_t>(page.offset), found.size());
    const auto last = std::min(first + page.limit, found.size());
    const std::vector<std::string> items(found.begin() + static_cast<std::ptrdiff_t>(first),
                                         found.begin() + static_cast<std::ptrdiff_t>(last));
    return Answer{200, list_text(items, page, static_cast<std::int64_t>(found.size()))};
}

Shape organisations_shape() {
    return {list_schema<OrganisationView>(), {}, paged({{"q"}})};
}

}  // namespace server
