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
    operators_of_the_house,  ///< system_admin
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
    boost::asio::awaitable<http::Response> run_command(const Route& route, const CommandHandler& handler, Call& call);
    boost::asio::awaitable<std::string> with_addition(const Route& route, Call& call, std::string answer);
    boost::asio::awaitable<http::Response> run_read(const ReadHandler& handler, Call& call);

    Services& services_;
    std::vector<Route> routes_;
    std::vector<std::vector<std::string>> segments_;  ///< of each route
};

/// The whole table.
std::vector<Route> route_table(const Services& services);

/// The OpenAPI 3.1 document of the table.
std::string openapi_text(const std::vector<Route>& routes);

}  // namespace server
