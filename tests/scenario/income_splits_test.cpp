// P24, P25: how an income is divided.

#include "model/income_split.hpp"

#include <catch2/catch.hpp>

using namespace model;

namespace {
std::vector<std::int64_t> thirds(std::int64_t fen) {
    std::vector<std::int64_t> parts;
    for (const auto part : split(Money{fen}, {3'334, 3'333, 3'333})) {
        parts.push_back(part.fen());
    }
    return parts;
}

IncomeSplit shares(std::int64_t op, std::int64_t platform, std::int64_t institution, std::int64_t council_bp) {
    return {op, platform, institution, council_bp};
}

std::vector<std::int64_t> divided(std::int64_t fen, const IncomeSplit& s) {
    const auto parts = income_shares(Money{fen}, s);
    return {parts.operator_share.fen(), parts.platform_share.fen(), parts.institution_share.fen(),
            parts.council_share.fen()};
}
}  // namespace

TEST_CASE("P24: 33.34, 33.33 and 33.33 percent of an amount sum to it exactly, by the largest remainder") {
    CHECK(thirds(999) == std::vector<std::int64_t>{333, 333, 333});
    CHECK(thirds(666) == std::vector<std::int64_t>{222, 222, 222});
    CHECK(thirds(3'000) == std::vector<std::int64_t>{1'000, 1'000, 1'000});
    CHECK(thirds(4'500) == std::vector<std::int64_t>{1'500, 1'500, 1'500});
    CHECK(thirds(1) == std::vector<std::int64_t>{1, 0, 0});
}

TEST_CASE("P25: a split is whole only where its shares sum to exactly 10,000 basis points") {
    CHECK(is_whole(shares(0, 10'000, 0, 0)));
    CHECK(is_whole(shares(5'000, 5'000, 0, 0)));
    CHECK_FALSE(is_whole(shares(5'000, 4'999, 0, 0)));
    CHECK_FALSE(is_whole(shares(5'000, 5'001, 0, 0)));
    CHECK_FALSE(is_whole(shares(10'000, 10'000, 0, 0)));
    CHECK_FALSE(is_whole(shares(0, 0, 0, 0)));
    CHECK(is_whole(IncomeSplit{}));
}

TEST_CASE("P24: an income is divided in the order operator, platform, institution, council; ties go to the earlier") {
    CHECK(divided(10, shares(2'500, 2'500, 2'500, 2'500)) == std::vector<std::int64_t>{3, 3, 2, 2});
    CHECK(divided(10'001, shares(1'500, 7'000, 1'000, 500)) == std::vector<std::int64_t>{1'500, 7'001, 1'000, 500});
    CHECK(divided(-10, shares(2'500, 2'500, 2'500, 2'500)) == std::vector<std::int64_t>{-3, -3, -2, -2});
    CHECK(divided(7, {}) == std::vector<std::int64_t>{0, 7, 0, 0});
}
