#include "model/credit_code.hpp"

namespace model {

std::optional<char> credit_code_check(std::string_view first_17) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    constexpr std::size_t length = 17;
    constexpr std::size_t modulus = alphabet.size();
    if (first_17.size() != length) {
        return std::nullopt;
    }
    std::size_t sum = 0;
    std::size_t weight = 1;  // the powers of 3, by the standard's table
    for (const char c : first_17) {
        const auto value = alphabet.find(c);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        sum += value * weight;
        weight = weight * 3 % modulus;
    }
    return alphabet[(modulus - sum % modulus) % modulus];
}

bool is_credit_code(std::string_view code) {
    constexpr std::size_t length = 18;
    return code.size() == length && credit_code_check(code.substr(0, length - 1)) == code.back();
}

}  // namespace model
