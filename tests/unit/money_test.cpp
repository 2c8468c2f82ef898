#include "model/money.hpp"

#include <catch2/catch.hpp>

using model::Money;

TEST_CASE("a scaled amount is rounded half up, and a refund mirrors its charge") {
    CHECK(model::scaled(Money{100}, 1, 3) == Money{33});
    CHECK(model::scaled(Money{200}, 1, 3) == Money{67});
    CHECK(model::scaled(Money{1}, 1, 2) == Money{1});
    CHECK(model::scaled(Money{-1}, 1, 2) == Money{-1});
    CHECK(model::scaled(Money{-5}, 1, 3) == Money{-2});
    CHECK(model::scaled(Money{7}, 0, 9) == Money{0});
}

TEST_CASE("scaling goes through 128 bits, so the largest amount keeps its precision") {
    CHECK(model::scaled(Money{model::max_fen}, 6'000'000, 6'000'000) == Money{model::max_fen});
    CHECK(model::scaled(Money{model::max_fen}, 1'000'000, 3) == Money{333'333'333'333'333'333});
}

TEST_CASE("a split gives the leftover fen to the largest remainders, earlier parts first") {
    CHECK(model::split(Money{100}, {1, 1, 1}) == std::vector{Money{34}, Money{33}, Money{33}});
    CHECK(model::split(Money{101}, {1, 1, 1}) == std::vector{Money{34}, Money{34}, Money{33}});
    CHECK(model::split(Money{10}, {0, 3, 1}) == std::vector{Money{0}, Money{8}, Money{2}});
    CHECK(model::split(Money{-100}, {1, 1, 1}) == std::vector{Money{-34}, Money{-33}, Money{-33}});
    CHECK(model::split(Money{0}, {2, 1}) == std::vector{Money{0}, Money{0}});
}

TEST_CASE("amounts add, subtract and compare as whole numbers") {
    Money sum{5};
    sum += Money{7};
    sum -= Money{2};
    CHECK(sum == Money{10});
    CHECK(-sum < Money{0});
    CHECK(Money{3} - Money{5} == Money{-2});
}
