#include "scheduler/company_money.hpp"

#include <fmt/format.h>

#include "model/assert.hpp"
#include "model/date.hpp"
#include "scheduler/dunning.hpp"
#include "scheduler/yuan.hpp"

namespace scheduler {

using namespace model;

Interval period_around(LimitPeriod period, Instant at) {
    if (period == LimitPeriod::total) {
        return {earliest_instant, latest_instant};
    }
    const TimeZone zone;
    const auto date = civil_date(zone.to_local(at).day);
    const bool monthly = period == LimitPeriod::month;
    const auto first = [&](int year, unsigned month) { return zone.to_instant(local_day({year, month, 1}), 0); };
    if (!monthly) {
        return {first(date.year, 1), first(date.year + 1, 1)};
    }
    const bool last = date.month == 12;
    return {first(date.year, date.month), first(date.year + (last ? 1 : 0), last ? 1 : date.month + 1)};
}

namespace {
Result<void> check_limits(Transaction& tx, const Booking& booking, Money total) {
    const auto project = tx.cost_centre(booking.id).project;
    for (const auto& limit : tx.spending_limits(booking.organisation_id)) {
        const bool of_user = limit.user_id && limit.user_id == booking.user_id;
        const bool of_project = limit.project_id && limit.project_id == project;
        if (!of_user && !of_project) {
            continue;
        }
        const Money spent = tx.spent(limit, period_around(limit.period, booking.time.start), booking.id);
        if (spent + total > limit.amount) {
            return Error(
                ErrorCode::spending_limit_reached,
                {fmt::format("{}支出限额 ¥{}，已用 ¥{}，此预约需 ¥{}", of_user ? "成员" : "项目", yuan(limit.amount),
                             yuan(spent), yuan(total)),
                 fmt::format("the spending limit of the {} is CNY {}; CNY {} is used, this booking needs CNY {}",
                             of_user ? "member" : "project", yuan(limit.amount), yuan(spent), yuan(total))});
        }
    }
    return {};
}
}  // namespace

Standing standing_of(Transaction& tx, const OrganisationId& organisation) {
    const auto money = tx.company_money(organisation);
    return {organisation, money.owed, money.prepaid};
}

Money available(Money credit_limit, const CompanyMoney& money) {
    return credit_limit - money.owed + money.prepaid - money.held;
}

Result<void> check_open(Transaction& tx, const OrganisationId& organisation) {
    if (tx.company_money(organisation).account.blocked) {
        return ErrorCode::account_blocked;
    }
    return {};
}

Result<CompanyMoney> check_spending(Transaction& tx, const Booking& booking, Money total) {
    const auto organisation = tx.organisation(booking.organisation_id);
    YIQI_ASSERT(organisation.has_value());
    const auto money = tx.company_money(booking.organisation_id);
    if (money.account.blocked) {
        return ErrorCode::account_blocked;
    }
    if (money.has_limits) {
        TRY_VOID(check_limits(tx, booking, total));
    }
    const Money left = available(organisation->credit_limit, money);
    if (total > left) {
        return Error(
            ErrorCode::insufficient_credit,
            {fmt::format("此预约需预授权 ¥{}，可用额度为 ¥{}", yuan(total), yuan(left)),
             fmt::format("this booking needs a hold of CNY {}; CNY {} is available", yuan(total), yuan(left))});
    }
    return money;
}

Event account_event(EventKind kind, const OrganisationId& organisation, UserId actor, Instant now) {
    Event event;
    event.at = now;
    event.kind = kind;
    event.actor = actor;
    event.organisation_id = organisation;
    return event;
}

void watch_balance(Transaction& tx, const OrganisationId& id, Instant now) {
    const auto money = tx.company_money(id);
    auto account = money.account;
    const auto organisation = tx.organisation(id);
    if (!account.low_balance || !organisation) {
        return;
    }
    const Money left = available(organisation->credit_limit, money);
    const bool low = left < *account.low_balance;
    if (low == account.low_noticed) {
        return;
    }
    account.low_noticed = low;
    tx.put_company_account(account);
    if (low) {
        auto event = account_event(EventKind::balance_low, id, UserId{}, now);
        event.subject = account.id.value;
        event.facts = {{"available_fen", std::to_string(left.fen())},
                       {"low_balance_fen", std::to_string(account.low_balance->fen())}};
        tx.append(std::move(event));
    }
}

void charged(Transaction& tx, const OrganisationId& organisation, Instant now) {
    watch_balance(tx, organisation, now);
    expect_payment(tx, organisation, now);
}

void credited(Transaction& tx, const OrganisationId& organisation, Instant now) {
    watch_balance(tx, organisation, now);
    review_dunning(tx, organisation, now);
}

}  // namespace scheduler
