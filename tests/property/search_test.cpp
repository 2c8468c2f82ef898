#include "tests/support/demo_catalogue.hpp"
#include "tests/support/many_instruments.hpp"
#include "tests/support/search_oracle.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace {

using server::SearchEntry;
using server::SearchIndex;
using server::SearchQuery;
using server::SearchSort;

/// Questions cut from the texts of a catalogue.
class Questions {
  public:
    Questions(const std::vector<SearchEntry>& entries, unsigned seed) : entries_(entries), random_(seed) {}

    std::string word() {
        const auto& i = any_entry().instrument;
        switch (below(10)) {
            case 0:
            case 1:
            case 2:
                return cut(i.name_zh, 1 + below(5));
            case 3:
                return cut(i.name_en, 1 + below(12));
            case 4:
                return cut(i.model, 1 + below(8));
            case 5:
                return cut(i.manufacturer, 1 + below(8));
            case 6:
                return cut(i.specs, 1 + below(6));
            case 7:
            case 8:
                return typed(cut(i.name_zh, 1 + below(5)));
            default:
                return typed(cut(any_entry().institution_name_zh, 1 + below(4)));
        }
    }

    std::string question() {
        std::string q = word();
        while (below(3) == 0 && model::count_code_points(q) < 60) {
            q += ' ' + word();
        }
        return q;
    }

    std::string mistyped_word() {
        std::string word =
            below(2) == 0 ? typed(cut(any_entry().instrument.name_zh, 4)) : cut(any_entry().instrument.name_en, 8);
        const auto letter = static_cast<char>('a' + below(26));
        word.insert(below(word.size() + 1), 1, letter);
        return word;
    }

    SearchQuery filtered(std::string q) {
        SearchQuery query;
        query.q = std::move(q);
        const auto sometimes = [&] { return below(4) == 0; };
        if (sometimes()) {
            std::string code = any_entry().instrument.category_code.value;
            const std::size_t level = below(3);
            query.categories = {level == 0 ? code.substr(0, 2) + "0000" : level == 1 ? code.substr(0, 4) + "00" : code};
        }
        if (sometimes()) {
            query.domains = {any_entry().instrument.domains.front(), any_entry().instrument.domains.back()};
        }
        if (sometimes()) {
            query.institutions = {any_entry().institution.value, any_entry().institution.value, "none"};
        }
        if (sometimes()) {
            query.platforms = {any_entry().platform.value, any_entry().platform.value};
        }
        if (sometimes()) {
            query.sample_service = below(2) == 0;
        }
        if (sometimes()) {
            query.requires_training = below(2) == 0;
        }
        if (sometimes()) {
            query.max_hourly_fen = any_entry().hourly_fen;
        }
        if (sometimes()) {
            query.statuses = {"out_of_service", below(2) == 0 ? "available" : "retired"};
        }
        return query;
    }

  private:
    std::size_t below(std::size_t bound) { return random_() % bound; }

    const SearchEntry& any_entry() { return entries_[below(entries_.size())]; }

    /// `length` code points from anywhere in the text.
    std::string cut(const std::string& text, std::size_t length) {
        std::vector<std::size_t> begins;
        for (std::size_t at = 0; at < text.size(); model::next_code_point(text, at)) {
            begins.push_back(at);
        }
        begins.push_back(text.size());
        const std::size_t from = below(begins.size());
        const std::size_t to = std::min(from + length, begins.size() - 1);
        return text.substr(begins[from], begins[to] - begins[from]);
    }

    /// As someone might type it: any reading, in full or the initial, the end perhaps missing.
    std::string typed(const std::string& text) {
        std::string letters;
        const bool full = below(2) == 0;
        for (std::size_t at = 0; at < text.size();) {
            const auto readings = pinyin_.readings(pinyin_.unit(model::next_code_point(text, at)));
            if (!readings.empty()) {
                const std::string_view all = pinyin_.spelling(readings[below(readings.size())]);
                const std::size_t initial = all.size() > 1 && all[1] == 'h' ? 1 + below(2) : 1;
                letters += full || below(4) == 0 ? all : all.substr(0, initial);
            }
        }
        return below(3) == 0 ? letters.substr(0, 1 + below(letters.size() + 1)) : letters;
    }

    const std::vector<SearchEntry>& entries_;
    std::mt19937 random_;
    server::Pinyin pinyin_;
};

