#pragma once
// How alike two instruments are for somebody who cannot have the one. Pure and thread-safe.

#include <cstdint>
#include <string_view>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/instrument.hpp"

namespace scheduler {

/// The finest level of the national classification (大类, 中类, 小类) that both share. A code of "others" (99 or 00 at
/// a level) names no kind of instrument: two instruments that only share such a code are alike one level above it.
enum class Kinship { minor, middle, major, none };
BOOST_DESCRIBE_ENUM(Kinship, minor, middle, major, none)

/// Where one is, seen from the other. The inventory knows no coordinates; a building is the first word of the
/// location, within one institution.
enum class Place { building, platform, institution, elsewhere };
BOOST_DESCRIBE_ENUM(Place, building, platform, institution, elsewhere)

Kinship kinship_of(const model::CategoryCode& a, const model::CategoryCode& b);

struct Site {
    const model::Instrument& instrument;
    const model::InstitutionId& institution;
};
Place place_of(const Site& a, const Site& b);

/// How many of the wanted key specifications the other one has too. Specifications are separated by a semicolon; one
/// is comparable where the words before its first digit are the same, and equal where all of it is.
struct SpecMatch {
    std::int64_t wanted = 0;
    std::int64_t comparable = 0;  ///< the equal ones included
    std::int64_t equal = 0;
};
SpecMatch compare_specs(std::string_view wanted, std::string_view other);

}  // namespace scheduler
