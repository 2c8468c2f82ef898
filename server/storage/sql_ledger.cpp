// The ledger of SqlTransaction.

#include <fmt/format.h>

#include "model/assert.hpp"
#include "server/json/write.hpp"
#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

std::int64_t SqlTransaction::account_id(const AccountKey& key) {
    auto& id = account_ids_[key];
    if (id != 0) {
        return id;
    }
    const auto known = database_.first<std::int64_t>(
        "SELECT id FROM ledger_account WHERE kind = :kind AND owner = :owner", json::enum_name(key.kind), key.owner);
    if (known) {
        return id = std::get<0>(*known);
    }
    const auto added = database_.first<std::int64_t>(
        "INSERT INTO ledger_account(kind, owner, balance_fen, held_fen) VALUES (:kind, :owner, 0, 0) RETURNING id",
        json::enum_name(key.kind), key.owner);
    return id = std::get<0>(*added);
}

AccountState SqlTransaction::account(const AccountKey& key) {
    const auto row = database_.first<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT id, balance_fen, held_fen FROM ledger_account WHERE kind = :kind AND owner = :owner",
        json::enum_name(key.kind), key.owner);
    if (!row) {
        return {};
    }
    account_ids_[key] = std::get<0>(*row);
    return {Money{std::get<1>(*row)}, Money{std::get<2>(*row)}};
}

bool SqlTransaction::post(const LedgerTransaction& t) {
    Money sum;
    for (const auto& posting : t.postings) {
        sum += posting.amount;
    }
    YIQI_ASSERT(sum == Money{0} && t.postings.size() >= 2);
    const std::optional<std::int64_t> booking = t.booking_id ? std::optional(t.booking_id.value) : std::nullopt;
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO ledger_transaction(kind, idempotency_key, at, booking_id, organisation_id, reference, sealed) "
        "VALUES (:kind, :key, :at, :booking, :organisation, :reference, 0) ON CONFLICT (idempotency_key) DO NOTHING "
        "RETURNING id",
        json::enum_name(t.kind), t.key, seconds_of(t.at), booking, t.organisation_id.value, t.reference);
    if (!id) {
        return false;
    }
    const bool is_hold = t.kind == TransactionKind::hold || t.kind == TransactionKind::hold_release;
    std::int64_t position = 0;
    for (const auto& posting : t.postings) {
        const auto account = account_id(posting.account);
        database_.run(
            "INSERT INTO ledger_posting(transaction_id, account_id, position, amount_fen, at) VALUES (:transaction, "
            ":account, :position, :amount, :at)",
            std::get<0>(*id), account, position++, posting.amount.fen(), seconds_of(t.at));
        if (is_hold) {
            database_.run("UPDATE ledger_account SET held_fen = held_fen + :amount WHERE id = :id",
                          posting.amount.fen(), account);
        } else {
            database_.run("UPDATE ledger_account SET balance_fen = balance_fen + :amount WHERE id = :id",
                          posting.amount.fen(), account);
        }
    }
    database_.run("UPDATE ledger_transaction SET sealed = 1 WHERE id = :id", std::get<0>(*id));
    return true;
}

std::optional<LedgerTransaction> SqlTransaction::open_hold(BookingId booking) {
    std::optional<LedgerTransaction> hold;
    database_.each<std::int64_t, std::string, std::int64_t, std::string>(
        "SELECT t.id, t.idempotency_key, t.at, t.organisation_id FROM ledger_transaction t WHERE t.booking_id = "
        ":booking AND t.kind = 'hold' "
        "AND NOT EXISTS (SELECT 1 FROM ledger_transaction r WHERE r.booking_id = t.booking_id AND r.kind = "
        "'hold_release' "
        "AND r.reference = t.idempotency_key)",
        [&](std::int64_t id, const std::string& key, std::int64_t at, const std::string& organisation) {
            hold.emplace();
            hold->id = TransactionId{id};
            hold->kind = TransactionKind::hold;
            hold->key = key;
            hold->at = instant_of(at);
            hold->booking_id = booking;
            hold->organisation_id = OrganisationId{organisation};
        },
        booking.value);
    if (hold) {
        database_.each<std::string, std::string, std::int64_t>(
            "SELECT a.kind, a.owner, p.amount_fen FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id "
            "WHERE p.transaction_id = :id ORDER BY p.position",
            [&](const std::string& kind, const std::string& owner, std::int64_t amount) {
                hold->postings.push_back({{json::enum_value<AccountKind>(kind).value(), owner}, Money{amount}});
            },
            hold->id.value);
    }
    return hold;
}

}  // namespace server
