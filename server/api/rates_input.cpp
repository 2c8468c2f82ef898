#include "server/api/rates_input.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "server/json/read.hpp"

namespace server {

using namespace model;

namespace {
/// Numbers that must go up from one entry to the next.
template <class Entry, class Member>
void check_ascending(const std::vector<Entry>& entries, Member from, const std::string& path, const char* list,
                     const char* name, json::Findings& findings) {
    for (std::size_t i = 1; i < entries.size(); ++i) {
        if (entries[i].*from <= entries[i - 1].*from) {
            findings.value(fmt::format("{}.{}[{}].{}", path, list, i, name), "not_ascending",
                           {"须递增", "these must ascend"});
        }
    }
}

void check_consumables(const RateCard& card, const std::string& path, json::Findings& findings) {
    for (std::size_t i = 0; i < card.consumables.size(); ++i) {
        const auto earlier = card.consumables.begin() + static_cast<std::ptrdiff_t>(i);
        const auto& it = card.consumables[i];
        const bool twice = std::any_of(card.consumables.begin(), earlier, [&](const Consumable& other) {
            return other.code == it.code || other.name_zh == it.name_zh || other.name_en == it.name_en;
        });
        if (twice) {
            findings.value(fmt::format("{}.consumables[{}]", path, i), "duplicate",
                           {"编码或名称重复", "this code or name appears twice"});
        }
    }
}

void check_card(const RateCard& card, const std::string& path, json::Findings& findings) {
    check_ascending(card.tiers, &Tier::from_minutes, path, "tiers", "from_minutes", findings);
    check_ascending(card.sample_tiers, &SampleTier::from_sample, path, "sample_tiers", "from_sample", findings);
    check_consumables(card, path, findings);
    for (std::size_t i = 0; i < card.cancellation.size(); ++i) {
        if (card.cancellation[i].fee_fen.has_value() == card.cancellation[i].percent.has_value()) {
            findings.value(fmt::format("{}.cancellation[{}]", path, i), "one_of",
                           {"fee_fen 与 percent 须且只能有一个", "exactly one of fee_fen and percent"});
        }
    }
    constexpr std::size_t tiers_max = 20;
    constexpr std::size_t bands_max = 50;
    constexpr std::size_t consumables_max = 100;
    if (card.tiers.size() > tiers_max || card.sample_tiers.size() > tiers_max || card.bands.size() > bands_max ||
        card.cancellation.size() > tiers_max || card.consumables.size() > consumables_max) {
        findings.value(path, "too_many", {"条目过多", "too many entries"});
    }
}

bool is_known(const ClassName& name, const std::vector<OwnClass>& own) {
    return name == PriceClass::enterprise || name == PriceClass::academic || name == PriceClass::internal ||
           std::ranges::any_of(own, [&](const OwnClass& c) { return c.name.value == name.value; });
}
}  // namespace

Result<void> check_rates(const Rates& rates, const std::vector<OwnClass>& own, const std::string& at) {
    constexpr std::size_t cards_max = 50;
    json::Findings findings;
    if (rates.empty() || rates.size() > cards_max) {
        json::report_range(findings, at.empty() ? "rates" : at, 1, cards_max);
    }
    for (std::size_t i = 0; i < rates.size(); ++i) {
        const auto path = fmt::format("{}[{}]", at, i);
        check_card(rates[i], path, findings);
        if (!is_known(rates[i].price_class, own)) {
            findings.value(
                path + ".price_class", "unknown_value",
                {"可用的值：enterprise、academic、internal，或本院校自设的类别",
                 "the possible values are enterprise, academic, internal, and the institution's own classes"});
        }
        const bool twice = std::ranges::any_of(
            rates.begin(), rates.begin() + static_cast<std::ptrdiff_t>(i), [&](const RateCard& other) {
                return other.price_class == rates[i].price_class && other.valid_from == rates[i].valid_from;
            });
        if (twice) {
            findings.value(path + ".price_class", "duplicate",
                           {"同一类别和日期出现两次", "this class and date appear twice"});
        }
    }
    if (!findings.empty()) {
        return findings.error();
    }
    return {};
}

}  // namespace server
