#pragma once
// What a search says of the values by which it can be narrowed.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/money.hpp"

namespace server {

struct CategoryFacetView {
    std::string value;
    int level = 0;
    std::string parent;
    std::string name_zh;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(CategoryFacetView, (), (value, level, parent, name_zh, count))

struct PlainFacetView {
    std::string value;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(PlainFacetView, (), (value, count))

struct NamedFacetView {
    std::string value;
    std::string name_zh;
    std::string name_en;
    std::optional<model::InstitutionId> institution_id;  ///< of a platform
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(NamedFacetView, (), (value, name_zh, name_en, institution_id, count))

struct PriceFacetView {
    std::string value;
    model::Money min_fen;
    std::optional<model::Money> max_fen;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(PriceFacetView, (), (value, min_fen, max_fen, count))

struct FacetsView {
    std::vector<CategoryFacetView> category;
    std::vector<PlainFacetView> domain;
    std::vector<NamedFacetView> institution;
    std::vector<NamedFacetView> platform;
    std::vector<PriceFacetView> price;
    std::vector<PlainFacetView> sample_service;
    std::vector<PlainFacetView> requires_training;
    std::vector<PlainFacetView> status;
};
BOOST_DESCRIBE_STRUCT(FacetsView, (),
                      (category, domain, institution, platform, price, sample_service, requires_training, status))

}  // namespace server
