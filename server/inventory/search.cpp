#include "server/inventory/search.hpp"

#include "model/assert.hpp"
#include "server/inventory/search_corpus.hpp"
#include "server/inventory/search_facets.hpp"
#include "server/inventory/search_order.hpp"
#include "server/inventory/search_text.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

namespace server {
namespace {

constexpr Grade mistyped_grade = 10;
constexpr Grade worst_phrase_grade = 5;  ///< in a name or model
constexpr Grade name_part_grade = 2;     ///< single words of several are no better than this
constexpr std::size_t texts_per_instrument = 6;

/// The relevance of search.hpp in numbers.
CorpusRules instrument_rules() {
    constexpr FieldGrades other = {7, 7, 7, 8};
    return {.fields = {{0, 1, 2, 2}, {0, 1, 2, 3}, {4, 4, 4, 5}, other, other, other},
            .pinyin = 6,
            .pinyin_start = PinyinStart::anywhere,
            .least_pinyin_letters = 2};
}

CorpusRules term_rules() {
    return {
        .fields = {{7, 7, 7, 8}}, .pinyin = 9, .pinyin_start = PinyinStart::at_beginning, .least_pinyin_letters = 4};
}

std::array<std::string_view, texts_per_instrument> texts_of(const model::Instrument& instrument) {
    return {instrument.name_zh,      instrument.name_en,  instrument.model,
            instrument.manufacturer, instrument.id.value, instrument.specs};
}

std::vector<std::string_view> terms_of(const SearchEntry& entry) {
    std::vector<std::string_view> terms = {entry.instrument.category_zh, entry.platform_name_zh,
                                           entry.platform_name_en,       entry.institution_name_zh,
                                           entry.institution_name_en,    entry.institution_short};
    terms.insert(terms.end(), entry.instrument.domains.begin(), entry.instrument.domains.end());
    return terms;
}

/// Texts that many instruments share.
struct SharedTerms {
    std::vector<std::string_view> texts;  ///< of the entries
    std::vector<std::vector<std::uint32_t>> documents;
};

SharedTerms shared_terms(const std::vector<SearchEntry>& entries, const SearchOrder& order) {
    SharedTerms terms;
    boost::unordered_flat_map<std::string_view, std::size_t> numbers;
    std::uint32_t document = 0;
    for (const std::uint32_t position : order.positions()) {
        for (const std::string_view text : terms_of(entries[position])) {
            const auto [at, is_new] = numbers.try_emplace(text, terms.texts.size());
            if (is_new) {
                terms.texts.push_back(text);
                terms.documents.emplace_back();
            }
            std::vector<std::uint32_t>& documents = terms.documents[at->second];
            if (documents.empty() || documents.back() != document) {
                documents.push_back(document);
            }
        }
        ++document;
    }
    return terms;
}

}  // namespace

/// Documents are the entries in the order of their names, so that whatever is listed by document is
/// listed by name.
struct SearchIndex::Data {
    std::vector<SearchEntry> entries;
    SearchOrder order;
    TextCorpus instruments;
    SharedTerms shared;
    TextCorpus terms;  ///< its documents are the shared texts
    FacetTable facets;
    Pinyin readings;

    Data(std::vector<SearchEntry> given, const Pinyin& pinyin);

    /// The relevance of every document; no_relevance = no match.
    [[nodiscard]] std::vector<Relevance> relevance(const std::string& question) const;
    [[nodiscard]] SearchResult search(const SearchQuery& query, std::optional<SearchSort> sort,
                                      const std::vector<bool>* only, bool with_facets) const;

