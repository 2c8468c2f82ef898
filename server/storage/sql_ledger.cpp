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
    const auto optional_id = [](const auto& given) {
        return given ? std::optional(given.value) : std::optional<std::int64_t>();
    };
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO ledger_transaction(kind, idempotency_key, at, booking_id, organisation_id, reference, ends, "
        "corrects, sealed, unsealed) VALUES (:kind, :key, :at, :booking, :organisation, :reference, :ends, :corrects, "
        "0, 1) ON CONFLICT (idempotency_key) DO NOTHING RETURNING id",
        json::enum_name(t.kind), t.key, seconds_of(t.at), optional_id(t.booking_id), t.organisation_id.value,
        t.reference, optional_id(t.ends), optional_id(t.corrects));
    if (!id) {
        return false;
    }
    const bool is_hold = is_pending(t.kind);
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
    database_.run("UPDATE ledger_transaction SET sealed = 1, unsealed = NULL WHERE id = :id", std::get<0>(*id));
    return true;
}

namespace {
using TransactionRow = std::tuple<std::int64_t, std::string, std::string, std::int64_t, std::optional<std::int64_t>,
                                  std::string, std::string, std::optional<std::int64_t>, std::optional<std::int64_t>>;
#define YIQI_TRANSACTION_COLUMNS \
    "t.id, t.kind, t.idempotency_key, t.at, t.booking_id, t.organisation_id, t.reference, t.ends, t.corrects"

LedgerTransaction transaction_of(const TransactionRow& row) {
    const auto& [id, kind, key, at, booking, organisation, reference, ends, corrects] = row;
    LedgerTransaction t;
    t.id = TransactionId{id};
    t.kind = json::enum_value<TransactionKind>(kind).value();
    t.key = key;
    t.at = instant_of(at);
    t.booking_id = BookingId{booking.value_or(0)};
    t.organisation_id = OrganisationId{organisation};
    t.reference = reference;
    t.ends = TransactionId{ends.value_or(0)};
    t.corrects = TransactionId{corrects.value_or(0)};
    return t;
}

/// The transaction that the statement finds, with its postings.
template <class... In>
std::optional<LedgerTransaction> find_transaction(Database& database, Sql sql, const In&... in) {
    std::optional<LedgerTransaction> found;
    std::apply(
        [&]<class... Column>(const Column&...) {
            database.each<Column...>(
                sql, [&](const Column&... column) { found = transaction_of(TransactionRow{column...}); }, in...);
        },
        TransactionRow{});
    if (found) {
        database.each<std::string, std::string, std::int64_t>(
            "SELECT a.kind, a.owner, p.amount_fen FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id "
            "WHERE p.transaction_id = :id ORDER BY p.position",
            [&](const std::string& kind, const std::string& owner, std::int64_t amount) {
                found->postings.push_back({{json::enum_value<AccountKind>(kind).value(), owner}, Money{amount}});
            },
            found->id.value);
    }
    return found;
}
}  // namespace

std::optional<LedgerTransaction> SqlTransaction::open_hold(BookingId booking) {
    return find_transaction(database_,
                            "SELECT " YIQI_TRANSACTION_COLUMNS
                            " FROM ledger_transaction t WHERE t.booking_id = :booking AND t.kind = 'hold' AND NOT "
                            "EXISTS (SELECT 1 FROM ledger_transaction e WHERE e.ends = t.id)",
                            booking.value);
}

std::optional<LedgerTransaction> SqlTransaction::posted(const std::string& key) {
    return find_transaction(
        database_, "SELECT " YIQI_TRANSACTION_COLUMNS " FROM ledger_transaction t WHERE t.idempotency_key = :key", key);
}

std::optional<LedgerTransaction> SqlTransaction::posted(TransactionId id) {
    return find_transaction(database_, "SELECT " YIQI_TRANSACTION_COLUMNS " FROM ledger_transaction t WHERE t.id = :id",
                            id.value);
}

std::vector<Posting> SqlTransaction::uncorrected(TransactionId charge) {
    std::vector<Posting> left;
    database_.each<std::string, std::string, std::int64_t>(
        "SELECT a.kind, a.owner, CAST(sum(p.amount_fen) AS BIGINT) FROM ledger_transaction t JOIN ledger_posting p ON "
        "p.transaction_id = t.id JOIN ledger_account a ON a.id = p.account_id JOIN (SELECT account_id, min(position) "
        "AS "
        "position FROM ledger_posting WHERE transaction_id = :own GROUP BY account_id) o ON o.account_id = "
        "p.account_id "
        "WHERE t.id = :charge OR t.corrects = :corrected GROUP BY a.kind, a.owner, o.position ORDER BY o.position",
        [&](const std::string& kind, const std::string& owner, std::int64_t amount) {
            left.push_back({{json::enum_value<AccountKind>(kind).value(), owner}, Money{amount}});
        },
        charge.value, charge.value, charge.value);
    return left;
}

IncomeSplit SqlTransaction::income_split(const std::string& institution_id, Instant at) {
    // An institution's own goes before everybody's (an empty id).
    const auto row = database_.first<std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT operator_bp, platform_bp, institution_bp, council_bp FROM income_split WHERE institution_id IN "
        "(:institution, '') AND valid_from <= :at ORDER BY institution_id DESC, valid_from DESC, id DESC LIMIT 1",
        institution_id, seconds_of(at));
    return row ? IncomeSplit{std::get<0>(*row), std::get<1>(*row), std::get<2>(*row), std::get<3>(*row)}
               : IncomeSplit{};
}

void SqlTransaction::add_income_split(const IncomeSplitVersion& version, UserId by, Instant now) {
    const auto& s = version.split;
    database_.run(
        "INSERT INTO income_split(institution_id, valid_from, operator_bp, platform_bp, institution_bp, council_bp, "
        "set_by, set_at) VALUES (:institution, :from, :operator, :platform, :own, :council, :by, :at)",
        version.institution_id, seconds_of(version.valid_from), s.operator_bp.value, s.platform_bp.value,
        s.institution_bp.value, s.council_bp.value, by.value, seconds_of(now));
}

}  // namespace server
