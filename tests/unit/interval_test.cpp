#include "model/interval.hpp"

#include <catch2/catch.hpp>

using model::Instant;
using model::Interval;
using model::IntervalSet;
using model::seconds;

namespace {
Interval between(int from, int to) {
    return {Instant{seconds{from}}, Instant{seconds{to}}};
}
}  // namespace

TEST_CASE("intervals are half-open: those that touch do not overlap") {
    CHECK_FALSE(between(0, 5).overlaps(between(5, 9)));
    CHECK_FALSE(between(5, 9).overlaps(between(0, 5)));
    CHECK(between(0, 6).overlaps(between(5, 9)));
    CHECK(between(0, 5).contains(Instant{seconds{0}}));
    CHECK_FALSE(between(0, 5).contains(Instant{seconds{5}}));
}

TEST_CASE("an empty interval overlaps and contains nothing, and has no length") {
    CHECK(between(5, 5).empty());
    CHECK(between(6, 5).empty());
    CHECK(between(6, 5).length() == seconds{0});
    CHECK_FALSE(between(5, 5).overlaps(between(0, 9)));
    CHECK_FALSE(between(0, 9).overlaps(between(5, 5)));
    CHECK_FALSE(between(0, 9).contains(between(5, 5)));
}

TEST_CASE("the intersection is the common part, or empty") {
    CHECK(between(0, 5).intersection(between(3, 9)) == between(3, 5));
    CHECK(between(0, 9).intersection(between(3, 5)) == between(3, 5));
    CHECK(between(0, 5).intersection(between(5, 9)).empty());
}

TEST_CASE("normalising sorts, drops what is empty and joins what touches") {
    const IntervalSet expected{between(0, 5), between(7, 9)};
    CHECK(model::normalised({between(7, 9), between(3, 5), between(0, 3), between(6, 6), between(1, 2)}) == expected);
    CHECK(model::normalised({}).empty());
}

TEST_CASE("subtracting cuts at both ends, in the middle and away") {
    const IntervalSet from{between(0, 10), between(20, 30)};
    CHECK(model::subtract(from, {}) == from);
    CHECK(model::subtract(from, {between(0, 2), between(4, 6), between(9, 25)}) ==
          IntervalSet{between(2, 4), between(6, 9), between(25, 30)});
    CHECK(model::subtract(from, {between(0, 40)}).empty());
    CHECK(model::subtract({}, from).empty());
}

TEST_CASE("lengths add up, and an instant is floored to its minute") {
    CHECK(model::total_length({between(0, 10), between(20, 25)}) == seconds{15});
    CHECK(model::floor_to_minute(Instant{seconds{119}}) == Instant{seconds{60}});
    CHECK(model::floor_to_minute(Instant{seconds{120}}) == Instant{seconds{120}});
}
