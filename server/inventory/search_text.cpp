#include "server/inventory/search_text.hpp"

#include "model/assert.hpp"
#include "model/text.hpp"
#include "server/inventory/search.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace server {
namespace {

enum class Kind : std::uint8_t { dropped, letter, digit, ideograph };

bool is_plain_han(char32_t c) {
    return c >= 0x4E00 && c <= 0x9FFF;
}

Kind kind_of(char32_t c) {
    if (c < 0x80) {
        if (c >= '0' && c <= '9') {
            return Kind::digit;
        }
        return c >= 'a' && c <= 'z' ? Kind::letter : Kind::dropped;
    }
    constexpr char32_t first_east_asian = 0x2E80;
    if (is_plain_han(c)) {
        return Kind::ideograph;
    }
    if (!u_isalnum(static_cast<UChar32>(c))) {
        return Kind::dropped;
    }
    return c >= first_east_asian ? Kind::ideograph : Kind::letter;
}

/// Folded, these are nothing but punctuation: ° ± · × ‰ and the quotation marks, dashes and points.
bool is_plain_punctuation(char32_t c) {
    return c == 0xB0 || c == 0xB1 || c == 0xB7 || c == 0xD7 || (c >= 0x2010 && c <= 0x2023) ||
           (c >= 0x2030 && c <= 0x2037) || (c >= 0x3000 && c <= 0x3002);
}

/// Lower case, without the final sigma, which folds to the other one.
bool is_plain_greek(char32_t c) {
    return c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2;
}

/// What ICU makes of the characters that nearly all texts consist of, ten times faster; false if
/// there are others.
bool fold_simply(std::string_view utf8, std::u32string& out) {
    constexpr char32_t degrees_celsius = 0x2103;
    for (std::size_t at = 0; at < utf8.size();) {
        char32_t c = model::next_code_point(utf8, at);
        if (c >= 0xFF01 && c <= 0xFF5E) {
            c -= 0xFEE0;
        }
        if (c >= 'A' && c <= 'Z') {
            c += 'a' - 'A';
        } else if (is_plain_punctuation(c)) {
            c = ' ';
        } else if (c == degrees_celsius) {
            out += ' ';
            c = 'c';
        }
        if (c >= 0x80 && !is_plain_han(c) && !is_plain_greek(c)) {
            return false;
        }
        out += c;
    }
    return true;
}

void fold_by_icu(std::string_view utf8, std::u32string& out) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
    YIQI_ASSERT(U_SUCCESS(status));
    const auto text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    const icu::UnicodeString folded = decompose->normalize(fold->normalize(text, status), status);
    YIQI_ASSERT(U_SUCCESS(status));
    for (std::int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
        const auto c = static_cast<char32_t>(folded.char32At(at));
        const bool is_accent = c >= 0x300 && c <= 0x36F;
        if (!is_accent) {
            out += c;
        }
    }
}

void append_utf8(char32_t c, std::string& out) {
    const auto byte = [&](char32_t value) { out += static_cast<char>(value); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

bool is_ascii_letter(char c) {
    return c >= 'a' && c <= 'z';
}

}  // namespace

void append_folded(std::string_view utf8, std::string& letters, std::vector<bool>& word_starts) {
    std::u32string text;
    text.reserve(utf8.size());
    if (!fold_simply(utf8, text)) {
        text.clear();
        fold_by_icu(utf8, text);
    }
    Kind before = Kind::dropped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        Kind kind = kind_of(text[i]);
        if (text[i] == '.' && before == Kind::digit && i + 1 < text.size() && kind_of(text[i + 1]) == Kind::digit) {
            kind = Kind::digit;
        }
        if (kind != Kind::dropped) {
            append_utf8(text[i], letters);
            word_starts.push_back(kind == Kind::ideograph || kind != before);
            while (word_starts.size() < letters.size()) {
                word_starts.push_back(false);
            }
        }
        before = kind;
    }
}

SearchWord::SearchWord(std::string folded) : letters(std::move(folded)) {
    bool has_ideograph = false;
    std::size_t length = 0;
    for (std::size_t at = 0; at < letters.size(); ++length) {
        has_ideograph = kind_of(model::next_code_point(letters, at)) == Kind::ideograph || has_ideograph;
    }
    constexpr std::size_t long_enough = 3;
    at_word_start = length < long_enough && !has_ideograph;
}

std::optional<std::vector<SearchWord>> split_question(std::string_view question) {
    if (question.size() > max_search_code_points * 4 || !model::is_valid_utf8(question) ||
        model::count_code_points(question) > max_search_code_points) {
        return std::nullopt;
    }
    std::vector<SearchWord> words;
    bool is_blank = true;
    const auto add = [&](std::string_view word) {
        std::string letters;
        std::vector<bool> unused;
        append_folded(word, letters, unused);
        is_blank = is_blank && word.empty();
        if (!letters.empty()) {
            words.emplace_back(std::move(letters));
        }
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < question.size();) {
        const std::size_t here = at;
        if (u_isUWhiteSpace(static_cast<UChar32>(model::next_code_point(question, at)))) {
            add(question.substr(begin, here - begin));
            begin = at;
        }
    }
    add(question.substr(begin));
    if (words.empty() && !is_blank) {
        return std::nullopt;
    }
    return words;
}

bool may_be_mistyped(const SearchWord& word) {
    return word.letters.size() >= 5 && word.letters.size() <= 24 && std::ranges::all_of(word.letters, is_ascii_letter);
}

std::vector<SearchWord> spelled_nearly(const std::string& letters) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at <= letters.size(); ++at) {
        for (char c = 'a'; c <= 'z'; ++c) {
            all.push_back(letters);
            all.back().insert(at, 1, c);
        }
        if (at == letters.size()) {
            break;
        }
        for (char c = 'a'; c <= 'z'; ++c) {
            all.push_back(letters);
            all.back()[at] = c;
        }
        all.push_back(letters);
        all.back().erase(at, 1);
        if (at + 1 < letters.size()) {
            all.push_back(letters);
            std::swap(all.back()[at], all.back()[at + 1]);
        }
    }
    std::ranges::sort(all);
    const auto repeated = std::ranges::unique(all);
    all.erase(repeated.begin(), repeated.end());
    std::erase(all, letters);
    std::vector<SearchWord> words;
    for (std::string& spelling : all) {
        words.emplace_back(std::move(spelling)).at_word_start = true;
    }
    return words;
}

}  // namespace server
