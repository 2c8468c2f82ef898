#pragma once
// The rules of server/inventory/search.hpp once more, by looking at every text of every entry.

#include "model/text.hpp"
#include "server/inventory/pinyin.hpp"
#include "server/inventory/search.hpp"
#include "server/inventory/search_text.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// A text letter by letter, with the places where a word starts.
struct PlainText {
    std::string letters;
    std::vector<bool> starts;
    std::vector<std::vector<std::string>> readings;  ///< of each character that has any
    std::vector<bool> latin;                         ///< whether that character is a letter or digit
};

class SearchOracle {
  public:
    explicit SearchOracle(const std::vector<server::SearchEntry>& entries) {
        for (const auto& entry : entries) {
            const auto& i = entry.instrument;
            Document& document = documents_.emplace_back();
            for (const std::string& text : {i.name_zh, i.name_en, i.model, i.manufacturer, i.id.value, i.specs}) {
                document.fields.push_back(plain(text));
            }
            std::vector<std::string> shared = {i.category_zh,
                                               entry.platform_name_zh,
                                               entry.platform_name_en,
                                               entry.institution_name_zh,
                                               entry.institution_name_en,
                                               entry.institution_short};
            shared.insert(shared.end(), i.domains.begin(), i.domains.end());
            for (const std::string& text : shared) {
                document.shared.push_back(plain(text));
            }
            for (const auto* texts : {&document.fields, &document.shared}) {
                for (const PlainText& text : *texts) {
                    add_latin_words(text);
                }
            }
        }
    }

    /// The grade sums by which matches are ordered, smaller first; nothing = no match.
    std::vector<std::optional<int>> ranks(const std::vector<std::string>& words) const {
        std::vector<std::optional<int>> all(documents_.size(), 0);
        std::string phrase;
        std::vector<int> worst(documents_.size(), 0);
        for (const std::string& word : words) {
            const auto grades = grade_all(word);
            for (std::size_t d = 0; d < all.size(); ++d) {
                if (!grades[d] || !all[d]) {
                    all[d].reset();
                    continue;
                }
                const int grade = words.size() > 1 ? std::max(2, *grades[d]) : *grades[d];
                worst[d] = std::max(worst[d], grade);
                *all[d] += grade;
            }
            phrase += word;
        }
        for (std::size_t d = 0; d < all.size(); ++d) {
            if (!all[d]) {
                continue;
            }
            const auto joined = words.size() > 1 ? text_grade(documents_[d], phrase, false) : std::nullopt;
            all[d] = joined && *joined <= 5 ? *joined * 1000 + *joined : worst[d] * 1000 + *all[d];
        }
        return all;
    }

  private:
    struct Document {
        std::vector<PlainText> fields;
        std::vector<PlainText> shared;
    };

    using Grade = std::optional<int>;

    PlainText plain(const std::string& utf8) const {
        PlainText text;
        server::append_folded(utf8, text.letters, text.starts);
        for (std::size_t at = 0; at < text.letters.size();) {
            const char32_t c = model::next_code_point(text.letters, at);
            std::vector<std::string> readings;
            for (const server::Syllable syllable : pinyin_.readings(pinyin_.unit(c))) {
                readings.emplace_back(pinyin_.spelling(syllable));
            }
            if (!readings.empty()) {
                text.readings.push_back(readings);
                text.latin.push_back(c < 128);
            }
        }
        return text;
    }

    void add_latin_words(const PlainText& text) {
        std::string word;
        const auto flush = [&] {
            if (!word.empty()) {
                latin_words_.insert(word);
            }
            word.clear();
        };
        for (std::size_t at = 0; at < text.letters.size(); ++at) {
            const char c = text.letters[at];
            if (text.starts[at] || c < 'a' || c > 'z') {
                flush();
            }
            if (c >= 'a' && c <= 'z' && (text.starts[at] || !word.empty())) {
                word += c;
            }
        }
        flush();
    }

    static void better(Grade& best, Grade other) {
        if (other && (!best || *other < *best)) {
            best = other;
        }
    }

    static Grade in_field(const PlainText& text, const std::string& word, bool starts_only,
                          const std::vector<int>& grades) {
        if (text.letters == word) {
            return grades[0];
        }
        Grade best;
        for (std::size_t at = text.letters.find(word); at != std::string::npos; at = text.letters.find(word, at + 1)) {
            if (at == 0) {
                better(best, grades[1]);
            } else if (text.starts[at]) {
                better(best, grades[2]);
            } else if (!starts_only) {
                better(best, grades[3]);
            }
        }
        return best;
    }

