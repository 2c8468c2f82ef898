// Whose payment a line of the bank is.

#include "scheduler/payment_matching.hpp"

#include <catch2/catch.hpp>

using namespace model;
using scheduler::Match;
using scheduler::match_payment;

namespace {
const std::vector<scheduler::KnownPayer> payers{
    {OrganisationId{"ORG-ACME"}, "海蓝新材料有限公司", "91370211MA3C4D5E6F", Money{43'000}},
    {OrganisationId{"ORG-BOREALIS"}, "北极星海洋装备有限公司", "91370211MA3P7Q8R9X", Money{80'000}},
    {OrganisationId{"ORG-TWIN1"}, "同名有限公司", "", Money{500}},
    {OrganisationId{"ORG-TWIN2"}, "同名有限公司", "", Money{500}},
    {OrganisationId{"ORG-IDLE"}, "无欠款有限公司", "", Money{0}},
};

std::optional<Match> matched(const std::string& text, std::int64_t fen, const std::string& name) {
    BankLine line;
    line.text = text;
    line.amount = Money{fen};
    line.payer_name = name;
    return match_payment(line, payers);
}

Match by(const char* organisation, MatchedBy what) {
    return {OrganisationId{organisation}, what};
}
}  // namespace

TEST_CASE("A reference names an organisation by its id, its credit code, or a statement, as a whole word") {
    CHECK(matched("ORG-ACME", 1, "") == by("ORG-ACME", MatchedBy::reference));
    CHECK(matched("支付对账单ORG-ACME.2026-11，谢谢", 1, "") == by("ORG-ACME", MatchedBy::reference));
    CHECK(matched("fees 91370211MA3P7Q8R9X", 1, "") == by("ORG-BOREALIS", MatchedBy::reference));
    CHECK_FALSE(matched("ORG-ACME2", 1, ""));
    CHECK_FALSE(matched("XORG-ACME", 1, ""));
    CHECK_FALSE(matched("ORG-ACME.2026-1", 1, ""));
}

TEST_CASE("A reference goes before amount and name, and two references decide nothing") {
    CHECK(matched("ORG-ACME", 80'000, "北极星海洋装备有限公司") == by("ORG-ACME", MatchedBy::reference));
    CHECK_FALSE(matched("ORG-ACME ORG-BOREALIS", 43'000, "海蓝新材料有限公司"));
    CHECK(matched("ORG-ACME 91370211MA3C4D5E6F", 1, "") == by("ORG-ACME", MatchedBy::reference));
}

TEST_CASE("An amount that exactly one organisation owes tells whose it is, unless the name is another's") {
    CHECK(matched("", 43'000, "") == by("ORG-ACME", MatchedBy::amount));
    CHECK(matched("", 43'000, "海蓝新材料有限公司") == by("ORG-ACME", MatchedBy::amount));
    CHECK(matched("", 43'000, "北极星海洋装备有限公司") == by("ORG-BOREALIS", MatchedBy::name));
    CHECK_FALSE(matched("", 500, ""));
}

TEST_CASE("An exact name tells whose it is; a name of two or a part of one does not") {
    CHECK(matched("", 1, "无欠款有限公司") == by("ORG-IDLE", MatchedBy::name));
    CHECK_FALSE(matched("", 1, "同名有限公司"));
    CHECK_FALSE(matched("", 1, "海蓝新材料"));
    CHECK_FALSE(matched("", 1, ""));
}
