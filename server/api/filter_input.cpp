#include "server/api/filter_input.hpp"

#include <algorithm>
#include <string_view>

namespace server {

using namespace model;

namespace {
template <class Bounded>
std::vector<std::string> split_list(const std::optional<Bounded>& text) {
    std::vector<std::string> parts;
    std::string_view rest = text ? std::string_view(text->value) : std::string_view();
    while (!rest.empty()) {
        const auto part = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (!part.empty()) {
            parts.emplace_back(part);
        }
    }
    return parts;
}
}  // namespace

SearchQuery query_of(const FilterInput& filter) {
    SearchQuery query;
    query.q = filter.q ? filter.q->value : "";
    query.categories = split_list(filter.category);
    query.domains = split_list(filter.domain);
    query.institutions = split_list(filter.institution);
    query.platforms = split_list(filter.platform);
    query.statuses = split_list(filter.status);
    query.sample_service = filter.sample_service;
    query.requires_training = filter.requires_training;
    if (filter.max_hourly_fen) {
        query.max_hourly_fen = filter.max_hourly_fen->fen();
    }
    return query;
}

}  // namespace server
