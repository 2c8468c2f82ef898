#include "server/inventory/search.hpp"

#include "tests/support/demo_catalogue.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace {

using server::SearchIndex;
using server::SearchQuery;
using server::SearchSort;
using Strings = std::vector<std::string>;

const SearchIndex& demo() {
    static const auto index = SearchIndex::build(support::demo_entries(), server::Pinyin());
    return *index;
}

SearchQuery words(std::string q) {
    SearchQuery query;
    query.q = std::move(q);
    return query;
}

Strings ids(const SearchQuery& query, SearchSort sort = SearchSort::relevance, const SearchIndex& index = demo()) {
    Strings all;
    for (const std::uint32_t position : index.find(query, sort)) {
        all.push_back(index.entries().at(position).instrument.id.value);
    }
    return all;
}

Strings ids(const std::string& q) {
    return ids(words(q));
}

bool has(const Strings& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

/// The instruments whose Chinese name has the text, straight from the rows.
std::set<std::string> named(const std::string& part) {
    std::set<std::string> all;
    for (const auto& entry : demo().entries()) {
        if (entry.instrument.name_zh.find(part) != std::string::npos) {
            all.insert(entry.instrument.id.value);
        }
    }
    return all;
}

/// A catalogue of bare instruments with these Chinese names; the ids are 0, 1, ...
std::shared_ptr<const SearchIndex> catalogue(const Strings& names) {
    std::vector<server::SearchEntry> entries;
    for (const std::string& name : names) {
        server::SearchEntry& entry = entries.emplace_back();
        entry.instrument.id = model::InstrumentId(std::to_string(entries.size() - 1));
        entry.instrument.name_zh = name;
    }
    return SearchIndex::build(std::move(entries), server::Pinyin());
}

std::uint32_t count_of(const std::vector<server::Facet>& facets, const std::string& value) {
    const auto at = std::ranges::find(facets, value, &server::Facet::value);
    return at == facets.end() ? 0 : at->count;
}

std::uint32_t count_of(const std::vector<server::CategoryFacet>& facets, const std::string& code, int level) {
    const auto at =
        std::ranges::find_if(facets, [&](const auto& facet) { return facet.code == code && facet.level == level; });
    return at == facets.end() ? 0 : at->count;
}

}  // namespace

TEST_CASE("The demo inventory is found whole by an empty question") {
    CHECK(ids("").size() == 498);
    CHECK(ids(" \t\u3000 ").size() == 498);
}

TEST_CASE("A Chinese part of a name of one, two or more characters finds every such instrument") {
    for (const char* part : {"核", "仪", "质谱", "扫描电镜", "核磁共振波谱仪"}) {
        const Strings found = ids(part);
        for (const std::string& id : named(part)) {
            CHECK(has(found, id));
        }
    }
    const Strings found = ids("核磁共振");
    CHECK(std::set<std::string>(found.begin(), found.end()) == named("核磁共振"));
}

TEST_CASE("An instrument is found by full pinyin, by initials and by a mixture") {
    for (const char* word : {"hecigongzhen", "hecigong", "he ci gong zhen", "hcgz", "hecgz", "HCGZ", "ＨＣＧＺ"}) {
        CAPTURE(word);
        CHECK(has(ids(word), "DEMO0001"));
    }
    for (const char* word : {"saomiao", "sao miao", "smdj", "saomiaodianjing", "saomdj"}) {
        CAPTURE(word);
        CHECK(has(ids(word), "DEMO0145"));
    }
}

TEST_CASE("A model is found without its spaces, hyphens and capitals") {
    CHECK(ids("qtrap6500") == Strings{"DEMO0003"});
    CHECK(ids("QTRAP 6500+") == Strings{"DEMO0003"});
    CHECK(ids("qtrap-6500") == Strings{"DEMO0003"});
    const Strings found = ids("avance neo");
    CHECK(found == Strings{"DEMO0150", "DEMO0001"});
    CHECK(ids("avanceneo600") == Strings{"DEMO0001"});
}

TEST_CASE("An instrument is found by its English name, maker, specs, id, platform and institution") {
    CHECK(has(ids("nmr"), "DEMO0001"));
    CHECK(has(ids("lcms"), "DEMO0003"));
    CHECK(has(ids("LC-MS/MS"), "DEMO0003"));
    CHECK(has(ids("bruker"), "DEMO0001"));
    CHECK(has(ids("低温探头"), "DEMO0001"));
    CHECK(ids("DEMO0001") == Strings{"DEMO0001"});
    CHECK(has(ids("药物研发"), "DEMO0001"));
    CHECK(has(ids("波谱仪器"), "DEMO0001"));
    CHECK(has(ids("海洋药物与生物制品"), "DEMO0001"));
    CHECK(has(ids("Marine Drug"), "DEMO0001"));
    CHECK(has(ids("Ocean University of China"), "DEMO0001"));
    CHECK(has(ids("海大"), "DEMO0001"));
    CHECK(has(ids("zhongguohaiyang"), "DEMO0001"));
}

