#include "server/inventory/search_text.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace {

struct Folded {
    std::string letters;
    std::vector<bool> starts;
    friend bool operator==(const Folded&, const Folded&) = default;
};

Folded folded(const std::string& utf8) {
    Folded result;
    server::append_folded(utf8, result.letters, result.starts);
    return result;
}

std::string letters(const std::string& utf8) {
    return folded(utf8).letters;
}

std::string utf8_of(unsigned c) {
    const auto byte = [](unsigned value) { return std::string(1, static_cast<char>(value)); };
    if (c < 0x80) {
        return byte(c);
    }
    if (c < 0x800) {
        return byte(0xC0 | (c >> 6)) + byte(0x80 | (c & 0x3F));
    }
    return byte(0xE0 | (c >> 12)) + byte(0x80 | ((c >> 6) & 0x3F)) + byte(0x80 | (c & 0x3F));
}

}  // namespace

TEST_CASE("Folding keeps letters, digits and ideographs in their plain lower-case form") {
    CHECK(letters("QTRAP 6500+") == "qtrap6500");
    CHECK(letters("ＬＣ－ＭＳ／ＭＳ（核磁）") == "lcmsms核磁");
    CHECK(letters("Müller É ﬁ CO₂ 5 ℃ ΦΩ") == "mullerefico25cφω");
    CHECK(letters("±0.5 μm；14.1 T") == "0.5μm14.1t");
    CHECK(letters("V1.a .5 6.") == "v1a56");
    CHECK(letters("").empty());
}

TEST_CASE("A word starts at an ideograph, behind punctuation and between letters and digits") {
    CHECK(folded("ab 12cd-e核").starts ==
          std::vector<bool>{true, false, true, false, true, false, true, true, false, false});
}

TEST_CASE(
    "Texts that need no ICU fold to what ICU makes of them, for every character of the basic "
    "plane") {
    const std::string needs_icu = "\u0141";
    const Folded tail = folded(needs_icu);
    for (unsigned c = 1; c <= 0xFFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        const std::string text = "a" + utf8_of(c) + "9";
        Folded expected = folded(text + needs_icu);
        expected.letters.resize(expected.letters.size() - tail.letters.size());
        expected.starts.resize(expected.letters.size());
        if (folded(text) != expected) {
            CAPTURE(c);
            FAIL("the fold without ICU differs");
        }
    }
}

TEST_CASE("A question is split at any white space and loses words without letters") {
    const auto words = server::split_question("  ＮＭＲ\u3000600\t- 核磁\n");
    REQUIRE(words);
    REQUIRE(words->size() == 3);
    CHECK(words->at(0).letters == "nmr");
    CHECK(words->at(1).letters == "600");
    CHECK(words->at(2).letters == "核磁");
    CHECK(server::split_question("")->empty());
    CHECK_FALSE(server::split_question("+ -"));
    CHECK_FALSE(server::split_question(std::string(101, 'x')));
    CHECK(server::split_question(std::string(100, 'x')));
}

TEST_CASE("Nearly the same spellings are one letter away, each once, without the word itself") {
    const auto words = server::spelled_nearly("abcde");
    const auto has = [&](const std::string& wanted) {
        std::size_t count = 0;
        for (const auto& word : words) {
            count += word.letters == wanted ? 1U : 0U;
        }
        return count;
    };
    for (const char* near : {"bcde", "abde", "bacde", "abcd", "abcdez", "xabcde", "abxde", "aabcde"}) {
        CHECK(has(near) == 1);
    }
    CHECK(has("abcde") == 0);
    CHECK(has("badce") == 0);
}
