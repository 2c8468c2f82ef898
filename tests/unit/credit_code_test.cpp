#include "model/credit_code.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace model;

TEST_CASE("credit code: codes of real entities check") {
    // Published by their owners: the sample of the standard's users, two companies and a university.
    for (const char* code : {"91350100M000100Y43", "91440300708461136T", "9144030071526726XG", "12100000400000624D"}) {
        INFO(code);
        CHECK(is_credit_code(code));
    }
}

TEST_CASE("credit code: one wrong character, or two neighbours in the wrong order, are found") {
    const std::string good = "91350100M000100Y43";
    const std::string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (const char c : alphabet) {
            auto other = good;
            other[i] = c;
            CHECK(is_credit_code(other) == (c == good[i]));
        }
        if (i + 1 < good.size() && good[i] != good[i + 1]) {
            auto swapped = good;
            std::swap(swapped[i], swapped[i + 1]);
            INFO(swapped);
            CHECK_FALSE(is_credit_code(swapped));
        }
    }
}

TEST_CASE("credit code: other lengths, letters that the standard leaves out, small letters and odd bytes are refused") {
    for (const char* code : {"", "9", "91350100M000100Y4", "91350100M000100Y431", "91350100I000100Y43",
                             "91350100m000100y43", "91350100M000100Y4 ", "九1350100M000100Y43"}) {
        INFO(code);
        CHECK_FALSE(is_credit_code(code));
    }
    CHECK(credit_code_check("91350100M000100Y4") == '3');
    CHECK_FALSE(credit_code_check("91350100M000100Y"));
}
