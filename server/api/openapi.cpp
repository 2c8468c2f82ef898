// The OpenAPI document of the route table.

#include <map>

#include <fmt/format.h>

#include "server/api/router.hpp"
#include "server/json/write.hpp"

namespace server {

namespace {
std::string_view method_name(http::Method method) {
    switch (method) {
        case http::Method::get:
            return "get";
        case http::Method::post:
            return "post";
        case http::Method::put:
            return "put";
        case http::Method::delete_:
            return "delete";
        case http::Method::patch:
            return "patch";
        case http::Method::head:
        case http::Method::other:
            break;
    }
    return "trace";
}

std::string_view audience_name(Audience audience) {
    switch (audience) {
        case Audience::everybody:
            return "visitor";
        case Audience::signed_in:
            return "any role";
        case Audience::staff:
            return "operator, platform_admin, institution_admin, system_admin";
        case Audience::admins:
            return "platform_admin, institution_admin, system_admin";
        case Audience::money:
            return "finance, system_admin";
        case Audience::council:
            return "secretariat, system_admin";
        case Audience::staff_and_council:
            return "operator, platform_admin, institution_admin, secretariat, system_admin";
        case Audience::operators_of_the_house:
            return "system_admin";
    }
    return "";
}

void append_parameters(std::string& out, const Route& route) {
    std::string parameters;
    const auto add = [&](std::string_view name, std::string_view in, std::string_view schema, bool required = false) {
        fmt::format_to(std::back_inserter(parameters), R"({}{{"name":"{}","in":"{}",{}"schema":{}}})",
                       parameters.empty() ? "" : ",", name, in, required ? R"("required":true,)" : "", schema);
    };
    constexpr std::string_view text = R"({"type":"string"})";
    if (route.path.find("{id}") != std::string_view::npos) {
        add("id", "path", text, true);
    }
    for (const auto& parameter : route.query) {
        add(parameter.name, "query", parameter.schema);
    }
    if (std::holds_alternative<CommandHandler>(route.handler) ||
        std::holds_alternative<PreparedHandler>(route.handler)) {
        add("Idempotency-Key", "header", R"({"type":"string","maxLength":200})");
        add("If-Match", "header", text, route.needs_if_match);
    }
    if (!parameters.empty()) {
        fmt::format_to(std::back_inserter(out), R"(,"parameters":[{}])", parameters);
    }
}

std::string operation(const Route& route) {
    std::string out = "{\"summary\":";
    json::append_string(out, route.summary);
    fmt::format_to(
        std::back_inserter(out), ",\"operationId\":\"{}{}\",\"x-audience\":\"{}\"", method_name(route.method),
        [&] {
            std::string id;
            for (const char c : route.path) {
                id += c == '/' || c == '-' || c == '.' ? '_' : c;
            }
            std::erase_if(id, [](char c) { return c == '{' || c == '}'; });
            return id;
        }(),
        audience_name(route.audience));
    append_parameters(out, route);
    if (!route.request_schema.empty()) {
        // The body of an action in which nothing is required may be left out; a document may not.
        fmt::format_to(std::back_inserter(out),
                       R"(,"requestBody":{{"required":{},"content":{{"{}":{{"schema":{}}}}}}})",
                       route.method == http::Method::put || !route.request_schema.ends_with(R"("required":[]})"),
                       route.request_type, route.request_schema);
    }
    out += R"(,"responses":{)";
    if (route.answer_type.empty()) {
        out += R"("204":{"description":"done"})";
    } else {
        fmt::format_to(std::back_inserter(out),
                       R"("2XX":{{"description":"the answer","content":{{"{}":{{"schema":{}}}}}}})", route.answer_type,
                       route.answer_schema.empty() ? R"({"type":"string"})" : route.answer_schema);
    }
    out += R"(,"4XX":{"$ref":"#/components/responses/problem"},"5XX":{"$ref":"#/components/responses/problem"}}})";
    return out;
}
}  // namespace

std::string openapi_text(const std::vector<Route>& routes) {
    std::map<std::string_view, std::string> paths;
    for (const auto& route : routes) {
        auto& operations = paths[route.path];
        operations += operations.empty() ? "" : ",";
        operations += fmt::format("\"{}\":{}", method_name(route.method), operation(route));
    }
    std::string out =
        R"({"openapi":"3.1.0","info":{"title":"Yiqi","version":"1","description":"Shared scientific instruments: find, price, book, approve, use, charge, state."},"servers":[{"url":"/"}],"paths":{)";
    bool first = true;
    for (const auto& [path, operations] : paths) {
        fmt::format_to(std::back_inserter(out), "{}\"{}\":{{{}}}", first ? "" : ",", path, operations);
        first = false;
    }
    out +=
        R"json(},"components":{"responses":{"problem":{"description":"a problem (RFC 9457)","content":{"application/problem+json":{"schema":{"type":"object","properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},"code":{"type":"string"},"request_id":{"type":"string"},"errors":{"type":"array","items":{"type":"object","properties":{"field":{"type":"string"},"code":{"type":"string"},"message":{"type":"string"}}}}},"required":["type","title","status","code"]}}}}}}})json";
    return out;
}

}  // namespace server
