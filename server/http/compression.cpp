#include "server/http/compression.hpp"

#include <zlib.h>

namespace server::http {

void compress(const Request& request, Response& response) {
    constexpr std::size_t worth_bytes = 2048;
    constexpr int fast_level = 3;
    constexpr int gzip_window_bits = 15 + 16;
    if (response.shared_body || response.stream || response.body.size() < worth_bytes ||
        request.accept_encoding.find("gzip") == std::string::npos ||
        !response.content_type.starts_with("application/")) {
        return;
    }
    z_stream stream{};
    if (deflateInit2(&stream, fast_level, Z_DEFLATED, gzip_window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        return;
    }
    std::string out(deflateBound(&stream, static_cast<uLong>(response.body.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(response.body.data());
    stream.avail_in = static_cast<uInt>(response.body.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool complete = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (complete) {
        response.body = std::move(out);
        response.headers.emplace_back("Content-Encoding", "gzip");
        response.headers.emplace_back("Vary", "Accept-Encoding");
    }
}

}  // namespace server::http
