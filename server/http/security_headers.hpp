#pragma once
// The headers that protect the page, the same on every answer that leaves the server: the handlers' and those that a
// connection makes itself.

#include <string_view>

namespace server::http {

/// Lines as they are sent. Nothing but our own files runs or is embedded. `secure`: the client speaks TLS.
constexpr std::string_view security_headers(bool secure) {
    constexpr std::string_view with_transport =
        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Referrer-Policy: same-origin\r\n"
        "Cross-Origin-Opener-Policy: same-origin\r\n"
        "Cross-Origin-Resource-Policy: same-origin\r\n"
        "Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n"
        "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";
    return secure ? with_transport : with_transport.substr(0, with_transport.find("Strict-Transport-Security"));
}

}  // namespace server::http
