#pragma once
// The inventory: institutions own platforms, platforms own instruments.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/money.hpp"
#include "model/policy.hpp"
#include "model/rates.hpp"

namespace model {

struct Institution {
    InstitutionId id;
    std::string name_zh;
    std::string name_en;
    std::string short_name;
    std::string time_zone = "Asia/Shanghai";
};

struct Platform {
    PlatformId id;
    InstitutionId institution_id;
    std::string name_zh;
    std::string name_en;
    std::vector<std::string> industry_domains;
    std::string level;
    std::string pairing_intention;
    std::string contact;
};

/// A node of the national classification. Codes repeat across levels, so the key is (code, level).
struct Category {
    CategoryCode code;
    int level = 1;
    CategoryCode parent_code;
    std::string name_zh;
};

enum class InstrumentStatus { available, out_of_service, retired };
BOOST_DESCRIBE_ENUM(InstrumentStatus, available, out_of_service, retired)

/// The description of an instrument without its documents and lifecycle.
struct Instrument {
    InstrumentId id;
    PlatformId platform_id;
    std::string name_zh;
    std::string name_en;
    std::string model;
    std::string manufacturer;
    CategoryCode category_code;
    std::string category_zh;           ///< "大类/中类/小类"
    std::vector<std::string> domains;  ///< service domains
    std::string specs;
    std::int64_t original_value_cny = 0;
    int commissioned_year = 0;
    std::string location;
    bool sample_service = false;
    InstrumentStatus status = InstrumentStatus::available;
};

}  // namespace model
