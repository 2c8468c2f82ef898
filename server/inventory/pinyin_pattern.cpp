#include "server/inventory/pinyin_pattern.hpp"

#include <algorithm>
#include <bit>

namespace server {
namespace {

constexpr std::uint64_t bit(std::size_t position) {
    return std::uint64_t{1} << position;
}

std::size_t common_length(std::string_view a, std::string_view b) {
    const auto [end, unused] = std::ranges::mismatch(a, b);
    return static_cast<std::size_t>(end - a.begin());
}

/// 2 for zh, ch, sh, else 1.
std::size_t initial_length(std::string_view spelling) {
    return spelling.size() > 1 && spelling[1] == 'h' ? 2 : 1;
}

}  // namespace

bool is_pinyin_word(std::string_view word) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !word.empty() && word.size() <= PinyinPattern::max_letters && std::ranges::any_of(word, is_letter) &&
           std::ranges::all_of(word, [&](char c) { return is_letter(c) || is_digit(c); });
}

std::optional<PinyinPattern> PinyinPattern::make(std::string_view word, PinyinStyle style, const Pinyin& pinyin) {
    if (!is_pinyin_word(word)) {
        return std::nullopt;
    }
    return PinyinPattern(word, style, pinyin);
}

PinyinPattern::PinyinPattern(std::string_view word, PinyinStyle style, const Pinyin& pinyin)
    : length_(word.size()), next_(pinyin.syllable_count() * length_), accept_(pinyin.syllable_count()) {
    for (std::size_t syllable = 0; syllable < accept_.size(); ++syllable) {
        const std::string_view spelling = pinyin.spelling(static_cast<Syllable>(syllable));
        for (std::size_t at = 0; at < length_; ++at) {
            if (word[at] != spelling[0]) {
                continue;
            }
            const std::size_t common = common_length(word.substr(at), spelling);
            std::uint64_t& next = next_[syllable * length_ + at];
            next |= common == spelling.size() ? bit(at + common) : 0;
            if (style == PinyinStyle::mixed) {
                next |= bit(at + 1);
                next |= common >= initial_length(spelling) ? bit(at + initial_length(spelling)) : 0;
            }
            if (at + common == length_ || (next & bit(length_)) != 0) {
                accept_[syllable] |= bit(at);
            }
        }
    }
}

bool PinyinPattern::matches(std::span<const PinyinUnit> units, PinyinStart start, const Pinyin& pinyin) const {
    std::uint64_t consumed = 0;
    bool after_latin = false;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const bool latin = pinyin.is_latin(units[i]);
        if (i == 0 || (start == PinyinStart::anywhere && !(latin && after_latin))) {
            consumed |= 1;
        }
        after_latin = latin;
        std::uint64_t after = 0;
        for (const Syllable syllable : pinyin.readings(units[i])) {
            if ((accept_[syllable] & consumed) != 0) {
                return true;
            }
            for (std::uint64_t rest = consumed; rest != 0; rest &= rest - 1) {
                const auto at = static_cast<std::size_t>(std::countr_zero(rest));
                after |= next_[syllable * length_ + at];
            }
        }
        consumed = after;
        if (consumed == 0 && start == PinyinStart::at_beginning) {
            return false;
        }
    }
    return false;
}

bool reads_as_syllables(std::string_view word, const Pinyin& pinyin) {
    if (word.empty() || word.size() > PinyinPattern::max_letters) {
        return false;
    }
    constexpr std::size_t longest_syllable = 6;
    std::uint64_t reached = 1;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if ((reached & bit(at)) == 0) {
            continue;
        }
        if (pinyin.begins_reading(word.substr(at))) {
            return true;
        }
        for (std::size_t length = 1; length <= longest_syllable; ++length) {
            reached |= pinyin.is_reading(word.substr(at, length)) ? bit(at + length) : 0;
        }
    }
    return false;
}

void append_letter_pairs(std::span<const PinyinUnit> units, const Pinyin& pinyin, std::vector<std::uint16_t>& pairs) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        for (const Syllable syllable : pinyin.readings(units[i])) {
            const std::string_view spelling = pinyin.spelling(syllable);
            for (std::size_t at = 1; at < spelling.size(); ++at) {
                pairs.push_back(letter_pair(spelling[at - 1], spelling[at]));
            }
            if (i + 1 == units.size()) {
                continue;
            }
            for (const Syllable following : pinyin.readings(units[i + 1])) {
                const char head = pinyin.spelling(following)[0];
                pairs.push_back(letter_pair(spelling.front(), head));
                pairs.push_back(letter_pair(spelling[initial_length(spelling) - 1], head));
                pairs.push_back(letter_pair(spelling.back(), head));
            }
        }
    }
}

}  // namespace server
