#include "server/http/problem.hpp"

#include <fmt/format.h>

#include "server/json/write.hpp"

namespace server::http {

using model::Error;
using model::ErrorCode;

std::string detail_of(const Error& error, model::Language language) {
    std::string detail = error.detail().in(language);
    if (detail.empty()) {
        for (const auto& violation : error.violations()) {
            detail += detail.empty() ? "" : language == model::Language::zh ? "；" : "; ";
            detail += violation.message.in(language);
        }
    }
    if (detail.empty()) {
        const auto& facts = model::facts_of(error.code());
        detail = language == model::Language::zh ? facts.title_zh : facts.title_en;
    }
    return detail;
}

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

std::string refusal_text(const Error& error, model::Language language) {
    std::string out = fmt::format(R"({{"code":"{}","detail":)", model::facts_of(error.code()).name);
    json::append_string(out, detail_of(error, language));
    append_fields(out, error, language);
    append_violations(out, error, language);
    return out + '}';
}

void append_items(std::string& out, const Error& error, model::Language language) {
    out += ",\"items\":[";
    bool first = true;
    for (const auto& item : error.items()) {
        fmt::format_to(std::back_inserter(out), R"({}{{"index":{},"instrument_id":)", first ? "" : ",", item.index);
        first = false;
        json::append_string(out, item.instrument_id);
        out += ",\"start\":";
        json::write(out, item.time.start, {});
        out += ",\"end\":";
        json::write(out, item.time.end, {});
        out += ",\"refused\":";
        Error refusal(item.code, item.detail);
        refusal.with_violations(item.violations);
        for (const auto& field : item.fields) {
            refusal.with_field(field);
        }
        out += refusal_text(refusal, language);
        out += '}';
    }
    out += ']';
}
}  // namespace

std::string problem_text(const Error& error, model::Language language, const std::string& request_id) {
    const auto& facts = model::facts_of(error.code());
    std::string out = "{\"type\":\"about:blank\",\"title\":";
    json::append_string(out, language == model::Language::zh ? facts.title_zh : facts.title_en);
    fmt::format_to(std::back_inserter(out), ",\"status\":{},\"code\":\"{}\",\"detail\":", facts.status, facts.name);
    json::append_string(out, detail_of(error, language));
    append_fields(out, error, language);
    if (!error.violations().empty()) {
        append_violations(out, error, language);
    }
    if (!error.items().empty()) {
        append_items(out, error, language);
    }
    out += ",\"request_id\":";
    json::append_string(out, request_id);
    out += '}';
    return out;
}

Response problem(const Error& error, const Request& request) {
    Response response;
    response.status = model::facts_of(error.code()).status;
    response.content_type = "application/problem+json";
    response.body = problem_text(error, request.language(), request.request_id);
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
    } else if (status >= 500) {
        code = ErrorCode::internal;
    }
    auto response = problem(Error(code), request);
    response.status = status;
    response.close = true;
    return response;
}

}  // namespace server::http
