#pragma once
// The inventory in memory: what the catalogue, the rules and the prices need of every instrument, with the
// documents in force. Immutable, thread-safe.

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/instrument.hpp"
#include "scheduler/store.hpp"
#include "server/inventory/search.hpp"

namespace server {

class Catalogue {
  public:
    using Ordinal = std::uint32_t;

    Catalogue(std::vector<model::Institution> institutions, std::vector<model::Platform> platforms,
              std::vector<model::Category> categories, std::vector<scheduler::InstrumentPtr> instruments,
              model::HolidaysPtr holidays = {});

    /// The same with one instrument's record replaced (new policy or rates). O(instruments) pointers.
    [[nodiscard]] std::shared_ptr<const Catalogue> with(const scheduler::InstrumentPtr& changed) const;

    [[nodiscard]] const std::vector<model::Institution>& institutions() const { return base_->institutions; }
    [[nodiscard]] const std::vector<model::Platform>& platforms() const { return base_->platforms; }
    [[nodiscard]] const std::vector<model::Category>& categories() const { return base_->categories; }
    [[nodiscard]] const std::vector<scheduler::InstrumentPtr>& instruments() const { return instruments_; }

    /// The calendar that the policies follow; null in tests that have none.
    [[nodiscard]] const model::HolidaysPtr& holidays() const { return base_->holidays; }

    [[nodiscard]] const Ordinal* find(const model::InstrumentId& id) const;
    [[nodiscard]] scheduler::InstrumentPtr instrument(const model::InstrumentId& id) const;
    [[nodiscard]] const model::Platform* platform(const model::PlatformId& id) const;
    [[nodiscard]] const model::Institution* institution(const model::InstitutionId& id) const;
    /// Ordinals of the instruments with this category code.
    [[nodiscard]] const std::vector<Ordinal>& in_category(const model::CategoryCode& code) const;

    /// By the same ordinals.
    [[nodiscard]] const SearchIndex& search() const { return *search_; }

    /// The external price an hour; 0 where there is none.
    static std::int64_t external_hourly_fen(const scheduler::InstrumentRecord& record);

  private:
    struct Base {
        std::vector<model::Institution> institutions;
        std::vector<model::Platform> platforms;
        std::vector<model::Category> categories;
        model::HolidaysPtr holidays;
        std::unordered_map<std::string, std::size_t> institution_at;
        std::unordered_map<std::string, std::size_t> platform_at;
        std::unordered_map<std::string, Ordinal> instrument_at;
        std::unordered_map<std::string, std::vector<Ordinal>> by_category;
    };
    Catalogue() = default;
    [[nodiscard]] SearchEntry search_entry(const scheduler::InstrumentRecord& record) const;
    void build_search();

    std::shared_ptr<const Base> base_;
    std::vector<scheduler::InstrumentPtr> instruments_;
    std::shared_ptr<const SearchIndex> search_;
};

}  // namespace server
