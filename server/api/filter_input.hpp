#pragma once
// The filter of instruments that bodies carry: the same words as the query of the catalogue's list.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/money.hpp"
#include "model/text.hpp"
#include "server/inventory/search.hpp"

namespace server {

/// Lists are comma-separated.
struct FilterInput {
    std::optional<model::Text<0, 100>> q;
    std::optional<model::Text<0, 1000>> category;
    std::optional<model::Text<0, 1000>> domain;
    std::optional<model::Text<0, 1000>> institution;
    std::optional<model::Text<0, 1000>> platform;
    std::optional<model::Text<0, 100>> status;
    std::optional<bool> sample_service;
    std::optional<bool> requires_training;
    std::optional<model::Money> max_hourly_fen;
};
BOOST_DESCRIBE_STRUCT(FilterInput, (),
                      (q, category, domain, institution, platform, status, sample_service, requires_training,
                       max_hourly_fen))

SearchQuery query_of(const FilterInput& filter);

}  // namespace server
