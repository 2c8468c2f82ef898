#pragma once
// The one route table: method, path, who may call it, what it takes and answers, and the handler. It drives
// routing, permission checks and the OpenAPI document.

#include <string>
#include <string_view>
#include <vector>

#include "server/api/service.hpp"

namespace server {

/// The roles that may call a route at all; the handler then checks the scope.
enum class Audience {
    everybody,               ///< visitors too
    signed_in,               ///< any role
    staff,                   ///< operator, platform_admin, institution_admin, system_admin
    admins,                  ///< platform_admin, institution_admin, system_admin
    money,                   ///< finance, system_admin
    council,                 ///< secretariat, system_admin
    staff_and_council,       ///< staff, secretariat
    operators_of_the_house,  ///< system_admin
};

struct QueryParameter {
    std::string_view name;
    std::string_view schema = R"({"type":"string"})";
};

/// What a route takes and answers: JSON schemas (an empty one: no body), and the parameters of its query.
struct Shape {
    std::string answer = {};
    std::string request = {};
    std::vector<QueryParameter> query = {};
};

struct Route {
    http::Method method;
    std::string_view path;  ///< e.g. "/api/v1/bookings/{id}"
    Audience audience;
    std::string_view summary;
    Handler handler;
    std::string request_schema = {};  ///< JSON schema of the body; empty = none
    std::string answer_schema = {};
    Addition addition = {};  ///< to the problem of a taken slot
    bool needs_if_match = false;
    bool adds_to_answers = false;  ///< the addition goes to every good answer, too
    std::vector<QueryParameter> query = {};
    std::string_view answer_type = "application/json";  ///< empty: no content
    std::string_view request_type = "application/json";
};

class Router {
  public:
    Router(Services& services, std::vector<Route> routes);

    /// Answers any request below /api/v1 and the health routes; never throws. Must be awaited on the
    /// connection's thread.
    boost::asio::awaitable<http::Response> answer(http::Request request);

    /// True where the path belongs to the router and not to the web client's files.
    [[nodiscard]] static bool owns(std::string_view path);

    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

  private:
    struct Match {
        const Route* route = nullptr;
        std::vector<std::string> parameters;
        bool path_known = false;
    };
    [[nodiscard]] Match match(const http::Request& request) const;
    [[nodiscard]] std::optional<model::Error> refuse(const Route& route, const Call& call) const;
    boost::asio::awaitable<http::Response> run(const Route& route, Call& call);
    boost::asio::awaitable<http::Response> run_command(const Route& route, Call& call,
                                                       model::Result<CommandBody> prepared);
    boost::asio::awaitable<http::Response> run_prepared(const Route& route, const PreparedHandler& handler, Call& call);
    boost::asio::awaitable<http::Response> answer_again(const Route& route, Call& call, KeptAnswer kept);
    boost::asio::awaitable<std::string> with_addition(const Route& route, Call& call, std::string answer);
    boost::asio::awaitable<http::Response> run_read(const ReadHandler& handler, Call& call);

    Services& services_;
    std::vector<Route> routes_;
    std::vector<std::vector<std::string>> segments_;  ///< of each route
};

/// A good answer as a response; 304 where the caller has it already.
http::Response respond(const Call& call, Answer answer);

/// The whole table.
std::vector<Route> route_table(const Services& services);

/// The OpenAPI 3.1 document of the table.
std::string openapi_text(const std::vector<Route>& routes);

}  // namespace server
