#include "server/inventory/search_facets.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <string_view>
#include <utility>

namespace server {
namespace {

// The dimensions; each is a bit of a document's misses.
constexpr std::size_t category = 0;
constexpr std::size_t domain = 1;
constexpr std::size_t institution = 2;
constexpr std::size_t platform = 3;
constexpr std::size_t price = 4;
constexpr std::size_t sample_service = 5;
constexpr std::size_t requires_training = 6;
constexpr std::size_t status = 7;
constexpr std::size_t dimension_count = 8;

constexpr std::size_t code_length = 6;

/// The leading digits that all codes of the category's subtree share.
std::string_view subtree_prefix(std::string_view code) {
    if (code.size() == code_length && code.ends_with("0000")) {
        return code.substr(0, 2);
    }
    if (code.size() == code_length && code.ends_with("00")) {
        return code.substr(0, 4);
    }
    return code;
}

bool in_subtree(std::string_view code, std::string_view root) {
    const std::string_view prefix = subtree_prefix(root);
    return prefix.size() < root.size() ? code.size() == code_length && code.starts_with(prefix) : code == root;
}

std::uint32_t price_bucket(std::int64_t fen) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(price_bucket_fen, fen) - price_bucket_fen.begin());
}

std::vector<std::string> price_names() {
    std::vector<std::string> names;
    std::int64_t from = 0;
    for (const std::int64_t to : price_bucket_fen) {
        names.push_back(std::to_string(from) + '-' + std::to_string(to));
        from = to + 1;
    }
    names.push_back(std::to_string(from) + '-');
    return names;
}

std::uint32_t truth_value(bool is_true) {
    return is_true ? 0 : 1;
}

std::vector<Facet> all_facets(const std::vector<std::string>& names, const std::vector<std::uint32_t>& counts) {
    std::vector<Facet> facets;
    for (std::size_t i = 0; i < names.size(); ++i) {
        facets.push_back({names[i], counts[i]});
    }
    return facets;
}

std::vector<Facet> frequent_facets(const std::vector<std::string>& names, const std::vector<std::uint32_t>& counts) {
    std::vector<Facet> facets = all_facets(names, counts);
    std::erase_if(facets, [](const Facet& facet) { return facet.count == 0; });
    std::ranges::sort(facets, [](const Facet& a, const Facet& b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    return facets;
}

std::vector<CategoryFacet> category_facets(const std::vector<std::string>& codes,
                                           const std::vector<std::uint32_t>& counts) {
    std::map<std::pair<int, std::string>, std::uint32_t> tree;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (counts[i] == 0) {
            continue;
        }
        if (codes[i].size() == code_length) {
            tree[{1, codes[i].substr(0, 2) + "0000"}] += counts[i];
            tree[{2, codes[i].substr(0, 4) + "00"}] += counts[i];
        }
        tree[{3, codes[i]}] += counts[i];
    }
    std::vector<CategoryFacet> facets;
    for (const auto& [key, count] : tree) {
        facets.push_back({key.second, key.first, count});
    }
    return facets;
}

}  // namespace

std::uint32_t FacetTable::Names::number_of(const std::string& name) {
    const auto [at, is_new] = numbers.try_emplace(name, static_cast<std::uint32_t>(list.size()));
    if (is_new) {
        list.push_back(name);
    }
    return at->second;
}

FacetTable::FacetTable() {
    for (const std::string& name : price_names()) {
        names_[price].number_of(name);
    }
    for (const std::size_t dimension : {sample_service, requires_training}) {
        names_[dimension].number_of("true");
        names_[dimension].number_of("false");
    }
    for (const char* name : {"available", "out_of_service", "retired"}) {
        names_[status].number_of(name);
    }
}

void FacetTable::add(const SearchEntry& entry) {
    const model::Instrument& instrument = entry.instrument;
    const auto set = [&](std::size_t dimension, std::uint32_t value) { values_[dimension].push_back(value); };
    set(category, names_[category].number_of(instrument.category_code.value));
    set(institution, names_[institution].number_of(entry.institution.value));
    set(platform, names_[platform].number_of(entry.platform.value));
    set(price, price_bucket(entry.hourly_fen));
    set(sample_service, truth_value(instrument.sample_service));
    set(requires_training, truth_value(entry.requires_training));
    set(status, static_cast<std::uint32_t>(instrument.status));
    hourly_fen_.push_back(entry.hourly_fen);
    std::vector<std::uint32_t>& domains = values_[domain];
    for (const std::string& name : instrument.domains) {
        const std::uint32_t number = names_[domain].number_of(name);
        if (std::find(domains.begin() + domain_begins_.back(), domains.end(), number) == domains.end()) {
            domains.push_back(number);
        }
    }
    domain_begins_.push_back(static_cast<std::uint32_t>(domains.size()));
}

