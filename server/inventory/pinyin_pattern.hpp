#pragma once
// A word typed as pinyin, compared with the readings of a text.

#include "server/inventory/pinyin.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

/// How a typed word may abbreviate. full: whole syllables, only the last one may be unfinished.
/// mixed: also the first letter of a syllable, or its zh, ch, sh, in its place ("smdj", "saomdj").
enum class PinyinStyle { full, mixed };

/// Where in the text the word may begin. anywhere: but not inside a run of letters and digits.
enum class PinyinStart { anywhere, at_beginning };

/// Immutable and thread-safe. Simulates all ways of cutting the word into syllables at once, in a
/// bit mask of the letters consumed so far.
class PinyinPattern {
  public:
    static constexpr std::size_t max_letters = 63;

    /// Nothing unless the word is 1 to max_letters letters a-z and digits with at least one letter.
    static std::optional<PinyinPattern> make(std::string_view word, PinyinStyle style, const Pinyin& pinyin);

    /// Whether consecutive units of the text read as the word. O(units), independent of the number
    /// of combinations of readings.
    [[nodiscard]] bool matches(std::span<const PinyinUnit> units, PinyinStart start, const Pinyin& pinyin) const;

  private:
    PinyinPattern(std::string_view word, PinyinStyle style, const Pinyin& pinyin);

    std::size_t length_;
    std::vector<std::uint64_t> next_;    ///< [syllable * length_ + consumed] = possible consumed after it
    std::vector<std::uint64_t> accept_;  ///< [syllable] = consumed from which it can finish the word
};

/// Whether the word may be pinyin at all: see PinyinPattern::make.
bool is_pinyin_word(std::string_view word);

/// Whether the word can be cut into readings of Chinese characters, only the last one perhaps
/// unfinished.
bool reads_as_syllables(std::string_view word, const Pinyin& pinyin);

/// Two neighbouring letters as one number.
constexpr std::uint16_t letter_pair(char first, char second) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(first) * 256U + static_cast<unsigned char>(second));
}

/// Pairs of neighbouring letters (letter_pair) that a text can show to a mixed word:
/// whatever matches a text has no other pairs than these. May repeat.
void append_letter_pairs(std::span<const PinyinUnit> units, const Pinyin& pinyin, std::vector<std::uint16_t>& pairs);

}  // namespace server
