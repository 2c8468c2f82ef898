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

struct CategoryFacet {
    std::string value;
    int level = 0;
    std::string parent;
    std::string name_zh;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(CategoryFacet, (), (value, level, parent, name_zh, count))

struct PlainFacet {
    std::string value;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(PlainFacet, (), (value, count))

struct NamedFacet {
    std::string value;
    std::string name_zh;
    std::string name_en;
    std::optional<model::InstitutionId> institution_id;  ///< of a platform
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(NamedFacet, (), (value, name_zh, name_en, institution_id, count))

struct PriceFacet {
    std::string value;
    model::Money min_fen;
    std::optional<model::Money> max_fen;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(PriceFacet, (), (value, min_fen, max_fen, count))

struct FacetsView {
    std::vector<CategoryFacet> category;
    std::vector<PlainFacet> domain;
    std::vector<NamedFacet> institution;
    std::vector<NamedFacet> platform;
    std::vector<PriceFacet> price;
    std::vector<PlainFacet> sample_service;
    std::vector<PlainFacet> requires_training;
    std::vector<PlainFacet> status;
};
BOOST_DESCRIBE_STRUCT(FacetsView, (),
                      (category, domain, institution, platform, price, sample_service, requires_training, status))

}  // namespace server
