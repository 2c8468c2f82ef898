// What is agreed with companies about their money, of SqlTransaction.

#include <algorithm>

#include "server/json/read.hpp"
#include "server/storage/company_money_rows.hpp"
#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

namespace {
using Number = std::optional<std::int64_t>;
using AccountRow = std::tuple<Number, Number, Number, Number, Number, Number>;
#define YIQI_COMPANY_ACCOUNT_COLUMNS "c.id, c.low_balance_fen, c.low_noticed, c.dunning_step, c.blocked, c.dunning_at"

CompanyAccount account_of(const OrganisationId& organisation, const AccountRow& row) {
    const auto& [id, low_balance, low_noticed, step, blocked, dunning_at] = row;
    CompanyAccount account;
    account.id = CompanyAccountId{id.value_or(0)};
    account.organisation_id = organisation;
    if (low_balance) {
        account.low_balance = Money{*low_balance};
    }
    account.low_noticed = low_noticed.value_or(0) != 0;
    account.dunning_step = step.value_or(0);
    account.blocked = blocked.value_or(0) != 0;
    if (dunning_at) {
        account.dunning_at = instant_of(*dunning_at);
    }
    return account;
}

Number fen_of(const std::optional<Money>& amount) {
    return amount ? Number(amount->fen()) : Number();
}

Number seconds_or_none(const std::optional<Instant>& at) {
    return at ? Number(seconds_of(*at)) : Number();
}
}  // namespace

scheduler::CompanyMoney find_company_money(Database& database, const OrganisationId& organisation) {
    scheduler::CompanyMoney money;
    const auto& id = organisation.value;
    database.each<std::int64_t, std::int64_t, std::int64_t, Number, Number, Number, Number, Number, Number,
                  std::int64_t>(
        "SELECT coalesce(r.balance_fen, 0), coalesce(r.held_fen, 0), coalesce(p.balance_fen, "
        "0), " YIQI_COMPANY_ACCOUNT_COLUMNS
        ", (SELECT count(*) FROM spending_limit WHERE organisation_id = :limited) FROM (SELECT 1 AS one) only_row "
        "LEFT JOIN ledger_account r ON r.kind = 'receivable' AND r.owner = :owner LEFT JOIN ledger_account p ON p.kind "
        "= 'prepaid' AND p.owner = :payer LEFT JOIN company_account c ON c.organisation_id = :company",
        [&](std::int64_t owed, std::int64_t held, std::int64_t prepaid, Number account, Number low, Number noticed,
            Number step, Number blocked, Number at, std::int64_t limits) {
            money.owed = Money{owed};
            money.held = Money{held};
            money.prepaid = -Money{prepaid};
            money.account = account_of(organisation, {account, low, noticed, step, blocked, at});
            money.has_limits = limits > 0;
        },
        id, id, id, id);
    return money;
}

std::optional<CompanyAccount> SqlTransaction::company_account(CompanyAccountId id) {
    std::optional<CompanyAccount> found;
    database_.each<std::string, Number, Number, Number, Number, Number, Number>(
        "SELECT c.organisation_id, " YIQI_COMPANY_ACCOUNT_COLUMNS " FROM company_account c WHERE c.id = :id",
        [&](const std::string& organisation, Number account, Number low, Number noticed, Number step, Number blocked,
            Number at) {
            found = account_of(OrganisationId{organisation}, {account, low, noticed, step, blocked, at});
        },
        id.value);
    return found;
}

CompanyAccountId SqlTransaction::put_company_account(const CompanyAccount& a) {
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO company_account(organisation_id, low_balance_fen, low_noticed, dunning_step, blocked, dunning_at) "
        "VALUES (:organisation, :low, :noticed, :step, :blocked, :at) ON CONFLICT (organisation_id) DO UPDATE SET "
        "low_balance_fen = excluded.low_balance_fen, low_noticed = excluded.low_noticed, dunning_step = "
        "excluded.dunning_step, blocked = excluded.blocked, dunning_at = excluded.dunning_at RETURNING id",
        a.organisation_id.value, fen_of(a.low_balance), static_cast<std::int64_t>(a.low_noticed), a.dunning_step,
        static_cast<std::int64_t>(a.blocked), seconds_or_none(a.dunning_at));
    return CompanyAccountId{std::get<0>(*id)};
}