TEST_CASE("Every word of a question must be found") {
    CHECK(ids("bruker 核磁 600") == Strings{"DEMO0001"});
    CHECK(ids("bruker\u3000hcgz") == ids("hcgz bruker"));
    CHECK(ids("核磁 shimadzu").empty());
}

TEST_CASE("Full width, capitals, accents and compatibility forms do not matter") {
    const auto index = catalogue({"ＣＯ₂ 激光器", "Müller 计数器", "µ-CT 成像"});
    const auto find = [&](const char* q) { return ids(words(q), SearchSort::relevance, *index); };
    CHECK(find("co2") == Strings{"0"});
    CHECK(find("ｃｏ２激光") == Strings{"0"});
    CHECK(find("muller") == Strings{"1"});
    CHECK(find("MÜLLER") == Strings{"1"});
    CHECK(find("μct") == Strings{"2"});
}

TEST_CASE("Short Latin words are found at word starts only, longer ones anywhere") {
    const auto index = catalogue({"Chromatograph", "GC-MS", "Spectro 15.5 kV"});
    const auto find = [&](const char* q) { return ids(words(q), SearchSort::relevance, *index); };
    CHECK(find("ms") == Strings{"1"});
    CHECK(find("ro").empty());
    CHECK(find("mato") == Strings{"0"});
    CHECK(find("kv") == Strings{"2"});
    CHECK(find("15.5") == Strings{"2"});
    CHECK(find("155").empty());
}

TEST_CASE("A better place of the word comes first: exact, beginning, inside, model, pinyin, other") {
    std::vector<server::SearchEntry> entries(7);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        entries[i].instrument.id = model::InstrumentId(std::to_string(i));
        entries[i].instrument.name_zh = "仪器";
    }
    entries[0].instrument.manufacturer = "hecidu";
    entries[1].instrument.name_zh = "核磁度";
    entries[2].instrument.model = "hecidu";
    entries[3].instrument.name_en = "the hecidu";
    entries[4].instrument.name_en = "hecidu two";
    entries[5].instrument.name_en = "Hecidu";
    entries[6].instrument.specs = "xhecidu";
    const auto index = SearchIndex::build(entries, server::Pinyin());
    CHECK(ids(words("hecidu"), SearchSort::relevance, *index) == Strings{"5", "4", "3", "2", "1", "0", "6"});
}

TEST_CASE("Words that stand together in a name come before the same words apart") {
    const auto index = catalogue({"a 质谱气相", "b 气相质谱", "气相 质谱"});
    CHECK(ids(words("气相 质谱"), SearchSort::relevance, *index) == Strings{"2", "1", "0"});
}

TEST_CASE("Equally good matches come by Chinese name, then id, whatever the order of the entries") {
    const auto index = catalogue({"质谱仪", "波谱仪", "质谱仪", "光谱仪"});
    CHECK(ids(words("谱仪"), SearchSort::relevance, *index) == Strings{"1", "3", "0", "2"});
    CHECK(ids(words(""), SearchSort::name, *index) == Strings{"1", "3", "0", "2"});
}

TEST_CASE("Prices sort both ways, ties by name") {
    std::vector<server::SearchEntry> entries = support::demo_entries();
    const auto price_of = [&](std::uint32_t position) { return entries[position].hourly_fen; };
    const auto up = demo().find(words("谱"), SearchSort::price);
    const auto down = demo().find(words("谱"), SearchSort::price_descending);
    CHECK(std::ranges::is_sorted(up, {}, price_of));
    CHECK(std::ranges::is_sorted(down, std::ranges::greater(), price_of));
    CHECK(std::ranges::is_permutation(up, down));
    const auto index = catalogue({"乙", "甲"});
    CHECK(ids(words(""), SearchSort::price, *index) == ids(words(""), SearchSort::price_descending, *index));
}

TEST_CASE("One wrong letter in a long word is forgiven when nothing else is found") {
    CHECK(ids("brukr") == ids("bruker"));
    CHECK(ids("burker") == ids("bruker"));
    CHECK(has(ids("spectrometre"), "DEMO0049"));
    CHECK(has(ids("saomaio"), "DEMO0145"));
    CHECK(has(ids("hecigogn"), "DEMO0001"));
    CHECK(ids("brxx").empty());
    CHECK(ids("brukerxx").empty());
}

TEST_CASE("A word that is found as it stands is not taken as mistyped") {
    const auto index = catalogue({"laser", "lager"});
    CHECK(ids(words("laser"), SearchSort::relevance, *index) == Strings{"0"});
    CHECK(ids(words("lazer"), SearchSort::relevance, *index) == Strings{"1", "0"});
}

TEST_CASE("Questions of punctuation, broken bytes or excessive length find nothing and do no harm") {
    CHECK(ids("+").empty());
    CHECK(ids("- . (").empty());
    CHECK(ids("核磁 -") == ids("核磁"));
    CHECK(ids("\xE6\xA0").empty());
    CHECK(ids("\xFF").empty());
    CHECK(ids(std::string(101, 'a')).empty());
    CHECK(ids(std::string(100, ' ')).size() == 498);
    CHECK(ids("%_'\"\\;DROPTABLE").empty());
}

