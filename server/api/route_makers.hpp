#pragma once
// Rows of the route table, written short.

#include <string>
#include <string_view>
#include <utility>

#include "server/api/router.hpp"

namespace server {

inline Route get(std::string_view path, Audience audience, std::string_view summary, Handler handler,
                 std::string answer = {}) {
    return Route{http::Method::get, path, audience, summary, std::move(handler), {}, std::move(answer)};
}

inline Route post(std::string_view path, Audience audience, std::string_view summary, Handler handler,
                  std::string request = {}, std::string answer = {}) {
    return Route{http::Method::post, path, audience, summary, std::move(handler), std::move(request),
                 std::move(answer)};
}

inline Route shaped(Route route, Shape shape) {
    route.request_schema = std::move(shape.request);
    route.answer_schema = std::move(shape.answer);
    route.query = std::move(shape.query);
    return route;
}

inline Route get(std::string_view path, Audience audience, std::string_view summary, Handler handler, Shape shape) {
    return shaped(get(path, audience, summary, std::move(handler)), std::move(shape));
}

inline Route post(std::string_view path, Audience audience, std::string_view summary, Handler handler, Shape shape) {
    return shaped(post(path, audience, summary, std::move(handler)), std::move(shape));
}

/// Answers something else than JSON; nothing at all where `type` is empty.
inline Route answering(std::string_view type, Route route) {
    route.answer_type = type;
    return route;
}

inline Route put_document(std::string_view path, Audience audience, std::string_view summary, Handler handler,
                          const std::string& schema) {
    return Route{http::Method::put, path, audience, summary, std::move(handler), schema, schema, {}, true};
}

/// The routes about companies' money.
void add_money_routes(std::vector<Route>& table);

}  // namespace server