void FacetTable::allow(Conditions& conditions, std::size_t dimension, const std::vector<std::string>& values) const {
    if (values.empty()) {
        return;
    }
    conditions.active.push_back(dimension);
    const Names& names = names_[dimension];
    std::vector<char>& allowed = conditions.allowed[dimension];
    allowed.resize(names.list.size());
    for (const std::string& value : values) {
        if (const auto at = names.numbers.find(value); at != names.numbers.end()) {
            allowed[at->second] = 1;
        }
    }
}

FacetTable::Conditions FacetTable::conditions(const SearchQuery& query) const {
    Conditions conditions;
    std::vector<std::string> codes;
    for (const std::string& code : names_[category].list) {
        if (std::ranges::any_of(query.categories, [&](const auto& root) { return in_subtree(code, root); })) {
            codes.push_back(code);
        }
    }
    allow(conditions, category, codes.empty() ? query.categories : codes);
    allow(conditions, domain, query.domains);
    allow(conditions, institution, query.institutions);
    allow(conditions, platform, query.platforms);
    allow(conditions, status, query.statuses);
    const auto allow_truth = [&](std::size_t dimension, std::optional<bool> wanted) {
        if (wanted) {
            allow(conditions, dimension, {*wanted ? "true" : "false"});
        }
    };
    allow_truth(sample_service, query.sample_service);
    allow_truth(requires_training, query.requires_training);
    if (query.max_hourly_fen) {
        conditions.active.push_back(price);
        conditions.max_hourly_fen = *query.max_hourly_fen;
    }
    return conditions;
}

std::uint8_t FacetTable::missed(std::uint32_t document, const Conditions& conditions) const {
    unsigned missed = 0;
    for (const std::size_t dimension : conditions.active) {
        bool holds = false;
        if (dimension == price) {
            holds = hourly_fen_[document] <= conditions.max_hourly_fen;
        } else if (dimension == domain) {
            for (std::uint32_t i = domain_begins_[document]; i < domain_begins_[document + 1]; ++i) {
                holds = holds || conditions.allowed[domain][values_[domain][i]] != 0;
            }
        } else {
            holds = conditions.allowed[dimension][values_[dimension][document]] != 0;
        }
        missed |= holds ? 0U : 1U << dimension;
    }
    return static_cast<std::uint8_t>(missed);
}

FacetTable::Counter::Counter(const FacetTable& table) : table_(table) {
    for (std::size_t dimension = 0; dimension < dimension_count; ++dimension) {
        counts_[dimension].resize(table.names_[dimension].list.size());
    }
}

void FacetTable::Counter::add_in(std::size_t dimension, std::uint32_t document) {
    if (dimension != domain) {
        ++counts_[dimension][table_.values_[dimension][document]];
        return;
    }
    for (std::uint32_t i = table_.domain_begins_[document]; i < table_.domain_begins_[document + 1]; ++i) {
        ++counts_[domain][table_.values_[domain][i]];
    }
}

void FacetTable::Counter::add(std::uint32_t document, std::uint8_t missed) {
    if (missed == 0) {
        for (std::size_t dimension = 0; dimension < dimension_count; ++dimension) {
            add_in(dimension, document);
        }
    } else if (std::has_single_bit(missed)) {
        add_in(static_cast<std::size_t>(std::countr_zero(missed)), document);
    }
}

Facets FacetTable::Counter::facets() const {
    const auto names = [&](std::size_t dimension) -> const std::vector<std::string>& {
        return table_.names_[dimension].list;
    };
    return {.category = category_facets(names(category), counts_[category]),
            .domain = frequent_facets(names(domain), counts_[domain]),
            .institution = frequent_facets(names(institution), counts_[institution]),
            .platform = frequent_facets(names(platform), counts_[platform]),
            .price = all_facets(names(price), counts_[price]),
            .sample_service = all_facets(names(sample_service), counts_[sample_service]),
            .requires_training = all_facets(names(requires_training), counts_[requires_training]),
            .status = all_facets(names(status), counts_[status])};
}

}  // namespace server
