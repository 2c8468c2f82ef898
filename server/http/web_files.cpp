#include "server/http/web_files.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "server/auth/secrets.hpp"

namespace server::http {

namespace {
std::string_view type_of(std::string_view name) {
    struct Type {
        std::string_view ending, type;
    };
    constexpr std::array types{
        Type{".html", "text/html; charset=utf-8"},
        Type{".js", "text/javascript; charset=utf-8"},
        Type{".css", "text/css; charset=utf-8"},
        Type{".json", "application/json"},
        Type{".svg", "image/svg+xml"},
        Type{".png", "image/png"},
        Type{".ico", "image/x-icon"},
        Type{".webmanifest", "application/manifest+json"},
        Type{".txt", "text/plain; charset=utf-8"},
        Type{".woff2", "font/woff2"},
    };
    for (const auto& type : types) {
        if (name.ends_with(type.ending)) {
            return type.type;
        }
    }
    return "application/octet-stream";
}

std::shared_ptr<const std::string> read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return std::make_shared<const std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}
}  // namespace

WebFiles::WebFiles(const std::string& folder) {
    namespace fs = std::filesystem;
    if (folder.empty()) {
        return;
    }
    std::error_code error;
    if (!fs::is_regular_file(fs::path(folder) / "index.html", error)) {
        throw std::runtime_error(fmt::format("there is no web client in {} (no index.html)", folder));
    }
    std::size_t total = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        const auto name = "/" + fs::relative(entry.path(), folder).generic_string();
        auto content = read_file(entry.path());
        total += content->size();
        if (total > total_bytes_max) {
            throw std::runtime_error(fmt::format("the web client in {} is larger than 64 MiB", folder));
        }
        if (name.ends_with(".br")) {
            files_[name.substr(0, name.size() - 3)].brotli = std::move(content);
        } else if (name.ends_with(".gz")) {
            files_[name.substr(0, name.size() - 3)].gzip = std::move(content);
        } else {
            auto& file = files_[name];
            file.type = type_of(name);
            file.etag = fmt::format("\"{}\"", hash_of(*content).substr(0, 16));
            file.plain = std::move(content);
        }
    }
}

Response WebFiles::answer(const Request& request) const {
    Response response;
    const bool is_page = request.path.find('.') == std::string::npos;
    const auto found = files_.find(is_page ? std::string_view("/index.html") : std::string_view(request.path));
    if (found == files_.end() || !found->second.plain) {
        response.status = 404;
        response.content_type = "text/plain; charset=utf-8";
        response.body = "没有找到 / not found\n";
        return response;
    }
    if (request.method != Method::get && request.method != Method::head) {
        response.status = 405;
        response.content_type = "text/plain; charset=utf-8";
        response.headers.emplace_back("Allow", "GET, HEAD");
        return response;
    }
    const auto& file = found->second;
    response.content_type = file.type;
    response.headers.emplace_back("ETag", file.etag);
    response.headers.emplace_back("Vary", "Accept-Encoding");
    response.headers.emplace_back(
        "Cache-Control", request.path.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    if (request.if_none_match == file.etag) {
        response.status = 304;
        return response;
    }
    if (file.brotli && request.accept_encoding.find("br") != std::string::npos) {
        response.shared_body = file.brotli;
        response.headers.emplace_back("Content-Encoding", "br");
    } else if (file.gzip && request.accept_encoding.find("gzip") != std::string::npos) {
        response.shared_body = file.gzip;
        response.headers.emplace_back("Content-Encoding", "gzip");
    } else {
        response.shared_body = file.plain;
    }
    return response;
}

}  // namespace server::http
