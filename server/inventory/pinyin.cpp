#include "server/inventory/pinyin.hpp"

#include "model/assert.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <span>
#include <string>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

namespace server {
namespace {

constexpr std::string_view generated[] = {
#include "server/inventory/pinyin_table.inc"
};
constexpr char32_t first_character = 0x4E00;
constexpr std::size_t character_count = 0x5200;
constexpr std::string_view latin = "0123456789abcdefghijklmnopqrstuvwxyz";

/// A keyboard has no u with diaeresis: v is the convention of input methods, u and yu of everyone
/// else.
void add_spellings(std::string_view reading, std::vector<std::string>& spellings) {
    spellings.emplace_back(reading);
    if (const auto at = reading.find('v'); at != std::string_view::npos) {
        spellings.emplace_back(reading).replace(at, 1, "u");
        if (reading.ends_with('v')) {
            spellings.emplace_back(reading).replace(at, 1, "yu");
        }
    }
}

}  // namespace

struct Pinyin::Table {
    std::vector<std::string> spellings;
    std::vector<Syllable> readings;
    std::vector<std::uint32_t> begins = {0, 0};  ///< into readings, by unit; unit 0 has none
    std::array<PinyinUnit, character_count> han{};
    std::array<PinyinUnit, 128> ascii{};
    PinyinUnit first_latin = no_reading;  ///< the units of ascii come last
    /// Of Chinese characters: every beginning of a spelling; true if it is a whole one.
    boost::unordered_flat_map<std::string_view, bool> beginnings;

    Table();

  private:
    Syllable number_of(const std::string& spelling);
    PinyinUnit add_unit(const std::vector<std::string>& of);

    PinyinUnit unit_of(std::string_view field);

    boost::unordered_flat_map<std::string, Syllable> numbers_;
    boost::unordered_flat_map<std::string_view, PinyinUnit> units_;
};

Syllable Pinyin::Table::number_of(const std::string& spelling) {
    const auto [at, is_new] = numbers_.try_emplace(spelling, static_cast<Syllable>(spellings.size()));
    if (is_new) {
        spellings.push_back(spelling);
    }
    return at->second;
}

PinyinUnit Pinyin::Table::add_unit(const std::vector<std::string>& of) {
    const std::size_t before = readings.size();
    for (const std::string& spelling : of) {
        const Syllable number = number_of(spelling);
        bool known = false;
        for (std::size_t i = before; i < readings.size(); ++i) {
            known = known || readings[i] == number;
        }
        if (!known) {
            readings.push_back(number);
        }
    }
    begins.push_back(static_cast<std::uint32_t>(readings.size()));
    return static_cast<PinyinUnit>(begins.size() - 2);
}

PinyinUnit Pinyin::Table::unit_of(std::string_view field) {
    if (field == "-") {
        return no_reading;
    }
    const auto [at, is_new] = units_.try_emplace(field, no_reading);
    if (is_new) {
        std::vector<std::string> of;
        for (const auto reading : std::views::split(field, ',')) {
            add_spellings(std::string_view(reading), of);
        }
        at->second = add_unit(of);
    }
    return at->second;
}

Pinyin::Table::Table() {
    std::size_t index = 0;
    for (const std::string_view line : generated) {
        for (const auto field : std::views::split(line, ' ')) {
            YIQI_ASSERT(index < character_count);
            han.at(index++) = unit_of(std::string_view(field));
        }
    }
    YIQI_ASSERT(index == character_count);
    const std::size_t chinese_spellings = spellings.size();
    first_latin = static_cast<PinyinUnit>(begins.size() - 1);
    for (const char letter : latin) {
        ascii.at(static_cast<unsigned char>(letter)) = add_unit({std::string(1, letter)});
    }
    numbers_ = {};
    units_ = {};
    for (const std::string_view spelling : std::span(spellings).first(chinese_spellings)) {
        for (std::size_t length = 1; length <= spelling.size(); ++length) {
            bool& is_whole = beginnings[spelling.substr(0, length)];
            is_whole = is_whole || length == spelling.size();
        }
    }
}

Pinyin::Pinyin() : table_(std::make_shared<const Table>()) {}

PinyinUnit Pinyin::unit(char32_t character) const {
    if (character < table_->ascii.size()) {
        return table_->ascii[character];
    }
    const char32_t offset = character - first_character;
    return character >= first_character && offset < character_count ? table_->han[offset] : no_reading;
}

std::span<const Syllable> Pinyin::readings(PinyinUnit unit) const {
    YIQI_ASSERT(unit + std::size_t{1} < table_->begins.size());
    const std::uint32_t begin = table_->begins[unit];
    return std::span(table_->readings).subspan(begin, table_->begins[unit + std::size_t{1}] - begin);
}

std::string_view Pinyin::spelling(Syllable syllable) const {
    YIQI_ASSERT(syllable < table_->spellings.size());
    return table_->spellings[syllable];
}

bool Pinyin::is_latin(PinyinUnit unit) const {
    return unit >= table_->first_latin;
}

bool Pinyin::is_reading(std::string_view spelling) const {
    const auto at = table_->beginnings.find(spelling);
    return at != table_->beginnings.end() && at->second;
}

bool Pinyin::begins_reading(std::string_view letters) const {
    return table_->beginnings.contains(letters);
}

std::size_t Pinyin::syllable_count() const {
    return table_->spellings.size();
}

}  // namespace server
