#pragma once
// The files of the web client, read once into memory and served with their compressed variants.

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "server/http/message.hpp"

namespace server::http {

/// Immutable, thread-safe.
class WebFiles {
  public:
    static constexpr std::size_t total_bytes_max = 64ULL * 1024 * 1024;

    /// Reads a folder with an index.html; an empty path means no client. Throws std::runtime_error with one sentence.
    explicit WebFiles(const std::string& folder);

    /// A file, or index.html for a path of the client (one without a dot); 404 as text otherwise.
    [[nodiscard]] Response answer(const Request& request) const;

  private:
    struct File {
        std::shared_ptr<const std::string> plain, brotli, gzip;
        std::string_view type;
        std::string etag;
    };
    std::map<std::string, File, std::less<>> files_;
};

}  // namespace server::http
