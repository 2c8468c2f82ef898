#pragma once
// Texts in which words are found: documents of several fields, compared as folded text and, the
// first field, as pinyin.

#include "server/inventory/pinyin.hpp"
#include "server/inventory/pinyin_pattern.hpp"
#include "server/inventory/search_grams.hpp"
#include "server/inventory/search_text.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_set.hpp>

namespace server {

/// How good a place of a word is; smaller is better.
using Grade = std::uint8_t;
inline constexpr Grade no_match = 255;

/// What a word found in a field is worth: as the whole field, at its beginning, where a word
/// starts, and inside a word.
struct FieldGrades {
    Grade whole;
    Grade beginning;
    Grade word_start;
    Grade inside;  ///< the largest of the four
};

struct CorpusRules {
    std::vector<FieldGrades> fields;
    Grade pinyin;
    PinyinStart pinyin_start;
    std::size_t least_pinyin_letters;
};

/// Filled once, then immutable and thread-safe.
class TextCorpus {
  public:
    struct Hit {
        std::uint32_t document;
        Grade grade;
    };

    TextCorpus(CorpusRules rules, Pinyin pinyin, std::size_t documents);

    /// The next document, one text per field, valid UTF-8.
    void add(std::span<const std::string_view> texts);
    void finish();

    /// All documents with the word. A document may come twice (as text and as pinyin): the smaller
    /// grade counts.
    void find_all(const SearchWord& word, PinyinStyle style, std::vector<Hit>& hits) const;

    /// Whether a Latin word of some document begins with these letters. Only for 4 letters or more.
    [[nodiscard]] bool has_word(std::string_view letters) const;

    /// The best place of the word in one document as text, of those up to `worst`; else no_match.
    [[nodiscard]] Grade grade(std::uint32_t document, const SearchWord& word, Grade worst) const;

  private:
    [[nodiscard]] std::string_view field(std::uint32_t document, std::size_t index) const;
    [[nodiscard]] Grade grade_in_field(std::string_view text, const FieldGrades& grades, const SearchWord& word,
                                       Grade worst) const;
    void add_words(std::size_t begin);
    void add_pinyin(std::uint32_t document, std::string_view letters);
    void find_as_pinyin(const SearchWord& word, PinyinStyle style, std::vector<Hit>& hits) const;

    CorpusRules rules_;
    std::vector<Grade> best_from_;  ///< the best grade that a field or a later one can give
    Pinyin pinyin_;
    std::string letters_;
    std::vector<bool> word_starts_;            ///< one per byte of letters_
    std::vector<std::uint32_t> field_begins_;  ///< into letters_: all fields of all documents, and the end
    std::vector<PinyinUnit> units_;
    std::vector<std::uint32_t> unit_begins_ = {0};
    boost::unordered_flat_set<std::uint64_t> word_hashes_;  ///< of words_, while it is filled
    std::vector<std::string> words_;                        ///< Latin words, in the end sorted
    GramIndex grams_;
    GramIndex pinyin_grams_;
    std::vector<Gram> scratch_;
    std::vector<std::uint16_t> pair_scratch_;
    std::uint32_t count_ = 0;
};

}  // namespace server
