#pragma once
// Amounts in the Chinese capitals that bills require, so that nothing can be added to them by hand. Source of the
// rules: People's Bank of China, 《支付结算办法》, annex 1 《正确填写票据和结算凭证的基本规定》, 1, 2 and 5.

#include <string>

#include "model/money.hpp"

namespace model {

/// E.g. 壹佰贰拾叁元整, 壹仟肆佰零玖元伍角, 壹万陆仟肆佰零玖元零贰分. Whole yuan end in 整, what ends in 角 or 分 does
/// not. Where the annex leaves a 零 to the writer its first example is followed: none after a 万 that ends in zero
/// (壹拾万柒仟元), one after a 元 that ends in zero (捌拾元零叁角). Below zero: 负 before it. The words 人民币, which
/// a bill puts before the amount, are not part of it. Total over Money.
std::string capital_amount(Money amount);

}  // namespace model
