#pragma once
// The orders in which the catalogue search lists its matches.

#include "server/inventory/search.hpp"

#include <cstdint>
#include <vector>

namespace server {

/// How well an entry answers a question: first the grade of the worst word, then the sum of all
/// words'. Smaller is better.
using Relevance = std::uint16_t;
inline constexpr Relevance no_relevance = 0xFFFF;
inline constexpr unsigned relevance_sums = 64;    ///< larger sums count as 63
inline constexpr unsigned relevance_grades = 16;  ///< grades are 0 .. 15

Relevance relevance_of(unsigned worst, unsigned sum);
/// With one more word; no_relevance stays what it is.
Relevance with_word(Relevance relevance, unsigned grade);

/// Numbers the entries by name ("documents": Chinese collation, i.e. by pinyin; then id) and lists
/// any of them in every order in linear time. Immutable and thread-safe.
class SearchOrder {
  public:
    explicit SearchOrder(const std::vector<SearchEntry>& entries);

    /// The entry of each document.
    [[nodiscard]] const std::vector<std::uint32_t>& positions() const { return positions_; }

    /// The entries of all documents with a relevance. O(entries).
    [[nodiscard]] std::vector<std::uint32_t> sorted(const std::vector<Relevance>& relevance, SearchSort sort) const;

  private:
    std::vector<std::uint32_t> positions_;
    std::vector<std::uint32_t> by_price_;             ///< documents
    std::vector<std::uint32_t> by_price_descending_;  ///< documents
};

}  // namespace server
