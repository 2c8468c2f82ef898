#include "model/capital_amount.hpp"

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

using model::capital_amount;
using model::Money;

namespace {
using Rows = std::vector<std::pair<std::int64_t, std::string>>;

void check(const Rows& rows) {
    for (const auto& [fen, text] : rows) {
        INFO(fen);
        CHECK(capital_amount(Money{fen}) == text);
    }
}
}  // namespace

TEST_CASE("capitals: the examples of the People's Bank's annex, the first where it gives two") {
    check({{140'950, "壹仟肆佰零玖元伍角"},
           {600'714, "陆仟零柒元壹角肆分"},
           {168'032, "壹仟陆佰捌拾元零叁角贰分"},
           {10'700'053, "壹拾万柒仟元零伍角叁分"},
           {1'640'902, "壹万陆仟肆佰零玖元零贰分"},
           {32'504, "叁佰贰拾伍元零肆分"}});
}

TEST_CASE("capitals: whole yuan end in 整, what ends in 角 or 分 does not") {
    check({{12'300, "壹佰贰拾叁元整"},
           {0, "零元整"},
           {100, "壹元整"},
           {12'310, "壹佰贰拾叁元壹角"},
           {12'311, "壹佰贰拾叁元壹角壹分"},
           {50, "伍角"},
           {5, "伍分"},
           {55, "伍角伍分"}});
}

TEST_CASE("capitals: ten is 壹拾, and zeros inside are one 零, those at the end none") {
    check({{1'000, "壹拾元整"},
           {1'100, "壹拾壹元整"},
           {2'000, "贰拾元整"},
           {10'000, "壹佰元整"},
           {10'100, "壹佰零壹元整"},
           {11'000, "壹佰壹拾元整"},
           {100'100, "壹仟零壹元整"},
           {101'000, "壹仟零壹拾元整"},
           {110'100, "壹仟壹佰零壹元整"},
           {1'000, "壹拾元整"},
           {1'001, "壹拾元零壹分"},
           {1'010, "壹拾元零壹角"},
           {1'110, "壹拾壹元壹角"},
           {1'101, "壹拾壹元零壹分"}});
}

TEST_CASE("capitals: between 亿, 万 and 元 a 零 stands where the next part does not fill its first place") {
    check({{1'000'000, "壹万元整"},
           {1'000'100, "壹万零壹元整"},
           {1'010'000, "壹万零壹佰元整"},
           {1'100'000, "壹万壹仟元整"},
           {10'000'000, "壹拾万元整"},
           {10'010'000, "壹拾万零壹佰元整"},
           {100'000'000, "壹佰万元整"},
           {10'000'000'000, "壹亿元整"},
           {10'000'000'100, "壹亿零壹元整"},
           {10'001'000'000, "壹亿零壹万元整"},
           {10'100'000'000, "壹亿零壹佰万元整"},
           {11'000'000'000, "壹亿壹仟万元整"},
           {10'001'000'100, "壹亿零壹万零壹元整"},
           {10'000'100'000, "壹亿零壹仟元整"},
           {20'304'050'607, "贰亿零叁佰零肆万零伍佰零陆元零柒分"}});
}

TEST_CASE("capitals: up to the largest amount of the ledger, and beyond it whatever money can hold") {
    check({{model::max_fen, "壹佰亿元整"},
           {model::max_fen - 1, "玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"},
           {1'000'000'000'000'000'000, "壹亿亿元整"},
           {std::numeric_limits<std::int64_t>::max(),
            "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分"}});
}

TEST_CASE("capitals: below zero 负 stands before the amount") {
    check({{-12'300, "负壹佰贰拾叁元整"},
           {-5, "负伍分"},
           {-model::max_fen, "负壹佰亿元整"},
           {std::numeric_limits<std::int64_t>::min(),
            "负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分"}});
}
