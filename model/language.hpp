#pragma once
// The two languages of the product. Chinese is the default.

#include <boost/describe.hpp>

namespace model {

enum class Language { zh, en };
BOOST_DESCRIBE_ENUM(Language, zh, en)

}  // namespace model
