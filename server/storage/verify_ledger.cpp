#include "server/storage/verify_ledger.hpp"

#include <map>

#include <fmt/format.h>

#include "server/json/write.hpp"
#include "server/storage/database.hpp"

namespace server {

using namespace model;

namespace {
void verify_transactions(Database& database, Problems& problems) {
    database.each<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT t.id, CAST(coalesce(sum(p.amount_fen), 0) AS BIGINT), count(p.amount_fen) FROM ledger_transaction t "
        "LEFT JOIN ledger_posting p ON p.transaction_id = t.id GROUP BY t.id, t.sealed "
        "HAVING coalesce(sum(p.amount_fen), 0) <> 0 OR count(p.amount_fen) < 2 OR t.sealed <> 1 LIMIT 100",
        [&](std::int64_t id, std::int64_t sum, std::int64_t count) {
            problems.add(fmt::format("ledger transaction {} has {} postings that sum to {} fen, or is unsealed", id,
                                     count, sum));
        });
    database.each<std::int64_t>(
        "SELECT DISTINCT e.id FROM ledger_transaction e JOIN ledger_posting p ON p.transaction_id IN (e.id, e.ends) "
        "WHERE e.ends IS NOT NULL GROUP BY e.id, p.account_id HAVING sum(p.amount_fen) <> 0 LIMIT 100",
        [&](std::int64_t id) {
            problems.add(fmt::format("ledger transaction {} ends a hold but does not mirror it", id));
        });
}

void verify_accounts(Database& database, BooksReport& report, Problems& problems) {
    std::map<AccountKind, KindTotal> kinds;
    database.each<std::string, std::string, std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT a.kind, a.owner, a.balance_fen, a.held_fen, "
        "CAST(coalesce(sum(CASE WHEN t.kind NOT LIKE 'hold%' THEN p.amount_fen END), 0) AS BIGINT), "
        "CAST(coalesce(sum(CASE WHEN t.kind LIKE 'hold%' THEN p.amount_fen END), 0) AS BIGINT) FROM ledger_account a "
        "LEFT JOIN ledger_posting p ON p.account_id = a.id LEFT JOIN ledger_transaction t ON t.id = p.transaction_id "
        "GROUP BY a.id, a.kind, a.owner, a.balance_fen, a.held_fen",
        [&](const std::string& name, const std::string& owner, std::int64_t balance, std::int64_t held,
            std::int64_t real_balance, std::int64_t real_held) {
            if (balance != real_balance || held != real_held) {
                problems.add(fmt::format("account {} {} says {} / {} fen, its postings say {} / {}", name, owner,
                                         balance, held, real_balance, real_held));
            }
            const auto kind = json::enum_value<AccountKind>(name);
            if (!kind) {
                problems.add(fmt::format("account {} {} is of no kind that there is", name, owner));
                return;
            }
            auto& total = kinds[*kind];
            total.kind = *kind;
            ++total.accounts;
            total.balance_fen += Money{real_balance};
            total.held_fen += Money{real_held};
        });
    for (const auto& [kind, total] : kinds) {
        report.accounts += total.accounts;
        report.kinds.push_back(total);
    }
    database.each<std::string>(
        "SELECT r.owner FROM ledger_account r JOIN ledger_account p ON p.owner = r.owner AND p.kind = 'prepaid' WHERE "
        "r.kind = 'receivable' AND ((r.balance_fen > 0 AND p.balance_fen < 0) OR p.balance_fen > 0) LIMIT 100",
        [&](const std::string& owner) {
            problems.add(fmt::format("{} owes although it has paid ahead, or has spent more than that", owner));
        });
}

void verify_charges(Database& database, Problems& problems) {
    database.each<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT b.id, b.charge_fen, CAST(coalesce(sum(p.amount_fen), 0) AS BIGINT) FROM booking b "
        "LEFT JOIN ledger_transaction t ON t.booking_id = b.id AND (t.kind = 'charge' OR "
        "t.idempotency_key LIKE 'correction:booking:%') LEFT JOIN (SELECT "
        "q.transaction_id, "
        "q.amount_fen FROM ledger_posting q JOIN ledger_account a ON a.id = q.account_id WHERE a.kind IN "
        "('receivable', "
        "'prepaid')) p ON p.transaction_id = t.id WHERE b.charge_fen IS NOT NULL "
        "GROUP BY b.id, b.charge_fen HAVING b.charge_fen <> coalesce(sum(p.amount_fen), 0) LIMIT 100",
        [&](std::int64_t id, std::int64_t charged, std::int64_t posted) {
            problems.add(fmt::format("booking {} was charged {} fen, the ledger has {}", id, charged, posted));
        });
    database.each<std::int64_t>(
        "SELECT c.id FROM ledger_transaction c JOIN ledger_transaction t ON t.corrects = c.id OR t.id = c.id JOIN "
        "ledger_posting p ON p.transaction_id = t.id JOIN ledger_account a ON a.id = p.account_id WHERE EXISTS (SELECT "
        "1 FROM ledger_transaction x WHERE x.corrects = c.id) AND a.kind NOT IN ('receivable', 'prepaid') GROUP BY "
        "c.id, a.id HAVING sum(p.amount_fen) > 0 LIMIT 100",
        [&](std::int64_t id) { problems.add(fmt::format("charge {} is corrected by more than it was", id)); });
}

void verify_decisions(Database& database, Problems& problems) {
    database.each<std::int64_t>(
        "SELECT l.id FROM bank_line l LEFT JOIN ledger_transaction t ON t.idempotency_key = 'bank:' || "
        "l.bank_reference LEFT JOIN ledger_posting p ON p.transaction_id = t.id AND p.position = 0 WHERE (l.status IN "
        "('matched', 'assigned')) <> (t.id IS NOT NULL) OR (t.id IS NOT NULL AND (t.organisation_id <> "
        "l.organisation_id OR p.amount_fen <> l.amount_fen)) LIMIT 100",
        [&](std::int64_t id) { problems.add(fmt::format("line {} of the bank and its payment differ", id)); });
    database.each<std::int64_t>(
        "SELECT c.id FROM correction c LEFT JOIN ledger_transaction t ON t.id = c.transaction_id LEFT JOIN (SELECT "
        "q.transaction_id, sum(q.amount_fen) AS amount FROM ledger_posting q JOIN ledger_account a ON a.id = "
        "q.account_id WHERE a.kind IN ('receivable', 'prepaid') GROUP BY q.transaction_id) p ON p.transaction_id = "
        "t.id "
        "WHERE c.status = 'posted' AND (t.id IS NULL OR p.amount <> c.amount_fen OR t.organisation_id <> "
        "c.organisation_id OR coalesce(t.corrects, 0) <> coalesce(c.charge_id, 0)) LIMIT 100",
        [&](std::int64_t id) { problems.add(fmt::format("correction {} and its transaction differ", id)); });
}
}  // namespace

void verify_ledger_rows(Database& database, BooksReport& report, Problems& problems) {
    const auto totals = database.first<std::int64_t, std::int64_t>(
        "SELECT count(*), CAST(coalesce(sum(amount_fen), 0) AS BIGINT) FROM ledger_posting");
    report.entries = std::get<0>(*totals);
    report.sum_fen = std::get<1>(*totals);
    if (report.sum_fen != 0) {
        problems.add(fmt::format("all postings together sum to {} fen, not 0", report.sum_fen));
    }
    verify_transactions(database, problems);
    verify_accounts(database, report, problems);
    verify_charges(database, problems);
    verify_decisions(database, problems);
}

}  // namespace server
