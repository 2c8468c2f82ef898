#include "server/inventory/search_order.hpp"

#include "model/assert.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace server {
namespace {

/// Keys that compare like the texts in Chinese collation.
class CollationKeys {
  public:
    CollationKeys() {
        UErrorCode status = U_ZERO_ERROR;
        collator_.reset(icu::Collator::createInstance(icu::Locale::getChina(), status));
        YIQI_ASSERT(U_SUCCESS(status));
    }

    std::string key_of(const std::string& utf8) {
        const auto text = icu::UnicodeString::fromUTF8(utf8);
        const auto capacity = static_cast<std::int32_t>(buffer_.size());
        const std::int32_t length = collator_->getSortKey(text, buffer_.data(), capacity);
        if (length > capacity) {
            buffer_.resize(static_cast<std::size_t>(length));
            return key_of(utf8);
        }
        return {buffer_.begin(), buffer_.begin() + length};
    }

  private:
    std::unique_ptr<icu::Collator> collator_;
    std::vector<std::uint8_t> buffer_ = std::vector<std::uint8_t>(256);
};

std::vector<std::uint32_t> numbers_up_to(std::size_t count) {
    std::vector<std::uint32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
}

}  // namespace

Relevance relevance_of(unsigned worst, unsigned sum) {
    YIQI_ASSERT(worst < relevance_grades);
    return static_cast<Relevance>(worst * relevance_sums + std::min(sum, relevance_sums - 1));
}

Relevance with_word(Relevance relevance, unsigned grade) {
    if (relevance == no_relevance) {
        return no_relevance;
    }
    return relevance_of(std::max(relevance / relevance_sums, grade), relevance % relevance_sums + grade);
}

SearchOrder::SearchOrder(const std::vector<SearchEntry>& entries) : positions_(numbers_up_to(entries.size())) {
    CollationKeys collation;
    std::vector<std::string> keys;
    keys.reserve(entries.size());
    for (const SearchEntry& entry : entries) {
        keys.push_back(collation.key_of(entry.instrument.name_zh));
    }
    std::ranges::sort(positions_, [&](std::uint32_t a, std::uint32_t b) {
        const int by_key = keys[a].compare(keys[b]);
        const auto& left = entries[a].instrument;
        const auto& right = entries[b].instrument;
        return by_key != 0 ? by_key < 0 : std::tie(left.name_zh, left.id, a) < std::tie(right.name_zh, right.id, b);
    });
    const auto price = [&](std::uint32_t document) { return entries[positions_[document]].hourly_fen; };
    by_price_ = numbers_up_to(entries.size());
    std::ranges::sort(by_price_, {}, [&](std::uint32_t document) { return std::pair(price(document), document); });
    by_price_descending_ = numbers_up_to(entries.size());
    std::ranges::sort(by_price_descending_, {},
                      [&](std::uint32_t document) { return std::pair(-price(document), document); });
}

std::vector<std::uint32_t> SearchOrder::sorted(const std::vector<Relevance>& relevance, SearchSort sort) const {
    std::vector<std::uint32_t> result;
    if (sort == SearchSort::price || sort == SearchSort::price_descending) {
        for (const std::uint32_t document : sort == SearchSort::price ? by_price_ : by_price_descending_) {
            if (relevance[document] != no_relevance) {
                result.push_back(positions_[document]);
            }
        }
        return result;
    }
    const bool by_name = sort == SearchSort::name;
    std::array<std::uint32_t, std::size_t{relevance_grades} * relevance_sums + 1> begins{};
    for (const Relevance value : relevance) {
        if (value != no_relevance) {
            ++begins[by_name ? 1U : value + 1U];
        }
    }
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    result.resize(begins.back());
    for (std::size_t document = 0; document < relevance.size(); ++document) {
        if (relevance[document] != no_relevance) {
            result[begins[by_name ? 0U : relevance[document]]++] = positions_[document];
        }
    }
    return result;
}

}  // namespace server
