#pragma once
// gzip for answers that are made on the fly.

#include "server/http/message.hpp"

namespace server::http {

/// Compresses the body when it is text of some size and the client takes gzip.
void compress(const Request& request, Response& response);

}  // namespace server::http
