#pragma once
// An inverted index from grams (single characters and pairs of neighbours) to the documents that
// have them. It narrows a question down to candidates; whoever asks looks at the candidates
// themselves.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

namespace server {

using Gram = std::uint64_t;

/// Filled once, then immutable and thread-safe. A rare gram keeps a list of documents (4 bytes
/// each), a frequent one a bit per document, so no gram needs more than documents / 8 bytes.
class GramIndex {
  public:
    /// `documents` is how many there will be.
    explicit GramIndex(std::size_t documents);

    /// Documents in ascending order; grams may repeat.
    void add(std::uint32_t document, Gram gram);
    void finish();

    /// The documents that have all of `grams` (at least one), ascending. O(length of the shortest
    /// list) or, where all are frequent, O(documents / 64), times grams.
    void find_all(std::span<const Gram> grams, std::vector<std::uint32_t>& documents) const;

  private:
    struct Postings {
        std::vector<std::uint32_t> documents;
        std::vector<std::uint64_t> bits;
        std::uint64_t newest_bits = 0;  ///< the word of `last`, not in bits yet
        std::uint32_t count = 0;
        std::uint32_t last = 0;

        void flush();
        void set(std::uint32_t document);
        void spread(std::size_t bit_words);
    };

    static bool has(const Postings& postings, std::uint32_t document);
    Postings& of(Gram gram);
    [[nodiscard]] const Postings* find(Gram gram) const;

    std::size_t bit_words_;
    std::size_t most_listed_;
    std::vector<std::uint32_t> ascii_;  ///< postings of a pair of ASCII characters, 1-based; 0 = none
    boost::unordered_flat_map<Gram, std::uint32_t> others_;
    std::vector<Postings> postings_;
};

/// The grams by which a folded text is found: every pair of neighbouring characters, every
/// character that is not ASCII, and ASCII characters where a word starts.
void append_text_grams(std::string_view letters, const std::vector<bool>& word_starts, std::size_t first_start,
                       std::vector<Gram>& grams);

/// The grams that every text has in which the folded word counts (SearchWord). At least one.
void append_word_grams(std::string_view letters, std::vector<Gram>& grams);

}  // namespace server
