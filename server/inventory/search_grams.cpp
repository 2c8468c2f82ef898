#include "server/inventory/search_grams.hpp"

#include "model/assert.hpp"
#include "model/text.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace server {
namespace {

constexpr std::size_t ascii_count = 128;
constexpr std::size_t bits_per_word = 64;

Gram pair_of(char32_t first, char32_t second) {
    return (Gram{first} << 21U) | second;
}

/// A single character is a pair with nothing.
Gram single(char32_t c) {
    return pair_of(0, c);
}

bool is_ascii_pair(Gram gram) {
    return (gram >> 21U) < ascii_count && (gram & 0x1FFFFF) < ascii_count;
}

std::size_t ascii_slot(Gram gram) {
    return (gram >> 21U) * ascii_count + (gram & 0x1FFFFF);
}

void list_bits(std::span<const std::uint64_t> bits, std::vector<std::uint32_t>& documents) {
    for (std::size_t i = 0; i < bits.size(); ++i) {
        for (std::uint64_t rest = bits[i]; rest != 0; rest &= rest - 1) {
            documents.push_back(static_cast<std::uint32_t>(i * bits_per_word) +
                                static_cast<std::uint32_t>(std::countr_zero(rest)));
        }
    }
}

}  // namespace

GramIndex::GramIndex(std::size_t documents)
    : bit_words_((documents + bits_per_word - 1) / bits_per_word),
      most_listed_(documents / 32),
      ascii_(ascii_count * ascii_count, 0) {}

GramIndex::Postings& GramIndex::of(Gram gram) {
    std::uint32_t& number = is_ascii_pair(gram) ? ascii_[ascii_slot(gram)] : others_[gram];
    if (number == 0) {
        postings_.emplace_back();
        number = static_cast<std::uint32_t>(postings_.size());
    }
    return postings_[number - 1];
}

const GramIndex::Postings* GramIndex::find(Gram gram) const {
    std::uint32_t number = 0;
    if (is_ascii_pair(gram)) {
        number = ascii_[ascii_slot(gram)];
    } else if (const auto at = others_.find(gram); at != others_.end()) {
        number = at->second;
    }
    return number == 0 ? nullptr : &postings_[number - 1];
}

void GramIndex::add(std::uint32_t document, Gram gram) {
    Postings& postings = of(gram);
    if (postings.count != 0 && postings.last == document) {
        return;
    }
    YIQI_ASSERT(postings.count == 0 || postings.last < document);
    if (postings.bits.empty() && postings.count == most_listed_) {
        postings.spread(bit_words_);
    }
    if (postings.bits.empty()) {
        postings.documents.push_back(document);
    } else {
        postings.set(document);
    }
    postings.last = document;
    ++postings.count;
}

void GramIndex::Postings::flush() {
    if (!bits.empty()) {
        bits[last / bits_per_word] |= std::exchange(newest_bits, 0);
    }
}

/// Neighbouring documents share a word: writing it once keeps the build inside the cache.
void GramIndex::Postings::set(std::uint32_t document) {
    if (document / bits_per_word != last / bits_per_word) {
        flush();
    }
    newest_bits |= std::uint64_t{1} << (document % bits_per_word);
}

/// From a list to bits.
void GramIndex::Postings::spread(std::size_t bit_words) {
    bits.resize(bit_words);
    for (const std::uint32_t listed : std::exchange(documents, {})) {
        bits[listed / bits_per_word] |= std::uint64_t{1} << (listed % bits_per_word);
    }
}

void GramIndex::finish() {
    for (Postings& postings : postings_) {
        postings.flush();
        postings.documents.shrink_to_fit();
    }
    postings_.shrink_to_fit();
}

bool GramIndex::has(const Postings& postings, std::uint32_t document) {
    if (postings.bits.empty()) {
        return std::ranges::binary_search(postings.documents, document);
    }
    return ((postings.bits[document / bits_per_word] >> (document % bits_per_word)) & 1) != 0;
}

void GramIndex::find_all(std::span<const Gram> grams, std::vector<std::uint32_t>& documents) const {
    documents.clear();
    std::vector<const Postings*> all;
    all.reserve(grams.size());
    for (const Gram gram : grams) {
        const Postings* postings = find(gram);
        if (postings == nullptr) {
            return;
        }
        all.push_back(postings);
    }
    YIQI_ASSERT(!all.empty());
    std::ranges::sort(all, {}, &Postings::count);
    const Postings& rarest = *all.front();
    const std::span others = std::span(all).subspan(1);
    if (rarest.bits.empty()) {
        std::ranges::copy_if(rarest.documents, std::back_inserter(documents), [&](std::uint32_t document) {
            return std::ranges::all_of(others, [&](const Postings* p) { return has(*p, document); });
        });
        return;
    }
    std::vector<std::uint64_t> bits = rarest.bits;
    for (const Postings* postings : others) {
        for (std::size_t i = 0; i < bits.size(); ++i) {
            bits[i] &= postings->bits[i];
        }
    }
    list_bits(bits, documents);
}

void append_text_grams(std::string_view letters, const std::vector<bool>& word_starts, std::size_t first_start,
                       std::vector<Gram>& grams) {
    char32_t before = 0;
    for (std::size_t at = 0; at < letters.size();) {
        const bool starts = word_starts[first_start + at];
        const char32_t c = model::next_code_point(letters, at);
        if (before != 0) {
            grams.push_back(pair_of(before, c));
        }
        if (starts || c >= ascii_count) {
            grams.push_back(single(c));
        }
        before = c;
    }
}

void append_word_grams(std::string_view letters, std::vector<Gram>& grams) {
    char32_t before = 0;
    std::size_t at = 0;
    while (at < letters.size()) {
        const char32_t c = model::next_code_point(letters, at);
        if (before != 0) {
            grams.push_back(pair_of(before, c));
        } else if (at == letters.size()) {
            grams.push_back(single(c));
        }
        before = c;
    }
}

}  // namespace server
