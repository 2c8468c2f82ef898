// The algebra of intervals against a plain oracle: a row of minutes, each taken or not.

#include "model/interval.hpp"

#include <bitset>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using model::Instant;
using model::Interval;
using model::IntervalSet;
using model::minutes;

namespace {

constexpr int row_minutes = 96;
using Row = std::bitset<row_minutes>;

Instant minute(int number) {
    return Instant{minutes{number}};
}

/// Also empty and backward ones.
rc::Gen<std::vector<Interval>> any_intervals() {
    const auto bound = rc::gen::inRange(0, row_minutes + 1);
    return rc::gen::container<std::vector<Interval>>(rc::gen::map(
        rc::gen::pair(bound, bound), [](const auto& p) { return Interval{minute(p.first), minute(p.second)}; }));
}

Row row_of(const std::vector<Interval>& intervals) {
    Row row;
    for (const auto& interval : intervals) {
        for (int i = 0; i < row_minutes; ++i) {
            row[static_cast<std::size_t>(i)] = row[static_cast<std::size_t>(i)] || interval.contains(minute(i));
        }
    }
    return row;
}

bool is_normalised(const IntervalSet& set) {
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (set[i].empty() || (i > 0 && set[i].start <= set[i - 1].end)) {
            return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("normalising keeps exactly the covered minutes, in any order of input") {
    CHECK(rc::check("normalised covers what its input covers", [] {
        auto intervals = *any_intervals();
        const auto set = model::normalised(intervals);
        RC_ASSERT(is_normalised(set));
        RC_ASSERT(row_of(set) == row_of(intervals));
        std::ranges::reverse(intervals);
        RC_ASSERT(model::normalised(intervals) == set);
        RC_ASSERT(model::normalised(set) == set);
    }));
}

TEST_CASE("subtracting leaves exactly the minutes of the first that the second lacks") {
    CHECK(rc::check("subtract agrees with the row of minutes", [] {
        const auto from = model::normalised(*any_intervals());
        const auto without = model::normalised(*any_intervals());
        const auto rest = model::subtract(from, without);
        RC_ASSERT(is_normalised(rest));
        RC_ASSERT(row_of(rest) == (row_of(from) & ~row_of(without)));
    }));
}

TEST_CASE("what is left and what was cut off add up to the whole") {
    CHECK(rc::check("lengths of the parts sum to the length of the whole", [] {
        const auto from = model::normalised(*any_intervals());
        const auto without = model::normalised(*any_intervals());
        const auto rest = model::subtract(from, without);
        const auto cut = model::subtract(from, rest);
        RC_ASSERT(model::total_length(rest) + model::total_length(cut) == model::total_length(from));
        RC_ASSERT(model::total_length(from) == minutes{row_of(from).count()});
    }));
}

TEST_CASE("two intervals overlap exactly when they share a minute") {
    CHECK(rc::check("overlap, intersection and the row of minutes agree", [] {
        const auto bound = rc::gen::inRange(0, row_minutes + 1);
        const Interval a{minute(*bound), minute(*bound)};
        const Interval b{minute(*bound), minute(*bound)};
        const auto shared = row_of({a}) & row_of({b});
        RC_ASSERT(a.overlaps(b) == shared.any());
        RC_ASSERT(a.overlaps(b) == b.overlaps(a));
        RC_ASSERT(row_of({a.intersection(b)}) == shared);
        RC_ASSERT(a.contains(b) == (!b.empty() && (row_of({b}) & ~row_of({a})).none()));
    }));
}
