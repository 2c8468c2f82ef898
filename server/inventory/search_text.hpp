#pragma once
// How texts and questions are folded before the search compares them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server {

/// Appends the folded form of valid UTF-8: full width as half width, compatibility forms as plain
/// ones (² as 2), lower case, no accents; then only letters, digits, ideographs and a point between
/// digits are kept. word_starts gets one value per byte: true where a word begins, i.e. at an
/// ideograph, after something that was dropped, and between letters and digits.
void append_folded(std::string_view utf8, std::string& letters, std::vector<bool>& word_starts);

/// A folded word of a question.
struct SearchWord {
    std::string letters;
    /// Short Latin words would be found inside nearly every text: they count at word starts only.
    bool at_word_start = false;

    explicit SearchWord(std::string folded);
};

/// The words of a question, split at white space. Words of punctuation alone are left out. Nothing
/// if the question is not valid UTF-8, too long (max_search_code_points), or punctuation alone.
std::optional<std::vector<SearchWord>> split_question(std::string_view question);

/// Mistyped Latin words are tried again only if they have 5 to 24 letters and nothing else.
bool may_be_mistyped(const SearchWord& word);

/// All words that one missing, additional, changed or swapped letter away from `letters`, sorted,
/// each once, without `letters` itself: about 54 per letter.
std::vector<SearchWord> spelled_nearly(const std::string& letters);

}  // namespace server