scheduler::Unpaid find_unpaid(Database& database, const OrganisationId& organisation, Instant charged_until) {
    // The newest charges that together come to what is owed are the unpaid ones.
    const auto row = database.first<Number, std::int64_t, std::int64_t>(
        "SELECT min(CASE WHEN u.newer < u.balance THEN u.at END), CAST(coalesce(max(u.balance), 0) AS BIGINT), "
        "CAST(coalesce(sum(CASE WHEN u.at > :until THEN u.amount_fen END), 0) AS BIGINT) FROM (SELECT p.at, "
        "p.amount_fen, a.balance_fen AS balance, sum(p.amount_fen) OVER (ORDER BY p.at DESC, p.transaction_id DESC, "
        "p.position DESC ROWS UNBOUNDED PRECEDING) - p.amount_fen AS newer FROM ledger_account a JOIN ledger_posting p "
        "ON p.account_id = a.id JOIN ledger_transaction t ON t.id = p.transaction_id WHERE a.kind = 'receivable' AND "
        "a.owner = :owner AND p.amount_fen > 0 AND t.kind NOT LIKE 'hold%') u",
        seconds_of(charged_until), organisation.value);
    const auto disputed = database.first<std::int64_t>(
        "SELECT CAST(coalesce(sum(amount_fen), 0) AS BIGINT) FROM dispute WHERE organisation_id = :organisation AND "
        "status IN ('open', 'undecided')",
        organisation.value);
    const auto& [since, balance, newer] = *row;
    scheduler::Unpaid unpaid;
    unpaid.due = std::max(Money{0}, Money{balance} - Money{newer} - Money{std::get<0>(*disputed)});
    if (since && balance > 0) {
        unpaid.since = instant_of(*since);
    }
    return unpaid;
}

BillingPolicyVersion stored_billing_policy(Database& database) {
    const auto row = database.first<std::int64_t, std::string>(
        "SELECT version, document FROM billing_policy ORDER BY version DESC LIMIT 1");
    if (!row) {
        return {};
    }
    auto policy = json::from_text<BillingPolicy>(std::get<1>(*row));
    if (!policy) {
        throw StoreError(StoreError::Kind::other, "the stored billing policy does not parse");
    }
    return {std::get<0>(*row), *std::move(policy)};
}

BillingPolicy SqlTransaction::billing_policy() {
    return stored_billing_policy(database_).policy;
}

void SqlTransaction::put_billing_policy(const BillingPolicy& policy, std::int64_t version, Instant since) {
    database_.run("INSERT INTO billing_policy(version, since, document) VALUES (:version, :since, :document)", version,
                  seconds_of(since), json::to_text(policy));
}

void SqlTransaction::set_credit_limit(const OrganisationId& organisation, Money limit) {
    database_.run("UPDATE organisation SET credit_limit_fen = :limit WHERE id = :id", limit.fen(), organisation.value);
    organisations_.erase(organisation.value);
}

std::vector<OrganisationId> SqlTransaction::debtors() {
    std::vector<OrganisationId> found;
    database_.each<std::string>(
        "SELECT a.owner FROM ledger_account a JOIN organisation o ON o.id = a.owner WHERE a.kind = 'receivable' AND "
        "a.balance_fen > 0 ORDER BY a.owner",
        [&](const std::string& owner) { found.emplace_back(owner); });
    return found;
}

std::optional<Project> SqlTransaction::project(const OrganisationId& organisation, const std::string& code) {
    const auto row = database_.first<std::int64_t, std::string, std::int64_t>(
        "SELECT id, name, active FROM project WHERE organisation_id = :organisation AND code = :code",
        organisation.value, code);
    return row ? std::optional(Project{ProjectId{std::get<0>(*row)}, organisation, code, std::get<1>(*row),
                                       std::get<2>(*row) != 0})
               : std::nullopt;
}

ProjectId SqlTransaction::put_project(const Project& p) {
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO project(organisation_id, code, name, active) VALUES (:organisation, :code, :name, :active) ON "
        "CONFLICT (organisation_id, code) DO UPDATE SET name = excluded.name, active = excluded.active RETURNING id",
        p.organisation_id.value, p.code, p.name, static_cast<std::int64_t>(p.active));
    return ProjectId{std::get<0>(*id)};
}

