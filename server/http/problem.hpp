#pragma once
// Refusals as RFC 9457 problem documents, in the client's language.

#include <string>

#include "model/error.hpp"
#include "server/http/message.hpp"

namespace server::http {

std::string problem_text(const model::Error& error, model::Language language, const std::string& request_id);

/// The refusal in a sentence.
std::string detail_of(const model::Error& error, model::Language language);

/// With status, media type and, where the code asks for it, Retry-After.
Response problem(const model::Error& error, const Request& request);

/// For a status that the connection itself gives (400, 413, 431, 500).
Response problem_for_status(int status, const std::string& request_id);

}  // namespace server::http
