#pragma once
// The catalogue search: an immutable index in memory over all instruments.
//
// What matches. The question is folded (full width to half width, case, accents) and split at white
// space; every word must be found somewhere in the instrument. Punctuation and spaces inside a text
// do not count, so "qtrap6500" finds "QTRAP 6500+" and "lcms" finds "LC-MS/MS". A word is found
//   - in a Chinese text as a part of any length;
//   - in a Latin text at the start of a word, or anywhere if it has at least 3 characters;
//   - as pinyin of the Chinese name from any character on, with every reading of a character:
//     syllables in full, initials or a mixture, the last one perhaps unfinished ("hecigong",
//     "hcgz", "saomdj"), 2 letters or more;
//   - as pinyin of the beginning of a category, domain, platform or institution, 4 letters or more.
// The texts are: Chinese and English name, model, maker, id, specs; category, domain, platform and
// institution names. A word of 5 to 24 Latin letters that is found nowhere in the catalogue is
// taken as mistyped, with one letter missing, added, changed or swapped with its neighbour: it then
// means the words of the catalogue that begin so, and the full syllables that it may have been.
//
// Relevance, best first: the name itself, its beginning, inside the name, model, pinyin, everything
// else, mistyped. Of several words the worst one decides, then their sum. Ties by Chinese name,
// then id.

#include "model/instrument.hpp"
#include "server/inventory/pinyin.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace server {

/// What the search knows of an instrument. Entries of one platform or institution carry the same
/// names.
struct SearchEntry {
    model::Instrument instrument;
    model::PlatformId platform;
    model::InstitutionId institution;
    std::string platform_name_zh;
    std::string platform_name_en;
    std::string institution_name_zh;
    std::string institution_name_en;
    std::string institution_short;
    std::int64_t hourly_fen = 0;  ///< external price
    bool requires_training = false;
    int capacity = 1;
};

/// Conditions that all hold. Within one list any value suffices; an empty list is no condition.
struct SearchQuery {
    /// At most max_search_code_points, valid UTF-8: anything else matches nothing. Without a letter
    /// or digit: blank matches everything, punctuation alone nothing.
    std::string q;
    /// Codes; each stands for its subtree: "010000" (level 1) all of 01, "010600" (level 2) all of
    /// 0106, "010601" itself. Where one code exists on several levels, the widest is meant.
    std::vector<std::string> categories;
    std::vector<std::string> domains;
    std::vector<std::string> institutions;  ///< ids
    std::vector<std::string> platforms;     ///< ids
    std::vector<std::string> statuses;      ///< "available", "out_of_service", "retired"
    std::optional<bool> sample_service;
    std::optional<bool> requires_training;
    std::optional<std::int64_t> max_hourly_fen;  ///< inclusive
};

inline constexpr std::size_t max_search_code_points = 100;

/// Without words, relevance is the order by name. Ties of the prices are ordered by name.
enum class SearchSort { relevance, price, price_descending, name };

/// The upper bounds of the price buckets, inclusive; dearer instruments are in a last bucket of
/// their own.
inline constexpr std::array<std::int64_t, 5> price_bucket_fen = {10'000, 20'000, 40'000, 80'000, 160'000};

struct Facet {
    std::string value;
    std::uint32_t count = 0;
    friend bool operator==(const Facet&, const Facet&) = default;
};

/// A category on one level of the tree, 1 .. 3; its parent has the same leading digits.
struct CategoryFacet {
    std::string code;
    int level = 1;
    std::uint32_t count = 0;
    friend bool operator==(const CategoryFacet&, const CategoryFacet&) = default;
};

/// Values that no match has are left out, but price, sample_service, requires_training and status
/// always have all their values.
struct Facets {
    std::vector<CategoryFacet> category;   ///< by level, then code
    std::vector<Facet> domain;             ///< the most frequent first, ties by value
    std::vector<Facet> institution;        ///< id; the most frequent first, ties by id
    std::vector<Facet> platform;           ///< id; the most frequent first, ties by id
    std::vector<Facet> price;              ///< "0-10000", "10001-20000", ..., "160001-" in fen
    std::vector<Facet> sample_service;     ///< "true", "false"
    std::vector<Facet> requires_training;  ///< "true", "false"
    std::vector<Facet> status;             ///< in the order of InstrumentStatus
    friend bool operator==(const Facets&, const Facets&) = default;
};

struct SearchResult {
    std::vector<std::uint32_t> matches;  ///< positions in entries()
    Facets facets;
};

/// Immutable and thread-safe.
class SearchIndex {
  public:
    /// Takes time and memory in proportion to the texts: 1.5 s and 800 bytes an entry for 100,000.
    /// At most 2^32 - 1 entries; every text valid UTF-8.
    static std::shared_ptr<const SearchIndex> build(std::vector<SearchEntry> entries, const Pinyin& pinyin);

    /// The entries in the order in which they were given: what the results point into.
    [[nodiscard]] const std::vector<SearchEntry>& entries() const;

    /// Positions in entries() of all matches, in the order of `sort`. `only`, if given, is a
    /// condition of the caller with one value per entry, e.g. what is free.
    [[nodiscard]] std::vector<std::uint32_t> find(const SearchQuery& query, SearchSort sort,
                                                  const std::vector<bool>* only = nullptr) const;

    /// Counts over the matches, where each facet ignores its own selection, so that it shows what
    /// widening the selection would bring.
    [[nodiscard]] Facets facets(const SearchQuery& query, const std::vector<bool>* only = nullptr) const;

    /// find and facets in one, at little more than the price of one.
    [[nodiscard]] SearchResult search(const SearchQuery& query, SearchSort sort,
                                      const std::vector<bool>* only = nullptr) const;

    ~SearchIndex();
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;

  private:
    struct Data;
    explicit SearchIndex(std::unique_ptr<const Data> data);
    std::unique_ptr<const Data> data_;
};

}  // namespace server
