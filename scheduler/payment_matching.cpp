#include "scheduler/payment_matching.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace scheduler {

using namespace model;

namespace {
bool is_part_of_word(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/// The words of letters, digits and "-_." in a text; everything else, Chinese too, separates them.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_part_of_word(text[end])) {
            ++end;
        }
        if (end > at) {
            words.push_back(text.substr(at, end - at));
        }
        at = std::max(end, at + 1);
    }
    return words;
}

/// "ORG.2026-11" without the month; the word itself where it has none.
std::string_view without_month(std::string_view word) {
    constexpr std::size_t month_length = 8;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (word.size() <= month_length) {
        return word;
    }
    const auto month = word.substr(word.size() - month_length);
    const bool good = month[0] == '.' && std::ranges::all_of(month.substr(1, 4), is_digit) && month[5] == '-' &&
                      std::ranges::all_of(month.substr(6), is_digit);
    return good ? word.substr(0, word.size() - month_length) : word;
}

bool is_named(const KnownPayer& payer, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) {
        return word == payer.id.value || without_month(word) == payer.id.value ||
               (!payer.credit_code.empty() && word == payer.credit_code);
    });
}

/// The only one that fits; nothing where none or several do.
template <class Fits>
const KnownPayer* only(std::span<const KnownPayer> payers, Fits fits) {
    const KnownPayer* found = nullptr;
    for (const auto& payer : payers) {
        if (!fits(payer)) {
            continue;
        }
        if (found != nullptr) {
            return nullptr;
        }
        found = &payer;
    }
    return found;
}
}  // namespace

std::optional<Match> match_payment(const BankLine& line, std::span<const KnownPayer> payers) {
    const auto words = words_of(line.text);
    const auto named = [&](const KnownPayer& payer) { return is_named(payer, words); };
    if (std::ranges::any_of(payers, named)) {
        const auto* payer = only(payers, named);
        return payer == nullptr ? std::nullopt : std::optional(Match{payer->id, MatchedBy::reference});
    }
    const auto* by_name =
        only(payers, [&](const KnownPayer& payer) { return !payer.name.empty() && payer.name == line.payer_name; });
    const auto* by_amount = only(payers, [&](const KnownPayer& payer) { return payer.owed == line.amount; });
    if (by_amount != nullptr && (by_name == nullptr || by_name == by_amount)) {
        return Match{by_amount->id, MatchedBy::amount};
    }
    return by_name == nullptr ? std::nullopt : std::optional(Match{by_name->id, MatchedBy::name});
}

}  // namespace scheduler
