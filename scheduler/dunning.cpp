#include "scheduler/dunning.hpp"

#include <algorithm>

#include <boost/describe.hpp>

#include "scheduler/company_money.hpp"

namespace scheduler {

using namespace model;

namespace {
using std::chrono::days;

days after(const DunningStep& step) {
    return days{step.after_days.value};
}

/// Takes the steps whose time has come.
void take_steps(Transaction& tx, const BillingPolicy& policy, CompanyAccount& account, const Unpaid& unpaid,
                Instant due_since, Instant now) {
    const auto count = static_cast<std::int64_t>(policy.dunning.size());
    account.dunning_step = std::min(account.dunning_step, count);
    while (account.dunning_step < count) {
        const auto& step = policy.dunning[static_cast<std::size_t>(account.dunning_step)];
        if (due_since + after(step) > now) {
            return;
        }
        ++account.dunning_step;
        auto event = account_event(EventKind::payment_overdue, account.organisation_id, UserId{}, now);
        event.subject = account.id.value;
        event.facts = {{"step", std::to_string(account.dunning_step)},
                       {"action", boost::describe::enum_to_string(step.action, "")},
                       {"overdue_fen", std::to_string(unpaid.due.fen())}};
        tx.append(std::move(event));
    }
}

bool has_blocked(const BillingPolicy& policy, std::int64_t steps) {
    return std::any_of(policy.dunning.begin(), policy.dunning.begin() + steps,
                       [](const DunningStep& step) { return step.action == DunningAction::block; });
}

/// When the account is looked at next; nothing where no step lies ahead.
std::optional<Instant> next_look(const BillingPolicy& policy, const CompanyAccount& account, const Unpaid& unpaid,
                                 Instant due_since, Instant now) {
    if (!unpaid.since || account.dunning_step >= static_cast<std::int64_t>(policy.dunning.size())) {
        return std::nullopt;
    }
    const auto next = due_since + after(policy.dunning[static_cast<std::size_t>(account.dunning_step)]);
    // What is overdue but in dispute is looked at day by day.
    return next > now ? next : now + days{1};
}

void store(Transaction& tx, const CompanyAccount& before, CompanyAccount account) {
    if (account == before) {
        return;
    }
    tx.put_company_account(account);
    if (account.dunning_at == before.dunning_at) {
        return;
    }
    if (account.dunning_at) {
        tx.set_due({*account.dunning_at, DueKind::dunning, account.id.value});
    } else {
        tx.clear_due(DueKind::dunning, account.id.value);
    }
}
}  // namespace

void expect_payment(Transaction& tx, const OrganisationId& organisation, Instant now) {
    const auto account = tx.company_money(organisation).account;
    if (!account.dunning_at && account.dunning_step == 0) {
        review_dunning(tx, organisation, now);
    }
}

void review_dunning(Transaction& tx, const OrganisationId& organisation, Instant now) {
    const auto policy = tx.billing_policy();
    auto account = tx.company_money(organisation).account;
    if (policy.dunning.empty() && !account.id) {
        return;
    }
    const days payment{policy.payment_days.value};
    const auto unpaid = tx.unpaid(organisation, now - payment);
    if (!account.id) {
        account.organisation_id = organisation;
        account.id = tx.put_company_account(account);
    }
    const auto before = account;
    const Instant due_since = unpaid.since.value_or(now) + payment;
    if (unpaid.due > Money{0}) {
        take_steps(tx, policy, account, unpaid, due_since, now);
    } else {
        account.dunning_step = 0;
    }
    account.blocked = has_blocked(policy, account.dunning_step);
    account.dunning_at = next_look(policy, account, unpaid, due_since, now);
    store(tx, before, account);
    if (account.blocked != before.blocked) {
        auto event = account_event(account.blocked ? EventKind::account_blocked : EventKind::account_unblocked,
                                   organisation, {}, now);
        event.subject = account.id.value;
        tx.append(std::move(event));
    }
}

void dun(Transaction& tx, CompanyAccountId id, Instant now) {
    auto account = tx.company_account(id);
    if (!account) {
        return;
    }
    // The piece of work is done: the next look sets its own.
    account->dunning_at.reset();
    tx.put_company_account(*account);
    review_dunning(tx, account->organisation_id, now);
}

}  // namespace scheduler
