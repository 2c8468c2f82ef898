#pragma once
// Price lines as the store keeps them: compact text, one line after the other.

#include <string>
#include <string_view>
#include <vector>

#include "model/booking.hpp"

namespace server {

/// "code,quantity,unit,unit_fen,percent,amount_fen,per,rule,name_zh,name_en,corrected_at;" for each line; what is left
/// out at the end is as by default. In texts ',', ';' and '%' are written as %2C, %3B and %25.
std::string price_text(const std::vector<model::PriceLine>& lines);

/// The inverse; throws std::runtime_error on text that `price_text` did not write.
std::vector<model::PriceLine> parse_price_text(std::string_view text);

}  // namespace server
