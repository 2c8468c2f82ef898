// The thirteen relations of two intervals (J. F. Allen, 1983): nine of them overlap, four do not.

#include "model/interval.hpp"

#include <array>
#include <optional>
#include <string_view>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using model::Instant;
using model::Interval;
using model::seconds;

namespace {

struct Relation {
    std::string_view name;
    bool overlaps;
    bool (*holds)(const Interval& a, const Interval& b);
};

constexpr std::array relations{
    Relation{"before", false, [](const auto& a, const auto& b) { return a.end < b.start; }},
    Relation{"after", false, [](const auto& a, const auto& b) { return b.end < a.start; }},
    Relation{"meets", false, [](const auto& a, const auto& b) { return a.end == b.start; }},
    Relation{"met by", false, [](const auto& a, const auto& b) { return b.end == a.start; }},
    Relation{"overlaps", true,
             [](const auto& a, const auto& b) { return a.start < b.start && b.start < a.end && a.end < b.end; }},
    Relation{"overlapped by", true,
             [](const auto& a, const auto& b) { return b.start < a.start && a.start < b.end && b.end < a.end; }},
    Relation{"starts", true, [](const auto& a, const auto& b) { return a.start == b.start && a.end < b.end; }},
    Relation{"started by", true, [](const auto& a, const auto& b) { return a.start == b.start && b.end < a.end; }},
    Relation{"during", true, [](const auto& a, const auto& b) { return b.start < a.start && a.end < b.end; }},
    Relation{"contains", true, [](const auto& a, const auto& b) { return a.start < b.start && b.end < a.end; }},
    Relation{"finishes", true, [](const auto& a, const auto& b) { return b.start < a.start && a.end == b.end; }},
    Relation{"finished by", true, [](const auto& a, const auto& b) { return a.start < b.start && a.end == b.end; }},
    Relation{"equals", true, [](const auto& a, const auto& b) { return a == b; }},
};

/// The one relation that holds; nothing if none or several do.
std::optional<Relation> relation_of(const Interval& a, const Interval& b) {
    std::optional<Relation> found;
    for (const auto& relation : relations) {
        if (relation.holds(a, b)) {
            if (found) {
                return std::nullopt;
            }
            found = relation;
        }
    }
    return found;
}

Interval between(int from, int to) {
    return {Instant{seconds{from}}, Instant{seconds{to}}};
}

/// Few instants, so that equal bounds are common.
Interval any_interval() {
    const int from = *rc::gen::inRange(0, 8);
    return between(from, *rc::gen::inRange(from + 1, 9));
}

}  // namespace

TEST_CASE("each of the thirteen relations occurs, and overlaps as it should") {
    std::array<bool, relations.size()> seen{};
    for (int from = 0; from < 7; ++from) {
        for (int to = from + 1; to <= 7; ++to) {
            const auto a = between(2, 5);
            const auto b = between(from, to);
            for (std::size_t i = 0; i < relations.size(); ++i) {
                if (relations[i].holds(a, b)) {
                    INFO(relations[i].name << " " << from << "-" << to);
                    seen[i] = true;
                    CHECK(a.overlaps(b) == relations[i].overlaps);
                    CHECK(b.overlaps(a) == relations[i].overlaps);
                }
            }
        }
    }
    for (std::size_t i = 0; i < relations.size(); ++i) {
        INFO(relations[i].name);
        CHECK(seen[i]);
    }
}

TEST_CASE("any two intervals stand in exactly one relation, and it decides whether they overlap") {
    CHECK(rc::check("relation and overlap agree", [] {
        const auto a = any_interval();
        const auto b = any_interval();
        const auto relation = relation_of(a, b);
        RC_ASSERT(relation.has_value());
        RC_ASSERT(a.overlaps(b) == relation->overlaps);
        RC_ASSERT(a.intersection(b).empty() != relation->overlaps);
    }));
}
