#include "model/capital_amount.hpp"

#include <array>
#include <string_view>

namespace model {

namespace {
constexpr std::array<std::string_view, 10> digits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};

/// 1 .. 9999.
std::string section_text(std::uint64_t section) {
    constexpr std::array<std::string_view, 4> places{"仟", "佰", "拾", ""};
    std::string text;
    bool gap = false;
    std::uint64_t unit = 1'000;
    for (const auto place : places) {
        const auto digit = section / unit % 10;
        unit /= 10;
        if (digit == 0) {
            gap = !text.empty();
            continue;
        }
        text += gap ? digits[0] : "";
        gap = false;
        text.append(digits.at(digit)).append(place);
    }
    return text;
}

std::string whole_text(std::uint64_t number);

/// `unit` is 10^4 with 万 or 10^8 with 亿. A part below it that does not fill its first place is led by a 零.
std::string split_text(std::uint64_t number, std::uint64_t unit, std::string_view word) {
    const auto rest = number % unit;
    std::string text = whole_text(number / unit);
    text += word;
    if (rest > 0) {
        text += rest < unit / 10 ? digits[0] : "";
        text += whole_text(rest);
    }
    return text;
}

/// From 1 on.
std::string whole_text(std::uint64_t number) {
    constexpr std::uint64_t wan = 10'000;
    constexpr std::uint64_t yi = 100'000'000;
    if (number >= yi) {
        return split_text(number, yi, "亿");
    }
    return number >= wan ? split_text(number, wan, "万") : section_text(number);
}
}  // namespace

std::string capital_amount(Money amount) {
    const bool negative = amount.fen() < 0;
    const auto raw = static_cast<std::uint64_t>(amount.fen());
    const std::uint64_t fen = negative ? 0 - raw : raw;  // also right for the least value
    const auto yuan = fen / 100;
    const auto jiao = fen / 10 % 10;
    const auto last = fen % 10;
    std::string text = negative ? "负" : "";
    if (yuan > 0) {
        text.append(whole_text(yuan)).append("元");
    } else if (fen == 0) {
        text += "零元";
    }
    if (jiao == 0 && last == 0) {
        return text + "整";
    }
    const bool gap = jiao == 0 || yuan % 10 == 0;
    text += yuan > 0 && gap ? digits[0] : "";
    if (jiao > 0) {
        text.append(digits.at(jiao)).append("角");
    }
    if (last > 0) {
        text.append(digits.at(last)).append("分");
    }
    return text;
}

}  // namespace model
