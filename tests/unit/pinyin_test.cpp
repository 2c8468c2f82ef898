#include "server/inventory/pinyin.hpp"

#include "model/text.hpp"
#include "server/inventory/pinyin_pattern.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace {

using server::Pinyin;
using server::PinyinPattern;
using server::PinyinStart;
using server::PinyinStyle;

const Pinyin& pinyin() {
    static const Pinyin table;
    return table;
}

std::vector<std::string> readings(char32_t character) {
    std::vector<std::string> all;
    for (const server::Syllable syllable : pinyin().readings(pinyin().unit(character))) {
        all.emplace_back(pinyin().spelling(syllable));
    }
    return all;
}

std::vector<server::PinyinUnit> units(std::string_view text) {
    std::vector<server::PinyinUnit> all;
    for (std::size_t at = 0; at < text.size();) {
        all.push_back(pinyin().unit(model::next_code_point(text, at)));
    }
    return all;
}

bool reads(std::string_view text, std::string_view word, PinyinStyle style = PinyinStyle::mixed,
           PinyinStart start = PinyinStart::anywhere) {
    const auto pattern = PinyinPattern::make(word, style, pinyin());
    return pattern && pattern->matches(units(text), start, pinyin());
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("A character with several readings has all of them, the most frequent first") {
    CHECK(readings(U'长') == Strings{"zhang", "chang"});
    CHECK(readings(U'行') == Strings{"xing", "hang", "heng"});
    CHECK(readings(U'重') == Strings{"zhong", "chong"});
    CHECK(readings(U'色') == Strings{"se", "shai"});
    CHECK(readings(U'谱') == Strings{"pu"});
    CHECK(readings(U'核') == Strings{"he", "hu"});
}

TEST_CASE("The u with diaeresis is found under every way of typing it") {
    CHECK(readings(U'滤') == Strings{"lv", "lu", "lyu"});
    CHECK(readings(U'略') == Strings{"lve", "lue"});
    CHECK(reads("过滤器", "guolvqi"));
    CHECK(reads("过滤器", "guoluqi"));
    CHECK(reads("过滤器", "guolyuqi"));
}

TEST_CASE("Every character of the basic block but a few has a reading of 1 to 6 letters") {
    int without = 0;
    for (char32_t character = 0x4E00; character <= 0x9FFF; ++character) {
        const Strings all = readings(character);
        without += all.empty() ? 1 : 0;
        for (const std::string& reading : all) {
            const bool plain = std::ranges::all_of(reading, [](char c) { return c >= 'a' && c <= 'z'; });
            REQUIRE((plain && reading.size() <= 6));
        }
    }
    CHECK(without < 100);
}

TEST_CASE("Letters and digits read as themselves and nothing else outside the table reads at all") {
    CHECK(readings(U'x') == Strings{"x"});
    CHECK(readings(U'6') == Strings{"6"});
    for (const char32_t other : {U'-', U' ', U'α', U'、', char32_t{0x3400}, char32_t{0xA000}, char32_t{0x10FFFF}}) {
        CHECK(pinyin().unit(other) == server::no_reading);
    }
    CHECK(pinyin().readings(server::no_reading).empty());
    CHECK(reads("x射线", "xshexian"));
}

TEST_CASE("A word of full syllables is found from any character on, also with the last one unfinished") {
    CHECK(reads("核磁共振波谱仪", "hecigong"));
    CHECK(reads("核磁共振波谱仪", "bopuyi"));
    CHECK(reads("核磁共振波谱仪", "hecig"));
    CHECK(reads("核磁共振波谱仪", "ongzhen") == false);
    CHECK(reads("核磁共振波谱仪", "hegong") == false);
}

TEST_CASE("A Latin word in a text is read from its beginning only") {
    CHECK(reads("pcr扩增仪", "pcrkuozeng"));
    CHECK(reads("pcr扩增仪", "pcrkzy"));
    CHECK_FALSE(reads("pcr扩增仪", "crkuozeng"));
}

TEST_CASE("Initials find a text, with zh, ch and sh in one letter or two") {
    CHECK(reads("核磁共振波谱仪", "hcgz"));
    CHECK(reads("核磁共振波谱仪", "hcgzh"));
    CHECK(reads("核磁共振波谱仪", "hcgzhbp"));
    CHECK(reads("扫描电镜", "smdj"));
    CHECK(reads("扫描电镜", "saomdj"));
    CHECK(reads("扫描电镜", "smdianj"));
    CHECK(reads("扫描电镜", "sdj") == false);
    CHECK(reads("扫描电镜", "smdj", PinyinStyle::full) == false);
    CHECK(reads("扫描电镜", "saomiaodianj", PinyinStyle::full));
}

TEST_CASE("Any mixture of the readings of its characters finds a text") {
    for (const char* word : {"changdu", "zhangdu", "cd", "zd"}) {
        CHECK(reads("长度", word));
    }
    CHECK(reads("平行光管", "pinghangguangguan"));
    CHECK(reads("平行光管", "pingxingguangguan"));
    CHECK(reads("重量", "chongliang"));
}

TEST_CASE("An ambiguous word is cut in every possible way") {
    CHECK(reads("西安", "xian"));
    CHECK(reads("线", "xian"));
    CHECK(reads("方案", "fangan"));
    CHECK(reads("反感", "fangan"));
}

TEST_CASE("A word may be asked for at the beginning of a text only") {
    CHECK(reads("海洋大学", "haiyang", PinyinStyle::mixed, PinyinStart::at_beginning));
    CHECK(reads("海洋大学", "daxue", PinyinStyle::mixed, PinyinStart::at_beginning) == false);
}

TEST_CASE("Only letters and digits with at least one letter, up to 63, are a pinyin word") {
    CHECK(server::is_pinyin_word("hcgz600"));
    CHECK_FALSE(server::is_pinyin_word(""));
    CHECK_FALSE(server::is_pinyin_word("600"));
    CHECK_FALSE(server::is_pinyin_word("核"));
    CHECK_FALSE(server::is_pinyin_word("a.b"));
    CHECK(server::is_pinyin_word(std::string(63, 'a')));
    CHECK_FALSE(server::is_pinyin_word(std::string(64, 'a')));
    CHECK(reads("核磁", std::string(64, 'h')) == false);
}

TEST_CASE("A word reads as syllables if Chinese readings make it up") {
    for (const char* word : {"saomiao", "saomia", "xian", "lv", "zhuang"}) {
        CHECK(server::reads_as_syllables(word, pinyin()));
    }
    for (const char* word : {"smdj", "bruker", "vvv", ""}) {
        CHECK_FALSE(server::reads_as_syllables(word, pinyin()));
    }
}
