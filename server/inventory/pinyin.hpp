#pragma once
// The readings of Chinese characters as tone-less pinyin syllables. The table is generated from the
// Unicode Han Database by pinyin_table.py and compiled in: no file is read at run time.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace server {

/// A syllable by its number, 0 .. Pinyin::syllable_count() - 1.
using Syllable = std::uint16_t;

/// A set of readings that one or more characters have, by its number; no_reading has none.
using PinyinUnit = std::uint16_t;
inline constexpr PinyinUnit no_reading = 0;

/// All readings of the characters U+4E00 .. U+9FFF; a letter a-z or digit reads as itself, so that
/// "X射线" is typed xshexian. Immutable and thread-safe; copies share the table (about 60 kB),
/// which the constructor decodes in a few milliseconds.
class Pinyin {
  public:
    Pinyin();

    /// no_reading for anything that is not in the table. O(1).
    [[nodiscard]] PinyinUnit unit(char32_t character) const;

    /// The most frequent reading first. u with diaeresis is spelled v, and also as people type it
    /// instead: 滤 reads lv, lu and lyu. O(1).
    [[nodiscard]] std::span<const Syllable> readings(PinyinUnit unit) const;

    /// Whether the unit is a letter or digit. O(1).
    [[nodiscard]] bool is_latin(PinyinUnit unit) const;

    /// 1 to 6 lower-case letters, or one digit. Valid as long as a copy of this Pinyin is.
    [[nodiscard]] std::string_view spelling(Syllable syllable) const;

    [[nodiscard]] std::size_t syllable_count() const;

    /// Whether a Chinese character reads so, or begins to. O(1).
    [[nodiscard]] bool is_reading(std::string_view spelling) const;
    [[nodiscard]] bool begins_reading(std::string_view letters) const;

  private:
    struct Table;
    std::shared_ptr<const Table> table_;
};

}  // namespace server