    static Grade text_grade(const Document& document, const std::string& word, bool starts_only) {
        static const std::vector<std::vector<int>> grades = {{0, 1, 2, 2}, {0, 1, 2, 3}, {4, 4, 4, 5},
                                                             {7, 7, 7, 8}, {7, 7, 7, 8}, {7, 7, 7, 8}};
        const bool only = starts_only || server::SearchWord(word).at_word_start;
        Grade best;
        for (std::size_t f = 0; f < grades.size(); ++f) {
            better(best, in_field(document.fields[f], word, only, grades[f]));
        }
        return best;
    }

    /// Tries every reading and abbreviation of the character and goes on with the rest.
    static bool reads_on(const PlainText& text, std::size_t at, std::string_view rest, bool full) {
        if (rest.empty()) {
            return true;
        }
        if (at == text.readings.size()) {
            return false;
        }
        return std::ranges::any_of(text.readings[at], [&](const std::string& reading) {
            if (reading.starts_with(rest)) {
                return true;
            }
            std::vector<std::string> pieces = {reading};
            if (!full) {
                pieces.push_back(reading.substr(0, 1));
                if (reading.size() > 1 && reading[1] == 'h') {
                    pieces.push_back(reading.substr(0, 2));
                }
            }
            return std::ranges::any_of(pieces, [&](const std::string& piece) {
                return rest.starts_with(piece) && reads_on(text, at + 1, rest.substr(piece.size()), full);
            });
        });
    }

    static bool reads(const PlainText& text, const std::string& word, bool full, bool anywhere) {
        for (std::size_t at = 0; at < text.readings.size() && (at == 0 || anywhere); ++at) {
            const bool inside_latin = at > 0 && text.latin[at] && text.latin[at - 1];
            if (!inside_latin && reads_on(text, at, word, full)) {
                return true;
            }
        }
        return false;
    }

    static bool may_be_pinyin(const std::string& word) {
        const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
        return word.size() <= 63 && std::ranges::any_of(word, letter) &&
               std::ranges::all_of(word, [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
    }

    static Grade grade(const Document& document, const std::string& word, bool mistyped) {
        Grade best = text_grade(document, word, mistyped);
        const bool only = mistyped || server::SearchWord(word).at_word_start;
        if (may_be_pinyin(word) && word.size() >= 2 && reads(document.fields[0], word, mistyped, true)) {
            better(best, 6);
        }
        for (const PlainText& text : document.shared) {
            better(best, in_field(text, word, only, {7, 7, 7, 8}));
            if (may_be_pinyin(word) && word.size() >= 4 && reads(text, word, mistyped, false)) {
                better(best, 9);
            }
        }
        return best;
    }

    std::vector<Grade> grade_all(const std::string& word) const {
        std::vector<Grade> grades;
        for (const Document& document : documents_) {
            grades.push_back(grade(document, word, false));
        }
        const bool found = std::ranges::any_of(grades, [](const Grade& g) { return g.has_value(); });
        if (found || !server::may_be_mistyped(server::SearchWord(word))) {
            return grades;
        }
        for (const auto& meant : server::spelled_nearly(word)) {
            const auto at = latin_words_.lower_bound(meant.letters);
            if (!(at != latin_words_.end() && at->starts_with(meant.letters)) && !reads_as_syllables(meant.letters)) {
                continue;
            }
            for (std::size_t d = 0; d < documents_.size(); ++d) {
                if (grade(documents_[d], meant.letters, true)) {
                    grades[d] = 10;
                }
            }
        }
        return grades;
    }

    bool reads_as_syllables(std::string_view word) const {
        if (word.empty() || pinyin_.begins_reading(word)) {
            return !word.empty();
        }
        for (std::size_t length = 1; length < word.size() && length <= 6; ++length) {
            if (pinyin_.is_reading(word.substr(0, length)) && reads_as_syllables(word.substr(length))) {
                return true;
            }
        }
        return false;
    }

    server::Pinyin pinyin_;
    std::vector<Document> documents_;
    std::set<std::string> latin_words_;
};

}  // namespace support