bool one_of(const std::vector<std::string>& wanted, const std::string& value) {
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

/// The dimensions whose condition the entry misses.
std::vector<std::string> missed(const SearchEntry& entry, const SearchQuery& query) {
    const auto& i = entry.instrument;
    std::vector<std::string> all;
    const auto check = [&](const char* dimension, bool holds) {
        if (!holds) {
            all.emplace_back(dimension);
        }
    };
    const auto under = [&](std::string root) {
        while (root.ends_with("00")) {
            root.resize(root.size() - 2);
        }
        return i.category_code.value.starts_with(root);
    };
    check("category", query.categories.empty() || std::ranges::any_of(query.categories, under));
    check("domain", query.domains.empty() || std::ranges::any_of(i.domains, [&](const auto& domain) {
                        return one_of(query.domains, domain);
                    }));
    check("institution", one_of(query.institutions, entry.institution.value));
    check("platform", one_of(query.platforms, entry.platform.value));
    check("status", one_of(query.statuses, "available"));
    check("sample_service", query.sample_service.value_or(i.sample_service) == i.sample_service);
    check("training", query.requires_training.value_or(entry.requires_training) == entry.requires_training);
    check("price", entry.hourly_fen <= query.max_hourly_fen.value_or(entry.hourly_fen));
    return all;
}

std::vector<std::string> folded_words(const std::string& q) {
    std::vector<std::string> words;
    const auto split = server::split_question(q);
    for (const server::SearchWord& word : split.value()) {
        words.push_back(word.letters);
    }
    return words;
}

using Counts = std::map<std::string, std::uint32_t>;

Counts counts(const std::vector<server::Facet>& facets) {
    Counts all;
    for (const server::Facet& facet : facets) {
        if (facet.count > 0) {
            all[facet.value] = facet.count;
        }
    }
    return all;
}

class Comparison {
  public:
    explicit Comparison(const std::vector<SearchEntry>& entries)
        : entries_(entries),
          index_(SearchIndex::build(entries, server::Pinyin())),
          oracle_(entries),
          by_name_(index_->find({}, SearchSort::name)) {}

    std::size_t check(const SearchQuery& query) {
        CAPTURE(query.q);
        if (!server::split_question(query.q)) {
            CHECK(index_->find(query, SearchSort::relevance).empty());
            return 0;
        }
        const auto ranks = oracle_.ranks(folded_words(query.q));
        std::map<int, std::vector<std::uint32_t>> by_rank;
        std::map<std::string, Counts> facets;
        for (const std::uint32_t position : by_name_) {
            if (!ranks[position]) {
                continue;
            }
            const SearchEntry& entry = entries_[position];
            const auto misses = missed(entry, query);
            const auto count = [&](const std::string& dimension, const std::string& value) {
                if (misses.empty() || (misses.size() == 1 && misses.front() == dimension)) {
                    ++facets[dimension][value];
                }
            };
            count("institution", entry.institution.value);
            count("platform", entry.platform.value);
            count("sample_service", entry.instrument.sample_service ? "true" : "false");
            count("training", entry.requires_training ? "true" : "false");
            for (const std::string& domain : entry.instrument.domains) {
                count("domain", domain);
            }
            count("category", entry.instrument.category_code.value);
            if (misses.empty()) {
                by_rank[*ranks[position]].push_back(position);
            }
        }
        std::vector<std::uint32_t> expected;
        for (const auto& [rank, positions] : by_rank) {
            expected.insert(expected.end(), positions.begin(), positions.end());
        }
        const auto found = index_->search(query, SearchSort::relevance);
        CHECK(found.matches == expected);
        compare(found.facets, facets);
        return expected.size();
    }

  private:
    static void compare(const server::Facets& found, std::map<std::string, Counts>& expected) {
        CHECK(counts(found.institution) == expected["institution"]);
        CHECK(counts(found.platform) == expected["platform"]);
        CHECK(counts(found.domain) == expected["domain"]);
        CHECK(counts(found.sample_service) == expected["sample_service"]);
        CHECK(counts(found.requires_training) == expected["training"]);
        Counts leaves;
        for (const auto& facet : found.category) {
            if (facet.level == 3) {
                leaves[facet.code] = facet.count;
            }
        }
        CHECK(leaves == expected["category"]);
    }

    const std::vector<SearchEntry>& entries_;
    std::shared_ptr<const SearchIndex> index_;
    support::SearchOracle oracle_;
    std::vector<std::uint32_t> by_name_;
};

}  // namespace

TEST_CASE(
    "Whatever is cut from the demo inventory, the index finds and counts what a look at every text "
    "does") {
    const auto entries = support::demo_entries();
    Comparison comparison(entries);
    Questions questions(entries, 1);
    std::size_t matches = 0;
    for (int i = 0; i < 150; ++i) {
        matches += comparison.check(questions.filtered(questions.question()));
    }
    CHECK(matches > 300);
}

TEST_CASE("Mistyped words mean the same to the index as to a look at every text") {
    auto entries = support::demo_entries();
    entries.resize(60);
    Comparison comparison(entries);
    Questions questions(entries, 2);
    for (int i = 0; i < 60; ++i) {
        SearchQuery query;
        query.q = questions.mistyped_word();
        comparison.check(query);
    }
}

TEST_CASE("A catalogue with lists and bit sets in its index agrees with a look at every text") {
    const auto entries = support::many_entries(1'500);
    Comparison comparison(entries);
    Questions questions(entries, 3);
    for (int i = 0; i < 30; ++i) {
        comparison.check(questions.filtered(questions.question()));
    }
}
