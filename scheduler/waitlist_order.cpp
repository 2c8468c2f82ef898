#include "scheduler/waitlist_order.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace scheduler {

using namespace model;

Standing standing_of(const Policy& policy, const WaitlistEntry& entry, PriceClass price_class, std::int64_t no_shows) {
    const auto named = std::ranges::find(policy.waitlist_priority, price_class);
    return {static_cast<std::size_t>(named - policy.waitlist_priority.begin()), entry.created_at, no_shows, entry.id};
}

std::int64_t position_of(const Standing& own, std::span<const Standing> others) {
    return 1 + std::ranges::count_if(others, [&](const Standing& other) { return other < own; });
}

namespace {
std::string ordinal(std::int64_t n) {
    const auto last_two = n % 100;
    const char* ending = "th";
    if (last_two < 11 || last_two > 13) {
        ending = n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
    }
    return fmt::format("{}{}", n, ending);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text += i == 0 ? "" : i + 1 == parts.size() ? last : between;
        text += parts[i];
    }
    return text;
}
}  // namespace

Sentence place_sentence(const Standing& own, std::span<const Standing> others) {
    std::int64_t higher = 0;
    std::int64_t longer = 0;
    std::int64_t fewer = 0;
    for (const auto& other : others) {
        if (!(other < own)) {
            continue;
        }
        if (other.priority != own.priority) {
            ++higher;
        } else if (other.since != own.since || other.no_shows == own.no_shows) {
            ++longer;
        } else {
            ++fewer;
        }
    }
    const auto position = 1 + higher + longer + fewer;
    if (position == 1) {
        return {"第 1 位：同一时段由您优先", "1st in line: nobody who waits for this time comes before you"};
    }
    std::vector<std::string> zh;
    std::vector<std::string> en;
    const auto add = [&](std::int64_t count, const char* reason_zh, const char* has, const char* have) {
        if (count > 0) {
            zh.push_back(fmt::format("{} 人{}", count, reason_zh));
            en.push_back(fmt::format("{} {}", count, count == 1 ? has : have));
        }
    };
    add(higher, "优先级更高", "has a higher priority class", "have a higher priority class");
    add(longer, "等候更久", "has waited longer", "have waited longer");
    add(fewer, "爽约更少", "has fewer no-shows", "have fewer no-shows");
    return {fmt::format("第 {} 位：{}", position, joined(zh, "，", "，")),
            fmt::format("{} in line, because {}", ordinal(position), joined(en, ", ", " and "))};
}

}  // namespace scheduler