TEST_CASE("A category stands for its whole subtree, the widest where its code repeats") {
    const auto with = [](const char* code) {
        SearchQuery query;
        query.categories = {code};
        return query;
    };
    const auto expected = [](const std::string& prefix) {
        return std::ranges::count_if(demo().entries(), [&](const auto& entry) {
            return entry.instrument.category_code.value.starts_with(prefix);
        });
    };
    CHECK(ids(with("010000")).size() == static_cast<std::size_t>(expected("01")));
    CHECK(ids(with("010600")).size() == static_cast<std::size_t>(expected("0106")));
    CHECK(ids(with("010601")).size() == static_cast<std::size_t>(expected("010601")));
    CHECK(ids(with("019900")).size() == static_cast<std::size_t>(expected("0199")));
    CHECK(ids(with("990000")).size() == static_cast<std::size_t>(expected("99")));
    CHECK(ids(with("777777")).empty());
    CHECK(ids(with("")).empty());
}

TEST_CASE("Conditions hold together, values of one condition widen it") {
    SearchQuery query;
    query.institutions = {"DEMO-I01", "DEMO-I02"};
    query.sample_service = true;
    query.max_hourly_fen = 20'000;
    std::size_t expected = 0;
    for (const auto& entry : demo().entries()) {
        expected += (entry.institution.value == "DEMO-I01" || entry.institution.value == "DEMO-I02") &&
                            entry.instrument.sample_service && entry.hourly_fen <= 20'000
                        ? 1U
                        : 0U;
    }
    CHECK(expected > 0);
    CHECK(ids(query).size() == expected);
    query.statuses = {"retired"};
    CHECK(ids(query).empty());
    query.statuses = {"retired", "available"};
    CHECK(ids(query).size() == expected);
    query.platforms = {"no such platform"};
    CHECK(ids(query).empty());
}

TEST_CASE("A facet ignores its own selection and follows all others") {
    SearchQuery query = words("质谱");
    query.categories = {"010200"};
    const server::Facets before = demo().facets(query);
    query.institutions = {"DEMO-I01"};
    const server::Facets after = demo().facets(query);
    CHECK(after.institution == before.institution);
    CHECK(count_of(after.platform, "DEMO-P01") == count_of(before.platform, "DEMO-P01"));
    CHECK(after.category.size() <= before.category.size());
    const auto matches = static_cast<std::uint32_t>(ids(query).size());
    CHECK(count_of(after.institution, "DEMO-I01") == matches);
    CHECK(count_of(after.category, "010200", 2) == matches);
    CHECK(count_of(after.status, "available") == matches);
    CHECK(count_of(after.sample_service, "true") + count_of(after.sample_service, "false") == matches);
}

TEST_CASE("The facets of the whole demo inventory add up on every level of the category tree") {
    const server::Facets facets = demo().facets({});
    for (int level = 1; level <= 3; ++level) {
        std::uint32_t sum = 0;
        for (const auto& facet : facets.category) {
            sum += facet.level == level ? facet.count : 0;
        }
        CHECK(sum == 498);
    }
    CHECK(facets.institution.size() == 14);
    CHECK(facets.platform.size() == 53);
    CHECK(facets.domain.front() == server::Facet{"材料表征", 51});
    CHECK(facets.price.size() == server::price_bucket_fen.size() + 1);
    CHECK(facets.price.front().value == "0-10000");
    CHECK(facets.price.back().value == "160001-");
    SearchQuery cheap;
    cheap.max_hourly_fen = 10'000;
    CHECK(facets.price.front().count == ids(cheap).size());
}

TEST_CASE("A condition of the caller narrows matches and counts") {
    std::vector<bool> only(498, false);
    only[0] = true;
    only[2] = true;
    const auto result = demo().search({}, SearchSort::price, &only);
    CHECK(result.matches == std::vector<std::uint32_t>{2, 0});
    CHECK(count_of(result.facets.platform, "DEMO-P01") == 2);
    CHECK(demo().find({}, SearchSort::price, &only) == result.matches);
    CHECK(demo().facets({}, &only) == result.facets);
}

TEST_CASE("An empty catalogue answers") {
    const auto index = SearchIndex::build({}, server::Pinyin());
    CHECK(index->find(words("质谱"), SearchSort::relevance).empty());
    CHECK(index->find(words("spectrometer"), SearchSort::name).empty());
    CHECK(index->facets({}).price.size() == server::price_bucket_fen.size() + 1);
}

TEST_CASE("A single instrument with many shared texts is found by each of them") {
    auto entries = support::demo_entries();
    entries.resize(1);
    const auto index = SearchIndex::build(std::move(entries), server::Pinyin());
    for (const char* q : {"化学分析", "海大", "ocean", "药物研发", "核磁", "hcgz", "bruker", "仪"}) {
        CHECK(index->find(words(q), SearchSort::relevance).size() == 1);
    }
}
