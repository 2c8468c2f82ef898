#include "server/http/problem.hpp"

#include <fmt/format.h>

#include "server/json/write.hpp"

namespace server::http {

using model::Error;
using model::ErrorCode;

namespace {
void append_fields(std::string& out, const Error& error, model::Language language) {
    out += ",\"errors\":[";
    bool first = true;
    for (const auto& field : error.fields()) {
        out += first ? "{\"field\":" : ",{\"field\":";
        first = false;
        json::append_string(out, field.field);
        out += ",\"code\":";
        json::append_string(out, field.code);
        out += ",\"message\":";
        json::append_string(out, field.message.in(language));
        out += '}';
    }
    out += ']';
}

void append_violations(std::string& out, const Error& error, model::Language language) {
    out += ",\"violations\":[";
    bool first = true;
    for (const auto& violation : error.violations()) {
        out += first ? "{\"rule\":" : ",{\"rule\":";
        first = false;
        json::append_string(out, violation.rule);
        out += ",\"message\":";
        json::append_string(out, violation.message.in(language));
        out += ",\"params\":";
        json::write(out, violation.params, {});
        out += '}';
    }
    out += ']';
}
}  // namespace

std::string problem_text(const Error& error, model::Language language, const std::string& request_id,
                         const std::string& extra) {
    const auto& facts = model::facts_of(error.code());
    std::string out = "{\"type\":\"about:blank\",\"title\":";
    json::append_string(out, language == model::Language::zh ? facts.title_zh : facts.title_en);
    fmt::format_to(std::back_inserter(out), ",\"status\":{},\"code\":\"{}\",\"detail\":", facts.status, facts.name);
    std::string detail = error.detail().in(language);
    if (detail.empty() && !error.violations().empty()) {
        for (const auto& violation : error.violations()) {
            detail += detail.empty() ? "" : language == model::Language::zh ? "；" : "; ";
            detail += violation.message.in(language);
        }
    }
    if (detail.empty()) {
        detail = language == model::Language::zh ? facts.title_zh : facts.title_en;
    }
    json::append_string(out, detail);
    append_fields(out, error, language);
    if (!error.violations().empty()) {
        append_violations(out, error, language);
    }
    out += ",\"request_id\":";
    json::append_string(out, request_id);
    out += extra;
    out += '}';
    return out;
}

Response problem(const Error& error, const Request& request, const std::string& extra) {
    Response response;
    response.status = model::facts_of(error.code()).status;
    response.content_type = "application/problem+json";
    response.body = problem_text(error, request.language(), request.request_id, extra);
    if (error.code() == ErrorCode::too_many_requests || error.code() == ErrorCode::overloaded ||
        error.code() == ErrorCode::unavailable) {
        response.headers.emplace_back("Retry-After", error.code() == ErrorCode::too_many_requests ? "30" : "1");
    }
    return response;
}

Response problem_for_status(int status, const std::string& request_id) {
    Request request;
    request.request_id = request_id;
    ErrorCode code = ErrorCode::malformed_request;
    if (status == 413) {
        code = ErrorCode::too_large;
    } else if (status == 431) {
        code = ErrorCode::header_too_large;
    } else if (status == 503) {
        code = ErrorCode::overloaded;
    } else if (status >= 500) {
        code = ErrorCode::internal;
    }
    auto response = problem(Error(code), request);
    response.status = status;
    response.close = true;
    return response;
}

}  // namespace server::http
