#pragma once
// The conditions and counts of the catalogue search: every entry's value in each dimension as a
// number.

#include "server/inventory/search.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

namespace server {

/// Entries are "documents" here, numbered in the order of add. Filled once, then immutable and
/// thread-safe.
class FacetTable {
  public:
    FacetTable();
    void add(const SearchEntry& entry);

    /// The conditions of a question in terms of the table's numbers.
    class Conditions {
        friend class FacetTable;
        std::vector<std::size_t> active;           ///< dimensions with a condition
        std::array<std::vector<char>, 8> allowed;  ///< by value; of active dimensions but price
        std::int64_t max_hourly_fen = 0;
    };

    [[nodiscard]] Conditions conditions(const SearchQuery& query) const;

    /// One bit per dimension whose condition the document misses; 0 = it satisfies all.
    [[nodiscard]] std::uint8_t missed(std::uint32_t document, const Conditions& conditions) const;

    /// Adds up facets over documents.
    class Counter {
      public:
        explicit Counter(const FacetTable& table);
        /// `missed` as above: a document that misses one condition still counts in that facet.
        void add(std::uint32_t document, std::uint8_t missed);
        [[nodiscard]] Facets facets() const;

      private:
        void add_in(std::size_t dimension, std::uint32_t document);
        const FacetTable& table_;
        std::array<std::vector<std::uint32_t>, 8> counts_;
    };

  private:
    /// Values by number and back.
    struct Names {
        std::vector<std::string> list;
        boost::unordered_flat_map<std::string, std::uint32_t> numbers;
        std::uint32_t number_of(const std::string& name);
    };

    void allow(Conditions& conditions, std::size_t dimension, const std::vector<std::string>& values) const;

    std::array<Names, 8> names_;
    std::array<std::vector<std::uint32_t>, 8> values_;  ///< by document; of domain: all lists in a row
    std::vector<std::uint32_t> domain_begins_ = {0};
    std::vector<std::int64_t> hourly_fen_;
};

}  // namespace server
