#include "scheduler/postings.hpp"

#include <algorithm>

#include "model/assert.hpp"
#include "model/tax.hpp"

namespace scheduler {

using namespace model;

namespace {
void add(Postings& postings, AccountKind kind, const std::string& owner, Money amount) {
    if (amount != Money{0}) {
        postings.push_back({{kind, owner}, amount});
    }
}

/// What the organisation has to give: first what it paid ahead, then it owes.
void take_from(Postings& postings, const Standing& standing, Money amount) {
    const Money paid = std::min(amount, standing.prepaid);
    add(postings, AccountKind::prepaid, standing.organisation.value, paid);
    add(postings, AccountKind::receivable, standing.organisation.value, amount - paid);
}

/// What the organisation gets: first it owes less, then it has paid ahead.
void give_to(Postings& postings, const Standing& standing, Money amount) {
    const Money settled = std::min(amount, std::max(standing.owed, Money{0}));
    add(postings, AccountKind::receivable, standing.organisation.value, -settled);
    add(postings, AccountKind::prepaid, standing.organisation.value, settled - amount);
}

bool is_of_customer(AccountKind kind) {
    return kind == AccountKind::receivable || kind == AccountKind::prepaid;
}

/// Only what tax and incomes got, as positive amounts.
Postings earned(const Postings& left) {
    Postings found;
    for (const auto& posting : left) {
        if (!is_of_customer(posting.account.kind)) {
            found.push_back({posting.account, -posting.amount});
        }
    }
    return found;
}
}  // namespace

Postings hold_postings(const OrganisationId& organisation, const std::string& platform_id, Money total) {
    return {{{AccountKind::receivable, organisation.value}, total},
            {{AccountKind::platform_income, platform_id}, -total}};
}

Postings reversed(Postings postings) {
    for (auto& posting : postings) {
        posting.amount = -posting.amount;
    }
    return postings;
}

Postings charge_postings(const Standing& standing, const Earners& earners, Money gross) {
    YIQI_ASSERT(gross > Money{0} && is_whole(earners.split));
    Postings postings;
    take_from(postings, standing, gross);
    const auto [net, tax] = without_tax(gross, earners.tax_rate_bp);
    const auto shares = income_shares(net, earners.split);
    add(postings, AccountKind::operator_income, earners.platform_id, -shares.operator_share);
    add(postings, AccountKind::platform_income, earners.platform_id, -shares.platform_share);
    add(postings, AccountKind::institution_income, earners.institution_id, -shares.institution_share);
    add(postings, AccountKind::council_income, council, -shares.council_share);
    add(postings, AccountKind::tax, earners.institution_id, -tax);
    return postings;
}

Postings payment_postings(const Standing& standing, Money amount) {
    YIQI_ASSERT(amount > Money{0});
    Postings postings{{{AccountKind::bank, council}, amount}};
    give_to(postings, standing, amount);
    return postings;
}

Postings refund_postings(const Standing& standing, Money amount) {
    YIQI_ASSERT(amount > Money{0} && amount <= standing.prepaid);
    return {{{AccountKind::prepaid, standing.organisation.value}, amount}, {{AccountKind::bank, council}, -amount}};
}

Postings deposit_postings(const OrganisationId& organisation, Money amount) {
    return {{{AccountKind::bank, council}, amount}, {{AccountKind::deposit, organisation.value}, -amount}};
}

Postings correction_postings(const Standing& standing, const Postings& left, Money amount) {
    const auto parts = earned(left);
    std::vector<std::int64_t> weights;
    for (const auto& part : parts) {
        weights.push_back(part.amount.fen());
    }
    YIQI_ASSERT(amount != Money{0} && left_of(left) > Money{0} && -amount <= left_of(left));
    Postings postings;
    if (amount > Money{0}) {
        take_from(postings, standing, amount);
    } else {
        give_to(postings, standing, -amount);
    }
    const auto moved = split(amount, weights);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        add(postings, parts[i].account.kind, parts[i].account.owner, -moved[i]);
    }
    return postings;
}

Postings write_off_postings(const Standing& standing, Money amount) {
    YIQI_ASSERT(amount > Money{0} && amount <= standing.owed);
    return {{{AccountKind::write_off, council}, amount},
            {{AccountKind::receivable, standing.organisation.value}, -amount}};
}

Money left_of(const Postings& left) {
    Money sum;
    for (const auto& part : earned(left)) {
        sum += part.amount;
    }
    return sum;
}

}  // namespace scheduler
