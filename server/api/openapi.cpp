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
    if (route.path.find("{id}") != std::string_view::npos) {
        out += R"(,"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}])";
    }
    if (!route.request_schema.empty()) {
        fmt::format_to(std::back_inserter(out),
                       R"(,"requestBody":{{"required":true,"content":{{"application/json":{{"schema":{}}}}}}})",
                       route.request_schema);
    }
    const auto answer = route.answer_schema.empty() ? std::string("{}") : route.answer_schema;
    fmt::format_to(
        std::back_inserter(out),
        R"(,"responses":{{"2XX":{{"description":"the answer","content":{{"application/json":{{"schema":{}}}}}}},"4XX":{{"$ref":"#/components/responses/problem"}},"5XX":{{"$ref":"#/components/responses/problem"}}}}}})",
        answer);
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
