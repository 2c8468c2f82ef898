#include "model/tax.hpp"

#include <catch2/catch.hpp>

using namespace model;

TEST_CASE("Tax is what remains when the net is rounded half up to a fen") {
    CHECK(without_tax(Money{10'600}, 600) == NetAndTax{Money{10'000}, Money{600}});
    CHECK(without_tax(Money{10'000}, 600) == NetAndTax{Money{9'434}, Money{566}});  // 9433.96
    CHECK(without_tax(Money{100}, 300) == NetAndTax{Money{97}, Money{3}});          // 97.09
    CHECK(without_tax(Money{3}, 10'000) == NetAndTax{Money{2}, Money{1}});          // 1.5
    CHECK(without_tax(Money{1}, 600) == NetAndTax{Money{1}, Money{0}});
    CHECK(without_tax(Money{12'345}, 0) == NetAndTax{Money{12'345}, Money{0}});
    CHECK(without_tax(Money{max_fen}, 600).net + without_tax(Money{max_fen}, 600).tax == Money{max_fen});
}

TEST_CASE("The tax of a refund mirrors that of its charge") {
    for (const std::int64_t fen : {1, 3, 50, 99, 10'000, 123'457}) {
        const auto [net, tax] = without_tax(Money{fen}, 600);
        CHECK(without_tax(Money{-fen}, 600) == NetAndTax{-net, -tax});
    }
}