  private:
    bool grade_word(const SearchWord& word, PinyinStyle style, Grade at_least, std::vector<Grade>& grades) const;
    [[nodiscard]] std::vector<Grade> grade_word(const SearchWord& word) const;
    void grade_phrase(const std::vector<SearchWord>& words, std::vector<Relevance>& relevance) const;
};

SearchIndex::Data::Data(std::vector<SearchEntry> given, const Pinyin& pinyin)
    : entries(std::move(given)),
      order(entries),
      instruments(instrument_rules(), pinyin, entries.size()),
      shared(shared_terms(entries, order)),
      terms(term_rules(), pinyin, shared.texts.size()),
      readings(pinyin) {
    for (const std::uint32_t position : order.positions()) {
        instruments.add(texts_of(entries[position].instrument));
        facets.add(entries[position]);
    }
    instruments.finish();
    for (const std::string_view& text : shared.texts) {
        terms.add(std::span(&text, 1));
    }
    terms.finish();
}

bool SearchIndex::Data::grade_word(const SearchWord& word, PinyinStyle style, Grade at_least,
                                   std::vector<Grade>& grades) const {
    std::vector<TextCorpus::Hit> hits;
    instruments.find_all(word, style, hits);
    bool found = !hits.empty();
    for (const auto& hit : hits) {
        grades[hit.document] = std::min(grades[hit.document], std::max(hit.grade, at_least));
    }
    terms.find_all(word, style, hits);
    for (const auto& hit : hits) {
        for (const std::uint32_t document : shared.documents[hit.document]) {
            grades[document] = std::min(grades[document], std::max(hit.grade, at_least));
        }
    }
    return found || !hits.empty();
}

std::vector<Grade> SearchIndex::Data::grade_word(const SearchWord& word) const {
    std::vector<Grade> grades(entries.size(), no_match);
    if (!grade_word(word, PinyinStyle::mixed, 0, grades) && may_be_mistyped(word)) {
        for (const SearchWord& meant : spelled_nearly(word.letters)) {
            if (instruments.has_word(meant.letters) || terms.has_word(meant.letters) ||
                reads_as_syllables(meant.letters, readings)) {
                grade_word(meant, PinyinStyle::full, mistyped_grade, grades);
            }
        }
    }
    return grades;
}

void SearchIndex::Data::grade_phrase(const std::vector<SearchWord>& words, std::vector<Relevance>& relevance) const {
    std::string letters;
    for (const SearchWord& word : words) {
        letters += word.letters;
    }
    const SearchWord phrase(std::move(letters));
    for (std::uint32_t document = 0; document < relevance.size(); ++document) {
        if (relevance[document] == no_relevance) {
            continue;
        }
        const Grade grade = instruments.grade(document, phrase, worst_phrase_grade);
        if (grade != no_match) {
            relevance[document] = relevance_of(grade, grade);
        }
    }
}

std::vector<Relevance> SearchIndex::Data::relevance(const std::string& question) const {
    const auto words = split_question(question);
    std::vector<Relevance> relevance(entries.size(), words ? relevance_of(0, 0) : no_relevance);
    if (!words) {
        return relevance;
    }
    const Grade best = words->size() > 1 ? name_part_grade : Grade{0};
    for (const SearchWord& word : *words) {
        const std::vector<Grade> grades = grade_word(word);
        for (std::size_t document = 0; document < grades.size(); ++document) {
            relevance[document] = grades[document] == no_match
                                      ? no_relevance
                                      : with_word(relevance[document], std::max(grades[document], best));
        }
    }
    if (words->size() > 1) {
        grade_phrase(*words, relevance);
    }
    return relevance;
}

SearchResult SearchIndex::Data::search(const SearchQuery& query, std::optional<SearchSort> sort,
                                       const std::vector<bool>* only, bool with_facets) const {
    YIQI_ASSERT(only == nullptr || only->size() == entries.size());
    std::vector<Relevance> found = relevance(query.q);
    const FacetTable::Conditions conditions = facets.conditions(query);
    FacetTable::Counter counter(facets);
    for (std::uint32_t document = 0; document < found.size(); ++document) {
        if (found[document] == no_relevance) {
            continue;
        }
        if (only != nullptr && !(*only)[order.positions()[document]]) {
            found[document] = no_relevance;
            continue;
        }
        const std::uint8_t missed = facets.missed(document, conditions);
        if (with_facets) {
            counter.add(document, missed);
        }
        if (missed != 0) {
            found[document] = no_relevance;
        }
    }
    SearchResult result;
    if (sort) {
        result.matches = order.sorted(found, *sort);
    }
    if (with_facets) {
        result.facets = counter.facets();
    }
    return result;
}

SearchIndex::SearchIndex(std::unique_ptr<const Data> data) : data_(std::move(data)) {}

SearchIndex::~SearchIndex() = default;

std::shared_ptr<const SearchIndex> SearchIndex::build(std::vector<SearchEntry> entries, const Pinyin& pinyin) {
    YIQI_ASSERT(entries.size() < std::numeric_limits<std::uint32_t>::max());
    return std::shared_ptr<const SearchIndex>(
        new SearchIndex(std::make_unique<const Data>(std::move(entries), pinyin)));
}

const std::vector<SearchEntry>& SearchIndex::entries() const {
    return data_->entries;
}

std::vector<std::uint32_t> SearchIndex::find(const SearchQuery& query, SearchSort sort,
                                             const std::vector<bool>* only) const {
    return data_->search(query, sort, only, false).matches;
}

Facets SearchIndex::facets(const SearchQuery& query, const std::vector<bool>* only) const {
    return data_->search(query, std::nullopt, only, true).facets;
}

SearchResult SearchIndex::search(const SearchQuery& query, SearchSort sort, const std::vector<bool>* only) const {
    return data_->search(query, sort, only, true);
}

}  // namespace server
