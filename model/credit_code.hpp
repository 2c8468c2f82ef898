#pragma once
// The unified social credit code (统一社会信用代码) of a legal entity, GB 32100-2015: 18 characters, the last of which
// checks the others. Pure and thread-safe.

#include <optional>
#include <string_view>

namespace model {

/// The check character for the first 17; nullopt where one of them is not in the code's alphabet (digits and capital
/// letters without I, O, S, V, Z), or where there are not 17.
std::optional<char> credit_code_check(std::string_view first_17);

/// A whole code whose check character is right. Lower-case letters are not accepted.
bool is_credit_code(std::string_view code);

}  // namespace model
