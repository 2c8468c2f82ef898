#include "server/inventory/search_corpus.hpp"

#include "model/assert.hpp"
#include "model/text.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

#include <string.h>

namespace server {
namespace {

/// Of whole lines of text memmem is much faster than the library's search for a substring.
const char* find_in(std::string_view text, const char* from, std::string_view word) {
    const auto rest = static_cast<std::size_t>(text.data() + text.size() - from);
    return static_cast<const char*>(memmem(from, rest, word.data(), word.size()));
}

bool is_latin(char c) {
    return c >= 'a' && c <= 'z';
}

constexpr std::size_t least_word_letters = 4;

Grade best_of(const FieldGrades& grades) {
    return std::min({grades.whole, grades.beginning, grades.word_start, grades.inside});
}

}  // namespace

TextCorpus::TextCorpus(CorpusRules rules, Pinyin pinyin, std::size_t documents)
    : rules_(std::move(rules)),
      best_from_(rules_.fields.size()),
      pinyin_(std::move(pinyin)),
      grams_(documents),
      pinyin_grams_(documents) {
    Grade best = no_match;
    for (std::size_t i = rules_.fields.size(); i-- > 0;) {
        best = std::min(best, best_of(rules_.fields[i]));
        best_from_[i] = best;
    }
}

void TextCorpus::add(std::span<const std::string_view> texts) {
    YIQI_ASSERT(texts.size() == rules_.fields.size());
    scratch_.clear();
    for (const std::string_view text : texts) {
        const std::size_t begin = letters_.size();
        field_begins_.push_back(static_cast<std::uint32_t>(begin));
        append_folded(text, letters_, word_starts_);
        append_text_grams(std::string_view(letters_).substr(begin), word_starts_, begin, scratch_);
    }
    YIQI_ASSERT(letters_.size() < std::numeric_limits<std::uint32_t>::max());
    add_words(field_begins_[field_begins_.size() - texts.size()]);
    for (const Gram gram : scratch_) {
        grams_.add(count_, gram);
    }
    const std::size_t name_begin = field_begins_[field_begins_.size() - texts.size()];
    const std::size_t name_end =
        texts.size() > 1 ? field_begins_[field_begins_.size() - texts.size() + 1] : letters_.size();
    add_pinyin(count_, std::string_view(letters_).substr(name_begin, name_end - name_begin));
    ++count_;
}

void TextCorpus::add_words(std::size_t begin) {
    const auto continues = [&](std::size_t at) {
        return at < letters_.size() && !word_starts_[at] && is_latin(letters_[at]);
    };
    for (std::size_t at = begin; at < letters_.size();) {
        const std::size_t start = at++;
        if (!word_starts_[start] || !is_latin(letters_[start])) {
            continue;
        }
        while (continues(at)) {
            ++at;
        }
        const std::string_view word = std::string_view(letters_).substr(start, at - start);
        if (word.size() >= least_word_letters && word_hashes_.insert(std::hash<std::string_view>{}(word)).second) {
            words_.emplace_back(word);
        }
    }
}

bool TextCorpus::has_word(std::string_view letters) const {
    YIQI_ASSERT(letters.size() >= least_word_letters);
    const auto at = std::ranges::lower_bound(words_, letters);
    return at != words_.end() && at->starts_with(letters);
}

void TextCorpus::add_pinyin(std::uint32_t document, std::string_view letters) {
    const std::size_t begin = units_.size();
    for (std::size_t at = 0; at < letters.size();) {
        if (const PinyinUnit unit = pinyin_.unit(model::next_code_point(letters, at)); unit != no_reading) {
            units_.push_back(unit);
        }
    }
    unit_begins_.push_back(static_cast<std::uint32_t>(units_.size()));
    pair_scratch_.clear();
    append_letter_pairs(std::span(units_).subspan(begin), pinyin_, pair_scratch_);
    for (const std::uint16_t pair : pair_scratch_) {
        pinyin_grams_.add(document, pair);
    }
}

void TextCorpus::finish() {
    field_begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
    letters_.shrink_to_fit();
    word_starts_.shrink_to_fit();
    field_begins_.shrink_to_fit();
    units_.shrink_to_fit();
    unit_begins_.shrink_to_fit();
    std::ranges::sort(words_);
    words_.shrink_to_fit();
    word_hashes_ = {};
    grams_.finish();
    pinyin_grams_.finish();
    scratch_ = {};
    pair_scratch_ = {};
}

std::string_view TextCorpus::field(std::uint32_t document, std::size_t index) const {
    const std::size_t at = document * rules_.fields.size() + index;
    return std::string_view(letters_).substr(field_begins_[at], field_begins_[at + 1] - field_begins_[at]);
}

Grade TextCorpus::grade_in_field(std::string_view text, const FieldGrades& grades, const SearchWord& word,
                                 Grade worst) const {
    if (text.starts_with(word.letters)) {
        return text.size() == word.letters.size() ? grades.whole : grades.beginning;
    }
    const bool inside_counts = !word.at_word_start && grades.inside <= worst;
    if (grades.word_start > worst && !inside_counts) {
        return no_match;
    }
    Grade best = no_match;
    const char* at = text.data();
    while ((at = find_in(text, at, word.letters)) != nullptr) {
        if (word_starts_[static_cast<std::size_t>(at - letters_.data())]) {
            return grades.word_start;
        }
        if (inside_counts) {
            best = grades.inside;
        }
        ++at;
    }
    return best;
}

Grade TextCorpus::grade(std::uint32_t document, const SearchWord& word, Grade worst) const {
    Grade best = no_match;
    for (std::size_t i = 0; i < rules_.fields.size(); ++i) {
        const Grade useful = best == no_match ? worst : static_cast<Grade>(best - 1);
        if (best_from_[i] > useful || best == 0) {
            break;
        }
        best = std::min(best, grade_in_field(field(document, i), rules_.fields[i], word, useful));
    }
    return best <= worst ? best : no_match;
}

void TextCorpus::find_all(const SearchWord& word, PinyinStyle style, std::vector<Hit>& hits) const {
    hits.clear();
    std::vector<Gram> grams;
    append_word_grams(word.letters, grams);
    std::vector<std::uint32_t> candidates;
    grams_.find_all(grams, candidates);
    for (const std::uint32_t document : candidates) {
        if (const Grade found = grade(document, word, no_match - 1); found != no_match) {
            hits.push_back({document, found});
        }
    }
    if (word.letters.size() >= rules_.least_pinyin_letters && is_pinyin_word(word.letters)) {
        find_as_pinyin(word, style, hits);
    }
}

void TextCorpus::find_as_pinyin(const SearchWord& word, PinyinStyle style, std::vector<Hit>& hits) const {
    std::vector<Gram> grams;
    for (std::size_t i = 1; i < word.letters.size(); ++i) {
        grams.push_back(letter_pair(word.letters[i - 1], word.letters[i]));
    }
    std::vector<std::uint32_t> candidates;
    pinyin_grams_.find_all(grams, candidates);
    if (candidates.empty()) {
        return;
    }
    const auto pattern = PinyinPattern::make(word.letters, style, pinyin_);
    for (const std::uint32_t document : candidates) {
        const auto units =
            std::span(units_).subspan(unit_begins_[document], unit_begins_[document + 1] - unit_begins_[document]);
        if (pattern->matches(units, rules_.pinyin_start, pinyin_)) {
            hits.push_back({document, rules_.pinyin});
        }
    }
}

}  // namespace server
