#pragma once
// Accessories as they are entered and shown.

#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/text.hpp"

namespace server {

struct AccessoryData {
    std::optional<model::InstrumentId> instrument_id;  ///< none = every instrument of the platform
    model::Text<1, 100> name_zh;
    model::Text<0, 100> name_en;
    model::Bounded<0, 1'000> stock;
};
BOOST_DESCRIBE_STRUCT(AccessoryData, (), (instrument_id, name_zh, name_en, stock))

struct AccessoryView {
    model::AccessoryId id;
    model::PlatformId platform_id;
    std::optional<model::InstrumentId> instrument_id;
    std::string name_zh;
    std::string name_en;
    std::int64_t stock = 0;
    std::optional<std::int64_t> left;  ///< units that are free throughout the time that was asked about
};
BOOST_DESCRIBE_STRUCT(AccessoryView, (), (id, platform_id, instrument_id, name_zh, name_en, stock, left))

}  // namespace server