std::vector<SpendingLimit> find_spending_limits(Database& database, const OrganisationId& organisation) {
    std::vector<SpendingLimit> found;
    database.each<std::int64_t, Number, Number, std::string, std::int64_t>(
        "SELECT id, person_id, project_id, period, amount_fen FROM spending_limit WHERE organisation_id = "
        ":organisation ORDER BY id LIMIT 1000",
        [&](std::int64_t id, Number person, Number project, const std::string& period, std::int64_t amount) {
            found.push_back({SpendingLimitId{id}, organisation, UserId{person.value_or(0)},
                             ProjectId{project.value_or(0)}, json::enum_value<LimitPeriod>(period).value(),
                             Money{amount}});
        },
        organisation.value);
    return found;
}

SpendingLimitId SqlTransaction::put_spending_limit(const SpendingLimit& l) {
    const auto given = [](const auto& id) { return id ? Number(id.value) : Number(); };
    database_.run(
        "DELETE FROM spending_limit WHERE organisation_id = :organisation AND coalesce(person_id, 0) = :person AND "
        "coalesce(project_id, 0) = :project AND period = :period",
        l.organisation_id.value, l.user_id.value, l.project_id.value, json::enum_name(l.period));
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO spending_limit(organisation_id, person_id, project_id, period, amount_fen) VALUES (:organisation, "
        ":person, :project, :period, :amount) RETURNING id",
        l.organisation_id.value, given(l.user_id), given(l.project_id), json::enum_name(l.period), l.amount.fen());
    return SpendingLimitId{std::get<0>(*id)};
}

void SqlTransaction::remove_spending_limit(SpendingLimitId id) {
    database_.run("DELETE FROM spending_limit WHERE id = :id", id.value);
}

Money find_spent(Database& database, const SpendingLimit& limit, Interval time, BookingId except) {
    const auto row =
        limit.user_id
            ? database.first<std::int64_t>(
                  "SELECT CAST(coalesce(sum(CASE WHEN status IN ('approved', 'in_use') THEN quote_fen ELSE "
                  "coalesce(charge_fen, 0) END), 0) AS BIGINT) FROM booking WHERE person_id = :person AND start_at >= "
                  ":from AND start_at < :until AND organisation_id = :organisation AND id <> :except",
                  limit.user_id.value, seconds_of(time.start), seconds_of(time.end), limit.organisation_id.value,
                  except.value)
            : database.first<std::int64_t>(
                  "SELECT CAST(coalesce(sum(CASE WHEN b.status IN ('approved', 'in_use') THEN b.quote_fen ELSE "
                  "coalesce(b.charge_fen, 0) END), 0) AS BIGINT) FROM booking_cost_centre c JOIN booking b ON b.id = "
                  "c.booking_id WHERE c.project_id = :project AND b.start_at >= :from AND b.start_at < :until AND b.id "
                  "<> "
                  ":except",
                  limit.project_id.value, seconds_of(time.start), seconds_of(time.end), except.value);
    return Money{std::get<0>(*row)};
}

void SqlTransaction::put_cost_centre(BookingId booking, const CostCentre& c) {
    database_.run(
        "INSERT INTO booking_cost_centre(booking_id, project_id, purchase_order) VALUES (:booking, :project, :order)",
        booking.value, c.project ? Number(c.project.value) : Number(), c.purchase_order);
}

CostCentre find_cost_centre(Database& database, BookingId booking) {
    const auto row = database.first<Number, std::string>(
        "SELECT project_id, purchase_order FROM booking_cost_centre WHERE booking_id = :booking", booking.value);
    return row ? CostCentre{ProjectId{std::get<0>(*row).value_or(0)}, std::get<1>(*row)} : CostCentre{};
}

scheduler::CompanyMoney SqlTransaction::company_money(const OrganisationId& organisation) {
    return find_company_money(database_, organisation);
}

scheduler::Unpaid SqlTransaction::unpaid(const OrganisationId& organisation, Instant charged_until) {
    return find_unpaid(database_, organisation, charged_until);
}

std::vector<SpendingLimit> SqlTransaction::spending_limits(const OrganisationId& organisation) {
    return find_spending_limits(database_, organisation);
}

Money SqlTransaction::spent(const SpendingLimit& limit, Interval time, BookingId except) {
    return find_spent(database_, limit, time, except);
}

CostCentre SqlTransaction::cost_centre(BookingId booking) {
    return find_cost_centre(database_, booking);
}

}  // namespace server
