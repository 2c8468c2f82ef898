#include "server/inventory/import_lookup.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace server {

namespace {
constexpr std::size_t answers_max = 10'000;
constexpr std::size_t ids_max = 20'000;
constexpr std::size_t compared_bytes_max = 64;
constexpr std::size_t suggestions_max = 3;
constexpr std::size_t national_code_length = 6;
constexpr int category_levels = 3;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Letter case, spaces, hyphens, underscores and zeros in front of a number do not count.
std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool leading_zero = c == '0' && (i == 0 || !is_digit(text[i - 1]));
        if (leading_zero) {
            while (i + 1 < text.size() && text[i] == '0' && is_digit(text[i + 1])) {
                ++i;
            }
            out += text[i];
        } else if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c - 'A' + 'a');
        } else if (c != ' ' && c != '-' && c != '_') {
            out += c;
        }
    }
    return out;
}
}  // namespace

int edit_distance_up_to_2(std::string_view a, std::string_view b) {
    constexpr int far = 3;
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > 2 || b.size() > compared_bytes_max) {
        return far;
    }
    // Only the diagonal and two cells on either side can hold a distance of at most 2.
    std::array<int, 5> row{far, far, 0, 1, 2};  // row[k]: a[0..i) against b[0..i + k - 2)
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::array<int, 5> next{};
        for (std::size_t k = 0; k < 5; ++k) {
            int best = far;
            if (i + k == 1) {
                best = static_cast<int>(i) + 1;  // against the empty prefix of b
            } else if (i + k >= 2) {
                const std::size_t j = i + k - 2;  // next[k] is a[0..i] against b[0..j]
                best = j < b.size() ? row[k] + (a[i] == b[j] ? 0 : 1) : far;
                best = k < 4 ? std::min(best, row[k + 1] + 1) : best;
                best = k > 0 ? std::min(best, next[k - 1] + 1) : best;
            }
            next[k] = std::min(best, far);
        }
        row = next;
    }
    return row[b.size() - a.size() + 2];
}

std::vector<std::string> nearest(std::string_view value, const std::vector<std::string>& candidates,
                                 std::uint64_t& comparisons_left) {
    std::vector<std::string> near;
    if (value.empty() || value.size() > compared_bytes_max || comparisons_left < candidates.size()) {
        return near;
    }
    comparisons_left -= candidates.size();
    const auto folded_value = folded(value);
    int least = 3;
    for (const auto& candidate : candidates) {
        const int distance = folded(candidate) == folded_value ? 0 : edit_distance_up_to_2(value, candidate);
        if (distance > 2 || distance > least) {
            continue;
        }
        if (distance < least) {
            near.clear();
            least = distance;
        }
        if (near.size() < suggestions_max) {
            near.push_back(candidate);
        }
    }
    return near;
}

const ImportLookup::Answer& ImportLookup::find(ImportKind kind, const std::string& value) {
    auto& answers = answers_[static_cast<std::size_t>(kind)];
    if (const auto it = answers.find(value); it != answers.end()) {
        return it->second;
    }
    if (answers.size() >= answers_max) {
        answers.clear();
    }
    Answer answer;
    switch (kind) {
        case ImportKind::institutions:
            answer.found = target_.has_institution(value);
            break;
        case ImportKind::platforms:
            answer.found = target_.has_platform(value);
            break;
        case ImportKind::instruments:
            answer.found = target_.has_instrument(value);
            break;
        case ImportKind::categories:
            if (const auto category = target_.category(value, 0)) {
                answer.found = true;
                answer.names = category_names(*category);
            }
            break;
    }
    if (!answer.found) {
        answer.near = suggestions(kind, value);
    }
    return answers.emplace(value, std::move(answer)).first->second;
}

std::vector<std::string> ImportLookup::suggestions(ImportKind kind, const std::string& value) {
    if (kind == ImportKind::categories) {
        if (auto codes = codes_with_lost_zeros(value); !codes.empty()) {
            return codes;
        }
    }
    auto& ids = ids_[static_cast<std::size_t>(kind)];
    if (!ids) {
        ids = target_.ids(kind);
        ids->resize(std::min(ids->size(), ids_max));
    }
    return nearest(value, *ids, comparisons_left_);
}

// Excel takes 010601 for a number and saves 10601.
std::vector<std::string> ImportLookup::codes_with_lost_zeros(const std::string& code) {
    if (code.empty() || !std::ranges::all_of(code, is_digit)) {
        return {};
    }
    auto longer = code;
    while (longer.size() < national_code_length) {
        longer.insert(longer.begin(), '0');
        if (target_.category(longer, 0)) {
            return {longer};
        }
    }
    return {};
}

std::string ImportLookup::category_names(const model::Category& deepest) {
    std::string names = deepest.name_zh;
    auto category = deepest;
    for (int n = 1; n < category_levels && category.level > 1; ++n) {
        auto parent = target_.category(category.parent_code.value, category.level - 1);
        if (!parent) {
            break;
        }
        category = *std::move(parent);
        names.insert(0, category.name_zh + "/");
    }
    return names;
}

model::Sentence did_you_mean(const std::vector<std::string>& near) {
    if (near.empty()) {
        return {};
    }
    std::string zh;
    std::string en;
    for (std::size_t i = 0; i < near.size(); ++i) {
        zh += fmt::format("{}“{}”", i > 0 ? "、" : "", near[i]);
        en += fmt::format("{}\"{}\"", i == 0 ? "" : i + 1 == near.size() ? " or " : ", ", near[i]);
    }
    return {fmt::format("；是否应为{}？", zh), fmt::format("; did you mean {}?", en)};
}

}  // namespace server
