#include "server/http/message.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include "model/text.hpp"

namespace server::http {

const std::string* Request::parameter(std::string_view name) const {
    for (const auto& [key, value] : query) {
        if (key == name) {
            return &value;
        }
    }
    return nullptr;
}

std::string_view Request::cookie_value(std::string_view name) const {
    std::string_view rest = cookie;
    while (!rest.empty()) {
        auto item = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(rest.size(), item.size() + 1));
        while (item.starts_with(' ')) {
            item.remove_prefix(1);
        }
        if (item.size() > name.size() && item.starts_with(name) && item[name.size()] == '=') {
            return item.substr(name.size() + 1);
        }
    }
    return {};
}

model::Language Request::language() const {
    const std::string_view wanted = accept_language;
    const auto en = wanted.find("en");
    const auto zh = wanted.find("zh");
    return en != std::string_view::npos && (zh == std::string_view::npos || en < zh) ? model::Language::en
                                                                                     : model::Language::zh;
}

Response json_response(int status, std::string body) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

std::optional<Target> parse_target(std::string_view text) {
    constexpr std::size_t target_max = 8192;
    constexpr std::size_t parameters_max = 64;
    if (text.size() > target_max) {
        return std::nullopt;
    }
    const auto parsed = boost::urls::parse_origin_form(boost::core::string_view(text.data(), text.size()));
    if (!parsed) {
        return std::nullopt;
    }
    Target target;
    const auto path = parsed->path();
    target.path.assign(path.data(), path.size());
    for (const auto parameter : parsed->params()) {
        if (target.query.size() == parameters_max) {
            return std::nullopt;
        }
        target.query.emplace_back(std::string(parameter.key.data(), parameter.key.size()),
                                  std::string(parameter.value.data(), parameter.value.size()));
    }
    const auto clean = [](const std::string& part) {
        return model::is_valid_utf8(part) && part.find('\0') == std::string::npos;
    };
    bool good = clean(target.path);
    for (const auto& [key, value] : target.query) {
        good = good && clean(key) && clean(value);
    }
    return good ? std::optional(std::move(target)) : std::nullopt;
}

}  // namespace server::http
